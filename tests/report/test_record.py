"""The scorecard as plain data is complete, true to its schema and always the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema
import pytest

from checker.model import FileRole, Scorecard
from checker.model.facts import COLUMNS, KINDS, RESULTS
from checker.report import to_dict, to_json
from report import example

EVERY = [example.scorecard, example.with_additions, example.nothing_found, example.unreadable]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The JSON Schema that ships with svcheck."""
    text = resources.files("checker.report").joinpath("schema/scorecard-1.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize("make", EVERY)
def test_the_data_keep_to_the_schema(make: Callable[[], Scorecard], schema: dict[str, Any]) -> None:
    """Full, empty and unreadable packs all give data that the shipped schema accepts."""
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(to_dict(make()))


def test_the_schema_leaves_nothing_open(schema: dict[str, Any]) -> None:
    """Every object of the schema says what happens to a key that it does not name."""
    open_parts = [part for part in objects(schema) if "additionalProperties" not in part]
    assert open_parts == []


def test_the_schema_refuses_what_it_does_not_know(schema: dict[str, Any]) -> None:
    """A key, a result and a finding without a place that nobody declared are all faults."""
    data = to_dict(example.scorecard())
    data["surprise"] = 1
    data["checks"][0]["result"] = "compliant"
    data["findings"][0]["boxes"] = []
    faults = sorted(fault.validator for fault in jsonschema.Draft202012Validator(schema).iter_errors(data))
    assert faults == ["additionalProperties", "enum", "minItems"]


def test_the_schema_names_the_same_results_columns_and_kinds_as_the_model(schema: dict[str, Any]) -> None:
    """The words of the model and of the schema never drift apart."""
    parts = schema["$defs"]
    assert parts["check"]["properties"]["result"]["enum"] == list(RESULTS)
    assert parts["column"]["enum"] == list(COLUMNS)
    assert parts["finding"]["properties"]["kind"]["enum"] == list(KINDS)


def test_the_same_scorecard_gives_the_same_bytes() -> None:
    """Two runs over the same facts write the same JSON."""
    assert to_json(to_dict(example.scorecard())) == to_json(to_dict(example.scorecard()))


def evidence_ids(data: Any) -> Iterator[str]:
    """Every finding id that the data refer to."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "evidence":
                yield from value
            elif key == "columns" and isinstance(value, dict):
                for ids in value.values():
                    yield from ids
            else:
                yield from evidence_ids(value)
    elif isinstance(data, list):
        for item in data:
            yield from evidence_ids(item)


def test_every_reference_is_the_id_of_a_finding() -> None:
    """Nothing points to evidence that is not there."""
    data = to_dict(example.scorecard())
    known = {finding["id"] for finding in data["findings"]}
    assert set(evidence_ids(data)) <= known


def test_found_cells_have_evidence_and_others_have_none() -> None:
    """A cell of the matrix is found if and only if something proves it."""
    for priority in to_dict(example.scorecard())["priorities"]:
        for column, state in priority["states"].items():
            assert bool(priority["columns"][column]) == (state == "found"), (priority["theme"], column)


def test_points_add_up_and_leave_out_what_could_not_be_told() -> None:
    """Panels add up to the score; cannot tell and does not apply are in neither sum."""
    data = to_dict(example.scorecard())
    checks = {check["id"]: check for check in data["checks"]}
    for panel in data["score"]["panels"]:
        assert panel["got"] == sum(checks[c]["points"]["got"] for c in panel["checks"])
        assert panel["of"] == sum(checks[c]["points"]["of"] for c in panel["checks"])
    assert data["score"]["got"] == sum(panel["got"] for panel in data["score"]["panels"]) == 22
    assert data["score"]["of"] == sum(panel["of"] for panel in data["score"]["panels"]) == 36
    assert checks["D6"]["points"] == checks["B2"]["points"] == {"got": 0, "of": 0}


def test_a_weight_that_does_not_count_for_this_tender_is_no_weight() -> None:
    """A policy minimum is among the mentions with its lower end alone, and never the stated weight."""
    data = to_dict(example.scorecard())["social_value"]
    assert data["weight"] == {
        "stated": 10,
        "unit": "percent",
        "base": "overall",
        "effective": 10,
        "readings": [],
        "evidence": ["E12", "E20"],
    }
    policy = data["weight_mentions"][1]
    assert (policy["kind"], policy["value"], policy["low"], policy["high"]) == ("policy-reference", None, 10, None)


def test_children_that_do_not_add_up_are_said_so() -> None:
    """The social value questions make 9, quality makes 50, and price has nothing below it."""
    weights = {weight["name"]: weight for weight in to_dict(example.scorecard())["weights"]}
    assert [(w["sums_to"], w["sum_ok"]) for w in weights.values()] == [(None, None), (50, True), (9, False)]


def test_the_place_of_a_quote_in_its_sentence_is_kept() -> None:
    """`at` is where the quote stands in the sentence."""
    for finding in to_dict(example.scorecard())["findings"]:
        assert finding["sentence"][finding["at"] :].startswith(finding["quote"])


def test_short_names_of_files_are_never_shared() -> None:
    """Files of one role are told apart by a number; a file without a role goes by its own name if that is short."""
    card = example.scorecard()
    named = ("ITT", "scan", "ITT 2", "007 Response_Form", "x" * 40)
    roles = (FileRole.ITT, FileRole.ITT, FileRole.OTHER, FileRole.OTHER, FileRole.OTHER)
    files = tuple(
        replace(card.documents[0], name=f"{name}.pdf", role=role) for name, role in zip(named, roles, strict=True)
    )
    shorts = [file["short"] for file in to_dict(replace(card, documents=files))["files"]]
    assert shorts == ["ITT 1", "ITT 3", "ITT 2", "Response Form", "File"]


def test_half_characters_do_not_stop_the_json() -> None:
    """Broken text in a PDF is replaced, so that the JSON can always be written."""
    card = example.scorecard()
    broken = replace(card, findings=tuple(replace(f, quote=f.quote + "\ud800") for f in card.findings))
    assert "\ufffd" in to_json(to_dict(broken)).encode("utf-8").decode("utf-8")
