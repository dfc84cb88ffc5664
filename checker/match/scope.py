"""Where social value is what the text is about, so that a theme there counts. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cached_property

from checker.match.clauses import clauses_about
from checker.match.runs import Runs
from checker.model import Block, BlockKind, Document, Section, Table

_ROW = 6
"""Words: a line no longer than this that names social value may be a row of a pasted table."""
_GROUP = 12
"""Words: a cell alone in its row heads the rows below it when it is no longer than this."""


class Scope:
    """The blocks and sentences of one document that are about social value.

    A sentence is in scope when social value is named (a) in it, (b) in a heading above it, (c) in the block
    that introduces its list, (d) in its table row, the head of its column, the row that heads its part of
    the table, or the table's caption, (e) earlier in the same paragraph, or (f) in the numbered clauses round it.
    """

    def __init__(
        self,
        document: Document,
        leads: Mapping[str, str],
        named: Mapping[str, int],
        runs: Runs,
        shared: Container[str] = (),
    ) -> None:
        """`named` gives, for each block that names social value, the number of the first sentence that does.

        `leads` and `runs` tell what introduces a block and which lines belong together; `shared` are headings
        that name social value among other subjects.
        """
        self._document = document
        self._leads = leads
        self._named = named
        self._runs = runs
        self._shared = shared
        self._rows: dict[str, list[bool]] = {}

    def covers(self, block: Block, sentence: int) -> bool:
        """Whether a sentence of a block is about social value."""
        return sentence == self._named.get(block.id) or self.covers_around(block, sentence)

    def covers_around(self, block: Block, sentence: int) -> bool:
        """Whether a sentence would be about social value even if it did not name it itself."""
        if sentence > self._named.get(block.id, sentence):
            return True
        if block.section in self._sections or block.id in self._clauses:
            return True
        if block.kind is BlockKind.CELL and block.place is not None:
            return self._in_table(block)
        lead = self._document.by_id.get(self._leads.get(block.id, ""))
        return lead is not None and (lead.id in self._named or self.covers(lead, 0))

    def shares_section(self, block: Block) -> bool:
        """Whether social value is named in the section of a block, no more than a page away."""
        places = self._named_places.get(block.section, ())
        return any(abs(page - block.page) <= 1 for page in places)

    def shares_page(self, block: Block) -> bool:
        """Whether a short line of its own names social value on the page of a block, as rows of a pasted table do."""
        return block.page in self._rows_on_pages

    @cached_property
    def _rows_on_pages(self) -> frozenset[int]:
        blocks = (self._document.by_id[name] for name in self._named)
        return frozenset(block.page for block in blocks if not block.furniture and len(block.text.split()) <= _ROW)

    @cached_property
    def openings(self) -> frozenset[str]:
        """The blocks that introduce a list or table in which social value is named."""
        found: set[str] = set()
        for item in self._named:
            lead = self._leads.get(item, "")
            while lead and lead not in found:
                found.add(lead)
                lead = self._leads.get(lead, "")
        return frozenset(found)

    @cached_property
    def lines(self) -> frozenset[str]:
        """The lines of a flattened table or cut sentence that belong to a line which names social value.

        Those right above and below it, and all lines above a list in which it is named.
        """
        found: set[str] = set()
        for item in self._named:
            lead = self._leads.get(item, "")
            above = (lead, *self._runs.lines_above(lead)) if lead and self._runs.lines_above(lead) else ()
            found.update((*self._runs.beside(item), self._runs.cut_from(item), *above))
        return frozenset(found - {""})

    @cached_property
    def _named_places(self) -> dict[str, set[int]]:
        """The pages on which each section names social value."""
        found: dict[str, set[int]] = {}
        for block in self._document.blocks:
            if block.id in self._named and not block.furniture:
                found.setdefault(block.section, set()).add(block.page)
        return found

    @cached_property
    def _clauses(self) -> frozenset[str]:
        """The blocks that the numbered clauses round them tie to social value."""
        return clauses_about(self._document, self._named)

    @cached_property
    def _sections(self) -> frozenset[str]:
        """The sections with social value in their own heading or in one that they stand under."""
        found: set[str] = set()
        above: dict[tuple[str, ...], Section] = {}
        for section in self._document.sections:
            above[section.path] = section
            parents = (above.get(section.path[:depth]) for depth in range(1, len(section.path)))
            if self._heads(section) or any(parent is not None and parent.id in found for parent in parents):
                found.add(section.id)
        return frozenset(found)

    def _heads(self, section: Section) -> bool:
        """Whether a section's own heading makes it one about social value.

        A heading shared with other subjects does not where clauses under it name social value themselves:
        the others are then about the rest.
        """
        if section.heading not in self._named:
            return False
        if section.heading not in self._shared:
            return True
        here = [block.id for block in self._document.blocks if block.section == section.id and not block.furniture]
        return not any(block in self._named for block in here if block != section.heading)

    def _in_table(self, cell: Block) -> bool:
        if cell.place is None:
            return False
        table = self._document.table_by_id[cell.place.table]
        if cell.place.row >= table.header and self._row(table, cell):
            return True
        heads = {row[cell.place.col] for row in table.rows[: table.header]}
        if any(head in self._named for head in heads if head != cell.id):
            return True
        caption = self._document.by_id.get(self._leads.get(cell.id, ""))
        return caption is not None and caption.id in self._named

    def _row(self, table: Table, cell: Block) -> bool:
        """Whether another cell of a cell's row names social value, or the row that heads its part of the table."""
        if cell.place is None:
            return False
        if table.id not in self._rows:
            headed: list[bool] = []
            under = False
            for number, cells in enumerate(table.rows):
                if self._heads_rows(table, number):
                    under = any(one in self._named for one in cells)
                headed.append(under)
            self._rows[table.id] = headed
        row = table.rows[cell.place.row]
        return self._rows[table.id][cell.place.row] or any(one in self._named for one in row if one != cell.id)

    def _heads_rows(self, table: Table, row: int) -> bool:
        """Whether a row is one short cell, as rows are that name the rows below them."""
        ids = {cell for cell in table.rows[row] if cell is not None}
        texts = [self._document.by_id[cell].text.strip() for cell in ids]
        filled = [text for text in texts if text]
        return len(filled) == 1 and len(filled[0].split()) <= _GROUP and not filled[0].endswith((".", "?", ";"))
