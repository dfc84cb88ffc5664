"""Joins the steps of judging: status, matrix, facts, checks, verdicts."""

from __future__ import annotations

from datetime import date

from checker.model import NOTHING_GIVEN, Context, Document, Finding, Given, Rulebook, Scorecard, Weighing
from checker.score.case import Case
from checker.score.checks import answer
from checker.score.citations import citations
from checker.score.facts import Facts
from checker.score.notes import mended, notes
from checker.score.priorities import matrix
from checker.score.status import status_of
from checker.score.verdict import verdicts
from checker.score.waiving import waive


def score(
    documents: tuple[Document, ...],
    rules: Rulebook,
    findings: tuple[Finding, ...],
    weighing: Weighing,
    context: Context,
    as_of: date,
    version: str,
    given: Given = NOTHING_GIVEN,
) -> Scorecard:
    """Everything that the report shows about one tender pack.

    Arguments: `findings`, `weighing` and `context` as `number` returns them; `as_of` is the day printed on
    the scorecard and `version` the tool's; `given` holds what the reader adds: the provider's offer, waivers,
    and the files that were left out. Same input, same scorecard.
    """
    case = Case(documents, rules, findings, weighing, context, given.offer)
    status = status_of(case)
    rows = matrix(case, status)
    facts = Facts(case, status, rows)
    results = waive(answer(rules.checks, case, facts), given.waivers, as_of)
    cited = citations(case, as_of)
    return Scorecard(
        documents=documents,
        rules=rules,
        findings=findings,
        weighing=weighing,
        context=context,
        status=status.value,
        mentioned=facts["mentioned"].value == "yes",
        priorities=rows,
        frameworks=cited,
        checks=results,
        verdicts=verdicts(results, rows, case, facts),
        as_of=as_of,
        version=version,
        left_out=given.left_out,
        offer=given.offer,
        waivers=given.waivers,
        notes=(*mended(documents), *notes(rules, cited, as_of)),
    )
