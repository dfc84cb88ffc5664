"""Places on the pages of a PDF: what is to be pictured or marked there, and the picture that was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model.document import Box


@dataclass(frozen=True, slots=True)
class Spot:
    """Words on one page of a file that the report wants to show; the boxes all stand on the same page."""

    id: str
    """The id of the first finding in the sentence."""
    file: str
    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page as a PNG in shades of grey, and the boxes of the words in it.

    `width` and `height` are in pixels; `boxes` are (left, top, width, height) in pixels of the picture.
    """

    png: bytes
    width: int
    height: int
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark to be put on a page of a PDF: over the words, or beside them for a problem."""

    file: str
    page: int
    boxes: Sequence[Box]
    title: str
    text: str
    problem: bool = False
    """True for a note about a problem, which stands beside the words; false for a highlight of the words."""
