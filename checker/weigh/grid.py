"""A printed table as rows and columns of cells, with what each column is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Block, Document, Table
from checker.weigh.amounts import cell_amount
from checker.weigh.places import struck
from checker.weigh.schemes import lot_in, reference
from checker.weigh.words import Words
from checker.wording import clean

_MAX_HEADER = 4
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What the columns of a table hold, as column numbers from 0, left to right."""

    weights: tuple[int, ...]
    names: tuple[int, ...]
    refs: tuple[int, ...]
    limits: tuple[int, ...]
    titled: bool
    """Whether a head says that the weight columns hold weights; else their contents do."""


class Grid:
    """The cells of one table, its header rows and its body."""

    def __init__(self, document: Document, table: Table, words: Words) -> None:
        self.document, self.table, self._words = document, table, words
        self.rows: tuple[tuple[Block | None, ...], ...] = tuple(
            tuple(document.by_id.get(cell) if cell else None for cell in row) for row in table.rows
        )
        self.width = max((len(row) for row in self.rows), default=0)
        self.header = self._header()
        self.heads = tuple(self._head(col) for col in range(self.width))

    @property
    def body(self) -> Iterator[int]:
        """The numbers of the rows that are no header and hold text."""
        heads = [text for text in self.heads if text]
        for row in range(self.header, len(self.rows)):
            texts = [block.text for block in self.cells(row)]
            # A table that goes on over a page end may print its head again.
            if texts and not (len(texts) == len(heads) and texts == heads):
                yield row

    def at(self, row: int, col: int) -> Block | None:
        """The cell in a place, or None where nothing is printed."""
        cells = self.rows[row]
        block = cells[col] if col < len(cells) else None
        return block if block is not None and block.text.strip() else None

    def cells(self, row: int) -> list[Block]:
        """The cells of a row that hold text, left to right, each once."""
        found = {block.id: block for block in self.rows[row] if block is not None and block.text.strip()}
        return list(found.values())

    def span(self, row: int, col: int) -> range:
        """The rows over which the cell in a place goes on: its own alone, or more when it is merged."""
        block = self.at(row, col)
        first = last = row
        while block is not None and first > self.header and self._same(first - 1, col, block):
            first -= 1
        while block is not None and last + 1 < len(self.rows) and self._same(last + 1, col, block):
            last += 1
        return range(first, last + 1)

    def _same(self, row: int, col: int, block: Block) -> bool:
        other = self.at(row, col)
        return other is not None and other.id == block.id

    def across(self, row: int) -> Block | None:
        """The one cell that goes over a whole row, as a heading inside the table does; else None."""
        cells = self.cells(row)
        if len(cells) != 1 or self.width < 2:
            return None
        ids = [block.id for block in self.rows[row] if block is not None]
        return cells[0] if ids.count(cells[0].id) == self.width else None

    def _header(self) -> int:
        best = 0
        for row in range(min(_MAX_HEADER, len(self.rows) - 1)):
            texts = [block.text for block in self.cells(row)]
            if not texts:
                continue
            # What looks no head and holds a plain number is a row, whatever signs its names hold.
            plain = row >= self.table.header
            if any(self._holds_weight(text) or (plain and _NUMBER.fullmatch(text.strip())) for text in texts):
                break
            joined = " ".join(texts)
            lots = sum(1 for text in texts if lot_in(text, self._words)) > 1
            if len(texts) > 1 and (row < self.table.header or lots or self._words.has("weight_heads", joined)):
                best = row + 1
            elif best:
                break
        return best

    def _holds_weight(self, text: str) -> bool:
        # "Lot 2 % weighting" is a head: the number is the lot's.
        lot = lot_in(text, self._words)
        rest = re.sub(re.escape(lot), "", text, flags=re.IGNORECASE)
        amount = cell_amount(rest, self._words, bare=False)
        return amount is not None and len(text) < 25

    def _head(self, col: int) -> str:
        parts: dict[str, str] = {}
        for row in range(self.header):
            block = self.at(row, col)
            if block is not None:
                parts[block.id] = block.text
        return clean(" ".join(parts.values()))

    def columns(self) -> Columns | None:
        """What each column is for, or None when no column holds weights."""
        titled = tuple(c for c in range(self.width) if self._titled_weight(c))
        weights = titled or tuple(c for c in range(self.width) if self._looks_weighed(c))
        if not weights:
            return None
        limits = tuple(
            c for c in range(self.width) if c not in weights and self._words.has("limit_heads", self.heads[c])
        )
        taken = {*weights, *limits}
        refs = tuple(c for c in range(self.width) if c not in taken and self._is_ref(c))
        names = self._names(taken | set(refs), weights)
        return Columns(weights, names, refs, limits, bool(titled)) if names or self._merged_names(weights) else None

    def _merged_names(self, weights: tuple[int, ...]) -> bool:
        return any(self.across(row) is not None for row in self.body) and bool(weights)

    def _titled_weight(self, col: int) -> bool:
        head = self.heads[col]
        if not self._words.has("weight_heads", head) or self._words.has("weight_heads_not", head):
            return False
        if self._is_limit(col):
            return False
        amounts = self._amounts(col, bare=True)
        return any(amounts) and sum(amounts) * 2 >= len(amounts)

    def _is_limit(self, col: int) -> bool:
        return self._words.whole("limit_heads", self.heads[col])

    def _looks_weighed(self, col: int) -> bool:
        head = self.heads[col]
        if self._words.has("weight_heads_not", head) or self._words.has("other_tables", head):
            return False
        amounts = self._amounts(col, bare=False)
        return sum(amounts) >= 2 and sum(amounts) * 5 >= len(amounts) * 3

    def _amounts(self, col: int, bare: bool) -> list[bool]:
        """For each cell of a column that holds text, whether it holds a weight."""
        cells: dict[str, bool] = {}
        for row in self.body:
            block = self.at(row, col)
            if block is not None and self.across(row) is None:
                amount = cell_amount(block.text, self._words, bare)
                cells[block.id] = amount is not None and not struck(block, amount.start, amount.end)
        return list(cells.values())

    def _is_ref(self, col: int) -> bool:
        texts = [block.text for row in self.body if (block := self.at(row, col)) and self.across(row) is None]
        codes = sum(1 for text in texts if reference(text) or re.fullmatch(r"[\W\d]+", text))
        return bool(texts) and codes * 3 >= len(texts) * 2

    def _names(self, taken: set[int], weights: tuple[int, ...]) -> tuple[int, ...]:
        free = [c for c in range(self.width) if c not in taken and self._wordy(c)]
        left = [c for c in free if c < weights[0]]
        titled = [c for c in (left or free) if self._words.has("name_heads", self.heads[c])]
        # In "Criterion | Weight | Sub-criterion | Sub-weight" each weight follows its name.
        between = [c for c in free if weights[0] < c < weights[-1] and self._words.has("sub_name_heads", self.heads[c])]
        return (*(titled or left or free[:1]), *(c for c in between if left))

    def _wordy(self, col: int) -> bool:
        texts = [block.text for row in self.body if (block := self.at(row, col)) and self.across(row) is None]
        return any(re.search(r"[A-Za-z]{3}", text) for text in texts)
