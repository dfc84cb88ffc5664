"""The words that introduce a list item, where a denial or a duty reaches every item below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.match.combine import Hit
from checker.match.passages import Passage


@dataclass(frozen=True, slots=True)
class Opener:
    """The sentence that introduces something: its passage, its number, and the place right after its words."""

    passage: Passage
    sentence: int
    after: Hit


def openers(
    passage: Passage, sentence: int, leads: Mapping[str, str], passages: Mapping[str, Passage]
) -> Iterator[Opener]:
    """What introduces a sentence, the nearest first.

    The opening of its list inside the paragraph ("The Supplier shall: (a) …; (b) …"), then the block above
    its bullet, list paragraph or table, then what introduces that.
    """
    lead = passage.sentences[sentence].lead
    if lead != sentence:
        colon = passage.block.text.find(":", passage.sentences[lead].start, passage.sentences[lead].end)
        yield Opener(passage, lead, end_of(passage, lead, colon if colon >= 0 else None))
    above = passages.get(leads.get(passage.block.id, ""))
    while above is not None:
        last = above.sentences[-1].lead
        yield Opener(above, last, end_of(above, last))
        above = passages.get(leads.get(above.block.id, ""))


def end_of(passage: Passage, sentence: int, offset: int | None = None) -> Hit:
    """The place right after a sentence, or at an offset in it, as a hit without letters."""
    end = passage.sentences[sentence].end if offset is None else offset
    word = passage.words.between(end, end)[0]
    return Hit(passage.block.id, end, end, word, word, sentence)
