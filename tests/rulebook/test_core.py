"""The rules that ship with svcheck are without fault, and editors know what may stand in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from checker import rulebook
from checker.model.facts import FACTS
from checker.rulebook.files import LAYOUT
from checker.rulebook.schema import words_of

CORE = rulebook.core()
FILES = sorted(path for path in CORE.rglob("*.yaml"))


class AsTyped(yaml.CSafeLoader):
    """YAML as an editor's JSON Schema sees it: days are text."""


AsTyped.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def schema_name(path: Path) -> str:
    """The schema that an editor uses for a rule file."""
    folder = path.relative_to(CORE).parts[0]
    return folder.removesuffix(".yaml") if folder in LAYOUT else folder.removesuffix("s")


def test_the_shipped_rules_have_no_fault_and_no_weak_spot() -> None:
    """What `svcheck rules check` says of the rules that ship."""
    assert [str(fault) for fault in rulebook.check()] == []


def test_the_schemas_for_editors_are_fresh() -> None:
    """Write them anew with `python -c "from checker import rulebook; rulebook.write_schemas(...)"`."""
    written = {path.name: path.read_text(encoding="utf-8") for path in (CORE / "schema").glob("*.json")}
    assert written == rulebook.schemas()


def test_schemas_are_written_into_a_folder(tmp_path: Path) -> None:
    """Every kind of rule file gets one."""
    rulebook.write_schemas(tmp_path / "schema")
    names = sorted(path.stem for path in (tmp_path / "schema").iterdir())
    assert names == ["check", "context", "framework", "modifiers", "pack", "signal", "theme", "thresholds"]


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(CORE).as_posix() for path in FILES])
def test_an_editor_accepts_what_the_tool_accepts(path: Path) -> None:
    """A rule file without faults shows none in an editor."""
    data: Any = yaml.load(path.read_text(encoding="utf-8"), AsTyped)  # noqa: S506 - a safe loader
    schema = json.loads((CORE / "schema" / f"{schema_name(path)}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize(("kind", "slip"), [
    ("theme", {"format": 1, "theme": {"id": "skills"}, "rules": [{"id": "a.b", "titel": "A", "find": "b"}]}),
    ("theme", {"format": 1, "theme": {"id": "skills"}, "rules": [{"id": "a.b", "title": "A", "find": {"within": 3}}]}),
    ("check", {"format": 1, "answer": [{"result": "mett"}]}),
    ("pack", {"format": 1, "id": "no spaces please", "version": "1", "title": "T"}),
])  # fmt: skip
def test_an_editor_shows_a_slip(kind: str, slip: dict[str, Any]) -> None:
    """A misspelt key or an unknown value is underlined while it is typed."""
    schema = json.loads((CORE / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
    assert not jsonschema.Draft202012Validator(schema).is_valid(slip)


def test_every_fact_is_a_number_or_lists_its_words() -> None:
    """The words that a fact can equal are read from its description; the rest are numbers."""
    numbers = {fact for fact in FACTS if not words_of(fact)}
    assert all(FACTS[fact].startswith(("number", "percent", "contract value")) for fact in numbers)
    assert words_of("mentioned") == ("yes", "no")
    assert words_of("jurisdiction")[-1] == "unknown"
