"""One page of a PDF turned into strips of text and tables; the page's letters are let go at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.model import FROM_FILE, FROM_PICTURE
from checker.read.drawn import Drawn, Shape
from checker.read.glyphs import UNKNOWN, Frame, Glyph, glyphs_by_turn
from checker.read.grids import Grid, make_grid
from checker.read.hidden import sort_out
from checker.read.ruling import Box4, Drawing, Lattice, drawing, lattices
from checker.read.strikes import mark_struck
from checker.read.strips import Strip, set_in_strips


@dataclass(frozen=True, slots=True)
class PageDraft:
    """What one page holds, before anything is known of the other pages.

    `frame` tells how the page was turned for reading; `boxes` are drawn frames that are no tables
    (text in different frames never runs on); `picture` is the share of the page that pictures cover.
    """

    number: int
    frame: Frame
    strips: tuple[Strip, ...] = ()
    aside: tuple[Strip, ...] = ()
    """Text that runs in another direction than the page."""
    grids: tuple[Grid, ...] = ()
    boxes: tuple[Box4, ...] = ()
    picture: float = 0.0
    note: str = ""
    hidden: tuple[tuple[str, str, int], ...] = ()
    """Text that the page does not show: why, how it begins, how many letters."""
    ocr: str = ""
    """As of the model's Page."""

    @property
    def letters(self) -> int:
        """How many letters it holds."""
        in_cells = sum(len(strip.text) for grid in self.grids for cell in grid.cells for strip in cell.lines)
        return in_cells + sum(len(strip.text) for strip in (*self.strips, *self.aside))


_FEW = 200
"""Letters: a page number and a stamp make fewer."""
NO_TEXT = "a picture with no text"
NO_LETTERS = "its letters cannot be told (the font has no table of letters)"


def read_page(number: int, found: Drawn, box: Box4, shown: Box4 | None = None) -> PageDraft:
    """Everything that counts on a page, from what is drawn on it.

    Arguments: `box` is the page's own, in points; `shown` the part of it that is shown and printed.
    """
    left, top = box[:2]
    width, height = box[2] - left, box[3] - top
    picture = _picture_share(found.images, left, top, width, height)
    chars, hidden, layer = sort_out(found, shown or box, picture)
    by_turn = glyphs_by_turn(chars, width, height, left, top)
    turn = max(by_turn, key=lambda t: (len(by_turn[t]), -t), default=0)
    frame = Frame(turn, width, height)
    told = tuple((one.why, one.quote, one.letters) for one in hidden)
    unknown = sum(glyph.text == UNKNOWN for glyphs in by_turn.values() for glyph in glyphs)
    letters = sum(bool(glyph.text) for glyphs in by_turn.values() for glyph in glyphs)
    if not letters:
        drawn_over = picture > 0.02 or found.curves > 20
        return PageDraft(number, frame, note=NO_TEXT if drawn_over else "", hidden=told)
    if unknown > 0.5 * letters:
        return PageDraft(number, frame, note=NO_LETTERS, hidden=told)
    draft = _draft(number, frame, by_turn, drawing(found.shapes, frame, left, top), picture)
    return replace(draft, hidden=told, ocr=FROM_FILE if layer > 0.5 * letters else "")


def needs_ocr(draft: PageDraft) -> bool:
    """Whether a page may hold text that only its picture shows: no text, or a few words printed over a scan."""
    return draft.note in (NO_TEXT, NO_LETTERS) or (draft.picture > 0.5 and draft.letters < _FEW and not draft.ocr)


def read_picture(draft: PageDraft, letters: list[Glyph], lines: list[Shape]) -> PageDraft:
    """A page with the letters and lines seen on its picture, or as it was where these are no more than it holds."""
    if len(letters) < max(3, 3 * draft.letters):
        return draft
    frame = draft.frame._replace(turn=0)
    made = _draft(draft.number, frame, {0: letters}, drawing(lines, frame, 0, 0), draft.picture)
    return replace(made, hidden=draft.hidden, ocr=FROM_PICTURE)


def _draft(number: int, frame: Frame, by_turn: dict[int, list[Glyph]], drawn: Drawing, picture: float) -> PageDraft:
    found = lattices(drawn.edges)
    bars = [(e.start, e.end, e.at) for e in drawn.edges if e.level and e.thick < 2]
    grids: list[Grid] = []
    boxes: list[Box4] = []
    taken: dict[int, list[Glyph]] = {turn: list(glyphs) for turn, glyphs in by_turn.items()}
    # The smallest grid first, so that a table inside a cell of another keeps its own text.
    for lattice in sorted(found, key=lambda one: one.area):
        inside, left = _sorted_into_cells(lattice, taken, frame)
        text = {}
        for n, glyphs in inside.items():
            strips = [s for turn, some in glyphs.items() for s in set_in_strips(some, number, turn)]
            text[n] = mark_struck(sorted(strips, key=lambda s: s.turn != frame.turn), bars)
        grid = make_grid(number, lattice, text, drawn.shades)
        if grid is None:
            boxes += [cell.box for cell in lattice.cells]
        else:
            grids.append(grid)
            taken = left
    level = mark_struck(set_in_strips(taken.pop(frame.turn, []), number, frame.turn), bars)
    aside = tuple(strip for turn in sorted(taken) for strip in set_in_strips(taken[turn], number, turn))
    grids.sort(key=lambda grid: (grid.top, grid.x0))
    return PageDraft(number, frame, tuple(level), aside, tuple(grids), tuple(boxes), picture)


def _sorted_into_cells(
    lattice: Lattice, by_turn: dict[int, list[Glyph]], frame: Frame
) -> tuple[dict[int, dict[int, list[Glyph]]], dict[int, list[Glyph]]]:
    """The letters of each cell, and those that lie in none."""
    inside: dict[int, dict[int, list[Glyph]]] = {}
    outside: dict[int, list[Glyph]] = {}
    x0, x1, y0, y1 = lattice.xs[0] - 1, lattice.xs[-1] + 1, lattice.ys[0] - 1, lattice.ys[-1] + 1
    for turn, glyphs in by_turn.items():
        own = _turned(frame, turn)
        for glyph in glyphs:
            x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
            if turn != frame.turn:
                x, y = frame.into(*own.back(x, y, x, y))[:2]
            cell = lattice.cell_at(x, y) if x0 <= x <= x1 and y0 <= y <= y1 else None
            if cell is None:
                outside.setdefault(turn, []).append(glyph)
            else:
                inside.setdefault(cell, {}).setdefault(turn, []).append(glyph)
    return inside, outside


def _turned(frame: Frame, turn: int) -> Frame:
    """The same page turned another way."""
    return frame._replace(turn=turn)


def _picture_share(
    images: Sequence[tuple[float, float, float, float]], left: float, top: float, width: float, height: float
) -> float:
    area = 0.0
    for x0, y0, x1, y1 in images:
        wide = min(x1 - left, width) - max(x0 - left, 0)
        tall = min(y1 - top, height) - max(y0 - top, 0)
        area += max(wide, 0) * max(tall, 0)
    return area / (width * height) if width * height else 0.0
