"""Printed lines put together to blocks: paragraphs, bullets, numbered clauses, headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from checker.read.rows import Row

_FREE_PITCH = 1.5
"""From base line to base line, as a share of the letter size: more than this parts paragraphs, unless
the document shows that its lines are set wider."""
_LIST_END = re.compile(r"(?:[;:]|[;,]\s*(?:and|or|and/or))$")
_POINT = re.compile(r"\S \((?:i{1,3}|iv|[a-c]|[1-3])\) ")


@dataclass(frozen=True, slots=True)
class Draft:
    """Printed lines that make one block; `furniture` as in the model."""

    rows: tuple[Row, ...]
    furniture: str = ""

    @property
    def first(self) -> Row:
        """The first printed line."""
        return self.rows[0]

    @property
    def last(self) -> Row:
        """The last printed line."""
        return self.rows[-1]

    @property
    def text(self) -> str:
        """The words, lines joined with a space; for looking at, not for quoting."""
        return " ".join(row.text for row in self.rows)

    @property
    def size(self) -> float:
        """The letter size of the longest line, in points."""
        return max(self.rows, key=lambda row: len(row.text)).line.size

    @property
    def bold(self) -> float:
        """The share of letters set in bold."""
        return sum(r.line.bold * len(r.text) for r in self.rows) / sum(len(r.text) for r in self.rows)


_MOST_LINES = 80
"""Lines of one paragraph; several pages without a new one were made to wear readers out."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document's text is set: by letter size, the usual step from line to line (share of the size)."""

    pitch: dict[float, float]

    def widest(self, size: float) -> float:
        """The widest step, in points, between two lines of one paragraph."""
        usual = self.pitch.get(round(size))
        return size * (usual * 1.18 if usual else _FREE_PITCH) + 0.5


def setting(streams: Sequence[Sequence[Row]]) -> Setting:
    """The usual line step, learnt from lines that surely go on: the next one begins in lower case."""
    steps: dict[float, list[float]] = {}
    for rows in streams:
        for above, row in pairwise(rows):
            step = (row.line.base - above.line.base) / row.line.size
            alike = abs(row.line.size - above.line.size) < 0.3 and abs(row.line.x0 - above.body_x) < 40
            if alike and row.label is None and row.text[0].islower() and 0.8 < step < 2.6 and not above.ended:
                steps.setdefault(round(row.line.size), []).append(step)
    return Setting({size: median(some) for size, some in steps.items() if len(some) >= 5})


def group(rows: Sequence[Row], setting: Setting) -> list[Draft]:
    """The rows of a stream as blocks, in the same order."""
    if not rows:
        return []
    edges = _right_edges(rows, setting)
    drafts: list[Draft] = []
    block: list[Row] = [rows[0]]
    for n in range(1, len(rows)):
        if _begins(block, rows[n], setting, edges[n - 1]):
            drafts.append(Draft(tuple(block)))
            block = []
        block.append(rows[n])
    return [*drafts, Draft(tuple(block))]


def _right_edges(rows: Sequence[Row], setting: Setting) -> list[float]:
    """For each line, how far to the right its text could have run (points)."""
    widest = max(row.line.x1 for row in rows)
    edges: list[float] = []
    start = 0
    for n in range(1, len(rows) + 1):
        apart = n == len(rows) or (
            rows[n].line.base - rows[n - 1].line.base > setting.widest(rows[n].line.size)
            or rows[n].box != rows[n - 1].box
            or abs(rows[n].line.size - rows[n - 1].line.size) > 0.6
        )
        if apart:
            run = rows[start:n]
            longest = max(row.line.x1 for row in run)
            near = longest > 0.8 * widest or len(run) > 3 or run[0].box >= 0
            edges += [longest if near else widest] * len(run)
            start = n
    return edges


