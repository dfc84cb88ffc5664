"""Limits on the length of an answer: "no more than 500 words", "two sides of A4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Block, BlockKind, Document, Role
from checker.weigh.codes import codes_in
from checker.weigh.places import Spot, counts, role_of, sentences, visible
from checker.weigh.words import Words
from checker.wording import find_numbers

_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.PRICING, Role.CONTRACT)
UNITS = ("words", "pages", "characters")
_BRIEF = 5
"""A sentence of so few words that holds a number of words is a limit by itself: "1,000 words."."""
_TABLE = 1000
"""So many letters of a table tell what it is about."""
_LARGEST = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """One limit where it is printed, and the questions that its sentence or row names."""

    value: int
    unit: str
    spot: Spot
    codes: tuple[str, ...]
    general: bool
    """Whether it is for every answer: no question is named, and the words say each or all."""
    around: str
    """The sentence or the table row in which it stands."""


def limits_in(document: Document, words: Words) -> Iterator[Found]:
    """Every limit on the length of answers in a document, in reading order."""
    for block in document.blocks:
        if not counts(document, block) or role_of(document, block) in _NEVER:
            continue
        heads = (document.head_of(block), *(b.text for b in document.row_of(block)[:1])) if block.place else ()
        if not any(words.has(f"unit_{unit}", text) for unit in UNITS for text in (block.text, *heads)):
            continue
        if block.kind is BlockKind.CELL and block.place is not None:
            yield from _in_cell(document, block, words)
            continue
        for start, end in sentences(block.text, words):
            yield from _in_sentence(document, block, start, end, words)


def _in_sentence(document: Document, block: Block, start: int, end: int, words: Words) -> Iterator[Found]:
    text = visible(block, start, end)
    for value, unit, a, b in _measures(text, words):
        if not _limits(text, a, b, words):
            continue
        codes = codes_in(text, words)
        general = not codes and words.has("answers", text) and words.has("each_answer", text)
        yield Found(value, unit, Spot(document, block, start + a, start + b), codes, general, text)


def _in_cell(document: Document, block: Block, words: Words) -> Iterator[Found]:
    text = visible(block, 0, len(block.text))
    head = document.head_of(block)
    cells = document.row_of(block)
    row = " | ".join(other.text for other in cells)
    label = cells[0].text if cells and cells[0].id != block.id else ""
    if len(label.split()) <= _BRIEF and words.has("limit_heads", label):
        # "Word limit | 500": the head stands to the left, and what it is about elsewhere in the table.
        head, row = label, _whole_table(document, block)
    headed = words.has("limit_heads", head)
    found = list(_measures(text, words))
    if not found and headed:
        bare = re.fullmatch(r"\s*(?P<n>\d{1,3}(?:,?\d{3})?)\s*", text)
        unit = _unit_of(head, words)
        if bare and unit:
            found = [(int(bare["n"].replace(",", "")), unit, bare.start("n"), bare.end("n"))]
    for value, unit, a, b in found:
        if not (headed or _limits(text, a, b, words)):
            continue
        yield Found(value, unit, Spot(document, block, a, b), codes_in(row, words), False, row)


def _whole_table(document: Document, block: Block) -> str:
    """The words of a small table, cell by cell; of a large one only its first cells."""
    if block.place is None:
        return ""
    rows = document.table_by_id[block.place.table].rows
    ids = dict.fromkeys(cell for row in rows for cell in row if cell)
    return " | ".join(document.by_id[cell].text for cell in ids)[:_TABLE]


def _measures(text: str, words: Words) -> Iterator[tuple[int, str, int, int]]:
    """Each number of words, pages or characters: value, unit, and where it stands."""
    for number in find_numbers(text):
        if number.unit != "count" or number.value != int(number.value) or not 0 < number.value <= _LARGEST:
            continue
        after = re.match(r"[\s-]{1,2}", text[number.end :])
        rest = text[number.end + (after.end() if after else 0) :]
        for name in UNITS:
            hits = words.find(f"unit_{name}", rest[:24])
            if after and hits and hits[0].start == 0:
                yield int(number.value), name, number.start, len(text) - len(rest) + hits[0].end
                break


def _unit_of(head: str, words: Words) -> str:
    return next((name for name in UNITS if words.has(f"unit_{name}", head)), "")


def _limits(text: str, start: int, end: int, words: Words) -> bool:
    if words.has("limit_traps", text[max(0, start - 30) : end + 12]):
        return False
    before, after = text[max(0, start - 60) : start], text[end : end + 30]
    if words.has("limit_words", before) or words.has("limit_words", after):
        return True
    near = words.find("limit_words_near", before.rstrip())
    if near and near[-1].end == len(before.rstrip()):
        return True
    if "-" in text[start:end] and words.has("answers", after):
        return True
    bracketed = before.rstrip().endswith(("(", "[")) or after.lstrip().startswith((")", "]"))
    return bracketed or len(text.split()) <= _BRIEF
