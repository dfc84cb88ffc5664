"""The rows of a table while they are read, and its totals, which are no criteria."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Block
from checker.weigh.amount import Amount
from checker.weigh.amounts import cell_amount
from checker.weigh.grid import Columns, Grid
from checker.weigh.schemes import PRICE
from checker.weigh.words import Words


@dataclass(slots=True)
class Row:
    """One criterion while its table is read: its cells, and how deep it stands."""

    name_block: Block
    name: str
    depth: int
    lines: range
    """The rows of the table that it covers."""
    ref: str = ""
    amount: Amount | None = None
    amount_block: Block | None = None
    codes: tuple[str, ...] = ()
    section: bool = False
    """Whether it is a heading that goes over the whole table."""
    found_in_name: bool = False
    after_total: bool = False
    """Whether a total is printed just above it, which ends the group before."""


Total = tuple[str, Amount, Block]
"""The words of a total row, its number, and the cell that holds it."""


def total_in(grid: Grid, columns: Columns, number: int, words: Words) -> list[Total] | None:
    """The totals printed in a row, or None when the row is a criterion."""
    free = [b for c in range(grid.width) if c not in columns.weights and (b := grid.at(number, c))]
    text = free[0].text if free else ""
    plain = re.sub(r"[^A-Za-z ]", " ", text).lower().split()
    if not free:
        plain = ["total"]
    elif not _is_total(" ".join(plain), words):
        return None
    found: list[Total] = []
    for col in columns.weights:
        block = grid.at(number, col)
        amount = cell_amount(block.text, words, bare=True) if block else None
        if block is not None and amount is not None and amount.value is not None:
            found.append((" ".join(plain), amount, block))
    return found


def _is_total(text: str, words: Words) -> bool:
    if words.whole("total_rows", text):
        return True
    hits = words.find("total_rows", text)
    # "Total cost of ownership" is a criterion, "Total quality marks" and "Quality total" are sums.
    if not hits or len(text.split()) > 8 or words.has("social_value", text):
        return False
    return hits[-1].end == len(text) or (hits[0].start == 0 and not words.has(PRICE, text))


def repeats_sum(row: Row, rows: list[Row], words: Words) -> bool:
    """Whether a row such as "All quality questions 50%" only says again what the rows above it make."""
    hits = words.find("all_rows", row.name)
    above = rows[: rows.index(row)]
    values = [other.amount.value for other in above if other.amount is not None and other.amount.value is not None]
    price = words[PRICE].first(row.name)
    if price is not None and price.start == 0:
        return False  # "Whole life cost"
    if not hits or hits[0].start > 0 or row.amount is None or row.amount.value is None or len(values) < 2:
        return False
    return abs(sum(values) - row.amount.value) < 0.1


def is_grand(name: str, rows: list[Row]) -> bool:
    """Whether a total is that of the whole table and not of one criterion in it."""
    return not any(row.name.lower() in name for row in rows if row.name) or " and " in name


def give_subtotal(rows: list[Row], name: str, amount: Amount, block: Block) -> None:
    """Give a subtotal ("Quality total 60%") to the criterion that has its name and no number."""
    for row in rows:
        if row.amount is None and row.name and row.name.lower() in name:
            row.amount, row.amount_block = amount, block
