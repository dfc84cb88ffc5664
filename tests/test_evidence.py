"""Every statement leads to a place: the boxes of a finding hold its words, and nothing is cited that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from read.boxes import Printed, letters

from checker import pipeline
from checker.model import Box, Rulebook
from checker.report import to_dict

PACKS = ("home-care", "grounds-maintenance", "two-weights", "image-only-page", "two-columns", "no-social-value")
REAL = (
    "CCS_CAT_MCF3_FC_Bid_Pack_-_Attachment_2_How_to_bid_including_evaluation_criteria.pdf",
    "GCA_RM6242_DPS_Schedule_1_-_Specification_v1.0.pdf",
    "GCA_RM6242_DPS_Schedule_7_-_Order_Procedure_v1.0.pdf",
)


def misplaced(result: dict[str, Any], paths: list[Path]) -> list[str]:
    """The live findings without a page or a box, or whose boxes do not hold their quote."""
    pages = {path.name: Printed(path) for path in paths}
    wrong = []
    for finding in result["findings"]:
        if finding["dropped_because"]:
            continue
        boxes = tuple(Box(page, *box) for page, box in zip(finding["box_pages"], finding["boxes"], strict=True))
        shown = pages[finding["file"]].inside(boxes)
        if not boxes or finding["page"] != boxes[0].page or shown != letters(finding["quote"]):
            wrong.append(f"{finding['file']} page {finding['page']}: {finding['quote']!r} shows {shown!r}")
    return wrong


def cited(part: Any) -> Iterator[str]:
    """Every finding id that stands under an "evidence" or "columns" key, at any depth."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "evidence":
                yield from value
            elif key == "columns" and isinstance(value, dict):
                yield from (ref for refs in value.values() for ref in refs)
            else:
                yield from cited(value)
    elif isinstance(part, list):
        for item in part:
            yield from cited(item)


def check(paths: list[Path], rules: Rulebook) -> dict[str, Any]:
    """The data of a pack's scorecard."""
    return to_dict(pipeline.check(paths, rules=rules))


@pytest.mark.parametrize("pack", PACKS)
def test_the_boxes_of_a_sample_hold_the_quotes(pack: str, samples: Path, rules: Rulebook) -> None:
    """Every finding that counts has a page and a box, and the letters in its boxes are its quote."""
    paths = sorted((samples / pack).glob("*.pdf"))
    result = check(paths, rules)
    assert misplaced(result, paths) == []
    assert set(cited(result)) <= {finding["id"] for finding in result["findings"] if not finding["dropped_because"]}


@pytest.mark.corpus
@pytest.mark.parametrize("name", REAL)
def test_the_boxes_of_a_real_document_hold_the_quotes(name: str, corpus: Path, rules: Rulebook) -> None:
    """The same holds for documents that buyers have published."""
    path = corpus / "pdf" / name
    result = check([path], rules)
    assert any(not finding["dropped_because"] for finding in result["findings"])
    assert misplaced(result, [path]) == []
