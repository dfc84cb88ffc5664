"""Plain text and Markdown read as a one-page document; points are one letter across and one line down."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace

from checker.model import Page, Rulebook
from checker.read.assemble import Parts
from checker.read.blocks import Draft
from checker.read.carry import Element, TableDraft
from checker.read.contents import find_contents
from checker.read.glyphs import Frame
from checker.read.grids import Grid, GridCell, header_rows
from checker.read.headings import Heading, find_headings, look_of, make_heading
from checker.read.rows import Row, make_row
from checker.read.sections import TitleCues
from checker.read.strips import Strip

_WORDS = re.compile(r"\S+(?:[ \t\xa0]\S+)*")
"""Words with single spaces between; wider gaps part strips, as on a page."""
_HASHES = re.compile(r"(#{1,6})\s+")
_RULE = re.compile(r"\|[\s:|-]*-{2,}[\s:|-]*")
_KEY = re.compile(r"[A-Z][^.:;]{0,40}:\s+\S")
_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*$")
_WRAPPED = 125
"""Text whose lines are longer than this was not wrapped: each line is a paragraph of its own."""
_MOST_LETTERS = 4000
"""Letters of one line; a long paragraph typed without line ends has half of it."""
_MOST_LINES = 80
_UNFINISHED = re.compile(r"[,(&–-]$")


def read_plain(text: str, markdown: bool, rules: Rulebook) -> Parts:
    """What a text holds: headings, paragraphs, list items and tables, in order.

    Lines that clearly go on (no sentence end before, a small letter after) are joined, so that a page
    pasted from a PDF reads as its paragraphs.
    """
    lines = [
        part
        for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
        for part in _cut(line.rstrip())
    ]
    marks: dict[int, int] = {}
    rows = [_row(line, n, markdown, marks) for n, line in enumerate(lines) if not (markdown and _RULE.fullmatch(line))]
    listed = find_contents([[row for row in rows if row is not None]], rules.words.get("contents-titles", ()))
    flow: list[Element] = []
    width = _wrap_width([row for row in rows if row is not None])
    for paragraph in _paragraphs(rows):
        flow += _elements(paragraph, listed, width, rules.words.get("joining-words", ()))
    headings = _headings(flow, marks, TitleCues(rules.cues.get("sections", ())), rules)
    contents = frozenset(n for n, item in enumerate(flow) if isinstance(item, Draft) and item.furniture == "contents")
    width, height = float(max(map(len, lines), default=1) or 1), float(len(lines))
    page = Page(1, width, height)
    return Parts((page,), flow, headings, contents, {}, {1: Frame(0, width, height)})


def _cut(line: str) -> list[str]:
    """A line in parts that are not longer than a long paragraph, cut at a space where there is one."""
    parts = []
    while len(line) > _MOST_LETTERS:
        at = line.rfind(" ", 1, _MOST_LETTERS)
        at = at if at > 0 else _MOST_LETTERS
        parts.append(line[:at])
        line = line[at:].lstrip()
    return [*parts, line]


def _row(line: str, n: int, markdown: bool, marks: dict[int, int]) -> Row | None:
    """A line of text as a row; Markdown signs are left out and headings noted in `marks` by line number."""
    start = 0
    if markdown and (m := _HASHES.match(line)):
        marks[n] = len(m[1])
        start = m.end()
    strips = []
    for m in _WORDS.finditer(line, start):
        kept = [k for k in range(m.start(), m.end()) if not (markdown and _is_sign(line, k))]
        if kept:
            strips.append(_strip("".join(" " if line[k].isspace() else line[k] for k in kept), kept, n))
    return make_row(strips) if strips else None


def _is_sign(line: str, k: int) -> bool:
    """Whether a letter is one of the two stars of Markdown's **bold**."""
    return line[k] == "*" and ("*" in (line[k - 1 : k], line[k + 1 : k + 2]))


def _strip(text: str, places: Sequence[int], n: int) -> Strip:
    lefts, rights = array("f", [float(k) for k in places]), array("f", [float(k + 1) for k in places])
    top, bottom = float(n), float(n + 1)
    return Strip(1, text, lefts[0], top, rights[-1], bottom, bottom, 1.0, 0.0, lefts, rights)


def _paragraphs(rows: Sequence[Row | None]) -> list[list[Row]]:
    """The rows between blank lines."""
    parts: list[list[Row]] = [[]]
    for row in rows:
        if row is None:
            parts.append([])
        else:
            parts[-1].append(row)
    return [part for part in parts if part]


def _elements(rows: list[Row], listed: set[int], width: float, joining_words: Sequence[str]) -> list[Element]:
    if len(rows) > 1 and all(row.text.startswith("|") for row in rows):
        return [_piped(rows)]
    found: list[Element] = []
    start = 0
    for first, end, grid in [*_spaced(rows, listed), (len(rows), len(rows), None)]:
        fresh = True
        for row in rows[start:first]:
            last = found[-1] if found else None
            if id(row) in listed:
                found.append(Draft((row,), "contents"))
            elif not fresh and isinstance(last, Draft) and _goes_on(last, row, width, joining_words):
                found[-1] = Draft((*last.rows, row))
            else:
                found.append(Draft((row,)))
            fresh = False
        if grid is not None:
            found.append(_whole(grid))
        start = end
    return found


