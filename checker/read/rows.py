"""A row is one printed line of a stream, with its label and how it looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.read.labels import Label, label_of
from checker.read.strips import Strip, in_rows, join

_ENDED = re.compile(r"[.!?][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line: its strips, the same joined, its label, and the drawn frame it stands in."""

    strips: tuple[Strip, ...]
    line: Strip
    label: Label | None
    box: int = -1

    @property
    def text(self) -> str:
        """The words of the line without a bullet sign; numbers and letters stay."""
        return self.line.text

    @property
    def body_x(self) -> float:
        """Where the text after the label begins, in points."""
        if self.label is None or self.label.end >= len(self.line.text):
            return self.line.x0
        return self.line.lefts[self.label.end]

    @property
    def body(self) -> str:
        """The words after the label."""
        return self.line.text[self.label.end :] if self.label else self.line.text

    @property
    def parts(self) -> tuple[Strip, ...]:
        """The strips, a label being one with the text that follows it."""
        if self.label and len(self.strips) > 1 and len(self.strips[0].text) < self.label.end:
            return (join(self.strips[:2]), *self.strips[2:])
        return self.strips

    @property
    def ended(self) -> bool:
        """Whether the line ends a sentence."""
        return bool(_ENDED.search(self.line.text))


def make_row(strips: Sequence[Strip], box: int = -1) -> Row:
    """A row from the strips of one printed line, left to right."""
    line = join(strips)
    return Row(tuple(strips), line, label_of(line.text, line.lefts, line.rights, line.size), box)


def make_rows(strips: Sequence[Strip]) -> list[Row]:
    """The strips of a stream as rows, from the top down."""
    return [make_row(row) for row in in_rows(strips)]
