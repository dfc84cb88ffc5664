"""The portfolio page says what the figures say: every count, every tender, and nothing that is not there."""

from __future__ import annotations

import unicodedata
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from report import hostile
from report.page import by_id, having, parsed, words

from checker.survey.figures import FIGURES
from checker.survey.page import to_html

from . import portfolio

ROWS = portfolio.rows(240)
SURVEY = portfolio.survey(ROWS)


@pytest.fixture(scope="module")
def tree() -> Element:
    """The page of 240 tenders."""
    return parsed(to_html(SURVEY, ROWS))


def cells(table: Element) -> list[list[str]]:
    """The words of a table, row by row."""
    return [[words(cell) for cell in row] for row in table.iter("tr")]


def test_the_headline_figures_have_their_counts_and_intervals(tree: Element) -> None:
    """Each of the six shares is printed with n of N and its 95% interval, as survey.json has them."""
    tiles = [words(tile) for tile in next(having(tree, "kpis")).iter("li")]
    assert len(tiles) == len(FIGURES) + 2
    for key, tile in zip(FIGURES, tiles, strict=False):
        share = SURVEY[key]
        assert f"{share['n']} of {share['of']}" in tile
        assert f"95% interval: {share['low']:.0f}% to {share['high']:.0f}%" in tile
    assert f"{SURVEY['weights']['n']} tenders with a clear weight" in tiles[6]


def test_every_answer_of_2014_says_that_its_question_differs(tree: Element) -> None:
    """Beside each figure of 2014 stands its year, its base, and why it is not the same question."""
    shown = [words(bar) for bar in having(tree, "hb")]
    answers = [text for text in shown if text.startswith("2014, ")]
    assert len(answers) == len(SURVEY["survey_2014"]["answers"]) == 4
    assert all("A different question" in text for text in answers)
    assert sum("52 people" in text for text in answers) == 3
    documents = [text for text in shown if text.startswith("These tenders")]
    lack = SURVEY["guidance_given"]
    assert f"{lack['of'] - lack['n']} of {lack['of']}" in documents[2]


def test_the_bars_hold_every_tender(tree: Element) -> None:
    """The counts of the histogram are those of the survey and add up to all tenders."""
    rows = cells(next(by_id(tree, "weights").iter("table")))[1:]
    counts = {label: int(n) for label, _, n in rows}
    assert counts == {bar["label"]: bar["n"] for bar in SURVEY["weights"]["histogram"]}
    assert sum(counts.values()) == 240


def test_patterns_groups_and_themes_are_all_there(tree: Element) -> None:
    """Each pattern, buyer type, year and theme has its row, with the count behind it."""
    breaks = cells(next(by_id(tree, "breaks").iter("table")))[1:]
    assert [row[0] for row in breaks] == [entry["pattern"] for entry in SURVEY["patterns"]]
    kinds = [cells(table) for table in by_id(tree, "groups").iter("table")]
    assert [len(table) - 1 for table in kinds] == [len(SURVEY["by"]["buyer_type"]), len(SURVEY["by"]["year"])]
    council = next(row for row in kinds[0] if row[0].startswith("Council"))
    figures = next(group for group in SURVEY["by"]["buyer_type"] if group["group"] == "council")
    assert f"{figures['social_value_scored']['n']} of {figures['social_value_scored']['of']}" in council[2]
    of_all = cells(next(by_id(tree, "themes").iter("table")))[1:]
    assert {row[0] for row in of_all} == set(portfolio.THEMES.values())


def test_every_tender_is_in_the_list_with_its_scorecard(tree: Element) -> None:
    """All 240 are there, each read one with a link; those with the most must-fix problems come first."""
    rows = [row for table in by_id(tree, "list").iter("table") for row in cells(table)[1:]]
    assert len(rows) == 240
    links = {a.get("href") for a in by_id(tree, "list").iter("a")}
    assert links == {row["scorecard"] for row in ROWS if row["scorecard"]}
    must = [int(row[8]) for row in rows if row[8]]
    assert must == sorted(must, reverse=True)
    unread = [row for row in rows if row[7] == "Could not be read"]
    assert len(unread) == SURVEY["unreadable"] == 24
    assert rows[-24:] == unread


def test_what_could_not_be_read_is_listed_with_its_reason(tree: Element) -> None:
    """Each is named; the headline counts them and says that they are in no share."""
    listed = [words(item) for item in next(having(tree, "unread")).iter("li")]
    assert len(listed) == 24
    assert all("locked with a password" in item for item in listed)
    assert "24 of 240 could not be read" in words(next(having(tree, "head")))


def test_a_long_list_is_cut_into_parts_with_links() -> None:
    """A thousand tenders stand in four parts of 250, each reached by a link, and many unread ones are folded."""
    rows = portfolio.rows(1000)
    tree = parsed(to_html(portfolio.survey(rows), rows))
    parts = [part.get("id") for part in having(tree, "part")]
    assert parts == [f"rows-{number}" for number in range(1, 5)]
    assert [a.get("href") for a in next(having(tree, "parts")).iter("a")] == [f"#{part}" for part in parts]
    assert sum(len(cells(table)) - 1 for part in having(tree, "part") for table in part.iter("table")) == 1000
    assert len(list(next(by_id(tree, "unread").iter("details")).iter("li"))) == 100


def test_a_survey_that_was_stopped_says_so() -> None:
    """After Ctrl-C the page tells how many tenders are still to be done."""
    page = words(parsed(to_html(portfolio.survey(ROWS, complete=False, not_done=7), ROWS)))
    assert "This survey is not finished. 7 tenders have not been read yet." in page
    assert "not finished" not in words(parsed(to_html(SURVEY, ROWS)))


@pytest.mark.parametrize("rows", [[], [portfolio.row(9)], [portfolio.row(0)]], ids=["none", "unread", "one"])
def test_small_surveys_make_a_whole_page(rows: list[dict[str, Any]]) -> None:
    """No tender, one that cannot be read, one without a priority: no share of nothing, no fault."""
    tree = parsed(to_html(portfolio.survey(rows), rows))
    assert f"All {len(rows)} tenders" in words(by_id(tree, "list"))
    assert "nan" not in words(tree).lower().split()


def test_hostile_names_are_only_text() -> None:
    """Titles, buyers, reasons and patterns from strangers neither run nor turn the reading order."""
    evil = hostile.EVIL
    rows = [
        row | {"title": evil + row["title"], "buyer": evil, "name": evil + row["name"]} for row in portfolio.rows(20)
    ]
    for row in rows:
        row["why"] = row["why"] and evil
        row["pattern"] = row["pattern"] and evil
        row["priorities"] = [entry | {"title": evil, "pattern": evil} for entry in row["priorities"]]
    html = to_html(portfolio.survey(rows), rows)
    tree = parsed(html)
    assert len(list(tree.iter("script"))) == 1
    assert not [name for element in tree.iter() for name in element.attrib if str(name).startswith("on")]
    assert not [c for c in html if unicodedata.category(c) == "Cc" and c != "\n"]
    assert not set(html) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert hostile.SHOWN in words(by_id(tree, "list"))


def test_the_same_survey_gives_the_same_bytes() -> None:
    """The order in which rows come makes no difference."""
    assert to_html(SURVEY, ROWS) == to_html(SURVEY, iter(reversed(ROWS)))
