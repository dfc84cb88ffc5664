"""The page is sound HTML, says what the data say, and links to nothing that is not there."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from checker.model import Scorecard
from checker.report import to_dict, to_html
from checker.report.labels import COLUMNS
from report import example
from report.page import by_id, having, parsed, words

EVERY = [example.scorecard, example.with_additions, example.nothing_found, example.unreadable]


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The example as data."""
    return to_dict(example.scorecard())


@pytest.fixture(scope="module")
def page(data: dict[str, Any]) -> Element:
    """The example as a page."""
    return parsed(to_html(data))


@pytest.mark.parametrize("make", EVERY)
@pytest.mark.parametrize("view", ["commissioner", "provider", "both"])
def test_the_page_is_valid_and_opens_on_the_side_asked_for(make: Callable[[], Scorecard], view: str) -> None:
    """A strict parser finds no fault, ids are unique, and one radio button is checked."""
    tree = parsed(to_html(to_dict(make()), view))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    checked = [element.get("id") for element in tree.iter("input") if element.get("checked") is not None]
    assert checked == [{"commissioner": "v-com", "provider": "v-pro", "both": "v-both"}[view]]


def test_another_view_is_refused() -> None:
    """A side that does not exist is an error and not a page."""
    with pytest.raises(ValueError, match="commissioner, provider, both"):
        to_html(to_dict(example.scorecard()), "buyer")


def test_the_same_data_give_the_same_page() -> None:
    """Two runs write the same bytes."""
    assert to_html(to_dict(example.scorecard())) == to_html(to_dict(example.scorecard()))


@pytest.mark.parametrize("make", EVERY)
def test_every_link_stays_in_the_page_and_goes_somewhere(make: Callable[[], Scorecard]) -> None:
    """Each link is to an id of the page; nothing points to the network or to another file."""
    tree = parsed(to_html(to_dict(make())))
    ids = {element.get("id") for element in tree.iter()}
    links = [element.get("href") or "" for element in tree.iter() if element.get("href") is not None]
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= ids
    assert not [element for element in tree.iter() if element.get("src") is not None]


