"""One condition on a text, out of which rules are built."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Clause:
    """One condition on a text. Exactly one of `phrase`, `number`, `any_of` and `all_of` is set.

    `phrase` is words with `*` for any ending ("recruit*"). Written with a capital letter and `exact`
    it must match letter case. `number` is "any", "percent", "money" or "count" (a number before a
    thing). `within` limits how far apart the parts of `all_of` may stand: "sentence", "block", "row"
    (of a table) or a number of words such as "12 words".
    """

    phrase: str = ""
    exact: bool = False
    number: str = ""
    any_of: tuple[Clause, ...] = ()
    all_of: tuple[Clause, ...] = ()
    within: str = "sentence"
    in_order: bool = False
    """The parts of `all_of` must stand in the order in which they are written (`sequence:` in YAML)."""

    @cached_property
    def term(self) -> str:
        """The name of a phrase or number among those found in a text: "=" before one whose capitals count."""
        if self.number:
            return f"#{self.number}"
        return f"={self.phrase}" if self.exact else self.phrase

    @cached_property
    def terms(self) -> frozenset[str]:
        """The names of all phrases and numbers in it, at any depth; a text without any of them cannot meet it."""
        if self.phrase or self.number:
            return frozenset((self.term,))
        return frozenset().union(*(part.terms for part in self.any_of + self.all_of))
