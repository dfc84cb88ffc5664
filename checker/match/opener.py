"""The words that introduce a list item, where a denial or a duty reaches every item below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.match.combine import Hit
from checker.match.passages import Passage

_BARE = 3
"""Words: an introduction no longer than this ("For example:") only carries on the sentence before it."""


@dataclass(frozen=True, slots=True)
class Opener:
    """The sentence that introduces something: its passage, its number, and the place right after its words."""

    passage: Passage
    sentence: int
    after: Hit


def openers(passage: Passage, sentence: int, above: Callable[[Passage], Passage | None]) -> Iterator[Opener]:
    """What introduces a sentence, the nearest first.

    The opening of its list inside the paragraph ("The Supplier shall: (a) …; (b) …"), then the block above
    its bullet, list paragraph or table, then what introduces that. `above` gives that block.
    """
    lead = passage.sentences[sentence].lead
    if lead != sentence:
        colon = passage.block.text.find(":", passage.sentences[lead].start, passage.sentences[lead].end)
        yield Opener(passage, lead, end_of(passage, lead, colon if colon >= 0 else None))
    before = above(passage)
    while before is not None:
        last = before.sentences[-1].lead
        yield Opener(before, last, end_of(before, last))
        if last and (introduction(before) < last or _points_back(before, last)):
            yield Opener(before, last - 1, end_of(before, last - 1))
        before = above(before)


def introduction(passage: Passage) -> int:
    """The number of the sentence with which a paragraph introduces what follows it.

    The last one, but the one before a bare "For example:".
    """
    last = passage.sentences[-1].lead
    sentence = passage.sentences[last]
    bare = len(passage.block.text[sentence.start : sentence.end].split()) <= _BARE
    return last - 1 if bare and last else last


def _points_back(passage: Passage, sentence: int) -> bool:
    """Whether a sentence goes on about what the one before it says: "These reports include:"."""
    here = passage.sentences[sentence]
    words = passage.block.text[here.start : here.end].split(maxsplit=1)
    return bool(words) and words[0].lower() in passage.lists.get("pointing_back", ())


def end_of(passage: Passage, sentence: int, offset: int | None = None) -> Hit:
    """The place right after a sentence, or at an offset in it, as a hit without letters."""
    end = passage.sentences[sentence].end if offset is None else offset
    word = passage.words.between(end, end)[0]
    return Hit(passage.block.id, end, end, word, word, sentence)
