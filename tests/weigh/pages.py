"""Tender documents made by hand, each letter one point wide, for tests of weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from checker.model import (
    Block,
    BlockKind,
    Document,
    FileRole,
    Finding,
    Line,
    Page,
    Place,
    Role,
    Rulebook,
    Section,
    Table,
    Weighing,
    Weight,
)
from checker.weigh import weigh

CONTEXT = Path(__file__).parents[2] / "rules" / "context"
LEFT = 72.0


def words_only() -> Rulebook:
    """A rule book with the word lists for weights and for sentence ends, and nothing else."""
    files = [CONTEXT / name for name in ("procurement.yaml", "weights.yaml")]
    lists = {k: v for file in files for k, v in yaml.safe_load(file.read_text(encoding="utf-8"))["words"].items()}
    words = {name: tuple(str(word) for word in words) for name, words in lists.items()}
    return Rulebook((), (), (), (), (), (), (), {}, words)


RULES = words_only()


@dataclass(frozen=True)
class Cell:
    """A table cell that goes over several rows or columns."""

    text: str
    rows: int = 1
    cols: int = 1


@dataclass
class Paper:
    """A document while it is written: headings, paragraphs, bullets and tables in reading order."""

    name: str = "itt.pdf"
    role: FileRole = FileRole.ITT
    file: int = 1
    page: int = 1
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def heading(self, text: str, role: Role = Role.AWARD, level: int = 1) -> Paper:
        """A heading, which opens a section."""
        ident = f"f{self.file}.s{len(self.sections) + 1}"
        above = [s for s in self.sections if s.level < level]
        path = (*(above[-1].path if above else ()), text)
        block = self._add(text, BlockKind.HEADING, section=ident)
        self.sections.append(Section(ident, "", text, level, role, path, block.id))
        return self

    def text(self, text: str, **more: Any) -> Paper:
        """A paragraph; a line end in `text` is a printed line end."""
        self._add(text, BlockKind.PARAGRAPH, **more)
        return self

    def bullet(self, text: str, left: float = LEFT) -> Paper:
        """A bullet, with its left edge in points."""
        self._add(text, BlockKind.BULLET, left=left)
        return self

    def table(self, *rows: Sequence[str | Cell | None], header: int = 1) -> Paper:
        """A table; a `Cell` may be merged, and the places that it covers are left out of later rows."""
        ident = f"f{self.file}.t{len(self.tables) + 1}"
        grid: dict[tuple[int, int], str | None] = {}
        width = sum(cell.cols if isinstance(cell, Cell) else 1 for cell in rows[0])
        for r, row in enumerate(rows):
            col = 0
            for part in row:
                while (r, col) in grid:
                    col += 1
                cell = part if isinstance(part, Cell) else Cell(part or "")
                name = None
                if cell.text:
                    place = Place(ident, r, col, cell.rows, cell.cols)
                    name = self._add(cell.text, BlockKind.CELL, place=place, left=LEFT + 100 * col).id
                for dr in range(cell.rows):
                    for dc in range(cell.cols):
                        grid[r + dr, col + dc] = name
                col += cell.cols
        lines = tuple(tuple(grid.get((r, c)) for c in range(width)) for r in range(len(rows)))
        self.tables.append(Table(ident, (self.page,), lines, header))
        return self

    def turn(self) -> Paper:
        """Go on on the next page."""
        self.page += 1
        return self

    def done(self) -> Document:
        """The finished document."""
        pages = tuple(Page(n, 595, 842) for n in range(1, self.page + 1))
        return Document(
            self.name, "0" * 64, self.role, pages, tuple(self.blocks), tuple(self.tables), tuple(self.sections)
        )

    def _add(self, text: str, kind: BlockKind, left: float = LEFT, **more: Any) -> Block:
        n = len(self.blocks) + 1
        more.setdefault("section", self.sections[-1].id if self.sections else "")
        lines, start = [], 0
        for number, part in enumerate(text.split("\n")):
            end = start + len(part)
            edges = [left + i for i in range(end - start)]
            top = 12.0 * (n + number / 10)
            lines.append(Line(self.page, start, end, top, top + 10, edges, [x + 1 for x in edges]))
            start = end + 1
        ident = f"f{self.file}.{self.page}.{n}"
        block = Block(ident, kind, text.replace("\n", " "), tuple(lines), **more)
        self.blocks.append(block)
        return block


def read(*papers: Paper, findings: Sequence[Finding] = (), rules: Rulebook = RULES) -> Weighing:
    """What the weighing room makes of some documents."""
    return weigh([paper.done() for paper in papers], rules, findings)


def said(text: str, role: Role = Role.AWARD) -> Weighing:
    """What the weighing room makes of one paragraph in a section of a given role."""
    return read(Paper().heading("Evaluation", role).text(text))


def shape(weights: Sequence[Weight]) -> list[Any]:
    """Names, numbers and children of some weights, to compare with what was printed."""
    return [(w.name, w.percent, shape(w.children)) if w.children else (w.name, w.percent) for w in weights]


def asked(paper: Paper, *texts: str) -> list[Finding]:
    """Live findings of kind question over the blocks of a document that hold one of the texts."""
    return [
        Finding(
            f"{block.id}:0-5:question.describe", "question.describe", 1, "question", "", "question", paper.name,
            block.page, (), block.text[:5], block.text, "", "question", block.id, 0, 5,
        )
        for block in paper.blocks
        if any(text in block.text for text in texts)
    ]  # fmt: skip
