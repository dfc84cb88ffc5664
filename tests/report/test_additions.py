"""What the reader adds is shown as it was given: an offer, waivers, and the files that were left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from checker.model import Waiver
from checker.report import to_dict, to_html, to_text

from . import example
from .page import by_id, having, parsed, words


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The example with everything that a reader can add."""
    return to_dict(example.with_additions())


@pytest.fixture(scope="module")
def page(data: dict[str, Any]) -> Element:
    """The same as a page."""
    return parsed(to_html(data))


def rows(table: Element) -> list[list[str]]:
    """The cells of a table's body, in words."""
    return [[words(cell) for cell in row] for row in table.iter("tr")][1:]


def table_after(page: Element, anchor: str) -> Element:
    """The first table after the element with an id."""
    every = list(page.iter())
    start = every.index(by_id(page, anchor))
    return next(element for element in every[start:] if element.tag == "table")


def test_the_offer_is_strong_partly_or_none_for_each_asked_priority(data: dict[str, Any], page: Element) -> None:
    """Proof makes it strong; a priority that nobody asks about is no gap of the provider."""
    asked = [row["theme"] for row in data["priorities"] if row["states"]["asked"] == "found"]
    assert [one["theme"] for one in data["offer"]["asked"]] == asked
    assert {one["theme"]: one["fit"] for one in data["offer"]["asked"]} == {
        "innovation": "none",
        "skills": "strong",
        "carbon": "partly",
        "community": "none",
        "local-jobs": "none",
    }
    shown = {row[0].split(" Shares")[0].split(" 3%")[0]: row[1:3] for row in rows(table_after(page, "offer"))}
    assert shown["Apprenticeships and skills"][0] == "Strong"
    assert "Proof: College returns, July 2025" in shown["Apprenticeships and skills"][1]
    assert shown["Carbon and climate"] == ["Partly", "Uses bicycles for short visits.No proof named"]
    assert shown["Local jobs"] == ["None held", "Nothing in the offer file"]
    brief = words(by_id(page, "brief"))
    assert "Bidders are asked about 5 priorities: 1 strong, 1 partly and 3 none held." in brief
    assert "Also in your offer, and nothing found asks about it: Health and wellbeing." in brief
    assert "no advice on what to promise" in brief


def test_without_an_offer_nothing_is_said_about_one() -> None:
    """The part is left out whole."""
    page = parsed(to_html(to_dict(example.scorecard())))
    assert [element for element in page.iter() if element.get("id") in ("offer", "waived")] == []


def test_every_waiver_is_printed_with_its_reason_and_status(data: dict[str, Any], page: Element) -> None:
    """In force, run out and not needed are told apart."""
    assert [one["status"] for one in data["waivers"]] == ["in-force", "expired", "not-needed"]
    shown = rows(table_after(page, "waived"))
    assert [row[2:] for row in shown] == [
        ["Head of procurement", "31 March 2027", "In force: not part of the verdict"],
        ["Procurement officer", "21 November 2026", "Has run out: not applied"],
        ["Procurement officer", "22 November 2026", "Nothing to waive: the check found no problem"],
    ]
    assert shown[0][1] == "The portal adds the last percent."
    verdict = words(next(having(page, "verdict")))
    assert "1 problem was waived and left out of this verdict. 1 waiver has run out and was not applied." in verdict
    told = " ".join(to_text(data).split())
    assert "B5 (until 31 March 2027, Head of procurement): The portal adds the last percent." in told
    assert "C3 (has run out and was not applied; until 21 November 2026, Procurement officer)" in told


def test_a_waiver_holds_through_its_last_day() -> None:
    """Until a day means that the day itself is still in it."""
    full = example.scorecard()
    waiver = Waiver("B5", "So decided.", "Somebody", date(2026, 11, 22))
    for day, status in ((date(2026, 11, 22), "in-force"), (date(2026, 11, 23), "expired")):
        assert to_dict(replace(full, waivers=(waiver,), as_of=day))["waivers"][0]["status"] == status


def test_files_that_were_not_read_are_in_the_report(data: dict[str, Any], page: Element) -> None:
    """Second copies and files of other kinds are named in the page, its limits, the summary and the data."""
    assert [one["name"] for one in data["files_not_read"]] == ["copy/ITT.pdf", "Pricing schedule.xlsx"]
    for part in ("checked", "limits"):
        assert "Pricing schedule.xlsx" in words(by_id(page, part))
    assert "copy/ITT.pdf (it is the same file as" in words(by_id(page, "checked"))
    assert "Pricing schedule.xlsx (it is no PDF)" in " ".join(to_text(data).split())
