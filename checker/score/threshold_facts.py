"""The contract value against the sums from which duties begin, each with its own (rules/thresholds.yaml). Pure."""

from __future__ import annotations

from checker.model import Threshold
from checker.score.case import Case
from checker.score.commencement import window
from checker.score.fact import UNKNOWN, Fact
from checker.score.floors import values_with_vat
from checker.wording import figure

_KEY_INDICATORS = "pa23-key-performance-indicators"
_COVERED = ("pa23-central", "pa23-sub-central", "pa23-light-touch", "pa23-works", "pa23-concessions")
"""The sums from which the whole of the Procurement Act 2023 applies, by buyer and by what is bought."""
_SILENT = " "
"""The words of a fact that has nothing to add to a sentence."""


def threshold_facts(case: Case) -> dict[str, Fact]:
    """Whether the value is above the thresholds of the law, and above that of section 52."""
    return {"law-threshold": _law(case), "kpi-threshold": _key_indicators(case)}


def _law(case: Case) -> Fact:
    """above and below hold whatever is bought; between, it depends on that (goods, light touch services or works)."""
    limits = [limit for limit in case.rules.thresholds if limit.id in _COVERED and _concerns(limit, case)]
    values = values_with_vat(case.context.value_gbp)
    if not limits or not values or case.context.regime.value not in (None, "pa23"):
        return Fact(UNKNOWN, "not known")
    proof = case.context.value_gbp.evidence
    if not any(limit.reached_by(value) for limit in limits for value in values):
        return Fact("below", "below the thresholds", proof)
    if all(limit.reached_by(value) for limit in limits for value in values):
        return Fact("above", "above the thresholds", proof)
    return Fact("between", "above some of the thresholds", proof)


def _concerns(limit: Threshold, case: Case) -> bool:
    """Whether a threshold may be that of this buyer, place and day; what is not known rules nothing out."""
    buyer, place = case.context.buyer_type.value, case.context.jurisdiction.value
    if buyer is not None and limit.buyers and buyer not in limit.buyers:
        return False
    if place is not None and limit.jurisdictions and place not in limit.jurisdictions:
        return False
    return window(case.context, case.rules).within(limit.applies_from, limit.applies_until) is not False


def _key_indicators(case: Case) -> Fact:
    """Whether section 52 of the Procurement Act 2023 asks for key performance indicators, and what it says then."""
    limit = next((one for one in case.rules.thresholds if one.id == _KEY_INDICATORS), None)
    values = values_with_vat(case.context.value_gbp)
    if limit is None or not values or case.context.regime.value != "pa23":
        return Fact(UNKNOWN, _SILENT)
    if not limit.reached_by(values[0]):
        return Fact("below", _SILENT, case.context.value_gbp.evidence)
    words = f"The value of £{figure(values[0])} is above the sum from which a rule begins: {limit.title}."
    return Fact("above", words, case.context.value_gbp.evidence)
