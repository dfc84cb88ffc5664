"""The sample tenders are what their sources say, and svcheck finds in them what was built in."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
sys.path.insert(0, str(SAMPLES))

from maker.results import result_of  # noqa: E402 (samples is a folder of scripts, not an installed package)

PACKS = ("grounds-maintenance", "home-care", "image-only-page", "no-social-value", "two-columns", "two-weights")
COLUMNS = ("stated", "asked", "weighted", "measured")

each_pack = pytest.mark.parametrize("pack", PACKS)


@cache
def truth_of(pack: str) -> dict[str, Any]:
    """The facts that the author built into a pack."""
    truth: dict[str, Any] = yaml.safe_load((SAMPLES / pack / "truth.yaml").read_text(encoding="utf-8"))
    return truth


@cache
def result(pack: str) -> dict[str, Any]:
    """What svcheck says about a pack, worked out once."""
    return result_of(SAMPLES / pack)


@cache
def page_texts(path: Path) -> tuple[str, ...]:
    """The text layer of each page of a PDF, read without svcheck."""
    document = pypdfium2.PdfDocument(path)
    texts = tuple(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    return texts


def pdfs(pack: str) -> list[Path]:
    """The PDFs of a pack, in the order of their names."""
    return sorted((SAMPLES / pack).glob("*.pdf"))


def one_of(wanted: Any) -> list[Any]:
    """The results that are right: one, or any of a list."""
    return wanted if isinstance(wanted, list) else [wanted]


# The packs themselves


@pytest.fixture(scope="module")
def made_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All packs made again from their sources, by the command that the README names."""
    out = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, SAMPLES / "make_samples.py", "--out", out], check=True, capture_output=True)
    return out


@each_pack
def test_the_sources_give_the_same_bytes_as_the_pdfs(pack: str, made_anew: Path) -> None:
    """Making a pack again changes nothing in it."""
    again = {path.name: path.read_bytes() for path in (made_anew / pack).glob("*.pdf")}
    assert again == {path.name: path.read_bytes() for path in pdfs(pack)}


@each_pack
def test_a_pack_has_the_pages_that_its_truth_says(pack: str) -> None:
    """Each file has the number of pages written down for it, and the pack stays within its band."""
    truth = truth_of(pack)
    assert {path.name: len(page_texts(path)) for path in pdfs(pack)} == truth["files"]
    low, high = truth["pages"]
    assert low <= sum(truth["files"].values()) <= high


@each_pack
def test_only_the_scanned_page_has_no_text(pack: str) -> None:
    """Every page can be read except those that were made as pictures."""
    empty = [
        {"file": path.name, "page": number}
        for path in pdfs(pack)
        for number, text in enumerate(page_texts(path), start=1)
        if not text
    ]
    assert empty == truth_of(pack)["unreadable"]


def test_the_pack_without_social_value_never_names_it() -> None:
    """The words "social value" and "community benefit" stand nowhere in that pack, but its false friends do."""
    words = " ".join(text for path in pdfs("no-social-value") for text in page_texts(path)).lower()
    assert "social value" not in words
    assert "community benefit" not in words
    for friend in ("social care", "social media", "value added tax", "community nursing", "mac address", "apprentice"):
        assert friend in words


def test_the_samples_are_small() -> None:
    """No PDF is larger than 300 kB, so that the repository stays light."""
    assert [path.name for pack in PACKS for path in pdfs(pack) if path.stat().st_size > 300_000] == []


# What svcheck says about them


@each_pack
def test_a_result_is_the_one_on_file(pack: str) -> None:
    """Nothing in the whole result of a pack changes unseen."""
    expected = json.loads((SAMPLES / pack / "expected.json").read_text(encoding="utf-8"))
    assert result(pack) == expected


@each_pack
def test_social_value_and_its_weight_are_found_as_built(pack: str) -> None:
    """Whether social value is there, whether it is scored, and with what weight of what."""
    truth, found = truth_of(pack), result(pack)["social_value"]
    assert found["mentioned"] == truth["mentioned"]
    assert found["award_criterion"] in truth["award_criterion"]
    if truth.get("weights_in_conflict"):
        values = {weight["stated"] for weight in (found["weight"], *found["weight_conflicts"])}
        assert sorted(values) == truth["weights_in_conflict"]
    elif truth["weight"] is None:
        assert found["weight"] is None
    else:
        assert {name: found["weight"][name] for name in truth["weight"]} == truth["weight"]
        assert found["weight_conflicts"] == truth["other_weights"]


