"""Themes that only stand beside social value in a list: "carbon, social value and modern slavery". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.wording import Phrases, clean

_SEPARATOR = re.compile(r"\s*(?:[,/&+]|\band/or\b|\band\b|\bor\b)\s*", re.IGNORECASE)
_BEFORE = re.compile(r"(?:,|\band|&)\s*(?:\w+\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:\w+\s*)?(?:,|\band\b|&)", re.IGNORECASE)
_LONG = 2
"""Commas and the like that a list has at the least: "fair work and social value" is a pair, and means both."""
_END_WORDS = 1
"""Words that may stand between a list item and the sign or word that parts it from the next."""
_ITEM_WORDS = 3
"""Words that a whole item of a list may have."""


def beside(text: str, theme: tuple[int, int], named: Sequence[tuple[int, int]], ties: Phrases) -> bool:
    """Whether a theme is merely listed beside every place of its sentence that names social value.

    It is when both are items of one list of three or more, with nothing but short items between them.
    Words such as "through", "including" or "create" (`ties`) say that social value asks for the theme, and
    so does anything else in between.

    Arguments: `theme` and `named` are offset pairs in `text`; `named` are the places in the sentence.
    """
    return bool(named) and all(_listed(text, theme, place, ties) for place in named)


def _listed(text: str, one: tuple[int, int], other: tuple[int, int], ties: Phrases) -> bool:
    (begin, end), (start, stop) = sorted((one, other))
    between = clean(text[end:start])
    items = _SEPARATOR.split(between)
    if end > start or len(items) < 2 or re.search(r"[^\w\s,/&+'-]", between) or between in ties:
        return False
    around = bool(_BEFORE.search(clean(text[:begin]))) + bool(_AFTER.match(clean(text[stop:])))
    if len(items) - 1 + around < _LONG:
        return False
    ends, middle = (items[0], items[-1]), items[1:-1]
    return all(len(i.split()) <= _END_WORDS for i in ends) and all(len(i.split()) <= _ITEM_WORDS for i in middle)
