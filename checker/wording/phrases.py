"""Phrases with `*` for any ending, found in plain text without spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checker.wording.letters import clean


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase stands in a text: offsets, and the phrase as the rule wrote it."""

    start: int
    end: int
    phrase: str


class Phrases:
    """A list of phrases made ready to be found, letter case ignored, longest first.

    A space in a phrase also stands for a hyphen or a line end; `*` ends a word in any way.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(dict.fromkeys(" ".join(clean(p).split()) for p in phrases if p.strip()))
        ordered = sorted(self.phrases, key=len, reverse=True)
        self._names = {f"p{n}": phrase for n, phrase in enumerate(ordered)}
        body = "|".join(f"(?P<{name}>{_pattern(phrase)})" for name, phrase in self._names.items())
        self._pattern = re.compile(body, re.IGNORECASE) if body else None

    def find(self, text: str) -> list[Hit]:
        """Every place where one of the phrases stands, from left to right, none overlapping."""
        if self._pattern is None:
            return []
        return [Hit(m.start(), m.end(), self._names[m.lastgroup or ""]) for m in self._pattern.finditer(clean(text))]

    def first(self, text: str) -> Hit | None:
        """The first place where one of the phrases stands, or None."""
        if self._pattern is None:
            return None
        m = self._pattern.search(clean(text))
        return Hit(m.start(), m.end(), self._names[m.lastgroup or ""]) if m else None

    def __contains__(self, text: str) -> bool:
        return self.first(text) is not None


def _pattern(phrase: str) -> str:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in re.split(r"[\s-]+", phrase)]
    body = r"[\s-]+".join(words)
    before = r"(?<!\w)" if re.match(r"\w|\*", phrase) else ""
    after = r"(?!\w)" if re.search(r"[\w*]$", phrase) else ""
    return f"{before}{body}{after}"
