"""Which files a tender pack is made of, and which of those given are not read."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import UnreadableFile
from checker.model import LeftOut
from checker.read.archives import Held, is_zip, unpack

_OTHERS = frozenset(
    {".doc", ".docx", ".odt", ".ods", ".odp", ".rtf", ".xls", ".xlsx", ".xlsm", ".ppt", ".pptx"}
    | {".zip", ".msg", ".eml", ".txt", ".md"}
)
"""Files of a folder that may well belong to a tender and that svcheck reads only as PDF, or only by name."""
_AS_PDF = "it is no PDF"
_A_FOLDER = "it is a folder inside the folder given"
_SAME = "it is the same file as {}"
_LEADS_OUT = "it is a link that leads out of the folder given"


@dataclass(frozen=True, slots=True)
class Found:
    """One file: the place where it can be opened, and the path it goes by (of a PDF in a zip another one)."""

    place: Path
    told: Path


@dataclass(frozen=True, slots=True)
class Listing:
    """The files that are read, each with the name it goes by in the report, and those left out.

    PDFs from a zip can be opened as long as the listing is kept.
    """

    files: dict[str, Path]
    left_out: tuple[LeftOut, ...]
    told: tuple[Path, ...] = ()
    """The path that each file goes by, in the order of `files`."""
    held: tuple[Held, ...] = field(default=(), repr=False, compare=False)


def look(paths: Sequence[Path]) -> Listing:
    """The files that the paths stand for; of files with the same content only the first one is read.

    A folder or a zip stands for its PDFs. Raises UnreadableFile as read_pack does.
    """
    found = _Gathered(paths)
    every = found.files
    shown = names([one.told for one in every])
    firsts = _firsts([one.place for one in every])
    kept = [number for number, first in enumerate(firsts) if first == number]
    own = dict(zip(kept, names([every[number].told for number in kept]), strict=True))
    twice = [
        LeftOut(shown[number], _SAME.format(own[first]), own[first])
        for number, first in enumerate(firsts)
        if first != number
    ]
    return Listing(
        {name: every[number].place for number, name in own.items()},
        (*twice, *_passed_over(paths), *found.left_out),
        tuple(every[number].told for number in kept),
        tuple(found.held),
    )


def every_file(paths: Sequence[Path]) -> Listing:
    """The files that the paths stand for, second copies too."""
    found = _Gathered(paths)
    told = tuple(one.told for one in found.files)
    files = dict(zip(names(told), (one.place for one in found.files), strict=True))
    return Listing(files, tuple(found.left_out), told, tuple(found.held))


class _Gathered:
    """What some paths stand for: files, each once, and what was left out of zips."""

    def __init__(self, paths: Sequence[Path]) -> None:
        found: dict[Path, Found] = {}
        self.left_out: list[LeftOut] = []
        self.held: list[Held] = []
        for path in map(Path, paths):
            try:
                for one in self._stands_for(path):
                    found.setdefault(_real(one.told), one)
            except OSError as trouble:
                raise refused(path, trouble) from trouble
        if not found:
            raise UnreadableFile("nothing", "no file was named", "Name PDFs, or a folder of PDFs.", "missing-file")
        self.files = list(found.values())

    def _stands_for(self, path: Path) -> list[Found]:
        """A file itself, or the PDFs of a folder or zip."""
        if not path.exists():
            raise UnreadableFile(path, "there is no such file or folder", "Check the name.", "missing-file")
        if is_zip(path):
            members, left = unpack(path)
            self.left_out += left
            self.held += [member.held for member in members]
            return [Found(member.place, member.told) for member in members]
        if not path.is_dir():
            return [Found(path, path)]
        inside = [one for one in _pdfs(path) if not _leads_out(one, path)]
        if not inside:
            hint = "Give the folder that holds the tender's PDFs, or name the files."
            raise UnreadableFile(path, "the folder holds no PDF", hint, "no-pdf-in-folder")
        return [Found(one, one) for one in inside]


def names(paths: Sequence[Path]) -> list[str]:
    """The name of each file; files of one name in several folders are told apart by as many folders as it takes."""
    parts = [tuple(map(_printable, _real(path).parts)) for path in paths]
    depths = [1] * len(parts)
    while True:
        told = ["/".join(own[-depth:]) for own, depth in zip(parts, depths, strict=True)]
        shared = {name for name, times in Counter(told).items() if times > 1}
        if not shared or max(depths) > max(map(len, parts)):
            return _unlike(told)
        depths = [depth + (name in shared) for depth, name in zip(depths, told, strict=True)]


def refused(path: Path, trouble: OSError) -> UnreadableFile:
    """What to tell of a file or folder that the system does not let us open."""
    why = (trouble.strerror or "the system refuses it").lower()
    return UnreadableFile(path, why, "Check that you may open it.", "unreadable-file")


def _real(path: Path) -> Path:
    """Where a path really leads; of links that go round in a circle, where the circle begins."""
    return Path(os.path.realpath(path))


def _printable(name: str) -> str:
    """A name without letters that act on a terminal, or that no text can hold."""
    readable = os.fsencode(name).decode("utf-8", "backslashreplace") if not name.isprintable() else name
    return "".join(letter if letter.isprintable() else "?" for letter in readable)


def _unlike(told: Sequence[str]) -> list[str]:
    """Names of which no two are the same, even where they differ only in what cannot be shown."""
    seen: Counter[str] = Counter()
    unlike = []
    for name in told:
        seen[name] += 1
        unlike.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return unlike


def _pdfs(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix.lower() == ".pdf" and p.is_file())


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a file in a folder is a link to somewhere else."""
    return path.is_symlink() and not _real(path).is_relative_to(_real(folder))


def _passed_over(paths: Sequence[Path]) -> Iterator[LeftOut]:
    """What lies in the folders given and is not read."""
    named = {_real(Path(path)) for path in paths}
    for folder in dict.fromkeys(path for path in map(Path, paths) if path.is_dir()):
        for inside in sorted(folder.iterdir()):
            if inside.name.startswith((".", "~$")) or _real(inside) in named:
                continue
            name = _printable(inside.name)
            if inside.suffix.lower() == ".pdf" and inside.is_file() and _leads_out(inside, folder):
                yield LeftOut(name, _LEADS_OUT)
            elif inside.is_file() and inside.suffix.lower() in _OTHERS:
                yield LeftOut(name, _AS_PDF)
            elif not _leads_out(inside, folder) and inside.is_dir() and _holds_pdfs(inside):
                yield LeftOut(f"{name}/", _A_FOLDER)


def _holds_pdfs(folder: Path) -> bool:
    try:
        return bool(_pdfs(folder))
    except OSError:
        return False


def _firsts(paths: Sequence[Path]) -> list[int]:
    """For each file the number of the first one with the same content; empty files are all their own."""
    sizes = [_size(path) for path in paths]
    shared = Counter(sizes)
    firsts: list[int] = []
    by_content: dict[str, int] = {}
    for number, path in enumerate(paths):
        same = number
        if sizes[number] and shared[sizes[number]] > 1:
            same = by_content.setdefault(_content(path), number)
        firsts.append(same)
    return firsts


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _content(path: Path) -> str:
    """The hash of a file; of one that may not be opened its own name, so that it is like no other."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return str(path)
