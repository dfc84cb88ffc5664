"""Text that a page holds and does not show is kept apart from the text proper, and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker import pipeline, report
from checker.model import FROM_FILE, Document, Rulebook
from checker.read.hidden import COVERED, OUTSIDE, SAME_COLOUR, TINY, UNPAINTED

from .drawing import Draw, draw, texts, write

Read = Callable[..., Document]
UNSEEN = "Social value is worth 40% of the marks."
SEEN = "The contract is for cleaning three depots."


def canvas_with(hide: Draw) -> Draw:
    """A page with a sentence that is seen and something else."""

    def page(canvas: Canvas) -> None:
        write(canvas, 72, 700, SEEN)
        hide(canvas)

    return page


def picture(colour: str) -> ImageReader:
    """A picture of one colour."""
    from PIL import Image

    return ImageReader(Image.new("RGB", (20, 20), colour))


def white(canvas: Canvas) -> None:
    """White on the white page."""
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 600, UNSEEN)


def on_its_colour(canvas: Canvas) -> None:
    """Blue on a blue box, told in another colour space."""
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(60, 580, 400, 40, stroke=0, fill=1)
    canvas.setFillColorCMYK(1, 1, 0, 0)
    write(canvas, 72, 600, UNSEEN)


def tiny(canvas: Canvas) -> None:
    """Of less than a point."""
    write(canvas, 72, 600, UNSEEN, size=0.9)


def outside(canvas: Canvas) -> None:
    """Below the lower edge of the page."""
    write(canvas, 72, -40, UNSEEN)


def unpainted(canvas: Canvas) -> None:
    """In the mode that paints nothing."""
    text = canvas.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textLine(UNSEEN)
    canvas.drawText(text)


def under_a_picture(canvas: Canvas) -> None:
    """Covered by a picture drawn later."""
    write(canvas, 72, 600, UNSEEN)
    canvas.drawImage(picture("grey"), 60, 580, 400, 40)


def under_a_box(canvas: Canvas) -> None:
    """Covered by a white box drawn later, as people blacken out."""
    write(canvas, 72, 600, UNSEEN)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(60, 580, 400, 40, stroke=0, fill=1)


@pytest.mark.parametrize(
    ("hide", "why"),
    [
        (white, SAME_COLOUR),
        (on_its_colour, SAME_COLOUR),
        (tiny, TINY),
        (outside, OUTSIDE),
        (unpainted, UNPAINTED),
        (under_a_picture, COVERED),
        (under_a_box, COVERED),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_text_that_is_not_shown_is_kept_apart(hide: Draw, why: str, read: Read) -> None:
    """It is no block of the document, and the page tells what it says and why nobody sees it."""
    document = read(canvas_with(hide))
    assert texts(document) == [SEEN]
    (hidden,) = document.pages[0].hidden
    assert (hidden.why, hidden.quote, hidden.letters) == (why, UNSEEN, sum(c.isalnum() for c in UNSEEN))


def dark_header(canvas: Canvas) -> None:
    """White words on the dark head of a table."""
    canvas.setFillColorRGB(0.1, 0.2, 0.4)
    canvas.rect(60, 590, 400, 30, stroke=1, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 600, UNSEEN)


def on_a_round_box(canvas: Canvas) -> None:
    """White words on a box with round corners."""
    canvas.setFillColorRGB(0.1, 0.2, 0.4)
    canvas.roundRect(60, 590, 400, 30, 8, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 600, UNSEEN)


def on_a_thick_line(canvas: Canvas) -> None:
    """White words on a line drawn as wide as a box."""
    canvas.setLineWidth(30)
    canvas.line(60, 604, 460, 604)
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 600, UNSEEN)


def on_a_picture(canvas: Canvas) -> None:
    """White words on a photograph."""
    canvas.drawImage(picture("navy"), 60, 580, 400, 60)
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 600, UNSEEN)


def on_running_colours(canvas: Canvas) -> None:
    """White words on a run of colours."""
    from reportlab.lib.colors import navy, teal

    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, 590, 400, 30)
    canvas.clipPath(path, stroke=0)
    canvas.linearGradient(60, 590, 460, 590, (navy, teal))
    canvas.restoreState()
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 600, UNSEEN)


def highlighted(canvas: Canvas) -> None:
    """Under a marker that lets the words show through."""
    write(canvas, 72, 600, UNSEEN)
    canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
    canvas.rect(60, 590, 400, 30, stroke=0, fill=1)


def beside_a_clipped_picture(canvas: Canvas) -> None:
    """Under a picture of which only another part is painted."""
    write(canvas, 72, 600, UNSEEN)
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(400, 300, 100, 100)
    canvas.clipPath(path, stroke=0)
    canvas.drawImage(picture("grey"), 0, 0, 595, 842)
    canvas.restoreState()


def in_a_frame(canvas: Canvas) -> None:
    """Black words in a frame that is drawn as a black box with a hole."""
    path = canvas.beginPath()
    path.rect(60, 580, 400, 40)
    path.rect(62, 582, 396, 36)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
    write(canvas, 72, 600, UNSEEN)


def shadowed(canvas: Canvas) -> None:
    """Printed in white first, for an edge round the letters."""
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72.6, 599.4, UNSEEN)
    canvas.setFillColorRGB(0, 0, 0)
    write(canvas, 72, 600, UNSEEN)


@pytest.mark.parametrize(
    "show",
    [dark_header, on_a_round_box, on_a_thick_line, on_a_picture, on_running_colours, highlighted,
     beside_a_clipped_picture, in_a_frame, shadowed],
)  # fmt: skip
def test_text_that_people_see_stays_plain(show: Draw, read: Read) -> None:
    """White on dark, marked, framed and shadowed words count, and nothing is reported."""
    document = read(canvas_with(show))
    assert UNSEEN in texts(document)
    assert document.pages[0].hidden == ()


def test_text_outside_the_part_that_is_shown_is_told(read: Read) -> None:
    """Words within the sheet but outside its crop box are on no printed page."""

    def cropped(canvas: Canvas) -> None:
        canvas.setCropBox((0, 100, 595, 842))
        write(canvas, 72, 50, UNSEEN)

    document = read(canvas_with(cropped))
    assert texts(document) == [SEEN]
    assert [one.why for one in document.pages[0].hidden] == [OUTSIDE]


def scan(mode: int, *, under: bool = False) -> Draw:
    """A page that is one picture, with text stored for it."""

    def page(canvas: Canvas) -> None:
        if not under:
            canvas.drawImage(picture("lightgrey"), 0, 0, 595, 842)
        text = canvas.beginText(72, 600)
        text.setTextRenderMode(mode)
        text.textLine(UNSEEN)
        canvas.drawText(text)
        if under:
            canvas.drawImage(picture("lightgrey"), 0, 0, 595, 842)

    return page


@pytest.mark.parametrize("page", [scan(3), scan(0, under=True)], ids=["unpainted", "under the picture"])
def test_the_text_stored_with_a_scan_counts_and_is_marked(page: Draw, read: Read) -> None:
    """It is what a machine read from the picture, so people do see the words."""
    document = read(page)
    assert texts(document) == [UNSEEN]
    assert document.pages[0].hidden == ()
    assert document.pages[0].ocr == FROM_FILE


def test_hidden_text_earns_nothing_and_stands_in_the_report(tmp_path: Path, rules: Rulebook) -> None:
    """A weight in white ink or struck through is no weight; the data, the page and the summary tell of both."""

    def struck(canvas: Canvas) -> None:
        words = "Social value has a weight of 25% in this tender."
        write(canvas, 72, 500, words)
        canvas.line(72, 503.2, 72 + canvas.stringWidth(words, "Helvetica", 11), 503.2)

    def page(canvas: Canvas) -> None:
        write(canvas, 72, 700, SEEN)
        struck(canvas)
        white(canvas)

    def found(*pages: Draw) -> dict[str, Any]:
        return report.to_dict(pipeline.check([draw(tmp_path / "a.pdf", *pages)], rules=rules))

    result = found(page)
    assert result["social_value"]["weight"] is None
    assert not [f for f in result["findings"] if f["kind"] == "weight" and not f["dropped_because"]]
    (file,) = result["files"]
    assert [(one["page"], one["why"]) for one in file["hidden_text"]] == [(1, SAME_COLOUR), (1, "it is struck through")]
    assert UNSEEN in report.to_html(result)
    assert "Not shown" in report.to_text(result)

    def plain(canvas: Canvas) -> None:
        write(canvas, 72, 700, SEEN, "", UNSEEN)

    assert found(plain)["social_value"]["weight"]["stated"] == 40
