"""No number stands in the page that is not in the data, and every id in the page is one of the data's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from checker import pipeline
from checker.model import Rulebook, Scorecard
from checker.report import to_dict, to_html

from . import example
from .page import by_id, having, parsed, words

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FIXED = {"0", "1", "2", "52", "65", "2014", "100"}
"""Numbers of the page's own words: points of a check, the survey of 2014, the sum of all marks."""
EVERY = [example.scorecard, example.with_additions, example.nothing_found, example.unreadable]


def numbers(text: str) -> list[str]:
    """The numbers in a text, without the commas of thousands and without needless zeros."""
    found = (number.replace(",", "") for number in _NUMBER.findall(text))
    return [number.rstrip("0").rstrip(".") if "." in number else str(int(number)) for number in found]


def leaves(value: Any) -> Iterator[str]:
    """Every text and number of the data, and how many things each list holds."""
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list):
        yield str(len(value))
        for item in value:
            yield from leaves(item)
    elif value is not None:
        yield str(value)


def counts(data: dict[str, Any]) -> Iterator[int]:
    """Numbers that the page counts from the data: pages, quotes, priorities, fits, what is left of a sum."""
    pages = sum(file["pages"] for file in data["files"])
    yield from (pages, pages - sum(len(file["unreadable_pages"]) for file in data["files"]))
    for column in ("stated", "asked", "weighted", "measured", "reported", "guidance"):
        yield sum(row["states"][column] == "found" for row in data["priorities"])
    yield sum(all(state == "found" for state in row["states"].values()) for row in data["priorities"])
    results = Counter(check["result"] for check in data["checks"])
    yield from results.values()
    unknown = results["cannot-tell"]
    yield from (data["score"]["got"] + 2 * unknown, data["score"]["of"] + 2 * unknown)
    for side in ("commissioner", "provider"):
        for severity in ("should", "could", "none"):
            broken = sum(row["severity"] == severity for row in data["priorities"] if row["theme"])
            listed = len(data["verdict"][side].get(severity, []))
            yield from (broken, listed, listed + (broken > 0))
    yield from Counter(one["fit"] for one in (data["offer"] or {"asked": []})["asked"]).values()
    yield from Counter(finding["dropped_because"] for finding in data["findings"]).values()
    yield sum(bool(check["clarification_question"]) for check in data["checks"])
    yield sum(bool(finding["dropped_because"]) for finding in data["findings"])
    for done in data["sums"]:
        yield abs(round(done["expected"] - done["total"]))


def foreign(data: dict[str, Any], page: Element, parts: tuple[str, ...]) -> dict[str, list[str]]:
    """The numbers of each part of the page that the data do not hold."""
    known = {number for leaf in leaves(data) for number in numbers(leaf)} | {str(one) for one in counts(data)} | FIXED
    found = {part: [n for n in numbers(" ".join(by_id(page, part).itertext())) if n not in known] for part in parts}
    return {part: wrong for part, wrong in found.items() if wrong}


PARTS = ("checked", "fix", "matrix", "weights", "score", "law", "limits")


@pytest.mark.parametrize("make", EVERY)
def test_every_number_of_the_page_is_in_the_data(make: Callable[[], Scorecard]) -> None:
    """Part by part; a figure that nothing in the data gives would be an invention of the page."""
    data = to_dict(make())
    assert foreign(data, parsed(to_html(data)), PARTS) == {}


def test_every_number_of_a_real_page_is_in_the_data(samples: Path, rules: Rulebook) -> None:
    """The same for a sample that was read from its PDFs."""
    data = to_dict(pipeline.check([samples / "two-weights"], rules=rules, as_of=date(2026, 11, 22)))
    page = parsed(to_html(data))
    assert foreign(data, page, PARTS) == {}
    found = [cell for row in having(page, "mx") for cell in row.iter("td") if "s-found" in (cell.get("class") or "")]
    assert found
    assert all(list(cell.iter("a")) for cell in found)


@pytest.mark.parametrize("make", EVERY)
def test_every_evidence_id_of_the_page_is_a_finding(make: Callable[[], Scorecard]) -> None:
    """Wherever the page prints or links an evidence number, the data hold that finding."""
    data = to_dict(make())
    known = {finding["id"] for finding in data["findings"]}
    html = to_html(data)
    assert set(re.findall(r'href="#(E\d+)"', html)) <= known
    assert set(re.findall(r'id="(E\d+)"', html)) <= known
    assert set(re.findall(r"\(E\d+\)", words(by_id(parsed(html), "main")))) <= {f"({one})" for one in known}


@pytest.mark.parametrize("make", EVERY)
def test_every_found_cell_links_to_evidence_and_no_other_cell_does(make: Callable[[], Scorecard]) -> None:
    """A pill that says "found" without proof would be a claim without a source."""
    data = to_dict(make())
    page = parsed(to_html(data))
    known = {f"#{finding['id']}" for finding in data["findings"]}
    for table in having(page, "mx"):
        for cell in table.iter("td"):
            links = {link.get("href") for link in cell.iter("a")}
            state = (cell.get("class") or "").split()[0] if cell.get("class") else ""
            if state == "s-found":
                assert links
                assert links <= known
            elif state in ("s-gap", "s-after"):
                assert links == set()
