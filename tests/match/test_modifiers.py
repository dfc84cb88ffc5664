"""Modifiers reach as far as the rules say and no further."""

import pytest

from checker.match.combine import leaves
from checker.match.modifiers import longest, places, reaches
from checker.match.passages import Passage, passages
from checker.match.terms import by_words
from checker.model import Clause, Modifier

from .build import NUMBERS, clauses, document

NOT = Modifier("negated", clauses("not", "no"), "after", clauses("but", ";"), clauses("not only"), 4)


def read(text: str, modifier: Modifier) -> Passage:
    """A text with the modifier's phrases and "jobs" found in it."""
    phrases = (*modifier.phrases, *modifier.stop_at, *modifier.not_in, Clause(phrase="jobs"))
    return passages([document(text)], by_words(leaves(phrases)), NUMBERS)["f1.1.1"]


def changed(text: str, modifier: Modifier = NOT) -> bool:
    """Whether the modifier reaches "jobs"."""
    passage = read(text, modifier)
    target = passage.hits["jobs"]
    at = places(modifier, passage.hits, target[0].sentence)
    return any(reaches(modifier, hit, target, passage.hits) for hit in at)


@pytest.mark.parametrize(
    "text", ["It will not offer jobs.", "It will not, in any year, offer jobs.", "There are no jobs."]
)
def test_a_denial_reaches_the_words_after_it(text: str) -> None:
    """What follows a denial closely is denied."""
    assert changed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jobs are not counted.",
        "It is not late but offers jobs.",
        "It is not late; jobs follow.",
        "It is not the first or even the second of its jobs.",
        "It offers not only jobs.",
        "It is not late. It offers jobs.",
    ],
)
def test_a_denial_does_not_reach_further(text: str) -> None:
    """Nor back, past a stop word, past its words, out of its sentence, nor from "not only"."""
    assert not changed(text)


def test_reach_may_be_backward_or_the_whole_sentence() -> None:
    """The rule file says on which side of the modifier the change falls."""
    before = Modifier("denied", clauses("are withdrawn"), "before")
    whole = Modifier("denied", clauses("withdrawn"), "sentence")
    assert changed("The jobs are withdrawn.", before)
    assert not changed("They are withdrawn with the jobs.", before)
    assert changed("Withdrawn: the jobs.", whole)
    assert changed("The jobs, withdrawn.", whole)


def test_the_longer_modifier_hides_the_shorter() -> None:
    """In "may be required to" no duty stands."""
    duty, chance = Modifier("required", clauses("required to")), Modifier("expected", clauses("may be required to"))
    passage = passages(
        [document("It may be required to act.")], by_words(leaves((*duty.phrases, *chance.phrases))), NUMBERS
    )["f1.1.1"]
    found = longest({m.id: places(m, passage.hits, 0) for m in (duty, chance)})
    assert (len(found["required"]), len(found["expected"])) == (0, 1)
