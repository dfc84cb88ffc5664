"""Which tenders a folder holds: each PDF, zip or text file and each sub-folder is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.errors import CheckerError, UnreadableFile
from checker.survey import about
from checker.survey.about import About
from checker.survey.needs import need

_DOCUMENTS = (".pdf", ".zip", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Tender:
    """One tender: its name, where its documents are, and what tenders.csv says of it.

    `places` are the file, or the folders with PDFs in them, or the URLs of its PDFs.
    """

    name: str
    places: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    """Bytes of its documents; 0 for one behind a URL."""


@dataclass(frozen=True, slots=True)
class Found:
    """The tenders of a folder by name, and the names in tenders.csv that belong to none of them."""

    tenders: tuple[Tender, ...]
    unmatched: tuple[str, ...] = ()


def find(folder: str, out: Path) -> Found:
    """The tenders of a folder, or of a place that fsspec knows (s3://…, where it is installed).

    Files and folders whose names begin with a full stop are passed over, and so is `out`, where the results go.
    A sub-folder without a PDF is a tender too: it is counted, and told as one that could not be read.
    Raises UnreadableFile for a folder that is missing or holds no tender, CheckerError for a fault in tenders.csv.
    """
    listed, text = _far(folder) if "://" in folder else _near(Path(folder), out)
    known = about.about(text) if text is not None else About({})
    if not listed:
        raise UnreadableFile(folder, "it holds no PDF and no sub-folder", "Give a folder of tenders.", "no-tenders")
    tenders: list[Tender] = []
    used: set[str] = set()
    stems = [Path(name).stem for name in listed]
    for (name, places), stem in zip(listed.items(), stems, strict=True):
        is_file = len(places) == 1 and Path(places[0]).name == name and _is_document(name)
        short = stem if is_file and stems.count(stem) == 1 and stem not in listed else name
        names = (name, short)
        used.update(names)
        tenders.append(Tender(short, places, known.of(*names), 0 if "://" in folder else _size(places)))
    unmatched = tuple(sorted(set(known.facts) - used))
    return Found(tuple(sorted(tenders, key=lambda tender: tender.name)), unmatched)


def _near(folder: Path, out: Path) -> tuple[dict[str, tuple[str, ...]], str | None]:
    """The tenders of a folder on this computer by the name of their file or folder, and its tenders.csv."""
    if not folder.is_dir():
        raise UnreadableFile(folder, "there is no such folder", "Check the name.", "missing-file")
    listed: dict[str, tuple[str, ...]] = {}
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith(".") or entry.resolve() == out.resolve():
            continue
        if entry.is_dir():
            listed[entry.name] = tuple(str(place) for place in _with_documents(entry)) or (str(entry),)
        elif _is_document(entry.name):
            listed[entry.name] = (str(entry),)
    given = folder / about.NAME
    return listed, _text(given.read_bytes()) if given.is_file() else None


def _with_documents(folder: Path) -> Iterator[Path]:
    """A folder and every folder inside it that holds a PDF."""
    for place in sorted({path.parent for path in folder.rglob("*") if path.suffix.lower() == ".pdf"}):
        if not any(part.startswith(".") for part in place.relative_to(folder).parts):
            yield place


def _size(places: tuple[str, ...]) -> int:
    """Bytes of the documents in some places on this computer."""
    paths = [Path(place) for place in places]
    files = [file for path in paths for file in (path.iterdir() if path.is_dir() else (path,))]
    return sum(file.stat().st_size for file in files if _is_document(file.name) and file.is_file())


def _far(folder: str) -> tuple[dict[str, tuple[str, ...]], str | None]:
    """The same for a place that fsspec knows: every tender with the URLs of its PDFs."""
    files, path = open_place(folder)
    base = str(path).rstrip("/")
    listed: dict[str, list[str]] = {}
    text: str | None = None
    for one in sorted(files.find(base)):
        inside = str(one)[len(base) :].lstrip("/")
        name, _, rest = inside.partition("/")
        if inside == about.NAME:
            text = _text(files.cat_file(one))
        elif not any(part.startswith(".") for part in inside.split("/")) and (rest or _is_document(name)):
            urls = listed.setdefault(name, [])
            if _is_document(inside):
                urls.append(files.unstrip_protocol(one))
    return {name: tuple(urls) for name, urls in listed.items()}, text


def open_place(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path on it. Raises CheckerError where fsspec or its driver is missing."""
    fsspec = need("fsspec", "cluster", "to read from a URL")
    try:
        files, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as problem:
        raise CheckerError(f"Cannot read {url}: {problem}.", "Install what it names.", "no-driver") from None
    return files, str(path)


def _is_document(name: str) -> bool:
    return name.lower().endswith(_DOCUMENTS)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
