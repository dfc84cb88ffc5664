"""Which minimum weight of social value binds a buyer, by its kind, place, contract value and the day it began. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Context, Detected, Framework, Rulebook, WeightBand
from checker.score.commencement import in_time, window

BUYER = "the kind of buyer"
PLACE = "the part of the United Kingdom"
VALUE = "the contract value with VAT"
DAY = "the day on which the procurement commenced"
WITH_VAT = 1.2
"""A value read from a text may leave out VAT of 20%; a value given by the user includes it."""


@dataclass(frozen=True, slots=True)
class Floor:
    """A minimum weight that binds this procurement, and the framework that sets it."""

    framework: Framework
    band: WeightBand


@dataclass(frozen=True, slots=True)
class Floors:
    """The minimum weights that bind a procurement, and the facts without which others cannot be told."""

    binding: tuple[Floor, ...] = ()
    missing: tuple[str, ...] = ()


def floors(context: Context, rules: Rulebook) -> Floors:
    """Every floor that surely binds, and what must be known before the rest can be told."""
    sure: list[Floor] = []
    missing: list[str] = []
    for framework in rules.frameworks:
        for band in framework.bands:
            needs = _needs(framework, band, context, rules)
            if needs is None:
                continue
            if needs:
                missing.extend(needs)
            else:
                sure.append(Floor(framework, band))
    return Floors(tuple(sure), tuple(fact for fact in (BUYER, PLACE, DAY, VALUE) if fact in missing))


def _needs(framework: Framework, band: WeightBand, context: Context, rules: Rulebook) -> tuple[str, ...] | None:
    """The facts that are missing to tell whether a band binds: none when it does, None when it surely does not."""
    if context.regime.value in framework.regimes_not:
        return None
    answers = {
        BUYER: _one_of(context.buyer_type, framework.buyers),
        PLACE: _one_of(context.jurisdiction, framework.jurisdictions),
        DAY: in_time(framework, window(context, rules)),
        VALUE: _in_band(context.value_gbp, band),
    }
    if any(answer is False for answer in answers.values()):
        return None
    return tuple(fact for fact, answer in answers.items() if answer is None)


def _one_of(fact: Detected, allowed: Sequence[str]) -> bool | None:
    if not allowed:
        return True
    return None if fact.value is None else fact.value in allowed


def _in_band(fact: Detected, band: WeightBand) -> bool | None:
    if band.from_value is None and band.below_value is None:
        return True
    answers = {_holds(band, value) for value in values_with_vat(fact)}
    return answers.pop() if len(answers) == 1 else None


def _holds(band: WeightBand, value: float) -> bool:
    low = band.from_value is None or value >= band.from_value
    return low and (band.below_value is None or value < band.below_value)


def values_with_vat(fact: Detected) -> tuple[float, ...]:
    """What the contract value may be in pounds with VAT: none when unknown, two when VAT may have been left out."""
    try:
        value = float(fact.value) if fact.value else None
    except ValueError:
        value = None
    if value is None:
        return ()
    return (value,) if fact.confidence == "given" else (value, value * WITH_VAT)
