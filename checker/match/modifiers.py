"""Words that change what a sentence means, and how far they reach: not, in the past, must, may. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.match.combine import Hit, Match, inside, matches, overlap
from checker.model import Clause, Modifier

Hits = Mapping[str, Sequence[Hit]]


def places(modifier: Modifier, hits: Hits, sentence: int) -> list[Hit]:
    """Where a modifier's words stand in one sentence, as hits from the first to the last word of each.

    Words that belong to one of its `not_in` phrases ("not only") are left out.
    """
    others = _places(modifier.not_in, hits, sentence)
    found = _places(modifier.phrases, hits, sentence)
    return [hit for hit in found if not any(overlap(hit, other) for other in others)]


def reaches(modifier: Modifier, at: Hit, target: Iterable[Hit], hits: Hits) -> bool:
    """Whether a modifier that stands at `at` changes a finding made of the hits in `target`.

    It does when one part of the finding stands where the modifier reaches, near enough, with none of
    its stop words in between.
    """
    stops = _places(modifier.stop_at, hits, at.sentence)
    return any(_reaches(modifier, at, part, stops) for part in target if part.sentence == at.sentence)


def _reaches(modifier: Modifier, at: Hit, part: Hit, stops: Sequence[Hit]) -> bool:
    after, before = part.start >= at.end, part.end <= at.start
    if (modifier.reach == "after" and before) or (modifier.reach == "before" and after):
        return False
    gap = part.first - at.last - 1 if after else at.first - part.last - 1
    if modifier.words and gap > modifier.words:
        return False
    left, right = (at.end, part.start) if after else (part.end, at.start)
    return not any(left <= stop.start and stop.end <= right for stop in stops)


def longest(found: Mapping[str, Sequence[Hit]]) -> dict[str, list[Hit]]:
    """Modifiers' places without those that lie inside a longer one: "may be required to" hides "required to"."""
    every = [hit for hits in found.values() for hit in hits]
    return {
        name: [hit for hit in hits if not any(inside(hit, other) for other in every)] for name, hits in found.items()
    }


def span(match: Match) -> Hit:
    """The place of a match as one hit, from its first word to its last."""
    here = match.here
    first, last = min(part.first for part in here), max(part.last for part in here)
    return Hit(match.block, match.start, match.end, first, last, here[0].sentence)


def _places(clauses: Iterable[Clause], hits: Hits, sentence: int) -> list[Hit]:
    # In order, for who stands before the verb is its subject: "the Council shall" is not "shall help the Council".
    found = {span(match) for clause in clauses for match in matches(clause, hits, in_order=True)}
    return sorted((hit for hit in found if hit.sentence == sentence), key=lambda hit: (hit.start, hit.end))
