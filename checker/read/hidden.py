"""Text that a PDF holds and its reader does not see: kept apart from the text proper, and told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.read.drawn import Char, Drawn, Fill

Box4 = tuple[float, float, float, float]

UNPAINTED = "it is not painted at all"
SAME_COLOUR = "it has the colour of what it stands on"
COVERED = "something was drawn over it"
TINY = "it is too small to be read"
OUTSIDE = "it lies outside the page"

_SMALLEST = 1.5
"""Points; letters of less are no print."""
_ALIKE = 0.06
"""Colours that differ by less in red, green and blue cannot be told apart."""
_SCAN = 0.5
"""Where pictures cover more than this share of a page, the page is taken for a scan."""
_WORTH_TELLING = 3
_THIN = 3.0
"""A fill narrower than this (points) is a drawn line, on which nothing can stand."""
_BAND = 12.0
"""Points; letters are looked up by the level stretch of the page in which they begin."""
_QUOTED = 80
_WHITE = (1.0, 1.0, 1.0)
_TWICE = 3.0
"""A letter printed again within so many points is a shadow or an outline, and is not told."""


class Told(NamedTuple):
    """Hidden text of one page: why it is not seen, how it begins, and how many letters it has."""

    why: str
    quote: str
    letters: int


class Sorted(NamedTuple):
    """The letters of a page that count, and those that do not."""

    seen: list[Char]
    hidden: tuple[Told, ...]
    layer: int
    """How many letters of those that count are the text of a scan, stored behind or over its picture."""


def sort_out(found: Drawn, box: Box4, picture: float) -> Sorted:
    """Keeps the letters that are seen apart from hidden ones.

    Arguments: `box` is the part of the page that is shown (points from the top left corner), `picture` the share
    of the page that pictures cover. On a scan, text that is not painted or that lies under the picture is what
    was read from it, and counts.
    """
    suspects = _Suspects(found, box)
    numbers = suspects.numbers()
    if not numbers:
        return Sorted(found.chars, (), 0)
    apart: dict[str, list[Char]] = {}
    hidden: set[int] = set()
    layer = 0
    for number in numbers:
        char = found.chars[number]
        why = suspects.why(number, char)
        if why in (UNPAINTED, COVERED) and picture > _SCAN and suspects.on_picture(char):
            layer += 1
        elif why:
            apart.setdefault(why, []).append(char)
            hidden.add(number)
    seen = [char for number, char in enumerate(found.chars) if number not in hidden] if hidden else found.chars
    return Sorted(seen, _told(apart, seen), layer)


class _Suspects:
    """The letters of a page that may not be seen, and why they are not."""

    def __init__(self, found: Drawn, box: Box4) -> None:
        self._chars = found.chars
        self._fills = [fill for fill in found.fills if min(fill.x1 - fill.x0, fill.bottom - fill.top) >= _THIN]
        self._images = found.images
        self._box = box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1
        self._covered = _covered(found)

    def numbers(self) -> list[int]:
        """The places, in the order of drawing, of the letters that need a closer look; mostly none."""
        left, top, right, bottom = self._box
        inks = {id(char.ink): char.ink for char in self._chars}
        colours = {fill.colour for fill in self._fills} | {_WHITE} if inks else set()
        doubtful = {
            key for key, ink in inks.items() if not ink.shown or any(_alike(ink.colour, colour) for colour in colours)
        }
        found = [
            number
            for number, (_, x0, y0, x1, y1, _, _, ink) in enumerate(self._chars)
            if x0 < left or y0 < top or x1 > right or y1 > bottom or y1 - y0 < _SMALLEST or id(ink) in doubtful
        ]
        return sorted({*found, *self._covered}) if self._covered else found

    def why(self, number: int, char: Char) -> str:
        """Why the letter drawn as the so-manieth is not seen; empty when it is."""
        left, top, right, bottom = self._box
        x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
        if not (left < x < right and top < y < bottom):
            return OUTSIDE
        if not char.ink.shown:
            return UNPAINTED
        if char.bottom - char.top < _SMALLEST and char.x1 - char.x0 < _SMALLEST:
            return TINY
        if number in self._covered:
            return COVERED
        return SAME_COLOUR if _alike(char.ink.colour, self._under(number, x, y)) else ""

    def on_picture(self, char: Char) -> bool:
        """Whether a letter stands on a picture."""
        x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
        return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in self._images)

    def _under(self, number: int, x: float, y: float) -> tuple[float, float, float] | None:
        """The colour on which a letter stands; None when it cannot be told."""
        for fill in reversed(self._fills):
            if fill.after <= number and fill.x0 <= x <= fill.x1 and fill.top <= y <= fill.bottom:
                return fill.colour
        return _WHITE


def _covered(found: Drawn) -> set[int]:
    """The letters over which something was drawn later."""
    covers = [fill for fill in found.fills if fill.hides and fill.after and fill.bottom - fill.top > _SMALLEST]
    covered: set[int] = set()
    if not covers:
        return covered
    bands: dict[int, list[int]] = {}
    for number, char in enumerate(found.chars[: max(fill.after for fill in covers)]):
        bands.setdefault(int(char.top // _BAND), []).append(number)
    for fill in covers:
        first, last = int(fill.top // _BAND) - 2, int(fill.bottom // _BAND)
        for band in range(first, last + 1) if last - first < len(bands) else bands:
            for number in bands.get(band, ()):
                if number >= fill.after:
                    break
                if _within(found.chars[number], fill):
                    covered.add(number)
    return covered


def _alike(one: tuple[float, float, float] | None, other: tuple[float, float, float] | None) -> bool:
    return one is not None and other is not None and all(abs(a - b) < _ALIKE for a, b in zip(one, other, strict=True))


def _within(char: Char, fill: Fill) -> bool:
    """Whether a fill covers a letter; what lies under its base line may look out."""
    tall = char.bottom - char.top
    return (
        fill.x0 <= char.x0 + 0.5
        and char.x1 - 0.5 <= fill.x1
        and fill.top <= char.top + 0.3 * tall
        and char.bottom - 0.3 * tall <= fill.bottom
    )


def _told(apart: dict[str, list[Char]], seen: Sequence[Char]) -> tuple[Told, ...]:
    again = {(c.text, round(c.x0 / _TWICE), round(c.top / _TWICE)) for c in seen}
    told: list[Told] = []
    for why, chars in sorted(apart.items()):
        fresh = [char for char in chars if not _printed_again(char, again)]
        letters = sum(char.text.isalnum() for char in fresh)
        if letters >= _WORTH_TELLING:
            told.append(Told(why, _quote(fresh), letters))
    return tuple(told)


def _printed_again(char: Char, seen: set[tuple[str, int, int]]) -> bool:
    x, y = round(char.x0 / _TWICE), round(char.top / _TWICE)
    return any((char.text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1))


def _quote(chars: Sequence[Char]) -> str:
    """How hidden text begins, in the order in which it is stored."""
    words = ""
    last: Char | None = None
    for char in chars:
        tall = max(char.bottom - char.top, 0.1)
        if last and (abs(char.top - last.top) > 0.5 * tall or not -0.5 * tall < char.x0 - last.x1 < 0.2 * tall):
            words += " "
        words += char.text if char.text.isprintable() else " "
        last = char
        if len(words) > 3 * _QUOTED:
            break
    words = " ".join(words.split())
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"
