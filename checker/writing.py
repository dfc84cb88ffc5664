"""Output files, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from checker.errors import CannotWrite


def write(texts: Mapping[Path, str]) -> None:
    """Writes every text to its file; when one cannot be written, none of them is changed.

    Each text goes to a hidden file beside its place first, and takes the place in one step at the end. A link
    stays a link; a device or pipe (/dev/null) is written to and not replaced. Raises CannotWrite.
    """
    waiting: list[tuple[Path, Path]] = []
    place = Path()
    try:
        for place, text in texts.items():
            if not _is_device(place):
                waiting.append((_beside(place.resolve(), text), place.resolve()))
        for place, text in texts.items():
            if _is_device(place):
                place.write_text(text, encoding="utf-8", newline="\n")
        for draft, place in waiting:
            draft.replace(place)
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise CannotWrite(f"Cannot write {place}: {why}.", "Choose another place or check your rights to it.") from None
    finally:
        for draft, _ in waiting:
            draft.unlink(missing_ok=True)


def refuse_inputs(outputs: Iterable[Path], inputs: Sequence[Path]) -> None:
    """Raises CannotWrite when an output would take the place of a tender document, or would look like one."""
    taken = {path.resolve() for path in inputs}
    for path in outputs:
        if path.suffix.lower() == ".pdf" and path.resolve() not in taken:
            raise CannotWrite(f"Will not write {path}: the scorecard is no PDF.", "Give the file another ending.")
        if path.resolve() in taken:
            raise CannotWrite(f"Will not write over {path}: it is a tender document.", "Choose another name.")


def _is_device(place: Path) -> bool:
    return place.exists() and not place.is_file() and not place.is_dir()


def _beside(place: Path, text: str) -> Path:
    if place.is_dir():
        raise IsADirectoryError(21, "It is a folder")
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        draft.chmod(0o666 & ~_umask())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
