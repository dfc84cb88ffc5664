"""The rows of an award-criteria table as criteria, one below another: groups, sub-criteria, totals."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.model import Block
from checker.weigh.amount import Amount
from checker.weigh.amounts import cell_amount, find_amounts
from checker.weigh.codes import codes_in
from checker.weigh.grid import Columns, Grid
from checker.weigh.levels import Shape, levels
from checker.weigh.lots import shares_by_lot
from checker.weigh.places import Spot, struck
from checker.weigh.schemes import (
    OTHER,
    SOCIAL_VALUE,
    Entry,
    base_in,
    led_reference,
    name_of,
    nest,
    reference,
    role_of_name,
)
from checker.weigh.totals import Row, Total, give_subtotal, is_grand, repeats_sum, total_in
from checker.weigh.words import Words


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows of one table, or of one lot in it, say: the criteria and the printed total."""

    entries: tuple[Entry, ...]
    total: float | None
    about_social_value: bool = False
    """Whether the row that sums up the others says that they are about social value."""


def read_rows(grid: Grid, columns: Columns, body: list[int], words: Words, lot: str = "") -> Reading:
    """The criteria of a table's rows.

    Arguments: `columns` says what each column holds; `body` the numbers of the rows to be read; `lot` the
    lot whose number is wanted where one cell gives several.
    """
    rows, totals = _rows(grid, columns, body, words)
    _set_amounts(grid, columns, rows, words, lot)
    repeated = [row for row in rows if repeats_sum(row, rows, words)]
    rows = [row for row in rows if row not in repeated]
    about = any(role_of_name(row.name, words) == SOCIAL_VALUE for row in repeated)
    for name, amount, block in totals:
        give_subtotal(rows, name, amount, block)
    last = [amount.value for name, amount, _ in totals if is_grand(name, rows)]
    depths = levels([_shape(row) for row in rows], last[-1] if last else None)
    entries = nest([(depth, _entry(grid, row, words)) for depth, row in zip(depths, rows, strict=True)])
    return Reading(tuple(_folded(entry) for entry in entries), last[-1] if last else None, about)


def _shape(row: Row) -> Shape:
    first = row.name_block.lines[0] if row.name_block.lines else None
    left = first.lefts[0] if first and first.lefts else 0.0
    return Shape(row.depth, row.ref, row.name_block.text, left, row.section, row.amount, row.after_total)


def _rows(grid: Grid, columns: Columns, body: list[int], words: Words) -> tuple[list[Row], list[Total]]:
    rows: list[Row] = []
    totals: list[Total] = []
    path: list[str] = []
    closed = -1
    for number in body:
        total = total_in(grid, columns, number, words)
        if total is not None:
            totals.extend(total)
            closed = len(rows)
            continue
        across = grid.across(number)
        if across is not None:
            rows.extend(_section(across, number, words))
            path = []
            continue
        ref = _reference(grid, columns, number)
        path = _add_path(grid, columns, number, ref, path, rows, words)
        if closed >= 0:
            for row in rows[closed:]:
                row.after_total = True
            closed = -1
    return rows, totals


def _reference(grid: Grid, columns: Columns, number: int) -> str:
    """The reference of a row that stands before its name, as one in a column after it is that of a question."""
    name = columns.names[0] if columns.names else grid.width
    printed = [(c, found) for c in columns.refs if (b := grid.at(number, c)) and (found := reference(b.text))]
    if any(led_reference(b.text) for c in columns.names[:1] if (b := grid.at(number, c))):
        printed = [(c, found) for c, found in printed if c < name]
    return printed[0][1] if printed else ""


def _add_path(
    grid: Grid, columns: Columns, number: int, ref: str, path: list[str], rows: list[Row], words: Words
) -> list[str]:
    """Add what is new in a row: a group in a left column, the criterion in the right one."""
    named = [(depth, c, b) for depth, c in enumerate(_levels_of(grid, columns)) if (b := grid.at(number, c))]
    deepest = max((depth for depth, _, _ in named), default=-1)
    for depth, col, block in named:
        key = " ".join(block.text.split()).lower()
        if depth < deepest and depth < len(path) and path[depth] == key:
            continue
        path = [*path[:depth], *[""] * (depth - len(path)), key]
        lines = grid.span(number, col)
        grouped = depth < deepest or len(lines) > 1
        name, amount = _with_amount(block, words) if grouped else (name_of(block.text, words), None)
        if not name:
            continue
        own = ref or led_reference(block.text) if depth == deepest else led_reference(block.text)
        codes = codes_in(_row_text(grid, columns, number), words) if depth == deepest else ()
        row = Row(block, name, depth, lines, own, codes=codes)
        if amount is not None:
            row.amount, row.amount_block, row.found_in_name = amount, block, True
        rows.append(row)
    return path


def _row_text(grid: Grid, columns: Columns, number: int) -> str:
    skip = {*columns.weights, *columns.limits}
    return " | ".join(b.text for c in range(grid.width) if c not in skip and (b := grid.at(number, c)))


