"""A progress bar for packs that take a while."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TextIO

PATIENCE = 1.0
"""Seconds before the bar appears: a short pack needs none."""
WIDTH = 28
"""Letters between the brackets of the bar."""


class Bar:
    """A bar on a terminal that counts pages; silent elsewhere, and for work that is done within a second.

    Arguments: the `stream` it is drawn on; `counted` is what it counts in place of pages, and then it tells how many
    of them are done in a minute.
    """

    def __init__(self, stream: TextIO, counted: str = "pages") -> None:
        self._stream = stream
        self._counted = counted
        self._started = time.monotonic()
        self._shown = False

    def __enter__(self) -> Bar:
        return self

    def update(self, done: int, total: int, name: str) -> None:
        """Shows how far the reading is: pages done, pages in all, and the file being read."""
        spent = time.monotonic() - self._started
        if not self._stream.isatty() or spent < PATIENCE or not total:
            return
        filled = WIDTH * done // total
        left = duration(spent * (total - done) / max(done, 1))
        bar = "#" * filled + "-" * (WIDTH - filled)
        rate = "" if self._counted == "pages" else f" {60 * done / spent:.0f} a minute,"
        self._stream.write(f"\r\x1b[K[{bar}] {done} of {total} {self._counted},{rate} {left} left  {name[:30]}")
        self._stream.flush()
        self._shown = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def duration(seconds: float) -> str:
    """A time as people say it: 45 s, 12 min, 3 h 20 min."""
    if seconds < 120:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
