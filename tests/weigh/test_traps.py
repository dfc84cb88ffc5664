"""Numbers that stand near social value and are no weight of this tender, each as real documents print them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.model import Role, Rulebook
from checker.read import read_pack
from checker.weigh import weigh

from .pages import Cell, Paper, asked, read, said

SMALL = 12
"""Real documents of at most so many pages are read here; the longer ones only when accuracy is measured."""


def criteria() -> Paper:
    """A page for award criteria."""
    return Paper().heading("Award criteria")


def test_a_row_of_its_own_has_its_own_range() -> None:
    """Social value named last under quality and again in a row below has the range of its row."""
    paper = criteria().text("The sub-criteria are an example and can be changed.").table(
        ("Criterion", "Relative weighting percentage"),
        ("Quality: methods, staffing, timetable, social value", "In the range of 0-65%"),
        ("Social value", "In the range of 15-25%"),
        ("Price", "In the range of 20-75%"),
    )  # fmt: skip
    weighing = read(paper)
    assert weighing.social_value is None
    assert [(m.kind, m.low, m.high) for m in weighing.mentions] == [("range", 15, 25)]
    assert weighing.sums == ()


def test_a_number_printed_before_its_name_stays_an_example() -> None:
    """In a sample matrix the share of a merged row goes to social value, and is an example."""
    paper = criteria().text("An example scoring matrix with potential weightings. You can adapt this.").table(
        ("Stage", "Criteria", "Weighting"),
        ("Stage 1", "Quality", "0-55%"),
        ("Stage 2", "Social value", "15%"),
        ("Price", "Price", "%"),
        ("Total", "", "100%"),
    )  # fmt: skip
    weighing = read(paper)
    assert weighing.social_value is None
    assert [(m.kind, m.percent) for m in weighing.mentions] == [("example", 15)]


def test_the_range_of_quality_is_not_that_of_a_bullet_in_it() -> None:
    """Social value as one possible bullet of quality has no weight, whatever range quality has."""
    paper = criteria().text("The Buyer may apply these award criteria.").table(
        ("", "Criteria", "Percentage weightings"),
        ("A", "Quality, which may consist of: • method • team • social value • added value", "[15% to 85%]"),
        ("F", "Price", "[15% to 85%]"),
    )  # fmt: skip
    assert read(paper).social_value is None
    assert read(paper).mentions == ()


def test_an_example_that_makes_100_is_no_weight_beside_merge_fields() -> None:
    """An example list before the live list of merge fields: one example and one blank."""
    paper = criteria().text("See below example:")
    for name, share in (("Technical", 45), ("Availability", 5), ("Social value", 15), ("Price", 35)):
        paper.bullet(f"{share} % - {name}")
    paper.text("Your weightings")
    for name in ("Technical", "Availability", "Social value", "Price"):
        paper.bullet(f"«insert_{name}_Weight» % - {name}")
    weighing = read(paper)
    assert weighing.social_value is None
    assert [(m.kind, m.percent) for m in weighing.mentions] == [("example", 15), ("placeholder", None)]


def test_a_merge_field_broken_over_lines_is_one_blank() -> None:
    """A narrow cell may cut a merge field into four lines; it is a blank all the same."""
    weighing = read(criteria().table(("Social value weight %", "«Set_\nSocial_\nValue_\nWeight»")))
    assert weighing.social_value is None


def test_a_merge_field_is_no_question_and_no_scale() -> None:
    """A question table whose question is a merge field asks nothing, and a scale of fields scores nothing."""
    paper = criteria().heading("Social value", Role.QUESTION).text("You must answer all the questions below.")
    paper.table(("#", "Question", "Weight", "Response"), ("1", "«Put_SocVal_Question»", "«Put_Weight»", "Upload"))
    paper.heading("Marking").table(
        ("Marking scheme", "Points", "Description"), ("«Put_Name»", "«Put_Points»", "«Put_Words»")
    )
    weighing = read(paper, findings=asked(paper, "You must answer"))
    assert weighing.questions == ()
    assert weighing.scales == ()
    assert weighing.social_value is None


@pytest.mark.parametrize("text", ["[Insert the question about social value]", "<question to be added>", "………………"])
def test_a_bracket_is_no_question(text: str) -> None:
    """A social value question of which only a place is printed is not given."""
    paper = criteria().heading("Social value question", Role.QUESTION).text(text).text("Maximum 500 words.")
    assert read(paper, findings=asked(paper, text)).questions == ()


def test_weights_without_names_are_no_blanks_of_social_value() -> None:
    """ "Weighting XX%" three times with no name says nothing of social value."""
    paper = Paper().heading("Award letter")
    for _ in range(3):
        paper.table(("WEIGHTING", "XX%"), ("Score (out of 100)", ""))
    assert read(paper).mentions == ()


OTHER_NUMBERS = {
    "net gain": "The works must bring at least 12% biodiversity net gain and social value to residents.",
    "questionnaire": "You are 48% through this questionnaire. The next part is about social value.",
    "shares": "List all shareholders with 25% of the shares. Social value is asked for below.",
    "invoices": "State the share of invoices paid in 60 days (at least 95%). Social value follows.",
    "retention": "A retention of 5% is held until the social value plan is complete.",
    "tax": "Prices for social value activities exclude VAT at 20%.",
    "discount": "A discount of 4% for early payment is no social value.",
    "uplift": "The social value rates rise by an uplift of 3% each year.",
    "service credit": "A service credit of 6% of the charge is due when social value is missed.",
    "KPI": "The social value KPI is 90% of promises kept on time.",
    "target": "Our social value target is that 35% of spend is local.",
    "workforce": "Social value means that 8% of the workforce are apprentices.",
    "emissions": "As social value the Supplier cuts emissions by 68% before 2030.",
    "year": "In 2026 10% of our suppliers offered social value.",
    "pass mark": "A tender that scores less than 50% for social value is rejected.",
}


@pytest.mark.parametrize("text", OTHER_NUMBERS.values(), ids=OTHER_NUMBERS)
def test_other_numbers_beside_social_value_are_no_weight(text: str) -> None:
    """Tax, retention, targets, credits, net gain and the like are something else entirely."""
    weighing = said(text)
    assert weighing.social_value is None
    assert [m for m in weighing.mentions if m.kind == "this-tender"] == []


def test_row_numbers_and_pages_are_no_weights() -> None:
    """A ticked service list numbers social value 17, and a contents page gives it page 12."""
    paper = (
        Paper()
        .heading("Services", Role.SPECIFICATION)
        .table(("No", "Service", "Lot 1", "Lot 2"), ("16", "Reports", "x", ""), ("17", "Social value", "x", "x"))
    )
    paper.heading("Contents", Role.CONTENTS).text("Social value 12")
    weighing = read(paper)
    assert (weighing.social_value, weighing.mentions) == (None, ())


def test_a_target_in_the_contract_is_told_as_a_kpi() -> None:
    """A performance table with a social value row gives a number of kind kpi and no weight."""
    paper = (
        Paper()
        .heading("Performance", Role.CONTRACT)
        .table(("KPI", "Target"), ("Social value hours delivered", "95%"), ("Calls answered", "90%"))
    )
    weighing = read(paper)
    assert weighing.social_value is None
    assert {m.kind for m in weighing.mentions} <= {"kpi"}


def test_a_floor_of_another_buyer_stands_beside_the_own_weight() -> None:
    """A sentence may quote the floor and give this tender's own weight: each is told for what it is."""
    weighing = said(
        "PPN 002 mandates a minimum of 10% for social value, and in this tender social value is worth 14% of the score."
    )
    assert weighing.social_value is not None
    assert weighing.social_value.percent == 14
    assert sorted(m.kind for m in weighing.mentions) == ["policy-reference", "this-tender"]


