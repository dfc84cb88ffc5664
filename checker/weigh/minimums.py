"""Minimum scores, and what happens to a tender below them: "A score of 2 or below may be rejected"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Block, Document, Number, PassMark, Role
from checker.weigh.codes import codes_in, same_code
from checker.weigh.ledger import Ledger
from checker.weigh.places import Spot, counts, role_of, sentences, visible
from checker.weigh.words import Words
from checker.wording import find_numbers

_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.PRICING, Role.CONTRACT, Role.SPECIFICATION)
_UNITS = {"percent": "percent", "marks": "marks", "count": "score"}
_SAYING = ("minimum_score", "or_below")
"""The lists of words that tell of a minimum."""
_BEFORE, _AFTER = 48, 16
"""Letters before and after a number in which the words of a minimum stand."""


def read_minimums(
    documents: Sequence[Document], codes: frozenset[str], numbers: frozenset[str], words: Words, ledger: Ledger
) -> tuple[tuple[PassMark, frozenset[str]], ...]:
    """The minimum scores that hold for social value, each with the question numbers that its text names.

    Arguments: `codes` are the numbers of the social value questions, `numbers` those of all. A
    minimum for other questions, or for the tender as a whole, is left out.
    """
    found: list[tuple[PassMark, frozenset[str]]] = []
    for document in documents:
        for block in document.blocks:
            if not counts(document, block) or role_of(document, block) in _NEVER:
                continue
            if block.place is not None and words.has("minimum_heads", document.head_of(block)):
                found.extend(_in_cell(document, block, codes, numbers, words, ledger))
            else:
                found.extend(_in_block(document, block, codes, numbers, words, ledger))
    return tuple(found)


def _in_block(
    document: Document, block: Block, codes: frozenset[str], numbers: frozenset[str], words: Words, ledger: Ledger
) -> Iterator[tuple[PassMark, frozenset[str]]]:
    parts = sentences(block.text, words)
    for n, (start, end) in enumerate(parts):
        text = visible(block, start, end)
        fatal = words.has("fatal_score", text) and _effect(text, words) == "rejected"
        if words.has("no_minimum", text) or not (fatal or any(words.has(name, text) for name in _SAYING)):
            continue
        named = frozenset(same_code(code, numbers) for code in codes_in(text, words))
        before = visible(block, *parts[n - 1]) if n else ""
        if not _concerns(text, before, named, codes, words):
            continue
        onward = visible(block, *parts[n + 1]) if n + 1 < len(parts) else ""
        effect = _effect(text, words) or _effect(onward, words) or "unsaid"
        numbers_in = find_numbers(text, marks=True)
        bounds = [m for m in numbers_in if _bounds(text, m, words)]
        out = [m for m in numbers_in if fatal and not bounds and _is_fatal(text, m, words)]
        spot = Spot(document, block, start, end)
        if not (bounds or out or words.has("minimum_score", text)):
            continue
        ref = ledger.note(spot, "question.minimum", "criterion", "marking")
        if not bounds and not out:
            yield PassMark(None, "score", effect, False, (ref,)), named & codes
        for number in (*bounds, *out)[:1]:
            after = text[number.end : number.end + _AFTER]
            inclusive = number in out or words.has("or_below", after)
            yield PassMark(number.value, _UNITS[number.unit], effect, inclusive, (ref,)), named & codes


def _in_cell(
    document: Document, block: Block, codes: frozenset[str], numbers: frozenset[str], words: Words, ledger: Ledger
) -> Iterator[tuple[PassMark, frozenset[str]]]:
    """The minimum of a row about social value, in a column for it."""
    row = " | ".join(other.text for other in document.row_of(block))
    named = frozenset(same_code(code, numbers) for code in codes_in(row, words))
    bounds = find_numbers(visible(block, 0, len(block.text)), marks=True)
    if not bounds or not (words.has("social_value", row) or named & codes):
        return
    heads = document.head_of(block)
    number = bounds[0]
    unit = "percent" if "%" in heads and number.unit == "count" else _UNITS.get(number.unit, "score")
    effect = _effect(f"{heads} {block.text}", words) or "unsaid"
    spot = Spot(document, block, number.start, number.end)
    ref = ledger.note(spot, "question.minimum", "criterion", "marking")
    yield PassMark(number.value, unit, effect, False, (ref,)), named & codes


def _concerns(text: str, before: str, named: frozenset[str], codes: frozenset[str], words: Words) -> bool:
    if named & codes or words.has("social_value", text):
        return True
    if named:
        return False
    if words.has("each_answer", text) and words.has("answers", text):
        return not words.has("quality_answers", text)
    return words.has("this_question", text) and words.has("social_value", before)


def _bounds(text: str, number: Number, words: Words) -> bool:
    if number.unit not in _UNITS:
        return False
    before, after = text[max(0, number.start - _BEFORE) : number.start], text[number.end : number.end + _AFTER]
    if words.has("or_below", after):
        return True
    hits = words.find("minimum_score", before)
    return bool(hits) and not re.search(r"[.;]|\d", before[hits[-1].end :])


def _is_fatal(text: str, number: Number, words: Words) -> bool:
    """Whether a number is a score that puts a tender out by itself."""
    before = text[max(0, number.start - _AFTER) : number.start]
    hits = words.find("fatal_score", before)
    return number.unit in _UNITS and bool(hits) and not before[hits[-1].end :].strip()


def _effect(text: str, words: Words) -> str:
    if words.has("may_be_rejected", text):
        return "may-be-rejected"
    return "rejected" if words.has("rejected", text) else ""
