"""A tender pack: files and folders read as one, with clear words for whatever cannot be read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.errors import UnreadableFile
from checker.model import Document, FileRole, Rulebook
from checker.read.assemble import Parts, assemble
from checker.read.file_roles import FileCues
from checker.read.pdf import CannotOpen, count_pages, read_pdf
from checker.read.plaintext import read_plain
from checker.read.sections import TitleCues

Progress = Callable[[int, int, str], None]
"""Called with pages done, pages in all and the name of the file."""
_PLAIN = (".txt", ".md")
_MARK = b"%PDF-"


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    data: bytes
    plain: bool
    trouble: UnreadableFile | None = None
    """Why it cannot be a tender document at all: empty, of another kind, or not to be opened."""


def read_pack(paths: Sequence[Path], rules: Rulebook, on_progress: Progress | None = None) -> tuple[Document, ...]:
    """The documents of a tender pack, in the order given; a folder stands for its PDFs, by name.

    `on_progress(pages done, pages in all, file name)` is called after every page. A locked, broken or empty
    file, or one of another kind, becomes a document with a note when another file of the pack can be
    read. Errors: UnreadableFile for a path that is missing, for a folder without PDFs, and when no file
    can be read.
    """
    files = [_tried(path) for path in _listed(paths)]
    names = _names([file.path for file in files])
    totals = [_count(file) for file in files] if on_progress else []
    done = 0
    documents: list[Document] = []
    first_trouble: UnreadableFile | None = None
    for number, file in enumerate(files, start=1):

        def on_page(name: str = file.path.name) -> None:
            nonlocal done
            done += 1
            if on_progress:
                on_progress(done, max(done, sum(totals)), name)

        try:
            if file.trouble:
                raise file.trouble
            documents.append(_read(file, number, rules, on_page))
        except (CannotOpen, UnreadableFile) as trouble:
            first_trouble = first_trouble or UnreadableFile(file.path, trouble.why, trouble.hint, trouble.slug)
            role = FileCues(rules.cues.get("files", ())).role(file.path.name, "", "")
            documents.append(_noted(file, role, trouble.why))
    if first_trouble and all(document.note for document in documents):
        raise first_trouble
    return tuple(replace(document, name=name) for document, name in zip(documents, names, strict=True))


def read_text(text: str, name: str, rules: Rulebook, number: int = 1) -> Document:
    """A document from plain text, as read_pack makes it from a .txt or .md file.

    `name` is a file name; `number` counts the files of a pack from 1.
    """
    return _assembled(read_plain(text, name.endswith(".md"), rules), name, text.encode(), number, rules)


def _read(file: _File, number: int, rules: Rulebook, on_page: Callable[[], None]) -> Document:
    if not file.plain:
        return _assembled(read_pdf(file.data, rules, on_page), file.path.name, file.data, number, rules)
    text = _decoded(file.data)
    parts = read_plain(text, file.path.suffix.lower() == ".md", rules)
    on_page()
    return _assembled(parts, file.path.name, file.data, number, rules)


def _assembled(parts: Parts, name: str, data: bytes, number: int, rules: Rulebook) -> Document:
    titles = TitleCues(rules.cues.get("sections", ()))
    files = FileCues(rules.cues.get("files", ()))
    prefixes = rules.words.get("hyphen-prefixes", ())
    return assemble(parts, name, _hash(data), number, files, titles, prefixes)


def _noted(file: _File, role: FileRole, why: str) -> Document:
    return Document(file.path.name, _hash(file.data), role, (), (), note=why)


def _names(paths: Sequence[Path]) -> list[str]:
    """The name of each file; files of one name in several folders are told apart by as many folders as it takes."""
    parts = [path.resolve().parts for path in paths]
    depths = [1] * len(parts)
    while True:
        names = ["/".join(own[-depth:]) for own, depth in zip(parts, depths, strict=True)]
        shared = {name for name, times in Counter(names).items() if times > 1}
        if not shared:
            return names
        depths = [depth + (name in shared) for depth, name in zip(depths, names, strict=True)]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _listed(paths: Sequence[Path]) -> list[Path]:
    """The files that the paths stand for, each once."""
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        try:
            for one in _stands_for(path):
                found.setdefault(one.resolve(), one)
        except OSError as trouble:
            raise _refused(path, trouble) from trouble
    if not found:
        raise UnreadableFile("nothing", "no file was named", "Name PDFs, or a folder of PDFs.", "missing-file")
    return list(found.values())


def _stands_for(path: Path) -> list[Path]:
    """A file itself, or the PDFs of a folder."""
    if not path.exists():
        raise UnreadableFile(path, "there is no such file or folder", "Check the name.", "missing-file")
    if not path.is_dir():
        return [path]
    inside = sorted(p for p in path.iterdir() if p.suffix.lower() == ".pdf" and p.is_file())
    if not inside:
        hint = "Give the folder that holds the tender's PDFs, or name the files."
        raise UnreadableFile(path, "the folder holds no PDF", hint, "no-pdf-in-folder")
    return inside


def _refused(path: Path, trouble: OSError) -> UnreadableFile:
    why = (trouble.strerror or "the system refuses it").lower()
    return UnreadableFile(path, why, "Check that you may open it.", "unreadable-file")


def _tried(path: Path) -> _File:
    try:
        return _open(path)
    except UnreadableFile as trouble:
        return _File(path, b"", plain=True, trouble=trouble)


def _count(file: _File) -> int:
    """How many pages are to be read in a file."""
    if file.trouble:
        return 0
    return 1 if file.plain else count_pages(file.data)


def _open(path: Path) -> _File:
    """The bytes of a file; what kind it is tells its content, not its name."""
    try:
        data = path.read_bytes()
    except OSError as trouble:
        raise _refused(path, trouble) from trouble
    if _MARK in data[:1024]:
        return _File(path, data, plain=False)
    if not data.strip():
        raise UnreadableFile(path, "the file is empty", "Fetch it again.", "empty-file")
    if path.suffix.lower() in _PLAIN:
        return _File(path, data, plain=True)
    hint = "Give PDF, .txt or .md files."
    raise UnreadableFile(
        path,
        "it is not a PDF, whatever its name says" if path.suffix.lower() == ".pdf" else "it is not a PDF",
        hint,
        "not-a-pdf",
    )


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
