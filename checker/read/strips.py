"""A strip is a stretch of print on one line without a wide gap: its words, and where every letter stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from checker.read.glyphs import Glyph

WORD_GAP = 0.2
"""A gap wider than this share of the letter size parts two words, even without a space between them."""
STRIP_GAP = 1.2
"""A gap wider than this share of the letter size parts two strips: a column, a label, a table cell."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Words printed side by side on one line of a page, in points from the page's top left corner.

    `lefts` and `rights` hold the edges of every letter of `text`; `base` is the line the letters stand
    on; `bold` is the share of letters set in bold. On sideways pages the points are those of the page
    after turning it by `turn` degrees, so that the text runs from left to right.
    """

    page: int
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: float
    lefts: array[float] = field(compare=False, repr=False)
    rights: array[float] = field(compare=False, repr=False)
    struck: tuple[tuple[int, int], ...] = ()
    turn: int = 0

    def cut(self, start: int, end: int) -> Strip:
        """The part of the strip that holds text[start:end]."""
        struck = tuple((max(a, start) - start, min(b, end) - start) for a, b in self.struck if a < end and start < b)
        return replace(
            self,
            text=self.text[start:end],
            x0=min(self.lefts[start:end]),
            x1=max(self.rights[start:end]),
            lefts=self.lefts[start:end],
            rights=self.rights[start:end],
            struck=struck,
        )


_MOST_LETTERS = 4000
"""Letters of one printed line; the widest sheet has a few hundred, and what is beyond was made to wear readers out."""


def set_in_strips(glyphs: Iterable[Glyph], page: int, turn: int = 0) -> list[Strip]:
    """The letters of a page (or of one table cell) set in strips, from the top down and left to right."""
    return [strip for line in _lines(list(glyphs)) for strip in _strips(line, page, turn)]


def join(strips: Sequence[Strip]) -> Strip:
    """Strips of one printed line as one strip, with a space over each gap."""
    if len(strips) == 1:
        return strips[0]
    lefts, rights, texts, struck = array("f"), array("f"), [], []
    at = 0
    for n, strip in enumerate(strips):
        if n:
            lefts.append(rights[-1])
            rights.append(max(strip.x0, rights[-1]))
            at += 1
        struck += [(a + at, b + at) for a, b in strip.struck]
        lefts.extend(strip.lefts)
        rights.extend(strip.rights)
        texts.append(strip.text)
        at += len(strip.text)
    letters = sum(len(s.text) for s in strips)
    main = max(strips, key=lambda s: len(s.text))
    return Strip(
        page=strips[0].page,
        text=" ".join(texts),
        x0=min(s.x0 for s in strips),
        top=min(s.top for s in strips),
        x1=max(s.x1 for s in strips),
        bottom=max(s.bottom for s in strips),
        base=main.base,
        size=main.size,
        bold=sum(s.bold * len(s.text) for s in strips) / letters,
        lefts=lefts,
        rights=rights,
        struck=tuple(struck),
        turn=strips[0].turn,
    )


def in_rows(strips: Iterable[Strip]) -> list[list[Strip]]:
    """Strips put together that stand on one line, from the top down, each line from left to right."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda s: (s.base, s.x0)):
        if rows and abs(strip.base - rows[-1][0].base) <= 0.3 * min(strip.size, rows[-1][0].size) + 0.5:
            rows[-1].append(strip)
        else:
            rows.append([strip])
    for row in rows:
        row.sort(key=lambda s: (s.x0, s.base))
    return rows


def _lines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Letters that share a base line; raised and lowered ones (1st, CO2) go with the line they belong to."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.base, g.x0)):
        if lines and glyph.base - lines[-1][0].base <= max(0.8, 0.15 * max(glyph.size, lines[-1][0].size)):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    sizes = [max((g.size for g in line if g.text), default=0.0) for line in lines]
    for n, line in enumerate(lines):
        for near in (n + 1, n - 1):
            if 0 <= near < len(lines) and lines[near] and 0 < sizes[n] <= 0.8 * sizes[near]:
                apart = abs(line[0].base - lines[near][0].base)
                if apart <= 0.5 * sizes[near] and _beside(line, lines[near]):
                    lines[near] = [*lines[near], *line]
                    lines[n] = []
                    break
    return [sorted(line, key=lambda g: (g.x0, g.x1)) for line in lines if line]


def _beside(small: list[Glyph], line: list[Glyph]) -> bool:
    """Whether small letters touch the letters of a line, as a footnote sign does."""
    return any(
        abs(s.x0 - g.x1) < 0.4 * g.size or abs(g.x0 - s.x1) < 0.4 * g.size
        for s in small
        for g in line
        if g.text and s.text
    )


def _strips(line: list[Glyph], page: int, turn: int) -> list[Strip]:
    strips: list[Strip] = []
    run: list[Glyph] = []
    breaks: list[bool] = []
    space = False
    for glyph in line[:_MOST_LETTERS]:
        if not glyph.text:
            space = True
            continue
        if run:
            last = run[-1]
            if glyph.text == last.text and abs(glyph.x0 - last.x0) < 0.2 * max(last.x1 - last.x0, 0.5):
                continue  # printed twice to look bold
            gap = glyph.x0 - last.x1
            if gap > STRIP_GAP * max(glyph.size, last.size):
                strips.append(_strip(run, breaks, page, turn))
                run, breaks = [], []
            else:
                breaks.append(space or gap > WORD_GAP * min(glyph.size, last.size))
        run.append(glyph)
        space = False
    if run:
        strips.append(_strip(run, breaks, page, turn))
    return strips


def _strip(run: list[Glyph], breaks: list[bool], page: int, turn: int) -> Strip:
    lefts, rights, letters = array("f"), array("f"), []
    sizes: dict[float, int] = {}
    bold = 0
    for n, glyph in enumerate(run):
        if n and breaks[n - 1]:
            letters.append(" ")
            lefts.append(run[n - 1].x1)
            rights.append(max(glyph.x0, run[n - 1].x1))
        step = (glyph.x1 - glyph.x0) / len(glyph.text)
        for k in range(len(glyph.text)):
            lefts.append(glyph.x0 + k * step)
            rights.append(glyph.x0 + (k + 1) * step)
        letters.append(glyph.text)
        sizes[glyph.size] = sizes.get(glyph.size, 0) + 1
        bold += glyph.bold
    size = max(sizes, key=lambda s: (sizes[s], s))
    main = [g for g in run if abs(g.size - size) <= 0.25 * size]
    return Strip(
        page=page,
        text="".join(letters),
        x0=run[0].x0,
        top=min(g.top for g in main),
        # Letters without a width, in a damaged font, would seem to end before they begin: the edges are rounded.
        x1=max(run[0].x0, *rights),
        bottom=max(g.bottom for g in main),
        base=main[0].base,
        size=size,
        bold=bold / len(run),
        lefts=lefts,
        rights=rights,
        turn=turn,
    )
