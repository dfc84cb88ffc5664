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


def test_a_count_of_tenders_tells_its_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of other things than pages it tells how many are done in a minute, and long times in hours."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    stream = Terminal()
    with Bar(stream, "tenders") as bar:
        monkeypatch.setattr(progress.time, "monotonic", lambda started=bar._started: started + 60)
        bar.update(2, 402, "pack")
    assert "2 of 402 tenders, 2 a minute, 3 h 20 min left  pack" in stream.getvalue()
    assert [progress.duration(seconds) for seconds in (45, 119, 150, 7199, 12000)] == [
        "45 s", "119 s", "2 min", "2 h 0 min", "3 h 20 min"
    ]  # fmt: skip
