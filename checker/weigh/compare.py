"""The weight of social value that counts, and the places that contradict it, like compared with like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.model import FileRole, Weight
from checker.weigh.candidates import Candidate, is_part, top_social_value
from checker.weigh.schemes import QUALITY
from checker.weigh.tree import adds_up, near

_LATE = (FileRole.NOTICE, FileRole.CONTRACT, FileRole.SPECIFICATION, FileRole.GUIDANCE, FileRole.OTHER)


def with_context(weight: Weight, tops: Sequence[Weight]) -> Weight:
    """A weight that stands alone, read together with the criteria in force.

    "10% of quality" counts as 10% of what quality carries. A number without a base is ambiguous where
    the criteria make 100 without it: it may be points of the whole or a share of quality.
    """
    if weight.percent is None or weight.effective is not None or weight.readings:
        return weight
    quality = sum(top.percent for top in tops if top.role == QUALITY and top.percent is not None)
    if weight.base == "quality":
        return replace(weight, effective=round(weight.percent * quality / 100, 4)) if quality else weight
    if any(True for _ in top_social_value(tops)) or not tops:
        return replace(weight, effective=weight.percent if weight.base == "overall" or not tops else None)
    if weight.base == "unstated" and quality and adds_up(tops):
        return replace(weight, readings=_readings(weight.percent, quality))
    return weight


def _readings(percent: float, quality: float) -> tuple[float, ...]:
    return tuple(dict.fromkeys((percent, round(percent * quality / 100, 4))))


def choose_weight(found: Sequence[Candidate], trees: Mapping[str, Sequence[Weight]]) -> dict[str, Weight]:
    """This tender's weight of social value for each lot, by the lot's name.

    The criteria in force decide; where they do not name social value, the first place that states its
    weight does, instructions and evaluation files before notices and others.
    """
    chosen: dict[str, Weight] = {}
    for lot, tops in trees.items():
        joined = [c.weight for c in found if c.weight.lot == lot and _in_tree(c.weight, tops)]
        inside = joined or list(top_social_value(tops))
        fixed = [w for w in inside if w.percent is not None and w.kind == "this-tender"]
        if fixed:
            chosen[lot] = _as_in(fixed[0], tops)
    own = [c for c in found if c.weight.kind == "this-tender" and (c.weight.percent is not None or c.weight.printed)]
    for candidate in sorted(own, key=_rank):
        lot = candidate.weight.lot
        if lot in chosen or (chosen and not lot) or (lot and "" in chosen):
            continue
        if any(is_part(candidate, weight) for weight in chosen.values()):
            continue
        chosen[lot] = with_context(_with_base(candidate.weight, own), trees.get(lot, trees.get("", ())))
    return chosen


def _with_base(weight: Weight, own: Sequence[Candidate]) -> Weight:
    """A weight without a base takes that of another place that gives the same number, where all that have one agree."""
    if weight.base != "unstated" or weight.readings:
        return weight
    same = [
        c.weight
        for c in own
        if c.weight.lot == weight.lot and c.weight.percent == weight.percent and c.weight.base != "unstated"
    ]
    if len({other.base for other in same}) != 1 or weight.children:
        return weight
    return replace(weight, base=same[0].base, effective=same[0].effective)


def _in_tree(weight: Weight, tops: Sequence[Weight]) -> bool:
    places = {ident for top in top_social_value(tops) for ident in top.evidence}
    return bool(set(weight.evidence) & places)


def _as_in(weight: Weight, tops: Sequence[Weight]) -> Weight:
    """The weight as it stands in the tree, where sub-criteria from other places may hang below it."""
    same = [w for w in top_social_value(tops) if w.evidence and w.evidence[0] in weight.evidence]
    return same[0] if len(same) == 1 else weight


def _rank(candidate: Candidate) -> tuple[bool, bool, int]:
    part = candidate.settled.scheme.source == "questions" and not candidate.weight.children
    return (candidate.settled.scheme.document.role in _LATE, part, candidate.settled.order)


def conflicts(
    found: Sequence[Candidate], chosen: Mapping[str, Weight], trees: Mapping[str, Sequence[Weight]]
) -> tuple[Weight, ...]:
    """The places that give social value another weight than the one that counts.

    Each different number is told once for each file. Policy floors, examples, ranges and parts of the
    criterion contradict nothing.
    """
    told: dict[tuple[str, float], Weight] = {}
    for candidate in found:
        weight = candidate.weight
        if weight.kind != "this-tender" or weight.percent is None:
            continue
        rivals = [chosen[weight.lot]] if weight.lot in chosen else list(chosen.values())
        if not rivals or any(is_part(candidate, rival) for rival in rivals):
            continue
        read = with_context(weight, trees.get(weight.lot, trees.get("", ())))
        if any(_agree(read, rival) for rival in rivals):
            continue
        told.setdefault((candidate.settled.scheme.document.name, weight.percent), read)
    return tuple(told.values())


def _agree(one: Weight, other: Weight) -> bool:
    """Whether two places can both be right: the same number, or the same share of the whole."""
    if one.percent is None or other.percent is None or near(one.percent, other.percent):
        return True
    effective = [w for w in (one.effective, other.effective) if w is not None]
    if len(effective) == 2 and near(effective[0], effective[1]):
        return True
    if any(near(r, e) for r in (*one.readings, *other.readings) for e in effective):
        return True
    return len(effective) < 2 and "quality" in (one.base, other.base) and one.base != other.base
