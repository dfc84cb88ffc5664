"""The drawn lines of a page, and the grids of table cells that they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from checker.read.drawn import Shape
from checker.read.glyphs import Frame

SNAP = 2.5
"""Lines nearer than this (points) are one line drawn twice."""
REACH = 3.5
"""Lines that end this near to another (points) are taken to touch it."""
THIN = 3.0
"""A filled rectangle thinner than this (points) is a drawn line."""
_TOO_MANY = 1500
"""A page with more lines than this is a drawing, not a table."""


class Edge(NamedTuple):
    """A drawn line: level or upright, where it lies, and from where to where it runs (points)."""

    level: bool
    at: float
    start: float
    end: float
    thick: float = 0.0


Box4 = tuple[float, float, float, float]


class Drawing(NamedTuple):
    """What is drawn on a page: lines, and rectangles filled with a colour."""

    edges: tuple[Edge, ...]
    shades: tuple[Box4, ...]


@dataclass(frozen=True, slots=True)
class Frame4:
    """One cell of a drawn grid: row and column from 0, how many it covers, and its rectangle."""

    row: int
    col: int
    rows: int
    cols: int
    box: Box4


@dataclass(frozen=True, slots=True)
class Lattice:
    """A drawn grid: where its columns and rows begin and end, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Frame4, ...]
    at: tuple[tuple[int, ...], ...]
    """For each row and column the number of the cell that covers it."""

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell in which a point lies."""
        if not (self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1):
            return None
        col = min(max(sum(x >= edge for edge in self.xs) - 1, 0), len(self.xs) - 2)
        row = min(max(sum(y >= edge for edge in self.ys) - 1, 0), len(self.ys) - 2)
        return self.at[row][col]

    @property
    def area(self) -> float:
        """The size of the grid in square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def drawing(drawn: Iterable[Shape], frame: Frame, left: float, top: float) -> Drawing:
    """The drawn lines and shaded rectangles of a page, turned as the page's text is."""
    edges: list[Edge] = []
    shades: list[Box4] = []
    for shape in sorted(drawn, key=lambda one: not one.line):
        box = shape.x0 - left, shape.top - top, shape.x1 - left, shape.bottom - top
        x0, y0, x1, y1 = frame.into(*box)
        x0, x1 = max(x0, -1.0), min(x1, frame.across + 1)
        y0, y1 = max(y0, -1.0), min(y1, frame.down + 1)
        if x1 < x0 or y1 < y0:
            continue
        wide, tall = x1 - x0, y1 - y0
        if min(wide, tall) < (1.0 if shape.line else THIN):
            if tall <= wide and wide > 4:
                edges.append(Edge(True, (y0 + y1) / 2, x0, x1, tall))
            elif tall > wide and tall > 4:
                edges.append(Edge(False, (x0 + x1) / 2, y0, y1, wide))
        elif not shape.line:
            if shape.stroke:
                edges += [
                    Edge(True, y0, x0, x1),
                    Edge(True, y1, x0, x1),
                    Edge(False, x0, y0, y1),
                    Edge(False, x1, y0, y1),
                ]
            if shape.fill and not _white(shape.colour):
                shades.append((x0, y0, x1, y1))
    return Drawing(tuple(edges), tuple(shades))


def lattices(edges: Sequence[Edge]) -> list[Lattice]:
    """Every grid that drawn lines make, from the top down; a lone box is a grid of one cell."""
    if len(edges) > _TOO_MANY * 4:
        return []
    level = _merged([edge for edge in edges if edge.level])
    upright = _merged([edge for edge in edges if not edge.level])
    if not level or not upright or len(level) + len(upright) > _TOO_MANY:
        return []
    found = [_lattice(levels, uprights) for levels, uprights in _touching(level, upright)]
    return sorted((one for one in found if one is not None), key=lambda one: (one.ys[0], one.xs[0]))


def _white(colour: Any) -> bool:
    parts = [part for part in colour if isinstance(part, int | float)] if isinstance(colour, tuple | list) else [colour]
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return True
    return max(parts) < 0.02 if len(parts) == 4 else min(parts) > 0.98


def _merged(edges: list[Edge]) -> list[Edge]:
    """Lines drawn in pieces or twice made one."""
    merged: list[Edge] = []
    group: list[Edge] = []
    for edge in sorted(edges, key=lambda e: (e.at, e.start)):
        if group and edge.at - group[0].at > SNAP:
            merged += _joined(group)
            group = []
        group.append(edge)
    return merged + (_joined(group) if group else [])


def _joined(group: list[Edge]) -> list[Edge]:
    at = sum(edge.at for edge in group) / len(group)
    pieces: list[list[float]] = []
    for edge in sorted(group, key=lambda e: (e.start, e.end)):
        if pieces and edge.start <= pieces[-1][1] + REACH:
            pieces[-1][1] = max(pieces[-1][1], edge.end)
        else:
            pieces.append([edge.start, edge.end])
    return [Edge(group[0].level, at, start, end) for start, end in pieces if end - start > 4]


def _touching(level: list[Edge], upright: list[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """The lines parted into groups that hang together."""
    group = list(range(len(level) + len(upright)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for n, one in enumerate(level):
        for m, other in enumerate(upright, start=len(level)):
            across = one.start - REACH <= other.at <= one.end + REACH
            if across and other.start - REACH <= one.at <= other.end + REACH:
                group[root(m)] = root(n)
    together: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for n, one in enumerate([*level, *upright]):
        together.setdefault(root(n), ([], []))[0 if one.level else 1].append(one)
    return [pair for pair in together.values() if pair[0] and pair[1]]


def _lattice(level: list[Edge], upright: list[Edge]) -> Lattice | None:
    # Sides that are not drawn (a table open to the left, or cut by the page end) lie where the lines end.
    xs = _marks([e.at for e in upright] + [min(e.start for e in level), max(e.end for e in level)])
    ys = _marks([e.at for e in level] + [min(e.start for e in upright), max(e.end for e in upright)])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > 6000:
        return None
    walls = [[_covers(upright, x, (a + b) / 2) for x in xs[1:-1]] for a, b in pairwise(ys)]
    floors = [[_covers(level, y, (a + b) / 2) for a, b in pairwise(xs)] for y in ys[1:-1]]
    rows, cols = len(ys) - 1, len(xs) - 1
    at = [[-1] * cols for _ in range(rows)]
    cells: list[Frame4] = []
    for row in range(rows):
        for col in range(cols):
            if at[row][col] < 0:
                wide = 1
                while col + wide < cols and at[row][col + wide] < 0 and not walls[row][col + wide - 1]:
                    wide += 1
                tall = 1
                while (
                    row + tall < rows
                    and not any(floors[row + tall - 1][col : col + wide])
                    and (not any(walls[row + tall][col : col + wide - 1]))
                ):
                    tall += 1
                for r in range(row, row + tall):
                    for c in range(col, col + wide):
                        at[r][c] = len(cells)
                box = xs[col], ys[row], xs[col + wide], ys[row + tall]
                cells.append(Frame4(row, col, tall, wide, box))
    return Lattice(xs, ys, tuple(cells), tuple(tuple(line) for line in at))


def _marks(values: list[float]) -> tuple[float, ...]:
    marks: list[float] = []
    for value in sorted(values):
        if not marks or value - marks[-1] > REACH:
            marks.append(value)
    return tuple(marks)


def _covers(edges: list[Edge], at: float, middle: float) -> bool:
    return any(abs(edge.at - at) <= REACH and edge.start <= middle <= edge.end for edge in edges)
