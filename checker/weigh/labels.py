"""Weights that stand by themselves under a question: "Weighting: 10%", or a row "Weighting | 10%"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Block, BlockKind, Document, Table
from checker.weigh.amount import Amount
from checker.weigh.amounts import cell_amount, find_amounts
from checker.weigh.codes import code_at_start, without_code
from checker.weigh.items import is_share
from checker.weigh.places import Spot, counts, headings_over, struck, visible
from checker.weigh.schemes import SOCIAL_VALUE, Entry, Scheme, base_in, name_of
from checker.weigh.units import Unit, names_social_value, units_of
from checker.weigh.words import Words

_WORDS = 4
"""A label has no more words than this."""


def read_labels(document: Document, words: Words) -> list[Scheme]:
    """The weights of social value questions that are printed as a label and a number."""
    found = [scheme for unit in units_of(document, words) if (scheme := _in_unit(unit, words))]
    for table in document.tables:
        found.extend(_in_table(document, table, words))
    return found


def _in_unit(unit: Unit, words: Words) -> Scheme | None:
    head = unit.blocks[0]
    if not unit.social_value or find_amounts(head.text, words):
        return None
    for block in unit.blocks[1:]:
        text = visible(block, 0, len(block.text))
        hits = words.find("field_weights", text)
        if not hits or hits[0].start > 0:
            continue
        amounts = find_amounts(text, words)
        if not amounts or not is_share(text[amounts[0].end :], words):
            continue
        if not text[hits[0].end : amounts[0].start].strip(" :-=()"):
            return _scheme(unit.document, block, amounts[0], text, head, words)
    return None


def _in_table(document: Document, table: Table, words: Words) -> Iterator[Scheme]:
    """A table of labels and values, one of which names social value and one its weight."""
    if max((len(row) for row in table.rows), default=0) != 2:
        return
    pairs = [(document.by_id[a], document.by_id[b]) for a, b in table.rows if a and b and a != b]
    named = [value for _, value in pairs if len(value.text.split()) <= 14 and names_social_value(value.text, words)]
    for label, value in pairs:
        text = visible(value, 0, len(value.text))
        if not named or len(label.text.split()) > _WORDS or not counts(document, value):
            continue
        amount = cell_amount(text, words, bare=True) if words.has("field_weights", label.text) else None
        if amount is not None and not struck(value, amount.start, amount.end):
            yield _scheme(document, value, amount, f"{label.text} {text}", named[0], words)


def _scheme(document: Document, block: Block, amount: Amount, text: str, head: Block, words: Words) -> Scheme:
    spot = Spot(document, block, amount.start, amount.end)
    if block.kind is not BlockKind.CELL:
        spot = Spot(document, block, 0, amount.end)
    name_spot = Spot(document, head, 0, len(head.text))
    codes = code_at_start(head.text, words)
    entry = Entry(
        name_of(without_code(head.text, words), words),
        SOCIAL_VALUE,
        amount,
        spot,
        name_spot,
        codes=codes,
        base=base_in(text, words),
    )
    return Scheme(document, "questions", (entry,), heading=_title(document, head, words))


def _title(document: Document, head: Block, words: Words) -> str:
    """The heading that names social value, over a question that may not do so itself."""
    titles = [title for title in headings_over(document, head) if names_social_value(title, words)]
    return name_of(titles[-1] if titles else head.text, words)
