"""One fact about a tender: what it is, how to say it, and what proves it."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "unknown"
"""The value of a fact that the files do not settle."""
NONE = "none"
"""The value, and the words, of a fact where there is nothing."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its value, the same in words for a sentence, and the findings that prove it.

    `value` is a word, a number, or "unknown".
    """

    value: str | float
    words: str = ""
    evidence: tuple[str, ...] = ()


def yes_no(holds: bool, evidence: tuple[str, ...] = ()) -> Fact:
    """A fact that holds or does not."""
    word = "yes" if holds else "no"
    return Fact(word, word, evidence)
