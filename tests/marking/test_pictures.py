"""Pictures show the words that they are of, small and the same every time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from checker.marking import pictures
from checker.model import Picture, Rulebook

from .drawn import checked, spots, tender


def ink(picture: Picture, box: tuple[float, float, float, float]) -> float:
    """The share of a box that is dark."""
    image = Image.open(io.BytesIO(picture.png)).convert("L")
    x, y, wide, tall = box
    part = image.crop((round(x), round(y), round(x + wide), round(y + tall)))
    return sum(shade < 128 for shade in part.tobytes()) / max(1, part.width * part.height)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 30, 560, 800)])
def test_the_boxes_hold_the_words(
    tmp_path: Path, rules: Rulebook, turn: int, crop: tuple[float, float, float, float] | None
) -> None:
    """Letters are dark inside every box, on pages turned and cropped in any way."""
    path = tender(tmp_path / "tender.pdf", turn, crop)
    made = pictures(spots(checked(path, rules)), {"tender.pdf": path})
    assert made
    for picture in made.values():
        assert picture.boxes
        assert all(0.04 < ink(picture, box) < 0.7 for box in picture.boxes)


def test_pictures_are_small_grey_and_the_same_every_time(tmp_path: Path, rules: Rulebook) -> None:
    """A dozen shades and about 10 kB at the most, so that sixty of them fit into a page under 1 MB."""
    path = tender(tmp_path / "tender.pdf")
    wanted = spots(checked(path, rules))
    made = pictures(wanted, {"tender.pdf": path})
    assert made == pictures(wanted, {"tender.pdf": path})
    for picture in made.values():
        image = Image.open(io.BytesIO(picture.png))
        assert image.size == (picture.width, picture.height)
        colours = image.convert("RGB").getcolors()
        assert colours is not None
        assert len(colours) <= 12
        assert all(red == green == blue for _, (red, green, blue) in colours)
        assert len(picture.png) < 15_000


def test_the_most_important_ones_come_first_and_limits_hold(tmp_path: Path, rules: Rulebook) -> None:
    """No more than so many pictures and bytes; what is left out are the last ones."""
    path = tender(tmp_path / "tender.pdf")
    wanted = spots(checked(path, rules))
    files = {"tender.pdf": path}
    assert list(pictures(wanted, files, most=2)) == [spot.id for spot in wanted[:2]]
    first = len(pictures(wanted, files, most=1)[wanted[0].id].png)
    assert list(pictures(wanted, files, budget=first)) == [wanted[0].id]
    assert pictures(wanted, files, most=0) == {}


def test_what_cannot_be_drawn_has_no_picture(tmp_path: Path, rules: Rulebook) -> None:
    """Text files, broken files and files that are gone do not stop the report."""
    path = tender(tmp_path / "tender.pdf")
    wanted = spots(checked(path, rules))
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    text = tmp_path / "tender.txt"
    text.write_text("Social value carries 10%.")
    for other in (broken, text, tmp_path / "gone.pdf"):
        assert pictures(wanted, {"tender.pdf": other}) == {}
    assert pictures(wanted, {}) == {}


def test_a_heading_alone_is_not_blown_up(tmp_path: Path, rules: Rulebook) -> None:
    """However little is printed round the words, the picture shows most of the page's width."""
    path = tender(tmp_path / "tender.pdf")
    made = pictures(spots(checked(path, rules)), {"tender.pdf": path})
    assert all(picture.width >= 590 for picture in made.values())
