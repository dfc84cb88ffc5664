"""The questions of a tender as they are printed: where each begins, what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import Block, BlockKind, Document, Role
from checker.weigh.codes import code_at_start, printed_code
from checker.weigh.places import counts, role_of
from checker.weigh.schemes import SOCIAL_VALUE, name_of, role_of_name
from checker.weigh.words import Words

_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.PRICING)
_LABEL = 5
"""A label of a form has no more words than this."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One question, or one heading, with the blocks under it: its numbers, and whether it names social value."""

    document: Document
    codes: tuple[str, ...]
    printed: str
    blocks: tuple[Block, ...]
    social_value: bool
    form: bool = False
    """Whether it is a table of labels and values, all of it one question."""


def units_of(document: Document, words: Words) -> Iterator[Unit]:
    """The text of a document cut at its headings and at each block that begins with a question number.

    A block under a heading about social value belongs to a unit about social value.
    """
    blocks: list[Block] = []
    for block in document.blocks:
        if not counts(document, block) or role_of(document, block) in _NEVER:
            continue
        if block.kind is BlockKind.CELL:
            continue
        if blocks and (block.kind is BlockKind.HEADING or code_at_start(block.text, words)):
            yield _unit(document, blocks, words)
            blocks = []
        blocks.append(block)
    if blocks:
        yield _unit(document, blocks, words)


def cell_units(document: Document, words: Words) -> Iterator[Unit]:
    """Each table row that begins with a question number, and each table of labels and values, as a unit."""
    for table in document.tables:
        rows = [_row(document, row) for row in table.rows]
        first = next((row[0] for row in rows if row), None)
        if first is None or not counts(document, first) or role_of(document, first) in _NEVER:
            continue
        if form := _form(document, rows, words):
            yield form
            continue
        for blocks in rows[table.header :]:
            codes = [code for block in blocks[:3] if len(block.text) < 60 for code in code_at_start(block.text, words)]
            if codes:
                named = any(names_social_value(block.text, words) for block in blocks)
                yield Unit(document, tuple(codes), _printed(blocks[:3], words), tuple(blocks), named)


def _row(document: Document, row: Sequence[str | None]) -> list[Block]:
    blocks = [document.by_id[cell] for cell in dict.fromkeys(row) if cell is not None and cell in document.by_id]
    return [block for block in blocks if block.text.strip()]


def _form(document: Document, rows: Sequence[list[Block]], words: Words) -> Unit | None:
    """A table of labels and values that together print one social value question, or None."""
    labels = [row[0].text for row in rows if len(row) == 2 and len(row[0].text.split()) <= _LABEL]
    if len(labels) < 2 or any(len(row) > 2 for row in rows):
        return None
    if not any(words.has(name, label) for label in labels for name in ("field_weights", "limit_heads")):
        return None
    values = [row[1] for row in rows if len(row) == 2]
    named = next((value for value in values if names_social_value(value.text, words)), None)
    if named is None:
        return None
    codes = code_at_start(named.text, words)
    return Unit(document, codes, printed_code(named.text, words), tuple(b for row in rows for b in row), True, True)


def _printed(blocks: Sequence[Block], words: Words) -> str:
    return next((found for block in blocks if (found := printed_code(block.text, words))), "")


def _unit(document: Document, blocks: list[Block], words: Words) -> Unit:
    first = blocks[0]
    codes = code_at_start(first.text, words)
    lead = first.text if first.kind is BlockKind.HEADING or codes else ""
    section = document.section_of(first)
    titles = section.path if section else ()
    named = names_social_value(lead, words) or any(names_social_value(title, words) for title in titles)
    return Unit(document, codes, printed_code(first.text, words), tuple(blocks), named)


def names_social_value(text: str, words: Words) -> bool:
    """Whether a heading, or the beginning of a question, is about social value."""
    short = " ".join(text.split()[:16])
    initials = words.find("social_value_letters", short) if len(text.split()) <= _LABEL else []
    if any(short[hit.start : hit.end].isupper() for hit in initials):
        return True
    return bool(short) and role_of_name(name_of(short, words), words) == SOCIAL_VALUE
