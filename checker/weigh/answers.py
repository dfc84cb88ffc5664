"""Which questions answer the social value criterion, by their numbers, and what each of them weighs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.model import Weight
from checker.weigh.codes import same_code
from checker.weigh.schemes import SOCIAL_VALUE, Scheme
from checker.weigh.units import Unit

_LINE = 14
"""A line that only speaks of a question has no more words than this."""


def known_codes(units: Iterable[Unit]) -> frozenset[str]:
    """The numbers with which the questions of a pack begin; a line such as "Question 3: 400 words" is no question."""
    return frozenset(code for unit in units if _length(unit) > _LINE for code in unit.codes)


def _length(unit: Unit) -> int:
    return sum(len(block.text.split()) for block in unit.blocks)


def social_value_codes(schemes: Iterable[Scheme], units: Sequence[Unit]) -> frozenset[str]:
    """The numbers of the questions that answer the social value criterion ("ms7", "t6")."""
    codes: set[str] = set()
    known = known_codes(units)
    for scheme in schemes:
        for entry in scheme.walk():
            if entry.role == SOCIAL_VALUE:
                codes.update(same_code(code, known) for below in entry.walk() for code in below.codes)
    for unit in units:
        if unit.social_value and len(unit.codes) == 1:
            codes.update(unit.codes)
    return frozenset(codes)


def weights_by_code(schemes: Iterable[Scheme], weight: Weight | None, known: frozenset[str]) -> dict[str, Weight]:
    """The weight of each social value question by its number; "" stands for one without a number.

    A question whose number stands beside a sub-criterion has that weight. Where social value has no
    sub-criteria, its questions share the whole. Arguments: `known` are the numbers with which questions begin.
    """
    if weight is None:
        return {}
    places = {child.evidence[0]: child for child in weight.children if child.evidence}
    found: dict[str, Weight] = {}
    for scheme in schemes:
        for entry in scheme.walk():
            place = f"{entry.spot.block.id}:{entry.spot.start}-{entry.spot.end}:"
            child = next((w for ident, w in places.items() if ident.startswith(place)), None)
            whole_ = weight if not weight.children and entry.role == SOCIAL_VALUE else None
            if child is not None or whole_ is not None:
                found.update(dict.fromkeys((same_code(code, known) for code in entry.codes), child or weight))
    if not weight.children:
        found.setdefault("", weight)
    return found
