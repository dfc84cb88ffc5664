"""Numbers as people print them."""

from __future__ import annotations


def plain(number: float | None) -> float | None:
    """A number as people print it: 10 and not 10.0, and no more than four decimals."""
    if number is None:
        return None
    rounded = round(number, 4)
    return int(rounded) if rounded == int(rounded) else rounded
