"""How answers are marked and what is at stake, as plain data."""

from __future__ import annotations

from typing import Any

from checker.model import Form, PassMark, Question, Scale, Stakes, Weighing
from checker.report.numbers import plain


def of_question(question: Question) -> dict[str, Any]:
    """The scale, minimum score and forms of one question, and how many things it asks for."""
    return {
        "scale": None if question.scale is None else scale(question.scale),
        "minimum": None if question.minimum is None else minimum(question.minimum),
        "forms": [form(one) for one in question.forms],
        "asks": question.asks,
    }


def scale(found: Scale) -> dict[str, Any]:
    """A scoring scale, the best level first."""
    return {
        "described": found.described,
        "levels": [
            {"score": level.score, "name": level.name, "descriptor": level.descriptor} for level in found.levels
        ],
        "evidence": list(found.evidence),
    }


def minimum(found: PassMark) -> dict[str, Any]:
    """A minimum score; the value is null where only a word such as "acceptable" stands."""
    return {
        "value": plain(found.value),
        "unit": found.unit,
        "inclusive": found.inclusive,
        "effect": found.effect,
        "evidence": list(found.evidence),
    }


def form(found: Form) -> dict[str, Any]:
    """A template or appendix that an answer must use."""
    return {"name": found.name, "given": found.given, "evidence": list(found.evidence)}


def marking(weighing: Weighing) -> dict[str, Any]:
    """Every scale, minimum score, ranking and tie-break that concerns social value."""
    return {
        "scales": [scale(one) for one in weighing.scales],
        "minimums": [minimum(one) for one in weighing.minimums],
        "rankings": [
            {"names": list(one.names), "place": one.place, "evidence": list(one.evidence)} for one in weighing.rankings
        ],
        "tie_breaks": [{"text": one.text, "evidence": list(one.evidence)} for one in weighing.tie_breaks],
    }


def stakes(found: Stakes | None) -> dict[str, Any] | None:
    """What the answers are worth: shares in percent of the whole score, length in words."""
    if found is None:
        return None
    return {
        "marks": plain(found.marks),
        "words": found.words,
        "per_hundred_words": plain(found.per_hundred_words),
        "of_quality": plain(found.of_quality),
        "asks": found.asks,
    }
