"""The order in which a page is read: columns of running text one after the other, else line by line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.read.grids import Grid
from checker.read.strips import Strip

Item = Strip | Grid
_GUTTER = 9.0
"""The least white space, in points, between two columns of text."""


def streams(items: Sequence[Item], across: float, depth: int = 0) -> list[list[Item]]:
    """The text of a page in streams, each to be read from its top to its bottom.

    `across` is the page's width in points. A page in one column is one stream. Side by side columns
    are told from tables by their lines: columns are filled with lines of running text.
    """
    items = sorted(items, key=lambda one: (one.top, one.x0))
    if depth < 4:
        for gutter, first, last in _gutters(items):
            band = [one for one in items if first <= one.top <= last]
            left = [one for one in band if one.x1 <= gutter + 1]
            right = [one for one in band if one.x0 >= gutter - 1]
            if len(left) + len(right) == len(band) and _side_by_side(left, right, across):
                above = [one for one in items if one.top < first]
                below = [one for one in items if one.top > last]
                parts = (above, left, right, below)
                return [stream for part in parts if part for stream in streams(part, across, depth + 1)]
    return [items] if items else []


def _gutters(items: list[Item]) -> list[tuple[float, float, float]]:
    """Places where a column may begin, the largest white space first: its x, and the band from top to top."""
    votes: dict[int, list[tuple[Item, Item]]] = {}
    for n, one in enumerate(items):
        for other in items[n + 1 :]:
            if other.top >= one.bottom:
                break
            left, right = (one, other) if one.x0 <= other.x0 else (other, one)
            shared = min(one.bottom, other.bottom) - max(one.top, other.top)
            small = min(one.bottom - one.top, other.bottom - other.top)
            if right.x0 - left.x1 >= _GUTTER and shared > 0.3 * small:
                votes.setdefault(round(right.x0 / 3), []).append((left, right))
    found: list[tuple[float, float, float, float]] = []
    for key in sorted(votes):
        pairs = votes[key] + votes.get(key + 1, [])
        if len(pairs) < 3:
            continue
        # The white space may be wider than it is here: a heading in the right column may begin further left.
        for gutter in (min(right.x0 for _, right in pairs) - 1, max(left.x1 for left, _ in pairs) + 4):
            crossing = [one for one in items if one.x0 < gutter - 2 and one.x1 > gutter + 2]
            for first, last, count in _bands(items, pairs, crossing):
                if count >= 3:
                    band = [one for one in items if first <= one.top <= last]
                    ends = [one.x1 for one in band if one.x1 <= gutter + 1]
                    begins = [one.x0 for one in band if one.x0 >= gutter - 1]
                    wide = min(begins, default=gutter) - max(ends, default=gutter)
                    found.append((wide * (last - first), gutter, first, last))
    return [(gutter, first, last) for _, gutter, first, last in sorted(found, reverse=True)[:12]]


def _bands(items: list[Item], pairs: list[tuple[Item, Item]], crossing: list[Item]) -> list[tuple[float, float, int]]:
    """The stretches of the page between lines that run across the white space, with the pairs in each."""
    cuts = [-1.0, *sorted(one.top for one in crossing), 1e9]
    bands = []
    for above, below in pairwise(cuts):
        count = sum(above < left.top < below and above < right.top < below for left, right in pairs)
        tops = [one.top for one in items if above < one.top < below]
        if count and tops:
            bands.append((min(tops), max(tops), count))
    return bands


def _side_by_side(left: list[Item], right: list[Item], across: float) -> bool:
    """Whether two sides of a gap are columns of running text rather than table cells or labels."""
    if not (_wide(left, across) and _wide(right, across)):
        return False
    if _filled(left) and _filled(right):
        return True
    # Lists and narrow columns: table cells share their base lines, columns go their own ways.
    bases = [one.base for one in right if isinstance(one, Strip)]
    own = [one.base for one in left if isinstance(one, Strip)]
    shared = sum(any(abs(base - other) < 1 for other in bases) for base in own)
    return min(len(own), len(bases)) >= 6 and shared <= 0.35 * min(len(own), len(bases))


def _wide(side: list[Item], across: float) -> bool:
    lines = [one for one in side if isinstance(one, Strip)]
    if len(lines) < 3:
        return False
    wide = max(one.x1 for one in side) - min(one.x0 for one in side)
    return wide > 0.12 * across and sum(len(line.text) for line in lines) / len(lines) >= 10


def _filled(side: list[Item]) -> bool:
    """Whether most lines fill their side, one close below the other."""
    lines = [one for one in side if isinstance(one, Strip)]
    wide = max(one.x1 for one in side) - min(one.x0 for one in side)
    full = sum(line.x1 - line.x0 > 0.55 * wide for line in lines)
    letters = sum(len(line.text) for line in lines) / len(lines)
    tall = max(one.bottom for one in side) - min(one.top for one in side)
    dense = sum(one.bottom - one.top for one in side) / max(tall, 1)
    return full >= 0.5 * len(lines) and letters >= 14 and dense > 0.45
