"""The comparison as one HTML page that needs nothing else, and no JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.compare.spots import Data, by_file
from checker.compare.telling import ABOUT, HEADS, TAGS, headline, lead
from checker.report.phrasing import page_list
from checker.report.shell import render
from checker.wording import day

_STYLES = ("base.css", "compare.css", "print.css", "compare-print.css")
_CHANGES = {"added": "New file", "removed": "Taken out", "changed": "Changed", "renamed": "Renamed", "same": "The same"}
Links = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """A file and its pages in one draft, with the address of the first of them where the file lies near."""

    file: str
    pages: str
    href: str


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a change: what it says, why, and where; `found` is false where the draft does not have it."""

    head: str
    said: str
    because: str = ""
    note: str = ""
    found: bool = True
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One problem or fact with both of its sides."""

    title: str
    level: str
    tag: str
    about: str
    halves: tuple[Half, Half]


@dataclass(frozen=True, slots=True)
class Section:
    """What belongs together on the page: problems with one fate, or facts of one kind."""

    id: str
    title: str
    intro: str
    changes: tuple[Change, ...]


def to_html(comparison: dict[str, Any], links: Links | None = None) -> str:
    """The comparison as a page, from the data of `compare` alone.

    `links` holds, for "old" and "new", the address of a file by its name, relative to the page and ready for
    a link; without them places are words. Text from the tenders is escaped wherever it stands.
    """
    at = links or {}
    old, new = comparison["old"], comparison["new"]
    return render(
        "checker.compare",
        "compare.html",
        _STYLES,
        old=old,
        new=new,
        day=day(new["checked_on"]),
        days=[day(side["checked_on"]) for side in (old, new)],
        headline=headline(comparison),
        lead=lead(comparison),
        counts={state: len(entries) for state, entries in comparison["problems"].items()},
        notes=comparison["notes"],
        problems=[_problems(state, entries, at) for state, entries in comparison["problems"].items()],
        moved=[_facts(about, comparison["moved"], at) for about in ABOUT],
        files=[_file(row) for row in comparison["files"]],
        version=comparison["tool"]["version"],
    )


def _problems(state: str, entries: list[Data], at: Links) -> Section:
    title, intro = HEADS[state]
    return Section(state, title, intro, tuple(_problem(entry, at) for entry in entries))


def _problem(entry: Data, at: Links) -> Change:
    level = entry["severity"]["commissioner"]
    about = f"Check {entry['check']}: {entry['title']}" if entry["check"] else f"Priority: {entry['title']}"
    sides = [side for side in (entry["new"], entry["old"]) if side]
    named = next((side["said"] for side in sides if side["problem"]), sides[0]["said"])
    title = named if entry["check"] else f"{entry['title']}: {named[:1].lower()}{named[1:]}"
    absent = "Not in this result" if entry["check"] else "Not named in the files given"
    tag = TAGS.get(level, "For bidders" if entry["severity"]["provider"] else "Note")
    return Change(
        title=title,
        level=level,
        tag=tag,
        about=f"{about}{'. More serious than before' if entry['worse'] else ''}",
        halves=(
            _half("Before", entry["old"], at.get("old", {}), absent),
            _half("Now", entry["new"], at.get("new", {}), absent),
        ),
    )


def _facts(about: str, rows: list[Data], at: Links) -> Section:
    title, intro = ABOUT[about]
    absent = "Not found in the files given"
    changes = tuple(
        Change(
            title=row["label"],
            level="",
            tag="",
            about="",
            halves=(
                _half("Before", row["old"], at.get("old", {}), absent),
                _half("Now", row["new"], at.get("new", {}), absent),
            ),
        )
        for row in rows
        if row["about"] == about
    )
    return Section(about, title, intro, changes)


def _half(head: str, side: Data | None, links: Mapping[str, str], absent: str) -> Half:
    if side is None:
        return Half(head, absent, found=False)
    places = tuple(_place(file, pages, links) for file, pages in by_file(side["places"]).items())
    note = "Let stand on purpose (waived)." if side.get("waived") else ""
    return Half(head, side["said"], side.get("because", ""), note, places=places)


def _place(file: str, pages: list[int], links: Mapping[str, str]) -> Place:
    href = f"{links[file]}#page={pages[0]}" if file in links else ""
    return Place(file, f"{'page' if len(pages) == 1 else 'pages'} {page_list(pages)}", href)


def _file(row: Data) -> Data:
    """A file of both drafts in words."""
    names = ["" if row[side] is None else row[side]["name"] for side in ("old", "new")]
    pages = ["" if row[side] is None else row[side]["pages"] for side in ("old", "new")]
    return {"change": _CHANGES[row["change"]], "names": names, "pages": pages}
