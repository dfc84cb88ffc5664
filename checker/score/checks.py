"""Puts the questions of the rule book to the facts: for each check a result, the reason and the proof."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.model import Answer, Check, CheckResult, Test
from checker.score.asking import TO_SEND, to_send
from checker.score.case import Case
from checker.score.fact import Fact
from checker.score.facts import Facts
from checker.wording import counted, listed

FULL_MARKS = 2
"""Points for a check that is met; partly met gives half, every other result none."""

_POINTS = {"met": FULL_MARKS, "partly": FULL_MARKS // 2}
_LEFT_OUT = ("cannot-tell", "not-applicable")
PROBLEMS = ("conflict", "risk", "not-met", "not-found", "partly")
"""The results that are problems, the most pressing first: what disagrees goes before what is missing."""

_PLACEHOLDER = re.compile(r"\{([a-z0-9.-]+)\}")
_NOT_APPLICABLE = Answer("not-applicable")
_DOES_NOT_APPLY = "This check does not apply to what was found in the files given."


def answer(checks: Sequence[Check], case: Case, facts: Facts) -> tuple[CheckResult, ...]:
    """The result of every check, in the order of the rule book.

    Arguments: `checks` with their answer lines, the `case` for the files and pages that were read, and the
    `facts`. The first answer line whose every test holds wins. Points: met 2, partly 1, other results 0,
    out of 2; a check that cannot be told, does not apply or only informs is left out (0 of 0).
    """
    looked = _where_we_looked(case)
    results = _results([check for check in checks if not _is_last(check)], facts, looked)
    known = facts.with_fact(TO_SEND, to_send(results))
    results += _results([check for check in checks if _is_last(check)], known, looked)
    by_id = {result.check.id: result for result in results}
    return tuple(by_id[check.id] for check in checks)


def _results(checks: Sequence[Check], facts: Facts, looked: Mapping[str, str]) -> list[CheckResult]:
    results = [_result(check, facts, looked) for check in checks]
    return [result if stands_alone(result, results) else _unasked(result) for result in results]


def _is_last(check: Check) -> bool:
    """Whether a check asks what the other checks have found."""
    tests = (*check.applies_when, *(test for line in check.answers for test in line.tests))
    return any(test.fact == TO_SEND for test in tests)


def _informs(check: Check) -> bool:
    """Whether a check only tells something: for neither side is it a matter of right or wrong, so it has no points."""
    return set(check.severity.values()) == {"info"}


def stands_alone(result: CheckResult, results: Sequence[CheckResult]) -> bool:
    """Whether a result does not merely follow from the problem of a check that comes before it.

    What is partly there leaves the next problem one of its own: a plan that is pass or fail still needs a question.
    """
    before = [other.result for other in results if other.check.id in result.check.follows]
    return not any(one in PROBLEMS and one != "partly" for one in before)


def _unasked(result: CheckResult) -> CheckResult:
    """The result of a check whose problem follows from another: one question to the buyer is enough."""
    return replace(result, clarification_question="")


def _result(check: Check, facts: Facts, looked: Mapping[str, str]) -> CheckResult:
    applies = all(holds(test, facts[test.fact]) for test in check.applies_when)
    line = _first_that_fits(check, facts) if applies else _NOT_APPLICABLE
    result = line.result
    # A line that asks nothing is about what makes the check apply: the question that has no word limit.
    asked = line.tests or (check.applies_when if applies else ())
    proof = tuple(dict.fromkeys(ref for test in asked for ref in facts[test.fact].evidence))
    because = check.say.get(result, _DOES_NOT_APPLY if result == "not-applicable" else check.question)
    return CheckResult(
        check,
        result,
        _filled(because, facts, looked),
        proof,
        0 if _informs(check) else _POINTS.get(result, 0),
        0 if result in _LEFT_OUT or _informs(check) else FULL_MARKS,
        _filled(check.suggested_wording, facts, looked) if result in PROBLEMS else "",
        _filled(check.clarification_question, facts, looked) if result in PROBLEMS else "",
    )


def _first_that_fits(check: Check, facts: Facts) -> Answer:
    for line in check.answers:
        if all(holds(test, facts[test.fact]) for test in line.tests):
            return line
    return Answer("cannot-tell")


def holds(test: Test, fact: Fact) -> bool:
    """Whether a fact satisfies one test: it equals one of the values, or lies within the bounds.

    An unknown number lies within no bounds.
    """
    if test.values:
        value = fact.value if isinstance(fact.value, str) else f"{fact.value:g}"
        return value in test.values
    if isinstance(fact.value, str):
        return False
    low = test.at_least is None or fact.value >= test.at_least
    return low and (test.at_most is None or fact.value <= test.at_most)


def _filled(sentence: str, facts: Facts, looked: Mapping[str, str]) -> str:
    """A sentence of the rule book with its {facts} in words."""

    def words(match: re.Match[str]) -> str:
        return looked[match[1]] if match[1] in looked else facts[match[1]].words

    return " ".join(_PLACEHOLDER.sub(words, sentence).split())


def _where_we_looked(case: Case) -> dict[str, str]:
    """The words for {files}, {pages} and {unread}: absence is only ever told with the place that was searched."""
    unread: dict[str, list[str]] = {}
    for document, page in case.unread:
        unread.setdefault(document.name, []).append(str(page.number))
    places = [f"{name} {'page' if len(pages) == 1 else 'pages'} {listed(pages)}" for name, pages in unread.items()]
    places += [f"{document.name} (the whole file)" for document in case.unread_files]
    return {
        "files": counted(len(case.documents), "file"),
        "pages": counted(case.pages, "page"),
        "unread": f"Not read: {'; '.join(places)}." if places else "",
    }
