"""Every fact has a value, words for a sentence, and the findings that prove it."""

from __future__ import annotations

import pytest

from checker.model import Context, Detected, FileRole, Limit, Question, Role, Sum, Weighing
from checker.model.facts import FACTS
from checker.score.case import Case
from checker.score.facts import Facts
from checker.score.priorities import matrix
from checker.score.status import status_of

from .making import case, file, finding, sections, theme, weighed, weight


def facts(tender: Case) -> Facts:
    """All facts of a tender."""
    status = status_of(tender)
    return Facts(tender, status, matrix(tender, status))


def test_every_fact_of_the_list_is_worked_out_and_no_other() -> None:
    """A rule may ask for any name in the list, and for no name that is missing from it."""
    assert sorted(facts(case())) == sorted(FACTS)


def test_an_empty_tender_says_so_everywhere() -> None:
    """Nothing found is told as no, none, unknown or 0, never as an error."""
    known = facts(case())
    assert {name: known[name].value for name in ("mentioned", "weight", "effective", "sub-sum", "limits", "value")} == {
        "mentioned": "no",
        "weight": "none",
        "effective": "unknown",
        "sub-sum": "none",
        "limits": 0.0,
        "value": "unknown",
    }
    assert all(known[name].words for name in known)


def test_a_mention_is_counted_by_page() -> None:
    """The words say how often and on how many pages; the proof is one place on each page."""
    fact = facts(case(*(finding(f"m{n}", kind="social-value", page=page) for n, page in enumerate((1, 1, 3)))))[
        "mentioned"
    ]
    assert (fact.value, fact.words, fact.evidence) == ("yes", "3 times on 2 pages", ("m0", "m2"))


@pytest.mark.parametrize(
    ("given", "kind", "words", "effective"),
    [
        (weight(10.0), "this-tender", "10% of the overall score", 10.0),
        (weight(10.0, base="quality", effective=6.0), "this-tender", "10% of the quality score", 6.0),
        (weight(12.5, base="unstated", effective=None), "this-tender", "12.5%", "unknown"),
        (weight(15.0, unit="marks", printed=30.0), "this-tender", "30 marks", 15.0),
        (weight(10.0, lot="Lot 2"), "this-tender", "10% of the overall score (Lot 2)", 10.0),
        (weight(None, kind="range", low=10.0, high=30.0), "range", "10% to 30% of the overall score", "unknown"),
        (weight(None, kind="placeholder"), "placeholder", "a blank", "unknown"),
        (
            weight(None, kind="policy-reference", low=10.0, base="unstated"),
            "policy-reference",
            "a minimum of 10%",
            "unknown",
        ),
    ],
)
def test_a_weight_is_told_with_its_base(given: object, kind: str, words: str, effective: object) -> None:
    """A number without what it is a share of would mislead."""
    known = facts(case(weighing=weighed(given)))  # type: ignore[arg-type]
    assert (known["weight"].value, known["weight"].words, known["effective"].value) == (kind, words, effective)


def test_the_best_kind_of_weight_is_the_one_told() -> None:
    """This tender's own number goes before a policy minimum that stands first in the text."""
    mentions = (weight(None, kind="policy-reference", low=10.0), weight(15.0, evidence=("w2",)))
    known = facts(case(weighing=Weighing(mentions=mentions)))
    assert (known["weight"].value, known["weight"].evidence) == ("this-tender", ("w2",))


def test_different_weights_are_listed_once_each() -> None:
    """Three places with two values make two values, with the places that prove them."""
    others = (weight(15.0, evidence=("w2",)), weight(15.0, evidence=("w3",)))
    fact = facts(case(weighing=weighed(weight(), conflicts=others)))["weight-values"]
    assert (fact.value, fact.words, fact.evidence) == (2.0, "10% and 15%", ("w1", "w2"))


def test_sums_are_told_with_what_they_should_make() -> None:
    """A wrong sum goes before a right one, and says what it should be."""
    sums = (
        Sum("Lot 1", "top-level", (40.0, 60.0), 100.0, 100.0, ok=True, evidence=("s1",)),
        Sum("Lot 2", "top-level", (40.0, 50.0, 15.0), 105.0, 100.0, ok=False, evidence=("s2",), lot="Lot 2"),
        Sum("Social value", "social-value", (4.0, 3.0, 3.0), 10.0, 10.0, ok=True, evidence=("s3",)),
    )
    known = facts(case(weighing=Weighing(sums=sums)))
    assert (known["top-sum"].value, known["top-sum"].words) == ("conflict", "40 + 50 + 15 = 105, not 100 (Lot 2)")
    assert known["top-sum"].evidence == ("s2",)
    assert (known["sub-sum"].value, known["sub-sum"].words) == ("ok", "4 + 3 + 3 = 10")


def test_parts_without_a_sum_are_unknown() -> None:
    """Social value with parts that cannot be added up is neither right nor wrong."""
    known = facts(case(weighing=weighed(weight(children=(weight(None), weight(3.0))))))
    assert known["sub-sum"].value == "unknown"


def limit(value: int, unit: str = "words", *proof: str) -> Limit:
    """A limit on an answer."""
    return Limit(value, unit, proof or (f"l{value}",))


