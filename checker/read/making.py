"""Blocks and tables made from printed lines, with their ids and the place of every letter."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from checker.model import Block, BlockKind, Line, Place, Table
from checker.read.blocks import Draft
from checker.read.carry import TableDraft
from checker.read.glyphs import Frame
from checker.read.joining import Vocabulary, join_lines
from checker.read.strips import Strip


class BlockMaker:
    """Makes blocks and tables with ids that count up page by page.

    `number` counts the files of the pack from 1; `frames` tells how each page was turned for reading;
    `known` are the words of the document.
    """

    def __init__(self, number: int, frames: Mapping[int, Frame], known: Vocabulary) -> None:
        self._number = number
        self._frames = frames
        self._known = known
        self._count: dict[int, int] = {}

    def block(self, kind: BlockKind, strips: Sequence[Strip], furniture: str = "", place: Place | None = None) -> Block:
        """A block from its printed lines, words cut at line ends made whole."""
        page = strips[0].page
        self._count[page] = self._count.get(page, 0) + 1
        text, pieces = join_lines([strip.text for strip in strips], self._known, narrow=kind is BlockKind.CELL)
        lines: list[Line] = []
        struck: list[tuple[int, int]] = []
        for strip, piece in zip(strips, pieces, strict=True):
            lines += _lines(strip, piece.start, piece.kept, self._frames[strip.page])
            struck += [(a + piece.start, min(b, piece.kept) + piece.start) for a, b in strip.struck if a < piece.kept]
        letters = sum(len(s.text) for s in strips)
        main = max(strips, key=lambda s: len(s.text))
        return Block(
            id=f"f{self._number}.{page}.{self._count[page]}",
            kind=kind,
            text=text,
            lines=tuple(lines),
            place=place,
            furniture=furniture,
            size=main.size,
            bold=sum(s.bold * len(s.text) for s in strips) > 0.9 * letters,
            struck=tuple(struck),
        )

    def margin(self, line: Strip, kind: str) -> Block:
        """The block of a header, a footer or a page number."""
        return self.block(BlockKind.PARAGRAPH, [line], furniture=kind)

    def table(self, draft: TableDraft, count: int) -> tuple[Table | None, list[Block]]:
        """A table and the blocks of its cells, row by row; no table for one that is page furniture."""
        furniture = draft.grids[0].furniture
        table_id = f"f{self._number}.t{count}"
        rows: list[list[str | None]] = [[None] * draft.cols for _ in range(draft.rows)]
        blocks: list[Block] = []
        for cell in sorted(draft.cells, key=lambda c: (c.row, c.col)):
            place = Place(table_id, cell.row, cell.col, cell.rows, cell.cols)
            block = self.block(BlockKind.CELL, cell.lines, furniture, None if furniture else place)
            blocks.append(block)
            for row in range(cell.row, min(cell.row + cell.rows, draft.rows)):
                for col in range(cell.col, min(cell.col + cell.cols, draft.cols)):
                    rows[row][col] = block.id
        blocks += [self.block(BlockKind.CELL, cell.lines, "header") for cell in draft.dropped]
        if furniture:
            return None, blocks
        pages = tuple(sorted({grid.page for grid in draft.grids}))
        return Table(table_id, pages, tuple(tuple(row) for row in rows), draft.header, draft.ruled), blocks


def _lines(strip: Strip, start: int, kept: int, frame: Frame) -> list[Line]:
    """The printed line of a strip; text that runs up or down the page is boxed word by word."""
    if not kept:
        return []
    turn = strip.turn
    if turn == 0:
        lefts, rights = strip.lefts[:kept], strip.rights[:kept]
        return [Line(strip.page, start, start + kept, strip.top, strip.bottom, lefts, rights)]
    own = frame._replace(turn=turn)
    lines: list[Line] = []
    at = 0
    for word in strip.text[:kept].split(" "):
        end = at + len(word)
        if word:
            x0, x1 = min(strip.lefts[at:end]), max(strip.rights[at:end])
            left, top, right, bottom = own.back(x0, strip.top, x1, strip.bottom)
            lefts, rights = array("f", [left] * len(word)), array("f", [right] * len(word))
            lines.append(Line(strip.page, start + at, start + end, top, bottom, lefts, rights))
        at = end + 1
    return lines


def printed(draft: Draft) -> list[Strip]:
    """The printed lines of a block; a bullet sign before it is left out, a number or letter stays."""
    lines = [row.line for row in draft.rows]
    label, first = draft.first.label, lines[0]
    if label is not None and label.kind == "bullet" and label.end < len(first.text):
        start = label.end + (first.text[label.end] == " ")
        lines[0] = first.cut(start, len(first.text))
    return lines
