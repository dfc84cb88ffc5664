"""Contents pages: lists of titles with page numbers, which are no text of the tender itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.read.rows import Row
from checker.wording import clean

_LEADERS = re.compile(r"(?:\.\s?|…\s?|·\s?|_){4,}\s*(\d{1,3}|[ivxlc]{1,5})?$")
_NUMBER = re.compile(r"\d{1,3}")


def find_contents(pages: Sequence[Sequence[Row]], titles: Sequence[str]) -> set[int]:
    """The rows (by id()) that make up tables of contents, over one or several pages.

    `pages` are the rows of each page in reading order; `titles` are the headings that open a list of
    contents. Without such a heading only lists with dot leaders count.
    """
    wanted = {" ".join(clean(title).casefold().split()) for title in titles}
    found: set[int] = set()
    open_list = False
    for rows in pages:
        start = _title(rows, wanted)
        if start is not None:
            run = _entries(rows, start + 1, loose=True)
            if len(run) >= 3:
                found |= {id(rows[n]) for n in (start, *run)}
                open_list = run[-1] >= len(rows) - 2
                continue
        if open_list:
            run = _entries(rows, 0, loose=True)
            found |= {id(rows[n]) for n in run}
            open_list = bool(run) and run[-1] >= len(rows) - 2
            if run:
                continue
        found |= {id(rows[n]) for n in _untitled(rows)}
        led = [n for n, row in enumerate(rows) if _LEADERS.search(row.text)]
        if len(led) >= 5:
            found |= {id(rows[n]) for n in range(led[0], led[-1] + 1)} if led[-1] - led[0] < 2 * len(led) else set()
    return found


def _untitled(rows: Sequence[Row]) -> list[int]:
    """A list of numbered titles with page numbers that goes on from a page that was not given."""
    run = _entries(rows, 0, loose=True)
    entries = [rows[n] for n in run]
    numbers = [int(row.strips[-1].text) for row in entries if _NUMBER.fullmatch(row.strips[-1].text)]
    numbered = sum(row.label is not None and row.label.kind == "number" for row in entries)
    many = len(run) >= 8 and len(numbers) >= 0.7 * len(run) and numbered >= 0.6 * len(run)
    return run if many and len(set(numbers)) >= 6 and numbers[-1] - numbers[0] >= 10 else []


def _title(rows: Sequence[Row], wanted: set[str]) -> int | None:
    for n, row in enumerate(rows):
        if clean(row.body).casefold().strip(" :.") in wanted:
            return n
    return None


def _entries(rows: Sequence[Row], start: int, loose: bool) -> list[int]:
    """The rows from `start` on that are entries: they end in page numbers that never go down."""
    run: list[int] = []
    pending: list[int] = []
    page = 0
    for n in range(start, len(rows)):
        row = rows[n]
        number = _page_number(row, loose, bool(run))
        if number is not None and (number >= page or number < 0):
            run += [*pending, n]
            pending = []
            page = max(page, number)
        else:
            pending.append(n)
            if len(pending) > 2 or len(row.text) > 110:
                break
    return run


def _page_number(row: Row, loose: bool, after_entry: bool) -> int | None:
    """The page that an entry names; -1 for leaders without a number; None when it is no entry."""
    if m := _LEADERS.search(row.text):
        return int(m[1]) if m[1] and m[1].isdigit() else -1
    words = row.text.split()
    if len(words) == 1 and loose and after_entry and _NUMBER.fullmatch(words[0]):
        return int(words[0])  # the number of a title that fills its line
    if not loose or len(words) < 2 or not _NUMBER.fullmatch(words[-1]):
        return None
    if len(row.strips) > 1 and row.strips[-1].text == words[-1]:
        return int(words[-1])
    return int(words[-1]) if len(words) <= 12 and not row.ended else None
