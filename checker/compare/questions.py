"""The social value questions of two drafts: which is which, and how long an answer may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from checker.compare.moved import Fact, key_of
from checker.compare.spots import Data, Spots
from checker.report.brief_view import lengths

_OPENING = 60
"""Letters of a question that tell it from the others, where it has no number."""


def keys(old: Sequence[Data], new: Sequence[Data]) -> tuple[list[Hashable], list[Hashable]]:
    """A key for each question of both drafts; the same question has the same key.

    A question is known by its number, else by how it begins; where each draft has one question that the other
    does not know, they are taken to be the same.
    """
    before, after = _own_keys(old), _own_keys(new)
    alone_before = [key for key in before if key not in after]
    alone_after = [key for key in after if key not in before]
    if len(alone_before) == len(alone_after) == 1:
        before = [alone_after[0] if key == alone_before[0] else key for key in before]
    return before, after


def _own_keys(questions: Sequence[Data]) -> list[Hashable]:
    seen: Counter[str] = Counter()
    made: list[Hashable] = []
    for question in questions:
        key = key_of(question["number"]) or key_of(question["text"])[:_OPENING]
        seen[key] += 1
        made.append((key, seen[key]))
    return made


def name_of(question: Data) -> str:
    """A question as the comparison names it."""
    number = question["number"].strip()
    if not number:
        return "the social value question"
    return number if number.casefold().startswith("question") else f"question {number}"


def matched(old: dict[Hashable, Fact], new: dict[Hashable, Fact]) -> tuple[dict[Hashable, Fact], dict[Hashable, Fact]]:
    """The limits of both drafts; where each has a single one, it is taken to be for the same answer."""
    if len(old) == len(new) == 1:
        old = dict(zip(new, old.values(), strict=True))
    return old, new


def limits(result: Data, spots: Spots, keys: Sequence[Hashable]) -> dict[Hashable, Fact]:
    """Limits on the length of an answer, question by question; where no question has one, those of the whole pack."""
    found: dict[Hashable, Fact] = {}
    for key, question in zip(keys, result["questions"], strict=True):
        given = question["limits"]
        places = tuple(spots.of(one for limit in given for one in limit["evidence"]))
        values = sorted(
            ({"value": g["value"], "unit": g["unit"]} for g in given), key=lambda g: (g["unit"], g["value"])
        )
        said = lengths(given) or "No limit found in the files given"
        found["question", key] = Fact(f"Length of {name_of(question)}", said, values, places)
    words = result["social_value"]["question"]["word_limits"]
    if words and not any(question["limits"] for question in result["questions"]):
        limits = [{"value": value, "unit": "words"} for value in sorted(words)]
        places = tuple(spots.of(result["social_value"]["question"]["evidence"]))
        found["all"] = Fact("Length of social value answers", lengths(limits), limits, places)
    return found
