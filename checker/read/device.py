"""Collects what is drawn on a page, in the measures of pdfplumber and without its dictionaries.

The way from pdfminer's commands to boxes is that of pdfminer's layout (LTChar, LTLine, LTRect, LTFigure) and of
pdfplumber's `Page.process_object`; a test holds the text of both to be the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect, mult_matrix
from pdfplumber.page import fix_fontname_bytes

from checker.read.commands import Interpreter, Odd, Patient
from checker.read.drawn import Char, Drawn, Shape
from checker.read.paint import Painting
from checker.read.trouble import TooFull

_MOST_LETTERS = 100_000
"""Letters of one page. A page of close print has 8,000; a large sheet full of figures 40,000."""
_MOST_SHAPES = 200_000
"""Lines, rectangles and pictures of one page."""


def drawn_on(page: Any) -> Drawn:
    """What is drawn on a pdfplumber page: by the fast way, or by pdfminer or pdfplumber where a page is odd."""
    for way in (Interpreter, Patient):
        device = Collector(page)
        try:
            way(page.pdf.rsrcmgr, device).process_page(page.page_obj)
        except Odd:
            continue
        except (RecursionError, ValueError, TypeError, KeyError, AttributeError, IndexError):
            break
        return device.drawn
    return _by_pdfplumber(page)


class Collector(Painting):
    """A pdfminer device that keeps letters, lines, rectangles and the places of pictures."""

    def __init__(self, page: Any) -> None:
        super().__init__(page.pdf.rsrcmgr)
        left, top = page.mediabox[:2]
        self._left = left
        self._down = page.height
        self._top = top
        self._figures: list[tuple[tuple[float, float, float, float], Any]] = []
        self._fonts: dict[int, tuple[Any, dict[int, tuple[str, float]], str, float]] = {}

    def begin_figure(self, _name: str, bbox: Any, matrix: Any) -> None:
        """A picture or a form begins; its box tells where the picture is."""
        x, y, wide, tall = bbox
        place = apply_matrix_rect(mult_matrix(matrix, self.ctm), (x, y, x + wide, y + tall))
        self._figures.append((place, self.state))

    def end_figure(self, _name: str) -> None:
        """It ends."""
        self.state = self._figures.pop()[1]

    def render_image(self, _name: str, stream: Any) -> None:
        """A picture fills the figure that was begun for it."""
        place = self._figures[-1][0]
        self.drawn.images.append(self.placed(*place))
        self.picture(place, stream)
        self._count_shapes()

    def placed(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box measured from the top left corner; a page that does not begin at 0 is moved there by pdfplumber."""
        if self._left:
            x0, x1 = x0 + self._left, x1 + self._left
        return x0, (self._down - y1) + self._top, x1, (self._down - y0) + self._top

    def render_string(self, textstate: Any, seq: Any, _ncs: Any, graphicstate: Any) -> None:
        """The letters of one string, each with its box."""
        font = textstate.font
        if font.is_vertical():
            raise Odd("Letters that run downwards are read another way.")
        _, known, name, descent = self._font(font)
        size = textstate.fontsize
        scaling = textstate.scaling * 0.01
        between = textstate.charspace * scaling
        between_words = 0 if font.is_multibyte() else textstate.wordspace * scaling
        shift = 0.001 * size * scaling
        rise = textstate.rise
        low = descent * size + rise
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm)
        level = b == 0 == c
        x, y = textstate.linematrix
        ink = self.ink(textstate, graphicstate)
        keep = self.drawn.chars.append
        later = False
        for part in seq:
            if isinstance(part, bytes):
                for cid in font.decode(part):
                    if later:
                        x += between
                    text, width = known.get(cid) or self._letter(font, cid, known)
                    adv = width * size * scaling
                    e1, f1 = x * a + y * c + e, x * b + y * d + f
                    if level:
                        x0, x1, y0, y1 = e1, a * adv + e1, d * low + f1, d * (low + size) + f1
                        if x1 < x0:
                            x0, x1 = x1, x0
                        if y1 < y0:
                            y0, y1 = y1, y0
                    else:
                        x0, y0, x1, y1 = apply_matrix_rect((a, b, c, d, e1, f1), (0, low, adv, low + size))
                    keep(Char((a, b, c, d, e1, f1), *self.placed(x0, y0, x1, y1), name, text, ink))
                    x += adv
                    if cid == 32 and between_words:
                        x += between_words
                    later = True
            elif isinstance(part, (int, float)):
                x -= part * shift
                later = True
        textstate.linematrix = (x, y)
        if len(self.drawn.chars) > _MOST_LETTERS:
            raise TooFull

    def _font(self, font: Any) -> tuple[Any, dict[int, tuple[str, float]], str, float]:
        known = self._fonts.get(id(font))
        if known is None:
            name = font.fontname
            name = fix_fontname_bytes(name) if isinstance(name, bytes) else name
            # The font is kept too, so that its id stays its own.
            known = self._fonts[id(font)] = (font, {}, name, font.get_descent())
        return known

    def _letter(self, font: Any, cid: int, known: dict[int, tuple[str, float]]) -> tuple[str, float]:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = f"(cid:{cid})"
        known[cid] = text, font.char_width(cid)
        return known[cid]

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, _evenodd: bool, path: Sequence[Any]) -> None:
        """A path: what is a line or a rectangle is kept, anything else is counted."""
        shape = "".join(step[0] for step in path)
        if shape[:1] != "m":
            return
        starts = [n for n, letter in enumerate(shape) if letter == "m"]
        for start, end in zip(starts, [*starts[1:], len(shape)], strict=True):
            if end - start > 1 or len(starts) == 1:
                rectangle = self._part(gstate, stroke, fill, path[start:end], shape[start:end])
                # Of several parts one may be a hole in another.
                self.painted(gstate, stroke, fill, path[start:end], rectangle and len(starts) == 1)
                self._count_shapes()

    def _part(self, gstate: Any, stroke: bool, fill: bool, path: Sequence[Any], shape: str) -> bool:
        """One stretch of a path; tells whether it is a rectangle."""
        if shape not in {"ml", "mlh", "mll", "mllh", "mlll", "mlllh", "mllll", "mllllh"}:
            self.drawn.curves += 1
            return False
        points = [apply_matrix_pt(self.ctm, step[-2:] if step[0] != "h" else path[0][-2:]) for step in path]
        if len(shape) > 3 and shape[-2:] == "lh" and points[-2] == points[0]:
            shape = shape[:-2] + "h"
            points.pop()
        if shape in {"mlh", "ml"}:
            self._keep(True, points[:2], stroke, fill, gstate)
        elif shape in {"mlllh", "mllll"} and _is_rectangle(points):
            self._keep(False, [points[0], points[2]], stroke, fill, gstate)
            return True
        else:
            self.drawn.curves += 1
        return False

    def _keep(self, line: bool, points: Sequence[Any], stroke: bool, fill: bool, gstate: Any) -> None:
        (x0, y0), (x1, y1) = points
        box = self.placed(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self.drawn.shapes.append(Shape(line, *box, stroke, fill, gstate.ncolor))

    def _count_shapes(self) -> None:
        if max(len(self.drawn.shapes) + len(self.drawn.images), len(self.drawn.fills)) > _MOST_SHAPES:
            raise TooFull


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3), last = points
    upright = x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0
    level = y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0
    return points[0] == last and (upright or level)


def _by_pdfplumber(page: Any) -> Drawn:
    """The same from pdfplumber's own dictionaries."""
    chars = [Char(c["matrix"], c["x0"], c["top"], c["x1"], c["bottom"], c["fontname"], c["text"]) for c in page.chars]
    shapes = [
        Shape(line, s["x0"], s["top"], s["x1"], s["bottom"], s["stroke"], s["fill"], s["non_stroking_color"])
        for line, some in ((True, page.lines), (False, page.rects))
        for s in some
    ]
    images = [(image["x0"], image["top"], image["x1"], image["bottom"]) for image in page.images]
    return Drawn(chars, shapes, images, len(page.curves))
