"""What is drawn on one page, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Ink(NamedTuple):
    """What letters are painted with: the shares of red, green and blue, None where they cannot be told."""

    colour: tuple[float, float, float] | None = None
    shown: bool = True
    """False for letters that a PDF holds without painting them."""


UNTOLD = Ink()


class Char(NamedTuple):
    """One letter as drawn: where (points from the top left corner), in which font and with what ink."""

    matrix: tuple[float, float, float, float, float, float]
    x0: float
    top: float
    x1: float
    bottom: float
    fontname: str
    text: str
    ink: Ink = UNTOLD


class Shape(NamedTuple):
    """A straight line or a rectangle as drawn (points from the top left corner)."""

    line: bool
    x0: float
    top: float
    x1: float
    bottom: float
    stroke: bool
    fill: bool
    colour: Any = None


class Fill(NamedTuple):
    """A part of a page that is painted over: by a rectangle, a picture, or anything else."""

    x0: float
    top: float
    x1: float
    bottom: float
    after: int
    """How many letters of the page were drawn before it."""
    colour: tuple[float, float, float] | None = None
    """As of Ink; None too where only a part of the box may be painted."""
    hides: bool = False
    """Nothing shows through it."""


@dataclass(slots=True)
class Drawn:
    """Everything on a page that the reader asks for; `curves` only counts them."""

    chars: list[Char] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    images: list[tuple[float, float, float, float]] = field(default_factory=list)
    curves: int = 0
    fills: list[Fill] = field(default_factory=list)