def _begins(block: list[Row], row: Row, setting: Setting, edge: float) -> bool:
    """Whether a line begins a new block rather than going on with the one above."""
    first, last = block[0], block[-1]
    step = row.line.base - last.line.base
    size = max(row.line.size, last.line.size)
    if (
        row.box != last.box
        or len(block) >= _MOST_LINES
        or (len(last.strips) > 1 and last.label is None and len(row.strips) > 1)
    ):
        return True
    if step < 0.3 * size or step > (1.9 * size if _in_mid_sentence(block, row) else setting.widest(size)):
        return True
    if abs(row.line.size - last.line.size) > max(0.6, 0.07 * size):
        return True
    lower = row.body[:1].islower()
    fits = last.line.x1 + 0.3 * size + _first_word(row) < edge - 1
    if row.label and _labelled_anew(block, row, last, fits):
        return True
    if row.label is None or not row.label.sure:
        if _changes_weight(block, row, lower, fits):
            return True
        if _steps_aside(block, row, first, last, lower, fits):
            return True
    if fits and not lower:
        return True
    return fits and bool(_LIST_END.search(last.text))


def _in_mid_sentence(block: list[Row], row: Row) -> bool:
    """Whether a line set in place under the one above begins in lower case while that one ends no sentence."""
    last = block[-1]
    place = last.body_x if len(block) == 1 else last.line.x0
    in_place = abs(row.line.x0 - place) < 2 and abs(row.line.size - last.line.size) < 0.3
    return (
        in_place and row.label is None and row.text[0].islower() and not last.ended and not _LIST_END.search(last.text)
    )


def _labelled_anew(block: list[Row], row: Row, last: Row, fits: bool) -> bool:
    label = row.label
    if label is None:
        return False
    if label.kind == "letter" and _counts_inside(block) and abs(row.line.x0 - block[0].body_x) < 5:
        return False
    if label.sure:
        # A number in running text ("… under clause / 4.2 of the …") stands where the lines stand, not out at the label.
        goes_on = (
            block[0].label is not None
            and abs(row.line.x0 - block[0].body_x) < 2
            and abs(block[0].body_x - block[0].line.x0) > 6
        )
        return not (
            goes_on and label.kind != "bullet" and not fits and not last.ended and not _LIST_END.search(last.text)
        )
    ended = last.ended or fits or bool(_LIST_END.search(last.text))
    same_edge = abs(row.line.x0 - block[0].line.x0) < 3
    return ended and same_edge


def _counts_inside(block: list[Row]) -> bool:
    """Whether the block counts its points within the running text: "… are: (i) this; (ii) that; …"."""
    return any(_POINT.search(row.body if n == 0 else row.text) for n, row in enumerate(block))


def _changes_weight(block: list[Row], row: Row, lower: bool, fits: bool) -> bool:
    above = min(r.line.bold for r in block)
    if above > 0.9 and row.line.bold < 0.1:
        return not (lower and not fits)
    if max(r.line.bold for r in block) < 0.1 and row.line.bold > 0.9:
        return block[-1].ended or fits or not lower
    return False


def _steps_aside(block: list[Row], row: Row, first: Row, last: Row, lower: bool, fits: bool) -> bool:
    """Whether a line stands further left or right than the block's lines do."""
    x = row.line.x0
    if len(block) > 1:
        places = [r.line.x0 for r in block[1:]]
        return abs(x - places[-1]) > 5 and not _centred(block, row) and not (lower and not fits)
    if first.label:
        at_body, at_label = abs(x - first.body_x) < 5, abs(x - first.line.x0) < 3
        return not (at_body or at_label or (lower and x > first.line.x0 - 12 and not last.ended))
    if abs(x - first.line.x0) < 4 or _centred(block, row):
        return False
    return fits or first.ended or abs(x - first.line.x0) > 45


def _centred(block: list[Row], row: Row) -> bool:
    middle = (row.line.x0 + row.line.x1) / 2
    return abs(middle - (block[-1].line.x0 + block[-1].line.x1) / 2) < 3


def _first_word(row: Row) -> float:
    end = row.text.find(" ")
    end = len(row.text) if end < 0 else end
    return row.line.rights[end - 1] - row.line.lefts[0]
