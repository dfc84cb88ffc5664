"""The pages of a PDF, each taken by itself, put together to what the file holds in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Hidden, Page, Rulebook
from checker.read.aligned import find_aligned
from checker.read.assemble import Parts
from checker.read.blocks import Draft, Setting, group, setting
from checker.read.carry import carry_over
from checker.read.columns import streams
from checker.read.contents import find_contents
from checker.read.furniture import find_furniture, furniture_rows, mark_repeated_grids, take_out
from checker.read.grids import Grid
from checker.read.headings import find_headings, look_of
from checker.read.pages import NO_TEXT, PageDraft
from checker.read.rows import Row, make_row, make_rows
from checker.read.strips import Strip


def assemble_pages(drafts: Sequence[PageDraft], rules: Rulebook) -> Parts:
    """What a PDF holds, in reading order, from what each of its pages holds."""
    margins = find_furniture(drafts, rules.words.get("page-words", ()))
    cleared = mark_repeated_grids([take_out(draft, margins.get(draft.number, ())) for draft in drafts])
    pages = tuple(_page(draft) for draft in cleared)
    by_page = [_streams(draft) for draft in cleared]
    contents = find_contents(
        [[row for stream in page for row in stream if isinstance(row, Row)] for page in by_page],
        rules.words.get("contents-titles", ()),
    )
    flow_streams = _blocks(by_page, contents)
    flow = carry_over(flow_streams, rules.words.get("joining-words", ()))
    flow += [Draft((make_row([strip]),)) for draft in cleared for strip in draft.aside]
    flow.sort(key=lambda item: item.first.line.page if isinstance(item, Draft) else item.grids[0].page)
    listed = frozenset(n for n, item in enumerate(flow) if isinstance(item, Draft) and item.furniture == "contents")
    words = rules.words.get("division-words", ()), rules.words.get("sentence-words", ())
    headings = find_headings(flow, look_of(flow), *words)
    return Parts(
        pages,
        flow,
        headings,
        listed,
        {number: furniture_rows(lines) for number, lines in margins.items()},
        {draft.number: draft.frame for draft in drafts},
    )


def _page(draft: PageDraft) -> Page:
    note = draft.note
    if not note and not draft.strips and not draft.grids and draft.picture > 0.2:
        note = NO_TEXT
    hidden = tuple(Hidden(*one) for one in draft.hidden)
    return Page(draft.number, round(draft.frame.width, 2), round(draft.frame.height, 2), note, hidden, draft.ocr)


def _streams(draft: PageDraft) -> list[list[Row | Grid]]:
    """The rows and tables of a page in reading order, by stream."""
    found: list[list[Row | Grid]] = []
    for stream in streams([*draft.strips, *draft.grids], draft.frame.across):
        run: list[Row | Grid] = []
        strips: list[Strip] = []
        for item in stream:
            if isinstance(item, Grid):
                run += _boxed(strips, draft)
                strips = []
                run.append(item)
            else:
                strips.append(item)
        found.append([*run, *_boxed(strips, draft)])
    return found


def _boxed(strips: Sequence[Strip], draft: PageDraft) -> list[Row]:
    """Rows that know in which drawn frame they stand."""
    rows = make_rows(strips)
    if not draft.boxes:
        return rows
    return [replace(row, box=_box_of(row.line, draft)) for row in rows]


def _box_of(line: Strip, draft: PageDraft) -> int:
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    inside = [n for n, (x0, y0, x1, y1) in enumerate(draft.boxes) if x0 <= x <= x1 and y0 <= y <= y1]
    return min(inside, key=lambda n: (draft.boxes[n][2] - draft.boxes[n][0], n), default=-1)


def _blocks(by_page: Sequence[Sequence[Sequence[Row | Grid]]], contents: set[int]) -> list[list[Draft | Grid]]:
    """The rows of every stream grouped to blocks and unruled tables."""
    runs = [[_runs(stream, contents) for stream in page] for page in by_page]
    set_as = setting([run for page in runs for stream in page for run in stream if not isinstance(run, Grid)])
    return [_stream_blocks(stream, contents, set_as) for page in runs for stream in page if stream]


def _stream_blocks(runs: Sequence[list[Row] | Grid], contents: set[int], set_as: Setting) -> list[Draft | Grid]:
    items: list[Draft | Grid] = []
    for run in runs:
        if isinstance(run, Grid):
            items.append(run)
        elif id(run[0]) in contents:
            items += [Draft((row,), "contents") for row in run]
        else:
            start = 0
            for first, end, grid in find_aligned(run):
                items += [*group(run[start:first], set_as), grid]
                start = end
            items += group(run[start:], set_as)
    return items


def _runs(stream: Sequence[Row | Grid], contents: set[int]) -> list[list[Row] | Grid]:
    """Rows that follow each other without a table between; rows of a contents page apart from others."""
    runs: list[list[Row] | Grid] = []
    for item in stream:
        last = runs[-1] if runs else None
        if isinstance(item, Grid):
            runs.append(item)
        elif isinstance(last, list) and (id(last[0]) in contents) == (id(item) in contents):
            last.append(item)
        else:
            runs.append([item])
    return runs
