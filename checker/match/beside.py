"""Themes that only stand beside social value in a list: "carbon, social value and modern slavery". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.wording import Phrases, clean

_LONG = 2
"""Commas and the like that a list has at the least: "fair work and social value" is a pair, and means both."""
_END_WORDS = 1
"""Words that may stand between a list item and the sign or word that parts it from the next."""
_ITEM_WORDS = 3
"""Words that a whole item of a list may have."""


class Beside:
    """Tells items of one list from what a sentence asks for; made once from the rules' words."""

    def __init__(self, ties: Sequence[str], joins: Sequence[str]) -> None:
        """`ties` are words that tie a theme to social value ("through"), `joins` the words of a list ("and")."""
        self._ties = Phrases(ties)
        words = "|".join(rf"\b{re.escape(word)}\b" for word in sorted(joins, key=lambda word: (-len(word), word)))
        either = f"{words}|" if words else ""
        self._separator = re.compile(rf"\s*(?:{either}[,/&+])\s*", re.IGNORECASE)
        self._before = re.compile(rf"(?:{either}[,&])\s*(?:\w+\s+)?$", re.IGNORECASE)
        self._after = re.compile(rf"\s*(?:\w+\s*)?(?:{either}[,&])", re.IGNORECASE)

    def lists(self, text: str, theme: tuple[int, int], named: Sequence[tuple[int, int]]) -> bool:
        """Whether a theme is merely listed beside every place of its sentence that names social value.

        It is when both are items of one list of three or more, with nothing but short items between them.
        Words such as "through", "including" or "create" say that social value asks for the theme, and so does
        anything else in between.

        Arguments: `theme` and `named` are offset pairs in `text`; `named` are the places in the sentence.
        """
        return bool(named) and all(self._listed(text, theme, place) for place in named)

    def _listed(self, text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
        (begin, end), (start, stop) = sorted((one, other))
        between = clean(text[end:start])
        items = self._separator.split(between)
        if end > start or len(items) < 2 or re.search(r"[^\w\s,/&+'-]", between) or between in self._ties:
            return False
        around = bool(self._before.search(clean(text[:begin]))) + bool(self._after.match(clean(text[stop:])))
        if len(items) - 1 + around < _LONG:
            return False
        ends, middle = (items[0], items[-1]), items[1:-1]
        return all(len(i.split()) <= _END_WORDS for i in ends) and all(len(i.split()) <= _ITEM_WORDS for i in middle)
