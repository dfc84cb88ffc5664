"""Draws and copies pages in a process of its own: the libraries for it meet files from strangers and may break.

What goes wrong there costs pictures or an annotated copy, never the check. The process may use limited memory, may
write no file, and ends with svcheck.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from checker.model import Note, Picture, Spot

MOST_PICTURES = 60
MOST_BYTES = 420_000
"""All pictures together; base64 makes a third more of it, and the page should stay under 1 MB."""
_SECONDS = 120.0
"""Longest time for the pictures of a pack, or for one annotated copy."""
_MEMORY = 900
"""MiB."""
_MOST_ANSWER = 640 << 20
_PNG = b"\x89PNG\r\n\x1a\n"


def pictures(
    spots: Sequence[Spot], files: Mapping[str, Path], most: int = MOST_PICTURES, budget: int = MOST_BYTES
) -> dict[str, Picture]:
    """A picture for each spot, by its id: the first ones given, as many as the limits allow.

    `files` says where each file of the pack lies. A file that is no PDF, or that cannot be drawn, has no
    pictures. `most` counts pictures, `budget` bytes.
    """
    if not spots or not files or not most:
        return {}
    drawn: dict[str, Picture] = {}
    for line in _asked("pictures", tuple(spots), dict(files), most).splitlines():
        with suppress(ValueError, TypeError, binascii.Error):  # the process broke down in the middle of a line
            name, png, wide, tall, boxes = json.loads(line)
            content = base64.b64decode(png, validate=True)
            if content.startswith(_PNG):
                placed = tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in boxes)
                drawn[str(name)] = Picture(content, int(wide), int(tall), placed)
    kept: dict[str, Picture] = {}
    for spot in spots:
        if spot.id in drawn and budget >= len(drawn[spot.id].png):
            kept[spot.id] = drawn[spot.id]
            budget -= len(drawn[spot.id].png)
    return kept


def annotated(path: Path, notes: Sequence[Note]) -> bytes | None:
    """A copy of a PDF with notes on its pages; None for one that is locked against changes or cannot be copied.

    The copy differs from the original only in what is added; the same notes give the same bytes.
    """
    head, _, copy = _asked("annotated", path, tuple(notes)).partition(b"\n")
    return copy if head == str(len(copy)).encode() and copy else None


def _asked(work: str, *given: object) -> bytes:
    """What the process answers; what it was able to say before it broke down or took too long."""
    # -P keeps the folder of the tender, where svcheck is often run, from being searched for modules.
    command = [sys.executable, "-P", "-c", "from checker.marking.apart import main; main()"]
    question = pickle.dumps((work, given))
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ours
    assert process.stdin is not None  # noqa: S101 - because of PIPE
    assert process.stdout is not None  # noqa: S101 - because of PIPE
    clock = threading.Timer(_SECONDS, process.kill)
    clock.start()
    try:
        with suppress(OSError):
            process.stdin.write(len(question).to_bytes(8, "big") + question)
            process.stdin.flush()
        return process.stdout.read(_MOST_ANSWER)
    finally:
        clock.cancel()
        process.kill()
        process.wait()
        with suppress(OSError):
            process.stdin.close()
        process.stdout.close()


def main() -> None:
    """What the process does: reads one question and answers it."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    _keep_within(_MEMORY)
    work, given = pickle.loads(sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(8), "big")))  # noqa: S301
    threading.Thread(target=_end_with_svcheck, daemon=True).start()
    try:
        _answer(out, work, given)
    except MemoryError:
        os._exit(1)
    out.flush()
    os._exit(0)


def _answer(out: BinaryIO, work: str, given: tuple[object, ...]) -> None:
    from checker.marking import annotate, draw

    if work == "annotated":
        copy = annotate.copy(*given)  # type: ignore[arg-type]
        if copy is not None:
            out.write(str(len(copy)).encode() + b"\n" + copy)
        return
    for name, picture in draw.pictures(*given):  # type: ignore[arg-type]
        png = base64.b64encode(picture.png).decode()
        out.write(json.dumps((name, png, picture.width, picture.height, picture.boxes)).encode() + b"\n")
        out.flush()


def _end_with_svcheck() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


def _keep_within(memory: int) -> None:
    """Limits memory (MiB) and forbids writing files, where the system can."""
    with suppress(ImportError):
        import resource

        for what, most in (
            (resource.RLIMIT_AS, memory << 20),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))
