"""Where sentences end, in spite of "para. 2.3", "e.g.", "No. 5", "J. Smith" and "10.5%"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checker.wording.letters import clean

# A row of dots is looked at once, from its beginning, however long it is.
_END = re.compile(r"(?<![.!?])[.!?]++[\"')\]]*+(?=\s)|;(?=\s)")
_NEXT = re.compile(r"[\"'(\[]*[A-Z0-9£•«<–-]")
_MARKER = re.compile(r"(?:(?:and|or)(?:/or)?\s+)?(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[).]|[•▪●○*–-])\s", re.IGNORECASE)
_NUMBERING = re.compile(r"\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]{1,5}|[A-Z]{1,3}\d{1,2}(?:\.\d+)*)[.)]*")
_LIKE_NUMBER = re.compile(r"[(\[]?(?:\d|[A-Z]{0,3}\d|[A-Z]\b|[ivxIVX]{1,5}\b)")
_SPACE = re.compile(r"\s*")
_AHEAD = 40
"""So many letters after a stop tell whether a new sentence begins there."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as offsets into its text; `lead` is the number of the sentence that opens its list.

    In "The Supplier shall: (a) recruit …; (b) train …" the part from (b) on is a sentence whose lead is
    the part before it. A sentence that is no item of such a list leads itself.
    """

    start: int
    end: int
    lead: int


def sentences_of(text: str, words: Mapping[str, tuple[str, ...]]) -> tuple[Sentence, ...]:
    """The sentences of one paragraph, bullet, heading or cell, from left to right.

    `words` are the word lists of the rules: `before_numbers` ("no", "para") and `before_names` ("e.g",
    "Dr") name the abbreviations whose full stop ends nothing, `lettered` ("lot", "appendix") the words
    after which a single letter is no initial.
    """
    plain = clean(text)
    found: list[Sentence] = []
    start, lead = 0, 0
    for m in _END.finditer(plain):
        listed = m[0] == ";"
        space = _SPACE.match(plain, m.end())
        onward = space.end() if space else m.end()
        rest = plain[onward : onward + _AHEAD]
        ends = bool(_MARKER.match(rest)) if listed else _ends(plain, start, m, rest, words)
        if not ends:
            continue
        found.append(Sentence(start, m.end(), lead))
        start = onward
        if not listed:
            lead = len(found)
    if start < len(plain) or not found:
        found.append(Sentence(start, len(plain), lead))
    return tuple(found)


def _ends(plain: str, start: int, m: re.Match[str], rest: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the stop at `m` ends a sentence, from the word before it and what comes after."""
    if not rest or not _NEXT.match(rest):
        return False
    if not m[0].startswith("."):
        return True
    before = plain[start : m.start()]
    if _NUMBERING.fullmatch(before.strip()):
        return False
    word = before.split()[-1].lstrip("([\"'") if before.split() else ""
    small = word.lower()
    if small in words.get("before_names", ()):
        return False
    if small in words.get("before_numbers", ()):
        return not _LIKE_NUMBER.match(rest)
    if len(word) == 1 and word.isupper():
        previous = before.split()[-2].lower() if len(before.split()) > 1 else ""
        return previous in words.get("lettered", ())
    return True
