"""Which blocks are headings, told by number, size, weight and shortness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from checker.read.blocks import Draft
from checker.read.carry import Element

_LONGEST = 16
"""A heading has at most this many words."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its number ("4.2", "Schedule 3"), its title, and its look for comparing with others."""

    number: str
    title: str
    depth: int
    """How many steps its number has; 0 without a number, -1 for a part, schedule or annex."""
    size: float
    bold: bool
    capitals: bool
    is_title: bool = False
    """The title of the whole document, on its first page."""
    within: int = 0
    """The number of steps of the numbered section that goes on after it (an unnumbered heading between 17.4 and 17.5
    stands within 17: 1); 0 when none does."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the running text of a document is set."""

    size: float
    mostly_bold: bool


def look_of(flow: Sequence[Element]) -> Look:
    """The letter size in which most of the text is set, and whether most of it is bold."""
    sizes: Counter[float] = Counter()
    bold = letters = 0.0
    for item in flow:
        if isinstance(item, Draft) and not item.furniture:
            for row in item.rows:
                sizes[round(row.line.size * 2) / 2] += len(row.text)
                bold += row.line.bold * len(row.text)
                letters += len(row.text)
    size = max(sizes, key=lambda s: (sizes[s], -s)) if sizes else 10.0
    return Look(size, bold > 0.5 * letters)


def find_headings(
    flow: Sequence[Element], look: Look, division_words: Sequence[str], sentence_words: Sequence[str]
) -> dict[int, Heading]:
    """The headings of a document, by their place in `flow`.

    `division_words` are what parts of a document are called ("schedule", "annex"); `sentence_words` make
    a numbered line a sentence even where it looks like a heading ("shall", "must").
    """
    division = _division(division_words)
    found: dict[int, Heading] = {}
    for n, item in enumerate(flow):
        if isinstance(item, Draft) and not item.furniture and _reads_as_title(item):
            after = next((one for one in flow[n + 1 :] if not (isinstance(one, Draft) and one.furniture)), None)
            if _stands_out(item, after, look) or _has_clauses(item, after, sentence_words):
                found[n] = _heading(item, division)
    return _with_title(_within_numbered(_without_options(found, look), flow), flow, look)


def _without_options(found: dict[int, Heading], look: Look) -> dict[int, Heading]:
    """The headings without the tick-box answers of a form, which are set larger than its small print.

    They give themselves away by standing one below the other, all set alike and none of them bold.
    """
    looks: dict[float, list[int]] = {}
    for n, heading in found.items():
        if not heading.bold and heading.depth == 0 and heading.size < 1.5 * look.size and not heading.capitals:
            looks.setdefault(round(heading.size), []).append(n)
    gone: set[int] = set()
    for places in looks.values():
        beside = sum(n - 1 in places or n + 1 in places for n in places)
        if len(places) >= 6 and beside >= 0.4 * len(places):
            gone.update(places)
    return {n: heading for n, heading in found.items() if n not in gone}


def _within_numbered(found: dict[int, Heading], flow: Sequence[Element]) -> dict[int, Heading]:
    """The headings, the unnumbered ones placed within the numbered section whose clauses go on after them."""
    open_number: tuple[str, ...] = ()
    placed = dict(found)
    for n, heading in found.items():
        item = flow[n]
        label = item.first.label if isinstance(item, Draft) else None
        if heading.depth > 0 and label is not None:
            open_number = label.parts
        elif heading.depth == 0 and open_number:
            after = _next_number(flow, n)
            if after[: len(open_number)] == open_number and len(after) > len(open_number):
                placed[n] = replace(heading, within=len(open_number))
    return placed


def _next_number(flow: Sequence[Element], n: int) -> tuple[str, ...]:
    """The first clause number after a place in the flow."""
    for item in flow[n + 1 : n + 15]:
        if isinstance(item, Draft) and not item.furniture:
            label = item.first.label
            if label is not None and label.kind == "number":
                return label.parts
    return ()


def make_heading(draft: Draft, division_words: Sequence[str]) -> Heading:
    """A block as a heading, whatever it looks like; its number and title parted."""
    return _heading(draft, _division(division_words))


