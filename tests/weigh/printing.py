"""Prints trees of award criteria as PDF pages: tables in several layouts, and prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from .trees import Criterion, Lot

TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=12.5, spaceAfter=6)
HEADING = ParagraphStyle("heading", parent=TEXT, fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=8)
TITLE = ParagraphStyle("title", parent=HEADING, fontSize=17, leading=21)
CELL = ParagraphStyle("cell", parent=TEXT, fontSize=9, leading=11, spaceAfter=0)
NOTE = ParagraphStyle("note", parent=TEXT, fontSize=8, leading=10)
RULES = ("GRID", (0, 0), (-1, -1), 0.6, colors.black)
FIRM = ("VALIGN", (0, 0), (-1, -1), "MIDDLE")


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is printed."""

    name_head: str = "Criterion"
    weight_head: str = "Weighting"
    signs: bool = True
    """Whether each number has its % sign; else the head has it."""
    total: bool = False
    refs: str = "none"
    """none | column (2, 2.1 in a column of their own) | led (before the name) | letters (B, B1 in a column)"""
    depth: str = "indent"
    """What shows parts where they have no number: indent | bullets"""
    extra: str = ""
    """Another column: question | words | pages"""
    wide: bool = False
    footnote: bool = False
    around: str = ""
    """Another table on the page: before | after"""
    dark_head: bool = False
    upright_head: bool = False
    """Whether the head of the weight column runs up the page."""
    align: str = "left"
    marks: int = 0
    """The total of the marks, where the numbers are marks and no percentages."""


@st.composite
def styles(draw: st.DrawFn, refs: bool = True, marks: int = 0, upright: bool = True) -> Style:
    """Any way to print a table; `refs` allows numbering, `marks` is the total in marks."""
    signs = not marks and draw(st.booleans())
    heads = ("Weighting", "Weight", "Percentage weighting") if signs else ("Weighting (%)", "% weighting", "Weight %")
    if marks:
        heads = ("Maximum marks", "Marks available", "Points available")
    return Style(
        name_head=draw(st.sampled_from(("Criterion", "Award criteria", "Evaluation criteria", "Element"))),
        weight_head=draw(st.sampled_from(heads)),
        signs=signs,
        total=draw(st.booleans()),
        refs=draw(st.sampled_from(("none", "column", "led", "letters"))) if refs else "none",
        depth=draw(st.sampled_from(("indent", "bullets"))),
        extra=draw(st.sampled_from(("", "question", "words", "pages"))),
        wide=draw(st.booleans()),
        footnote=draw(st.booleans()),
        around=draw(st.sampled_from(("", "before", "after"))),
        dark_head=draw(st.booleans()),
        upright_head=upright and draw(st.booleans()),
        align=draw(st.sampled_from(("left", "centre", "right"))),
        marks=marks,
    )


class Upright(Flowable):
    """Words that run up the page."""

    def __init__(self, text: str, bold: bool = True) -> None:
        super().__init__()
        self._text = text
        self._font = "Helvetica-Bold" if bold else "Helvetica"
        self.width, self.height = 12.0, 6.0 * len(text)

    def wrap(self, *_: float) -> tuple[float, float]:
        """The room that it takes, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words."""
        self.canv.saveState()
        self.canv.rotate(90)
        self.canv.setFont(self._font, 9)
        self.canv.drawString(2, -9, self._text)
        self.canv.restoreState()


def number(value: float) -> str:
    """A number as it is printed: 40, 7.5."""
    return f"{value:g}"


def printed(value: float, style: Style) -> str:
    """A weight as it is printed in a cell."""
    if style.marks:
        return number(value * style.marks / 100)
    return number(value) + ("%" if style.signs else "")


