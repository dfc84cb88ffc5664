"""Files damaged on purpose: cut, with bits turned over, with parts of other files inside, or with odd numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

KINDS = ("cut", "flip", "splice", "drop", "repeat", "number", "swap")
"""What may be done to a file."""

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483648", b"-99999999999", b"1e9", b"0.0000001", b"340282350000000000000",
            b"9" * 400, b"--5", b"00001")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing done to a file; `at` and `size` are shares of its length, `value` chooses among what fits."""

    kind: str
    at: float
    size: float
    value: int


def mutated(data: bytes, other: bytes, edits: Sequence[Edit]) -> bytes:
    """A file after some edits; `other` is where spliced parts come from."""
    for edit in edits:
        data = _edited(data, other, edit)
    return data


def _edited(data: bytes, other: bytes, edit: Edit) -> bytes:
    at = int(edit.at * len(data))
    # Most damage is small: the size is squared, so that long parts are rare.
    size = max(1, int(edit.size**3 * len(data)))
    if edit.kind == "cut":
        return data[:at]
    if edit.kind == "flip":
        return data[:at] + bytes(byte ^ (1 << edit.value % 8) for byte in data[at : at + 1]) + data[at + 1 :]
    if edit.kind == "splice":
        start = edit.value * 7919 % max(len(other), 1)
        return data[:at] + other[start : start + size] + data[at + size * (edit.value % 2) :]
    if edit.kind == "drop":
        return data[:at] + data[at + size :]
    if edit.kind == "repeat":
        return data[:at] + data[at : at + min(size, 200)] * (2 + edit.value % 40) + data[at + size :]
    if edit.kind == "swap":
        return data[:at] + data[at + size : at + 2 * size] + data[at : at + size] + data[at + 2 * size :]
    found = _NUMBER.search(data, at)
    if found is None:
        return data
    return data[: found.start()] + _NUMBERS[edit.value % len(_NUMBERS)] + data[found.end() :]


def by_seed(seed: int, kinds: Sequence[str] = KINDS, most: int = 6) -> list[Edit]:
    """The edits that belong to a number: the same ones every time."""
    chance = random.Random(seed)
    return [
        Edit(chance.choice(kinds), chance.random(), chance.random(), chance.randrange(1 << 16))
        for _ in range(chance.randint(1, most))
    ]


def mutants(files: Sequence[bytes], count: int, seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """So many damaged files, each with a name that says what was done to it; the files take turns."""
    for number in range(count):
        data = files[number % len(files)]
        other = files[(number * 31 + 7) % len(files)]
        edits = by_seed(seed + number)
        yield f"{number:04d}-{'-'.join(edit.kind for edit in edits)}", mutated(data, other, edits)
