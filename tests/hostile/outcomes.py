"""What became of each hostile file, and whether anything was left behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import checker
from checker import report
from checker.errors import CheckerError
from checker.model import Limits, Rulebook

LIMITS = Limits(page_seconds=20, file_seconds=120, memory=700)
TABLE: Counter[tuple[str, str]] = Counter()
"""How many files of each kind came out how; printed at the end of the run."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file came out: the exit code that the command line would give, and the line it would say."""

    code: int
    line: str


def checked(paths: Sequence[Path], rules: Rulebook, kind: str) -> dict[str, Outcome]:
    """Checks a pack as the command line does, up to the texts of all outputs; gives the outcome of each file.

    An error that is not meant for people is not caught here, so that the test fails with it.
    """
    try:
        result = checker.to_dict(checker.check(paths, rules=rules, limits=LIMITS))
    except CheckerError as problem:
        found = {path.name: Outcome(1, f"svcheck: {problem}") for path in paths}
        _count(found, kind, str(getattr(problem, "why", problem)))
        return found
    for make in (report.to_html, report.to_json, report.to_csv, report.to_text):
        assert make(result).encode()
    found = {}
    for file in result["files"]:
        line = file["note"] or "; ".join(sorted({page["why"] for page in file["unreadable_pages"]}))
        found[file["name"]] = Outcome(0, line)
        TABLE[
            kind, f"not read: {file['note']}" if file["note"] else f"read, but for pages: {line}" if line else "read"
        ] += 1
    for left in result["files_not_read"]:
        found[left["name"]] = Outcome(0, left["why"])
        TABLE[kind, "a second copy"] += 1
    TABLE[kind, "(of those read: mended)"] += sum("mended" in note for note in result["notes"])
    return found


def _count(found: dict[str, Outcome], kind: str, why: str) -> None:
    TABLE[kind, f"not read: {why}"] += len(found)


def is_clear(outcome: Outcome) -> bool:
    """Whether what is said is one line for people."""
    return "\n" not in outcome.line and len(outcome.line) < 300 and "Traceback" not in outcome.line


def children() -> set[int]:
    """The processes that this one has started and that still run."""
    found = set()
    for task in Path("/proc/self/task").iterdir():
        found |= {int(pid) for pid in (task / "children").read_text(encoding="ascii").split()}
    return found