@cache
def _parts_of_documents(words: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, words)) or "(?!)"
    return re.compile(rf"((?:{names})\s+(?:\d+[A-Za-z]?|[A-Z]|[IVX]+))\b[\s:.\-–—]*", re.IGNORECASE)


def _division(words: Sequence[str]) -> re.Pattern[str]:
    return _parts_of_documents(tuple(words))


def _heading(draft: Draft, division: re.Pattern[str]) -> Heading:
    label = draft.first.label
    text = draft.text
    number, depth = "", 0
    if label is not None:
        number, text = label.text.rstrip(".:)"), text[label.end :]
        depth = len(label.parts) if label.kind == "number" else 0
    elif (m := division.match(text)) and not text[m.end() : m.end() + 1].islower():
        number, text, depth = " ".join(m[1].split()), text[m.end() :], -1
    letters = [c for c in text if c.isalpha()]
    capitals = bool(letters) and all(c.isupper() for c in letters)
    return Heading(number, text.strip() or number, depth, draft.size, draft.bold > 0.9, capitals)


def _reads_as_title(draft: Draft) -> bool:
    label = draft.first.label
    text = draft.text[label.end :] if label else draft.text
    if (label and label.kind == "bullet") or len(draft.rows) > 3 or len(text.split()) > _LONGEST:
        return False
    if sum(c.isalpha() for c in text) < 3 or text[0].islower() or text.rstrip().endswith((";", ",", "…")):
        return False
    if "«" in text or text.count("_") > 3 or text.endswith("."):
        return False
    return len(draft.first.strips) < (4 if label else 3)


def _stands_out(draft: Draft, after: Element | None, look: Look) -> bool:
    """Whether a short block is larger than the running text, or bold or in capitals unlike what follows it."""
    if draft.size >= max(look.size * 1.1, look.size + 0.8):
        return True
    if draft.size < look.size * 0.85:
        return False
    follows_bold = isinstance(after, Draft) and after.bold > 0.9 and after.size <= draft.size
    if draft.bold > 0.9:
        return not (look.mostly_bold and follows_bold)
    letters = [c for c in draft.text if c.isalpha()]
    capitals = len(letters) > 4 and all(c.isupper() for c in letters) and len(draft.text.split()) > 1
    return capitals and len(draft.rows) == 1 and len(draft.text.split()) <= 10


def _has_clauses(draft: Draft, after: Element | None, sentence_words: Sequence[str]) -> bool:
    """Whether a plain numbered line is a heading because its own sub-clauses follow ("2 Timetable", then 2.1)."""
    label = draft.first.label
    if label is None or label.kind != "number" or not isinstance(after, Draft) or after.first.label is None:
        return False
    below = after.first.label.parts
    words = draft.text.casefold().split()
    short = len(words) <= 10 and not draft.text.endswith((":", "?")) and not set(words) & set(sentence_words)
    return short and below[: len(label.parts)] == label.parts and len(below) == len(label.parts) + 1


def _with_title(found: dict[int, Heading], flow: Sequence[Element], look: Look) -> dict[int, Heading]:
    """The headings with the document's own title marked: the largest on the first page, before any text."""
    opening: list[int] = []
    page = 0
    cover = True  # nothing but titles and short lines on the first page
    for n, item in enumerate(flow):
        if isinstance(item, Draft) and item.furniture:
            continue
        first = item.first.line.page if isinstance(item, Draft) else item.grids[0].page
        page = page or first
        if first != page:
            break
        heading = found.get(n)
        if not isinstance(item, Draft) or len(item.text) > 90 or (heading is not None and heading.depth > 0):
            cover = False
            break
        if heading is not None:
            opening.append(n)
    later = max((h.size for n, h in found.items() if n not in opening), default=0.0)
    largest = max((found[n].size for n in opening), default=0.0)
    for n in opening:
        heading = found[n]
        if cover or (heading.size == largest and heading.size > max(later, look.size * 1.1)):
            found[n] = replace(heading, depth=0, is_title=True)
    return found
