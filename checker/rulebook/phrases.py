"""The phrases of rule files as they were written, with their places, and how they compare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from checker.model import Clause
from checker.rulebook.clauses import ClauseEntry
from checker.rulebook.entries import Entry
from checker.rulebook.positions import Text
from checker.wording import clean

# As the matching room cuts them: a hyphen between letters is as good as a space, quotation marks and
# apostrophes stand for nothing, and every other sign is a word of its own.
_WORD = re.compile(r"(?:[^\W_]|\*)+|(?<!\w)-|-(?!\w)|[^\w\s'\"-]")


@cache
def words_of(phrase: str) -> tuple[str, ...]:
    """The words and signs of a phrase in small letters, `*` kept; "&" is "and"."""
    return tuple("and" if word == "&" else word for word in _WORD.findall(clean(phrase).lower()))


def written(value: Any) -> Iterator[Text]:
    """Every phrase in a part of a rule file, as it was written."""
    if isinstance(value, ClauseEntry):
        text = value.phrase if value.phrase is not None else value.exact
        if text is not None:
            yield text
    if isinstance(value, Entry):
        # The words at which a modifier stops are often signs such as ";", so they are left out.
        parts = [getattr(value, name) for name in type(value).model_fields if name != "stop_at"]
        for part in parts:
            yield from written(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from written(part)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            yield from written(part)


def leaves(clause: Clause) -> Iterator[Clause]:
    """Every phrase and number that a condition is made of."""
    if clause.phrase or clause.number:
        yield clause
    for part in (*clause.any_of, *clause.all_of):
        yield from leaves(part)


def covers(short: str, long: str) -> bool:
    """Whether every text that holds the long phrase also holds the short one."""
    small, large = words_of(short), words_of(long)
    if not small or len(small) > len(large):
        return False
    starts = range(len(large) - len(small) + 1)
    return any(all(_fits(s, large[n + i]) for i, s in enumerate(small)) for n in starts)


def shares_a_word(phrase: str, text: str) -> bool:
    """Whether a text has one of a phrase's telling words, in any form ("offer", "offers").

    In a phrase of three words and more, those of fewer than four letters tell nothing ("part of the").
    """
    words = [word.rstrip("*") for word in words_of(phrase)]
    telling = [word for word in words if len(words) < 3 or len(word) > 3] or words
    return any(other.startswith(word[:5]) for word in telling for other in words_of(text))


def _fits(word: str, other: str) -> bool:
    if word.endswith("*"):
        return other.startswith(word[:-1])
    return word == other
