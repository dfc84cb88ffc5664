"""What the buyer has settled for itself, as its own rule pack says it (`authority:` in pack.yaml). Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Detected, Priority, Rulebook
from checker.score.case import Case
from checker.score.fact import NONE, UNKNOWN, Fact
from checker.score.floors import values_with_vat
from checker.score.phrasing import percent
from checker.wording import figure, listed

_SILENT = " "
"""The words of a fact that has nothing to add to a sentence."""
_COLUMNS = ("stated", "asked")
"""Where a tender names a priority to bidders."""


def authority_facts(case: Case, rows: Sequence[Priority]) -> dict[str, Fact]:
    """The facts that compare a tender with the buyer's own policy; without a profile there is nothing to compare."""
    own = profile(case.rules)
    name = own.get("name") or "the buyer"
    return {
        "authority-min-weight": _from_its_value(own, "min_weight", case.context.value_gbp),
        "authority-max-measures": _from_its_value(own, "max_measures", case.context.value_gbp),
        "authority-test": _weight_test(own, name, case),
        **_priorities(own, name, case.rules, rows),
    }


def profile(rules: Rulebook) -> Mapping[str, str]:
    """The buyer's own figures: those of the last pack that has any."""
    return next((pack.authority for pack in reversed(rules.packs) if pack.authority), {})


def _from_its_value(own: Mapping[str, str], key: str, value: Detected) -> Fact:
    """A figure of the buyer's own policy, where the contract is large enough for it."""
    if key not in own:
        return Fact(NONE, NONE)
    reached = _reached(own, key, value)
    if reached is None:
        return Fact(UNKNOWN, "not known, since the contract value is not")
    return Fact(float(own[key]), figure(float(own[key]))) if reached else Fact(NONE, NONE)


def _reached(own: Mapping[str, str], key: str, value: Detected) -> bool | None:
    limit = own.get(f"threshold.{key}")
    if limit is None:
        return True
    answers = {pounds >= float(limit) for pounds in values_with_vat(value)}
    return answers.pop() if len(answers) == 1 else None


def _weight_test(own: Mapping[str, str], name: str, case: Case) -> Fact:
    """The weight of this tender against the buyer's own minimum."""
    least = _from_its_value(own, "min_weight", case.context.value_gbp)
    if least.value == NONE:
        return Fact(NONE, _SILENT)
    policy = f"The own minimum of {name} is {percent(float(own['min_weight']))} of the whole score."
    weight = case.weighing.social_value
    if least.value == UNKNOWN or weight is None or weight.effective is None:
        lack = "the contract value" if least.value == UNKNOWN else "the share of the whole score"
        return Fact(UNKNOWN, f"{policy} To compare with it, {lack} must be known.")
    short = weight.effective < float(least.value)
    return Fact("short" if short else "met", policy, weight.evidence)


def _priorities(own: Mapping[str, str], name: str, rules: Rulebook, rows: Sequence[Priority]) -> dict[str, Fact]:
    """The buyer's own priorities that the tender states or asks about, and those that it does not."""
    wanted = [theme for theme in own.get("priorities", "").split(", ") if theme]
    named = {row.theme for row in rows if any(row.cells[column].evidence for column in _COLUMNS)}
    titles = {theme.id: theme.title for theme in rules.themes}
    missing = [titles.get(theme, theme) for theme in wanted if theme not in named]
    words = f"Of the own priorities of {name}, not found here: {listed(missing)}." if missing else _SILENT
    found = float(len(wanted) - len(missing))
    return {
        "authority-priorities-found": Fact(found, figure(found)) if wanted else Fact(NONE, NONE),
        "authority-priorities-missing": Fact(float(len(missing)), words),
    }
