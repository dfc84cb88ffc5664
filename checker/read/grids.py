"""Tables as they stand on one page: cells with their printed lines, and which rows name the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.read.ruling import Box4, Frame4, Lattice
from checker.read.strips import Strip, in_rows, join


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: row and column from 0, how many of each it covers, and its printed lines."""

    row: int
    col: int
    rows: int
    cols: int
    lines: tuple[Strip, ...]
    shaded: bool = False

    @property
    def text(self) -> str:
        """The words of the cell, lines joined with a space."""
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> float:
        """The share of letters set in bold."""
        letters = sum(len(line.text) for line in self.lines)
        return sum(line.bold * len(line.text) for line in self.lines) / letters if letters else 0.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page, in points of the (turned) page; only cells that hold text are listed."""

    page: int
    xs: tuple[float, ...]
    top: float
    bottom: float
    rows: int
    cols: int
    cells: tuple[GridCell, ...]
    ruled: bool = True
    header: int = 1
    furniture: str = ""

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.xs[0]

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.xs[-1]

    def row(self, number: int) -> list[GridCell]:
        """The cells that begin in a row, left to right."""
        return [cell for cell in self.cells if cell.row == number]


def printed_lines(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The strips of a cell as printed lines: level text first, then text that runs up or down."""
    level = [strip for strip in strips if strip.turn == strips[0].turn]
    other = [strip for strip in strips if strip.turn != strips[0].turn]
    return tuple(join(row) for part in (level, other) for row in in_rows(part))


def make_grid(page: int, lattice: Lattice, strips: dict[int, list[Strip]], shades: Sequence[Box4]) -> Grid | None:
    """A drawn grid and the text of its cells as a table; None where it is a frame round text, not a table.

    `strips` holds the text of each cell by the cell's number in the lattice.
    """
    cells = [
        GridCell(frame.row, col, frame.rows, cols, printed_lines(part), _shaded(frame.box, shades))
        for n, frame in enumerate(lattice.cells)
        if strips.get(n)
        for col, cols, part in _by_column(frame, lattice.xs, strips[n])
    ]
    grid = Grid(page, lattice.xs, lattice.ys[0], lattice.ys[-1], len(lattice.ys) - 1, len(lattice.xs) - 1, tuple(cells))
    grid = _without_gaps(grid, lattice)
    wide = {cell.col for cell in grid.cells}
    if len(wide) < 2 or grid.cols < 2 or not any(len(grid.row(n)) > 1 for n in range(grid.rows)):
        return None
    return replace(grid, header=header_rows(grid))


def _by_column(frame: Frame4, xs: Sequence[float], strips: list[Strip]) -> list[tuple[int, int, list[Strip]]]:
    """The text of a cell, or of a merged cell whose words stand apart under the columns of the other rows."""
    whole = [(frame.col, frame.cols, strips)]
    if frame.cols == 1 or len(strips) < 2:
        return whole
    parts: dict[int, list[Strip]] = {}
    for strip in strips:
        col = max(n for n in range(frame.col, frame.col + frame.cols) if n == frame.col or xs[n] <= strip.x0 + 3)
        if strip.x1 > xs[col + 1] + 3:
            return whole
        parts.setdefault(col, []).append(strip)
    ends = [*sorted(parts)[1:], frame.col + frame.cols]
    return (
        [(col, end - col, parts[col]) for col, end in zip(sorted(parts), ends, strict=True)]
        if len(parts) > 1
        else whole
    )


def header_rows(grid: Grid) -> int:
    """How many rows at the top of a table name its columns.

    A row does when it is set in bold or shaded unlike the rows below it; failing that, when it has
    words for every column and no figures.
    """
    rows = [grid.row(n) for n in range(grid.rows)]
    if grid.rows < 2:
        return 0
    for mark in ([all(c.shaded for c in r) for r in rows], [all(c.bold > 0.8 for c in r) for r in rows]):
        marks = [bool(row) and yes for row, yes in zip(rows, mark, strict=True)]
        count = 0
        while count < min(4, grid.rows) and marks[count]:
            count += 1
        if 0 < count < min(4, grid.rows):
            tall = max((cell.row + cell.rows for cell in grid.cells if cell.row < count), default=count)
            return min(max(count, min(tall, count + 1)), grid.rows - 1)
    first = rows[0]
    plain = all(len(c.text.split()) <= 6 and not any(x.isdigit() for x in c.text) for c in first)
    return 1 if plain and sum(c.cols for c in first) == grid.cols and len(first) > 1 else 0


def _shaded(box: Box4, shades: Sequence[Box4]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    area = (box[2] - box[0]) * (box[3] - box[1])
    for x0, y0, x1, y1 in shades:
        if x0 <= x <= x1 and y0 <= y <= y1:
            shared = (min(x1, box[2]) - max(x0, box[0])) * (min(y1, box[3]) - max(y0, box[1]))
            if shared > 0.6 * area:
                return True
    return False


def _without_gaps(grid: Grid, lattice: Lattice) -> Grid:
    """The table without columns and rows that are only the gap of a double line or hold nothing at all."""
    cols = [n for n in range(grid.cols) if _kept(lattice.xs, n, {c.col for c in grid.cells}, 9.0)]
    rows = [n for n in range(grid.rows) if _kept(lattice.ys, n, {c.row for c in grid.cells}, 5.0)]
    cells = []
    for cell in grid.cells:
        over_cols = [n for n in cols if cell.col <= n < cell.col + cell.cols]
        over_rows = [n for n in rows if cell.row <= n < cell.row + cell.rows]
        if over_cols and over_rows:
            row, col = rows.index(over_rows[0]), cols.index(over_cols[0])
            cells.append(replace(cell, row=row, col=col, rows=len(over_rows), cols=len(over_cols)))
    xs = tuple(grid.xs[n] for n in cols) + grid.xs[-1:]
    return replace(grid, xs=xs, rows=len(rows), cols=len(cols), cells=tuple(cells))


def _kept(edges: tuple[float, ...], n: int, begun: set[int], least: float) -> bool:
    return n in begun or edges[n + 1] - edges[n] >= least
