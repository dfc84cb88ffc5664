"""Joins the steps of judging: status, matrix, facts, checks, verdicts."""

from __future__ import annotations

from datetime import date

from checker.model import Context, Document, Finding, Rulebook, Scorecard, Weighing
from checker.score.case import Case
from checker.score.checks import answer
from checker.score.citations import citations
from checker.score.facts import Facts
from checker.score.priorities import matrix
from checker.score.status import status_of
from checker.score.verdict import verdicts


def score(
    documents: tuple[Document, ...],
    rules: Rulebook,
    findings: tuple[Finding, ...],
    weighing: Weighing,
    context: Context,
    as_of: date,
    version: str,
) -> Scorecard:
    """Everything that the report shows about one tender pack.

    Arguments: `findings`, `weighing` and `context` as `number` returns them; `as_of` is the day printed on
    the scorecard and `version` the tool's. Same input, same scorecard.
    """
    case = Case(documents, rules, findings, weighing, context)
    status = status_of(case)
    rows = matrix(case, status)
    facts = Facts(case, status, rows)
    results = answer(rules.checks, case, facts)
    return Scorecard(
        documents=documents,
        rules=rules,
        findings=findings,
        weighing=weighing,
        context=context,
        status=status.value,
        mentioned=facts["mentioned"].value == "yes",
        priorities=rows,
        frameworks=citations(case, as_of),
        checks=results,
        verdicts=verdicts(results, rows, case, facts),
        as_of=as_of,
        version=version,
    )
