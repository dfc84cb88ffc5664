"""What a page is painted with: inks, and what covers a part of it. Anything that is not sure stays untold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFType3Font
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import apply_matrix_pt

from checker.read.drawn import UNTOLD, Drawn, Fill, Ink

Box4 = tuple[float, float, float, float]

_EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)
_COLOURS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "DeviceCMYK": 4}
"""Colour spaces whose numbers tell the colour, with how many they take; of an ICC profile the count tells."""
_UNPAINTED = 3
"""The way of showing text that paints nothing (ISO 32000-1, 9.3.6)."""
_FAINT = 0.05
"""Less of an ink than this is not seen."""
_WIDE = 4.0
"""A line drawn wider than this (points) may be what text stands on."""


class State(NamedTuple):
    """Where may be painted, in points of the page as the commands count them, and how much shows through."""

    within: Box4 = _EVERYWHERE
    exact: bool = True
    """All of `within` may be painted, and not only a part that is no rectangle."""
    sheer: frozenset[str] = frozenset()
    """The parameters that let something show through."""
    gone: bool = False
    """Nothing of what is painted is seen."""


class Painting(PDFTextDevice):
    """The part of a pdfminer device that knows what a page is painted with, in the order of drawing."""

    def __init__(self, manager: Any) -> None:
        super().__init__(manager)
        self.ctm: Any = None
        self.drawn = Drawn()
        self.state = State()
        self._inks: dict[Any, Ink] = {}

    def clip(self, path: Sequence[Any]) -> None:
        """Only what lies within the path is painted from here on."""
        points = _points(path, self.ctm)
        if not points:
            return
        box, (a, b, c, d) = _around(points), self.state.within
        within = max(box[0], a), max(box[1], b), min(box[2], c), min(box[3], d)
        upright = len({x for x, _ in points}) <= 2 and len({y for _, y in points}) <= 2
        one = sum(step[0] == "m" for step in path) == 1
        self.state = self.state._replace(within=within, exact=self.state.exact and upright and one)

    def see_through(self, found: Mapping[str, Any]) -> None:
        """Takes over what a set of parameters says of transparency."""
        sheer, gone = self.state.sheer, self.state.gone
        for name, plain in (("ca", 1), ("BM", "Normal"), ("SMask", "None")):
            if name in found:
                value = resolve1(found[name])
                told = literal_name(value) if isinstance(value, PSLiteral) else value
                sheer = sheer - {name} if told in (plain, "Compatible") else sheer | {name}
                if name == "ca":
                    gone = isinstance(told, int | float) and told < _FAINT
        self.state = self.state._replace(sheer=sheer, gone=gone)

    def paint_all(self) -> None:
        """Everything that may be painted is, in colours that run into each other."""
        self._cover(self.state.within)

    def ink(self, textstate: Any, gstate: Any) -> Ink:
        """What text is painted with."""
        if isinstance(textstate.font, PDFType3Font):
            return UNTOLD  # its letters are small drawings with colours of their own
        shown = textstate.render != _UNPAINTED and not self.state.gone
        key = gstate.ncs.name, gstate.ncolor, shown, textstate.render == 0
        try:
            return self._inks[key]
        except KeyError:
            told = _rgb(gstate) if textstate.render == 0 else None
            return self._inks.setdefault(key, Ink(told, shown))
        except TypeError:  # a colour that is no plain number
            return Ink(None, shown)

    def picture(self, box: Box4, stream: Any) -> None:
        """A picture covers a box (points as the commands count them)."""
        see_through = not isinstance(stream, PDFStream) or stream.get_any(("SMask", "Mask", "ImageMask", "IM"))
        self._cover(box, hides=not see_through)

    def painted(self, gstate: Any, stroke: bool, fill: bool, path: Sequence[Any], rectangle: bool) -> None:
        """A path is painted."""
        points = _points(path, self.ctm)
        wide = 0.0
        if stroke and self.ctm:
            a, b, c, d = self.ctm[:4]
            wide = float(gstate.linewidth or 0) * abs(a * d - b * c) ** 0.5
        if not points or not (fill or wide > _WIDE):
            return
        x0, y0, x1, y1 = _around(points)
        if not fill or wide > _WIDE:
            half = wide / 2
            self._cover((x0 - half, y0 - half, x1 + half, y1 + half))
        if fill:
            self._cover((x0, y0, x1, y1), _rgb(gstate) if rectangle else None, hides=rectangle)

    def _cover(self, box: Box4, colour: tuple[float, float, float] | None = None, hides: bool = False) -> None:
        within = self.state.within
        x0, y0, x1, y1 = max(box[0], within[0]), max(box[1], within[1]), min(box[2], within[2]), min(box[3], within[3])
        if x1 <= x0 or y1 <= y0 or self.state.gone:
            return
        sure = self.state.exact and not self.state.sheer
        place = self.placed(x0, y0, x1, y1)
        self.drawn.fills.append(Fill(*place, len(self.drawn.chars), colour if sure else None, hides and sure))

    def placed(self, x0: float, y0: float, x1: float, y1: float) -> Box4:
        """A box measured from the top left corner."""
        raise NotImplementedError


def _rgb(gstate: Any) -> tuple[float, float, float] | None:
    """The colour that is filled with, as shares of red, green and blue."""
    colour = gstate.ncolor
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    space = gstate.ncs
    takes = _COLOURS.get(space.name, space.ncomponents if space.name == "ICCBased" else 0)
    if len(parts) != takes or not all(isinstance(part, int | float) for part in parts):
        return None
    if takes == 1:
        return (parts[0],) * 3
    if takes == 3:
        return parts[0], parts[1], parts[2]
    if takes == 4:
        black = 1 - parts[3]
        return (1 - parts[0]) * black, (1 - parts[1]) * black, (1 - parts[2]) * black
    return None


def _points(path: Sequence[Any], ctm: Any) -> list[tuple[float, float]]:
    """Every point of a path, those that only bend a curve too."""
    return [apply_matrix_pt(ctm, step[n : n + 2]) for step in path for n in range(1, len(step), 2)]


def _around(points: Sequence[tuple[float, float]]) -> Box4:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
