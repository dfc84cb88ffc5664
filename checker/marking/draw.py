"""Pictures of the words that a report rests on: a strip of the page in shades of grey, with the words' boxes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from checker.marking.frame import Corners, Frame
from checker.model import Picture, Spot

_SCALE = 1.5
"""Pixels for one point."""
_WIDEST = 960
"""Pixels; a wide page is drawn smaller."""
_SHADES = 12
_ROUND = 26.0
"""Points of the page shown above and below the words: about one more line each."""
_BESIDE = 10
"""Pixels left and right of what is printed."""
_NARROWEST = 400.0
"""Points of the page that a picture shows from left to right at the least."""
_INK = 225
"""Shades darker than this are print, and no paper or scanning dust."""
_ROOM = 18
"""Pixels by which an edge may move to find a row without print."""
_TALLEST = 150.0
"""Points; of a longer passage the beginning is shown."""


def pictures(spots: Sequence[Spot], files: Mapping[str, Path], most: int) -> Iterator[tuple[str, Picture]]:
    """A picture for each of the first spots, with the spot's id. `files` says where each file of the pack lies."""
    wanted = [spot for spot in spots if spot.file in files and _is_pdf(files[spot.file])][:most]
    for name in dict.fromkeys(spot.file for spot in wanted):
        yield from _of_file(files[name], [spot for spot in wanted if spot.file == name])


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() not in (".txt", ".md")


def _of_file(path: Path, spots: Sequence[Spot]) -> Iterator[tuple[str, Picture]]:
    try:
        document = pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, OSError):
        return
    try:
        yield from _of_pages(document, spots)
    finally:
        document.close()


def _of_pages(document: Any, spots: Sequence[Spot]) -> Iterator[tuple[str, Picture]]:
    for number in dict.fromkeys(spot.page for spot in spots):
        here = [spot for spot in spots if spot.page == number]
        try:
            page = document[number - 1]
            full, shown = frames(page)
            scale = min(_SCALE, _WIDEST / max(shown.size[0], 1))
            whole = page.render(scale=scale, grayscale=True, may_draw_forms=True).to_pil().convert("L")
            page.close()
        except (pdfium.PdfiumError, IndexError, ValueError):
            continue  # the page's position is shown instead
        for spot in here:
            boxes = [shown.from_pdf(*full.to_pdf(box.x0, box.top, box.x1, box.bottom)) for box in spot.boxes]
            picture = _cut(whole, scale, boxes)
            if picture is not None:
                yield spot.id, picture


def frames(page: Any) -> tuple[Frame, Frame]:
    """The whole page, in which places are told, and the part of it that is shown."""
    turn = int(page.get_rotation()) % 360
    media = page.get_mediabox()
    crop = page.get_cropbox()
    inside = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return Frame(media[0], media[1], media[2], media[3], turn), Frame(*inside, turn)


def _cut(whole: Image.Image, scale: float, boxes: Sequence[Corners]) -> Picture | None:
    """The strip of a drawn page round some boxes (points from the top left corner of what is shown)."""
    if not boxes:
        return None
    start = min(box[1] for box in boxes)
    wide, tall = whole.size
    top = max(0, round((start - _ROUND) * scale))
    lowest = max(box[3] for box in boxes if box[1] < start + _TALLEST)
    bottom = min(tall, round((min(lowest, start + _TALLEST) + _ROUND) * scale))
    if bottom - top < 4:
        return None
    top, bottom = _between_lines(whole, top, bottom, round(start * scale), round(lowest * scale))
    left, right = _wide_enough(*_printed(whole.crop((0, top, wide, bottom))), round(_NARROWEST * scale), wide)
    if bottom - top < 4 or right - left < 4:
        return None
    placed = [
        tuple(round(edge, 1) for edge in (x0 * scale - left, y0 * scale - top, (x1 - x0) * scale, (y1 - y0) * scale))
        for x0, y0, x1, y1 in boxes
        if y1 * scale <= bottom
    ]
    strip = whole.crop((left, top, right, bottom))
    return Picture(_png(strip), strip.width, strip.height, tuple((a, b, c, d) for a, b, c, d in placed))


def _between_lines(whole: Image.Image, top: int, bottom: int, first: int, last: int) -> tuple[int, int]:
    """The upper and lower edge moved inwards to a row without print, so that no line of text is cut through.

    They never move past the words, which stand between the rows `first` and `last`.
    """
    higher = next((row for row in range(top, min(first, top + _ROOM)) if _blank(whole, row)), top)
    lower = next((row for row in range(bottom, max(last, bottom - _ROOM), -1) if _blank(whole, row - 1)), bottom)
    return (higher if top else top), lower


def _blank(whole: Image.Image, row: int) -> bool:
    return min(whole.crop((0, row, whole.width, row + 1)).tobytes(), default=255) >= _INK


def _printed(strip: Image.Image) -> tuple[int, int]:
    """Left and right edge of what is printed on a strip of the page, so that its empty margins fall away."""
    inked = strip.point([255 if shade < _INK else 0 for shade in range(256)]).getbbox()
    left, _, right, _ = inked or (0, 0, strip.width, strip.height)
    return max(0, left - _BESIDE), min(strip.width, right + _BESIDE)


def _wide_enough(left: int, right: int, least: int, wide: int) -> tuple[int, int]:
    """The same stretch of a page, or a longer one that begins where it does: a short one would be shown too large."""
    if right - left >= least:
        return left, right
    left = max(0, min(left, wide - least))
    return left, min(wide, left + least)


def _png(strip: Image.Image) -> bytes:
    """A PNG with few shades of grey, which is enough to read and a fifth of the size."""
    steps = _SHADES - 1
    levels = strip.point([round(shade * steps / 255) for shade in range(256)])
    few = Image.frombytes("P", levels.size, levels.tobytes())
    few.putpalette([round(step * 255 / steps) for step in range(_SHADES) for _ in "rgb"])
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True, bits=4)
    return out.getvalue()