def test_struck_out_rows_do_not_count() -> None:
    """A weight that the page shows struck through is not read, in a merged cell or not."""
    paper = criteria().table(("Criterion", "Weight"), ("Price", "60%"), (Cell("Quality"), "40%"))
    paper.text("Social value 10%", struck=((0, 16),))
    assert read(paper).social_value is None


def test_no_real_text_without_a_weight_gets_one(corpus: Path, rules: Rulebook, tmp_path: Path) -> None:
    """Of the labelled real texts, those that state no weight are given none."""
    labels = {one["id"]: one for one in map(json.loads, _lines(corpus / "texts-labels.jsonl"))}
    wrong = []
    for text in map(json.loads, _lines(corpus / "texts.jsonl")):
        if labels[text["id"]]["weight"] is None:
            file = tmp_path / f"{text['id']}.txt"
            file.write_text(text["text"], encoding="utf-8")
            weighing = weigh(read_pack([file], rules), rules, ())
            wrong += [text["id"] for m in weighing.mentions if m.kind == "this-tender" and m.percent]
    assert wrong == []


def test_no_real_document_without_a_weight_gets_one(corpus: Path, rules: Rulebook) -> None:
    """Of the labelled real documents that are short, those that state no weight are given none."""
    wrong = []
    for label in map(json.loads, _lines(corpus / "documents.jsonl")):
        own = any(weight["kind"] == "this-tender" for weight in label["weights"])
        if label["pages"] <= SMALL and not own:
            weighing = weigh(read_pack([corpus / "pdf" / label["file"]], rules), rules, ())
            wrong += [label["file"] for m in weighing.mentions if m.kind == "this-tender" and m.percent]
            wrong += [label["file"]] if weighing.social_value is not None else []
    assert wrong == []


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()
