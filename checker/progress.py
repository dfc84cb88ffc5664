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
    """A bar on a terminal that counts pages; silent elsewhere, and for work that is done within a second."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._started = time.monotonic()
        self._shown = False

    def __enter__(self) -> Bar:
        return self

    def update(self, done: int, total: int, name: str) -> None:
        """Shows how far the reading is: pages done, pages in all, and the file being read."""
        if not self._stream.isatty() or time.monotonic() - self._started < PATIENCE or not total:
            return
        filled = WIDTH * done // total
        left = (time.monotonic() - self._started) * (total - done) / max(done, 1)
        bar = "#" * filled + "-" * (WIDTH - filled)
        self._stream.write(f"\r\x1b[K[{bar}] {done} of {total} pages, {left:.0f} s left  {name[:30]}")
        self._stream.flush()
        self._shown = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
