"""Trees of award criteria as hypothesis makes them, and what a careful reader would say of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from checker.model import Weighing, Weight

PRICE, QUALITY, SOCIAL_VALUE, OTHER = "price", "quality", "social-value", "other"
TOPS = {
    PRICE: ("Price", "Commercial", "Whole life cost", "Pricing"),
    QUALITY: ("Quality", "Technical", "Method statement", "Technical merit", "Quality and service"),
    SOCIAL_VALUE: ("Social value", "Community benefits", "Net zero and social value", "Social Value"),
    OTHER: (
        "Implementation",
        "Contract management",
        "Mobilisation",
        "Presentation of the plan to residents of all parks",
    ),
}
PARTS = {
    PRICE: ("Price of the basket", "Hourly rates", "Price for extra works", "Start-up costs"),
    QUALITY: ("Delivery plan", "Safety", "Skills and training of the team", "Complaints", "Innovation"),
    SOCIAL_VALUE: ("Local jobs", "Fair work", "Carbon reduction plan", "Support for small firms"),
    OTHER: ("Timetable", "Handover", "Governance", "Reviews"),
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion as it is printed: its number is a percentage of the whole, or of its parent (`of_parent`)."""

    name: str
    role: str
    number: float
    children: tuple[Criterion, ...] = ()
    of_parent: bool = False


@dataclass(frozen=True, slots=True)
class Lot:
    """The criteria of one lot; a tender without lots is one lot without a name."""

    name: str
    tops: tuple[Criterion, ...]


@st.composite
def shares(draw: st.DrawFn, whole: float, count: int, step: float) -> tuple[float, ...]:
    """Numbers of a given step that make a whole."""
    units = round(whole / step)
    cuts = sorted(draw(st.lists(st.integers(1, units - 1), min_size=count - 1, max_size=count - 1, unique=True)))
    return tuple(round((b - a) * step, 4) for a, b in zip([0, *cuts], [*cuts, units], strict=True))


@dataclass(frozen=True, slots=True)
class Outline:
    """The names of a tree, before it has numbers."""

    name: str
    role: str
    parts: tuple[tuple[str, str], ...] = ()


@st.composite
def outlines(draw: st.DrawFn, parents: int = 2) -> tuple[Outline, ...]:
    """Two to five criteria, one of them a price, with two to four parts under some of them."""
    roles = [PRICE, QUALITY, *draw(st.sampled_from([(SOCIAL_VALUE,), (), (SOCIAL_VALUE, OTHER), (OTHER, OTHER)]))]
    if len(roles) < 5 and draw(st.booleans()):
        roles.insert(1, QUALITY)
    roles = draw(st.permutations(roles))
    made: list[Outline] = []
    used: set[str] = set()
    for role in roles:
        name = draw(st.sampled_from([name for name in TOPS[role] if name.lower() not in used]))
        used.add(name.lower())
        wanted = draw(st.sampled_from((0, 2, 3, 4))) if parents > 0 else 0
        parents -= wanted > 0
        names = draw(st.permutations(PARTS[role]))[:wanted]
        made.append(Outline(name, role, tuple((part, PRICE if role == PRICE else OTHER) for part in names)))
    return _with_social_value_below(draw, made)


def _with_social_value_below(draw: st.DrawFn, made: list[Outline]) -> tuple[Outline, ...]:
    """Social value among the parts of quality, where it is no criterion by itself."""
    at = next((n for n, one in enumerate(made) if one.role == QUALITY and one.parts), None)
    if at is not None and all(one.role != SOCIAL_VALUE for one in made) and draw(st.booleans()):
        parts = (*made[at].parts[:-1], ("Social value", SOCIAL_VALUE))
        made[at] = Outline(made[at].name, QUALITY, parts)
    return tuple(made)


@st.composite
def lots(draw: st.DrawFn, most: int = 1, least: int = 1, parents: int = 2, marks: bool = False) -> tuple[Lot, ...]:
    """The criteria of a tender: the same names for every lot, other numbers for each.

    Arguments: `marks` keeps to numbers that turn into whole marks, and to parts of the whole.
    """
    outline = draw(outlines(parents))
    count = draw(st.integers(least, most))
    names = [f"Lot {n}" for n in range(1, count + 1)] if count > 1 else [""]
    of_parent = not marks and draw(st.booleans())
    step = 5.0 if marks else draw(st.sampled_from((5.0, 2.5)))
    made = []
    for name in names:
        numbers = draw(shares(100, len(outline), step))
        tops = []
        for top, number in zip(outline, numbers, strict=True):
            parts: Sequence[float] = ()
            if top.parts:
                size = (100, 5.0) if of_parent else (number, 1.0 if marks else 0.5)
                parts = draw(shares(size[0], len(top.parts), size[1]))
            below = tuple(Criterion(*part, share) for part, share in zip(top.parts, parts, strict=True))
            tops.append(Criterion(top.name, top.role, number, below, of_parent))
        made.append(Lot(name, tuple(tops)))
    return tuple(made)


def expected(made: Sequence[Lot]) -> dict[str, Any]:
    """What a careful reader makes of the criteria of a tender."""
    return {
        "tree": [_told(top, lot.name, "overall", top.number) for lot in made for top in lot.tops],
        "sums": sorted(
            (lot.name, total, True)
            for lot in made
            for total in (100.0, *(_total(top) for top in lot.tops if top.children))
        ),
        "social value": next(
            (
                told[:-1]
                for top in made[0].tops
                for told in _walk(_told(top, made[0].name, "overall", top.number))
                if told[5]
            ),
            None,
        ),
        "conflicts": 0,
    }


def _total(top: Criterion) -> float:
    return 100.0 if top.of_parent else top.number


def _told(one: Criterion, lot: str, base: str, effective: float) -> tuple[Any, ...]:
    below: list[tuple[Any, ...]] = []
    for child in one.children:
        if one.of_parent:
            inner = "quality" if one.role == QUALITY else "unstated"
            below.append(_told(child, lot, inner, round(child.number * effective / 100, 4)))
        else:
            below.append(_told(child, lot, base, child.number))
    return (one.name, lot, one.number, base, effective, one.role == SOCIAL_VALUE, below)


def _walk(told: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    return [told, *(inner for child in told[-1] for inner in _walk(child))]


def found(weighing: Weighing) -> dict[str, Any]:
    """What was read, in the same words as `expected`."""
    sv = weighing.social_value
    return {
        "tree": [_read(top) for top in weighing.tree],
        "sums": sorted((done.lot, done.expected, done.ok) for done in weighing.sums),
        "social value": _read(sv)[:-1] if sv is not None else None,
        "conflicts": len(weighing.conflicts),
    }


def _read(weight: Weight) -> tuple[Any, ...]:
    below = [_read(child) for child in weight.children]
    return (weight.name, weight.lot, weight.percent, weight.base, weight.effective, weight.is_social_value, below)
