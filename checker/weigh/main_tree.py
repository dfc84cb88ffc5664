"""The award criteria in force: the best table or sentence for each lot, with what other places put below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.model import FileRole, Weight
from checker.weigh.candidates import Candidate, Settled, has_social_value, roles_at_top, top_social_value
from checker.weigh.schemes import PRICE, QUALITY
from checker.weigh.tree import adds_up, near, within

_RANK = {FileRole.ITT: 0, FileRole.EVALUATION: 0, FileRole.NOTICE: 2}


def choose(schemes: Sequence[Settled]) -> dict[str, Settled]:
    """The scheme in force for each lot, by the lot's name ("" for a tender without lots).

    A whole set of criteria that makes 100 goes before a part of one, one that names social value before
    one that does not, the instructions and evaluation files before others, the notice last.
    """
    own = [s for s in schemes if s.scheme.kind == "this-tender" and len(s.tops) > 1 and _may_lead(s)]
    best: dict[str, Settled] = {}
    for settled in sorted(own, key=_rank):
        best.setdefault(settled.scheme.lot, settled)
    named = {lot: settled for lot, settled in best.items() if lot}
    if "" in best and named:
        # Criteria for the whole tender stand beside those of single lots only where no lot has a whole set.
        whole = [settled for settled in named.values() if settled.complete]
        best = named if whole and not (best[""].complete and len(named) == 1) else {"": best[""]}
    return dict(sorted(best.items()))


def rivals(schemes: Sequence[Settled], chosen: Mapping[str, Settled]) -> list[Settled]:
    """Other places that print a whole set of criteria, with a price among them and a number for each."""
    mains = list(chosen.values())
    return [
        s
        for s in schemes
        if s.scheme.kind == "this-tender"
        and s not in mains
        and len(s.tops) > 2
        and PRICE in roles_at_top(s)
        and s.scheme.lot in ("", *chosen)
        and s.total is not None
    ]


def borrowed(tops: tuple[Weight, ...], others: Sequence[Sequence[Weight]]) -> tuple[Weight, ...]:
    """The criteria in force with the social value sub-criteria that only a rival set of criteria prints.

    The rival may give social value another weight; that is told as a conflict, not as a wrong sum.
    """
    lots = {top.lot for top in tops}
    for other in others:
        for found in top_social_value(other):
            if found.children and found.lot in ("", *lots):
                tops = tuple(_asked_below(top, found) for top in tops)
    return tops


def _may_lead(settled: Settled) -> bool:
    roles = roles_at_top(settled)
    return (PRICE in roles and len(roles) > 1) or (adds_up(settled.tops) and settled.scheme.base != "quality")


def _rank(settled: Settled) -> tuple[bool, bool, bool, int, int]:
    return (
        not settled.complete,
        PRICE not in roles_at_top(settled),
        not has_social_value(settled),
        _RANK.get(settled.scheme.document.role, 1),
        settled.order,
    )


def attach(main: Settled, others: Sequence[Settled]) -> tuple[Weight, ...]:
    """The criteria in force with the sub-criteria that other tables, lists or questions print.

    A place hangs below the criterion whose number its own numbers make; one that makes 100 hangs below
    quality, or below social value where it stands under that heading.
    """
    tops = main.tops
    for other in others:
        if other is main or other.scheme.kind != "this-tender" or len(other.tops) < 2 or PRICE in other.roles:
            continue
        if other.scheme.lot not in ("", main.scheme.lot):
            continue
        tops = _attached(tops, other)
    return tops


def with_questions(tops: tuple[Weight, ...], found: Sequence[Candidate]) -> tuple[Weight, ...]:
    """The criteria in force with the weights of single social value questions below social value.

    They hang there even when they do not add up to it, since that is what the reader must see.
    """
    for candidate in found:
        parts = candidate.weight.children
        if candidate.settled.scheme.source != "questions" or not parts:
            continue
        tops = tuple(_asked_below(top, candidate.weight) for top in tops)
    return tops


def with_parts(tops: tuple[Weight, ...], schemes: Sequence[Settled]) -> tuple[Weight, ...]:
    """The criteria in force with the parts of social value that another place prints without its number.

    They hang below it also where they do not add up to it: 4, 3 and 2 under 10 are a wrong sum, and no
    second weight of social value.
    """
    lots = {top.lot for top in tops}
    for settled in schemes:
        group = parts_of_social_value(settled)
        if group is not None and group.lot in ("", *lots):
            tops = tuple(_asked_below(top, group) for top in tops)
    return tops


def parts_of_social_value(settled: Settled) -> Weight | None:
    """The group of social value that a place divides up without giving its number, or None."""
    scheme, tops = settled.scheme, settled.tops
    if scheme.kind != "this-tender" or PRICE in settled.roles or scheme.source == "questions":
        return None
    if len(tops) == 1 and tops[0].is_social_value and tops[0].printed is None:
        group = tops[0]
    elif scheme.under_social_value and len(tops) > 1 and QUALITY not in roles_at_top(settled):
        group = replace(tops[0], name="", children=tops, is_social_value=True)
    else:
        return None
    numbers = [part.percent for part in group.children]
    return group if len(numbers) > 1 and None not in numbers else None


def _asked_below(weight: Weight, asked: Weight) -> Weight:
    if not weight.is_social_value:
        return replace(weight, children=tuple(_asked_below(child, asked) for child in weight.children))
    if weight.children or weight.percent is None or asked.lot not in ("", weight.lot):
        return weight
    total = sum(part.percent for part in asked.children if part.percent is not None)
    if not (near(total, 100) or weight.percent / 2 <= total <= 1.5 * weight.percent):
        return weight
    return within(weight, [replace(part, base="unstated", effective=None) for part in asked.children])


def _attached(tops: tuple[Weight, ...], other: Settled) -> tuple[Weight, ...]:
    total = other.total
    if total is None:
        return tops
    for n, top in enumerate(tops):
        if top.children:
            below = _attached(top.children, other)
            if below != top.children:
                return (*tops[:n], replace(top, children=below), *tops[n + 1 :])
        elif _fits(top, other, total):
            return (*tops[:n], within(top, _below(other)), *tops[n + 1 :])
    return tops


def _below(other: Settled) -> tuple[Weight, ...]:
    # Their base follows from the criterion that they now hang below.
    return tuple(replace(top, base="unstated", effective=None) for top in other.tops)


def _fits(top: Weight, other: Settled, total: float) -> bool:
    if top.percent is None:
        return False
    about = other.scheme.under_social_value or all(child.is_social_value for child in other.tops)
    if about or top.is_social_value:
        named = about or top.name.lower() in other.scheme.heading.lower()
        return top.is_social_value and named and (near(total, top.percent) or near(total, 100))
    headed = top.name.lower() in other.scheme.heading.lower()
    if near(total, 100):
        return top.role == QUALITY and not near(top.percent, 100)
    return near(total, top.percent) and (headed or top.role == QUALITY)