@pytest.mark.parametrize(
    ("own", "general", "expected", "words"),
    [
        ([[limit(500)]], [], 1.0, "500 words"),
        ([[limit(500)]], [limit(750)], 2.0, "500 words and 750 words"),
        ([[limit(500)], [limit(250)]], [], 1.0, "500 words and 250 words"),
        ([[limit(1000), limit(2, "pages")]], [], 1.0, "1,000 words and 2 pages"),
        ([[]], [limit(750)], 1.0, "750 words"),
        ([[]], [], 0.0, "none"),
        ([], [limit(1, "pages")], 1.0, "1 page"),
    ],
)
def test_limits_clash_only_on_one_answer(
    own: list[list[Limit]], general: list[Limit], expected: float, words: str
) -> None:
    """Two questions may have two limits; one answer may not."""
    questions = tuple(Question(f"SV{n}", "Describe", (f"q{n}",), limits=tuple(each)) for n, each in enumerate(own, 1))
    limits = tuple(one for each in own for one in each) + tuple(general)
    fact = facts(case(weighing=Weighing(questions=questions, limits=limits)))["limits"]
    assert (fact.value, fact.words) == (expected, words)


def test_questions_are_told_by_their_numbers() -> None:
    """SV1 and SV2 are named; questions without numbers are counted."""
    numbered = tuple(Question(f"SV{n}", "Describe", (f"q{n}",)) for n in (1, 2))
    assert facts(case(weighing=Weighing(questions=numbered)))["question"].words == "SV1 and SV2"
    assert (
        facts(case(weighing=Weighing(questions=(Question("", "Describe", ("q",)),))))["question"].words == "1 question"
    )


def test_themes_are_counted_by_column_with_their_titles() -> None:
    """The count of stated priorities names them and points to one place for each."""
    known = facts(case(theme("a", "skills", "stated"), theme("b", "skills", "stated"), theme("c", "carbon", "stated")))
    assert (known["themes-stated"].value, known["themes-stated"].words) == (2.0, "2 (Skills; Carbon)")
    assert known["themes-stated"].evidence == ("a", "c")
    assert known["themes-asked"].words == "none found"


def test_social_value_as_a_whole_is_no_theme() -> None:
    """The row that stands for everything does not count as a priority."""
    known = facts(case(finding("m", kind="social-value"), finding("r", kind="reporting")))
    assert known["themes-reported"].value == 0.0


def test_guidance_counts_only_for_what_is_asked() -> None:
    """An explained theme that no question takes up helps no answer."""
    known = facts(case(theme("a", "skills", "asked", "guidance"), theme("b", "carbon", "stated", "guidance")))
    assert known["themes-guided"].words == "1 (Skills)"


def test_files_and_signals_are_asked_by_name() -> None:
    """found.denial counts live findings; file.contract asks for a file; a rule id works as well."""
    denials = (finding("d1", kind="denial", rule="denial.not-scored"), finding("d2", kind="denial", page=2))
    dropped = finding("d3", kind="denial", dropped_because="negated")
    known = facts(case(*denials, dropped, documents=(file(), file("terms.pdf", FileRole.CONTRACT))))
    assert (known["found.denial"].value, known["found.denial"].words) == (2.0, "2 times")
    assert known["found.denial"].evidence == ("d1", "d2")
    assert known["found.denial.not-scored"].words == "once"
    assert (known["file.contract"].value, known["file.pricing"].value) == ("yes", "no")


def test_a_name_that_is_no_fact_is_refused() -> None:
    """A misspelt fact never passes for one that is not there."""
    with pytest.raises(KeyError):
        facts(case())["wieght"]


@pytest.mark.parametrize(
    ("role", "inside", "evaluation", "terms"),
    [
        (FileRole.ITT, (), "yes", "no"),
        (FileRole.EVALUATION, (), "yes", "no"),
        (FileRole.SPECIFICATION, (), "no", "yes"),
        (FileRole.OTHER, (), "no", "no"),
        (FileRole.OTHER, (Role.AWARD, Role.CONTRACT), "yes", "yes"),
        (FileRole.OTHER, (Role.QUESTION, Role.SPECIFICATION), "yes", "yes"),
    ],
)
def test_what_the_files_hold(role: FileRole, inside: tuple[Role, ...], evaluation: str, terms: str) -> None:
    """A file's own role or the role of a section shows that criteria or terms were given."""
    known = facts(case(documents=(file(role=role, sections=sections(*inside)),)))
    assert (known["evaluation-text"].value, known["contract-text"].value) == (evaluation, terms)


def test_pages_are_counted() -> None:
    """Pages that could not be read are a fact of their own."""
    known = facts(case(documents=(file(pages=4, unread=(2,)), file("b.pdf", pages=6))))
    assert (known["unreadable"].value, known["pages-read"].value) == (1.0, 9.0)


def test_the_context_is_told_as_it_is_known() -> None:
    """Buyer and value come with their evidence; a value that is no number is unknown."""
    context = Context(buyer_type=Detected("nhs", "high", ("c1",)), value_gbp=Detected("1250000", "given"))
    known = facts(case(context=context))
    assert (known["buyer-type"].value, known["buyer-type"].evidence) == ("nhs", ("c1",))
    assert (known["value"].value, known["value"].words) == (1_250_000.0, "£1,250,000")
    assert facts(case(context=Context(value_gbp=Detected("about a million"))))["value"].value == "unknown"
