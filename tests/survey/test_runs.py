"""A survey can be broken off, killed, run again and run twice at once, and no result is lost or wrong."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.survey import Plan, pool, survey
from checker.survey.ledger import Ledger
from checker.survey.one import Job, Options
from checker.survey.tenders import Tender

from .conftest import DAY, Surveyed
from .tables import checks, figures, rows, same

PLAN = Plan(jobs=2, as_of=DAY)


def _children(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)  # noqa: S607
    parents = {int(child): int(parent) for child, parent in (line.split() for line in listed.stdout.splitlines())}
    found = [child for child, parent in parents.items() if parent == pid]
    return [*found, *(grandchild for child in found for grandchild in _children(child))]


def _started(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    """A survey of its own, as a person starts it, once it has checked some tenders."""
    command = [sys.executable, "-m", "checker", "survey", str(folder), "-o", str(out)]
    process = subprocess.Popen(
        [*command, "--jobs", "2", "--as-of", DAY.isoformat()], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while len(list((out / "json").glob("[!.]*.json"))) < 4 and process.poll() is None:
        time.sleep(0.02)
    assert process.poll() is None
    return process


def test_killed_half_way_it_goes_on_where_it_was(few: Surveyed, tmp_path: Path) -> None:
    """After SIGKILL no process is left behind; the next run checks only the rest and comes to the same bytes."""
    process = _started(few.folder, tmp_path / "out")
    family = _children(process.pid)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() for pid in family) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [pid for pid in family if Path(f"/proc/{pid}").exists()]
    before = checks(tmp_path / "out")
    assert 0 < len(before) < 16
    done = survey(str(few.folder), tmp_path / "out", PLAN)
    assert done.checked == 16 - len(before)
    assert set(checks(tmp_path / "out").values()) == {1}
    assert same(tmp_path / "out", few.out)


def test_ctrl_c_leaves_a_partial_result(few: Surveyed, tmp_path: Path) -> None:
    """Ctrl-C ends it with code 130 and one line; figures, tables and page are there and say that they are not all."""
    process = _started(few.folder, tmp_path / "out")
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert b"Run it again to go on" in told
    assert b"Traceback" not in told
    partial = figures(tmp_path / "out")
    assert partial["complete"] is False
    assert partial["tenders"] + partial["not_done"] == 16
    assert len(rows(tmp_path / "out", "results")) == partial["tenders"] > 0
    assert (tmp_path / "out" / "index.html").is_file()
    assert survey(str(few.folder), tmp_path / "out", PLAN).checked == partial["not_done"]
    assert same(tmp_path / "out", few.out)


def test_only_what_changed_is_checked_anew(few: Surveyed, tmp_path: Path) -> None:
    """A changed file, a lost scorecard and a new tender are checked, nothing else; a removed one goes."""
    folder, out = tmp_path / "tenders", tmp_path / "out"
    shutil.copytree(few.folder, folder)
    shutil.copytree(few.out, out)
    assert survey(str(folder), out, PLAN).checked == 0
    files = sorted(path for path in folder.glob("*.pdf"))
    changed, lost, removed = (one.stem for one in files[:3])
    files[0].write_bytes(files[0].read_bytes() + b"\n% another byte\n")
    (out / "scorecards" / f"{lost}.html").unlink()
    files[2].unlink()
    shutil.copy(files[3], folder / "A new one.pdf")
    done = survey(str(folder), out, PLAN)
    assert {name for name, times in checks(out).items() if times == 2} <= {changed, lost}
    assert done.checked == 3
    names = {row["name"] for row in rows(out, "results")}
    assert removed not in names
    assert "A new one" in names
    assert not (out / "scorecards" / f"{removed}.html").exists()
    assert (out / "scorecards" / f"{lost}.html").is_file()


def test_another_day_or_rule_checks_all_anew(few: Surveyed, tmp_path: Path) -> None:
    """The day of the check is kept from run to run; a pack of one's own makes every result old."""
    folder, out, pack = tmp_path / "tenders", tmp_path / "out", tmp_path / "pack"
    folder.mkdir()
    shutil.copy(min(few.folder.glob("*.pdf")), folder)
    assert survey(str(folder), out, Plan(jobs=1, as_of=DAY)).checked == 1
    assert survey(str(folder), out, Plan(jobs=1)).checked == 0
    assert figures(out)["checked_on"] == DAY.isoformat()
    pack.mkdir()
    (pack / "pack.yaml").write_text("format: 1\nid: own\nversion: '1'\ntitle: Own\nbuilds_on: uk-social-value\n")
    done = survey(str(folder), out, Plan((pack,), jobs=1, as_of=DAY))
    assert done.checked == 1
    assert [one["id"] for one in done.figures["tool"]["rule_packs"]] == ["uk-social-value", "own"]


def test_two_surveys_do_not_write_into_one_folder(few: Surveyed, tmp_path: Path) -> None:
    """The second one is told in one line, and changes nothing."""
    with Ledger(tmp_path), pytest.raises(CheckerError, match="another survey is writing there"):
        survey(str(few.folder), tmp_path, PLAN)


def test_a_process_that_breaks_down_takes_one_tender_with_it(few: Surveyed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of tenders under way in a broken pool the guilty one is found and counted; all others are checked."""
    files = sorted(few.folder.glob("*.pdf"))[:4]
    options = Options("digest", DAY.isoformat(), str(few.out))
    jobs = [Job(Tender(path.stem, (str(path),)), options) for path in files]
    monkeypatch.setattr(pool, "survey_one", _fatal)
    guilty = replace(jobs[1], tender=Tender("guilty", jobs[1].tender.places))
    found = {outcome.name: outcome for outcome in pool.run([jobs[0], guilty, *jobs[2:]], 2)}
    assert sorted(found) == sorted([files[0].stem, "guilty", files[2].stem, files[3].stem])
    assert found["guilty"].row is not None
    assert found["guilty"].row["why"] == pool.BROKE_DOWN
    assert found["guilty"].key == ""
    assert not any(outcome.row for name, outcome in found.items() if name != "guilty")


def _fatal(job: Job) -> object:
    """Stands for a check in which a library brings its whole process down."""
    from checker.survey.one import Outcome

    if job.tender.name == "guilty":
        os._exit(7)
    return Outcome(job.tender.name, "key")


def test_the_results_do_not_depend_on_the_number_of_processes(few: Surveyed, tmp_path: Path) -> None:
    """One process comes to the same files as two, byte for byte."""
    survey(str(few.folder), tmp_path / "out", Plan(jobs=1, as_of=DAY))
    assert same(tmp_path / "out", few.out)


def test_closing_the_pool_early_leaves_no_process(few: Surveyed) -> None:
    """A survey that is broken off inside Python ends its processes too."""
    options = Options("digest", DAY.isoformat(), str(few.out))
    jobs = [Job(Tender(path.stem, (str(path),)), options) for path in sorted(few.folder.glob("*.pdf"))[:6]]
    outcomes: Iterator[object] = pool.run(jobs, 2)
    next(outcomes)
    family = [pid for pid in _children(os.getpid()) if "spawn_main" in _command(pid)]
    assert len(family) == 2
    outcomes.close()  # type: ignore[attr-defined]
    assert not [pid for pid in family if Path(f"/proc/{pid}").exists()]


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
