"""PDFs whose words stand where a test knows them to stand."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from reportlab.pdfgen.canvas import Canvas

import checker
from checker import report
from checker.model import Rulebook, Spot

WORDS = "We will ask about apprenticeships for social value."


def tender(path: Path, turn: int = 0, crop: tuple[float, float, float, float] | None = None) -> Path:
    """Two pages with award criteria and a contract term; `turn` and `crop` (points) are set on both."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(90, 740, "1 Award criteria")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(90, 700, "Tenders are evaluated on price (60%), quality (30%) and social value (10%).")
    canvas.drawString(90, 660, "Social value: describe how you will create apprenticeships for local people.")
    canvas.showPage()
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(90, 740, "2 Social value in the contract")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(90, 700, "The Supplier shall report its apprenticeships every quarter.")
    canvas.save()
    if turn or crop:
        writer = PdfWriter(clone_from=PdfReader(path))
        for page in writer.pages:
            if turn:
                page.rotate(turn)
            if crop:
                page.cropbox = RectangleObject(crop)
        writer.write(path)
    return path


def checked(path: Path, rules: Rulebook) -> dict[str, object]:
    """The result of checking one file."""
    return checker.to_dict(checker.check([path], rules=rules))


def spots(result: dict[str, object]) -> tuple[Spot, ...]:
    """What the report wants pictured."""
    return report.spots(result)
