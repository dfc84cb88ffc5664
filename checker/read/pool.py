"""Reads the PDFs of a pack in reader processes, several side by side when there is enough to read."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from checker.model import Limits
from checker.read import scans, trouble
from checker.read.glyphs import Frame
from checker.read.pages import PageDraft
from checker.read.process import BrokeDown, Reader, Stuck, give_back, take
from checker.read.trouble import CannotOpen

_CHUNK = 8
"""Pages asked for at once."""
_WORTH = 24
"""Pages that must be waiting before it pays to start another process."""
_UNOPENED = 10
"""Pages that a file is taken to have before it is opened."""
_FAILURES = 5
"""Pages of one file that may bring the reader down before the rest of the file is given up."""
_OF_PAGE = 0.8
"""The share of a page's time that the recognition of its picture may take."""
_A4 = Frame(0, 595.28, 841.89)


_MOST_LETTERS = 3_000_000
"""Letters of one file; a tender of 300 pages has less than a million."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a file, and what to tell of it when it had to be mended."""

    drafts: tuple[PageDraft, ...]
    repaired: str = ""


@dataclass(slots=True)
class _File:
    """One file on its way: what is still to be read of it, and what was."""

    path: Path
    number: int = 0
    count: int = 0
    """Its pages; 0 before it is opened."""
    busy: int = 0
    """How many readers are at it."""
    waiting: deque[tuple[int, int]] = field(default_factory=deque)
    drafts: dict[int, PageDraft] = field(default_factory=dict)
    refused: CannotOpen | None = None
    repaired: str = ""
    seconds: float = 0.0
    letters: int = 0
    failures: int = 0

    @property
    def pages_waiting(self) -> int:
        """How many pages nobody reads yet."""
        if self.refused:
            return 0
        return sum(last - first + 1 for first, last in self.waiting) if self.count else _UNOPENED

    @property
    def untouched(self) -> bool:
        """Nobody has opened it, nor tries to."""
        return not (self.count or self.busy or self.refused)

    @property
    def done(self) -> bool:
        """Nothing of it is left to be read."""
        return bool(self.count or self.refused) and not self.busy and not self.waiting


