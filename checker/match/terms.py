"""All phrases of all rules found at once: wildcards become the documents' own words, one matcher finds them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from checker.match.words import Words, same_case, words_of_rule
from checker.model import Clause

Phrasebook: TypeAlias = Mapping[tuple[str, ...], tuple[Clause, ...]]
"""Phrases under the words that they are made of, in the order of the alphabet."""


class Vocabulary:
    """The words of a tender pack and which stand side by side, to turn wildcards into real words."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        words: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for text in texts:
            words.update(text)
            self._pairs.update(pairwise(text))
        self._known = words
        self._words = sorted(words)

    def expand(self, phrase: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Every way in which the documents may write a phrase; none when its words are not there."""
        if not phrase:
            return
        yield from self._expand(phrase, ())

    def _expand(self, phrase: Sequence[str], so_far: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if len(so_far) == len(phrase):
            yield so_far
            return
        for word in self._fitting(phrase[len(so_far)]):
            if not so_far or (so_far[-1], word) in self._pairs:
                yield from self._expand(phrase, (*so_far, word))

    def _fitting(self, word: str) -> list[str]:
        if "*" not in word:
            return [word] if word in self._known else []
        stem, rest = word.split("*", 1)
        fitting = self._starting(stem)
        if not rest:
            return fitting
        pattern = re.compile(re.escape(word).replace(r"\*", r"\w*"))
        return [found for found in fitting if pattern.fullmatch(found)]

    def _starting(self, stem: str) -> list[str]:
        found = []
        for word in self._words[bisect_left(self._words, stem) :]:
            if not word.startswith(stem):
                break
            if word[0].isalnum():
                found.append(word)
        return found


class Finder:
    """Finds every phrase of the rules in a text. Made once for a pack and thrown away after it."""

    def __init__(self, phrases: Phrasebook, vocabulary: Vocabulary) -> None:
        # A vocabulary of its own: spaCy never forgets a word, and a survey reads thousands of packs. The
        # words are in small letters already, so it need not know how to make them so.
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        self._terms: dict[int, tuple[Clause, ...]] = {}
        self._openers: set[str] = set()
        for text, clauses in phrases.items():
            docs = []
            for words in vocabulary.expand(text):
                docs.append(Doc(self._vocab, words=list(words)))
                self._openers.add(words[0])
            if docs:
                name = " ".join(text)
                self._matcher.add(name, docs)
                self._terms[self._vocab.strings[name]] = clauses

    def find(self, text: str, words: Words) -> list[tuple[Clause, int, int]]:
        """The phrases that stand in a text: (phrase, first word, word after the last)."""
        if self._openers.isdisjoint(words.texts):
            return []
        found: list[tuple[Clause, int, int]] = []
        for key, first, after in self._matcher(Doc(self._vocab, words=list(words.texts))):
            quote = text[words.starts[first] : words.ends[after - 1]]
            fitting = (c for c in self._terms[key] if not c.exact or same_case(c.phrase, quote))
            found.extend((clause, first, after) for clause in fitting)
        return found


def by_words(phrases: Iterable[Clause]) -> Phrasebook:
    """The phrases under the words that they share: "TOMs" with its capitals and without are one search."""
    found: dict[tuple[str, ...], dict[Clause, None]] = {}
    for clause in phrases:
        words = words_of_rule(clause.phrase)
        if words:
            found.setdefault(words, {})[clause] = None
    return {words: tuple(found[words]) for words in sorted(found)}
