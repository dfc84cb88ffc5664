"""The facts about what bidders need in order to answer: forms, a minimum score, measures and a day for questions."""

from __future__ import annotations

from checker.model import FileRole, Finding, Role
from checker.score.case import Case, ids_of, sample
from checker.score.fact import NONE, UNKNOWN, Fact, yes_no
from checker.score.gate_fact import gate_fact
from checker.score.status import Status
from checker.score.template_fact import template_fact
from checker.wording import counted, listed, moment

_OF_DELIVERY = (Role.CONTRACT, Role.SPECIFICATION)


def answer_facts(case: Case, status: Status) -> dict[str, Fact]:
    """The facts on what a bidder needs: minimum-score, template, clarification-date, selection-text and measures.

    Arguments: `case` is the tender, `status` how it evaluates social value.
    """
    return {
        "minimum-score": gate_fact(case, status),
        "template": template_fact(case),
        "clarification-date": _clarification(case),
        "selection-text": _selection(case),
        "measures": _measures(case),
    }


def _clarification(case: Case) -> Fact:
    """The day by which bidders must send their questions."""
    days = [day for day in case.context.dates if day.kind == "clarification"]
    if not days:
        return Fact("no", NONE)
    proof = tuple(dict.fromkeys(ref for day in days for ref in day.evidence))
    return Fact("yes", listed(list(dict.fromkeys(moment(day.value) for day in days))), proof)


def _selection(case: Case) -> Fact:
    """Whether selection questions are among the files, or a section of one."""
    return yes_no(case.has_role(FileRole.SELECTION) or str(Role.SELECTION) in case.section_roles)


def _measures(case: Case) -> Fact:
    """How many different things are asked for with a number, unit or target.

    What the question asks for and what the contract lists are two tellings of the same measures, so the longer
    list counts and not the sum. A number that is only a weight measures nothing.
    """
    asked: dict[tuple[object, ...], Finding] = {}
    listed_again: dict[tuple[object, ...], Finding] = {}
    for finding in case.signal("measure"):
        if not (case.is_weight(finding) and any(letter.isdigit() for letter in finding.quote)):
            row = case.row_of(finding.block)
            key = row if len(row) > 1 else (finding.block, finding.sentence_start)
            (listed_again if finding.role in _OF_DELIVERY else asked).setdefault(key, finding)
    longer = max((asked, listed_again), key=len).values()
    return Fact(float(len(longer)), counted(len(longer), "measure"), sample(longer) or ids_of(longer))


def measures_test(measures: Fact, most: Fact) -> Fact:
    """How many measures are asked for against the buyer's own maximum: within, over, unknown or none.

    Arguments: the facts `measures` and `authority-max-measures`; without a maximum there is nothing to compare.
    """
    if most.value == NONE:
        return Fact(NONE, " ")  # nothing to add to a sentence
    if isinstance(most.value, str) or isinstance(measures.value, str):
        return Fact(UNKNOWN, "The buyer's own maximum depends on the contract value.")
    over = measures.value > most.value
    return Fact("over" if over else "within", f"The buyer's own maximum is {most.words}.", measures.evidence)
