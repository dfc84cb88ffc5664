from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from checker import rulebook
from checker.model import Rulebook

ROOT = Path(__file__).parent.parent

# How long an example takes says more about the machine than about the code. The examples are the same every time,
# so that a change is not blamed for bad luck; SVCHECK_EXPLORE=1 looks for new ones.
settings.register_profile("svcheck", deadline=None, derandomize=not os.environ.get("SVCHECK_EXPLORE"))
settings.load_profile("svcheck")


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    """The rules that ship with svcheck."""
    return rulebook.load()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real tender documents, which are not part of the project."""
    folder = Path(os.environ.get("SVCHECK_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip("the real tender documents are not on this machine")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of invented tender packs."""
    return ROOT / "samples"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the tables that tests were asked to show, whichever process ran them."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, text in getattr(report, "user_properties", ()):
                if name == "table" and report.when == "call":
                    terminalreporter.write_line(f"\n{text}")
