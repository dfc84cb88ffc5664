"""What became of every problem, and which facts moved, between two drafts whose differences are known."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from report import example

from checker.compare import compare, to_json
from checker.compare.problems import LEVELS, appeared
from checker.report import to_dict

from .conftest import Drafts


def named(comparison: dict[str, Any], state: str) -> set[str]:
    """The checks and themes of one fate."""
    return {entry["check"] or entry["theme"] for entry in comparison["problems"][state]}


def told(comparison: dict[str, Any], about: str) -> dict[str, tuple[str | None, str | None]]:
    """What moved, by its label: what was said before and now."""
    return {
        row["label"]: tuple(row[side]["said"] if row[side] else None for side in ("old", "new"))
        for row in comparison["moved"]
        if row["about"] == about
    }


def test_each_problem_has_one_fate(compared: dict[str, Any]) -> None:
    """Two weights are new, what can be counted is fixed, a priority left out no longer applies, others stay open."""
    assert "B6" in named(compared, "new")
    assert "D1" in named(compared, "fixed")
    assert named(compared, "gone") == {"carbon"}
    assert {"C5", "local-jobs"} <= named(compared, "open")
    every = [name for state in compared["problems"] for name in named(compared, state)]
    assert len(every) == len(set(every))


def test_every_problem_of_a_verdict_is_accounted_for(compared: dict[str, Any], drafts: Drafts) -> None:
    """No problem of either draft gets lost, and none is invented."""
    old, new = drafts
    before = {check for level in LEVELS for check in old["verdict"]["commissioner"][level]}
    after = {check for level in LEVELS for check in new["verdict"]["commissioner"][level]}
    assert before <= named(compared, "open") | named(compared, "fixed") | named(compared, "gone") | named(
        compared, "unclear"
    )
    assert after <= named(compared, "open") | named(compared, "new") | named(compared, "unclear")


def test_moved_facts_have_both_sides(compared: dict[str, Any]) -> None:
    """Weights, limits, dates and citations that differ are told; what is the same is not."""
    assert told(compared, "weights")["Social value"] == ("10%", "15%")
    assert told(compared, "weights")["Other weights given for social value"] == (None, "12% of the overall score")
    assert list(told(compared, "limits").values()) == [("500 words", "750 words")]
    assert told(compared, "dates") == {"Last day for questions": ("Friday 3 July 2026", "Friday 10 July 2026")}
    assert {old is None for old, _ in told(compared, "frameworks").values()} == {True, False}
    assert told(compared, "procurement") == {}


def test_every_side_tells_file_and_page(compared: dict[str, Any]) -> None:
    """A moved fact stands on a page of its own draft; so does a problem that rests on text."""
    for row in compared["moved"]:
        for side, name in (("old", "Tender v1.txt"), ("new", "Tender v2.txt")):
            assert row[side] is None or row[side]["places"] == [{"file": name, "page": 1}], row
    conflict = next(entry for entry in compared["problems"]["new"] if entry["check"] == "B6")
    assert conflict["new"]["places"] == [{"file": "Tender v2.txt", "page": 1}]
    assert conflict["severity"]["commissioner"] == "must"


def test_a_draft_does_not_differ_from_itself(drafts: Drafts) -> None:
    """Nothing is fixed, new or moved, and the reader is told that the files are the same."""
    for one in (*drafts, to_dict(example.scorecard())):
        same = compare(one, one)
        assert {state for state, entries in same["problems"].items() if entries} <= {"open"}
        assert same["moved"] == []
        assert {file["change"] for file in same["files"]} == {"same"}
        assert "the same files" in same["notes"][0]


def test_the_other_way_round_is_the_mirror_image(drafts: Drafts) -> None:
    """What is new one way is fixed, gone or not to be told the other way, and every fact moves back."""
    there, back = compare(*drafts), compare(*reversed(drafts))
    assert named(there, "new") == named(back, "fixed") | named(back, "gone") | named(back, "unclear")
    assert named(there, "open") == named(back, "open")
    assert {row["label"] for row in there["moved"]} == {row["label"] for row in back["moved"]}


def test_nothing_is_changed_and_the_same_input_gives_the_same_bytes(drafts: Drafts) -> None:
    """Both results stay as they are; the comparison is plain data that JSON holds."""
    kept = copy.deepcopy(drafts)
    first = to_json(compare(*drafts))
    assert drafts == kept
    assert first == to_json(compare(*copy.deepcopy(drafts)))
    assert json.loads(first) == compare(*drafts)


def test_what_cannot_be_told_is_never_called_fixed(drafts: Drafts) -> None:
    """A problem whose check can no longer be told is set apart."""
    old, new = copy.deepcopy(drafts)
    _check(new, "C5")["result"] = "cannot-tell"
    new["verdict"]["commissioner"]["must"].remove("C5")
    assert "C5" in named(compare(old, new), "unclear")


def test_a_check_that_one_side_lacks_is_set_apart_and_the_rules_are_named(drafts: Drafts) -> None:
    """With other rules, part of the difference may come from the rules: the reader is told."""
    old, new = copy.deepcopy(drafts)
    old["checks"] = [check for check in old["checks"] if check["id"] != "C5"]
    old["verdict"]["commissioner"]["must"].remove("C5")
    old["tool"]["rule_packs"][0]["version"] = "2025.01"
    found = compare(old, new)
    assert "C5" in named(found, "unclear")
    assert any("2025.01 with svcheck" in note for note in found["notes"])


def test_a_file_that_is_missing_now_is_told(drafts: Drafts) -> None:
    """Absence in the newer draft may only mean that a file was not given."""
    old, new = copy.deepcopy(drafts)
    old["files"].append(old["files"][0] | {"name": "Contract.pdf", "sha256": "0" * 64, "role": "contract"})
    found = compare(old, new)
    assert any("Contract.pdf" in note for note in found["notes"])
    assert [file["change"] for file in found["files"]] == ["changed", "removed"]


def test_what_was_given_and_not_read_is_told(drafts: Drafts) -> None:
    """A locked file, a spreadsheet and pages without text may hold what was not found."""
    old, new = copy.deepcopy(drafts)
    old["files"].append(old["files"][0] | {"name": "Locked.pdf", "sha256": "1" * 64, "note": "locked", "pages": 0})
    new["files_not_read"] = [{"name": "Prices.xlsx", "why": "no PDF", "same_as": None},
                             {"name": "Copy.pdf", "why": "a second copy", "same_as": "Tender v2.txt"}]  # fmt: skip
    new["files"][0]["unreadable_pages"] = [{"page": 1, "why": "a picture"}]
    notes = " ".join(compare(old, new)["notes"])
    assert "Given with the older draft and not read: Locked.pdf." in notes
    assert "Given with the newer draft and not read: Prices.xlsx." in notes
    assert "1 of 1 page of the newer draft could not be read" in notes
    assert "Copy.pdf" not in notes


def test_a_renamed_file_and_another_tender_are_told(drafts: Drafts) -> None:
    """The same content under another name is a renamed file; other references may be other tenders."""
    old, new = copy.deepcopy(drafts)
    new["files"][0]["sha256"] = old["files"][0]["sha256"]
    old["reference"], new["reference"] = "SC-1", "SC-2"
    found = compare(old, new)
    assert [file["change"] for file in found["files"]] == ["renamed"]
    assert any("two different tenders" in note for note in found["notes"])


def test_criteria_of_the_same_name_are_told_apart_by_lot_and_place(drafts: Drafts) -> None:
    """A weight of lot 2 is not compared with that of lot 1."""
    old, new = copy.deepcopy(drafts)
    for result, percent in ((old, 10), (new, 20)):
        one = next(weight for weight in result["weights"] if weight["social_value"])
        result["weights"] = [one | {"lot": "Lot 1", "percent": 10, "effective": 10},
                             one | {"lot": "Lot 2", "percent": percent, "effective": percent}]  # fmt: skip
    moved = told(compare(old, new), "weights")
    assert moved["Social value (Lot 2)"] == ("10%", "20%")
    assert "Social value (Lot 1)" not in moved


@pytest.mark.parametrize(("level", "expected"), [("blocker", True), ("major", True)])
def test_new_problems_reach_a_level(compared: dict[str, Any], level: str, expected: bool) -> None:
    """Two different weights are a new must-fix problem at either level."""
    assert appeared(compared, level) is expected


def test_open_waived_and_smaller_problems_do_not_reach_a_level(drafts: Drafts, compared: dict[str, Any]) -> None:
    """What was there before, what is waived, and what could be improved fail no pipeline; what got worse does."""
    new = drafts[1]
    assert not appeared(compare(new, new), "major")
    waived = copy.deepcopy(compared)
    for entry in waived["problems"]["new"]:
        entry["new"]["waived"] = True
    assert not appeared(waived, "major")
    entry = waived["problems"]["open"][0] | {"worse": True}
    worse = waived | {"problems": waived["problems"] | {"open": [entry]}}
    assert appeared(worse, "blocker")


def _check(result: dict[str, Any], name: str) -> dict[str, Any]:
    return next(check for check in result["checks"] if check["id"] == name)
