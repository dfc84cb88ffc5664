"""Facts in words: weights, sums, limits and lists as a report says them."""

from __future__ import annotations

from checker.model import Limit, Sum, Weight
from checker.wording import figure

_OF_BASE = {"overall": " of the overall score", "quality": " of the quality score"}


def times(number: int) -> str:
    """How often: "once", "3 times"."""
    return "once" if number == 1 else f"{number} times"


def percent(value: float) -> str:
    """A percentage: "7.5%"."""
    return f"{figure(value)}%"


def amount(weight: Weight) -> str:
    """How much a weight is: "10%", "15 marks", "10% to 30%", "a minimum of 10%" or "a blank"."""
    unit = " marks" if weight.unit == "marks" else "%"
    if weight.low is not None and weight.high is not None:
        return f"{figure(weight.low)}{unit} to {figure(weight.high)}{unit}"
    if weight.low is not None:
        return f"a minimum of {figure(weight.low)}{unit}"
    if weight.high is not None:
        return f"up to {figure(weight.high)}{unit}"
    value = weight.printed if weight.unit == "marks" and weight.printed is not None else weight.percent
    return "a blank" if value is None else f"{figure(value)}{unit}"


def weight_in_words(weight: Weight) -> str:
    """A weight with what it is a share of: "10% of the overall score", "15 marks (lot 2)"."""
    blank = weight.percent is None and weight.low is None and weight.high is None
    base = "" if blank or weight.unit == "marks" else _OF_BASE.get(weight.base, "")
    lot = f" ({weight.lot})" if weight.lot else ""
    return f"{amount(weight)}{base}{lot}"


def sum_in_words(addition: Sum) -> str:
    """An addition as printed in the report: "40 + 50 + 10 = 100", "4 + 3 + 2 = 9, not 10"."""
    terms = " + ".join(figure(term) for term in addition.terms)
    wrong = "" if addition.ok else f", not {figure(addition.expected)}"
    lot = f" ({addition.lot})" if addition.lot else ""
    return f"{terms} = {figure(addition.total)}{wrong}{lot}"


def limit_in_words(limit: Limit) -> str:
    """A limit on an answer: "750 words"."""
    unit = limit.unit.removesuffix("s") if limit.value == 1 else limit.unit
    return f"{figure(limit.value)} {unit}"
