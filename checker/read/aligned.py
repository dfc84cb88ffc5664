"""Tables set without lines: words that stand under each other, row after row, with white space between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from checker.read.grids import Grid, GridCell, header_rows
from checker.read.rows import Row
from checker.read.strips import Strip

_LEAST_ROWS = 3
_LONGEST = 60
"""The most lines of an unruled table with a column of numbers."""
_GAP = 10.0
"""The least white space between two columns, in points."""
_SAME_ROW = 0.9
"""Lines nearer than this share of the letter size, from base line to base line, stand side by side."""
_INDENTED = 45.0
"""How far to the right, in points, the parts of a criterion may stand below its name."""
_IN_LINE = 6.0
"""How far, in points, cells of one column may stand out of line."""


@dataclass(slots=True)
class _Column:
    x0: float
    x1: float


def find_aligned(rows: Sequence[Row], gap: float = _GAP, in_line: float = _IN_LINE) -> list[tuple[int, int, Grid]]:
    """Unruled tables among the rows of a stream: first row, one past the last, and the table.

    Careful on purpose: at least three rows of at least two cells, in line on the left, the right or
    the middle, with short cells after the first column. `gap` and `in_line` are in points.
    """
    found: list[tuple[int, int, Grid]] = []
    start = 0
    while start < len(rows):
        end, grid = _table(rows, start, gap, in_line)
        if rows[start].label is None and len(rows[start].strips) > 2:
            # Under a head of their own ("Ref", "No.") numbers are a column and not the labels of what follows them.
            unlabelled = [*rows[:start], *(replace(row, label=None) for row in rows[start : start + _LONGEST])]
            further, other = _table(unlabelled, start, gap, in_line)
            if other is not None and (grid is None or further > end):
                end, grid = further, other
        if grid is None and len(rows[start].parts) == 2:
            end = _pair_end(rows, start, 3 * gap)
            grid = _pair(rows[start:end]) if end - start >= 2 else None
        if grid is not None:
            found.append((start, end, grid))
            start = end
        else:
            start += 1
    return found


def _table(rows: Sequence[Row], start: int, gap: float, in_line: float) -> tuple[int, Grid | None]:
    """The table that begins in a row, if one does, and one past its last row."""
    opens = len(rows[start].parts) > 1 or (start + 1 < len(rows) and _beside(rows[start + 1], rows[start]))
    end = _reach(rows, start, gap) if opens else start
    return end, _grid(rows[start:end], gap, in_line) if end - start >= _LEAST_ROWS else None


def _reach(rows: Sequence[Row], start: int, gap: float) -> int:
    """One past the last row that fits the columns of the first."""
    columns: list[_Column] = []
    end = start
    lone = 0
    while end < len(rows):
        row = rows[end]
        if end > start and (row.box != rows[start].box or row.line.base - rows[end - 1].line.base > 4 * row.line.size):
            break
        beside = end > start and _beside(row, rows[end - 1])
        opens = end == start and len(row.parts) == 1
        widened = _spans(columns, row.parts, gap) if opens else _widened(columns, row.parts, gap)
        fits = len(row.parts) > 1 or opens or beside or _wraps(row, rows[end - 1], columns)
        if widened is None or not (fits or _begins_beside(rows, end)):
            break
        columns = widened
        lone = 0 if len(row.parts) > 1 or beside else lone + 1
        if lone > 3:
            break
        end += 1
    return end


def _pair_end(rows: Sequence[Row], start: int, gap: float) -> int:
    """One past the last line of two cells that stand side by side with nothing drawn round them.

    Both begin on one line far apart (`gap`), both run over a second line at least, and each keeps its left edge.
    """
    left, right = rows[start].parts
    if rows[start].label or right.x0 - left.x1 < gap:
        return start
    end, both = start + 1, 1
    while end < len(rows):
        row, step = rows[end], rows[end].line.base - rows[end - 1].line.base
        if step > 1.35 * row.line.size or row.label or abs(row.line.size - rows[start].line.size) > 0.6:
            break
        if not all(min(abs(p.x0 - left.x0), abs(p.x0 - right.x0)) < 1.5 for p in row.parts) or len(row.parts) > 2:
            break
        if any(p.x0 < right.x0 - 1 < p.x1 + gap for p in row.parts):
            break
        both += len(row.parts) == 2
        end += 1
    return end if both >= 2 else start


def _pair(rows: Sequence[Row]) -> Grid:
    left, right = rows[0].parts
    split = right.x0 - 1
    sides = [[p for row in rows for p in row.parts if (p.x0 < split) is first] for first in (True, False)]
    cells = tuple(GridCell(0, n, 1, 1, tuple(side)) for n, side in enumerate(sides))
    top, bottom = min(r.line.top for r in rows), max(r.line.bottom for r in rows)
    xs = (left.x0, right.x0, max(r.line.x1 for r in rows))
    return Grid(rows[0].line.page, xs, top, bottom, 1, 2, cells, ruled=False, header=0)


def _beside(row: Row, above: Row) -> bool:
    """Whether a line stands beside the one above it, as it lies too close to it to be in the same cell.

    So do the lines of cells that are set in the middle of their row.
    """
    return row.line.base - above.line.base < _SAME_ROW * row.line.size and row.box == above.box


def _begins_beside(rows: Sequence[Row], at: int) -> bool:
    """Whether a line of one cell begins a row whose other cells stand lower down."""
    return at + 1 < len(rows) and _beside(rows[at + 1], rows[at])


def _widened(columns: list[_Column], parts: Sequence[Strip], gap: float) -> list[_Column] | None:
    """The columns with one more row; None when the row runs two of them together."""
    merged = _spans(columns, parts, gap)
    if merged is None or len(merged) < 2 or (columns and len(merged) < len(columns)):
        return None
    return merged


def _spans(columns: list[_Column], parts: Sequence[Strip], gap: float) -> list[_Column] | None:
    """The columns, widened by the parts of a row; None when two of its parts fall into one."""
    spans = sorted([*((c.x0, c.x1) for c in columns), *((p.x0, p.x1) for p in parts)])
    merged: list[_Column] = []
    for x0, x1 in spans:
        if merged and x0 < merged[-1].x1 + gap / 2:
            merged[-1].x1 = max(merged[-1].x1, x1)
        else:
            merged.append(_Column(x0, x1))
    own = [next(n for n, c in enumerate(merged) if c.x0 <= p.x0 <= c.x1) for p in parts]
    return merged if len(set(own)) == len(own) else None


def _wraps(row: Row, above: Row, columns: list[_Column]) -> bool:
    """Whether a row of one cell goes on with a cell of the row above."""
    if row.label or row.line.base - above.line.base > 1.7 * row.line.size or not columns:
        return False
    for part in above.parts:
        if abs(part.x0 - row.line.x0) < 3:
            return abs(part.bold - row.line.bold) < 0.5
    return False


def _grid(rows: Sequence[Row], gap: float, in_line: float) -> Grid | None:
    full = [row for row in rows if len(row.parts) > 1]
    columns: list[_Column] = []
    for row in rows:
        columns = _spans(columns, row.parts, gap) or columns
    if len(full) < _LEAST_ROWS or len(columns) < 2:
        return None
    if any(right.x0 - left.x1 < gap for left, right in pairwise(columns)):
        return None
    placed: list[list[list[Strip]]] = []
    for number, row in enumerate(rows):
        cells: list[list[Strip]] = [[] for _ in columns]
        for part in row.parts:
            cells[next(n for n, c in enumerate(columns) if c.x0 - 1 <= part.x0 <= c.x1)].append(part)
        if placed and _goes_on(rows, number):
            for n, more in enumerate(cells):
                placed[-1][n].extend(more)
        else:
            placed.append(cells)
    for n in range(len(columns)):
        column = [cells[n] for cells in placed if cells[n]]
        if n and not _short(column):
            return None
        if not (_even(column, in_line) or (n == 0 and _indented(column))) or (
            n and len(column) < max(3, 0.6 * len(placed))
        ):
            return None
    made = tuple(
        GridCell(r, c, 1, 1, tuple(lines)) for r, cells in enumerate(placed) for c, lines in enumerate(cells) if lines
    )
    xs = (*(c.x0 for c in columns), columns[-1].x1)
    top, bottom = min(r.line.top for r in rows), max(r.line.bottom for r in rows)
    grid = Grid(rows[0].line.page, xs, top, bottom, len(placed), len(columns), made, ruled=False)
    return replace(grid, header=header_rows(grid))


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """Whether a line belongs to the same row of cells as the one above it."""
    if at and _beside(rows[at], rows[at - 1]):
        return True
    return len(rows[at].parts) == 1 and not _begins_beside(rows, at)


def _short(column: list[list[Strip]]) -> bool:
    return median(sum(len(s.text.split()) for s in cell) for cell in column) <= 6


def _indented(column: list[list[Strip]]) -> bool:
    """Whether the cells of the first column begin at two or three edges, as names with their parts below them do."""
    lefts = sorted(cell[0].x0 for cell in column)
    edges = [lefts[0], *(right for left, right in pairwise(lefts) if right - left > 1.5)]
    return len(edges) <= 3 and len(edges) * 2 <= len(lefts) and edges[-1] - edges[0] <= _INDENTED


def _even(column: list[list[Strip]], in_line: float) -> bool:
    """Whether most cells of a column stand in line on the left, the right or the middle."""
    marks = (
        [cell[0].x0 for cell in column],
        [cell[0].x1 for cell in column],
        [(cell[0].x0 + cell[0].x1) / 2 for cell in column],
    )
    for places in marks:
        middle = median(places)
        if sum(abs(place - middle) <= in_line for place in places) >= 0.8 * len(places):
            return True
    return False
