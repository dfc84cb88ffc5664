"""Weights, sums and questions of a tender pack, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checker.model import Limit, Question, Scorecard, Sum, Weight
from checker.report import record_marking
from checker.report.numbers import plain

_STRENGTHS = ("none", "invited", "expected", "required")
_ABOUT_SOCIAL_VALUE = ("social-value", "theme", "criterion", "question", "reporting", "contract")


def social_value(scorecard: Scorecard) -> dict[str, Any]:
    """What the pack says of social value as a whole: mentioned, scored, its weight, its question."""
    weighing = scorecard.weighing
    own = weighing.social_value
    return {
        "mentioned": scorecard.mentioned,
        "award_criterion": scorecard.status,
        "weight": weight(own) if own is not None and own.kind == "this-tender" else None,
        "weight_conflicts": [weight(other) for other in weighing.conflicts],
        "weight_mentions": [_mention(mention) for mention in weighing.mentions],
        "question": _question_summary(weighing.questions, weighing.limits),
        "strength": _strongest(scorecard),
    }


def weight(found: Weight) -> dict[str, Any]:
    """A weight as printed, what it is a share of, and its share of the whole score in percent."""
    stated = found.percent if found.printed is None else found.printed
    return {
        "stated": plain(stated),
        "unit": None if stated is None else found.unit,
        "base": found.base,
        "effective": plain(found.effective),
        "readings": [plain(reading) for reading in found.readings],
        "evidence": list(found.evidence),
    }


def tree(weights: Sequence[Weight], sums: Sequence[Sum]) -> list[dict[str, Any]]:
    """The award criteria as a tree; each says whether what hangs below it adds up."""
    return [_branch(criterion, sums) for criterion in weights]


def _branch(criterion: Weight, sums: Sequence[Sum]) -> dict[str, Any]:
    total, adds_up = _children_sum(criterion, sums)
    return {
        "lot": criterion.lot or None,
        "name": criterion.name,
        "percent": plain(criterion.percent),
        "low": plain(criterion.low),
        "high": plain(criterion.high),
        "effective": plain(criterion.effective),
        "children": tree(criterion.children, sums),
        "sums_to": plain(total),
        "sum_ok": adds_up,
        "role": criterion.role or "other",
        "social_value": criterion.is_social_value,
        "evidence": list(criterion.evidence),
    }


def _children_sum(criterion: Weight, sums: Sequence[Sum]) -> tuple[float | None, bool | None]:
    terms = [child.percent for child in criterion.children]
    numbers = tuple(term for term in terms if term is not None)
    if not terms or len(numbers) < len(terms):
        return None, None
    for done in sums:
        if done.terms == numbers and done.lot == criterion.lot and done.of != "top-level":
            return done.total, done.ok
    total = sum(numbers)
    wanted = [100.0] if criterion.percent is None else [criterion.percent, 100.0]
    # Sub-criteria may be printed as shares of their parent (40 + 60 = 100) or of the whole (4 + 6 = 10).
    return total, any(abs(total - goal) <= 0.1 for goal in wanted)


def additions(sums: Sequence[Sum]) -> list[dict[str, Any]]:
    """Every sum that ought to come out, with its terms and what it should make."""
    return [
        {
            "label": done.label,
            "of": done.of,
            "lot": done.lot or None,
            "terms": [plain(term) for term in done.terms],
            "total": plain(done.total),
            "expected": plain(done.expected),
            "ok": done.ok,
            "evidence": list(done.evidence),
        }
        for done in sums
    ]


def questions(asked: Sequence[Question]) -> list[dict[str, Any]]:
    """The social value questions in full, each with its weight, its limits on length and how it is marked."""
    return [
        {
            "number": question.number,
            "text": question.text,
            "weight": None if question.weight is None else weight(question.weight),
            "limits": [
                {"value": limit.value, "unit": limit.unit, "evidence": list(limit.evidence)}
                for limit in question.limits
            ],
            **record_marking.of_question(question),
            "evidence": list(question.evidence),
        }
        for question in asked
    ]


def _mention(found: Weight) -> dict[str, Any]:
    stated = found.percent if found.printed is None else found.printed
    return {
        "value": plain(stated),
        "unit": found.unit,
        "kind": found.kind,
        "low": plain(found.low),
        "high": plain(found.high),
        "lot": found.lot or None,
        "evidence": list(found.evidence),
    }


def _question_summary(asked: Sequence[Question], limits: Sequence[Limit]) -> dict[str, Any]:
    every = [*limits, *(limit for question in asked for limit in question.limits)]
    words = sorted({limit.value for limit in every if limit.unit == "words"})
    places = [*_evidence(asked), *_evidence(every)]
    return {
        "present": bool(asked),
        "word_limit": words[0] if len(words) == 1 else None,
        "word_limits": words,
        "evidence": list(dict.fromkeys(places)),
    }


def _evidence(items: Iterable[Question | Limit]) -> list[str]:
    return [place for item in items for place in item.evidence]


def _strongest(scorecard: Scorecard) -> str:
    asked = [priority.strength for priority in scorecard.priorities]
    said = [f.strength for f in scorecard.findings if not f.dropped_because and f.kind in _ABOUT_SOCIAL_VALUE]
    return max([*asked, *said], key=_STRENGTHS.index, default="none")
