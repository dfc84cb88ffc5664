"""What was checked: the files and pages, the pages that could not be read, and the facts that were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.report import labels
from checker.report.phrasing import day, page_list, pounds
from checker.report.places import Data, Links, Places
from checker.wording import counted, listed

MOST_HIDDEN = 12
"""Pages with hidden text that are told one by one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about the procurement, how sure it is, and what shows it."""

    label: str
    value: str
    confidence: str
    links: Links


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file: what it is, its short name here, its pages, and those not read."""

    name: str
    role: str
    short: str
    pages: int
    unread: str


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """One file that was given and not read."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked."""

    line: str
    files: tuple[FileRow, ...]
    pages: int
    read: int
    looked: str
    unread: tuple[str, ...]
    facts: tuple[Fact, ...]
    packs: str
    left_out: tuple[LeftOutRow, ...]
    recognised: str
    """The pages whose text was recognised from a picture; empty when there are none."""
    hidden: tuple[str, ...]
    """One line for each page that holds text which it does not show."""


def checked(result: Data, places: Places) -> Checked:
    """What a result says was checked."""
    files = result["files"]
    pages = sum(file["pages"] for file in files)
    read = pages - sum(len(file["unreadable_pages"]) for file in files)
    return Checked(
        line=_line(result, pages),
        files=tuple(_file(file) for file in files),
        pages=pages,
        read=read,
        looked=looked(result),
        unread=tuple(words for file in files for words in _unread(file)),
        facts=_facts(result["context"], places),
        packs=_packs(result["tool"]["rule_packs"]),
        left_out=tuple(LeftOutRow(one["name"], one["why"]) for one in result["files_not_read"]),
        recognised=listed([words for file in files for words in _recognised(file)]),
        hidden=_hidden(files),
    )


def looked(result: Data) -> str:
    """Where the tool looked: "the 4 files given (58 pages, 2 of them unreadable)"."""
    files = result["files"]
    unread = sum(len(file["unreadable_pages"]) for file in files)
    pages = sum(file["pages"] for file in files)
    told = counted(pages, "page")
    if unread or not pages:
        told += ", none of them readable" if unread == pages else f", {unread} of them unreadable"
    return f"the {'file' if len(files) == 1 else counted(len(files), 'file')} given ({told})"


def _line(result: Data, pages: int) -> str:
    who = result["buyer"]
    if result["reference"]:
        who = f"{who}, reference {result['reference']}" if who else f"Reference {result['reference']}"
    pack = f"{counted(len(result['files']), 'file')}, {counted(pages, 'page')}."
    return f"{f'{who}. ' if who else ''}{pack} Checked {day(result['checked_on'])}."


def _file(file: Data) -> FileRow:
    return FileRow(
        name=file["name"],
        role=labels.name(labels.FILE_ROLES, file["role"]),
        short=file["short"],
        pages=file["pages"],
        unread=_not_read(file) or "None",
    )


def _not_read(file: Data) -> str:
    if file["note"]:
        return f"The whole file: {file['note']}"
    reasons: dict[str, list[int]] = {}
    for page in file["unreadable_pages"]:
        reasons.setdefault(page["why"], []).append(page["page"])
    return "; ".join(
        f"{'Page' if len(pages) == 1 else 'Pages'} {page_list(pages)}: {why}" for why, pages in reasons.items()
    )


def _unread(file: Data) -> list[str]:
    if file["note"]:
        return [f"{file['short']} ({file['name']})"]
    pages = [page["page"] for page in file["unreadable_pages"]]
    return [f"{file['short']} {'page' if len(pages) == 1 else 'pages'} {page_list(pages)}"] if pages else []


def _recognised(file: Data) -> list[str]:
    pages = [page["page"] for page in file.get("ocr_pages", ())]
    return [f"{file['short']} {'page' if len(pages) == 1 else 'pages'} {page_list(pages)}"] if pages else []


def _hidden(files: Sequence[Data]) -> tuple[str, ...]:
    by_page: dict[tuple[str, int], list[str]] = {}
    for file in files:
        for one in file.get("hidden_text", ()):
            words = f"“{one['quote']}” ({counted(one['letters'], 'letter')}): {one['why']}"
            by_page.setdefault((file["short"], one["page"]), []).append(words)
    told = [f"{short} page {page}: {'; '.join(words)}." for (short, page), words in by_page.items()]
    more = len(told) - MOST_HIDDEN
    return (*told[:MOST_HIDDEN], *([f"{counted(more, 'more page')}; the JSON names them."] if more > 0 else []))


def _facts(context: Data, places: Places) -> tuple[Fact, ...]:
    rows: Sequence[tuple[str, str, Mapping[str, str]]] = (
        ("Buyer type", "buyer_type", labels.BUYERS),
        ("Country", "jurisdiction", labels.NATIONS),
        ("Procurement rules", "regime", labels.REGIMES),
        ("Procurement began", "commenced", {}),
        ("Contract value", "value_gbp", {}),
    )
    return tuple(_fact(label, key, context[key], words, places) for label, key, words in rows)


def _fact(label: str, key: str, fact: Data, words: Mapping[str, str], places: Places) -> Fact:
    value = fact["value"]
    if not value or value == "unknown":
        return Fact(label, "Not found in the files given", "", Links())
    shown = day(value) if key == "commenced" else pounds(value) if key == "value_gbp" else labels.name(words, value)
    return Fact(label, shown, labels.CONFIDENCE[fact["confidence"]], places.pages(fact["evidence"], 2))


def _packs(packs: Sequence[Data]) -> str:
    told = [
        f"{pack['id']} {pack['version']}" + (f", reviewed {day(pack['reviewed_on'])}" if pack["reviewed_on"] else "")
        for pack in packs
    ]
    return listed(told) or "none"
