"""Nothing leaves the computer: no part of a check opens a socket."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WATCH = """
import sys

def told(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        # urllib3, which spaCy brings along, tries at its import whether this computer knows IPv6; it is refused too.
        frame = sys._getframe()
        while frame is not None and frame.f_code.co_name != "_has_ipv6":
            frame = frame.f_back
        if frame is None:
            with open({place!r}, "a", encoding="utf-8") as file:
                print(event, arguments, file=file)
        raise OSError("no network for you")

sys.addaudithook(told)
with open({place!r} + ".watched", "a", encoding="utf-8") as file:
    print("one process", file=file)
"""


def without_network() -> list[str]:
    """What puts a command into a network namespace without interfaces, where that is permitted."""
    try:
        permitted = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0  # noqa: S607
    except OSError:
        return []
    return ["unshare", "-rn"] if permitted else []


def test_a_whole_check_opens_no_socket(tmp_path: Path, samples: Path) -> None:
    """Reading, drawing pictures and annotated copies, with every output: in all processes that are started."""
    watch = tmp_path / "watch"
    watch.mkdir()
    events = tmp_path / "events"
    (watch / "sitecustomize.py").write_text(WATCH.format(place=str(events)), encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "checker", "check", str(samples / "home-care"), "-o", str(out / "page.html")]
    command += [
        "--json",
        str(out / "facts.json"),
        "--csv",
        str(out / "findings.csv"),
        "--annotate",
        str(out / "copies"),
    ]
    run = subprocess.run(
        [*without_network(), *command],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "PYTHONPATH": str(watch)},
    )
    assert run.returncode == 0, run.stderr
    assert not events.exists(), events.read_text(encoding="utf-8")
    # svcheck itself, a reader, and the process that draws: the watch was everywhere.
    assert len((tmp_path / "events.watched").read_text(encoding="utf-8").splitlines()) >= 3
    assert len(list((out / "copies").glob("*.pdf"))) == 4
