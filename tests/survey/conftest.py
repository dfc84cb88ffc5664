"""Invented tenders as real PDFs, and the survey of some of them, made once."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from checker.survey import Plan, survey

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "samples"))

from make_survey import make
from maker.tenders import Invented

DAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A folder of tenders, what was invented for them, and the folder of their survey."""

    folder: Path
    tenders: list[Invented]
    out: Path


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Surveyed:
    """Sixteen tenders, one of them damaged and one a scan, surveyed by a pool of two processes."""
    base = tmp_path_factory.mktemp("few")
    tenders = make(base / "tenders", 16, first=43)
    survey(str(base / "tenders"), base / "out", Plan(jobs=2, as_of=DAY))
    return Surveyed(base / "tenders", tenders, base / "out")
