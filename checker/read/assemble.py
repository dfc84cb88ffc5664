"""Everything read from a file put together as one Document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model import Block, BlockKind, Document, FileRole, Page, Role, Section, Table
from checker.read.blocks import Draft
from checker.read.carry import Element
from checker.read.file_roles import FileCues
from checker.read.glyphs import Frame
from checker.read.grids import GridCell
from checker.read.headings import Heading
from checker.read.joining import vocabulary
from checker.read.lists import find_bullets
from checker.read.making import BlockMaker, printed
from checker.read.sections import TitleCues, build_sections
from checker.read.strips import Strip

_ROLE_OF_FILE = {
    FileRole.SPECIFICATION: Role.SPECIFICATION,
    FileRole.CONTRACT: Role.CONTRACT,
    FileRole.SELECTION: Role.SELECTION,
    FileRole.PRICING: Role.PRICING,
    FileRole.EVALUATION: Role.AWARD,
}
"""What the sections of a file are for where no heading tells."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What was read from one file, ready to be put together."""

    pages: tuple[Page, ...]
    flow: Sequence[Element]
    headings: Mapping[int, Heading]
    contents: frozenset[int]
    """Places in the flow that stand in a table of contents."""
    margins: Mapping[int, Sequence[tuple[Strip, str]]]
    """For each page its header and footer lines, with what they are."""
    frames: Mapping[int, Frame]
    """How each page was turned for reading."""


def assemble(
    parts: Parts, name: str, sha256: str, number: int, cues: FileCues, titles: TitleCues, prefixes: Sequence[str]
) -> Document:
    """The document of a file.

    `number` counts the files of the pack from 1 and begins every id; `prefixes` are word beginnings
    that keep their hyphen.
    """
    maker = BlockMaker(number, parts.frames, vocabulary(_all_lines(parts.flow), prefixes))
    title = _title(parts.headings)
    role = cues.role(name, title, _opening(parts.flow))
    made, tables = _made(parts, maker)
    ids = {n: block.id for n, block in made if n in parts.headings}
    prefix = f"f{number}"
    sections = build_sections(parts.headings, titles, _ROLE_OF_FILE.get(role, Role.OTHER), prefix, ids)
    blocks = _placed(made, {n: section.id for n, section in sections.items()}, parts.contents, f"{prefix}.s0")
    listed = [sections[n] for n in sorted(sections)]
    if parts.contents:
        listed.append(_contents_section(f"{prefix}.s0", blocks))
    return Document(name, sha256, role, parts.pages, tuple(blocks), tuple(tables), tuple(listed), title=title)


def _made(parts: Parts, maker: BlockMaker) -> tuple[list[tuple[int, Block]], list[Table]]:
    """The blocks in reading order, each with its place in the flow (-1 for headers and footers), and the tables."""
    by_page: dict[int, list[int]] = {}
    for n, item in enumerate(parts.flow):
        by_page.setdefault(_page_of(item), []).append(n)
    bullets = find_bullets(parts.flow, parts.headings)
    made: list[tuple[int, Block]] = []
    tables: list[Table] = []
    for page in parts.pages:
        margins = parts.margins.get(page.number, ())
        middle = 0.5 * parts.frames[page.number].down
        made += [(-1, maker.margin(line, kind)) for line, kind in margins if line.base < middle]
        for n in by_page.get(page.number, ()):
            item = parts.flow[n]
            if isinstance(item, Draft):
                listed = BlockKind.BULLET if n in bullets else BlockKind.PARAGRAPH
                kind = BlockKind.HEADING if n in parts.headings else listed
                made.append((n, maker.block(kind, printed(item), item.furniture)))
            else:
                table, cells = maker.table(item, len(tables) + 1)
                made += [(n, cell) for cell in cells]
                tables += [table] if table is not None else []
        made += [(-1, maker.margin(line, kind)) for line, kind in margins if line.base >= middle]
    return made, tables


def _placed(
    made: Sequence[tuple[int, Block]], opened: Mapping[int, str], contents: frozenset[int], contents_id: str
) -> list[Block]:
    """The blocks, each with the id of the section in which it stands; headers and footers stand in none."""
    blocks: list[Block] = []
    current = ""
    for n, block in made:
        current = opened.get(n, current)
        section = "" if n < 0 else contents_id if n in contents else current
        blocks.append(replace(block, section=section))
    return blocks


def _all_lines(flow: Sequence[Element]) -> Iterable[list[str]]:
    for item in flow:
        if isinstance(item, Draft):
            yield [row.text for row in item.rows]
        else:
            cells: Sequence[GridCell] = item.cells
            for cell in cells:
                lines = [line.text for line in cell.lines]
                yield lines if len(lines) == 1 or " " in "".join(lines) else []


def _title(headings: Mapping[int, Heading]) -> str:
    """The title of a file: the largest words on its first page, and a second line set nearly as large."""
    titles = [heading for _, heading in sorted(headings.items()) if heading.is_title]
    largest = max((heading.size for heading in titles), default=0.0)
    return " – ".join([heading.title for heading in titles if heading.size > 0.75 * largest][:2])


def _page_of(item: Element) -> int:
    return item.first.line.page if isinstance(item, Draft) else item.grids[0].page


def _opening(flow: Sequence[Element]) -> str:
    """The words at the beginning of a file, by which its role may be told."""
    words: list[str] = []
    for item in flow:
        if isinstance(item, Draft) and not item.furniture:
            words += item.text.split()
            if len(words) > 250:
                break
    return " ".join(words)


def _contents_section(section_id: str, blocks: Sequence[Block]) -> Section:
    first = next(block for block in blocks if block.section == section_id)
    return Section(section_id, "", first.text, 1, Role.CONTENTS, (first.text,), first.id)
