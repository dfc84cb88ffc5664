"""Numbers without a sign that a sentence itself shows to be weights: 0.40 and 0.60, or 600 and 400 out of 1,000."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.weigh.amount import FIXED, Amount
from checker.weigh.words import Words
from checker.wording import find_numbers

_DECIMAL = re.compile(r"(?<![\w.,/£-])0?\.\d{1,4}(?![\w%/]|\s?(?:%|per\s?cent)|[.,]\d)")
_LEAD = 24
"""So many letters before a number tell that it is the total."""


def has_decimals(text: str) -> bool:
    """Whether a text holds a number below one that is written as a decimal, such as 0.40."""
    return _DECIMAL.search(text) is not None


def decimals(text: str) -> list[Amount]:
    """The shares of a sentence that are written as decimals, when they make 1; else nothing."""
    found = [Amount(m.start(), m.end(), FIXED, "bare", float(m[0]), of=1.0) for m in _DECIMAL.finditer(text)]
    total = sum(amount.value or 0.0 for amount in found)
    return found if len(found) > 1 and abs(total - 1) < 0.0005 else []


def last_decimal(text: str) -> Amount | None:
    """The one decimal of a line such as "Price: 0.40", which only its neighbours show to be a weight."""
    found = list(_DECIMAL.finditer(text))
    if len(found) != 1:
        return None
    return Amount(found[0].start(), found[0].end(), FIXED, "bare", float(found[0][0]), of=1.0)


def out_of_total(text: str, found: Sequence[Amount], words: Words) -> list[Amount]:
    """The amounts of a sentence without the total that they are out of, which each of them keeps.

    "1,000 points: 600 for quality, 300 for price and 100 for social value" holds three amounts of 1,000;
    numbers without a sign count there when they make the total.
    """
    total = next((a for a in found if a.unit == "marks" and a.of is None and _is_total(text, a, words)), None)
    if total is None or not total.value:
        return list(found)
    rest = [a for a in found if a is not total]
    bare = [
        Amount(n.start, n.end, FIXED, "marks", n.value, of=total.value)
        for n in find_numbers(text)
        if n.unit == "count" and not any(n.start < a.end and a.start < n.end for a in found)
    ]
    both = sorted([*(replace(a, of=total.value) for a in rest if a.unit == "marks"), *bare], key=lambda a: a.start)
    if len(both) > 1 and abs(sum(a.value or 0.0 for a in both) - total.value) < 0.01:
        return both
    return rest if any(a.unit == "marks" for a in rest) else list(found)


def _is_total(text: str, amount: Amount, words: Words) -> bool:
    before = text[max(0, amount.start - _LEAD) : amount.start].rstrip(" :=-(")
    hits = words.find("total_leads", before)
    return bool(hits) and hits[-1].end == len(before)
