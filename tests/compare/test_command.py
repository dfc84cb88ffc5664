"""What `svcheck compare` writes, says and ends with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.report import to_json

from .conftest import Drafts
from .drafts import NEW, OLD

CLEAN = "--as-of", "2026-11-22"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drafts: Drafts) -> Path:
    """A folder with both drafts as documents and as results, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    for name, text, data in (("old", OLD, drafts[0]), ("new", NEW, drafts[1])):
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
        Path(f"{name}.json").write_text(to_json(data), encoding="utf-8")
    return tmp_path


def run(*args: str) -> Result:
    """Runs the command in this process."""
    return CliRunner().invoke(main, ["compare", *args])


def test_two_earlier_results_are_compared_without_reading_a_document(here: Path) -> None:
    """The page goes to NEW-compared.html, the summary to the terminal."""
    done = run("old.json", "new.json")
    assert done.exit_code == 0, done.output
    assert "1 problem fixed" in done.stdout
    assert "Written: new-compared.html" in done.stdout
    assert "two drafts compared" in (here / "new-compared.html").read_text(encoding="utf-8")


def test_documents_and_an_earlier_result_give_the_same(here: Path) -> None:
    """Documents on one side, JSON on the other; --json - alone writes nothing else."""
    done = run("old.json", "new.txt", "--json", "-", *CLEAN)
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert {entry["check"] for entry in found["problems"]["new"]} >= {"B6"}
    assert not list(here.glob("*.html"))


@pytest.mark.parametrize(("args", "code"), [
    (("old.json", "new.json", "--fail-on", "blocker"), 3),
    (("new.json", "new.json", "--fail-on", "major"), 0),
    (("old.json",), 2),
    (("old.json", "new.json", "-o", "x", "--json", "x"), 2),
    (("old.json", "missing.json"), 1),
    (("old.json", "missing.pdf"), 1),
])  # fmt: skip
def test_exit_codes(here: Path, args: tuple[str, ...], code: int) -> None:
    """0 written, 1 could not, 2 usage, 3 when such a problem is new; and with 3 the page is written all the same."""
    done = run(*args)
    assert done.exit_code == code, done.output
    assert "Traceback" not in done.output
    assert (here / "new-compared.html").exists() == (code in (0, 3))


@pytest.mark.parametrize("text", [
    "", "[]", "{", '"x"', '{"format": 1}', '{"format": 2, "tool": {}}', "[" * 100_000,
    '{"format": 1, "tool": {}, "context": {}, "verdict": {}, "score": {}, "social_value": {}, "files": [], '
    '"findings": [], "checks": [3], "priorities": [], "questions": [], "weights": [], "sums": [], '
    '"frameworks": [], "dates": []}',
])  # fmt: skip
def test_a_file_that_is_no_result_is_told_in_one_line(here: Path, text: str) -> None:
    """Broken JSON, other JSON, and JSON that only looks right: what, why, what to do."""
    Path("bad.json").write_text(text, encoding="utf-8")
    done = run("bad.json", "new.json")
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "bad.json" in done.stderr
    assert "svcheck check" in done.stderr


def test_a_result_is_never_written_over(here: Path) -> None:
    """The page cannot take the place of an earlier result that is being compared."""
    before = (here / "new.json").read_text(encoding="utf-8")
    done = run("old.json", "new.json", "-o", "new.json")
    assert done.exit_code == 1
    assert (here / "new.json").read_text(encoding="utf-8") == before