@each_pack
def test_the_question_and_its_limits_are_found_as_built(pack: str) -> None:
    """Whether there is a social value question, and each limit given for it."""
    truth, found = truth_of(pack)["question"], result(pack)["social_value"]["question"]
    assert found["present"] == truth["present"]
    assert sorted(set(found["word_limits"])) == truth["word_limits"]


@each_pack
def test_the_award_criteria_are_found_as_built(pack: str) -> None:
    """Each criterion with its percentage, and the shares of the social value criterion."""
    truth = truth_of(pack)
    tree = result(pack)["weights"]
    assert {name: percent_of(tree, name) for name in truth["top_level"]} == truth["top_level"]
    social = [branch for branch in branches(tree) if "social value" in branch["name"].lower() and branch["children"]]
    shares = [child["percent"] for branch in social[:1] for child in branch["children"]]
    assert sorted(shares) == sorted(truth["sub_criteria"])


@each_pack
def test_the_sums_come_out_as_built(pack: str) -> None:
    """Each addition that the author made right or wrong is reported so, and no other sum is said to fail."""
    truth = truth_of(pack)["sums"]
    found = [{"of": done["of"], "total": done["total"], "ok": done["ok"]} for done in result(pack)["sums"]]
    assert [one for one in truth if one not in found] == []
    assert [one for one in found if not one["ok"] and one not in truth] == []


@pytest.mark.parametrize("column", COLUMNS)
@each_pack
def test_the_matrix_shows_the_themes_that_were_built_in(pack: str, column: str) -> None:
    """Every theme that the author put there is found in its column, and none that the author did not."""
    truth = truth_of(pack)
    if column not in truth["themes"]:
        # A pack whose weights stand on a scanned page: nothing can be known about this column.
        assert truth["unreadable"]
        return
    rows = result(pack)["priorities"]
    found = {row["theme"] for row in rows if row["theme"] and row["columns"][column]}
    wanted = set(truth["themes"][column])
    assert sorted(wanted - found) == []
    assert sorted(found - wanted - set(truth["also_right"].get(column, ()))) == []


@each_pack
def test_the_frameworks_are_found_as_built(pack: str) -> None:
    """The laws and policies that a pack names, and no others."""
    assert sorted(framework["id"] for framework in result(pack)["frameworks"]) == truth_of(pack)["frameworks"]


@each_pack
def test_unreadable_pages_are_reported(pack: str) -> None:
    """The scanned page is reported, and no page that can be read."""
    found = [
        {"file": file["name"], "page": page["page"]}
        for file in result(pack)["files"]
        for page in file["unreadable_pages"]
    ]
    assert found == truth_of(pack)["unreadable"]


@each_pack
def test_the_procurement_is_recognised_as_built(pack: str) -> None:
    """The kind of buyer, the regime, the value and the day on which the procurement began."""
    wanted = {name: plain(value) for name, value in truth_of(pack)["context"].items()}
    context = result(pack)["context"]
    assert {name: plain(context[name]["value"]) for name in wanted} == wanted


@pytest.mark.parametrize(("pack", "check"), [(pack, check) for pack in PACKS for check in truth_of(pack)["checks"]])
def test_each_check_gives_the_result_that_was_built_in(pack: str, check: str) -> None:
    """Every check whose result is known from the way in which a pack was written."""
    found = {one["id"]: one["result"] for one in result(pack)["checks"]}
    assert found[check] in one_of(truth_of(pack)["checks"][check])


def plain(value: Any) -> str:
    """A value as text, with pounds written in one way."""
    text = str(value)
    return str(int(float(text))) if text.replace(".", "").isdigit() else text


def branches(tree: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every criterion of a tree of weights, the upper ones first."""
    return tree + [deeper for branch in tree for deeper in branches(branch["children"])]


def percent_of(tree: list[dict[str, Any]], name: str) -> float | None:
    """The percentage of the uppermost criterion whose name holds the words given."""
    for branch in branches(tree):
        if name in branch["name"].lower():
            percent: float | None = branch["percent"]
            return percent
    return None
