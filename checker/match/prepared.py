"""A rule book made ready for searching: worked out once and used for every tender pack."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping
from functools import cached_property

from checker.match import cues
from checker.match.combine import has, leaves, term
from checker.match.drops import clauses_of
from checker.match.frameworks import framework_rule
from checker.match.terms import Phrasebook, by_words
from checker.model import Clause, Rule, Rulebook


class Prepared:
    """What searching asks of a rule book again and again."""

    def __init__(self, book: Rulebook) -> None:
        self.rules: tuple[Rule, ...] = (*book.rules, *map(framework_rule, book.frameworks))
        self.modifiers = {modifier.id: modifier for modifier in book.modifiers}
        self.bidders = tuple(Clause(phrase=word) for word in book.words.get("bidders", ()))
        self.phrases: Phrasebook = by_words(leaf for leaf in leaves(self._clauses(book)) if leaf.phrase)

    def _clauses(self, book: Rulebook) -> Iterator[Clause]:
        for rule in self.rules:
            yield from clauses_of(rule)
        for modifier in book.modifiers:
            yield from (*modifier.phrases, *modifier.stop_at, *modifier.not_in)
        yield from self.bidders
        yield from cues.clauses(book)

    @cached_property
    def by_term(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the rules that look for a phrase or number, by its name."""
        found: dict[str, dict[str, None]] = {}
        for rule in self.rules:
            for leaf in leaves([rule.find]):
                found.setdefault(term(leaf), {})[rule.id] = None
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def over_rows(self) -> frozenset[str]:
        """The rules with a condition on a whole table row."""
        return frozenset(rule.id for rule in self.rules if any(has(one, within="row") for one in clauses_of(rule)))

    @cached_property
    def with_numbers(self) -> frozenset[str]:
        """The rules with a condition on a number."""
        return frozenset(rule.id for rule in self.rules if any(has(one, number=True) for one in clauses_of(rule)))


_last: list[tuple[weakref.ref[Rulebook], Prepared]] = []


def prepared(book: Rulebook) -> Prepared:
    """The rule book made ready; the one used last is kept, since most work puts one to many packs."""
    if not _last or _last[0][0]() is not book:
        _last[:] = [(weakref.ref(book), Prepared(book))]
    return _last[0][1]
