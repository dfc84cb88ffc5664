"""The tables of the sample tenders: ruled, shaded, unruled, and forms with room for an answer."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from maker.styles import Styles

FULL_WIDTH = A4[0] - 124.0
PADDING = [
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
Command = tuple[object, ...]


def table(
    rows: Sequence[Sequence[str]], settings: dict[str, str], styles: Styles, width: float | None = None
) -> list[Flowable]:
    """A table across `width` points, its columns shared out by `widths`.

    Settings: `style` is ruled (a grid and a tinted head), plain (no lines at all) or form (a grid, first
    column bold, `tall` points a row); `head` is the number of head rows, repeated on each new page.
    """
    full = FULL_WIDTH if width is None else width
    shares = [float(share) for share in settings["widths"].split(",")]
    style = settings.get("style", "ruled")
    head = int(settings.get("head", "0" if style == "form" else "1"))
    cells = [
        [Paragraph(cell, styles.cell_bold if _bold(style, head, r, c) else styles.cell) for c, cell in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    tall = settings.get("tall")
    made = Table(
        cells,
        colWidths=[full * share / sum(shares) for share in shares],
        rowHeights=[float(tall)] * len(cells) if tall else None,
        repeatRows=head,
        style=[*PADDING, *_lines(style, head)],
        hAlign="LEFT",
    )
    return [Spacer(1, 2), made, Spacer(1, 10)]


def _bold(style: str, head: int, row: int, column: int) -> bool:
    return row < head or (style == "form" and column == 0)


def _lines(style: str, head: int) -> list[Command]:
    if style == "plain":
        return [("LEFTPADDING", (0, 0), (-1, -1), 0)]
    lines: list[Command] = [("GRID", (0, 0), (-1, -1), 0.5, black)]
    if head:
        lines.append(("BACKGROUND", (0, 0), (-1, head - 1), HexColor("#dbe5f1")))
    return lines
