"""PDFs inside a zip file, taken out with care: a zip from a stranger may be made to fill a disk or to lead astray.

What is taken out goes into files without a name, which the system removes with the process, however it ends.
Where there are no such files, a private folder is used and removed.
"""

from __future__ import annotations

import os
import stat
import tempfile
import weakref
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from checker.errors import UnreadableFile
from checker.model import LeftOut

MOST_MEMBERS = 2000
MOST_BYTES = 1 << 30
"""All PDFs of one zip together, unpacked."""
MOST_OF_ONE = 512 << 20
_RATIO = 100
_SMALL = 10 << 20
"""A file that stays below this may be packed as tightly as it likes."""
_DIRECTORY = 4 << 20
"""The list of what a zip holds; 2000 long names take less than half of it."""
_PIECE = 1 << 20
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_HINT = "Unpack it yourself and give the folder."


class Held:
    """A file without a name, or in a private folder; it goes away with this object, and with the process."""

    def __init__(self) -> None:
        if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
            self.file: Any = tempfile.TemporaryFile(prefix="svcheck-")  # noqa: SIM115 - closed by `finalize`
            self.path = Path(f"/proc/{os.getpid()}/fd/{self.file.fileno()}")
            weakref.finalize(self, self.file.close)
        else:
            folder = tempfile.TemporaryDirectory(prefix="svcheck-")
            self.path = Path(folder.name) / "member.pdf"
            self.file = self.path.open("w+b")
            weakref.finalize(self, folder.cleanup)
            weakref.finalize(self, self.file.close)


@dataclass(frozen=True, slots=True)
class Member:
    """A PDF that was taken out of a zip: where it lies now, and the name it goes by."""

    place: Path
    told: Path
    held: Held


def is_zip(path: Path) -> bool:
    """Whether a file is named as a zip and begins like one."""
    try:
        if path.suffix.lower() != ".zip" or not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    except OSError:
        return False


def unpack(path: Path) -> tuple[list[Member], list[LeftOut]]:
    """The PDFs of a zip by name, and what was left in it and why. Raises UnreadableFile for one not worth trusting."""
    members: list[Member] = []
    left: list[LeftOut] = []
    with _opened(path) as archive:
        infos = sorted(_files(archive), key=lambda info: info.filename)
        if len(infos) > MOST_MEMBERS:
            raise UnreadableFile(path, f"it holds more than {MOST_MEMBERS:,} files", _HINT, "zip-too-big")
        room = MOST_BYTES
        for info in infos:
            told = _shown(info.filename)
            why = _refused(info)
            if not why and PurePosixPath(info.filename).suffix.lower() == ".pdf":
                held, why = _taken(archive, info, min(room, MOST_OF_ONE), path)
                if held is not None:
                    room -= held.path.stat().st_size
                    members.append(Member(held.path, path / told, held))
            if why:
                left.append(LeftOut(f"{path.name}/{told}", why))
    if not members:
        why = "it holds no PDF that can be read"
        why += f" ({left[0].name.partition('/')[2]}: {left[0].why})" if left else ""
        raise UnreadableFile(
            path, why, "Give a zip of PDFs, or unpack it yourself and give the folder.", "no-pdf-in-zip"
        )
    return members, left


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        if _directory(path) > _DIRECTORY:
            raise UnreadableFile(path, "the list of its files is too long", _HINT, "zip-too-big")
        return zipfile.ZipFile(path)
    except OSError as trouble:
        why = (trouble.strerror or "the system refuses it").lower()
        raise UnreadableFile(path, why, "Check that you may open it.", "unreadable-file") from trouble
    except (zipfile.BadZipFile, NotImplementedError, ValueError, LookupError, OverflowError) as trouble:
        raise UnreadableFile(path, "the zip file is damaged", "Fetch it again.", "broken-zip") from trouble


def _directory(path: Path) -> int:
    """How long the list of a zip's files says it is (bytes), before zipfile reads all of it."""
    with path.open("rb") as file:
        # Python's own way of finding the list, so that both mean the same one.
        record = getattr(zipfile, "_EndRecData")(file)  # noqa: B009 - it has no type
    return int(record[5]) if record else 0


def _files(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """What a zip holds, without folders and without what a Mac adds for itself."""
    for info in archive.infolist():
        if not info.is_dir() and not info.filename.startswith("__MACOSX/"):
            yield info


def _shown(name: str) -> str:
    """A member's name with nothing in it that could act on a terminal or lead out of a folder."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    safe = "/".join(parts).encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in safe)[:200] or "?"


def _refused(info: zipfile.ZipInfo) -> str:
    """Why a member is left where it is; empty for one that may be taken out."""
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return "its name leads out of the zip"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link"
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _ARCHIVES:
        return "it is an archive inside an archive"
    if suffix != ".pdf":
        return "it is no PDF"
    if info.flag_bits & 1:
        return "it is locked with a password inside the zip"
    if info.compress_type not in _WAYS:
        return "it is packed in a way that svcheck does not open"
    return ""


def _taken(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int, path: Path) -> tuple[Held | None, str]:
    """A member's content in a file of its own, or why not. What the zip says of its size is not believed."""
    most = min(room, max(_SMALL, _RATIO * info.compress_size))
    held = Held()
    size = 0
    try:
        with archive.open(info) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                if size > most:
                    return None, "it unpacks to far more than a PDF would" if most < room else "the zip is too big"
                held.file.write(piece)
        held.file.flush()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, LookupError):
        return None, "it is damaged"
    except OSError as trouble:
        why = (trouble.strerror or "the system refuses it").lower()
        raise UnreadableFile(path, f"it could not be unpacked ({why})", _HINT, "unreadable-file") from trouble
    return held, ""
