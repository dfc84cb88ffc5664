"""The example authority profile is without fault, and a check compares the tender with it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker import rulebook, selftest
from checker.cli import main
from checker.model import Rulebook

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PACK = SAMPLES / "packs" / "ashmere-council"


@cache
def rules() -> Rulebook:
    """The rules that ship, with the example on top."""
    return rulebook.load([PACK])


OWN = [case for case in selftest.examples(rules()) if "ashmere" in case.id or "time-for-you" in case.id]


TENDER = """\
Ashmere Council

1 Award criteria

Social value carries 10% of the overall score. The total value is £400,000.
"""


def run(tender: Path, *options: str) -> dict[str, Any]:
    """The checks of a tender by id, as the command line writes them."""
    done = CliRunner().invoke(main, ["check", str(tender), "--json", "-", *options])
    assert done.exit_code == 0, done.output
    return {check["id"]: check for check in json.loads(done.stdout)["checks"]}


@cache
def home_care() -> dict[str, Any]:
    """The home care sample, checked with the example pack."""
    return run(SAMPLES / "home-care", "--rules", str(PACK))


def copied(folder: Path, old: str, new: str) -> Path:
    """A copy of the example pack in which one line is another."""
    for path in sorted(PACK.rglob("*.yaml")):
        copy = folder / path.relative_to(PACK)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return folder


@pytest.fixture
def tender(tmp_path: Path) -> Path:
    """A tender of one page."""
    path = tmp_path / "tender.txt"
    path.write_text(TENDER, encoding="utf-8")
    return path


def test_the_example_has_no_fault() -> None:
    """What `svcheck rules check samples/packs/ashmere-council` says of it."""
    assert [str(fault) for fault in rulebook.check(PACK)] == []


@pytest.mark.parametrize("case", OWN, ids=[case.id for case in OWN])
def test_its_own_examples_hold(case: selftest.Case) -> None:
    """The council's name for social value, and for one of its priorities."""
    assert selftest.run(case, rules()) is None


def test_without_the_pack_no_minimum_binds_a_council(tender: Path) -> None:
    """No law sets one, so the check cannot tell."""
    assert run(tender)["B2"]["result"] == "cannot-tell"


def test_the_weight_is_compared_with_the_own_minimum(tender: Path, tmp_path: Path) -> None:
    """10% meets a minimum of 10% and misses one of 15%, which the report says by name."""
    assert home_care()["B2"]["result"] == "met"
    assert run(tender, "--rules", str(PACK))["B2"]["result"] == "met"
    higher = copied(tmp_path / "pack", "min_weight: 10\n", "min_weight: 15\n")
    short = run(tender, "--rules", str(higher))["B2"]
    assert short["result"] == "not-met"
    assert "The own minimum of Ashmere Council is 15% of the whole score." in short["because"]


def test_a_small_contract_is_outside_the_own_policy(tender: Path, tmp_path: Path) -> None:
    """The example's figures begin at £100,000; here at a million."""
    later = copied(tmp_path / "pack", "{min_weight: 100000,", "{min_weight: 1000000,")
    assert run(tender, "--rules", str(later))["B2"]["result"] == "cannot-tell"


def test_own_priorities_that_are_missing_are_named() -> None:
    """The tender neither states nor asks about digital inclusion, which the council's policy holds."""
    because = home_care()["A4"]["because"]
    assert "Of the own priorities of Ashmere Council, not found here: Digital inclusion." in because


def test_a_pack_must_say_what_it_builds_on(tmp_path: Path) -> None:
    """Without that it would take the place of all rules that ship, unnoticed."""
    text = "format: 1\nid: mine\nversion: '1'\ntitle: Mine\n"
    (tmp_path / "pack.yaml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(SAMPLES / "home-care"), "--json", "-", "--rules", str(tmp_path)])
    assert done.exit_code == 1
    assert "Say what this pack builds on: `builds_on: uk-social-value`." in done.output
    (tmp_path / "pack.yaml").write_text(f"{text}stands_alone: yes\n", encoding="utf-8")
    assert rulebook.load([tmp_path]).checks == ()
