"""Facts about a procurement that the user gives: each is tried, told in one line when it is wrong, and then wins."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from checker.errors import CheckerError
from checker.model import Detected

BUYERS = ("central", "council", "nhs", "housing", "police", "fire", "education", "devolved", "other")
JURISDICTIONS = ("england", "wales", "scotland", "northern-ireland", "uk")
REGIMES = ("pa23", "pcr2015", "psr", "scotland")
_WORDS: Mapping[str, tuple[str, ...]] = {"buyer_type": BUYERS, "jurisdiction": JURISDICTIONS, "regime": REGIMES}

SUPPLIED = ("buyer_type", "jurisdiction", "commenced", "value_gbp", "regime")
"""The facts that the user may give; they win over what the text shows."""


def supplied(given: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that the user gave, tried before anything is read; they take the place of what is detected.

    Argument: `given` holds buyer_type, jurisdiction and regime (words), commenced (ISO day or a date) and value_gbp
    (pounds, VAT included); None stands for nothing given. Raises CheckerError for a fact or a value that is not known.
    """
    unknown = sorted(set(given) - set(SUPPLIED))
    if unknown:
        hint = f"The facts are {', '.join(SUPPLIED)}."
        raise CheckerError(f"Unknown fact: {', '.join(unknown)}.", hint, "unknown-fact")
    told = {name: value for name, value in given.items() if value is not None}
    return {name: Detected(_tried(name, value), "given") for name, value in told.items()}


def _tried(name: str, value: Any) -> str:
    if name == "commenced":
        return _day(value)
    if name == "value_gbp":
        return _pounds(value)
    if str(value) not in _WORDS[name]:
        raise _refused(name, value, f"It can be {', '.join(_WORDS[name])}.")
    return str(value)


def _day(value: Any) -> str:
    try:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()[:10]
    except ValueError:
        raise _refused("commenced", value, "Give a day as 2026-03-31.") from None


def _pounds(value: Any) -> str:
    try:
        pounds = float(str(value).replace(",", "").removeprefix("£"))
    except ValueError:
        pounds = math.nan
    if not math.isfinite(pounds) or pounds < 0:
        raise _refused("value_gbp", value, "Give a sum in pounds, such as 250000.")
    return f"{pounds:.0f}"


def _refused(name: str, value: Any, hint: str) -> CheckerError:
    return CheckerError(f"The fact {name} cannot be {str(value)!r}.", hint, "wrong-fact")
