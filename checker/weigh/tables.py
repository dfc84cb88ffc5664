"""Which tables of a document are award criteria, and what they say; performance, price and staff tables are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from checker.model import Block, BlockKind, Document, Role, Table
from checker.weigh.amount import FIXED
from checker.weigh.amounts import cell_amount
from checker.weigh.grid import Columns, Grid
from checker.weigh.kinds import kind_from
from checker.weigh.lots import lots_named, shares_by_lot
from checker.weigh.places import headings_over, role_of
from checker.weigh.rows import ranked_columns, read_rows
from checker.weigh.schemes import PRICE, QUALITY, SOCIAL_VALUE, Entry, Scheme, base_in, lot_in, role_of_name
from checker.weigh.sideways import read_sideways
from checker.weigh.words import Words

_NEVER = (Role.TUPE, Role.CONTENTS)
_SELDOM = (Role.PRICING, Role.CONTRACT, Role.SPECIFICATION, Role.DEFINITIONS, Role.BACKGROUND)
_FULL = 5
"""At least this many rows, evenly spaced from 0 or 1, make a scale of marks."""


def read_tables(document: Document, words: Words) -> list[Scheme]:
    """The award criteria in a document's tables, one scheme for each table, or for each lot in it."""
    return [scheme for table in document.tables for scheme in read_table(document, table, words)]


def read_table(document: Document, table: Table, words: Words) -> list[Scheme]:
    """What one table says of award criteria: nothing, one scheme, or one for each lot.

    A performance table with a social value row comes back too, with the kind kpi, because its numbers
    must be told from weights.
    """
    grid = Grid(document, table, words)
    columns = grid.columns()
    first = next((block for number in range(len(grid.rows)) for block in grid.cells(number)), None)
    if first is None or first.furniture or role_of(document, first) in _NEVER:
        return []
    intro = intro_of(document, first)
    if sideways := read_sideways(grid, intro, words):
        return sideways
    if columns is None:
        return []
    judged = _judged(grid, columns, intro, words)
    if not judged:
        return []
    titles = headings_over(document, first)
    over = " | ".join([*titles[-1:], *(block.text for block in intro), *grid.heads])
    near = lot_in(" ".join(block.text for block in intro), words) or _lot_of_titles(titles, words)
    schemes: list[Scheme] = []
    for lot, cols, body in _by_lot(grid, columns, words):
        reading = read_rows(grid, cols, body, words, lot)
        if not reading.entries:
            continue
        schemes.append(
            Scheme(
                document,
                "table",
                reading.entries,
                kind="kpi" if judged == "kpi" else kind_from(intro, grid.heads, words),
                lot=lot or near,
                base=_base(grid, cols, intro, words) or _headed_base(titles, reading.entries, words),
                total=reading.total,
                heading=over,
                under_social_value=reading.about_social_value or _under_social_value(titles, intro, words),
            )
        )
    return schemes


def intro_of(document: Document, first: Block) -> list[Block]:
    """The up to two blocks of text just before a table or list, and the heading over it, nearest first."""
    at = next(n for n, block in enumerate(document.blocks) if block.id == first.id)
    found: list[Block] = []
    for block in reversed(document.blocks[max(0, at - 12) : at]):
        if block.furniture or not block.text.strip():
            continue
        if block.kind is BlockKind.CELL:
            break
        found.append(block)
        if block.kind is BlockKind.HEADING or len(found) == 2:
            break
    return found


def _lot_of_titles(titles: Iterable[str], words: Words) -> str:
    return next((lot for title in reversed(tuple(titles)) if (lot := lot_in(title, words))), "")


