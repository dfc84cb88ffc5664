"""The facts about weights: what social value carries, of what, in how many versions, and whether it adds up."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Sum, Weight
from checker.score.case import Case
from checker.score.fact import NONE, UNKNOWN, Fact, yes_no
from checker.score.phrasing import amount, percent, sum_in_words, weight_in_words
from checker.wording import listed

_BEST_KIND = ("this-tender", "range", "placeholder", "example", "policy-reference")
"""The kinds of weight, the one that says most about this tender first."""


def weight_facts(case: Case) -> dict[str, Fact]:
    """The facts about the weight of social value: weight, unit, base, effective and weight-values."""
    weight = _best_weight(case)
    if weight is None:
        nothing = Fact(NONE, NONE)
        return {
            "weight": Fact(NONE, "no weight"),
            "unit": nothing,
            "base": nothing,
            "effective": Fact(UNKNOWN, "not known"),
            "weight-values": Fact(0.0, NONE),
        }
    values = _different_values(case)
    effective = weight.effective
    proof = weight.evidence
    own = weight.kind == "this-tender"
    return {
        "weight": Fact(weight.kind, weight_in_words(weight), proof),
        "unit": Fact(weight.unit if own else NONE, weight.unit if own else NONE, proof if own else ()),
        "base": Fact(weight.base if own else NONE, _base_in_words(weight), proof if own else ()),
        "effective": (
            Fact(effective, percent(effective), proof) if effective is not None else Fact(UNKNOWN, "not known")
        ),
        "weight-values": Fact(
            float(len(values)),
            listed([amount(value) for value in values]) or NONE,
            tuple(dict.fromkeys(ref for value in values for ref in value.evidence)),
        ),
    }


def _best_weight(case: Case) -> Weight | None:
    """The weight that says most: this tender's own, else a range, a blank, an example, a policy minimum."""
    weighed = case.weighing.social_value
    seen = [
        weight for weight in (*((weighed,) if weighed else ()), *case.weighing.mentions) if weight.kind in _BEST_KIND
    ]
    return min(seen, key=lambda weight: _BEST_KIND.index(weight.kind), default=None)


def _different_values(case: Case) -> list[Weight]:
    """The different weights that the files give social value, each once, the one that counts first."""
    best = case.weighing.social_value
    if best is None or best.kind != "this-tender":
        return []
    return list({amount(weight): weight for weight in reversed((best, *case.weighing.conflicts))}.values())[::-1]


def _base_in_words(weight: Weight) -> str:
    return {"overall": "the overall score", "quality": "the quality score"}.get(
        weight.base, "a total that is not named"
    )


def _sum(case: Case, of: str, otherwise: str) -> Fact:
    sums = [addition for addition in case.weighing.sums if addition.of == of]
    if not sums:
        return Fact(otherwise, "no sum")
    wrong = [addition for addition in sums if not addition.ok]
    shown: Sequence[Sum] = wrong or sums
    return Fact(
        "conflict" if wrong else "ok",
        "; ".join(sum_in_words(addition) for addition in shown),
        tuple(dict.fromkeys(ref for addition in shown for ref in addition.evidence)),
    )


def ranked_fact(case: Case) -> Fact:
    """Whether social value is ranked among the criteria by importance, without a number."""
    proof = tuple(dict.fromkeys(ref for ranking in case.weighing.rankings for ref in ranking.evidence))
    return yes_no(bool(case.weighing.rankings), proof)


def sum_facts(case: Case) -> dict[str, Fact]:
    """Whether the main weights make 100 and the parts of social value their total: top-sum and sub-sum."""
    weighed = case.weighing.social_value
    parts = UNKNOWN if weighed and weighed.children else NONE
    return {"top-sum": _sum(case, "top-level", UNKNOWN), "sub-sum": _sum(case, "social-value", parts)}
