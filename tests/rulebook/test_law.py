"""Law and policy in the rules: every framework is there and dated, and no two rules share a sum of money."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from checker import rulebook
from checker.cli import main
from checker.model import Threshold

RULES = rulebook.load(as_of=date(2026, 11, 22))
IDS = (
    "social-value-act",
    "ppn-06-20",
    "ppn-002",
    "ppn-026",
    "procurement-act-2023",
    "npps",
    "national-toms",
    "nhs-net-zero-social-value",
    "psr-2023",
    "wfg-act",
    "sppp-act-wales",
    "procurement-reform-scotland",
    "fair-work-first",
    "ni-ppn-01-21",
    "ppn-006",
    "ppn-009",
    "armed-forces-covenant",
    "sdgs",
    "social-value-portal",
)


def threshold(name: str) -> Threshold:
    """One threshold of the rules that ship."""
    return next(one for one in RULES.thresholds if one.id == name)


def test_every_framework_has_its_file() -> None:
    """The ids are fixed: labels, results and rules name them."""
    assert sorted(framework.id for framework in RULES.frameworks) == sorted(IDS)


def test_every_framework_says_where_its_facts_come_from_and_when_they_were_checked() -> None:
    """So that a warning can be given a year later."""
    for one in (*RULES.frameworks, *RULES.thresholds):
        assert one.checked_on is not None, one.id
        assert one.source, one.id
        assert one.basis in ("V", "V2", "M"), one.id


@pytest.mark.parametrize(
    ("name", "sum_itself", "per", "vat"),
    [
        ("pa23-key-performance-indicators", False, "total", "unstated"),
        ("ppn-026-upper-band", True, "total", "included"),
        ("ppn-006-carbon-reduction-plan", False, "year", "included"),
        ("ppn-015-payment", False, "year", "included"),
        ("nhs-carbon-reduction-plan", True, "year", "excluded"),
    ],
)
def test_the_rules_of_five_million_pounds_stay_apart(name: str, sum_itself: bool, per: str, vat: str) -> None:
    """Each counts something else, and the sum itself is enough for some only."""
    one = threshold(name)
    assert (one.pounds, one.reached_by(5_000_000), one.reached_by(5_000_001)) == (5_000_000, sum_itself, True)
    assert (one.per, one.vat) == (per, vat)


def test_the_bands_of_a_framework_take_their_limits_from_the_thresholds() -> None:
    """A sum stands in one place only."""
    band = next(one for one in RULES.frameworks if one.id == "ppn-026").bands[0]
    assert (band.from_value, band.below_value) == (
        threshold("ppn-026-lower-band").pounds,
        threshold("ppn-026-upper-band").pounds,
    )


def test_what_nobody_checked_for_a_year_is_warned_of() -> None:
    """After a year and a day, not before; a warning is no fault."""
    assert rulebook.overdue(as_of=date(2027, 11, 22)) == ()
    told = rulebook.overdue(as_of=date(2027, 11, 30))
    assert any(
        line.startswith("frameworks/ppn-002.yaml: last checked on 2026-11-22, more than a year") for line in told
    )
    assert len(told) == len(RULES.frameworks) + len(RULES.thresholds)


def test_the_warning_is_printed_and_the_check_still_passes() -> None:
    """`svcheck rules check` ends well when it only has warnings."""
    run = CliRunner().invoke(main, ["rules", "check", "--as-of", "2028-01-01"])
    assert run.exit_code == 0, run.output
    assert "Warning: frameworks/ppn-026.yaml: last checked on 2026-11-22" in run.output
