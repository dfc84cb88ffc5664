"""The progress bar shows on a terminal, after a while, and leaves nothing behind."""

from __future__ import annotations

import io

import pytest

from checker import progress
from checker.progress import Bar


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_the_bar_counts_pages_and_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the patience is over it tells pages done and in all; at the end its line is empty again."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    stream = Terminal()
    with Bar(stream) as bar:
        bar.update(3, 12, "itt.pdf")
    assert "3 of 12 pages" in stream.getvalue()
    assert "itt.pdf" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_short_pack_and_a_pipe_see_no_bar() -> None:
    """Within the first second, and where the output is no terminal, nothing is written."""
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        with Bar(stream) as bar:
            bar.update(1, 2, "itt.pdf")
    assert terminal.getvalue() == pipe.getvalue() == ""
