"""How strongly a finding is asked for: in its sentence, else its table row, else by what introduces it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.match.combine import Hit, term
from checker.match.draft import Draft
from checker.match.modifiers import places, reaches
from checker.match.opener import Opener, end_of
from checker.match.passages import Passage
from checker.match.strength import LEVELS, VOLUNTARY, strength
from checker.model import Clause, Modifier

NO_ASK = "none"
SOCIAL_VALUE = "social-value"
"""The kind of findings that name social value as a whole."""


class Asks:
    """The modifiers and the questions of a pack, to tell how strongly each finding is asked for."""

    def __init__(
        self,
        modifiers: Mapping[str, Modifier],
        bidders: Sequence[Clause],
        questions: Mapping[tuple[str, int], str],
    ) -> None:
        """`bidders` are words for the bidder; `questions` the blocks and sentences that ask, and how strongly."""
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
        """What one sentence asks; a question asks for itself where no other word says how strongly."""
        bidders = [hit for name in self._bidders for hit in passage.hits.get(name, ())]
        level = strength(target, sentence, passage.hits, self._modifiers, bidders)
        if level in (None, NO_ASK):
            return self._questions.get((passage.block.id, sentence), level)
        return level

    def soften(self, drafts: Iterable[Draft]) -> None:
        """Where a document says that social value is voluntary, what it only expects is an invitation.

        A duty stays a duty.
        """
        named = [draft for draft in drafts if draft.rule.kind == SOCIAL_VALUE]
        free = {draft.passage.document.name for draft in named if self._is_voluntary(draft)}
        for draft in named:
            if draft.strength == LEVELS[1] and draft.passage.document.name in free:
                draft.strength = LEVELS[2]

    def _is_voluntary(self, draft: Draft) -> bool:
        modifier = self._modifiers.get(VOLUNTARY)
        if modifier is None:
            return False
        hits = draft.passage.hits
        return any(reaches(modifier, at, draft.target, hits) for at in places(modifier, hits, draft.sentence))


def questions(drafts: Iterable[Draft]) -> dict[tuple[str, int], str]:
    """The blocks and sentences that put a question, and how strongly it asks: required, unless its rule says less.

    A condition for a valid bid asks as a question does.
    """
    found: dict[tuple[str, int], str] = {}
    for draft in drafts:
        if draft.rule.kind == "question" or (draft.rule.kind == "criterion" and draft.rule.strength in LEVELS):
            place = (draft.passage.block.id, draft.sentence)
            level = draft.rule.strength if draft.rule.strength in LEVELS else LEVELS[0]
            found[place] = min(found.get(place, level), level, key=LEVELS.index)
    return found
