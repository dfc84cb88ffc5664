"""svcheck survey on the command line: what it prints, what it refuses, and what it writes."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.survey.figures import FIGURES
from checker.survey.one import Job, Options, survey_one
from checker.survey.tenders import Tender

from .conftest import DAY, Surveyed


def run(*arguments: object) -> Result:
    """What a person sees who types `svcheck survey …`."""
    return CliRunner().invoke(main, ["survey", *map(str, arguments)])


def test_it_tells_the_figures_and_what_was_not_read(few: Surveyed, tmp_path: Path) -> None:
    """Counts and intervals go to standard output; what was not read, and strangers in the table, do not."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.pdf").write_bytes(min(few.folder.glob("*.pdf")).read_bytes())
    (tmp_path / "in" / "bad.pdf").write_text("no PDF")
    (tmp_path / "in" / "tenders.csv").write_text("folder,title\ngood,A good one\ngone,Gone\n")
    result = run(tmp_path / "in", "-o", tmp_path / "out", "--jobs", 1, "--as-of", DAY.isoformat())
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("2 tenders, 1 of them not read; 2 checked now.")
    assert result.stdout.count(" of 1 (") == len(FIGURES)
    assert result.stderr.splitlines() == [
        "svcheck: bad was not read: it is not a PDF, whatever its name says.",
        "svcheck: tenders.csv names what is not in the folder: gone.",
    ]
    assert "A good one" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_every_result_is_there(few: Surveyed) -> None:
    """A scorecard and a JSON for each tender that was read, one line for each tender in the table."""
    read = sorted(tender.name for tender in few.tenders if tender.broken != "damage")
    assert sorted(path.stem for path in (few.out / "scorecards").iterdir()) == read
    assert sorted(path.stem for path in (few.out / "json").iterdir()) == read
    with (few.out / "tenders.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["name"] for line in lines] == sorted(tender.name for tender in few.tenders)
    page = (few.out / "index.html").read_text(encoding="utf-8")
    assert all(f"scorecards/{tender.number:05d}%20" in page for tender in few.tenders if not tender.broken)


def test_survey_json_has_the_shape_that_programs_rely_on(few: Surveyed) -> None:
    """Counts, six shares, weights with their histogram, patterns and the three groupings."""
    found = json.loads((few.out / "survey.json").read_text(encoding="utf-8"))
    assert (found["tenders"], found["complete"], found["not_done"]) == (16, True, 0)
    for name in FIGURES:
        assert list(found[name]) == ["n", "of", "percent", "low", "high"]
        assert found[name]["low"] <= found[name]["percent"] <= found[name]["high"]
    assert {"n", "median", "at_least_10", "histogram"} == set(found["weights"])
    assert {"buyer_type", "year", "theme"} == set(found["by"])
    assert str(few.folder.parent) not in json.dumps(found)


@pytest.mark.parametrize("arguments", [("--engine", "dask"), ("--scheduler", "tcp://x:1"), ("--jobs", "0")])
def test_options_that_do_not_fit_are_refused(few: Surveyed, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """An engine without its scheduler, a scheduler without its engine, and no process at all."""
    assert run(few.folder, "-o", tmp_path / "out", *arguments).exit_code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("fault", ["missing", "file in the way", "table"])
def test_what_stops_every_tender_is_one_line(few: Surveyed, tmp_path: Path, fault: str) -> None:
    """A missing folder, results that cannot be written, and a faulty tenders.csv end in one line with exit code 1."""
    folder, out = few.folder, tmp_path / "out"
    if fault == "missing":
        folder = tmp_path / "missing"
    elif fault == "file in the way":
        out.write_text("a file")
    else:
        folder = tmp_path / "in"
        folder.mkdir()
        (folder / "a.pdf").write_bytes(b"%PDF-")
        (folder / "tenders.csv").write_text("colour\nred\n")
    result = run(folder, "-o", out)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "fault in svcheck" not in result.stderr


@pytest.mark.parametrize("library", ["pyarrow", "distributed"])
def test_a_missing_library_is_told_with_its_remedy(
    few: Surveyed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    """Without the extra the command says which one to install, before anything is read."""
    monkeypatch.setitem(sys.modules, library, None)
    cluster = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9") if library == "distributed" else ()
    result = run(few.folder, "-o", tmp_path / "out", *cluster)
    assert result.exit_code == 1
    extra = "survey" if library == "pyarrow" else "cluster"
    assert f"{library} is needed" in result.stderr
    assert f"pip install '.[{extra}]'" in result.stderr


def test_a_fault_of_our_own_is_a_row_and_is_tried_again(few: Surveyed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that breaks becomes a tender that was not read, without a key and without this computer's folders."""
    place = min(few.folder.glob("*.pdf"))

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"no room for {place}")

    monkeypatch.setattr("checker.pipeline.check", broken)
    outcome = survey_one(Job(Tender("t", (str(place),)), Options("d", DAY.isoformat(), str(few.out))))
    assert outcome.row is not None
    assert (outcome.row["status"], outcome.key) == ("unreadable", "")
    assert outcome.row["why"] == f"the check failed: RuntimeError: no room for {place.name}"
