"""Works out every fact that a check may ask about, what proves it, and how to say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy

from checker.model import Detected, FileRole, Priority
from checker.score.answer_facts import answer_facts, measures_test
from checker.score.asking import TO_SEND
from checker.score.authority import authority_facts
from checker.score.case import Case, sample
from checker.score.delivery_facts import delivery_facts
from checker.score.fact import NONE, UNKNOWN, Fact, yes_no
from checker.score.framework_facts import framework_facts
from checker.score.offer_facts import offer_facts
from checker.score.patterns import NEVER_SCORED
from checker.score.phrasing import times
from checker.score.question_facts import limits_fact, question_fact
from checker.score.status import Status
from checker.score.threshold_facts import threshold_facts
from checker.score.weight_facts import ranked_fact, sum_facts, weight_facts
from checker.wording import counted, figure

_STATUS_IN_WORDS = {
    "found": "scored",
    "pass-fail": "pass or fail, without marks",
    "tie-break-only": "used only to separate tied bids",
    "range": "scored, with a range for its weight",
    "placeholder": "scored, with its weight left blank",
    "denied": "said not to be scored",
    "not-found": "not found among what is scored",
    "cannot-tell": "not clear",
}
_NONE_FOUND = "none found"


class Facts(Mapping[str, Fact]):
    """The facts of one tender by the names of checker.model.facts, with found.SIGNAL and file.ROLE.

    Arguments: `case` is the tender, `status` how it evaluates social value, `rows` its disconnect matrix.
    Raises KeyError for a name that is no fact.
    """

    def __init__(self, case: Case, status: Status, rows: Sequence[Priority]) -> None:
        self._case = case
        self._facts: dict[str, Fact] = {
            "mentioned": _mentioned(case),
            "criterion": Fact(status.value, _STATUS_IN_WORDS[status.value], status.evidence),
            **weight_facts(case),
            "ranked": ranked_fact(case),
            **sum_facts(case),
            "question": question_fact(case),
            "limits": limits_fact(case),
            "scale": yes_no(bool(case.signal("scale")), sample(case.signal("scale"))),
            **answer_facts(case, status),
            **_theme_facts(case, rows),
            **delivery_facts(case, rows),
            **offer_facts(case.offer, rows, {theme.id: theme.title for theme in case.rules.themes}),
            **framework_facts(case),
            **threshold_facts(case),
            **authority_facts(case, rows),
            "evaluation-text": yes_no(case.has_evaluation),
            "contract-text": yes_no(case.has_terms),
            "unreadable": Fact(float(len(case.unread)), counted(len(case.unread), "page")),
            "unread-files": Fact(float(len(case.unread_files)), counted(len(case.unread_files), "file")),
            "pages-read": Fact(float(case.pages - len(case.unread)), counted(case.pages - len(case.unread), "page")),
            "buyer-type": _detected(case.context.buyer_type),
            "jurisdiction": _detected(case.context.jurisdiction),
            "regime": _detected(case.context.regime),
            "value": _value(case.context.value_gbp),
            TO_SEND: Fact(0.0, NONE),
        }
        self._facts["measures-test"] = measures_test(self._facts["measures"], self._facts["authority-max-measures"])

    def with_fact(self, name: str, fact: Fact) -> Facts:
        """The same facts with one that became known later."""
        more = copy(self)
        more._facts = {**self._facts, name: fact}
        return more

    def __getitem__(self, name: str) -> Fact:
        prefix, _, rest = name.partition(".")
        if prefix == "found" and rest:
            found = self._case.found_by(rest)
            return Fact(float(len(found)), times(len(found)), sample(found))
        if prefix == "file" and rest:
            return yes_no(self._case.has_role(FileRole(rest)))
        return self._facts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)


def _mentioned(case: Case) -> Fact:
    named = case.signal("social-value")
    weighed = case.weighing.social_value
    if not named:
        return Fact("yes", "once", weighed.evidence) if weighed else Fact("no", "not at all")
    pages = len({(finding.file, finding.page) for finding in named})
    return Fact("yes", f"{times(len(named))} on {counted(pages, 'page')}", sample(named))


def _theme_facts(case: Case, rows: Sequence[Priority]) -> dict[str, Fact]:
    titles = {theme.id: theme.title for theme in case.rules.themes}

    def count(has: Callable[[Priority], bool], column: str) -> Fact:
        those = [row for row in rows if row.theme and has(row)]
        names = "; ".join(titles.get(row.theme, row.theme) for row in those)
        proof = tuple(dict.fromkeys(row.cells[column].evidence[0] for row in those))
        return Fact(float(len(those)), f"{len(those)} ({names})" if those else _NONE_FOUND, proof)

    def filled(column: str) -> Fact:
        return count(lambda row: bool(row.cells[column].evidence), column)

    return {
        "themes-bound": _bound(rows, titles),
        "themes-stated": filled("stated"),
        "themes-asked": filled("asked"),
        "themes-measured": filled("measured"),
        "themes-reported": filled("reported"),
        "themes-guided": count(
            lambda row: bool(row.cells["asked"].evidence and row.cells["guidance"].evidence), "guidance"
        ),
    }


def _bound(rows: Sequence[Priority], titles: Mapping[str, str]) -> Fact:
    """The themes that a bidder must, should or may offer something on, the strongest first.

    A theme that is stated and no more asks nothing, however strongly social value as a whole is asked for.
    """
    names: dict[str, list[str]] = {"required": [], "expected": [], "invited": []}
    proof: list[str] = []
    for row in rows:
        if row.theme and row.strength in names and row.pattern != NEVER_SCORED.name:
            names[row.strength].append(titles.get(row.theme, row.theme))
            proof += [cell.evidence[0] for cell in row.cells.values() if cell.evidence][:1]
    words = ". ".join(f"{strength.capitalize()}: {'; '.join(those)}" for strength, those in names.items() if those)
    return Fact(float(sum(map(len, names.values()))), words or _NONE_FOUND, tuple(dict.fromkeys(proof)))


def _detected(fact: Detected) -> Fact:
    return Fact(fact.value or UNKNOWN, fact.value or "not known", fact.evidence)


def _value(fact: Detected) -> Fact:
    if fact.value is None:
        return Fact(UNKNOWN, "not known")
    try:
        pounds = float(fact.value)
    except ValueError:
        return Fact(UNKNOWN, "not known")
    return Fact(pounds, f"£{figure(pounds)}", fact.evidence)
