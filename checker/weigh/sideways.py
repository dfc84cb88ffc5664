"""Criteria printed side by side: a table headed "Price | Quality | Social value" with a row for each lot."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Block, Document, Role
from checker.weigh.amount import FIXED, Amount
from checker.weigh.amounts import cell_amount
from checker.weigh.grid import Grid
from checker.weigh.kinds import kind_from
from checker.weigh.lots import lots_named
from checker.weigh.places import Spot, role_of, struck
from checker.weigh.schemes import OTHER, PRICE, QUALITY, SOCIAL_VALUE, Entry, Scheme, base_in, name_of, role_of_name
from checker.weigh.words import Words

_SHORT = 8
"""A head that names a criterion has no more words than this."""
_SELDOM = (Role.PRICING, Role.CONTRACT, Role.SPECIFICATION, Role.DEFINITIONS, Role.TUPE, Role.CONTENTS)


def read_sideways(grid: Grid, intro: Sequence[Block], words: Words) -> list[Scheme]:
    """The criteria that the heads of a table name, one scheme for each lot, or nothing.

    The heads must name a price and social value or quality, and the numbers of a row must make 100. Rows
    that name no lot are read only where there is one, because several may be bidders or stages.
    """
    document = grid.document
    top = max(grid.header - 1, 0)
    heads = {col: block for col in range(grid.width) if (block := grid.at(top, col)) is not None}
    roles = {col: role_of_name(block.text, words) for col, block in heads.items() if len(block.text.split()) <= _SHORT}
    if PRICE not in roles.values() or not {QUALITY, SOCIAL_VALUE} & set(roles.values()):
        return []
    if role_of(document, heads[min(heads)]) in _SELDOM:
        return []
    found: list[Scheme] = []
    for number in range(top + 1, len(grid.rows)):
        scheme = _row(document, grid, number, {col: heads[col] for col in roles}, intro, words)
        if scheme is not None:
            found += scheme
    named = [scheme for scheme in found if scheme.lot]
    return named or (found if len(found) == 1 else [])


def _row(
    document: Document, grid: Grid, number: int, heads: dict[int, Block], intro: Sequence[Block], words: Words
) -> list[Scheme] | None:
    """The criteria in one row of numbers, once for each lot that the row is about."""
    entries: list[Entry] = []
    rest: list[str] = []
    for col in range(grid.width):
        block = grid.at(number, col)
        if block is None:
            continue
        amount = cell_amount(block.text, words, bare=True) if col in heads else None
        role = role_of_name(heads[col].text, words) if col in heads else OTHER
        if amount is None or (role == OTHER and _is_total(heads[col], words)):
            rest.append(block.text)
        elif not struck(block, amount.start, amount.end):
            entries.append(_entry(document, heads[col], block, amount, role, words))
    if len(entries) < 2 or PRICE not in {entry.role for entry in entries} or not _makes_100(entries):
        return None
    label = " ".join(rest)
    lots = [lot for place in lots_named(label, words) for lot in place.lots] or [""]
    heading = " | ".join([*(block.text for block in intro), *(block.text for block in heads.values())])
    kind = kind_from(intro, (label,), words)
    return [
        Scheme(document, "table", tuple(entries), kind=kind, lot=lot, base=base_in(label, words), heading=heading)
        for lot in lots
    ]


def _is_total(head: Block, words: Words) -> bool:
    return words.has("total_rows", head.text) or words.has("lots_words", head.text)


def _makes_100(entries: Sequence[Entry]) -> bool:
    values = [e.amount.value for e in entries if e.amount is not None and e.amount.kind == FIXED]
    total = sum(value for value in values if value is not None)
    return len(values) == len(entries) and (abs(total - 100) < 0.1 or abs(total - 1) < 0.001)


def _entry(document: Document, head: Block, block: Block, amount: Amount, role: str, words: Words) -> Entry:
    spot = Spot(document, block, amount.start, amount.end)
    name_spot = Spot(document, head, 0, len(head.text))
    return Entry(name_of(head.text, words), role, amount, spot, name_spot)
