"""One reader process as svcheck sees it: asked for pages, waited for, and ended when it takes too much."""

from __future__ import annotations

import atexit
import importlib
import io
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from array import array
from collections.abc import Mapping
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import IO, Any

from checker.read.worker import MOST_BYTES

_START_SECONDS = 60.0
"""More than enough for a process to start and load its libraries, on a busy machine too."""
_SENT = ("checker.read.pages", "checker.read.glyphs", "checker.read.strips", "checker.read.grids")
"""The modules whose nouns a reader may send; anything else is refused unread."""

_EDGES: Mapping[str, Any] = {
    "array": array,
    "_array_reconstructor": getattr(sys.modules["array"], "_array_reconstructor"),  # noqa: B009 - it has no type
}
"""What the standard library needs to build an array of the letters' edges."""


class Stuck(Exception):
    """No answer came in time."""


class BrokeDown(Exception):
    """The process ended, or said what no reader says."""


class Reader:
    """A process that opens PDFs. Argument: `memory`, the MiB that it may use.

    Errors of `answer`: Stuck, BrokeDown. Either way the process is of no more use and must be closed.
    """

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.owner = os.getpid()
        # -P keeps the folder of the tender, where svcheck is often run, from being searched for modules.
        command = [sys.executable, "-P", "-c", "from checker.read.worker import main; main()", str(memory)]
        # A group of its own, so that it ends together with a program that it may have started.
        group = 0 if hasattr(os, "killpg") else None
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, process_group=group)  # noqa: S603 - ours
        self._answers: SimpleQueue[tuple[Any, ...] | None] = SimpleQueue()
        self._fresh = True
        assert self._process.stdout is not None  # noqa: S101 - because of stdout=PIPE
        threading.Thread(target=_drain, args=(self._process.stdout, self._answers), daemon=True).start()

    def ask(self, **command: Any) -> None:
        """Sends a command (see checker.read.worker)."""
        assert self._process.stdin is not None  # noqa: S101 - because of stdin=PIPE
        try:
            self._process.stdin.write(json.dumps(command).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as trouble:
            raise BrokeDown from trouble

    def answer(self, seconds: float) -> tuple[Any, ...]:
        """The next answer, waited for no longer than `seconds`."""
        try:
            found = self._answers.get(timeout=seconds + (_START_SECONDS if self._fresh else 0))
        except Empty:
            raise Stuck from None
        self._fresh = False
        if found is None:
            raise BrokeDown
        return found

    def close(self) -> None:
        """Ends the process at once, with a program that it started, and waits until it is gone."""
        if hasattr(os, "killpg") and self._process.poll() is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be sent has nowhere to go
                    continue


_idle: list[Reader] = []
_lock = threading.Lock()


def take(memory: int) -> Reader:
    """A reader that may use so many MiB: one that has finished its last file, else a new one."""
    with _lock:
        for reader in _idle:
            # After a fork the readers are still those of the process that started them.
            if reader.memory == memory and reader.owner == os.getpid():
                _idle.remove(reader)
                return reader
    return Reader(memory)


def give_back(reader: Reader) -> None:
    """Keeps a reader for the next file; starting one takes longer than reading a short tender."""
    try:
        reader.ask(close=True)
    except BrokeDown:
        reader.close()
        return
    with _lock:
        if len(_idle) < (os.cpu_count() or 1):
            _idle.append(reader)
            return
    reader.close()


@atexit.register
def end_idle() -> None:
    """Ends the readers that wait for another file."""
    with _lock:
        for reader in _idle:
            if reader.owner == os.getpid():
                reader.close()
        _idle.clear()


class _Nouns(pickle.Unpickler):
    """Unpickles the reader's nouns and nothing else: a process that opens strangers' files is not trusted."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _SENT:
            found = getattr(importlib.import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        if module == "array" and name in _EDGES:
            return _EDGES[name]
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a page")


def _drain(pipe: IO[bytes], answers: SimpleQueue[tuple[Any, ...] | None]) -> None:
    """Takes answers off the pipe as they come, so that the reader never waits; None when no more will come."""
    try:
        while head := pipe.read(4):
            size = int.from_bytes(head, "big")
            data = pipe.read(size) if size <= MOST_BYTES else b""
            if not data or len(data) < size:
                break
            found = _Nouns(io.BytesIO(data)).load()
            if not isinstance(found, tuple) or not found:
                break
            answers.put(found)
    except (OSError, ValueError, pickle.UnpicklingError, AttributeError, TypeError, EOFError, IndexError):
        pass
    answers.put(None)
