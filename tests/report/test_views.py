"""The small steps between the data and the page."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report import phrasing, to_dict, to_html, to_text
from checker.report.brief_view import brief, lengths
from checker.report.chain import matrix
from checker.report.evidence_view import pieces
from checker.report.fixes_view import fixes
from checker.report.law_view import law
from checker.report.places import Places, number_of
from checker.report.score_view import score
from checker.report.stakes_view import stakes
from checker.report.verdict_view import commissioner, provider, rest, tiles
from checker.report.weights_view import weights
from report import example


@pytest.fixture
def data() -> dict[str, Any]:
    """The example as data, free to be changed."""
    return to_dict(example.scorecard())


def test_numbers_and_days_read_as_people_write_them() -> None:
    """Digits, commas, % and months in words."""
    assert phrasing.amount(15, "marks") == "15 marks"
    assert phrasing.amount(None, "percent") == "not given"
    assert phrasing.moment("2027-01-15 12 noon") == "12 noon on Friday 15 January 2027"
    assert phrasing.moment("2027-04") == "April 2027"
    assert phrasing.day("2027-13-45") == "2027-13-45"
    assert phrasing.pounds("12400000") == "£12,400,000"
    assert phrasing.page_list([3, 5, 6, 7, 9]) == "3, 5 to 7, 9"


def test_links_are_unique_within_a_list(data: dict[str, Any]) -> None:
    """Two quotes on one page get their section; two in one section get their ids; one sentence is one link."""
    places = Places(data)
    assert [link.text for link in places.links(["E21", "E22", "E23", "E20"]).items] == [
        "Criteria\xa0p\xa02",
        "Criteria\xa0p\xa04 (SV1)",
        "Criteria\xa0p\xa04 (SV2)",
    ]
    same = [link.text for link in places.links(["E9", "E10"]).items]
    assert same == ["ITT\xa0p\xa06 (E9)", "ITT\xa0p\xa06 (E10)"]
    assert places.links(["E12", "E13", "E20"], limit=2).more == 1


def test_a_link_to_nothing_is_an_error(data: dict[str, Any]) -> None:
    """An id that no finding has is never turned into a link."""
    with pytest.raises(KeyError):
        Places(data).links(["E999"])


def test_section_names_are_cut_to_their_number() -> None:
    """ "4.2 Award criteria" is 4.2; a title without a number has none."""
    assert number_of("4.2 Award criteria") == "4.2"
    assert number_of("SV1") == "SV1"
    assert number_of("Question SV1: local jobs") == "SV1"
    assert number_of("9 Award criteria") == "section 9"
    assert number_of("Background to the procurement") == ""


def test_a_cell_of_the_matrix_links_once_to_each_page(data: dict[str, Any]) -> None:
    """Two sentences on one page are one link and two places; pages past the limit are counted."""
    links = Places(data).pages(["E9", "E10", "E12", "E13", "E20"], limit=2)
    assert ([link.to for link in links.items], links.count, links.more) == (["E9", "E12"], 5, 2)


def test_the_missing_share_has_its_own_row(data: dict[str, Any]) -> None:
    """4 + 3 + 2 of 10 leaves 1, which the table and the words both show."""
    told = weights(data, Places(data))
    missing = [line for line in told.trees[0].lines if line.missing]
    assert [(line.name, line.figure) for line in missing] == [("Not given to any question", "1%")]
    assert told.sums[2].words == "Social value: 4 + 3 + 2 = 9. It should be 10, so 1 is missing."
    assert not told.sums[2].ok


def test_a_share_of_the_quality_score_is_turned_into_all_marks(data: dict[str, Any]) -> None:
    """10% of a quality score of 60% is 6% of the whole, and the sum is shown."""
    data["social_value"]["weight"] |= {"base": "quality", "effective": 6}
    told = weights(data, Places(data))
    assert "Quality is 60% of the overall score, and 10% of 60% is 6%." in told.base
    tile = tiles(data, brief(data, Places(data)))[0]
    assert (tile.figure, tile.words[:54]) == ("10%", "of the quality score, which makes 6% of all marks, but")


@pytest.mark.parametrize(
    ("status", "figure"),
    [
        ("found", "No weight"),
        ("pass-fail", "No marks"),
        ("placeholder", "Blank"),
        ("denied", "No marks"),
        ("not-found", "No marks"),
        ("cannot-tell", "Not known"),
    ],
)
def test_a_tender_without_a_weight_says_why(data: dict[str, Any], status: str, figure: str) -> None:
    """Each way of giving no weight has its own words."""
    data["social_value"] |= {"weight": None, "award_criterion": status}
    assert tiles(data, brief(data, Places(data)))[0].figure == figure


def test_a_range_is_shown_as_a_range(data: dict[str, Any]) -> None:
    """5% to 10% is no weight, and is not turned into one."""
    span = {"value": None, "unit": "percent", "kind": "range", "low": 5, "high": 10, "lot": None, "evidence": ["E12"]}
    data["social_value"] |= {"weight": None, "award_criterion": "range", "weight_mentions": [span]}
    assert tiles(data, brief(data, Places(data)))[0].figure == "5 to 10%"
    assert weights(data, Places(data)).mentions[0].figure == "5 to 10%"


def test_commitments_are_the_binding_sentences_and_not_the_questions(data: dict[str, Any]) -> None:
    """Must comes before should; what a question asks is not a promise; encouragement is none either."""
    told = brief(data, Places(data))
    assert [c.strength for c in told.commitments] == ["Must"] * 4 + ["Should"]
    assert told.must_keep == 4
    assert not [c for c in told.commitments if "Describe" in c.words or "encouraged" in c.words]


def test_the_title_of_a_section_is_no_commitment(data: dict[str, Any]) -> None:
    """A heading that names commitments binds nobody."""
    words = brief(data, Places(data)).commitments[0].words
    for finding in data["findings"]:
        if finding["sentence"] == words:
            finding["section"] = words
    assert words not in [c.words for c in brief(data, Places(data)).commitments]


def test_dates_that_were_not_found_are_said_so(data: dict[str, Any]) -> None:
    """The days a bidder needs are always listed."""
    told = {date.label: date.value for date in brief(data, Places(data)).dates}
    assert told["Last day for questions"] == "12 noon on Friday 15 January 2027"
    assert told["Contract start"] == "Not found in the files given"


def test_clarification_questions_come_worst_first(data: dict[str, Any]) -> None:
    """The order is that of the provider's verdict, and no question comes twice."""
    asked = brief(data, Places(data)).clarifications
    assert [question.check for question in asked] == ["C3", "C4", "D8", "B5"]


