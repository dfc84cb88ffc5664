"""A PDF file turned into a Document, page by page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from checker.model import Page, Rulebook
from checker.read.aligned import find_aligned
from checker.read.assemble import Parts
from checker.read.blocks import Draft, Setting, group, setting
from checker.read.carry import carry_over
from checker.read.columns import streams
from checker.read.contents import find_contents
from checker.read.furniture import find_furniture, furniture_rows, mark_repeated_grids, take_out
from checker.read.glyphs import Frame
from checker.read.grids import Grid
from checker.read.headings import find_headings, look_of
from checker.read.pages import NO_TEXT, PageDraft, read_page
from checker.read.rows import Row, make_row, make_rows
from checker.read.strips import Strip

DAMAGED = "it is damaged"

# What pdfminer has to say about odd files would go to the terminal, where nobody asked for it.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())
logging.getLogger("pdfplumber").addHandler(logging.NullHandler())


class CannotOpen(Exception):
    """A PDF that does not open: `why` in words for the report, `hint` what to do, `slug` for scripts."""

    def __init__(self, why: str, hint: str, slug: str) -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint
        self.slug = slug


@contextmanager
def _pdfminer_troubles() -> Iterator[None]:
    """The one place where the many errors that pdfminer raises on odd files become one of ours."""
    try:
        yield
    except Exception as trouble:
        cause = trouble.args[0] if isinstance(trouble, PdfminerException) and trouble.args else trouble
        if isinstance(cause, PDFPasswordIncorrect):
            why, hint = "it is locked with a password", "Save a copy without the password and give that."
            raise CannotOpen(why, hint, "locked-pdf") from trouble
        if isinstance(cause, PDFEncryptionError):
            why, hint = "it is locked in a way that svcheck cannot open", "Save a copy without the lock and give that."
            raise CannotOpen(why, hint, "locked-pdf") from trouble
        why, hint = "the PDF is damaged", "Open it in a PDF reader, save it again and give that copy."
        raise CannotOpen(why, hint, "broken-pdf") from trouble


def count_pages(data: bytes) -> int:
    """The number of pages that a PDF says it has; 0 when it does not open."""
    try:
        with _pdfminer_troubles(), pdfplumber.open(BytesIO(data)) as pdf:
            return len(pdf.pages)
    except CannotOpen:
        return 0


def read_pdf(data: bytes, rules: Rulebook, on_page: Callable[[], None]) -> Parts:
    """What a PDF holds, in reading order.

    Errors: CannotOpen for a locked or broken file. A single page that is damaged becomes a page with
    a note.
    """
    drafts = _page_drafts(data, on_page)
    if not drafts:
        raise CannotOpen(
            "the PDF has no pages", "Open it in a PDF reader, save it again and give that copy.", "broken-pdf"
        )
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


def _page_drafts(data: bytes, on_page: Callable[[], None]) -> list[PageDraft]:
    # Closing a PDF asks for its pages again, so it may only be closed once they are known to be readable.
    with _pdfminer_troubles():
        pdf = pdfplumber.open(BytesIO(data))
        pages = pdf.pages
    drafts: list[PageDraft] = []
    with pdf:
        for number, page in enumerate(pages, start=1):
            drafts.append(_page_draft(page, number))
            _let_go(pdf, page)
            on_page()
    return drafts


def _let_go(pdf: Any, page: Any) -> None:
    """Frees what a page holds in memory: its letters, and its drawing commands, which pdfminer would keep unpacked."""
    page.close()
    kept = getattr(pdf.doc, "_cached_objs", {})
    for part in page.page_obj.contents:
        kept.pop(getattr(part, "objid", None), None)
    page.page_obj.contents = []


def _page_draft(page: Any, number: int) -> PageDraft:
    try:
        with _pdfminer_troubles():
            return read_page(page, number)
    except CannotOpen:
        return PageDraft(number, Frame(0, float(page.width), float(page.height)), note=DAMAGED)


def _page(draft: PageDraft) -> Page:
    note = draft.note
    if not note and not draft.strips and not draft.grids and draft.picture > 0.2:
        note = NO_TEXT
    return Page(draft.number, round(draft.frame.width, 2), round(draft.frame.height, 2), note)


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
