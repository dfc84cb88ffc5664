"""Where the findings stand: one item for each sentence of the tender, and short links to it ("Spec p 15")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from checker.report.phrasing import page_list

Data = dict[str, Any]
MOST_IN_A_CELL = 12
"""How many sentences of one cell of the matrix are sure to be shown as evidence."""
_LONGEST_NUMBER = 8
_BETWEEN_CELLS = " | "
"""How the words of a table row are set apart."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the report: the id it goes to, and its words."""

    to: str
    text: str


@dataclass(frozen=True, slots=True)
class Links:
    """Links to evidence, and how many more places there are that the list leaves out."""

    items: tuple[Link, ...] = ()
    count: int = 0
    """The number of sentences, linked or not."""
    more: int = 0
    """The number of sentences (or pages) without a link."""


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence (or table row) of a tender, with all findings that stand in it."""

    findings: tuple[Data, ...]

    @property
    def first(self) -> Data:
        """The finding that stands first in it."""
        return self.findings[0]

    @property
    def counted(self) -> bool:
        """Whether any of its findings counts."""
        return any(not finding["dropped_because"] for finding in self.findings)


class Places:
    """The sentences of a tender pack that hold findings, and a note of which of them the report links to."""

    def __init__(self, result: Data) -> None:
        self.short = {file["name"]: file["short"] for file in result["files"]}
        grouped: dict[tuple[Any, ...], list[Data]] = {}
        rows = _rows(result["findings"])
        for finding in result["findings"]:
            key = (finding["file"], finding["page"], *_words_of(finding, rows))
            # What counts and what does not are told apart, so that one item never says both.
            grouped.setdefault((*key, bool(finding["dropped_because"])), []).append(finding)
        # The whole row stands before its cells, so that the item shows it.
        self.items = tuple(Item(tuple(sorted(group, key=lambda f: -len(f["sentence"])))) for group in grouped.values())
        self._item_of = {finding["id"]: item for item in self.items for finding in item.findings}
        self._rank = {item.first["id"]: rank for rank, item in enumerate(self.items)}
        self._linked: set[str] = set()

    def links(self, ids: Iterable[str], limit: int = 8) -> Links:
        """Links to the places of some findings, one for each sentence, no two with the same words.

        The first `limit` sentences are linked, in reading order. Raises KeyError for an id that no finding
        has: the report never links to nothing.
        """
        items = self._sentences(ids)
        shown = sorted(items[:limit], key=self._order)
        self._linked.update(item.first["id"] for item in shown)
        texts = self._texts(shown)
        return Links(tuple(map(_link, shown, texts)), len(items), len(items) - len(shown))

    def pages(self, ids: Iterable[str], limit: int = 4) -> Links:
        """Links to the pages of some findings: one for each page, to the first sentence on it."""
        every = self._sentences(ids)
        items = sorted(every[:MOST_IN_A_CELL], key=self._order)
        self._linked.update(item.first["id"] for item in items)
        firsts: dict[str, Item] = {}
        for item in items:
            firsts.setdefault(self.page(item.first), item)
        shown = list(firsts.items())[:limit]
        pages = {self.page(item.first) for item in every}
        return Links(tuple(_link(item, page) for page, item in shown), len(every), len(pages) - len(shown))

    def item(self, finding_id: str) -> Item:
        """The sentence in which a finding stands. Raises KeyError for an id that no finding has."""
        return self._item_of[finding_id]

    def where(self, ids: Iterable[str]) -> str:
        """Files and pages in words that stand on their own: "ITT.pdf, pages 4 and 7; Contract.pdf, page 2"."""
        pages: dict[str, list[int]] = {}
        for item in self._sentences(ids):
            pages.setdefault(item.first["file"], []).append(item.first["page"])
        told = ((file, page_list(on), len(set(on)) == 1) for file, on in pages.items())
        return "; ".join(f"{file}, {'page' if one else 'pages'} {on}" for file, on, one in told)

    def linked(self) -> tuple[Item, ...]:
        """The sentences that the report has linked to so far, in reading order."""
        return tuple(item for item in self.items if item.first["id"] in self._linked)

    def page(self, finding: Data) -> str:
        """Where a finding stands, in short, with spaces that do not break: "Spec p 15"."""
        return f"{self.short.get(finding['file'], finding['file'])}\xa0p\xa0{finding['page']}"

    def _order(self, item: Item) -> int:
        return self._rank[item.first["id"]]

    def _sentences(self, ids: Iterable[str]) -> list[Item]:
        firsts: dict[str, Item] = {}
        for finding_id in ids:
            item = self._item_of[finding_id]
            firsts.setdefault(item.first["id"], item)
        return list(firsts.values())

    def _texts(self, items: Sequence[Item]) -> list[str]:
        """Page references; where two quotes share a page, with the section, or else with the id."""
        by_page: dict[str, list[Item]] = {}
        for item in items:
            by_page.setdefault(self.page(item.first), []).append(item)
        return [_told_apart(item, page, by_page[page]) for item in items for page in [self.page(item.first)]]


def _rows(findings: Iterable[Data]) -> dict[tuple[str, int, str, str], list[str]]:
    """The table rows that were found whole, by file, page and section and the words of each of their cells."""
    rows: dict[tuple[str, int, str, str], list[str]] = {}
    for finding in findings:
        row = finding["sentence"]
        cells = row.split(_BETWEEN_CELLS) if not finding["dropped_because"] else []
        for cell in cells if len(cells) > 1 else []:
            at = rows.setdefault((finding["file"], finding["page"], finding["section"], cell.strip()), [])
            if row not in at:
                at.append(row)
    return rows


def _words_of(finding: Data, rows: dict[tuple[str, int, str, str], list[str]]) -> tuple[str, str]:
    """What tells one item from another: the block and its sentence, or the row that holds the cell."""
    sentence = finding["sentence"]
    if _BETWEEN_CELLS in sentence:
        return "", sentence
    holding = rows.get((finding["file"], finding["page"], finding["section"], sentence.strip()), [])
    return ("", holding[0]) if len(holding) == 1 else (finding["block"], sentence)


def _link(item: Item, text: str) -> Link:
    return Link(item.first["id"], text)


def _told_apart(item: Item, page: str, together: Sequence[Item]) -> str:
    if len(together) == 1:
        return page
    sections = [number_of(other.first["section"]) for other in together]
    own = number_of(item.first["section"])
    clear = all(sections) and len(set(sections)) == len(sections)
    return f"{page} ({own if clear else item.first['id']})"


def number_of(section: str) -> str:
    """The number of a section: "4.2 Award criteria" gives "4.2", "Question SV1: jobs" gives "SV1"; else nothing."""
    for word in section.split()[:2]:
        bare = word.strip(".:;,()")
        if any(letter.isdigit() for letter in bare) and len(bare) <= _LONGEST_NUMBER:
            return f"section {bare}" if bare.isdigit() else bare
    return ""
