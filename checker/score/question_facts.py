"""The facts about the social value questions: whether they are given, and how long an answer may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.model import Limit
from checker.score.case import Case
from checker.score.fact import NONE, Fact
from checker.score.phrasing import limit_in_words
from checker.wording import counted, listed


def question_fact(case: Case) -> Fact:
    """Whether a social value question is given in full."""
    questions = case.weighing.questions
    names = [question.number for question in questions if question.number]
    words = listed(names) if len(names) == len(questions) else counted(len(questions), "question")
    return Fact(
        "yes" if questions else "no",
        words if questions else "no question",
        tuple(dict.fromkeys(ref for question in questions for ref in question.evidence)),
    )


def limits_fact(case: Case) -> Fact:
    """How many different limits one answer must keep to; limits of different questions may differ."""
    questions = case.weighing.questions
    own = [limit for question in questions for limit in question.limits]
    general = [limit for limit in case.weighing.limits if limit not in own]
    sets = [_different((*question.limits, *general)) for question in questions] or [_different(general)]
    worst = max(sets, key=_most_in_one_unit)
    number = _most_in_one_unit(worst)
    shown = worst if number > 1 else _different((*own, *general))
    proof = (
        ref for limit in (*own, *general) if _key(limit) in {_key(other) for other in shown} for ref in limit.evidence
    )
    return Fact(float(number), listed([limit_in_words(limit) for limit in shown]) or NONE, tuple(dict.fromkeys(proof)))


def _key(limit: Limit) -> tuple[str, int]:
    return limit.unit, limit.value


def _different(limits: Iterable[Limit]) -> list[Limit]:
    return list({_key(limit): limit for limit in reversed(tuple(limits))}.values())[::-1]


def _most_in_one_unit(limits: Sequence[Limit]) -> int:
    units = [limit.unit for limit in limits]
    return max((units.count(unit) for unit in units), default=0)
