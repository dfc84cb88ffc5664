"""Every block of a tender pack with the phrases that stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.match.combine import Hit, term
from checker.match.terms import Finder, Phrasebook, Vocabulary
from checker.match.words import Words, words_of
from checker.model import Block, Clause, Document, Number
from checker.wording import find_numbers
from checker.wording.sentences import Sentence, sentences_of

NUMBER_TERMS = ("#any", "#percent", "#money", "#count")
_UNITS = {"percent": "#percent", "money": "#money", "count": "#count"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLAUSE_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?(?=\s)|\d+[.)](?=\s)")


@dataclass(slots=True)
class Passage:
    """One block, its sentences, and the hits in it by the phrase that a rule wrote.

    Sentences and numbers are looked for only when they are asked for: most blocks never pay for them.
    """

    document: Document
    block: Block
    words: Words
    lists: Mapping[str, tuple[str, ...]]
    hits: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    _sentences: tuple[Sentence, ...] | None = None
    _numbers: tuple[Number, ...] | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the block, from left to right; at least one."""
        if self._sentences is None:
            self._sentences = sentences_of(self.block.text, self.lists)
        return self._sentences

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in the block, with offsets into its text."""
        if self._numbers is None:
            self._numbers = find_numbers(self.block.text)
        return self._numbers

    def add_numbers(self) -> None:
        """Put the block's numbers among the hits, but for the number of the clause itself."""
        if "#any" in self.hits:
            return
        found: dict[str, list[Hit]] = {name: [] for name in NUMBER_TERMS}
        own = _CLAUSE_NUMBER.match(self.block.text)
        for number in self.numbers:
            if own and number.end <= own.end():
                continue
            first, last = self.words.between(number.start, number.end)
            hit = Hit(self.block.id, number.start, number.end, first, last, self.sentence_at(number.start))
            found["#any"].append(hit)
            if not _YEAR.fullmatch(number.text):
                found[_UNITS[number.unit]].append(hit)
        self.hits.update({name: tuple(hits) for name, hits in found.items()})

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence in which a letter stands."""
        for number, sentence in enumerate(self.sentences):
            if offset < sentence.end:
                return number
        return len(self.sentences) - 1


def passages(
    documents: Sequence[Document], phrases: Phrasebook, lists: Mapping[str, tuple[str, ...]]
) -> dict[str, Passage]:
    """The blocks that hold text, by their id, each with the phrases found in it.

    Arguments: `phrases` are looked for; `lists` are the rules'
    word lists (abbreviations for the ends of sentences).
    """
    cut = {block.id: words_of(block.text) for document in documents for block in document.blocks}
    finder = Finder(phrases, Vocabulary(words.texts for words in cut.values()))
    found: dict[str, Passage] = {}
    for document in documents:
        for block in document.blocks:
            words = cut.pop(block.id)
            hits = finder.find(block.text, words)
            # The words themselves are not needed again; where they stand is.
            passage = Passage(document, block, Words((), words.starts, words.ends, words.count), lists)
            passage.hits = _by_term(passage, words, hits)
            found[block.id] = passage
    return found


def _by_term(passage: Passage, words: Words, hits: list[tuple[Clause, int, int]]) -> dict[str, tuple[Hit, ...]]:
    found: dict[str, list[Hit]] = {}
    for clause, first, after in hits:
        start, end = words.starts[first], words.ends[after - 1]
        hit = Hit(
            passage.block.id, start, end, words.number(first), words.number(after - 1), passage.sentence_at(start)
        )
        found.setdefault(term(clause), []).append(hit)
    return {name: tuple(sorted(set(hits), key=lambda hit: (hit.start, hit.end))) for name, hits in found.items()}
