"""Every hostile file ends in a report or in one clear line, within the limits, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest

from checker.model import Rulebook
from fuzz.mutants import mutants
from fuzz.raw import pdf_of

from .outcomes import checked, is_clear

MUTANTS = 540
"""Damaged copies of the sample PDFs."""
PAGES = 60
"""Pages with damaged drawing commands, in whole files."""
_PACK = 30
"""Files checked at once, as a pack; a report on one at a time would take an hour."""
_COMMANDS = (
    b"BT /F1 12 Tf 72 700 Td (Social value carries 10% of the score.) Tj 0 -20 Td [(The) -300 (supplier)] TJ ET "
    b"q 1 0 0 1 72 500 cm 0 0 200 40 re S 0 20 m 200 20 l S 100 0 m 100 40 l S Q "
    b"BT /F2 9 Tf 1 0 0 1 80 505 Tm (10%) Tj ET"
)


@pytest.fixture(scope="module")
def wholes(samples: Path) -> list[bytes]:
    """The sample PDFs."""
    return [path.read_bytes() for path in sorted(samples.rglob("*.pdf"))]


def packs(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """The files in packs, each with one that can be read."""
    rest = iter(paths)
    while pack := list(islice(rest, _PACK)):
        yield pack


def all_end_well(paths: Sequence[Path], rules: Rulebook, kind: str) -> None:
    """Whether each file of some packs came out with a clear line, or read."""
    for pack in packs(paths):
        found = checked(pack, rules, kind)
        assert len(found) == len(pack)
        assert [name for name, outcome in found.items() if not is_clear(outcome)] == []


@pytest.mark.corpus
def test_files_that_broke_other_readers(corpus: Path, rules: Rulebook) -> None:
    """Files from the test suites of PDF parsers."""
    files = sorted((corpus / "hostile").glob("*.pdf"))
    assert len(files) > 200
    all_end_well(files, rules, "collected")


def test_damaged_copies_of_the_samples(tmp_path: Path, wholes: list[bytes], rules: Rulebook) -> None:
    """Cut, with bits turned over, with parts of others inside: the same damage every time."""
    paths = []
    for name, data in mutants(wholes, MUTANTS):
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(data)
    all_end_well(paths, rules, "mutants")


def test_pages_with_damaged_commands(tmp_path: Path, rules: Rulebook) -> None:
    """The file is whole, and what is to be drawn is not."""
    paths = []
    for name, data in mutants([_COMMANDS, _COMMANDS[::-1]], PAGES, seed=5000):
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(pdf_of([data]))
    all_end_well(paths, rules, "pages")


@pytest.mark.parametrize("number", range(10))
def test_the_command_itself(number: int, tmp_path: Path, wholes: list[bytes], nothing_is_left: Path) -> None:
    """As people run it: exit code 0 and a page, or 1 and one line; no traceback, no other file."""
    ((name, data),) = mutants([wholes[number % len(wholes)]], 1, seed=7000 + number)
    tender = tmp_path / "in" / f"{name}.pdf"
    tender.parent.mkdir()
    tender.write_bytes(data)
    page = tmp_path / "out" / "page.html"
    command = [sys.executable, "-m", "checker", "check", str(tender), "-o", str(page), "--page-seconds", "20"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=300, check=False)
    assert "Traceback" not in run.stdout + run.stderr
    assert "a fault in svcheck" not in run.stderr
    if run.returncode == 0:
        assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
        assert [path.name for path in page.parent.iterdir()] == ["page.html"]
    else:
        assert run.returncode == 1
        assert run.stderr.startswith("svcheck: Cannot read ")
        assert run.stderr.count("\n") == 1
        assert not page.parent.exists() or not list(page.parent.iterdir())
