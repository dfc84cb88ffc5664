"""A survey of 240 invented tenders comes to the figures that were built into them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.survey import Plan, survey
from checker.survey.figures import BARS, FIGURES

from .conftest import DAY, make
from .tables import figures, rows

from maker.tenders import Invented, truth  # isort: skip


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Invented]]:
    """The survey of 240 tenders that differ in size, files, weights, gaps and faults."""
    base = tmp_path_factory.mktemp("many")
    tenders = make(base / "tenders", 240)
    survey(str(base / "tenders"), base / "out", Plan(as_of=DAY))
    return base / "out", tenders


@pytest.fixture(scope="module")
def found(surveyed: tuple[Path, list[Invented]]) -> dict[str, Any]:
    """Its figures."""
    return figures(surveyed[0])


@pytest.fixture(scope="module")
def true(surveyed: tuple[Path, list[Invented]]) -> dict[str, Any]:
    """What they must be."""
    return truth(surveyed[1])


def test_the_six_shares_are_true(found: dict[str, Any], true: dict[str, Any]) -> None:
    """Each headline share counts the tenders that were made so, of all that can be read."""
    assert (found["tenders"], found["unreadable"]) == (240, true["unreadable"])
    assert true["unreadable"] > 3
    read = 240 - true["unreadable"]
    assert {name: (found[name]["n"], found[name]["of"]) for name in FIGURES} == {
        name: (true[name], read) for name in FIGURES
    }


def test_the_weights_are_true(found: dict[str, Any], true: dict[str, Any]) -> None:
    """Median, share of at least 10% and every bar of the histogram; the bars hold every tender."""
    weights = found["weights"]
    assert (weights["n"], weights["median"]) == (true["weights"]["n"], true["weights"]["median"])
    assert weights["at_least_10"]["n"] == true["weights"]["at_least_10"]
    assert weights["histogram"] == [
        {"label": label, "n": n} for label, n in zip(BARS, true["weights"]["histogram"], strict=True)
    ]
    assert sum(bar["n"] for bar in weights["histogram"]) == 240


def test_the_patterns_are_true(found: dict[str, Any], true: dict[str, Any]) -> None:
    """Each way in which the chain breaks is counted by themes and by tenders; all six that were built in are there."""
    assert {one["pattern"]: one["themes"] for one in found["patterns"]} == true["patterns"]
    assert {one["pattern"]: one["tenders"]["n"] for one in found["patterns"]} == true["tenders_with"]
    assert len(true["patterns"]) == 6


def test_the_groups_are_true(found: dict[str, Any], true: dict[str, Any]) -> None:
    """Tenders by buyer type, by year and by theme are as they were made, whether tenders.csv or the text tells them."""
    for kind in ("buyer_type", "year"):
        assert {group["group"]: group["tenders"] for group in found["by"][kind]} == true[kind]
    links = ("stated", "asked", "weighted", "measured", "reported", "guidance")
    by_theme = {one["theme"]: {link: one[link]["n"] for link in links} for one in found["by"]["theme"]}
    assert by_theme == true["theme"]


def test_every_tender_has_its_own_truth(surveyed: tuple[Path, list[Invented]]) -> None:
    """No error of one tender is hidden by that of another: weight, value and year of each are as they were made."""
    out, tenders = surveyed
    found = {row["name"]: row for row in rows(out, "results")}
    assert list(found) == sorted(tender.name for tender in tenders)
    for tender in tenders:
        row = found[tender.name]
        assert (row["value_gbp"], row["year"]) == (tender.value, tender.published.year)
        assert (row["status"] == "unreadable") == bool(tender.broken)
        assert row["weight"] == (None if tender.broken else tender.weight)
