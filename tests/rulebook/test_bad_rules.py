"""Every fault and weak spot has a sample in tests/bad_rules, and is told at its line and column in plain words.

A sample says in its first lines where in a pack it stands (`# as:`) and what must be said about it
(`# expect: line:column: message`, with the file before it where it is another one).
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from checker.rulebook import lint_checks, lint_rules
from checker.rulebook.lint import SMELLS, look_over
from checker.rulebook.packs import assemble

SAMPLES = sorted((Path(__file__).parent.parent / "bad_rules").glob("*.yaml"))
PROGRAMMERS_WORDS = re.compile(r"\b(input|valid|dictionary|pydantic|None|instance|schema|scalar|mapping)\b")


def expected(sample: Path) -> tuple[str, list[str]]:
    """Where the sample stands in its pack, and what must be said about it."""
    lines = sample.read_text(encoding="utf-8").splitlines()
    place = lines[0].removeprefix("# as: ")
    return place, [line.removeprefix("# expect: ") for line in lines if line.startswith("# expect: ")]


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.stem for sample in SAMPLES])
def test_the_sample_is_told_at_its_place(sample: Path, base: Path, local: Path) -> None:
    """The sample's fault is the only one in the pack, stands at its line and column, and shows the line."""
    place, wanted = expected(sample)
    folder = local if place.startswith("local/") else base
    path = folder.parent / place if folder == local else folder / place
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(sample.read_text(encoding="utf-8"), encoding="utf-8")
    found = look_over(assemble([base, local] if folder == local else [base]), folder)
    said = []
    for fault in found:
        other = "" if fault.path == path else f"{fault.path.relative_to(folder).as_posix()}:"
        said.append(f"{other}{fault.line}:{fault.col}: {fault.message.replace(f'{folder.parent}/', '')}")
        assert fault.source in fault.path.read_text(encoding="utf-8").replace("\t", " ")
    assert said == wanted
    assert len(wanted) == 1


def test_the_small_pack_has_no_fault(base: Path) -> None:
    """What the samples are laid into is itself without fault."""
    assert look_over(assemble([base]), base) == ()


def test_every_smell_is_looked_for() -> None:
    """No weak spot is written down and then forgotten in the list of those that are looked for."""
    written = {
        one
        for module in (lint_rules, lint_checks)
        for name, one in inspect.getmembers(module, inspect.isfunction)
        if one.__module__ == module.__name__ and not name.startswith("_")
    }
    assert written == set(SMELLS)


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.stem for sample in SAMPLES])
def test_the_message_speaks_to_a_policy_officer(sample: Path) -> None:
    """No programmer's word stands in a message, and each is a sentence."""
    for line in expected(sample)[1]:
        message = line.split(": ", 1)[1]
        assert not PROGRAMMERS_WORDS.search(message)
        assert message.endswith((".", "?"))


def test_all_faults_of_all_files_are_told_at_once(base: Path) -> None:
    """A person who mends rules sees everything in one go, file by file and line by line."""
    (base / "themes" / "skills.yaml").write_text("format: 1\ntheme: {id: skills}\nrule: []\n", encoding="utf-8")
    (base / "checks" / "B1.yaml").write_text("format: 1\nquestion: [\n", encoding="utf-8")
    (base / "signals" / "reporting.yaml").write_text(
        "format: 1\nsignal: {id: reporting, kind: reports, title: R}\nrules:\n  - {id: a.b, titel: A, find: b}\n",
        encoding="utf-8",
    )
    told = [(fault.path.name, fault.line) for fault in look_over(assemble([base]), base)]
    assert told == [("B1.yaml", 2), ("reporting.yaml", 2), ("reporting.yaml", 4), ("skills.yaml", 3)]
