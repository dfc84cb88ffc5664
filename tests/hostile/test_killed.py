"""A check that is killed leaves no broken output, no temporary file and no process."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest

TIMES = 20
"""How often a check is killed, each time at another moment."""


def still_running(mark: str) -> list[int]:
    """The processes of this machine that were started with a mark in their environment."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and f"SVCHECK_MARK={mark}".encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


@pytest.fixture
def tender(tmp_path: Path, samples: Path) -> Path:
    """A sample pack as a zip, so that there is something unpacked to be left behind."""
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for pdf in sorted((samples / "two-weights").glob("*.pdf")):
            archive.write(pdf, pdf.name)
    return path


def test_nothing_is_left_of_a_check_that_was_killed(tender: Path, tmp_path: Path, nothing_is_left: Path) -> None:
    """Killed at twenty moments between the first and the last of its run."""
    out = tmp_path / "out"
    out.mkdir()
    page, facts = out / "page.html", out / "facts.json"
    command = [sys.executable, "-m", "checker", "check", str(tender), "-o", str(page), "--json", str(facts)]
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole = time.monotonic() - began
    whole_facts = json.loads(facts.read_text(encoding="utf-8"))
    chance = random.Random(6)  # noqa: S311 - which moments does not matter
    for _ in range(TIMES):
        for old in out.iterdir():
            old.unlink()
        mark = uuid4().hex
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "SVCHECK_MARK": mark}
        ) as process:
            time.sleep(chance.uniform(0.05, whole))
            process.send_signal(signal.SIGKILL)
        for _ in range(200):
            if not still_running(mark):
                break
            time.sleep(0.05)
        assert still_running(mark) == []
        assert {path.name for path in out.iterdir()} <= {"page.html", "facts.json"}
        if page.exists():
            assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
        if facts.exists():
            assert json.loads(facts.read_text(encoding="utf-8"))["format"] == whole_facts["format"]
        assert list(nothing_is_left.iterdir()) == []
