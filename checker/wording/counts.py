"""Counts, figures and lists as people write them: 3 files, 1,250, a, b and c."""

from __future__ import annotations

from collections.abc import Sequence


def figure(value: float) -> str:
    """A number without needless zeros and with no more than two decimals: 10, 2.5, 1,000,000."""
    rounded = round(value, 2)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,}"


def counted(number: int, thing: str, things: str = "") -> str:
    """A count with its noun: 1 file, 3 files."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Words in a row: a, b and c; nothing when there are none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
