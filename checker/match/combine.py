"""A rule's conditions put to the hits of a passage: any of, all of, and how far apart. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Clause


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase or number that stands in a document.

    `start` and `end` are offsets into the block's text, `first` and `last` the numbers of its first and
    last word, `sentence` the number of the sentence.
    """

    block: str
    start: int
    end: int
    first: int
    last: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Match:
    """A condition that is met, and the hits that meet it; the first hit says where."""

    parts: tuple[Hit, ...]

    @property
    def block(self) -> str:
        """The block in which the match counts as standing."""
        return self.parts[0].block

    @property
    def here(self) -> tuple[Hit, ...]:
        """The hits that stand in the same block and sentence as the first."""
        anchor = self.parts[0]
        return tuple(p for p in self.parts if p.block == anchor.block and p.sentence == anchor.sentence)

    @property
    def start(self) -> int:
        """Offset of its first letter in the block's text."""
        return min(part.start for part in self.here)

    @property
    def end(self) -> int:
        """Offset after its last letter in the block's text."""
        return max(part.end for part in self.here)


def term(clause: Clause) -> str:
    """The name under which the hits of a phrase or number are kept."""
    return clause.term


def leaves(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The phrases and numbers out of which conditions are built."""
    for clause in clauses:
        if clause.phrase or clause.number:
            yield clause
        else:
            yield from leaves(clause.any_of + clause.all_of)


def numbers_alone(clause: Clause) -> bool:
    """Whether numbers without any words can meet a condition."""
    if clause.any_of:
        return any(map(numbers_alone, clause.any_of))
    if clause.all_of:
        return all(map(numbers_alone, clause.all_of))
    return bool(clause.number)


def has(clause: Clause, *, number: bool = False, within: str = "") -> bool:
    """Whether a condition, at any depth, asks for a number or for a distance such as "row"."""
    if (number and clause.number) or (within and clause.all_of and clause.within == within):
        return True
    return any(has(part, number=number, within=within) for part in clause.any_of + clause.all_of)


def matches(clause: Clause, hits: Mapping[str, Sequence[Hit]], *, in_order: bool = False) -> list[Match]:
    """Every way in which a condition is met by the hits of a passage (a block, or the cells of a row).

    Of `all_of` the closest places win: one match for each group of hits that no closer group overlaps.
    `in_order`: its parts must stand in the order in which they are written.
    """
    if clause.phrase or clause.number:
        return [Match((hit,)) for hit in hits.get(clause.term, ())]
    # Most rules have nothing in most texts, so that is asked first and at once.
    if any(part.terms.isdisjoint(hits) for part in clause.all_of) or clause.terms.isdisjoint(hits):
        return []
    if clause.any_of:
        found = []
        for part in clause.any_of:
            if part.phrase:
                found += [Match((hit,)) for hit in hits.get(part.term, ())]
            elif not part.terms.isdisjoint(hits):
                found += matches(part, hits, in_order=in_order)
        return found
    parts = []
    ordered = in_order or clause.in_order
    # Words come before numbers, so that a match in a table row stands where its words do.
    for part in clause.all_of if clause.in_order else sorted(clause.all_of, key=numbers_alone):
        found = matches(part, hits, in_order=in_order)
        if not found:
            return []
        parts.append(found)
    return _together(parts, clause.within, ordered)


def _together(parts: Sequence[list[Match]], within: str, in_order: bool) -> list[Match]:
    if within == "row" and len({match.block for found in parts for match in found}) > 1:
        return [_join([first, *(_nearest(first, found) for found in parts[1:])]) for first in parts[0]]
    words = int(within.split()[0]) if within[0].isdigit() else None
    groups: dict[tuple[str, int], list[tuple[int, Match]]] = {}
    for number, found in enumerate(parts):
        for match in found:
            anchor = match.parts[0]
            key = (anchor.block, 0 if within == "block" else anchor.sentence)
            groups.setdefault(key, []).append((number, match))
    return [match for group in groups.values() for match in _closest(group, len(parts), words, in_order)]


def _nearest(first: Match, found: list[Match]) -> Match:
    """Of one part's matches in a table row, the one in the same cell if there is one, else the first."""
    return next((match for match in found if match.block == first.block), found[0])


def _closest(group: list[tuple[int, Match]], parts: int, words: int | None, in_order: bool) -> list[Match]:
    """The closest groups of one match for each part, none overlapping another."""
    ordered = sorted(group, key=lambda item: (item[1].start, item[1].end, item[0]))
    latest: dict[int, Match] = {}
    found: list[tuple[int, int, int, Match]] = []
    for number, match in ordered:
        latest[number] = match
        if len(latest) < parts:
            continue
        chosen = [latest[n] for n in range(parts)]
        if in_order and any(two.start < one.end for one, two in pairwise(chosen)):
            continue
        gap = _gap(chosen)
        if words is None or gap <= words:
            joined = _join(chosen)
            found.append((gap, joined.end - joined.start, joined.start, joined))
    kept: list[Match] = []
    for _, _, _, match in sorted(found, key=lambda item: item[:3]):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _gap(chosen: list[Match]) -> int:
    """How many words stand between the outermost parts."""
    last_start = max(min(part.first for part in match.parts) for match in chosen)
    first_end = min(max(part.last for part in match.parts) for match in chosen)
    return max(0, last_start - first_end - 1)


def _join(chosen: Iterable[Match]) -> Match:
    return Match(tuple(dict.fromkeys(part for match in chosen for part in match.parts)))


def overlap(hit: Hit, other: Hit) -> bool:
    """Whether two hits share a letter."""
    return hit.block == other.block and hit.start < other.end and other.start < hit.end


def inside(hit: Hit, other: Hit) -> bool:
    """Whether a hit lies wholly within a longer one."""
    longer = other.end - other.start > hit.end - hit.start
    return hit.block == other.block and other.start <= hit.start and hit.end <= other.end and longer
