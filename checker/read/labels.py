"""What a line begins with: a bullet, a clause number, a letter in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BULLET = re.compile("[•‣⁃∙·§\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff\ue000-\uf8ff�]")
_DASH = re.compile(r"[-–—*o]")
_DOTTED = re.compile(r"(?:[A-Z]{1,3}\.?)?\d{1,3}(?:\.\d{1,3}){1,6}\.?")
_NUMBER = re.compile(r"(\d{1,3})([.):]?)")
_LETTER = re.compile(r"(\(?)([a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6}|\d{1,3})([.)])")
_CODE = re.compile(r"[A-Z]{1,3}\d{1,3}(?:\.\d{1,3})*[.:)]?")


@dataclass(frozen=True, slots=True)
class Label:
    """The bullet or number at the start of a line.

    `kind` is bullet, number or letter; `end` is where the text after it begins; `sure` is false where
    the same letters could also begin a sentence ("2026 was …").
    """

    kind: str
    text: str
    end: int
    sure: bool

    @property
    def parts(self) -> tuple[str, ...]:
        """The steps of a number: 4.2.1 gives 4, 2, 1."""
        return tuple(part for part in re.split(r"[.():]", self.text) if part)


def label_of(text: str, lefts: Sequence[float], rights: Sequence[float], size: float) -> Label | None:
    """The label at the start of a printed line, or None.

    The gap after it tells much: a tab after a number is wider than a space between words.
    """
    word, _, rest = text.partition(" ")
    if not word:
        return None
    end = len(word) + 1
    gap = lefts[end] - rights[len(word) - 1] if rest else 0.0
    wide = gap > 0.55 * size
    if _BULLET.fullmatch(word):
        return Label("bullet", word, min(end, len(text)), True)
    if _BULLET.match(word) and len(word) > 1 and not word[0].isalnum():
        return Label("bullet", word[0], 1, True)
    if not rest:
        return _bare(word, len(text))
    if _DASH.fullmatch(word):
        return Label("bullet", word, end, True) if wide or word in "-–*" else None
    if _DOTTED.fullmatch(word):
        return Label("number", word, end, wide or word.count(".") > 1 or not rest[0].islower())
    if m := _NUMBER.fullmatch(word):
        if m[2] or wide:
            return Label("number", word, end, wide)
        return Label("number", word, end, False) if rest[0].isupper() and len(m[1]) < 3 else None
    if m := _LETTER.fullmatch(word):
        closed = m[1] == "(" or m[3] == ")"
        return Label("letter", word, end, wide or closed) if closed or wide or len(m[2]) == 1 else None
    if _CODE.fullmatch(word) and (wide or word[-1] in ".:)"):
        return Label("number", word, end, wide)
    return None


def _bare(word: str, end: int) -> Label | None:
    """A number or letter that stands alone on its line."""
    if _DOTTED.fullmatch(word):
        return Label("number", word, end, True)
    m = _LETTER.fullmatch(word)
    return Label("letter", word, end, True) if m and m[1] + m[3] == "()" else None
