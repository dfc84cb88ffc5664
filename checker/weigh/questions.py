"""The social value questions that a bidder must answer: number, text, weight and limits on length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.model import BlockKind, Document, Finding, Limit, Question, Role, Weight
from checker.weigh.answers import known_codes, social_value_codes, weights_by_code
from checker.weigh.blanks import blank_sections, is_blank
from checker.weigh.codes import same_code
from checker.weigh.ledger import Ledger
from checker.weigh.limits import Found, limits_in
from checker.weigh.marking import Marking, marked, read_marking
from checker.weigh.places import role_of, whole
from checker.weigh.schemes import Scheme
from checker.weigh.units import Unit, cell_units, units_of
from checker.weigh.words import Words

_ASKED = (Role.QUESTION, Role.AWARD, Role.OTHER)
_NO_ANSWERS = (Role.SELECTION, Role.SPECIFICATION, Role.BACKGROUND, Role.CONTRACT)
_LONG_ASK = 6
"""A text with a question in it has at least so many words."""
_LONGEST = 1500
"""A question's text is cut after so many letters."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The social value questions of a pack and every limit that holds for their answers."""

    questions: tuple[Question, ...]
    limits: tuple[Limit, ...]
    marking: Marking
    """How the answers are marked."""


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
    numbers = known_codes(units)
    weights = weights_by_code(schemes, weight, numbers)
    asks: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.kind == "question":
            asks.setdefault(finding.block, []).append(finding)
    blank = {document.name: blank_sections(document, words) for document in documents}
    chosen = [
        unit
        for unit in units
        if _is_question(unit, codes, asks) and not _is_unfilled(unit, blank[unit.document.name], words)
    ]
    if any(unit.codes for unit in chosen):
        # Beside numbered questions, text without a number explains them.
        chosen = [unit for unit in chosen if unit.codes]
    found = [
        replace(limit, codes=tuple(same_code(code, numbers) for code in limit.codes))
        for document in documents
        for limit in limits_in(document, words)
    ]
    inside = {block.id for unit in units if unit in chosen or _limited(unit, codes) for block in unit.blocks}
    known = bool(chosen) or bool(codes) or weight is not None
    mine = [limit for limit in found if _concerns(limit, codes, inside, known, words)]
    if apart:
        mine = [f for f in mine if not (f.general and words.has("quality_answers", f.around))]
    units_ = _distinct(chosen)
    if len(units_) == 1 and weight is not None:
        # The one question answers the whole criterion, whatever its parts.
        weights.setdefault("", weight)
    marking = read_marking(documents, codes, numbers, ledger, words)
    questions = tuple(
        marked(_question(unit, mine, asks, weights, ledger), unit, marking, documents, asks, ledger, words)
        for unit in units_
    )
    return Asked(questions, _merged(mine, ledger), marking)


def _is_unfilled(unit: Unit, blank: frozenset[str], words: Words) -> bool:
    """Whether the question itself is a field that nobody has filled in, whatever is said round it."""
    if any("?" in block.text and not is_blank(block.text, words) for block in unit.blocks):
        return False
    if not unit.codes and unit.blocks[0].section in blank:
        return True
    body = [block for block in unit.blocks if block.kind is not BlockKind.HEADING]
    return any(is_blank(block.text, words) for block in body) and not any(
        len(block.text.split()) >= _LONG_ASK and not is_blank(block.text, words) for block in body
    )


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


def _merged(found: Sequence[Found], ledger: Ledger) -> tuple[Limit, ...]:
    """Each different limit once, with every place that states it."""
    limits: dict[tuple[str, int], Limit] = {}
    for limit in found:
        place = ledger.note(limit.spot, "question.limit", "question", "questions")
        known = limits.setdefault((limit.unit, limit.value), Limit(limit.value, limit.unit))
        if place not in known.evidence:
            limits[limit.unit, limit.value] = replace(known, evidence=(*known.evidence, place))
    return tuple(limits.values())
