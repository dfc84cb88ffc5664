"""The minimum weight that binds a buyer, by its kind, place, contract value and the day the procurement commenced."""

from __future__ import annotations

from datetime import date

import pytest

from checker import rulebook as rules_of
from checker.model import Context, Detected, KeyDate, Rulebook
from checker.score.floors import BUYER, DAY, PLACE, VALUE, floors
from checker.score.framework_facts import framework_facts

from .making import case, weighed, weight

CORE: Rulebook = rules_of.load(as_of=date(2026, 11, 22))


def context(
    buyer: str | None = None,
    place: str | None = None,
    day: str | None = None,
    value: str | None = None,
    regime: str | None = None,
    confidence: str = "high",
) -> Context:
    """What is known about a procurement."""
    facts = (Detected(one, confidence if one else "none") for one in (buyer, place, day, value, regime))
    return Context(*facts)


@pytest.mark.parametrize(
    ("known", "binding"),
    [
        (context("nhs", "england", "2026-05-04"), {"nhs-net-zero-social-value": 10}),
        (context("nhs", "england", "2026-05-04", regime="psr"), {}),
        (context("nhs", "wales", "2026-05-04"), {}),
        (context("central", "england", "2024-05-04", "3000000"), {"ppn-06-20": 10}),
        (context("central", "england", "2025-11-17", "3000000"), {"ppn-002": 10}),
        (context("central", "uk", "2025-05-05", "3000000"), {"ppn-002": 10, "ppn-06-20": 10}),
        (context("central", "england", "2026-12-31", "9000000"), {"ppn-002": 10}),
        (context("central", "england", "2027-01-01", "900000", confidence="given"), {}),
        (context("central", "england", "2027-01-01", "1000000", confidence="given"), {"ppn-026": 10}),
        (context("central", "england", "2027-01-01", "4999999", confidence="given"), {"ppn-026": 10}),
        (context("central", "england", "2027-01-01", "5000000", confidence="given"), {"ppn-026": 20}),
        (context("central", "england", "2026-05-04", "100000"), {}),
        (context("devolved", "northern-ireland", "2026-05-04", "2000000"), {"ni-ppn-01-21": 10}),
        (context("council", "england", "2026-05-04", "9000000"), {}),
        (context("police", "england", "2026-05-04", "9000000"), {}),
        (context("central", "scotland", "2026-05-04", "9000000"), {}),
    ],
)
def test_each_buyer_has_the_floor_of_its_day_and_value(known: Context, binding: dict[str, float]) -> None:
    """The table of who is bound, from when and by how much; nothing is missing where everything is known."""
    found = floors(known, CORE)
    assert {floor.framework.id: floor.band.percent for floor in found.binding} == binding
    assert found.missing == ()


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        (context(), {BUYER, PLACE, DAY, VALUE}),
        (context("council"), set()),
        (context("nhs", "england"), {DAY}),
        (context("nhs", day="2026-05-04"), {PLACE}),
        (context("central", "england", "2027-02-01"), {VALUE}),
        (context("central", "england", value="3000000"), {DAY}),
    ],
)
def test_what_must_be_known_is_named(known: Context, missing: set[str]) -> None:
    """Only facts that could make a floor bind are asked for."""
    found = floors(known, CORE)
    assert set(found.missing) == missing
    assert found.binding == ()


def test_a_value_that_may_leave_out_vat_is_tried_both_ways() -> None:
    """£4.5 million without VAT is £5.4 million with it, on the other side of a limit; a given value has it."""
    assert floors(context("central", "england", "2027-02-01", "4500000"), CORE).missing == (VALUE,)
    given = floors(context("central", "england", "2027-02-01", "4500000", confidence="given"), CORE)
    assert [floor.band.percent for floor in given.binding] == [10]


def test_the_law_and_the_deadlines_narrow_the_day() -> None:
    """A tender under the Act of 2023 that closes in May 2026 began under PPN 002, whichever day it was."""
    deadline = (KeyDate("submission", "2026-05-08 12 noon"),)
    known = context("central", "england", None, "3000000", "pa23")
    dated = Context(known.buyer_type, known.jurisdiction, known.commenced, known.value_gbp, known.regime, deadline)
    assert [floor.framework.id for floor in floors(dated, CORE).binding] == ["ppn-002"]


@pytest.mark.parametrize(
    ("known", "changes", "answer"),
    [
        (context("nhs", "england", "2026-05-04"), {}, "met"),
        (context("nhs", "england", "2026-05-04"), {"percent": 5.0, "effective": 5.0}, "short"),
        (context("nhs", "england", "2026-05-04"), {"base": "quality", "effective": 6.0}, "short-unsure"),
        (context("nhs", "england", "2026-05-04"), {"effective": None}, "open"),
        (context("nhs", "england", "2026-05-04"), {"effective": None, "readings": (6.0, 10.0)}, "open"),
        (context("nhs", "england", "2026-05-04"), {"effective": None, "readings": (4.0, 8.0)}, "short"),
        (context("central", "england", "2024-05-04", "3000000"), {"percent": 5.0, "effective": 5.0}, "short"),
        (context("central", "england", "2025-11-17", "3000000"), {"percent": 5.0, "effective": 5.0}, "short-unsure"),
        (context("central", "england", "2027-02-01", "9000000"), {}, "short-unsure"),
        (context("council", "england", "2026-05-04"), {"percent": 1.0, "effective": 1.0}, "not-bound"),
        (context(), {}, "unknown"),
    ],
)
def test_a_shortfall_is_sure_only_when_its_source_is(known: Context, changes: dict[str, object], answer: str) -> None:
    """A floor from second-hand sources, or one that an exception may lift, gives no sure shortfall."""
    tender = case(weighing=weighed(weight(**changes)), context=known, rules=CORE)
    fact = framework_facts(tender)["floor-test"]
    assert fact.value == answer
    assert fact.words.endswith(".")
