"""Holds that nothing is left behind, and prints what became of the files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.read.process import end_idle

from .outcomes import TABLE, children


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No test of this folder leaves a process or a temporary file; gives the folder for temporary files."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    end_idle()
    before = children()
    yield folder
    end_idle()
    assert children() <= before
    assert list(folder.iterdir()) == []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what became of the hostile files."""
    if TABLE:
        terminalreporter.section("what became of hostile files")
        for (kind, outcome), times in sorted(TABLE.items(), key=lambda row: (row[0][0], -row[1], row[0][1])):
            terminalreporter.line(f"{kind:<12} {times:>5}  {outcome}")
