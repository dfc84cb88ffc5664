"""Social value as one of the services to be bought: a line of a list, and no ask of bidders. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.match.draft import Draft
from checker.match.passages import Passage
from checker.match.reasons import ABOUT_SERVICE
from checker.model import Block, BlockKind, Document, Role, Table
from checker.wording import Phrases, clean

_CODE = re.compile(r"(?:[A-Z]{1,3}[:.\s-]?)?\d{1,2}(?:[.:]\d{1,2})?|[A-Z]{1,3}[:.]?\d{1,2}")
"""A service's own code in its list: "A17", "A:18", "SB1"."""
_ENOUGH = 6
"""Rows with a code that make a table a list of services."""
_SCORED = (Role.AWARD, Role.QUESTION, Role.SELECTION)
_LETTERS = re.compile(r"[^\W\d_]")


def without_service_lists(
    drafts: list[Draft], leads: Mapping[str, str], passages: Mapping[str, Passage], services: Sequence[str]
) -> list[Draft]:
    """Drops what is a whole item of a list of services.

    Such an item says nothing but the term, and stands in a table whose rows carry service codes, or in a list
    that words such as "provision of consultancy" introduce. Where a pack names social value in such tables
    alone, the first of them stays: it is the only mention that there is.

    Arguments: `leads` gives the block that introduces another; `services` are words for what is bought.
    """
    words = Phrases(services)
    live = [draft for draft in drafts if not draft.dropped]
    listed = [draft for draft in live if _is_bought(draft, leads, passages, words)]
    alone = len(listed) == len(live)
    spared = [draft for draft in listed if draft.passage.block.kind is BlockKind.CELL][:1] if alone else []
    for draft in listed:
        if draft not in spared:
            draft.dropped = ABOUT_SERVICE
    return drafts


def _is_bought(draft: Draft, leads: Mapping[str, str], passages: Mapping[str, Passage], services: Phrases) -> bool:
    document, block = draft.passage.document, draft.passage.block
    section = document.section_of(block)
    if section is not None and section.role in _SCORED:
        return False
    rest = clean(block.text[: draft.start] + block.text[draft.end :])
    if _LETTERS.search(rest):
        return False
    if block.kind is BlockKind.CELL:
        return _in_service_table(document, block)
    lead = passages.get(leads.get(block.id, ""))
    return block.kind is BlockKind.BULLET and lead is not None and clean(lead.block.text) in services


def _in_service_table(document: Document, cell: Block) -> bool:
    if cell.place is None:
        return False
    table = document.table_by_id[cell.place.table]
    if not _has_code(document, table, cell.place.row):
        return False
    return sum(_has_code(document, table, row) for row in range(table.header, len(table.rows))) >= _ENOUGH


def _has_code(document: Document, table: Table, row: int) -> bool:
    """Whether the first cell with words in a row is a code, and no cell of the row is a number or a share."""
    texts = [clean(document.by_id[cell].text).strip() for cell in dict.fromkeys(table.rows[row]) if cell is not None]
    texts = [text for text in texts if text]
    coded = bool(texts) and _LETTERS.search(texts[0]) is not None and _CODE.fullmatch(texts[0]) is not None
    return coded and not any(text.rstrip("% ").replace(".", "", 1).isdigit() for text in texts[1:])
