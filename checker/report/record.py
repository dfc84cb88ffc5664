"""The scorecard as plain data (JSON format 1): all that the report, the CSV and other programs read."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from checker.model import Detected, Finding, Scorecard
from checker.report import record_checks, record_given, record_marking, record_weights
from checker.report.numbers import plain
from checker.report.record_files import files, recognised, stem
from checker.report.visible import whole

FORMAT = 1


_LONGEST_SENTENCE = 2000
"""Letters of a sentence that are shown; of a longer one, those around the finding."""


def to_dict(scorecard: Scorecard) -> dict[str, Any]:
    """The scorecard as JSON format 1: the same pack, rules and day always give the same data.

    Every id under an `evidence` key is the id of one of the `findings`. Pages count from 1; boxes are in
    points from the top left corner of the page; weights are in percent unless `unit` says marks.
    """
    context = scorecard.context
    read_off = recognised(scorecard.documents)
    titles = {theme.id: theme.title for theme in scorecard.rules.themes}
    data = {
        "format": FORMAT,
        "tool": _tool(scorecard),
        "title": context.title or _fallback_title(scorecard),
        "buyer": context.buyer,
        "reference": context.reference,
        "checked_on": scorecard.as_of.isoformat(),
        "files": files(scorecard.documents),
        "files_not_read": record_given.files_not_read(scorecard),
        "context": {
            "buyer_type": _detected(context.buyer_type),
            "jurisdiction": _detected(context.jurisdiction),
            "commenced": _detected(context.commenced),
            "value_gbp": _detected(context.value_gbp) | {"value": _pounds(context.value_gbp.value)},
            "regime": _detected(context.regime),
        },
        "verdict": record_checks.verdicts(scorecard.verdicts),
        "score": record_checks.score(scorecard.checks),
        "social_value": record_weights.social_value(scorecard),
        "weights": record_weights.tree(scorecard.weighing.tree, scorecard.weighing.sums),
        "sums": record_weights.additions(scorecard.weighing.sums),
        "questions": record_weights.questions(scorecard.weighing.questions),
        "marking": record_marking.marking(scorecard.weighing),
        "stakes": record_marking.stakes(scorecard.weighing.stakes),
        "frameworks": record_checks.frameworks(scorecard),
        "law": record_checks.law(scorecard),
        "priorities": record_checks.priorities(scorecard.priorities, titles),
        "checks": record_checks.checks(scorecard.checks),
        "dates": [{"kind": date.kind, "value": date.value, "evidence": list(date.evidence)} for date in context.dates],
        "waivers": record_given.waivers(scorecard),
        "offer": record_given.offer(scorecard),
        "notes": list(scorecard.notes),
        "themes": titles,
        "findings": [_finding(finding, read_off) for finding in scorecard.findings],
    }
    checked: dict[str, Any] = whole(data)
    return checked


def _tool(scorecard: Scorecard) -> dict[str, Any]:
    packs = [
        {
            "id": pack.id,
            "version": pack.version,
            "title": pack.title,
            "reviewed_on": pack.reviewed_on.isoformat() if pack.reviewed_on else None,
        }
        for pack in scorecard.rules.packs
    ]
    return {"name": "svcheck", "version": scorecard.version, "rule_packs": packs}


def _fallback_title(scorecard: Scorecard) -> str:
    titles = [document.title for document in scorecard.documents if document.title]
    names = [stem(document.name).replace("_", " ") for document in scorecard.documents]
    return next(iter([*titles, *names]), "Tender pack")


def _detected(fact: Detected) -> dict[str, Any]:
    return {"value": fact.value, "confidence": fact.confidence, "evidence": list(fact.evidence)}


def _pounds(value: str | None) -> float | int | None:
    """A contract value as a number of pounds; None for none, or for words that are no number."""
    try:
        amount = float(value) if value else None
    except ValueError:
        return None
    return int(amount) if amount is not None and amount.is_integer() else amount


def _finding(finding: Finding, read_off: Container[tuple[str, int]]) -> dict[str, Any]:
    at = finding.start - finding.sentence_start
    held = finding.sentence[at : at + len(finding.quote)] == finding.quote if at >= 0 else False
    # A sentence without end, with a finding in every line, would fill the report with copies of itself.
    cut = max(0, at - _LONGEST_SENTENCE // 2) if len(finding.sentence) > _LONGEST_SENTENCE else 0
    sentence, at = finding.sentence[cut : cut + _LONGEST_SENTENCE], at - cut
    return {
        "id": finding.id,
        "rule": finding.rule,
        "rule_version": finding.rule_version,
        "theme": finding.theme or None,
        "kind": finding.kind,
        "signal": finding.signal,
        "file": finding.file,
        "page": finding.page,
        "boxes": [[box.x0, box.top, box.x1, box.bottom] for box in finding.boxes],
        "box_pages": [box.page for box in finding.boxes],
        "quote": finding.quote,
        "sentence": sentence,
        "at": at if held else None,
        "block": finding.block,
        "section": finding.section,
        "role": str(finding.role) or "other",
        "strength": finding.strength,
        "columns": list(finding.columns),
        "numbers": [
            {"value": plain(number.value), "unit": number.unit, "text": number.text} for number in finding.numbers
        ],
        "dropped_because": finding.dropped_because or None,
        "ocr": (finding.file, finding.page) in read_off,
    }
