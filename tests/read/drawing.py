"""Draws PDF pages for the tests, and looks up what was read from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from checker.model import Block, Document

Draw = Callable[[Canvas], object]
WIDTH, HEIGHT = A4


def draw(path: Path, *pages: Draw, size: tuple[float, float] = A4) -> Path:
    """A PDF with one drawing function for each page."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return path


def write(
    canvas: Canvas, x: float, y: float, *lines: str, size: float = 11, bold: bool = False, step: float = 1.2
) -> float:
    """Lines of text from a point down (points from the bottom left); gives the place of the next line."""
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= step * size
    return y


def grid(canvas: Canvas, xs: list[float], ys: list[float], cells: list[list[str]], bold_rows: int = 1) -> None:
    """A ruled table: `ys` from the top down, one string a cell, \\n for a second line."""
    canvas.grid(xs, ys)
    for r, row in enumerate(cells):
        for c, text in enumerate(row):
            write(canvas, xs[c] + 4, ys[r] - 12, *text.split("\n"), size=9, bold=r < bold_rows)


def texts(document: Document, *, furniture: bool = False) -> list[str]:
    """The texts of the blocks that count (or of the page furniture)."""
    return [block.text for block in document.blocks if bool(block.furniture) is furniture]


def block(document: Document, start: str) -> Block:
    """The first block that begins with these words."""
    return next(one for one in document.blocks if one.text.startswith(start))


def rows(document: Document, number: int = 0) -> list[list[str]]:
    """The words of a table, row by row; a merged cell is repeated."""
    table = document.tables[number]
    return [[document.by_id[cell].text if cell else "" for cell in row] for row in table.rows]


LEFT = (
    "The first column tells what the council",
    "buys and why, and it runs down the page",
    "in lines that fill their width. It ends",
    "with a word about the living wage and",
    "with another about the local schools.",
)
RIGHT = (
    "The second column is read after it and",
    "not line by line across the page. It is",
    "about the reporting of what was given,",
    "each quarter, to the contract manager,",
    "who keeps the list of promises made.",
)
CRITERIA = [["Criterion", "Weight"], ["Price", "60%"], ["Quality", "30%"], ["Social value", "10%"]]


def draw_raw(path: Path, pages: list[tuple[bytes, str]]) -> Path:
    """A PDF written letter by letter: for each page its drawing commands and the filter that they went through."""
    parts: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>"
        % (len(pages), b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, (commands, filtered) in enumerate(pages):
        parts.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (5 + 2 * n)
        )
        parts.append(b"<</Length %d%s>>stream\n" % (len(commands), filtered.encode()) + commands + b"\nendstream")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start)
    path.write_bytes(out)
    return path