def _judged(grid: Grid, columns: Columns, intro: list[Block], words: Words) -> str:
    """Why a table counts: "criteria", or "kpi" for a performance table; empty for every other table."""
    heads = " | ".join(grid.heads)
    lead = " ".join(block.text for block in intro)
    names = [block.text for number in grid.body for block in grid.cells(number)[:3]]
    roles = {role_of_name(name, words) for name in names if len(name.split()) <= 12}
    if words.has("other_tables", heads):
        return "kpi" if SOCIAL_VALUE in roles and words.has("kpi_tables", heads + " " + lead) else ""
    if _is_scale(grid, columns, words):
        return ""
    first = next(block for number in range(len(grid.rows)) for block in grid.cells(number))
    role = role_of(grid.document, first)
    priced = PRICE in roles and bool(roles & {QUALITY, SOCIAL_VALUE})
    titled = columns.titled and any(words.has("name_heads", grid.heads[c]) for c in (*columns.names, *columns.refs))
    if role in _SELDOM:
        return "criteria" if priced or (titled and words.has("award_words", f"{heads} {lead}")) else ""
    asked = role in (Role.AWARD, Role.QUESTION) or words.has("award_words", f"{heads} {lead}")
    return "criteria" if priced or titled or (columns.titled and (asked or SOCIAL_VALUE in roles)) else ""


def _is_scale(grid: Grid, columns: Columns, words: Words) -> bool:
    """Whether the table is a scale of marks: "5 Excellent, 4 Good …"."""
    others = " | ".join(head for c, head in enumerate(grid.heads) if c not in columns.weights)
    if words.has("scale_heads", others):
        return True
    cells = [grid.at(number, columns.weights[0]) for number in grid.body]
    amounts = [cell_amount(cell.text, words, bare=True) for cell in cells if cell is not None]
    values = [a.value for a in amounts if a is not None and a.kind == FIXED and a.value is not None]
    if len(values) < _FULL or len(set(values)) < len(values) or min(values) > 1:
        return False
    steps = {round(b - a, 4) for a, b in pairwise(values)}
    return len(steps) == 1


def _base(grid: Grid, columns: Columns, intro: list[Block], words: Words) -> str:
    # Of "% of quality" and "% of total" beside each other, the column that is read first tells the base.
    for col in ranked_columns(grid, columns, words):
        if found := base_in(grid.heads[col], words):
            return found
    return next((base for block in intro[:1] if (base := base_in(block.text, words))), "")


def _headed_base(titles: tuple[str, ...], entries: tuple[Entry, ...], words: Words) -> str:
    """Quality, for a table without a price under a heading such as "4.1 Quality questions"."""
    if not titles or any(entry.role == PRICE for entry in entries):
        return ""
    return "quality" if role_of_name(titles[-1], words) == QUALITY else ""


def _under_social_value(titles: tuple[str, ...], intro: list[Block], words: Words) -> bool:
    if titles and words.has("social_value", titles[-1]) and role_of_name(titles[-1], words) == SOCIAL_VALUE:
        return True
    # A short line just over the table names what is in it ("Social value criteria").
    return bool(intro) and len(intro[0].text.split()) <= 6 and words.has("social_value", intro[0].text)


def _by_lot(grid: Grid, columns: Columns, words: Words) -> list[tuple[str, Columns, list[int]]]:
    """The parts of a table that stand for themselves: lots side by side, or one below the other."""
    lots: dict[str, list[int]] = {}
    for col in columns.weights:
        for lot in [lot for place in lots_named(grid.heads[col], words) for lot in place.lots] or [""]:
            lots.setdefault(lot, []).append(col)
    body = list(grid.body)
    if len(lots) > 1 or "" not in lots:
        return [(lot, replace(columns, weights=tuple(cols)), body) for lot, cols in lots.items() if lot]
    in_cells = _lots_in_cells(grid, columns, words)
    if len(in_cells) > 1:
        return [(lot, columns, body) for lot in in_cells]
    parts: list[tuple[str, Columns, list[int]]] = []
    for number in body:
        across = grid.across(number)
        lot = lot_in(across.text, words) if across is not None and len(across.text.split()) <= 12 else ""
        if lot or not parts:
            parts.append((lot, columns, []))
        if not lot:
            parts[-1][2].append(number)
    return [part for part in parts if part[2]]


def _lots_in_cells(grid: Grid, columns: Columns, words: Words) -> list[str]:
    """The lots for which each cell of the weight column gives a number of its own: "30% (Lot 1) 20% (Lot 2)"."""
    cells = [shares_by_lot(block.text, words) for n in grid.body if (block := grid.at(n, columns.weights[0]))]
    several = [tuple(shares) for shares in cells if shares]
    return list(dict.fromkeys(lot for lots in several for lot in lots)) if len(several) > 1 else []
