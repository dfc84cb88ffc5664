"""A tender document as it was read: text in reading order, and where every letter stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class BlockKind(StrEnum):
    """What a piece of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CELL = "cell"


class Role(StrEnum):
    """What a section of a tender is for; the same sentence means different things in each."""

    BACKGROUND = "background"
    SPECIFICATION = "specification"
    SELECTION = "selection"
    AWARD = "award"
    QUESTION = "question"
    CONTRACT = "contract"
    PRICING = "pricing"
    DEFINITIONS = "definitions"
    TUPE = "tupe"
    CONTENTS = "contents"
    OTHER = "other"


class FileRole(StrEnum):
    """What a file of the pack is for."""

    ITT = "itt"
    EVALUATION = "evaluation"
    SPECIFICATION = "specification"
    SELECTION = "selection"
    CONTRACT = "contract"
    NOTICE = "notice"
    PRICING = "pricing"
    GUIDANCE = "guidance"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: points from the top left corner, page numbers from 1.

    In a .txt or .md file a point is one character across and one line down.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a block, tied to the block's text letter by letter.

    `start` and `end` are offsets into the block's text; `lefts[i]` and `rights[i]` are the left and
    right edge, in points, of the letter at `start + i`. A space between words spans the gap.
    """

    page: int
    start: int
    end: int
    top: float
    bottom: float
    lefts: Sequence[float] = field(compare=False, repr=False)
    rights: Sequence[float] = field(compare=False, repr=False)

    def box(self, start: int, end: int) -> Box:
        """The rectangle round the letters from `start` to `end` (offsets into the block's text)."""
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        return Box(
            self.page,
            round(min(self.lefts[first:last]), 2),
            round(self.top, 2),
            round(max(self.rights[first:last]), 2),
            round(self.bottom, 2),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands in its table: row and column from 0, and how many it spans."""

    table: str
    row: int
    col: int
    rows: int = 1
    cols: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, bullet, heading or table cell, with its text and its printed lines.

    `text` has the words with one space between them; a word cut by a hyphen at a line end is whole
    again. `furniture` says why a block is not part of the text proper ("header", "footer",
    "page number", "contents"), and is empty for text that counts. `struck` are offset pairs of text
    that the page shows struck through.
    """

    id: str
    kind: BlockKind
    text: str
    lines: tuple[Line, ...]
    section: str = ""
    place: Place | None = None
    furniture: str = ""
    size: float = 0.0
    bold: bool = False
    struck: tuple[tuple[int, int], ...] = ()

    @property
    def page(self) -> int:
        """The page on which the block begins, from 1."""
        return self.lines[0].page

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """One rectangle for each printed line that holds a part of text[start:end]."""
        return tuple(line.box(start, end) for line in self.lines if line.start < end and start < line.end)

    def page_at(self, offset: int) -> int:
        """The page on which the letter at `offset` stands, from 1."""
        for line in self.lines:
            if offset < line.end:
                return line.page
        return self.lines[-1].page


FROM_FILE = "file"
"""Text of a scan that was recognised before, and stored in the file."""
FROM_PICTURE = "svcheck"
"""Text that svcheck had recognised from a picture of the page."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text that a page holds and does not show: why, how it begins, and how many letters it has."""

    why: str
    quote: str
    letters: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page: number from 1, size in points, and a note where it could not be read."""

    number: int
    width: float
    height: float
    note: str = ""
    """Why the page could not be read, as the report shows it; empty when it was read."""
    hidden: tuple[Hidden, ...] = ()
    """Text on it that is not shown, and so is no part of the blocks."""
    ocr: str = ""
    """FROM_FILE or FROM_PICTURE where the text was recognised from a picture; empty for printed text."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of block ids; a merged cell repeats its id in every place that it covers.

    `header` is the number of rows at the top that name the columns. A table that goes on over a page
    end is one table; `pages` lists the pages it stands on.
    """

    id: str
    pages: tuple[int, ...]
    rows: tuple[tuple[str | None, ...], ...]
    header: int = 1
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered clause or heading: where a block sits ("4.2 Award criteria"), and what it is for.

    `path` holds the titles from the outermost heading down to this one; `heading` is the id of the
    heading's block, empty for the text before the first heading.
    """

    id: str
    number: str
    title: str
    level: int
    role: Role
    path: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True)
class Document:
    """One file of a tender pack, read."""

    name: str
    sha256: str
    role: FileRole
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    sections: tuple[Section, ...] = ()
    note: str = ""
    """Why the file as a whole could not be read (locked, broken); empty when it was."""
    title: str = ""
    """The title printed on the first page, as far as it can be told."""
    repaired: str = ""
    """What to tell of a damaged file that could be read all the same; empty for one that is whole."""

    @cached_property
    def by_id(self) -> dict[str, Block]:
        """The blocks by their id."""
        return {block.id: block for block in self.blocks}

    @cached_property
    def section_by_id(self) -> dict[str, Section]:
        """The sections by their id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def table_by_id(self) -> dict[str, Table]:
        """The tables by their id."""
        return {table.id: table for table in self.tables}

    def section_of(self, block: Block) -> Section | None:
        """The section in which a block stands, or None before the first heading."""
        return self.section_by_id.get(block.section)

    def row_of(self, block: Block) -> tuple[Block, ...]:
        """The cells of the table row in which a cell stands, left to right, each once."""
        if block.place is None:
            return ()
        row = self.table_by_id[block.place.table].rows[block.place.row]
        ids = dict.fromkeys(cell for cell in row if cell is not None)
        return tuple(self.by_id[cell] for cell in ids)

    def head_of(self, block: Block) -> str:
        """The words that head the column in which a cell stands, joined from the header rows."""
        if block.place is None:
            return ""
        table = self.table_by_id[block.place.table]
        heads = [row[block.place.col] for row in table.rows[: table.header]]
        return " ".join(self.by_id[h].text for h in dict.fromkeys(heads) if h is not None and h != block.id)

    @property
    def unreadable(self) -> tuple[Page, ...]:
        """The pages that could not be read."""
        return tuple(page for page in self.pages if page.note)
