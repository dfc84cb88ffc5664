"""From a place on a page as it is seen to the same place in the PDF, and back."""

from __future__ import annotations

from typing import NamedTuple

Corners = tuple[float, float, float, float]


class Frame(NamedTuple):
    """One of the boxes of a PDF page (left, bottom, right, top in the PDF's own points), and how the page is turned.

    `turn` is the page's /Rotate: 0, 90, 180 or 270 degrees clockwise.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the box as it is seen."""
        wide, tall = self.right - self.left, self.top - self.bottom
        return (tall, wide) if self.turn in (90, 270) else (wide, tall)

    def to_pdf(self, x0: float, top: float, x1: float, bottom: float) -> Corners:
        """A box as it is seen (from the top left corner, down) as left, bottom, right, top in the PDF."""
        (ax, ay), (bx, by) = self._point(x0, top), self._point(x1, bottom)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def from_pdf(self, left: float, bottom: float, right: float, top: float) -> Corners:
        """A box of the PDF as it is seen: left, top, right, bottom from the top left corner, down."""
        (ax, ay), (bx, by) = self._seen(left, bottom), self._seen(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 90:
            return self.left + y, self.bottom + x
        if self.turn == 180:
            return self.right - x, self.bottom + y
        if self.turn == 270:
            return self.right - y, self.top - x
        return self.left + x, self.top - y

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y
