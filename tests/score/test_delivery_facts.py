"""What must be delivered and reported is told in numbers, and what a hundred words are worth."""

from __future__ import annotations

import pytest

from checker.model import Limit, Question, Weighing, Weight
from checker.score.asking import TO_SEND, to_send
from checker.score.case import Case
from checker.score.checks import answer
from checker.score.delivery_facts import delivery_facts
from checker.score.fact import UNKNOWN, Fact
from checker.score.facts import Facts
from checker.score.priorities import matrix
from checker.score.status import status_of

from .making import case, check, finding, line, row_of_cells, theme, weighed, weight


def told(tender: Case) -> dict[str, Fact]:
    """The facts about delivery of a tender."""
    return delivery_facts(tender, matrix(tender, status_of(tender)))


def question(number: str, words: int, share: float | None = None) -> Question:
    """A question with a limit and, when `share` is given, a weight of its own."""
    own = weight(share, evidence=(f"w{number}",)) if share is not None else None
    return Question(number, "Describe it.", (f"q{number}",), own, (Limit(words, "words", (f"l{number}",)),))


def test_what_is_asked_without_a_number_is_named() -> None:
    """The themes that nothing makes countable are counted and named; a measured one is not among them."""
    carbon = theme("t1", "carbon", "asked", block="f1.1.1")
    skills = theme("t2", "skills", "asked", "measured", block="f1.1.2")
    fact = told(case(carbon, skills, finding("m1", kind="measure", block="f1.1.2")))["asked-unmeasured"]
    assert (fact.value, fact.words, fact.evidence) == (1.0, "Carbon", ("t1",))


def test_a_row_of_targets_is_told_as_it_stands() -> None:
    """The cells of a row belong together: what is counted, and the number to reach."""
    row = row_of_cells("terms.pdf", "Apprentices started", "7 in each year")
    fact = told(case(theme("t1", "skills", "measured", block="f1.1.1"), documents=(row,)))["deliverables"]
    assert (fact.value, fact.words, fact.evidence) == (1.0, "Apprentices started, 7 in each year", ("t1",))


@pytest.mark.parametrize(("strength", "count"), [("required", 1.0), ("none", 0.0)])
def test_a_number_counts_when_its_sentence_asks(strength: str, count: float) -> None:
    """A number that only describes the place asks nobody to deliver it."""
    hours = finding("m1", kind="measure", rule="measure.number", block="f1.1.1", sentence="Give 90 hours to schools.")
    ask = theme("t1", "skills", "asked", block="f1.1.1", strength=strength)
    fact = told(case(hours, ask))["deliverables"]
    assert fact.value == count
    assert fact.words == ("Give 90 hours to schools." if count else "none")


def test_many_numbers_are_told_in_part() -> None:
    """Six are told; how many more there are is said."""
    found = []
    for n in range(8):
        place = f"f1.1.{n}"
        found.append(theme(f"t{n}", "skills", block=place, strength="required"))
        found.append(finding(f"m{n}", kind="measure", rule="measure.number", block=place, sentence=f"Start {n} posts."))
    fact = told(case(*found))["deliverables"]
    assert fact.value == 8.0
    assert fact.words.startswith("Start 0 posts.; Start 1 posts.")
    assert fact.words.endswith("and 2 more")


def test_what_is_said_of_reports_is_told_with_what_is_missing() -> None:
    """How often and to whom can be said without the form."""
    often = finding("r1", kind="detail", signal="report-frequency", rule="report-frequency.quarterly")
    owner = finding("r2", kind="detail", signal="report-owner")
    fact = told(case(often, owner))["reporting-details"]
    assert (fact.value, fact.evidence) == (2.0, ("r1", "r2"))
    assert fact.words == "how often and by whom or to whom; not found: in what form"


def test_reports_on_social_value_itself_go_before_other_reports() -> None:
    """A monthly report on the service does not make the quarterly one on social value monthly."""
    service = finding("r1", kind="detail", signal="report-frequency", rule="report-frequency.monthly", block="f1.1.1")
    own = finding("r2", kind="detail", signal="report-frequency", rule="report-frequency.quarterly", block="f1.1.2")
    named = finding("s1", kind="social-value", block="f1.1.2")
    assert told(case(service, own, named))["reports-a-year"] == Fact(4.0, "4 reports a year", ("r2",))
    assert told(case(service, own))["reports-a-year"].value == 12.0
    assert told(case())["reports-a-year"].value == UNKNOWN


def test_a_hundred_words_are_worth_their_part_of_the_weight() -> None:
    """4% for 500 words is 0.8% for each hundred; the places of the weight and of the limit prove it."""
    asked = Weighing(social_value=weight(7.0), questions=(question("SV1", 500, 4.0), question("SV2", 600, 3.0)))
    fact = told(case(weighing=asked))["marks-per-hundred"]
    assert fact.value == 2.0
    assert fact.words == ("SV1: 4% for 500 words, 0.8% for each hundred; SV2: 3% for 600 words, 0.5% for each hundred")
    assert fact.evidence == ("wSV1", "lSV1", "wSV2", "lSV2")


def test_questions_without_weights_of_their_own_share_the_total() -> None:
    """10% over two answers of 500 words is 1% for each hundred."""
    fact = told(case(weighing=weighed(weight(10.0), questions=(question("1", 500), question("2", 500)))))
    assert fact["marks-per-hundred"].words == "10% for 1,000 words, 1% for each hundred"


@pytest.mark.parametrize(
    ("weighing", "why"),
    [
        (Weighing(), "no weight was found"),
        (weighed(weight()), "no question was found"),
        (weighed(weight(), questions=(Question("1", "Describe it.", ("q1",)),)), "no limit in words was found"),
        (
            weighed(weight(), questions=(question("1", 500),), conflicts=(Weight("Social value", 15.0),)),
            "the files give social value different weights",
        ),
    ],
)
def test_what_stops_the_sum_is_said(weighing: Weighing, why: str) -> None:
    """Without a weight, a question and a limit that agree, nothing is worked out."""
    assert told(case(weighing=weighing))["marks-per-hundred"] == Fact(UNKNOWN, why)


def test_questions_to_send_are_counted_after_the_other_checks() -> None:
    """The count holds the checks that raise a question, wherever the counting check stands."""
    counting = check(
        "A0", line("met", questions_to_send=(1, None)), line("not-applicable"), say={"met": "{questions-to-send}"}
    )
    asks = check("B1", line("not-found"), clarification_question="Which weight?")
    fine = check("C1", line("met"), clarification_question="Which question?")
    tender = case()
    status = status_of(tender)
    results = answer((counting, asks, fine), tender, Facts(tender, status, matrix(tender, status)))
    assert [(one.check.id, one.result) for one in results] == [("A0", "met"), ("B1", "not-found"), ("C1", "met")]
    assert results[0].because == "1 question (B1)"
    assert to_send(results[2:]) == Fact(0.0, "none")
    assert Facts(tender, status, ())[TO_SEND].value == 0.0


def test_a_check_that_only_informs_has_no_points() -> None:
    """What is no matter of right or wrong is told without adding to the score."""
    tender = case()
    status = status_of(tender)
    informs = check("F1", line("met"), severity={"commissioner": "info", "provider": "info"})
    (result,) = answer((informs,), tender, Facts(tender, status, ()))
    assert (result.result, result.got, result.of) == ("met", 0, 0)