def test_without_must_fix_problems_the_first_steps_are_the_next_ones(data: dict[str, Any]) -> None:
    """A verdict always has a next step while there is something to mend."""
    data["verdict"]["commissioner"] |= {"result": "gaps", "must": []}
    to_fix = fixes(data, Places(data))
    assert [step.to for step in commissioner(data, to_fix).steps] == ["fix-C4", "fix-C10", "fix-D4"]
    assert rest(to_fix) is None


def test_equal_questions_have_no_favourite(data: dict[str, Any]) -> None:
    """Effort is sent to one question only when it is worth more than the others."""
    told = brief(data, Places(data))
    assert "Put most effort into SV1 (4%)" in [step.text for step in provider(data, told).steps]
    for question in data["questions"]:
        question["weight"]["stated"] = 5
    assert not [step for step in provider(data, told).steps if "effort" in step.text]


def test_the_best_case_is_only_told_when_a_check_could_not_be_done(data: dict[str, Any]) -> None:
    """One check that cannot be told adds 2 to both sides."""
    assert "24 of 38" in score(data, Places(data)).best_case
    next(check for check in data["checks"] if check["id"] == "D6")["result"] = "met"
    assert score(data, Places(data)).best_case == ""


def test_law_is_compared_with_the_buyer_the_country_and_the_day(data: dict[str, Any]) -> None:
    """A text for others is "no", a text that fits is "yes", and missing facts are "cannot tell"."""
    told = law(data, Places(data))
    assert {text.title: text.why for text in told.far}[
        "PPN 002, the Social Value Model"
    ] == "Written for central government."
    assert told.near == ()
    data["context"]["buyer_type"]["value"] = "central"
    assert law(data, Places(data)).near[0].fits == "Yes"
    data["context"]["commenced"]["value"] = None
    told = law(data, Places(data))
    assert told.unsure[0].fits == "Cannot tell"
    assert told.unknown == "the day on which the procurement began"
    data["context"]["commenced"]["value"] = "2024-06-01"
    assert law(data, Places(data)).near == ()


def test_social_value_as_a_whole_is_no_chain(data: dict[str, Any]) -> None:
    """Without a named priority there is nothing to count, and the page says so."""
    whole = data["priorities"][-1] | {"theme": None, "title": "Social value as a whole"}
    data["priorities"] = [whole]
    told = matrix(data, Places(data))
    assert (told.chain, told.headline) == ((), "Social value is mentioned, but no priority is named.")
    assert "mentioned, but none is named" in to_text(data)
    assert "Social value as a whole" in to_html(data)


def test_limits_of_several_kinds_are_told_together() -> None:
    """Words and pages are both limits."""
    limits = [{"value": v, "unit": u} for v, u in ((750, "words"), (500, "words"), (2, "pages"))]
    assert lengths(limits) == "500 or 750 words or 2 pages"


@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.text(max_size=60))
def test_cutting_a_sentence_loses_no_letter(before: str, quote: str, after: str) -> None:
    """The pieces of a sentence are the sentence, and the marked ones hold the quote."""
    sentence = before + quote + after
    cut = pieces(sentence, [{"quote": quote, "at": len(before)}])
    assert "".join(piece.text for piece in cut) == sentence
    assert "".join(piece.text for piece in cut if piece.marked) == quote


def test_a_very_long_sentence_is_cut_round_its_quote() -> None:
    """The matched words are always shown, with marks where text was left out."""
    sentence = "a " * 2000 + "apprentices" + " b" * 2000
    cut = pieces(sentence, [{"quote": "apprentices", "at": 4000}])
    assert [piece.text for piece in cut if piece.marked] == ["apprentices"]
    assert cut[0].text == "… "
    assert cut[-1].text == " …"
    assert sum(len(piece.text) for piece in cut) < 1300


def test_the_cells_of_a_row_are_one_quote(data: dict[str, Any]) -> None:
    """What was found in a whole row and in one of its cells is shown once, as the row."""
    one = data["findings"][0] | {"id": "E901", "sentence": "Social value | 10%", "block": "f1.9.1", "page": 1}
    cell = one | {"id": "E902", "sentence": "Social value", "block": "f1.9.2"}
    data["findings"] += [cell, one]
    item = Places(data).item("E902")
    assert [finding["id"] for finding in item.findings] == ["E901", "E902"]
    assert item.first["sentence"] == "Social value | 10%"


def test_nothing_is_worked_out_from_weights_that_disagree(data: dict[str, Any]) -> None:
    """Where the files give two weights, no share of the marks is told as if it were known."""
    data["stakes"] = {"marks": 10, "words": 500, "per_hundred_words": 2, "of_quality": None, "asks": 1}
    data["checks"].append(data["checks"][0] | {"id": "B6", "result": "conflict"})
    told = stakes(data, Places(data))[0].words
    assert "marks on which the files disagree" in told
    assert "%" not in told
