"""Printed lines joined to running text: words cut at a line end are whole again, and every letter keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_HYPHENS = "-‐‑\xad"
_CUT = re.compile(rf"([^\W\d_]+(?:[-‐‑][^\W\d_]+)*)([{_HYPHENS}])$")
_ADDRESS = re.compile(r"(?:://|www\.)\S*$")
_LONGEST = 300
"""Letters at the end of a line that are looked at; no word or address is longer."""
_MORE_ADDRESS = re.compile(r"[a-z0-9]\S*[/_.=&%-]\S|[-_/?=&%]\S")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document, in lower case, and the beginnings that keep their hyphen ("non", "self")."""

    words: frozenset[str]
    prefixes: frozenset[str]

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether a word cut after a hyphen is a compound ("well-being") and not one word ("sus-tainable").

        What the document itself writes elsewhere decides; failing that, the beginning of the word does.
        """
        before, after = _plain(before), _plain(after)
        whole, compound = before + after in self.words, f"{before}-{after}" in self.words
        if whole != compound:
            return compound
        return before in self.prefixes or "-" in before or (before in self.words and after in self.words and not whole)


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line in the joined text: its first `kept` letters stand at text[start:start + kept]."""

    start: int
    kept: int


def vocabulary(lines: Iterable[Sequence[str]], prefixes: Iterable[str]) -> Vocabulary:
    """The words of a document, from the printed lines of its blocks; words cut at a line end are left out."""
    words: set[str] = set()
    for block in lines:
        cut = False
        for line in block:
            found = _WORD.findall(line)
            if cut and found:
                found = found[1:]
            cut = bool(_CUT.search(line[-_LONGEST:]))
            if cut and found:
                found = found[:-1]
            words.update(_plain(word) for word in found)
    return Vocabulary(frozenset(words), frozenset(prefix.casefold() for prefix in prefixes))


def join_lines(lines: Sequence[str], known: Vocabulary, narrow: bool = False) -> tuple[str, tuple[Piece, ...]]:
    """The running text of printed lines, and where each line stands in it.

    A hyphen at a line end goes when the word is one word, and stays (without a space) in a compound.
    `narrow` is for table cells, where long words are cut without a hyphen.
    """
    text = ""
    pieces: list[Piece] = []
    for n, line in enumerate(lines):
        if n:
            drop, space = _seam(lines[n - 1], line, text, known, narrow)
            if drop:
                text = text[:-1]
                pieces[-1] = Piece(pieces[-1].start, pieces[-1].kept - 1)
            text += " " if space else ""
        pieces.append(Piece(len(text), len(line)))
        text += line
    return text, tuple(pieces)


def _seam(above: str, line: str, text: str, known: Vocabulary, narrow: bool) -> tuple[bool, bool]:
    """How two lines meet: whether the last letter goes, and whether a space comes between."""
    above = above[-_LONGEST:]
    cut, first = _CUT.search(above), _WORD.match(line)
    if _ADDRESS.search(above) and _MORE_ADDRESS.match(line):
        return False, False
    if cut and first:
        if cut[2] == "\xad":
            return True, False
        if not line[0].islower():
            return False, False
        return not (_ADDRESS.search(above) or known.keeps_hyphen(cut[1], first[0])), False
    if cut and line[:1].isdigit():
        return False, False
    if above.endswith("/") and line[:1].isalnum() and " " not in above[-2:]:
        return False, False
    if text.rfind("«") > text.rfind("»") and " " not in above:
        return False, False  # a merge field cut to fit its cell
    return False, not (narrow and _cut_without_hyphen(above, line, known))


def _cut_without_hyphen(above: str, line: str, known: Vocabulary) -> bool:
    """Whether a cell line is the first half of a word too long for the cell ("Attachmen" / "t")."""
    if not above.isalpha() or not line[:1].islower():
        return False
    rest = _WORD.match(line)
    if rest is None:
        return False
    after = _plain(rest[0])
    if len(after) == 1:
        return after not in "aio"
    return _plain(above) + after in known.words and not {_plain(above), after} <= known.words


def _plain(word: str) -> str:
    return word.casefold().replace("‐", "-").replace("‑", "-")
