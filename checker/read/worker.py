"""The process that opens PDFs from strangers: it may be slow, swell or break down, and svcheck goes on.

It reads commands from its standard input, one JSON object a line, and answers on its standard output with
pickled tuples, each after its length in four bytes:

    {"path": …, "passwords": […], "most": 3000, "ocr": 0}
                          ->  ("opened", pages, mended) or ("cannot-open", why, hint, slug)
    {"from": 1, "to": 8}  ->  ("page", PageDraft) for each page
    {"close": true}       ->  nothing; the file is let go

A page or file that takes too much memory is answered with ("memory",). It ends when its input ends, so that
nothing is left behind when svcheck itself is killed.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO

MOST_BYTES = 64 << 20
"""No page of a tender makes a message of 64 MiB."""


def main() -> None:
    """Answers commands until the input ends."""
    out = _own_output()
    _keep_within(int(sys.argv[1]))
    commands: SimpleQueue[dict[str, Any]] = SimpleQueue()
    threading.Thread(target=_listen, args=(commands,), daemon=True).start()
    _serve(commands, out)


def _own_output() -> BinaryIO:
    """The pipe to svcheck; whatever a library prints goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return out


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


def _listen(commands: SimpleQueue[dict[str, Any]]) -> None:
    helped = False
    for line in sys.stdin.buffer:
        command = json.loads(line)
        helped = helped or bool(command.get("ocr"))
        commands.put(command)
    if helped and hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # together with the program that may be reading a picture
    os._exit(0)


def _serve(commands: SimpleQueue[dict[str, Any]], out: BinaryIO) -> None:
    from checker.read.extract import Opened
    from checker.read.trouble import CannotOpen

    # A page makes many small things and few circles; looking for circles all the while takes a tenth of the time.
    gc.disable()
    pdf: Opened | None = None
    while True:
        command = commands.get()
        try:
            if pdf is not None and ("path" in command or "close" in command):
                pdf.close()
                pdf = None
            if "path" in command:
                pdf = Opened(Path(command["path"]), command["passwords"], command["most"], command.get("ocr", 0))
                _say(out, "opened", pdf.count, pdf.repaired)
            elif pdf is not None:
                for number in range(command["from"], command["to"] + 1):
                    _say(out, "page", pdf.page(number))
                gc.collect()
        except CannotOpen as trouble:
            _say(out, "cannot-open", trouble.why, trouble.hint, trouble.slug)
        except MemoryError:
            _say(out, "memory")


def _say(out: BinaryIO, *message: Any) -> None:
    data = pickle.dumps(message, protocol=5)
    if len(data) > MOST_BYTES:
        raise MemoryError
    try:
        out.write(len(data).to_bytes(4, "big") + data)
        out.flush()
    except OSError:  # svcheck is gone
        os._exit(0)


if __name__ == "__main__":
    main()
