"""Finds the drawn lines of tables on a picture of a page: long unbroken runs of dark dots."""

from __future__ import annotations

import re
from typing import Any

from checker.read.drawn import Shape

_DARK = 185
"""Of 255; thin lines come out grey."""
_LONG = 0.18
"""Inches; a shorter run is part of a letter."""
_THICK = 0.04
"""Inches; what is thicker is a dark box, of which only the sides count as lines."""
_TOO_MANY = 600
"""A picture with more lines than this is a photograph or a plan."""
_TRANSPOSE = 5
"""Pillow's number for turning rows into columns."""

Run = tuple[int, int, int, int]
"""First row, last row, first dot, dot after the last one."""


def lines_on(picture: Any, resolution: float, scale: float, left: float = 0.0, top: float = 0.0) -> list[Shape]:
    """The level and upright lines of a grey picture, and its dark boxes, in points from the top left corner.

    Arguments: `picture` from Pillow, `resolution` in dots per inch, `scale` points to a dot; `left` and `top`
    are added.
    """
    dark = picture.point([1] * _DARK + [0] * (256 - _DARK))
    level = _runs(dark, round(_LONG * resolution))
    upright = _runs(dark.transpose(_TRANSPOSE), round(_LONG * resolution))
    if len(level) + len(upright) > _TOO_MANY:
        return []
    thick = _THICK * resolution
    boxes = [(x0, y0, x1, y1 + 1) for y0, y1, x0, x1 in level]
    boxes += [(x0, y0, x1 + 1, y1) for x0, x1, y0, y1 in upright if x1 - x0 <= thick]
    return [
        Shape(False, left + x0 * scale, top + y0 * scale, left + x1 * scale, top + y1 * scale, stroke=True, fill=False)
        for x0, y0, x1, y1 in boxes
    ]


def _runs(dark: Any, long: int) -> list[Run]:
    """Runs of dark dots, those of rows below each other put together."""
    wide, tall = dark.size
    data = dark.tobytes()
    pattern = re.compile(rb"\x01{%d,}" % long)
    done: list[Run] = []
    growing: list[Run] = []
    for row in range(tall):
        found = [(part.start(), part.end()) for part in pattern.finditer(data[row * wide : (row + 1) * wide])]
        if not found and not growing:
            continue
        still: list[Run] = []
        for first, last, start, end in growing:
            below = [(a, b) for a, b in found if a < end and start < b]
            if below and row - last <= 1:
                found = [one for one in found if one not in below]
                ends = min(start, *(a for a, _ in below)), max(end, *(b for _, b in below))
                still.append((first, row, *ends))
            else:
                done.append((first, last, start, end))
        growing = still + [(row, row, start, end) for start, end in found]
        if len(done) > _TOO_MANY:
            break
    return done + growing
