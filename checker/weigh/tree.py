"""The arithmetic of award criteria: printed numbers to percent, shares of the whole, and sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from checker.model import Sum, Weight
from checker.weigh.amount import FIXED, Amount
from checker.weigh.kinds import kind_of
from checker.weigh.schemes import PRICE, QUALITY, SOCIAL_VALUE, Entry, Scheme

TOLERANCE = 0.1
"""How far a sum may be from what it ought to make, in percent points."""

Evidence = Callable[[Entry, str], tuple[str, ...]]
"""Gives the finding ids that prove an entry of a given kind, the place of its number first."""


def near(one: float, other: float) -> bool:
    """Whether two percentages are the same but for rounding."""
    return abs(one - other) <= TOLERANCE + 1e-9


def settle(scheme: Scheme, evidence: Evidence) -> tuple[Weight, ...]:
    """A scheme's criteria as weights in percent, with bases and shares of the whole score worked out.

    The top level is of the whole when the scheme says so, or when it makes 100 and holds a price; of
    quality when the scheme says so; else its base is unstated. Children that make their parent's
    number are shares of the same base as the parent; children that make 100 are shares of the parent.
    """
    scale = _scale(scheme)
    tops = tuple(_weight(entry, scheme, scale, evidence) for entry in scheme.entries)
    tops = tuple(_with_own_total(top) for top in tops)
    return based(tops, _base(scheme, tops))


def based(tops: Sequence[Weight], base: str) -> tuple[Weight, ...]:
    """The same criteria with a base for the top level and shares of the whole down the tree.

    Arguments: `base` is overall, quality or unstated. An unstated base is read as the whole only where
    the top level makes 100, since only then is nothing left that could contain it.
    """
    whole = base == "overall" or (base == "unstated" and adds_up(tops))
    return tuple(_spread(top, base, 100.0 if whole else None) for top in tops)


def adds_up(weights: Sequence[Weight]) -> bool:
    """Whether two or more criteria all have a number and make 100."""
    numbers = [weight.percent for weight in weights]
    return len(numbers) > 1 and None not in numbers and near(sum(n for n in numbers if n is not None), 100)


def within(parent: Weight, children: Sequence[Weight]) -> Weight:
    """A criterion with sub-criteria put below it, and their shares of the whole worked out."""
    return _spread(replace(parent, children=tuple(children)), parent.base, None, parent.effective)


def _scale(scheme: Scheme) -> Callable[[Amount], float | None]:
    """How a printed number becomes a percent: as it is, or as marks of a known total."""
    amounts = [entry.amount for entry in scheme.walk() if entry.amount is not None]
    tops = [entry.amount for entry in scheme.entries]
    values = [amount.value for amount in tops if amount is not None and amount.kind == FIXED]
    total = sum(v for v in values if v is not None)
    complete = len(values) == len(tops) and len(tops) > 1
    if any(a.unit == "percent" and a.kind == FIXED for a in amounts):
        return lambda a: a.value if a.unit != "marks" else _of(a, None)
    marks = any(a.unit == "marks" for a in amounts)
    if scheme.total is not None and scheme.total > 0 and (marks or not near(scheme.total, 100)):
        return lambda a: _of(a, scheme.total)
    if complete and 0.5 < total < 1.5 and all((value or 0) <= 1 for value in values):
        # Shares of one, whether they make it or not: nobody weighs a criterion at less than one per cent.
        return lambda a: _of(a, 1.0)
    if marks:
        known = total if complete and any(entry.role == PRICE for entry in scheme.entries) else None
        return lambda a: _of(a, known)
    return lambda a: a.value


def _of(amount: Amount, total: float | None) -> float | None:
    out_of = amount.of or total
    if amount.value is None or not out_of:
        return None
    return round(100 * amount.value / out_of, 4)


def _weight(entry: Entry, scheme: Scheme, scale: Callable[[Amount], float | None], evidence: Evidence) -> Weight:
    amount = entry.amount
    kind = kind_of(amount, scheme.kind)
    percent = scale(amount) if amount is not None and amount.kind == FIXED else None
    low, high = (amount.low, amount.high) if amount is not None else (None, None)
    if kind == "policy-reference" and amount is not None and amount.kind == FIXED:
        low, percent = amount.value, None
    children = tuple(_weight(child, scheme, scale, evidence) for child in entry.children)
    return Weight(
        name=entry.name,
        percent=percent,
        unit="marks" if amount is not None and amount.unit == "marks" else "percent",
        base=entry.base or "unstated",
        kind=kind if amount is not None or not children else scheme.kind,
        lot=scheme.lot,
        low=low,
        high=high,
        is_social_value=entry.role == SOCIAL_VALUE,
        role=entry.role,
        children=children,
        evidence=evidence(entry, kind),
        printed=amount.value if amount is not None and amount.kind == FIXED and kind != "policy-reference" else None,
    )


def _with_own_total(weight: Weight) -> Weight:
    """A group without a number of its own takes the sum of what stands below it."""
    children = tuple(_with_own_total(child) for child in weight.children)
    weight = replace(weight, children=children)
    numbers = [child.percent for child in children if child.percent is not None]
    blank = weight.percent is None and weight.low is None and weight.high is None
    if blank and children and len(numbers) == len(children) and weight.kind in ("this-tender", "example"):
        total = round(sum(numbers), 4)
        return replace(weight, percent=total) if total < 100 - TOLERANCE else weight
    return weight


def _base(scheme: Scheme, tops: Sequence[Weight]) -> str:
    roles = {top.role for top in tops}
    if PRICE in roles and roles - {PRICE} and (adds_up(tops) or scheme.base != "quality"):
        settled = adds_up(tops) or any(top.kind in ("range", "placeholder") for top in tops)
        return "overall" if settled or scheme.base == "overall" else "unstated"
    return scheme.base or "unstated"


def _spread(weight: Weight, base: str, whole: float | None, effective: float | None = None) -> Weight:
    """A weight and its children with their base and effective weight.

    Arguments: `whole` is what the base makes of the whole score in percent, None where that is unknown;
    `effective` is the weight's share of the whole where it is known already.
    """
    own = base if weight.base == "unstated" else weight.base
    if own == "overall" and weight.percent is not None:
        effective = weight.percent
    elif effective is None and whole is not None and weight.percent is not None and own == base:
        effective = round(weight.percent * whole / 100, 4)
    children: tuple[Weight, ...]
    if _ambiguous(weight):
        points = None if whole is None else round((weight.children[0].percent or 0) * whole / 100, 4)
        children = (_either(weight.children[0], weight.percent or 0, points),)
    elif _inside(weight):
        below = "quality" if weight.role == QUALITY else "unstated"
        children = tuple(_spread(child, below, effective) for child in weight.children)
    else:
        children = tuple(_spread(child, own, whole) for child in weight.children)
    return replace(weight, base=own, effective=effective, children=children)


def _ambiguous(weight: Weight) -> bool:
    """Whether one lone part may be points of the whole or a share of its parent.

    "Quality 60%, of which social value 10%" is 10 or 6 of the whole.
    """
    numbers = [child for child in weight.children if child.percent is not None]
    if len(weight.children) != 1 or not numbers or weight.percent is None or weight.kind == "policy-reference":
        return False
    child = numbers[0]
    return child.base == "unstated" and (child.percent or 0) < weight.percent < 100 - TOLERANCE


def _either(child: Weight, parent: float, points: float | None) -> Weight:
    """A part with both readings of its share of the whole; `parent` in percent, `points` if it is of the whole."""
    percent = child.percent or 0.0
    whole = percent if points is None else points
    readings = tuple(dict.fromkeys((whole, round(percent * parent / 100, 4))))
    return replace(child, base="unstated", effective=None, readings=readings)


def _inside(weight: Weight) -> bool:
    """Whether the children are shares of their parent (they make 100) and not of the same whole as it."""
    numbers = [child.percent for child in weight.children if child.percent is not None]
    total = sum(numbers)
    if not numbers or weight.percent is None:
        return bool(numbers) and near(total, 100)
    if any(child.base == "quality" for child in weight.children):
        return True
    if len(weight.children) == 1 and total > weight.percent + TOLERANCE:
        return True  # A part cannot be larger than its whole, so it is a share of it.
    return abs(total - 100) < abs(total - weight.percent)


def sums_of(tops: Sequence[Weight], label: str) -> tuple[Sum, ...]:
    """Every addition in one tree of criteria: the top level to 100, children to their parent or to 100.

    Arguments: `label` names the top level. Levels with a blank, a range or only one number are left out.
    """
    sums: list[Sum] = []
    if _summable(tops) and (adds_up(tops) or any(top.role == PRICE for top in tops)):
        sums.append(_sum(label, "top-level", tops, 100.0, tops[0].lot))
    for top in tops:
        sums.extend(_below(top))
    return tuple(sums)


def _below(weight: Weight) -> list[Sum]:
    sums: list[Sum] = []
    if _summable(weight.children):
        expected = 100.0 if weight.percent is None or _inside(weight) else weight.percent
        of = "social-value" if weight.is_social_value else "other"
        sums.append(_sum(weight.name, of, weight.children, expected, weight.lot))
    for child in weight.children:
        sums.extend(_below(child))
    return sums


def _summable(weights: Sequence[Weight]) -> bool:
    fixed = [w for w in weights if w.percent is not None and w.kind in ("this-tender", "example")]
    return len(fixed) == len(weights) > 1


def _sum(label: str, of: str, weights: Sequence[Weight], expected: float, lot: str) -> Sum:
    terms = tuple(weight.percent for weight in weights if weight.percent is not None)
    total = round(sum(terms), 4)
    evidence = tuple(weight.evidence[0] for weight in weights if weight.evidence)
    return Sum(label, of, terms, total, expected, near(total, expected), evidence, lot)
