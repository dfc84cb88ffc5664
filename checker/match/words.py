"""The words of a text and where each stands, cut the same way for documents and for rules."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern

from checker.wording import clean

# A hyphen between two letters is as good as a space ("well-being", "well being"), and quotation marks
# and apostrophes stand for nothing ("carers' break"), so none of them is a word.
_WORD = re.compile(r"[^\W_]+|(?<!\w)-|-(?!\w)|[^\w\s'\"-]")
_RULE_WORD = re.compile(r"(?:[^\W_]|\*)+|(?<!\w)-|-(?!\w)|[^\w\s'\"-]")
_SAME = {"&": "and"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of one text, in small letters, with their offsets.

    `count[i]` is how many real words (not signs) stand before word i, so that distances are counted in
    words as a reader would count them.
    """

    texts: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    count: Sequence[int]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The numbers (as in `count`) of the first and the last word that touch text[start:end]."""
        first = bisect_right(self.ends, start)
        last = max(first, bisect_left(self.starts, end) - 1)
        return self.number(first), self.number(last)

    def number(self, index: int) -> int:
        """How many real words stand before the word or sign at `index`."""
        if not self.count:
            return 0
        return self.count[index] if index < len(self.count) else self.count[-1] + 1


def words_of(text: str) -> Words:
    """The words of a document's text."""
    texts: list[str] = []
    starts, ends, count = array("i"), array("i"), array("i")
    seen = 0
    for m in _WORD.finditer(clean(text)):
        word = m[0]
        texts.append(intern(_SAME.get(word) or word.lower()))
        starts.append(m.start())
        ends.append(m.end())
        count.append(seen)
        seen += word[0].isalnum() or word in _SAME
    return Words(tuple(texts), starts, ends, count)


@cache
def words_of_rule(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in a rule, in small letters; `*` for any ending stays."""
    return tuple(_SAME.get(word) or word.lower() for word in _RULE_WORD.findall(clean(phrase)))


def same_case(phrase: str, text: str) -> bool:
    """Whether a text that matches a phrase in small letters also matches it capital for capital."""
    wanted, found = _RULE_WORD.findall(clean(phrase)), _WORD.findall(clean(text))
    return len(wanted) == len(found) and all(map(_fits, wanted, found))


def _fits(wanted: str, found: str) -> bool:
    if "*" not in wanted:
        return wanted == found
    return re.fullmatch(re.escape(wanted).replace(r"\*", r"\w*"), found) is not None
