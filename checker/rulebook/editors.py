"""JSON Schemas of the rule files, so that an editor shows faults and keys while a rule is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from checker.rulebook.entries import Entry
from checker.rulebook.schema import FrameworkFile, SignalFile, ThemeFile
from checker.rulebook.schema_checks import CheckFile
from checker.rulebook.schema_packs import ContextFile, ModifiersFile, PackFile, ThresholdsFile

MODELS: dict[str, type[Entry]] = {
    "check": CheckFile,
    "context": ContextFile,
    "framework": FrameworkFile,
    "modifiers": ModifiersFile,
    "pack": PackFile,
    "signal": SignalFile,
    "theme": ThemeFile,
    "thresholds": ThresholdsFile,
}
"""Each kind of rule file by the name of its schema."""


def schemas() -> dict[str, str]:
    """The text of every schema by its file name."""
    return {f"{name}.json": _text(name, model) for name, model in MODELS.items()}


def write_schemas(folder: Path) -> None:
    """Writes every schema into a folder (rules/schema)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


class _Quiet(GenerateJsonSchema):
    """Our defaults are words that know their place, which JSON does not; editors need none."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {"non-serializable-default"}  # noqa: RUF012 - as declared there


def _text(name: str, model: type[Entry]) -> str:
    schema = _tidy(model.model_json_schema(by_alias=True, schema_generator=_Quiet))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"svcheck {name} file"}
    return json.dumps({**head, **{key: value for key, value in schema.items() if key != "title"}}, indent=1) + "\n"


def _tidy(part: Any) -> Any:
    """The same schema in fewer lines, without the titles and defaults that pydantic makes from Python names."""
    if isinstance(part, list):
        return [_tidy(one) for one in part]
    if not isinstance(part, dict):
        return part
    made_up = {"default"} | ({"title"} if isinstance(part.get("title"), str) else set())
    tidy = {key: _tidy(value) for key, value in part.items() if key not in made_up}
    choices = tidy.get("anyOf", [])
    if len(choices) == 2 and choices[1] == {"type": "null"}:
        return {**{key: value for key, value in tidy.items() if key != "anyOf"}, **_or_nothing(choices[0])}
    return tidy


def _or_nothing(choice: dict[str, Any]) -> dict[str, Any]:
    if "enum" in choice:
        return {**choice, "enum": [*choice["enum"], None]}
    if "type" in choice:
        kinds = choice["type"] if isinstance(choice["type"], list) else [choice["type"]]
        return {**choice, "type": [*kinds, "null"]}
    return {"anyOf": [choice, {"type": "null"}]}
