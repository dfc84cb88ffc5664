"""The letters of one page: which count, which way they run, and where each one stands."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from checker.read.drawn import Char

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_UNUSED = re.compile(r"\(cid:(?:127|129|141|143|144|157)\)")
"""The codes of the usual Western encoding that stand for no letter; each prints a bullet (ISO 32000-1, annex D)."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
_STRAIGHT = math.radians(2.5)
UNKNOWN = "�"
"""Stands for a letter whose font does not say which letter it is."""


class Glyph(NamedTuple):
    """One printed letter in points; `text` is empty for a space and may hold two letters for a ligature."""

    base: float
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    text: str


class Frame(NamedTuple):
    """A page turned so that text of one direction runs from left to right.

    `turn` is the direction of the text: 0 upright, 90 upwards, 180 upside down, 270 downwards.
    """

    turn: int
    width: float
    height: float

    def into(self, x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
        """A box of the page as it stands on the turned page (points from the top left corner)."""
        if self.turn == 90:
            return self.height - bottom, x0, self.height - top, x1
        if self.turn == 180:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.turn == 270:
            return top, self.width - x1, bottom, self.width - x0
        return x0, top, x1, bottom

    def back(self, x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
        """A box of the turned page as it stands on the page."""
        if self.turn == 90:
            return top, self.height - x1, bottom, self.height - x0
        if self.turn == 180:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.turn == 270:
            return self.width - bottom, x0, self.width - top, x1
        return x0, top, x1, bottom

    @property
    def across(self) -> float:
        """The width of the turned page."""
        return self.height if self.turn in (90, 270) else self.width

    @property
    def down(self) -> float:
        """The height of the turned page."""
        return self.width if self.turn in (90, 270) else self.height


_LEAST = 0.1
"""Points; nobody can see a lower letter, and its size would be rounded to nothing."""


def glyphs_by_turn(
    chars: Iterable[Char], width: float, height: float, left: float, top: float
) -> dict[int, list[Glyph]]:
    """The letters that count, by the direction in which they run.

    Skewed letters (a diagonal DRAFT over the page) are left out, and so is what lies outside the page.
    `width`, `height` (points) and `left`, `top` are the page's own box.
    """
    found: dict[int, list[Glyph]] = {}
    frames = {turn: Frame(turn, width, height) for turn in (0, 90, 180, 270)}
    bold: dict[str, bool] = {}
    for char in chars:
        a, b, c, d, e, f = char.matrix
        turn = 0 if b == 0 == c and a > 0 else direction(a, b, c, d)
        if turn is None:
            continue
        x0, y0, x1, y1 = char.x0 - left, char.top - top, char.x1 - left, char.bottom - top
        if not (-1 < (x0 + x1) / 2 < width + 1 and -1 < (y0 + y1) / 2 < height + 1) or x1 - x0 > width:
            continue
        font = char.fontname
        if font not in bold:
            bold[font] = bool(_BOLD.search(str(font)))
        base = height - f
        if turn:
            x0, y0, x1, y1 = frames[turn].into(x0, y0, x1, y1)
            base = {90: e, 180: f, 270: width - e}[turn]
        if y1 - y0 < _LEAST:
            continue
        text = letters(char.text)
        if text is not None:
            found.setdefault(turn, []).append(Glyph(base, x0, x1, y0, y1, round(y1 - y0, 1), bold[font], text))
    return found


def direction(a: float, b: float, c: float, d: float) -> int | None:
    """Which way letters run, from their text matrix; None when they stand askew.

    A slanted letter on a level line (b = 0) is an italic and counts as upright.
    """
    if a == 0 == b:
        return None
    angle = math.atan2(b, a)
    quarter = round(angle / (math.pi / 2))
    if abs(angle - quarter * math.pi / 2) > _STRAIGHT:
        return None
    if a * d - b * c < 0 and quarter % 2 == 0:
        return 0  # mirrored by a flipped page: it reads as upright
    return (quarter % 4) * 90


def letters(text: str) -> str | None:
    """The letters that a glyph stands for: "" for a space, None when it shows nothing."""
    if len(text) == 1 and text.isascii() and text > " ":
        return text
    if not text or text.isspace():
        return ""
    text = _UNSEEN.sub("", _UNMAPPED.sub(UNKNOWN, _UNUSED.sub("•", text)))
    text = "".join(_LIGATURES.get(letter, letter) for letter in text)
    return "".join(text.split()) or None