def _levels_of(grid: Grid, columns: Columns) -> tuple[int, ...]:
    """The name columns that make levels: those that group rows, and the one to the right of them.

    A column that groups has merged cells, blanks below a name, or the same name again and again; any
    further column beside an ungrouped one describes the criterion and does not name it.
    """
    levels_: list[int] = []
    for col in columns.names:
        levels_.append(col)
        if not _groups(grid, col):
            break
    return tuple(levels_)


def _groups(grid: Grid, col: int) -> bool:
    before = ""
    for number in grid.body:
        if grid.across(number) is not None:
            continue
        block = grid.at(number, col)
        if block is None or len(grid.span(number, col)) > 1 or block.text == before:
            return True
        before = block.text
    return False


def _section(block: Block, number: int, words: Words) -> list[Row]:
    name, amount = _with_amount(block, words)
    if not name or len(name.split()) > 14:
        return []
    row = Row(block, name, 0, range(number, number + 1), led_reference(block.text), section=True)
    if amount is not None:
        row.amount, row.amount_block, row.found_in_name = amount, block, True
    return [row]


def _with_amount(block: Block, words: Words) -> tuple[str, Amount | None]:
    """The name of a group whose cell may hold its number too: "Quality (60%)", "60% Quality"."""
    text = block.text
    amounts = [a for a in find_amounts(text, words) if not struck(block, a.start, a.end)]
    if len(amounts) != 1:
        return name_of(text, words), None
    a = amounts[0]
    # The number may stand before or after the name of the group.
    before = name_of(text[: a.start], words)
    return before or name_of(text[a.end :], words), a


def _set_amounts(grid: Grid, columns: Columns, rows: list[Row], words: Words, lot: str) -> None:
    for order, col in enumerate(ranked_columns(grid, columns, words)):
        seen: set[str] = set()
        for number in grid.body:
            block = grid.at(number, col)
            if block is None or block.id in seen or grid.across(number) is not None:
                continue
            seen.add(block.id)
            amount = shares_by_lot(block.text, words).get(lot) if lot else None
            amount = amount or cell_amount(block.text, words, bare=columns.titled)
            if amount is not None and amount.unit == "bare" and _in_marks(grid.heads[col], words):
                amount = replace(amount, unit="marks")
            if amount is None or struck(block, amount.start, amount.end):
                continue
            _give(rows, grid.span(number, col), amount, block, first=order == 0)


def _in_marks(head: str, words: Words) -> bool:
    return words.has("marks_heads", head) and "%" not in head


def ranked_columns(grid: Grid, columns: Columns, words: Words) -> list[int]:
    """The weight columns, that of the single rows first, then that of the groups.

    Of two full columns (percent and marks, share of quality and share of the whole) the percent of the
    whole wins, because it alone can be compared with other places.
    """

    def rank(col: int) -> tuple[bool, bool, bool, int]:
        head = grid.heads[col]
        sub = words.has("sub_weight_heads", head)
        return (not sub and _groups(grid, col), _in_marks(head, words), not words.has("base_overall", head), col)

    return sorted(columns.weights, key=rank)


def _give(rows: list[Row], lines: range, amount: Amount, block: Block, first: bool) -> None:
    """Give a number to the criterion that covers the same rows of the table."""
    over = [row for row in rows if not row.section and row.lines.start <= lines.start and lines.stop <= row.lines.stop]
    if not over:
        # A merged number over several single rows: it belongs to the heading above them.
        over = [row for row in rows if row.section and row.lines.start < lines.start][-1:] if len(lines) > 1 else []
    same = [row for row in over if row.lines == lines]
    deep = sorted(same or over, key=lambda row: -row.depth)
    candidates = deep if first else sorted(over, key=lambda row: row.depth)
    for row in candidates:
        if row.amount is None:
            row.amount, row.amount_block = amount, block
            return


def _entry(grid: Grid, row: Row, words: Words) -> Entry:
    role = role_of_name(row.name, words)
    if role == OTHER and row.ref and reference(row.ref):
        role = role_of_name(row.ref, words)
    name_spot = Spot(grid.document, row.name_block, 0, len(row.name_block.text))
    spot = name_spot
    if row.amount is not None and row.amount_block is not None:
        spot = Spot(grid.document, row.amount_block, row.amount.start, row.amount.end)
        if row.found_in_name:
            spot = name_spot
    base = base_in(row.amount_block.text, words) if row.amount_block is not None else ""
    return Entry(row.name, role, row.amount, spot, name_spot, row.ref, row.codes, base)


def _folded(entry: Entry) -> Entry:
    """A group of one row is that row: the two are one criterion, printed in two cells."""
    children = tuple(_folded(child) for child in entry.children)
    entry = replace(entry, children=children)
    if len(children) != 1 or children[0].children:
        return entry
    child = children[0]
    if child.amount is not None and entry.amount is not None and child.amount.value != entry.amount.value:
        return entry
    holder = child if entry.amount is None else entry
    named = child if child.role == SOCIAL_VALUE and entry.role != SOCIAL_VALUE else entry
    if holder.amount is None or (
        child.role == SOCIAL_VALUE and entry.role != SOCIAL_VALUE and child.amount is not None
    ):
        return entry
    codes = tuple(dict.fromkeys((*entry.codes, *child.codes)))
    return replace(named, amount=holder.amount, spot=holder.spot, ref=child.ref or entry.ref, codes=codes, children=())
