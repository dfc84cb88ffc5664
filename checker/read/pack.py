"""A tender pack: files and folders read as one, with clear words for whatever cannot be read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from checker.errors import UnreadableFile
from checker.model import Document, FileRole, Limits, Rulebook
from checker.read.assemble import Parts, assemble
from checker.read.file_roles import FileCues
from checker.read.listing import Listing, every_file, refused
from checker.read.pdf import assemble_pages
from checker.read.plaintext import read_plain
from checker.read.pool import Pages, Pool
from checker.read.sections import TitleCues
from checker.read.trouble import CannotOpen

Progress = Callable[[int, int, str], None]
"""Called with pages done, pages in all and the name of the file."""
_PLAIN = (".txt", ".md")
_MARK = b"%PDF-"
_MOST_TEXT = 5_000_000
"""Bytes of a plain text file; a tender of 300 pages has less than a million letters."""


@dataclass(frozen=True, slots=True)
class _File:
    place: Path
    """Where it can be opened."""
    path: Path
    """The path it goes by; of a PDF in a zip another one."""
    plain: bool = True
    sha256: str = ""
    text: bytes = b""
    """The content of a plain text file; a PDF is opened by its reader alone."""
    trouble: UnreadableFile | None = None
    """Why it cannot be a tender document at all: empty, of another kind, or not to be opened."""


def read_pack(
    paths: Sequence[Path],
    rules: Rulebook,
    on_progress: Progress | None = None,
    limits: Limits | None = None,
    passwords: Sequence[str] = (),
) -> tuple[Document, ...]:
    """The documents of a tender pack, in the order given; a folder or a zip stands for its PDFs, by name.

    `on_progress(pages done, pages in all, file name)` is called after every page. A locked, broken or empty
    file, or one of another kind, becomes a document with a note when another file of the pack can be
    read. Errors: UnreadableFile for a path that is missing, for a folder without PDFs, and when no file
    can be read.
    """
    with Reading(paths, limits or Limits(), passwords) as reading:
        return reading.documents(rules, on_progress)


class Reading:
    """A pack that is being read from now on, by processes of their own; `documents` waits for the end.

    Use it in a `with` block, so that no process outlives the check. Arguments: `paths` as in read_pack, or
    what `look` made of them, `limits` for each file, `passwords` to try on locked files.
    """

    def __init__(self, paths: Sequence[Path] | Listing, limits: Limits, passwords: Sequence[str] = ()) -> None:
        self._listing = paths if isinstance(paths, Listing) else every_file(paths)
        places = zip(self._listing.files.values(), self._listing.told, strict=True)
        self._files = [_tried(place, told, limits) for place, told in places]
        self._pdfs = [file for file in self._files if _is_pdf(file)]
        self._pool = Pool([file.place for file in self._pdfs], limits, passwords)

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.__exit__(kind, error, trace)

    def documents(self, rules: Rulebook, on_progress: Progress | None = None) -> tuple[Document, ...]:
        """The documents, as read_pack gives them."""
        plain = sum(file.plain and not file.trouble for file in self._files)
        done, of_pdfs = 0, 0

        def on_page(file: _File, pages: int) -> None:
            nonlocal done, of_pdfs
            done, of_pdfs = done + 1, pages
            if on_progress:
                on_progress(done, pages + plain, file.path.name)

        pages = self._pool.drafts(lambda number, pages: on_page(self._pdfs[number], pages))
        documents: list[Document] = []
        first_trouble: UnreadableFile | None = None
        for number, file in enumerate(self._files, start=1):
            try:
                parts, repaired = _parts(file, pages, rules)
                if file.plain:
                    on_page(file, of_pdfs or len(self._pdfs))
                made = _assembled(parts, file.path.name, file.sha256, number, rules)
                documents.append(replace(made, repaired=repaired))
            except (CannotOpen, UnreadableFile) as trouble:
                first_trouble = first_trouble or UnreadableFile(file.path, trouble.why, trouble.hint, trouble.slug)
                role = FileCues(rules.cues.get("files", ())).role(file.path.name, "", "")
                documents.append(_noted(file, role, trouble.why))
        if first_trouble and all(document.note for document in documents):
            raise first_trouble
        shown = zip(documents, self._listing.files, strict=True)
        return tuple(replace(document, name=name) for document, name in shown)


def _is_pdf(file: _File) -> bool:
    return not (file.plain or file.trouble)


def _parts(file: _File, pages: Iterator[Pages | CannotOpen], rules: Rulebook) -> tuple[Parts, str]:
    """What a file holds, and what to tell when it had to be mended; `pages` gives those of the next PDF."""
    if file.trouble:
        raise file.trouble
    if file.plain:
        return read_plain(_decoded(file.text), file.path.suffix.lower() == ".md", rules), ""
    found = next(pages)
    if isinstance(found, CannotOpen):
        raise found
    return assemble_pages(found.drafts, rules), found.repaired


def read_text(text: str, name: str, rules: Rulebook, number: int = 1) -> Document:
    """A document from plain text, as read_pack makes it from a .txt or .md file.

    `name` is a file name; `number` counts the files of a pack from 1.
    """
    parts = read_plain(text, name.endswith(".md"), rules)
    return _assembled(parts, name, hashlib.sha256(text.encode()).hexdigest(), number, rules)


def _assembled(parts: Parts, name: str, sha256: str, number: int, rules: Rulebook) -> Document:
    titles = TitleCues(rules.cues.get("sections", ()))
    files = FileCues(rules.cues.get("files", ()))
    prefixes = rules.words.get("hyphen-prefixes", ())
    return assemble(parts, name, sha256, number, files, titles, prefixes)


def _noted(file: _File, role: FileRole, why: str) -> Document:
    return Document(file.path.name, file.sha256 or hashlib.sha256(b"").hexdigest(), role, (), (), note=why)


def _tried(place: Path, told: Path, limits: Limits) -> _File:
    try:
        return _open(place, told, limits)
    except UnreadableFile as trouble:
        return _File(place, told, trouble=trouble)


def _open(place: Path, path: Path, limits: Limits) -> _File:
    """What kind of file it is, by its content rather than its name, and its hash."""
    try:
        if not place.is_file():
            raise UnreadableFile(path, "it is not an ordinary file", "Give PDF, .txt or .md files.", "not-a-file")
        size = place.stat().st_size
        if size > limits.file_size << 20:
            hint = "Save a smaller copy: fewer pictures, or the pages that matter."
            raise UnreadableFile(path, f"it has more than {limits.file_size} MiB", hint, "too-big")
        with place.open("rb") as stream:
            start = stream.read(1024)
            stream.seek(0)
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as trouble:
        raise refused(path, trouble) from trouble
    named_plain = path.suffix.lower() in _PLAIN
    if start.lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(_MARK) or (_MARK in start and not named_plain):
        return _File(place, path, plain=False, sha256=sha256)
    if named_plain and size > _MOST_TEXT:
        hint = "Give the part that matters as a file of its own."
        raise UnreadableFile(path, "it holds more text than a tender would", hint, "too-big")
    text = place.read_bytes() if named_plain or size < 1024 else start
    if not text.strip():
        raise UnreadableFile(path, "the file is empty", "Fetch it again.", "empty-file")
    if named_plain:
        return _File(place, path, sha256=sha256, text=text)
    why = "it is not a PDF, whatever its name says" if path.suffix.lower() == ".pdf" else "it is not a PDF"
    raise UnreadableFile(path, why, "Give PDF, .txt or .md files.", "not-a-pdf")


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
