"""Output files, written whole or not at all, and never through a link."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from checker.errors import CannotWrite

_ABANDONED = 600.0
"""Seconds after which the draft of a run that was killed is deleted by the next one."""
_HINT = "Choose another place or check your rights to it."


def write(texts: Mapping[Path, str | bytes]) -> None:
    """Writes every text (as UTF-8) or PDF to its file; when one cannot be written, none of them is changed.

    Each text goes to a draft in the same folder first, and takes its place in one step at the end. The draft has no
    name where the system can do that (Linux), so that nothing is left of it even when svcheck is killed. A link is
    refused; a device or pipe (/dev/null) is written to and not replaced. Raises CannotWrite.
    """
    drafts: list[_Draft] = []
    place = Path()
    try:
        for place, text in texts.items():
            if not _is_device(place):
                _refuse_link(place)
                drafts.append(_Draft(place, _bytes(text)))
        for place, text in texts.items():
            if _is_device(place):
                place.write_bytes(_bytes(text))
        for draft in drafts:
            place = draft.place
            draft.take_place()
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise CannotWrite(f"Cannot write {place}: {why}.", _HINT) from None
    finally:
        for draft in drafts:
            draft.close()


def refuse_inputs(outputs: Iterable[Path], inputs: Sequence[Path]) -> None:
    """Raises CannotWrite when an output would take the place of a file given, or would look like a tender document."""
    taken = {path.resolve() for path in inputs}
    for path in outputs:
        if path.suffix.lower() == ".pdf" and path.resolve() not in taken:
            raise CannotWrite(f"Will not write {path}: the scorecard is no PDF.", "Give the file another ending.")
        if path.resolve() in taken:
            raise CannotWrite(f"Will not write over {path}: it is a tender document.", "Choose another name.")


def refuse_unwritable(outputs: Iterable[Path]) -> None:
    """Raises CannotWrite for a place that cannot be written to, before hours of reading are spent for nothing."""
    for path in outputs:
        try:
            if _is_device(path):
                continue
            _refuse_link(path)
            if path.is_dir():
                raise IsADirectoryError(21, "It is a folder")
            folder = next(one for one in path.absolute().parents if one.exists())
            if not folder.is_dir():
                raise NotADirectoryError(20, f"{folder} is no folder")
            # Asking the system is not enough: only trying tells of a disk that is write-protected.
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as problem:
            raise CannotWrite(f"Cannot write {path}: {problem.strerror or problem}.", _HINT) from None


class _Draft:
    """A text in the folder of its place, without a name as long as it has not taken the place."""

    def __init__(self, place: Path, data: bytes) -> None:
        if place.is_dir():
            raise IsADirectoryError(21, "It is a folder")
        place.parent.mkdir(parents=True, exist_ok=True)
        _sweep(place)
        self.place = place
        self._name = place.parent / f".{place.name}.svcheck-{os.getpid()}"
        self._file = _nameless(place.parent)
        self._named = self._file is None
        if self._file is None:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            self._file = os.open(self._name, flags, 0o666)
        try:
            with os.fdopen(os.dup(self._file), "wb") as file:
                file.write(data)
        except BaseException:
            self.close()
            raise

    def take_place(self) -> None:
        """Puts the text where it belongs, in one step."""
        if not self._named and self._file is not None:
            with suppress(FileExistsError):
                _link(self._file, self.place)
                return
            # A nameless file cannot take the place of another, so it has a name for a moment.
            with suppress(FileNotFoundError):
                self._name.unlink()
            self._named = True
            _link(self._file, self._name)
        self._name.replace(self.place)
        self._named = False

    def close(self) -> None:
        """Lets go of a draft that has not taken its place."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        if self._named:
            self._name.unlink(missing_ok=True)


def _nameless(folder: Path) -> int | None:
    """A file without a name in a folder; None where the system has no such thing."""
    if not hasattr(os, "O_TMPFILE") or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o666)
    except OSError:
        return None  # a file with a name will tell what is wrong, or work


def _link(file: int, place: Path) -> None:
    # With a folder given, Python follows the link in /proc to the file itself.
    folder = os.open(place.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.link(f"/proc/self/fd/{file}", place.name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _sweep(place: Path) -> None:
    """Deletes the drafts for a place that a run left which was killed."""
    with suppress(OSError):
        for old in place.parent.iterdir():
            if old.name.startswith(f".{place.name}.svcheck-") and time.time() - old.lstat().st_mtime > _ABANDONED:
                old.unlink()


def _is_device(place: Path) -> bool:
    return place.exists() and not place.is_file() and not place.is_dir()


def _refuse_link(place: Path) -> None:
    """Whoever may write to the folder could have laid a link there that leads to a file of yours."""
    if place.is_symlink():
        raise CannotWrite(
            f"Will not write to {place}: it is a link.", "Name the file itself, or - for standard output."
        )


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