def cell(text: str, bold: bool = False, align: str = "left", indent: float = 0.0) -> Paragraph:
    """One cell of a table."""
    places = {"left": 0, "centre": TA_CENTER, "right": TA_RIGHT}
    font = "Helvetica-Bold" if bold else "Helvetica"
    look = ParagraphStyle("one", parent=CELL, fontName=font, alignment=places[align], leftIndent=indent)
    return Paragraph(text, look)


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion of a table: its reference, its depth, and its criterion in every lot."""

    ref: str
    depth: int
    same: tuple[Criterion, ...]

    @property
    def name(self) -> str:
        """Its name, which is the same in every lot."""
        return self.same[0].name


def rows_of(lots: Sequence[Lot], letters: bool = False) -> Iterator[Row]:
    """The criteria one below the other, numbered 1, 2, 2.1 or A, B, B1."""
    for n, same in enumerate(zip(*(lot.tops for lot in lots), strict=True), start=1):
        ref = chr(64 + n) if letters else str(n)
        yield Row(ref, 0, same)
        for m, below in enumerate(zip(*(top.children for top in same), strict=True), start=1):
            yield Row(f"{ref}{m}" if letters else f"{ref}.{m}", 1, below)


def plain_cells(lots: Sequence[Lot], style: Style) -> list[list[Any]]:
    """The rows of a table with one row for every criterion and one weight column for every lot."""
    numbered = style.refs in ("column", "letters")
    head: list[Any] = [cell("Ref", True)] if numbered else []
    head.append(cell(style.name_head, True))
    weights = [f"{lot.name} {style.weight_head.lower()}".strip() if lot.name else style.weight_head for lot in lots]
    head += [Upright(text) if style.upright_head else cell(text, True, style.align) for text in weights]
    if style.extra:
        heads = {"question": "Question", "words": "Word limit", "pages": "Page limit"}
        head.append(cell(heads[style.extra], True))
    body = [_plain_row(row, style, numbered) for row in rows_of(lots, style.refs == "letters")]
    if style.total:
        line: list[Any] = [""] if numbered else []
        line += [cell("Total", True), *(cell(printed(100, style), True, style.align) for _ in lots)]
        body.append(line + [""] * bool(style.extra))
    return [head, *body]


def _plain_row(row: Row, style: Style, numbered: bool) -> list[Any]:
    name, indent = row.name, 0.0
    if style.refs == "led":
        name = f"{row.ref} {name}"
    elif style.refs == "none" and row.depth:
        name, indent = (f"• {name}", 0.0) if style.depth == "bullets" else (name, 14.0)
    line: list[Any] = [cell(row.ref)] if numbered else []
    line.append(cell(name, indent=indent))
    line += [cell(printed(one.number, style), align=style.align) for one in row.same]
    if style.extra:
        asked = not row.same[0].children
        tells = {"question": f"Q{row.ref.replace('.', '')}", "words": "500 words", "pages": "2 pages"}
        line.append(cell(tells[style.extra] if asked else ""))
    return line


_MERGED = {"name": (0,), "beside": (0, 1), "end": (0, 3)}
"""The columns that are merged, by where the number of a criterion is printed."""


def merged_cells(lot: Lot, style: Style, where: str) -> tuple[list[list[Any]], list[Any]]:
    """The rows of a table whose criteria are merged over their parts, and the commands that merge them.

    Arguments: `where` the number of a criterion is printed: beside (a merged column next to its name), end
    (a merged column at the right), name (in the name's own cell).
    """
    sub = "Sub-criterion weighting" if not style.marks else "Sub-criterion marks"
    part_head = style.weight_head if where == "name" else sub + ("" if style.signs or style.marks else " (%)")
    line = {"name": [], "beside": [style.weight_head], "end": []}[where]
    texts = [style.name_head, *line, "Sub-criterion", part_head, *([style.weight_head] if where == "end" else [])]
    cells: list[list[Any]] = [[cell(text, True) for text in texts]]
    spans: list[Any] = []
    for n, top in enumerate(lot.tops, start=1):
        name = f"{n} {top.name}" if style.refs == "led" else top.name
        own = cell(printed(top.number, style))
        first, rows = len(cells), max(1, len(top.children))
        if where == "name" and top.children:
            name += f" ({printed(top.number, style)} marks)" if style.marks else f" ({number(top.number)}%)"
        for m in range(rows):
            part = top.children[m] if top.children else None
            named = f"{n}.{m + 1} {part.name}" if part and style.refs == "led" else part.name if part else ""
            shown = [cell(named), cell(printed(part.number, style)) if part else own if where == "name" else ""]
            cells.append([cell(name), *([own] if line else []), *shown, *([own] if where == "end" else [])])
        spans += [("SPAN", (col, first), (col, first + rows - 1)) for col in _MERGED[where]]
    if style.total:
        last: list[Any] = [cell("Total", True), "", "", ""] if where != "name" else [cell("Total", True), "", ""]
        last[1 if where == "beside" else -1] = cell(printed(100, style), True)
        cells.append(last)
    return cells, spans


def widths(cells: Sequence[Sequence[Any]], style: Style, lots: int) -> list[float]:
    """How wide the columns of a plain table are, in points."""
    found = [40.0] if style.refs in ("column", "letters") else []
    found += [190.0 if lots < 3 else 140.0, *[90.0 if lots < 3 else 75.0] * lots]
    return found + [75.0] * (len(cells[0]) - len(found))


def table(cells: Sequence[Sequence[Any]], cols: Sequence[float], style: Style, *more: Any, ruled: bool = True) -> Table:
    """A table with its drawn lines; `more` are further reportlab commands such as spans."""
    commands = [FIRM, *more]
    if ruled:
        commands.append(RULES)
    if style.dark_head and ruled:
        commands.append(("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey))
    return Table([list(row) for row in cells], colWidths=list(cols), style=commands, hAlign="LEFT")


def other_table(ruled: bool = True) -> Table:
    """A table that is not about weights."""
    lines = (("Stage", "Day"), ("Questions close", "4 May"), ("Tenders close", "18 May"), ("Contract starts", "1 July"))
    cells = [[cell(text, n == 0) for text in line] for n, line in enumerate(lines)]
    return Table(cells, colWidths=[150, 110], style=[FIRM, *([RULES] if ruled else [])], hAlign="LEFT")


def page(shown: Sequence[Flowable], style: Style, ruled: bool = True) -> list[Flowable]:
    """The table on its page: a title and a heading over it, a few words round it, perhaps another table."""
    story: list[Flowable] = [Paragraph("Invitation to tender: grounds upkeep", TITLE)]
    timetable = [Paragraph("Timetable", HEADING), other_table(ruled), Spacer(1, 10)]
    if style.around == "before":
        story += timetable
    story.append(Paragraph("Award criteria", HEADING))
    story.append(Paragraph("Tenders will be evaluated against the criteria in the table below.", TEXT))
    story += [*shown, Spacer(1, 6)]
    if style.footnote:
        story.append(Paragraph("* Scores are rounded to two decimal places before they are weighted.", NOTE))
    story.append(Paragraph("The contract goes to the tender with the highest score.", TEXT))
    return story + (timetable if style.around == "after" else [])


def split(cells: Sequence[Sequence[Any]], at: int, again: bool, cols: Sequence[float], style: Style) -> list[Flowable]:
    """A ruled table that goes on over a page end after `at` rows, its head printed `again` or not."""
    first = table(cells[:at], cols, style)
    rest = [cells[0], *cells[at:]] if again else list(cells[at:])
    plain = Style(**{**_as_dict(style), "dark_head": style.dark_head and again})
    return [first, PageBreak(), table(rest, cols, plain)]


def _as_dict(style: Style) -> dict[str, Any]:
    return {name: getattr(style, name) for name in Style.__slots__}


def write(path: Path, story: Sequence[Flowable], wide: bool = False) -> Path:
    """The PDF file of a story."""
    size = landscape(A4) if wide else A4
    SimpleDocTemplate(str(path), pagesize=size, invariant=1, topMargin=50, bottomMargin=50).build(list(story))
    return path
