"""A survey on a Dask cluster comes to what the pool comes to, also when a worker is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import pytest

from checker.errors import CheckerError
from checker.survey import Plan, survey

from .conftest import DAY, Surveyed
from .tables import checks, rows, same


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A scheduler and two worker processes on this computer."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as started:
        yield started


def test_a_killed_worker_costs_nothing(few: Surveyed, tmp_path: Path, cluster: Any) -> None:
    """One of two workers is killed in the middle: every tender is there, once, and the tables are the pool's."""
    killed: list[int] = []

    def kill_one(done: int, _total: int, _name: str) -> None:
        if done == 5:
            killed.append(cluster.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    plan = Plan(scheduler=cluster.scheduler_address, as_of=DAY)
    survey(str(few.folder), tmp_path / "out", plan, kill_one)
    assert killed
    assert rows(tmp_path / "out", "results") == rows(few.out, "results")
    assert rows(tmp_path / "out", "findings") == rows(few.out, "findings")
    assert set(checks(tmp_path / "out").values()) == {1}
    assert same(tmp_path / "out", few.out)


def test_tenders_behind_a_url_give_the_same_figures(few: Surveyed, tmp_path: Path, cluster: Any) -> None:
    """Workers fetch what they check; only the links to the PDFs are missing."""
    plan = Plan(scheduler=cluster.scheduler_address, as_of=DAY)
    survey(f"file://{few.folder}", tmp_path / "out", plan)
    assert rows(tmp_path / "out", "results") == rows(few.out, "results")
    assert (tmp_path / "out" / "survey.json").read_bytes() == (few.out / "survey.json").read_bytes()


def test_a_scheduler_that_does_not_answer_is_told(
    few: Surveyed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong address ends in one line, not in a traceback."""
    monkeypatch.setattr("checker.survey.cluster._PATIENCE", "1s")
    with pytest.raises(CheckerError, match="Cannot reach a Dask scheduler"):
        survey(str(few.folder), tmp_path / "out", Plan(scheduler="tcp://127.0.0.1:9", as_of=DAY))
