"""The rule book's words for award criteria, weights and word limits, ready to be looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.model import Clause, Rulebook
from checker.wording import Phrases
from checker.wording.phrases import Hit
from checker.wording.sentences import sentences_of

SOCIAL_VALUE = "social-value"
"""The signal whose rules name social value and its synonyms."""


class Words:
    """The word lists of context/weights.yaml by name, each compiled once.

    The list "social_value" also holds every phrase by which the live rules recognise the term, so a
    local pack that adds a synonym adds a criterion name too.
    """

    def __init__(self, rules: Rulebook) -> None:
        self._lists: Mapping[str, tuple[str, ...]] = {
            **rules.words,
            "social_value": (*rules.words.get("social_value", ()), *_terms(rules)),
        }
        self._ready: dict[str, Phrases] = {}
        self._split: dict[str, list[tuple[int, int]]] = {}

    def __getitem__(self, name: str) -> Phrases:
        """The phrases of one list; a list that no rule file holds finds nothing."""
        if name not in self._ready:
            self._ready[name] = Phrases(self._lists.get(name, ()))
        return self._ready[name]

    def has(self, name: str, text: str) -> bool:
        """Whether one of the list's phrases stands in the text."""
        return bool(text) and text in self[name]

    def whole(self, name: str, text: str) -> bool:
        """Whether the text is one of the list's phrases and nothing more, but for marks round it."""
        plain = text.strip(" .:()[]-*")
        return any(hit.start == 0 and hit.end == len(plain) for hit in self[name].find(plain))

    def name(self, name: str) -> str:
        """The first phrase of a list, written as a name."""
        first = self._lists.get(name, ("",))[0].rstrip("*")
        return first[:1].upper() + first[1:]

    def find(self, name: str, text: str) -> list[Hit]:
        """Where the list's phrases stand in the text, from left to right."""
        return self[name].find(text)

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """Offsets of the sentences of a text, found once for each text: a long paragraph is asked about often.

        The items of a list inside a paragraph belong to the sentence that opens it.
        """
        if text not in self._split:
            found: list[tuple[int, int]] = []
            for number, part in enumerate(sentences_of(text, self._lists)):
                if part.lead < number and found:
                    found[-1] = (found[-1][0], part.end)
                elif text[part.start : part.end].strip():
                    found.append((part.start, part.end))
            self._split[text] = found
        return self._split[text]


def _terms(rules: Rulebook) -> Iterator[str]:
    for rule in rules.rules:
        if rule.kind == SOCIAL_VALUE and rule.source == SOCIAL_VALUE and rule.status != "retired":
            yield from _phrases((rule.find,))


def _phrases(clauses: Iterable[Clause]) -> Iterator[str]:
    # The parts of an all_of name nothing by themselves, so they are left out.
    for clause in clauses:
        if clause.phrase:
            yield clause.phrase
        yield from _phrases(clause.any_of)
