"""Wording that is still to be filled in: a scale or a question that is only a merge field. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.match.draft import Draft
from checker.match.reasons import UNFILLED
from checker.model import Block, BlockKind, Document, Table
from checker.wording import clean

SCALE = "scale"
"""The signal whose findings say that a scoring scale is given."""
_FIELD = re.compile(r"«[^«»]*»?|<<[^<>]*>>|<[^<>]+>|\{\{[^{}]*\}\}|\[[^\[\]]*\]|_{2,}|\.{3,}|…+")
_REST = re.compile(r"[\s%.,:;()#-]*")


def is_blank(text: str) -> bool:
    """Whether a text holds a merge field or a blank, and no words of its own."""
    without, fields = _FIELD.subn("", clean(text))
    return fields > 0 and _REST.fullmatch(without) is not None


def without_blanks(drafts: list[Draft]) -> list[Draft]:
    """Words that announce a question or a scale do not count while what they announce is not filled in.

    Words that point to a scale elsewhere in the document ("the scale below") fall with it.
    """
    unfilled: set[str] = set()
    given: set[str] = set()
    for draft in drafts:
        if draft.dropped or draft.rule.kind not in ("question", "guidance"):
            continue
        document, block = draft.passage.document, draft.passage.block
        if _announces_blanks(document, block) or (draft.rule.kind == "question" and _asks_blanks(document, block)):
            draft.dropped = UNFILLED
            unfilled |= {document.name} if draft.rule.source == SCALE else set()
        elif draft.rule.source == SCALE and block.kind is BlockKind.CELL:
            given.add(document.name)
    for draft in drafts:
        if not draft.dropped and draft.rule.source == SCALE and draft.passage.document.name in unfilled - given:
            draft.dropped = UNFILLED
    return drafts


def _announces_blanks(document: Document, block: Block) -> bool:
    if is_blank(block.text):
        return True
    if block.place is not None:
        table = document.table_by_id[block.place.table]
        return block.place.row < table.header and _is_form(document, table)
    section = document.section_of(block)
    if block.kind is not BlockKind.HEADING or section is None or section.heading != block.id:
        return False
    tables = [table for table in document.tables if _stands_in(document, table, section.id)]
    return bool(tables) and all(_is_form(document, table) for table in tables)


def _asks_blanks(document: Document, block: Block) -> bool:
    """Whether a line tells bidders to answer questions that a table below it in its section is still to give."""
    if block.place is not None or not block.section or block.text.rstrip().endswith("?"):
        return False
    return any(_is_form(document, table) for table in document.tables if _stands_in(document, table, block.section))


def _is_form(document: Document, table: Table) -> bool:
    """Whether every row below a table's head waits for its words: merge fields beside numbers and labels."""
    rows = [[document.by_id[cell].text for cell in dict.fromkeys(row) if cell] for row in table.rows[table.header :]]
    return bool(rows) and all(any(map(is_blank, row)) and not any(map(_says, row)) for row in rows)


def _says(text: str) -> bool:
    """Whether a cell holds words of its own, not only a number or a label."""
    return not is_blank(text) and len(text.split()) > 1


def _stands_in(document: Document, table: Table, section: str) -> bool:
    cells: Iterable[str | None] = (cell for row in table.rows for cell in row)
    first = next((cell for cell in cells if cell is not None), None)
    return first is not None and document.by_id[first].section == section
