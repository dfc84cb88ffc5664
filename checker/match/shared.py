"""Headings that name social value among other subjects: "Social value, safety and transport". Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.model import Document, Role
from checker.wording import Phrases, clean

_MANY = 2
"""Other subjects beside social value; "Sustainability and social value" is a pair, and means both."""
_LETTERS = re.compile(r"[^\W\d_]")
_ONE_SUBJECT = (Role.AWARD, Role.QUESTION)
"""A criterion or a question with such a name is one subject."""

Named = Mapping[tuple[str, int], Sequence[tuple[int, int]]]


def shared_headings(document: Document, named: Named, joins: Sequence[str], ties: Sequence[str]) -> frozenset[str]:
    """The ids of headings that list social value with two or more other subjects.

    What stands under such a heading may be about any of them, so that the heading alone ties it to nothing.

    Arguments: `named` gives the places of social value by block and sentence; `joins` are the words between
    the items of a list ("and"), `ties` those that say that social value asks for what follows ("through").
    """
    parts = re.compile(rf"[,/&+;]|\b(?:{'|'.join(map(re.escape, joins)) or ','})\b", re.IGNORECASE)
    tied = Phrases(ties)
    headings = [section.heading for section in document.sections if section.role not in _ONE_SUBJECT]
    texts = {heading: document.by_id[heading].text for heading in headings if (heading, 0) in named}
    return frozenset(h for h, text in texts.items() if _lists(text, named[h, 0], parts, tied))


def _lists(text: str, named: Sequence[tuple[int, int]], parts: re.Pattern[str], ties: Phrases) -> bool:
    start, end = named[0]
    before, after = clean(text[:start]), clean(text[end:])
    if len(named) > 1 or ":" in before + after or before in ties or after in ties:
        return False
    left, right = parts.split(before), parts.split(after)
    alone = not _LETTERS.search(left[-1]) and not _LETTERS.search(right[0])
    others = [item for item in (*left[:-1], *right[1:]) if _LETTERS.search(item)]
    return alone and len(others) >= _MANY
