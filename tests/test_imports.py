"""Start-up stays instant because heavy libraries are loaded only when they are needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "pdfplumber", "pdfminer", "pydantic", "jinja2", "yaml")


def loaded_after(code: str) -> set[str]:
    """The heavy libraries that a fresh Python has loaded after running the code."""
    probe = f"import sys\n{code}\nprint(*[m for m in {HEAVY!r} if m in sys.modules])"
    return set(subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split())


def test_import_checker_loads_no_heavy_library() -> None:
    """`import checker` loads neither spaCy nor pdfplumber, nor any other heavy library."""
    assert loaded_after("import checker") == set()


def test_the_command_line_loads_no_heavy_library_before_a_command() -> None:
    """`svcheck --help` answers at once because the command module imports only click."""
    assert loaded_after("import checker.cli") == set()


@pytest.mark.parametrize(("room", "may_load"), [
    ("checker.model", set()),
    ("checker.wording", set()),
    ("checker.weigh", set()),
    ("checker.score", set()),
])  # fmt: skip
def test_pure_rooms_load_nothing(room: str, may_load: set[str]) -> None:
    """Rooms of pure logic can be imported without any heavy library."""
    assert loaded_after(f"import {room}") == may_load
