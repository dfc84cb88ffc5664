"""Words that change what a sentence means, and how far they reach: not, in the past, must, may. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from checker.match.combine import Hit, Match, inside, matches, overlap
from checker.model import Clause, Modifier

Hits = Mapping[str, Sequence[Hit]]
WHOLE_BLOCK = "block"
"""The reach of words that change all that follows them in their paragraph, past the ends of sentences."""


def places(modifier: Modifier, hits: Hits, sentence: int) -> list[Hit]:
    """Where a modifier's words stand in one sentence, as hits from the first to the last word of each.

    Words that belong to one of its `not_in` phrases ("not only") are left out.
    """
    here = None if modifier.reach == WHOLE_BLOCK else sentence
    found = _places(modifier.phrases, hits, here)
    others = _places(modifier.not_in, hits, here) if found else []
    return [hit for hit in found if not any(overlap(hit, other) for other in others)]


def reaches(modifier: Modifier, at: Hit, target: Iterable[Hit], hits: Hits) -> bool:
    """Whether a modifier that stands at `at` changes a finding made of the hits in `target`.

    It does when one part of the finding stands where the modifier reaches, near enough, with none of
    its stop words in between.
    """
    whole = modifier.reach == WHOLE_BLOCK
    stops = _places(modifier.stop_at, hits, None if whole else at.sentence)
    near = (part for part in target if part.block == at.block and (whole or part.sentence == at.sentence))
    return any(_reaches(modifier, at, part, stops) for part in near)


def _reaches(modifier: Modifier, at: Hit, part: Hit, stops: Sequence[Hit]) -> bool:
    after, before = part.start >= at.end, part.end <= at.start
    if (modifier.reach in ("after", WHOLE_BLOCK) and before) or (modifier.reach == "before" and after):
        return False
    gap = part.first - at.last - 1 if after else at.first - part.last - 1
    if modifier.words and gap > modifier.words:
        return False
    left, right = (at.end, part.start) if after else (part.end, at.start)
    return not any(left <= stop.start and stop.end <= right for stop in stops)


_MOST_WAYS = 2000
"""Ways in which the words of one condition may stand together in one passage."""
_MOST = 50
"""Places of one modifier in one passage; a passage with more of them was made to wear readers out."""


def longest(found: Mapping[str, Sequence[Hit]]) -> dict[str, list[Hit]]:
    """Modifiers' places without those that lie inside a longer one: "may be required to" hides "required to"."""
    found = {name: hits[:_MOST] for name, hits in found.items()}
    every = [hit for hits in found.values() for hit in hits]
    return {
        name: [hit for hit in hits if not any(inside(hit, other) for other in every)] for name, hits in found.items()
    }


def span(match: Match) -> Hit:
    """The place of a match as one hit, from its first word to its last."""
    here = match.here
    first, last = min(part.first for part in here), max(part.last for part in here)
    return Hit(match.block, match.start, match.end, first, last, here[0].sentence)


def _places(clauses: Iterable[Clause], hits: Hits, sentence: int | None) -> list[Hit]:
    # In order, for who stands before the verb is its subject: "the Council shall" is not "shall help the Council".
    there = [clause for clause in clauses if not clause.terms.isdisjoint(hits)]
    found = {span(match) for clause in there for match in islice(matches(clause, hits, in_order=True), _MOST_WAYS)}
    return sorted((hit for hit in found if sentence in (None, hit.sentence)), key=lambda hit: (hit.start, hit.end))
