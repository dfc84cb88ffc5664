"""The findings behind every weight: each place is noted once and known by its id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.model import Finding, Weight
from checker.weigh.places import Spot, finding
from checker.weigh.schemes import SOCIAL_VALUE, Entry, Scheme
from checker.weigh.tree import Evidence
from checker.weigh.words import Words


class Ledger:
    """Keeps every finding that was noted, and hands out those that something refers to."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._found: dict[str, Finding] = {}

    def note(self, spot: Spot, rule: str, kind: str, signal: str = "weights") -> str:
        """Keep the finding at a place and return its id."""
        made = finding(spot, rule, kind, self._words, signal)
        if spot.block.place is not None:
            row = " | ".join(block.text for block in spot.document.row_of(spot.block))
            made = replace(made, sentence=row)
        return self._found.setdefault(made.id, made).id

    def evidence(self, scheme: Scheme) -> Evidence:
        """The way to prove the entries of a scheme: the number first, then the name."""
        source = "table" if scheme.source == "table" else "prose"

        def prove(entry: Entry, kind: str) -> tuple[str, ...]:
            if entry.role != SOCIAL_VALUE:
                return (self.note(entry.spot, f"criterion.{source}", "criterion"),)
            ids = [self.note(entry.spot, f"weight.{kind}", "weight")]
            if entry.name_spot.block.id != entry.spot.block.id:
                ids.append(self.note(entry.name_spot, f"criterion.{source}", "criterion"))
            return tuple(ids)

        return prove

    def referred(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        """The findings among `ids` that this ledger made, each once, in the order of the ids."""
        return tuple(self._found[ident] for ident in dict.fromkeys(ids) if ident in self._found)


def ids_of(weights: Iterable[Weight]) -> list[str]:
    """The finding ids of some weights and of everything below them."""
    found: list[str] = []
    for weight in weights:
        found.extend(weight.evidence)
        found.extend(ids_of(weight.children))
    return found
