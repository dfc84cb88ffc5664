"""The facts about what must be delivered and reported: numbers, reports in a year, and marks for the words written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Finding, Priority, Weight
from checker.score.case import Case, sample
from checker.score.fact import NONE, UNKNOWN, Fact
from checker.score.phrasing import percent
from checker.wording import counted, figure, listed

_REPORTING = {
    "report-frequency": "how often",
    "report-format": "in what form",
    "report-owner": "by whom or to whom",
}
"""What a reporting term should say, by the signal that finds it."""
_A_YEAR = {"monthly": 12, "quarterly": 4, "termly": 3, "six-monthly": 2, "yearly": 1}
"""How many reports a year each rule of the signal report-frequency stands for."""
_NUMBER = "measure.number"
"""The rule that finds numbers of things, people or hours."""
_NAMED = ("theme", "social-value")
"""The kinds of finding that say what a number is for."""
_TOLD = 6
"""How many numbers are told; the others are counted."""
_REFERENCE = re.compile(r"[A-Za-z]{0,4}[ .-]?\d{0,3}[a-z]?\)?\W{0,2}")
"""The first cell of a row that only numbers it: "5", "V1 *"."""
_CODE = re.compile(r"\b[A-Z]{1,4}\d{1,3}\b")
"""A question that a cell refers to, such as T8, which is no number to deliver."""
_LONG = 80
"""Letters of one cell or sentence with a number that are told."""


def delivery_facts(case: Case, rows: Sequence[Priority]) -> dict[str, Fact]:
    """The facts: asked-unmeasured, deliverables, reporting-details, reports-a-year and marks-per-hundred.

    Arguments: the `case` for findings and weights, and the `rows` of the disconnect matrix.
    """
    return {
        "asked-unmeasured": _unmeasured(case, rows),
        "deliverables": _deliverables(case),
        "reporting-details": _reporting(case),
        "reports-a-year": _reports(case),
        "marks-per-hundred": _marks(case),
    }


def _unmeasured(case: Case, rows: Sequence[Priority]) -> Fact:
    """The themes that bidders are asked about and that nothing makes countable."""
    titles = {theme.id: theme.title for theme in case.rules.themes}
    asked = [row for row in rows if row.theme and row.cells["asked"].evidence]
    those = [row for row in asked if not row.cells["measured"].evidence]
    names = "; ".join(titles.get(row.theme, row.theme) for row in those)
    proof = tuple(dict.fromkeys(row.cells["asked"].evidence[0] for row in those))
    return Fact(float(len(those)), names or NONE, proof)


def _deliverables(case: Case) -> Fact:
    """The numbers that the files themselves set: rows of a table of targets, and numbers of things in sentences."""
    found: dict[str, Finding] = {}
    rows: set[str] = set()
    for finding in case.themes:
        cells = case.row_of(finding.block)
        if len(cells) > 1 and "measured" in finding.columns and case.is_measured(finding) and not rows & set(cells):
            words = [case.blocks[cell][1].text.strip() for cell in cells]
            words = words[1:] if _REFERENCE.fullmatch(words[0]) else words
            if any(letter.isdigit() for word in words for letter in _CODE.sub("", word)):
                rows.update(cells)
                found.setdefault(", ".join(_short(word) for word in words if word), finding)
    asked = {_sentence(finding) for finding in case.live if finding.kind in _NAMED and finding.strength != "none"}
    for finding in case.found_by(_NUMBER):
        counts = _sentence(finding) in asked and finding.block not in rows and not case.is_weight(finding)
        if counts and not case.is_explained(finding):
            found.setdefault(_short(finding.sentence), finding)
    told = "; ".join(list(found)[:_TOLD])
    more = f"; and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    return Fact(float(len(found)), f"{told}{more}" if found else NONE, sample(found.values()))


def _sentence(finding: Finding) -> tuple[str, int]:
    return finding.block, finding.sentence_start


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]} …"


def _reporting(case: Case) -> Fact:
    """How much of how often, in what form and by whom social value is reported is said: 0 to 3."""
    said = [signal for signal in _REPORTING if case.signal(signal)]
    unsaid = [words for signal, words in _REPORTING.items() if signal not in said]
    if not said:
        return Fact(0.0, NONE)
    words = listed([_REPORTING[signal] for signal in said])
    missing = f"; not found: {listed(unsaid, 'or')}" if unsaid else ""
    proof = tuple(dict.fromkeys(finding.id for signal in said for finding in case.signal(signal)[:1]))
    return Fact(float(len(said)), f"{words}{missing}", proof)


def _reports(case: Case) -> Fact:
    """How many reports a year are due, where that is said; of several, the most.

    Where a sentence names social value itself, the others are likely to be about the service.
    """
    due = [
        (_A_YEAR[period], finding)
        for finding in case.signal("report-frequency")
        if (period := finding.rule.rpartition(".")[2]) in _A_YEAR
    ]
    if not due:
        return Fact(UNKNOWN, "not found")
    naming = {_sentence(finding) for finding in case.signal("social-value")}
    most, finding = max([one for one in due if _sentence(one[1]) in naming] or due, key=lambda one: one[0])
    return Fact(float(most), counted(most, "report") + " a year", (finding.id,))


def _marks(case: Case) -> Fact:
    """How many of the social value answers have a weight and a limit in words, and what a hundred words are worth."""
    weighing = case.weighing
    different = {(conflict.percent, conflict.printed) for conflict in weighing.conflicts}
    if different:
        return Fact(UNKNOWN, "the files give social value different weights")
    worth = list(_worth(case))
    if not worth:
        return Fact(UNKNOWN, _why_not(case))
    words = "; ".join(said for said, _ in worth)
    return Fact(float(len(worth)), words, tuple(dict.fromkeys(ref for _, refs in worth for ref in refs)))


def _worth(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each question, or for all of them together: what a hundred words are worth, and the places that say so."""
    weighing = case.weighing
    questions, total = weighing.questions, weighing.social_value
    limits = {}
    for number, question in enumerate(questions):
        words = [limit for limit in question.limits or weighing.limits if limit.unit == "words"]
        if len({limit.value for limit in words}) == 1:
            limits[number] = words[0]
    own = [_share(question.weight) for question in questions]
    if questions and len(limits) == len(questions) and all(share is None for share in own):
        share = _share(total)
        if share is not None and total is not None:
            room = sum(limit.value for limit in limits.values())
            places = (*total.evidence, *(ref for limit in limits.values() for ref in limit.evidence))
            yield _said("", share, room), places
        return
    for number, question in enumerate(questions):
        share = own[number]
        if share is not None and number in limits and question.weight is not None:
            name = question.number or f"Question {number + 1}"
            yield _said(name, share, limits[number].value), (*question.weight.evidence, *limits[number].evidence)


def _share(weight: Weight | None) -> float | None:
    """The share of the whole score that a weight stands for, in percent, as far as the numbers show it."""
    if weight is None or weight.kind != "this-tender":
        return None
    return weight.effective if weight.effective is not None else weight.percent if weight.unit == "percent" else None


def _said(name: str, share: float, words: int) -> str:
    before = f"{name}: " if name else ""
    return f"{before}{percent(share)} for {figure(words)} words, {percent(share / words * 100)} for each hundred"


def _why_not(case: Case) -> str:
    if case.weighing.social_value is None:
        return "no weight was found"
    if not case.weighing.questions:
        return "no question was found"
    limits = [limit for question in case.weighing.questions for limit in question.limits] or [*case.weighing.limits]
    if not any(limit.unit == "words" for limit in limits):
        return "no limit in words was found"
    return "the weights or limits of the questions do not settle it"
