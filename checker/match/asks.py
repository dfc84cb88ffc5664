"""How strongly a finding is asked for: in its sentence, else its table row, else by what introduces it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from checker.match.combine import Hit, term
from checker.match.draft import Draft
from checker.match.opener import Opener, end_of
from checker.match.passages import Passage
from checker.match.strength import LEVELS, strength
from checker.model import Clause, Modifier

NO_ASK = "none"


class Asks:
    """The modifiers and the questions of a pack, to tell how strongly each finding is asked for."""

    def __init__(
        self,
        modifiers: Mapping[str, Modifier],
        bidders: Sequence[Clause],
        questions: Container[tuple[str, int]],
    ) -> None:
        """`bidders` are words for the bidder; `questions` the blocks and sentences that put a question."""
        self._modifiers = modifiers
        self._bidders = [term(clause) for clause in bidders]
        self._questions = questions

    def strength(self, draft: Draft, openers: Iterable[Opener], row: Iterable[Passage]) -> str:
        """required, expected, invited or none.

        Arguments: `openers` introduce the draft's list, the nearest first; `row` are the other cells of
        its table row. The first that says anything decides; of a row, the strongest.
        """
        own = self._in(draft.passage, draft.sentence, draft.target)
        if own is not None:
            return own
        beside = {self._in(cell, n, (end_of(cell, n),)) for cell in row for n in range(len(cell.sentences))}
        strongest = next((level for level in LEVELS if level in beside), None)
        if strongest is not None:
            return strongest
        above = (self._in(opener.passage, opener.sentence, (opener.after,)) for opener in openers)
        return next((level for level in above if level is not None), NO_ASK)

    def _in(self, passage: Passage, sentence: int, target: Sequence[Hit]) -> str | None:
        """What one sentence asks; to answer a question is required where no other word says how strongly."""
        bidders = [hit for name in self._bidders for hit in passage.hits.get(name, ())]
        level = strength(target, sentence, passage.hits, self._modifiers, bidders)
        if level in (None, NO_ASK) and (passage.block.id, sentence) in self._questions:
            return LEVELS[0]
        return level
