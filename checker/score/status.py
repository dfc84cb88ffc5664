"""Decides how the tender evaluates social value: scored, pass or fail, denied, or not found at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Finding, Role, Weight
from checker.score.case import Case, sample

CARRIES_MARKS = ("found", "range", "placeholder")
"""The ways in which social value earns marks."""

_ASKS = ("question", "questions")
"""What the rules and the weighing recognise as a question to bidders."""


@dataclass(frozen=True, slots=True)
class Status:
    """How social value is evaluated, and the findings that show it.

    `value` is found, pass-fail, tie-break-only, range, placeholder, denied, not-found or cannot-tell.
    """

    value: str
    evidence: tuple[str, ...] = ()


def status_of(case: Case) -> Status:
    """How the files say that social value is evaluated; the first ground that holds decides.

    A weight of this tender goes before everything. A range or a blank shows a criterion whose weight
    is open. A condition for a valid bid goes before a denial, and a denial before words that only say
    "evaluated". A bidder who must submit a plan that nothing evaluates has no criterion.
    """
    return next(_grounds(case))


def _grounds(case: Case) -> Iterator[Status]:
    weights = _weights(case)
    for value, kind in (("found", "this-tender"), ("range", "range"), ("placeholder", "placeholder")):
        shown = tuple(dict.fromkeys(ref for weight in weights if weight.kind == kind for ref in weight.evidence))
        if any(weight.kind == kind for weight in weights):
            yield Status(value, shown)
    for value, findings in (
        ("pass-fail", case.signal("pass-fail")),
        ("tie-break-only", case.signal("tie-break")),
        ("denied", case.signal("denial")),
        ("found", _scored(case)),
    ):
        if findings:
            yield Status(value, sample(findings))
    if undecided := _in_award_criteria(case):
        yield Status("cannot-tell", sample(undecided))
    if case.unread and not case.has_criteria:
        yield Status("cannot-tell")
    yield Status("not-found")


def _weights(case: Case) -> list[Weight]:
    """The weights that this tender gives social value; a weight of 0 is none."""
    best = (case.weighing.social_value,) if case.weighing.social_value else ()
    return [weight for weight in (*best, *case.weighing.mentions) if weight.percent != 0]


def _scored(case: Case) -> tuple[Finding, ...]:
    """Words that say that what bidders write on social value is scored, whether a weight is given or not.

    A question counts when it has a weight, or when it stands among the award questions of a tender that says
    how answers are scored. A question that nothing scores is no criterion.
    """
    weighted = {ref for question in case.weighing.questions if question.weight for ref in question.evidence}
    scale = bool(case.signal("scale"))
    return tuple(
        finding
        for finding in case.live
        if finding.signal == "evaluation"
        or finding.id in weighted
        or (scale and finding.signal in _ASKS and finding.role in (Role.AWARD, Role.QUESTION))
    )


def _in_award_criteria(case: Case) -> tuple[Finding, ...]:
    """Social value named among the award criteria, with nothing that says what it is worth."""
    return tuple(finding for finding in case.live if finding.role == Role.AWARD and finding.signal == "social-value")
