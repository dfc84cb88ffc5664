"""Text that the page shows struck through: a thin line drawn through the middle of its letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.read.strips import Strip

Bar = tuple[float, float, float]
"""A thin level line: left end, right end, distance from the top of the page (points)."""


def mark_struck(strips: Sequence[Strip], bars: Iterable[Bar]) -> list[Strip]:
    """The same strips, each with the letters that a line runs through.

    A line counts only where it keeps within the words: a table border or a rule across the page
    runs on beyond them.
    """
    bars = list(bars)
    return [_marked(strip, bars) for strip in strips] if bars else list(strips)


def _marked(strip: Strip, bars: list[Bar]) -> Strip:
    tall = strip.bottom - strip.top
    slack = 0.35 * strip.size
    found: list[tuple[int, int]] = []
    for x0, x1, y in bars:
        if not 0.4 < (y - strip.top) / tall < 0.75:
            continue
        if x0 < strip.x0 - slack or x1 > strip.x1 + slack:
            continue
        hit = [n for n in range(len(strip.text)) if x0 - 1 <= (strip.lefts[n] + strip.rights[n]) / 2 <= x1 + 1]
        if len(hit) >= 2:
            found.append((hit[0], hit[-1] + 1))
    return replace(strip, struck=_merged(found)) if found else strip


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
