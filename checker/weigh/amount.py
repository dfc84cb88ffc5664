"""One number of an award-criteria table or sentence: where it stands and what kind of number it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

FIXED, RANGE, MINIMUM, BLANK = "fixed", "range", "minimum", "placeholder"


@dataclass(frozen=True, slots=True)
class Amount:
    """A weight as it is printed: its place in the text, what kind of number it is, and its unit.

    `kind` is fixed, range, minimum or placeholder; `unit` is percent, marks or bare (no sign at all);
    `of` is the total that marks are out of, where it is printed beside them.
    """

    start: int
    end: int
    kind: str
    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    of: float | None = None

    def moved(self, by: int) -> Amount:
        """The same amount in a text that begins `by` letters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)