@pytest.mark.parametrize("make", EVERY)
def test_headings_never_skip_a_level(make: Callable[[], Scorecard]) -> None:
    """One h1, and no h4 under an h2."""
    tree = parsed(to_html(to_dict(make())))
    levels = [int(element.tag[1]) for element in tree.iter() if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_verdicts_are_the_words_of_the_data(data: dict[str, Any], page: Element) -> None:
    """Headline, lead and the must-fix problems stand in the page as the data give them."""
    for side, anchor in (("commissioner", "h-vc"), ("provider", "h-vp")):
        assert words(by_id(page, anchor)) == data["verdict"][side]["headline"]
    leads = [words(element) for element in having(page, "lead")]
    assert leads == [data["verdict"][side]["lead"] for side in ("commissioner", "provider")]
    headings = {check["id"]: check["heading"] for check in data["checks"]}
    steps = [words(item) for item in next(having(page, "next"))]
    assert steps == [headings[check] for check in data["verdict"]["commissioner"]["must"]]


def test_every_number_of_the_score_is_in_the_data(data: dict[str, Any], page: Element) -> None:
    """The score, each panel's points, and as many squares as there are checks that concern the tender."""
    assert words(next(having(page, "big"))) == f"{data['score']['got']} of {data['score']['of']} points"
    checks = {check["id"]: check for check in data["checks"]}
    for item, panel in zip(next(having(page, "cats")), data["score"]["panels"], strict=True):
        concerned = [c for c in panel["checks"] if checks[c]["result"] != "not-applicable"]
        assert words(item) == f"{panel['title']}{panel['got']} of {panel['of']}"
        assert len(list(having(item, "sq"))) == len(concerned)
    rows = [row for row in next(having(page, "sc")).iter("tr") if row.find("td") is not None]
    assert len(rows) == len(checks)
    for row in rows:
        cells = [words(cell) for cell in row.iter("td")]
        points = checks[cells[0].split()[0]]["points"]
        assert cells[2] == (f"{points['got']} of {points['of']}" if points["of"] else "Left out")


def test_the_chain_and_the_matrix_count_the_same(data: dict[str, Any], page: Element) -> None:
    """The foot of the matrix and both drop-out chains agree with the states in the data."""
    counts = {c: sum(p["states"][c] == "found" for p in data["priorities"]) for c in COLUMNS}
    foot = next(by_id(page, "matrix").iter("tfoot"))
    assert [words(cell) for cell in foot.iter("td")] == [f"{counts[c]} of 8" for c in COLUMNS]
    for chain in having(page, "chain"):
        shown = [int(words(item).split()[0]) for item in chain]
        assert shown == [counts[c] for c in ("stated", "weighted", "measured", "reported", "guidance")]


def test_every_cell_of_the_matrix_shows_its_state(data: dict[str, Any], page: Element) -> None:
    """Found cells link to their evidence, and no other cell has a link to evidence."""
    rows = list(next(by_id(page, "matrix").iter("tbody")).iter("tr"))
    for row, priority in zip(rows, data["priorities"], strict=True):
        for cell, column in zip(row.iter("td"), COLUMNS, strict=True):
            state = priority["states"][column]
            assert f"s-{state}" in (cell.get("class") or "").split()
            links = [link.get("href") for link in cell.iter("a") if link.get("href") != "#limits"]
            assert bool(links) == (state == "found")


def test_all_evidence_that_anything_refers_to_is_shown(data: dict[str, Any], page: Element) -> None:
    """Each finding that counts is in the page once, with its words marked."""
    shown = {element.get("id") for element in by_id(page, "evidence").iter()}
    assert {finding["id"] for finding in data["findings"] if not finding["dropped_because"]} <= shown
    marked = {words(element) for element in page.iter("mark")}
    assert "committed to fair pay" in marked


def test_what_was_seen_and_does_not_count_is_told_with_its_reason(page: Element) -> None:
    """Dropped findings are listed by reason, with how many there are."""
    table = next(having(page, "unused"))
    rows = [[words(cell) for cell in row] for row in table.iter("tr")][1:]
    assert [row[:2] for row in rows] == [
        ["The text around it is not about social value", "2"],
        ["Part of a term with another meaning", "1"],
    ]
    assert rows[0][2] == "‘wellbeing’ (Spec p 11), ‘carbon’ (Spec p 12)"
    assert rows[1][2] == "‘apprenticeship’ (in ‘apprenticeship levy’, Spec p 9)"


def test_a_tender_without_social_value_makes_a_sensible_page() -> None:
    """Every part says what was not found and where the tool looked."""
    tree = parsed(to_html(to_dict(example.nothing_found())))
    looked = "the file given (22 pages)"
    assert f"No social value priority was found in {looked}." in words(by_id(tree, "main"))
    assert "There is no chain to follow." in words(by_id(tree, "matrix"))
    assert f"No table or sentence of award criteria with weights was found in {looked}" in words(by_id(tree, "weights"))
    assert f"No question about social value was found in {looked}" in words(by_id(tree, "brief"))
    assert f"nothing to quote: no rule matched in {looked}" in words(by_id(tree, "evidence"))


def test_pages_that_were_not_read_are_named() -> None:
    """The strip and the limits name the pages and the file that could not be read."""
    tree = parsed(to_html(to_dict(example.unreadable())))
    for part in ("checked", "limits"):
        assert "scan pages 1 to 3" in words(by_id(tree, part))
    assert "The whole file: locked with a password" in words(by_id(tree, "checked"))
    assert "none of them readable" in words(by_id(tree, "main"))


def test_the_page_lets_no_script_run_but_its_own(page: Element) -> None:
    """The security policy allows one style and one script, by their hashes, and nothing from anywhere."""
    policy = next(m.get("content") or "" for m in page.iter("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert re.findall(r"(style|script)-src 'sha256-[\w+/]{43}='", policy) == ["style", "script"]
    assert not [element for element in page.iter() if element.get("style") is not None]


def test_the_page_stays_small() -> None:
    """Ten times the evidence of the example is still well under a megabyte."""
    big = example.scorecard()
    many = to_dict(big)
    for copy in range(9):
        many["findings"] += [
            {**f, "id": f"X{copy}-{f['id']}", "sentence": f"{f['sentence']} {copy}"} for f in to_dict(big)["findings"]
        ]
    html = to_html(many)
    assert len(html.encode()) < 500_000
    assert "more quotes, which nothing in this report rests on, are left out here" in html