class Pool:
    """Reads PDFs from the moment it is made; `drafts` waits for them. Use it in a `with` block.

    Arguments: `paths` of the files, `limits` for each of them, `passwords` to try on locked ones.
    """

    def __init__(self, paths: Sequence[Path], limits: Limits, passwords: Sequence[str] = ()) -> None:
        self._files = [_File(path, number) for number, path in enumerate(paths)]
        self._limits = limits
        if limits.ocr:
            scans.must_be_there()
        # A page that is a picture takes as long as thirty others.
        self._chunk, self._worth = (1, 2) if limits.ocr else (_CHUNK, _WORTH)
        self._passwords = list(passwords)
        self._news: SimpleQueue[_File | None] = SimpleQueue()
        self._lock = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._readers: set[Reader | None] = set()
        self._fault: BaseException | None = None
        self._stopped = False
        if self._files:
            with self._lock:
                self._grow()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            if not all(file.done for file in self._files):
                self._stopped = True
                for reader in filter(None, self._readers):
                    reader.close()
                self._readers.clear()
                self._lock.notify_all()
        for thread in self._threads:
            thread.join()

    def drafts(self, on_page: Callable[[int, int], None]) -> Iterator[Pages | CannotOpen]:
        """The pages of each file in the order given, or why it does not open.

        `on_page(which file from 0, pages in all)` is called for every page; an unopened file counts as one page.
        """
        for file in self._files:
            # What is already in the queue is told too, so that the caller hears of every page.
            while not file.done or not self._news.empty():
                news = self._news.get()
                if self._fault is not None:
                    raise self._fault
                if news is not None:
                    on_page(news.number, sum(one.count or not one.refused for one in self._files))
            yield file.refused or Pages(tuple(file.drafts[number] for number in sorted(file.drafts)), file.repaired)
            file.drafts = {}  # what comes after needs the room

    def _grow(self) -> None:
        """Starts another thread with its process where enough is waiting for it."""
        most = self._limits.processes or os.cpu_count() or 1
        wanted = min(most, 1 + sum(file.pages_waiting for file in self._files) // self._worth)
        while not self._stopped and len(self._threads) < wanted:
            thread = threading.Thread(target=self._work, daemon=True)
            self._threads.append(thread)
            thread.start()

    def _next(self, mine: _File | None) -> tuple[_File, tuple[int, int]] | None:
        """What to read next: more of the file that is open, else a file that nobody opened, else what waits."""
        with self._lock:
            while not self._stopped:
                ready = [file for file in self._files if file.waiting or file.untouched]
                if ready:
                    file = mine if mine is not None and mine in ready else min(ready, key=lambda one: one.count > 0)
                    file.busy += 1
                    return file, file.waiting.popleft() if file.waiting else (1, 0)
                if not any(file.busy for file in self._files):
                    return None
                self._lock.wait()
        return None

    def _work(self) -> None:
        """What each thread does until nothing is left: takes pages and has its process read them."""
        reader: Reader | None = None
        mine: _File | None = None
        try:
            while (job := self._next(mine)) is not None:
                file, (first, last) = job
                if reader is None or mine is not file:
                    reader = self._open(file, first, last, reader)
                if reader is not None and not file.refused:
                    reader = self._read(file, first, last, reader)
                mine = file if not file.refused else None
                with self._lock:
                    file.busy -= 1
                    self._grow()
                    self._lock.notify_all()
                self._news.put(None)
            with self._lock:
                kept = reader if reader in self._readers else None
                self._readers -= {kept}
            if kept is not None:
                give_back(kept)
        except BaseException as fault:  # a fault of ours must reach the person, not die with the thread
            self._fault = fault
            self._news.put(None)

    def _open(self, file: _File, first: int, last: int, reader: Reader | None) -> Reader | None:
        """Opens a file, in the process there is or a new one; the first time, its pages are shared out."""
        try:
            if reader is None:
                reader = self._start()
            ocr = _OF_PAGE * self._limits.page_seconds if self._limits.ocr else 0
            reader.ask(path=str(file.path), passwords=self._passwords, most=self._limits.pages, ocr=ocr)
            answer = reader.answer(self._limits.page_seconds)
        except Stuck:
            answer = ("stuck", *trouble.STUCK)
        except BrokeDown:
            answer = ("broke-down", *trouble.CRASHED)
        except OSError as problem:
            why = f"no reader could be started ({problem.strerror or problem})"
            answer = ("no-reader", why, "Close other programs and run it again.", "no-reader")
        if answer[0] == "memory":
            answer = ("memory", *trouble.TOO_BIG)
        if answer[0] == "opened":
            file.repaired = str(answer[2])
            self._share_out(file, answer[1])
            return reader
        if file.count:  # it opened before, so the trouble is this process's
            self._put_back(file, first, last)
        else:
            file.refused = CannotOpen(*answer[1:])
        if reader is not None and answer[0] != "cannot-open":
            self._end(reader)
            return None
        return reader

    def _share_out(self, file: _File, count: int) -> None:
        with self._lock:
            if not file.count:
                step = self._chunk
                chunks = ((first, min(first + step - 1, count)) for first in range(1, count + 1, step))
                file.waiting.extend(chunks)
                file.count = count
                self._grow()
                self._lock.notify_all()

    def _put_back(self, file: _File, first: int, last: int) -> None:
        """Leaves pages to another process, or gives the file up."""
        file.failures += 1
        if first <= last and not self._give_up(file, first, last):
            with self._lock:
                file.waiting.appendleft((first, last))

    def _read(self, file: _File, first: int, last: int, reader: Reader) -> Reader | None:
        """Reads some pages; a page that brings the process down gets a note, and the rest waits for another one."""
        for number in range(first, last + 1):
            began = time.monotonic()
            note = ""
            try:
                if number == first:
                    reader.ask(**{"from": first, "to": last})
                answer = reader.answer(self._limits.page_seconds)
                if answer[0] == "page" and isinstance(answer[1], PageDraft):
                    file.drafts[number] = answer[1]
                    file.letters += answer[1].letters
                else:
                    note = trouble.PAGE_TOO_BIG if answer[0] == "memory" else trouble.PAGE_CRASHED
            except Stuck:
                note = trouble.PAGE_STUCK
            except BrokeDown:
                note = trouble.PAGE_CRASHED
            file.seconds += time.monotonic() - began
            if note:
                file.drafts[number] = PageDraft(number, _A4, note=note)
                self._put_back(file, number + 1, last)
            self._news.put(file)
            if note or self._give_up(file, number + 1, last):
                self._end(reader)
                return None
        return reader

    def _give_up(self, file: _File, first: int, last: int) -> bool:
        """Whether a file has had its time or its failures; then what is left of it gets a note."""
        if file.failures > _FAILURES:
            note = trouble.GIVEN_UP
        elif file.seconds > self._limits.file_seconds:
            note = trouble.FILE_STOPPED
        elif file.letters > _MOST_LETTERS:
            note = trouble.FILE_TOO_FULL
        else:
            return False
        with self._lock:
            left = [*range(first, last + 1), *(n for a, b in file.waiting for n in range(a, b + 1))]
            file.waiting.clear()
            file.drafts |= {number: PageDraft(number, _A4, note=note) for number in left}
        return True

    def _start(self) -> Reader:
        with self._lock:
            if self._stopped:
                raise BrokeDown
            reader = take(self._limits.memory)
            self._readers.add(reader)
        return reader

    def _end(self, reader: Reader) -> None:
        with self._lock:
            self._readers.discard(reader)
        reader.close()
