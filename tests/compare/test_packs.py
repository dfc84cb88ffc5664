"""Two drafts as packs of real PDFs: the places are those of each draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from checker import pipeline, report
from checker.compare import compare
from checker.model import Rulebook

from .drafts import DAY

AWARD = "Tenders are evaluated on price (60%), quality (30%) and social value (10%) of the overall score."
QUESTION = "Describe the social value that you will create. Your answer must be no more than {} words."


def pdf(path: Path, *pages: str) -> None:
    """A PDF with one heading and one sentence on each page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for number, sentence in enumerate(pages, 1):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(
            72, 760, f"{number} {'Award criteria' if 'evaluated' in sentence else 'Social value question'}"
        )
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 730, sentence)
        canvas.showPage()
    canvas.save()


@pytest.fixture
def packs(tmp_path: Path) -> tuple[Path, Path]:
    """The question stands on page 2 of one file, and in the newer draft on page 1 of a file of its own."""
    pdf(tmp_path / "old" / "ITT.pdf", AWARD, QUESTION.format(500))
    pdf(tmp_path / "new" / "ITT.pdf", AWARD)
    pdf(tmp_path / "new" / "Response form.pdf", QUESTION.format(300))
    return tmp_path / "old", tmp_path / "new"


def test_a_limit_that_moved_to_another_file_has_both_places(packs: tuple[Path, Path], rules: Rulebook) -> None:
    """500 words on page 2 of the ITT became 300 words on page 1 of the response form."""
    found = compare(*(report.to_dict(pipeline.check([pack], rules=rules, as_of=DAY)) for pack in packs))
    (limit,) = [row for row in found["moved"] if row["about"] == "limits"]
    assert (limit["old"]["said"], limit["new"]["said"]) == ("500 words", "300 words")
    assert limit["old"]["places"] == [{"file": "ITT.pdf", "page": 2}]
    assert limit["new"]["places"] == [{"file": "Response form.pdf", "page": 1}]
    assert not [row for row in found["moved"] if row["about"] == "weights"]
    assert [row["change"] for row in found["files"]] == ["changed", "added"]