def _spaced(rows: list[Row], listed: set[int]) -> list[tuple[int, int, Grid]]:
    """Tables set with wide spaces: at least three rows, one after the other, of as many pieces each."""
    found: list[tuple[int, int, Grid]] = []
    start = 0
    while start < len(rows):
        cols = len(rows[start].strips) if len(rows[start].parts) > 1 and id(rows[start]) not in listed else 0
        end = start
        while cols and end < len(rows) and len(rows[end].parts) > 1 and len(rows[end].strips) == cols:
            end += 1
        if end - start >= 3:
            found.append((start, end, _table([row.strips for row in rows[start:end]])))
        start = max(end, start + 1)
    return found


def _goes_on(block: Draft, row: Row, width: float, joining_words: Sequence[str]) -> bool:
    """Whether a line goes on with the lines above it; `width` is where the text was wrapped, 0 when it was not."""
    last, text = block.last, block.last.text
    if len(block.rows) >= _MOST_LINES:
        return False
    if block.furniture or (row.label is not None and (row.label.sure or last.ended or row.label.kind == "bullet")):
        return False
    if len(row.parts) > 1 or len(last.parts) > 1:
        return False
    if _KEY.match(row.text) or (len(block.rows) == 1 and _KEY.match(text) and len(text) < 60):
        return row.text[0].islower() and not _ENDED.search(text)
    full = last.line.x1 + 1 + len(row.text.split()[0]) > width > 0
    if text.endswith((";", ":")):
        return False
    if row.text[0].islower():
        return full or not last.ended
    if _UNFINISHED.search(text) or text.rsplit(" ", 1)[-1].casefold() in joining_words:
        return True
    return full and last.line.x1 - last.line.x0 > 0.5 * width


def _wrap_width(rows: Sequence[Row]) -> float:
    """The width, in letters, at which the lines of a text were wrapped; 0 when they were not."""
    ends = [row.line.x1 for row in rows]
    widest = max(ends, default=0.0)
    return widest if widest <= _WRAPPED and sum(end > 0.85 * widest for end in ends) >= 3 else 0.0


def _piped(rows: Sequence[Row]) -> TableDraft:
    """A Markdown table: cells between upright bars."""
    lines: list[list[Strip | None]] = []
    for row in rows:
        at = 1
        cells: list[Strip | None] = []
        for piece in row.text[1:].removesuffix("|").split("|"):
            body = piece.strip()
            start = at + (piece.index(body) if body else 0)
            cells.append(row.line.cut(start, start + len(body)) if body else None)
            at += len(piece) + 1
        lines.append(cells)
    return _whole(_table(lines))


def _table(lines: Sequence[Sequence[Strip | None]]) -> Grid:
    """A table from its rows of cells; the first row names the columns where it reads like that."""
    cells = tuple(
        GridCell(r, c, 1, 1, (strip,)) for r, line in enumerate(lines) for c, strip in enumerate(line) if strip
    )
    cols = max(len(line) for line in lines)
    top, bottom = cells[0].lines[0].top, cells[-1].lines[0].bottom
    grid = Grid(1, tuple(float(n) for n in range(cols + 1)), top, bottom, len(lines), cols, cells, ruled=False)
    return replace(grid, header=header_rows(grid))


def _whole(grid: Grid) -> TableDraft:
    return TableDraft((grid,), grid.rows, grid.cols, grid.cells, grid.header)


def _headings(flow: Sequence[Element], marks: dict[int, int], titles: TitleCues, rules: Rulebook) -> dict[int, Heading]:
    """The headings of a text.

    They are lines marked with #, numbered lines with their sub-clauses below, lines in capitals, and
    short lines without a full stop that either name a known kind of section or stand by themselves
    above a paragraph, a list or a table.
    """
    division_words = rules.words.get("division-words", ())
    found = find_headings(flow, look_of(flow), division_words, rules.words.get("sentence-words", ()))
    found = {n: replace(heading, is_title=False) for n, heading in found.items()}
    for n, item in enumerate(flow):
        if not isinstance(item, Draft) or item.furniture or len(item.rows) != 1 or n in found:
            continue
        before = flow[n - 1] if n else None
        after = flow[n + 1] if n + 1 < len(flow) else None
        depth = marks.get(int(item.first.line.top))
        if depth is not None:
            found[n] = replace(make_heading(item, division_words), depth=depth, bold=True)
        elif isinstance(before, Draft) and before.text.endswith(":"):
            continue  # the first item of a list without signs
        elif _alone(item, after) or (_short(item) and after is not None and titles.role(item.text)):
            found[n] = make_heading(item, division_words)
    return dict(sorted(found.items()))


def _short(draft: Draft) -> bool:
    label, text = draft.first.label, draft.first.body
    known = (label is None or label.kind == "number") and text != ""
    return known and len(text.split()) <= 8 and text[0].isupper() and ":" not in text and text[-1].isalnum()


def _goes_below(after: Element) -> bool:
    """Whether what follows is longer than a title: a table, a list, its introduction or a paragraph."""
    if not isinstance(after, Draft) or after.first.label is not None:
        return True
    return len(after.text.split()) > 8 or after.text.endswith(":")


def _alone(draft: Draft, after: Element | None) -> bool:
    """Whether a short line stands between blank lines above a longer text, a list or a table."""
    if not _short(draft) or after is None or not any(c.islower() for c in draft.text):
        return False
    below = after.first.line.top if isinstance(after, Draft) else after.grids[0].top
    return _goes_below(after) and below - draft.last.line.top > 1.5
