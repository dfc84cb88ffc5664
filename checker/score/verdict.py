"""The answer in one line for each side, decided by the worst problem and never by the points."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import CheckResult, Priority, Verdict
from checker.score.case import Case
from checker.score.checks import PROBLEMS, stands_alone
from checker.score.fact import UNKNOWN
from checker.score.facts import Facts
from checker.score.status import CARRIES_MARKS
from checker.wording import counted

SIDES = ("commissioner", "provider")
_LEVELS = ("info", "minor", "major", "blocker")
_ENOUGH_PAGES = 0.5
"""Share of the pages that must have been read before the tool says more than "cannot tell"."""


def verdicts(results: Sequence[CheckResult], rows: Sequence[Priority], case: Case, facts: Facts) -> tuple[Verdict, ...]:
    """The verdicts for the commissioner and for the provider.

    Arguments: the `results` of all checks, the `rows` of the disconnect matrix, the `case` for pages that
    could not be read, and the `facts`. Commissioner: one must-fix problem makes a tender not ready, else one
    should-fix problem, or one priority whose chain breaks, leaves gaps.
    Provider: not scored when no marks are found, else ask first when a must or should problem stands.
    Both: cannot tell when no check was in force, or no award criteria or too few pages could be read.
    """
    titles = {theme.id: theme.title for theme in case.rules.themes}
    broken = [titles.get(row.theme, row.theme) for row in rows if row.theme and row.severity == "should"]
    return tuple(_verdict(side, results, broken, case, facts) for side in SIDES)


def severity(result: CheckResult, side: str) -> str:
    """How much the problem of a check matters to one side: blocker, major, minor, info, or "" for no problem.

    Partly met counts one step less. Places of the tender that disagree are always a blocker, unless the check
    is only for information on that side; a conflict with something outside the tender, such as a citation that
    is out of date, keeps the severity of its check. A check whose every source is second-hand or unverified
    never blocks.
    """
    if result.result not in PROBLEMS or result.waived:
        return ""
    level = _LEVELS.index(result.check.severity.get(side, "info"))
    if result.result == "partly":
        level = max(level - 1, 0)
    if result.result == "conflict" and result.check.conflict_blocks and level > 0:
        level = _LEVELS.index("blocker")
    if not any(authority.basis == "V" for authority in result.check.authority):
        level = min(level, _LEVELS.index("major"))
    return _LEVELS[level]


def _problems(results: Sequence[CheckResult], side: str, level: str) -> tuple[str, ...]:
    """The ids of the checks with a problem of one level, conflicts first.

    A problem that follows from another one is left out: mending the first one comes first.
    """
    those = [result for result in results if severity(result, side) == level and stands_alone(result, results)]
    return tuple(result.check.id for result in sorted(those, key=lambda result: result.result != "conflict"))


def _verdict(side: str, results: Sequence[CheckResult], broken: Sequence[str], case: Case, facts: Facts) -> Verdict:
    must, should, could = (_problems(results, side, level) for level in ("blocker", "major", "minor"))
    unclear = _cannot_tell(results, case, facts)
    if unclear:
        result, headline, lead = "cannot-tell", "Cannot tell from the files given", unclear
    elif side == "commissioner":
        result, headline, lead = _for_commissioner(results, must, len(should), broken)
    else:
        result, headline, lead = _for_provider(facts, bool(must or should), _to_ask(results))
    return Verdict(side, result, headline, lead, must, should, could)


def _cannot_tell(results: Sequence[CheckResult], case: Case, facts: Facts) -> str:
    """Why nothing can be said about the tender as a whole; empty when something can."""
    unread = len(case.unread)
    if not results:
        return "No check of the rules was in force on the day of this check."
    if case.pages - unread < max(case.pages * _ENOUGH_PAGES, 1):
        return f"Only {case.pages - unread} of {counted(case.pages, 'page')} could be read."
    if facts["evaluation-text"].value == "no":
        return "No award criteria and no tender instructions were found in the files given. Add them and check again."
    if unread and facts["criterion"].value == "cannot-tell" and not case.has_criteria:
        return f"No award criteria were found, and {counted(unread, 'page')} could not be read."
    return ""


def _for_commissioner(
    results: Sequence[CheckResult], must: tuple[str, ...], should: int, broken: Sequence[str]
) -> tuple[str, str, str]:
    if must:
        efforts = [result.check.effort for result in results if result.check.id in must]
        lead = f"{counted(len(must), 'problem')} must be fixed first.{_small(efforts)}"
        return "not-ready", "Not ready to publish yet", lead
    if should or broken:
        lead = f"Nothing must be fixed first.{_there_are(should)}{_breaking(broken)}"
        return "gaps", "Could be published, with gaps", lead
    return "no-gaps", "No gaps found by these checks", "This does not mean that the tender is lawful or good."


def _there_are(should: int) -> str:
    if not should:
        return ""
    return " There is 1 thing you should fix." if should == 1 else f" There are {should} things you should fix."


def _breaking(broken: Sequence[str]) -> str:
    if not broken:
        return ""
    named = "1 priority breaks" if len(broken) == 1 else f"{len(broken)} priorities break"
    return f" {named} down ({'; '.join(broken)}) on the way from first mention to report."


def _small(efforts: Sequence[str]) -> str:
    if set(efforts) != {"small"}:
        return ""
    if len(efforts) == 1:
        return " It is a small edit."
    return " Both are small edits." if len(efforts) == 2 else " All are small edits."


def _to_ask(results: Sequence[CheckResult]) -> int:
    """How many clarification questions the report lists."""
    return sum(bool(result.clarification_question) for result in results)


def _for_provider(facts: Facts, in_the_way: bool, to_ask: int) -> tuple[str, str, str]:
    status = str(facts["criterion"].value)
    if status not in (*CARRIES_MARKS, "pass-fail", "cannot-tell"):
        return "not-scored", "No marks for social value were found", _why_not_scored(status, facts)
    lead = _at_stake(status, facts)
    if in_the_way:
        asking = f"ask {counted(to_ask, 'question')} first" if to_ask else "read what is unclear first"
        if facts["question"].value == "no" and to_ask:
            return "ask-first", f"Scored, but no question to answer was found: {asking}", lead
        return "ask-first", f"You can answer this, but {asking}", lead
    return "answerable", "You can answer this", lead


def _why_not_scored(status: str, facts: Facts) -> str:
    if status == "denied":
        return "The files say that social value is not scored."
    if status == "tie-break-only":
        return "Social value is used only to separate tied bids."
    if facts["mentioned"].value == "yes":
        return f"Social value is named {facts['mentioned'].words}, but nothing found says that it earns marks."
    return "Social value was not found in the files given."


def _at_stake(status: str, facts: Facts) -> str:
    """What social value is worth in this tender, in one sentence."""
    if status == "pass-fail":
        return "Social value earns no marks, but a bid must pass it."
    if status == "range":
        return f"The files give only a range for the weight of social value: {facts['weight'].words}."
    if status == "placeholder":
        return "The weight of social value is left blank."
    if status == "cannot-tell":
        return "Social value is named among the award criteria, but not what it is worth."
    if facts["weight-values"].value not in (0.0, 1.0):
        return f"The files give social value different weights: {facts['weight-values'].words}."
    if facts["weight"].value != "this-tender":
        return "Social value is scored, but no weight for it was found."
    return f"Social value carries {facts['weight'].words}{_effective(facts)}."


def _effective(facts: Facts) -> str:
    """The share of the whole score, where the printed weight is a share of something else."""
    elsewhere = facts["base"].value == "quality" or facts["unit"].value == "marks"
    if not elsewhere or facts["effective"].value == UNKNOWN:
        return ""
    return f", {facts['effective'].words} of the overall score"
