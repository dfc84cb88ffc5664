"""What goes on over the end of a page or column: paragraphs joined, tables made one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.read.blocks import Draft
from checker.read.grids import Grid, GridCell

_OPEN_END = re.compile(r"(?:[,\-‐‑–(&]|«[^»]*)$")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")
_COLUMN_SHIFT = 5.0
"""How far, in points, the columns of a table may move from page to page."""


@dataclass(frozen=True, slots=True)
class TableDraft:
    """A table with all its pages put together; `dropped` are repeated header cells."""

    grids: tuple[Grid, ...]
    rows: int
    cols: int
    cells: tuple[GridCell, ...]
    header: int
    dropped: tuple[GridCell, ...] = ()

    @property
    def ruled(self) -> bool:
        """Whether lines are drawn round its cells."""
        return self.grids[0].ruled


Element = Draft | TableDraft


def carry_over(streams: Sequence[Sequence[Draft | Grid]], joining_words: Sequence[str]) -> list[Element]:
    """The blocks and tables of a document in reading order, made whole over page and column ends.

    `joining_words` ("and", "of", "the") never end a sentence: what follows them goes on.
    """
    flow: list[Element] = []
    open_end: int | None = None  # the last element that is not page furniture
    for stream in streams:
        first = True
        for item in stream:
            last = flow[open_end] if first and open_end is not None else None
            if isinstance(item, Grid) and item.furniture:
                flow.append(_table(item))
                continue
            first = False
            joined = _joined(last, item, joining_words) if last is not None else None
            if joined is not None and open_end is not None:
                flow[open_end] = joined
            else:
                flow.append(_table(item) if isinstance(item, Grid) else item)
                open_end = len(flow) - 1
    return flow


def _table(grid: Grid) -> TableDraft:
    return TableDraft((grid,), grid.rows, grid.cols, grid.cells, grid.header)


def _joined(last: Element, item: Draft | Grid, joining_words: Sequence[str]) -> Element | None:
    if isinstance(last, TableDraft):
        return _joined_tables(last, item) if isinstance(item, Grid) else None
    if isinstance(item, Draft) and goes_on(last, item, joining_words):
        return replace(last, rows=(*last.rows, *item.rows))
    return None


def goes_on(above: Draft, below: Draft, joining_words: Sequence[str]) -> bool:
    """Whether a block at the top of a page clearly goes on with the last one of the page before."""
    if above.furniture or below.furniture or abs(above.size - below.size) > 0.6:
        return False
    if below.first.line.page > above.last.line.page + 1:
        return False
    label = below.first.label
    if label is not None and label.sure:
        return False
    if above.last.ended or (above.bold > 0.9) != (below.bold > 0.9):
        return False
    text = above.last.text
    if below.first.text[0].islower() and label is None:
        return not text.endswith((";", ":")) or len(above.rows) > 1
    word = _LAST_WORD.search(text)
    if _OPEN_END.search(text) or (word is not None and word[1].casefold() in joining_words):
        return True
    full = len(above.rows) > 1 and above.last.line.x1 > max(row.line.x1 for row in above.rows) - 4 * above.size
    in_line = abs(below.first.line.x0 - above.last.line.x0) < 5
    return full and in_line and below.bold < 0.5 and len(below.text) > 25 and not text.endswith((";", ":"))


def _joined_tables(table: TableDraft, grid: Grid) -> TableDraft | None:
    """The table with its next page, or None where the grid is another table."""
    if not table.ruled or not grid.ruled or table.grids[-1].page + 1 < grid.page:
        return None
    mapped = _mapped(table.grids[0].xs, grid)
    if mapped is None:
        return None
    head = _header_texts(table.cells, table.header)
    repeated = 0
    for count in range(min(max(table.header, 1), grid.rows - 1), 0, -1):
        if head and _header_texts(mapped, count) == _header_texts(table.cells, count):
            repeated = count
            break
    marked = grid.header and any(c.shaded or c.bold > 0.8 for c in grid.row(0)) and table.header
    if not repeated and marked and any(c.shaded or c.bold > 0.8 for c in table.cells if c.row == 0):
        return None
    cells = list(table.cells)
    dropped = [c for c in mapped if c.row < repeated]
    rest = [c for c in mapped if c.row >= repeated]
    shift = table.rows - repeated
    split = _split_row(cells, rest, table.rows - 1, repeated)
    if split:
        merged = {c.col: c for c in rest if c.row == repeated}
        cells = [
            replace(c, lines=(*c.lines, *merged.pop(c.col).lines))
            if c.row + c.rows == table.rows and c.col in merged
            else c
            for c in cells
        ]
        cells += [replace(c, row=table.rows - 1) for c in merged.values()]
        rest = [c for c in rest if c.row != repeated]
        shift -= 1
    cells += [replace(c, row=c.row + shift) for c in rest]
    rows = max((c.row + c.rows for c in cells), default=table.rows)
    return TableDraft((*table.grids, grid), rows, table.cols, tuple(cells), table.header, (*table.dropped, *dropped))


def _mapped(xs: Sequence[float], grid: Grid) -> list[GridCell] | None:
    """The cells of a grid in the columns of another, where its column lines are among the other's."""
    if abs(xs[0] - grid.xs[0]) > _COLUMN_SHIFT or abs(xs[-1] - grid.xs[-1]) > _COLUMN_SHIFT or len(grid.xs) < 3:
        return None
    places = []
    for x in grid.xs:
        near = min(range(len(xs)), key=lambda n: abs(xs[n] - x))
        if abs(xs[near] - x) > _COLUMN_SHIFT:
            return None
        places.append(near)
    return [
        replace(cell, col=places[cell.col], cols=max(places[cell.col + cell.cols] - places[cell.col], 1))
        for cell in grid.cells
    ]


def _header_texts(cells: Sequence[GridCell], rows: int) -> list[tuple[int, int, str]]:
    return sorted((c.row, c.col, " ".join(c.text.casefold().split())) for c in cells if c.row < rows)


def _split_row(above: Sequence[GridCell], below: Sequence[GridCell], last: int, first: int) -> bool:
    """Whether the first row below is the rest of the last row above, cut by the page end."""
    rest = [c for c in below if c.row == first]
    ends = {c.col: c for c in above if c.row <= last < c.row + c.rows}
    if not rest or (any(c.col == 0 for c in rest) and not all(_unfinished(ends.get(c.col), c) for c in rest)):
        return False
    return all(_unfinished(ends.get(c.col), c) for c in rest)


def _unfinished(above: GridCell | None, below: GridCell) -> bool:
    if above is None:
        return False
    text, more = above.text, below.text
    if text.rfind("«") > text.rfind("»"):
        return True
    return more[:1].islower() and not text.endswith((".", "?", "!"))
