"""The social value questions that a bidder must answer: number, text, weight and limits on length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.model import Document, Finding, Limit, Question, Role, Weight
from checker.weigh.ledger import Ledger
from checker.weigh.limits import Found, limits_in
from checker.weigh.places import role_of, whole
from checker.weigh.schemes import SOCIAL_VALUE, Scheme
from checker.weigh.units import Unit, cell_units, units_of
from checker.weigh.words import Words

_ASKED = (Role.QUESTION, Role.AWARD, Role.OTHER)
_NO_ANSWERS = (Role.SELECTION, Role.SPECIFICATION, Role.BACKGROUND, Role.CONTRACT)
_LONGEST = 1500
"""A question's text is cut after so many letters."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The social value questions of a pack and every limit that holds for their answers."""

    questions: tuple[Question, ...]
    limits: tuple[Limit, ...]


def social_value_codes(schemes: Iterable[Scheme], units: Iterable[Unit]) -> frozenset[str]:
    """The numbers of the questions that answer the social value criterion ("ms7", "t6")."""
    codes: set[str] = set()
    for scheme in schemes:
        for entry in scheme.walk():
            if entry.role == SOCIAL_VALUE:
                codes.update(code for below in entry.walk() for code in below.codes)
    for unit in units:
        if unit.social_value and len(unit.codes) == 1:
            codes.update(unit.codes)
    return frozenset(codes)


def read_questions(
    documents: Sequence[Document],
    schemes: Sequence[Scheme],
    findings: Sequence[Finding],
    weight: Weight | None,
    apart: bool,
    ledger: Ledger,
    words: Words,
) -> Asked:
    """The social value questions of a pack.

    Arguments: `findings` of kind question tell where something is asked; `weight` is the weight of
    social value, whose sub-criteria may be the weights of single questions; `apart` says that social value
    is a criterion beside quality, so that limits for quality answers do not hold for it.
    """
    units = [unit for document in documents for unit in (*units_of(document, words), *cell_units(document, words))]
    codes = social_value_codes(schemes, units)
    weights = _weights_by_code(schemes, weight)
    asks: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.kind == "question":
            asks.setdefault(finding.block, []).append(finding)
    chosen = [unit for unit in units if _is_question(unit, codes, asks)]
    if any(unit.codes for unit in chosen):
        # Beside numbered questions, text without a number explains them.
        chosen = [unit for unit in chosen if unit.codes]
    found = [limit for document in documents for limit in limits_in(document, words)]
    inside = {block.id for unit in units if unit in chosen or _limited(unit, codes) for block in unit.blocks}
    known = bool(chosen) or bool(codes) or weight is not None
    mine = [limit for limit in found if _concerns(limit, codes, inside, known, words)]
    if apart:
        mine = [f for f in mine if not (f.general and words.has("quality_answers", f.around))]
    questions = tuple(_question(unit, mine, asks, weights, ledger) for unit in _distinct(chosen))
    return Asked(questions, _merged(mine, ledger))


def _is_question(unit: Unit, codes: frozenset[str], asks: dict[str, list[Finding]]) -> bool:
    role = role_of(unit.document, unit.blocks[0])
    by_code = role not in _NO_ANSWERS and len(unit.codes) in (1, 2) and bool(set(unit.codes) & codes)
    if not by_code and not (unit.social_value and role in _ASKED):
        return False
    found = [f for block in unit.blocks for f in asks.get(block.id, ())]
    if by_code or unit.form:
        return bool(found) or any(block.text.rstrip().endswith("?") or "? " in block.text for block in unit.blocks)
    return any(not f.dropped_because for f in found)


def _limited(unit: Unit, codes: frozenset[str]) -> bool:
    """Whether a limit among a unit's words holds for social value, though nothing in it asks a question."""
    role = role_of(unit.document, unit.blocks[0])
    by_code = len(unit.codes) == 1 and unit.codes[0] in codes and role not in _NO_ANSWERS
    return by_code or (unit.social_value and role in (Role.QUESTION, Role.AWARD))


def _distinct(units: Sequence[Unit]) -> list[Unit]:
    """One unit for each question number: the longest, where a question is printed more than once."""
    best: dict[object, Unit] = {}
    for n, unit in enumerate(units):
        key: object = unit.codes[0] if unit.codes else n
        if key not in best or _length(unit) > _length(best[key]):
            best[key] = unit
    return list(best.values())


def _length(unit: Unit) -> int:
    return sum(len(block.text) for block in unit.blocks)


def _concerns(limit: Found, codes: frozenset[str], inside: set[str], known: bool, words: Words) -> bool:
    if limit.codes and set(limit.codes) & codes:
        return True
    if limit.spot.block.id in inside:
        return True
    named = words.has("social_value", limit.around)
    if limit.codes and not named:
        return False
    role = role_of(limit.spot.document, limit.spot.block)
    return named or (limit.general and known and role not in _NO_ANSWERS and not words.has("unless", limit.around))


def _question(
    unit: Unit, limits: Sequence[Found], asks: dict[str, list[Finding]], weights: dict[str, Weight], ledger: Ledger
) -> Question:
    ids = {block.id for block in unit.blocks}
    body = [block for block in unit.blocks if asks.get(block.id)] or list(unit.blocks)
    evidence = [ledger.note(whole(unit.document, body[0]), "question.text", "question", "questions")]
    evidence += [f.id for block in unit.blocks for f in asks.get(block.id, ()) if not f.dropped_because]
    own = [
        found for found in limits if found.spot.block.id in ids or set(found.codes) & set(unit.codes) or found.general
    ]
    text = " ".join(block.text for block in unit.blocks)
    return Question(
        unit.printed,
        text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …",
        tuple(dict.fromkeys(evidence)),
        next((weights[code] for code in (*unit.codes, "") if code in weights), None),
        _merged(own, ledger),
    )


def _weights_by_code(schemes: Iterable[Scheme], weight: Weight | None) -> dict[str, Weight]:
    """The weight of each social value question by its number; "" stands for one without a number.

    A question whose number stands beside a sub-criterion has that weight. Where social value has no
    sub-criteria, its questions share the whole.
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
                found.update(dict.fromkeys(entry.codes, child or weight))
    if not weight.children:
        found.setdefault("", weight)
    return found


def _merged(found: Sequence[Found], ledger: Ledger) -> tuple[Limit, ...]:
    """Each different limit once, with every place that states it."""
    limits: dict[tuple[str, int], Limit] = {}
    for limit in found:
        place = ledger.note(limit.spot, "question.limit", "question", "questions")
        known = limits.setdefault((limit.unit, limit.value), Limit(limit.value, limit.unit))
        if place not in known.evidence:
            limits[limit.unit, limit.value] = replace(known, evidence=(*known.evidence, place))
    return tuple(limits.values())
