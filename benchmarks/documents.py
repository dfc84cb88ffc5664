"""Tender documents of any length for measuring: made-up text, tables of criteria, headers and footers."""

from __future__ import annotations

import random
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

TEXT = (
    "the council supplier service contract shall must provide residents quality delivery review plan staff method "
    "statement evidence local community support team work price tender response award period monthly annual report "
    "meeting standard site vehicle training access information request approval change schedule notice payment"
)
WORDS = TEXT.split()
ASKS = (
    "The supplier shall start two apprentices in the first year of this contract as part of its social value offer.",
    "Social value carries 10% of the overall score.",
    "SV1 Describe how you will recruit local people and help long-term unemployed residents into work.",
    "The supplier shall report its social value commitments every quarter to the contract manager.",
    "Bidders should follow PPN 002 and read the council's social value policy before they answer.",
)


def make(path: Path, pages: int) -> Path:
    """Writes a PDF of about so many pages, the same each time: some 3,500 letters on each."""
    chance = random.Random(pages)  # noqa: S311
    styles = getSampleStyleSheet()
    story: list[object] = []
    for page in range(1, pages + 1):
        story.append(Paragraph(f"{page} {_sentence(chance, 4).rstrip('.')}", styles["Heading2"]))
        for number in range(6 if page % 5 else 5):
            text = " ".join(_sentence(chance, chance.randint(12, 26)) for _ in range(4))
            if number == 3 and page % 3 == 0:
                text += " " + chance.choice(ASKS)
            story += [Paragraph(text, styles["BodyText"]), Spacer(1, 5)]
        if page % 5 == 0:
            rows = [["Criterion", "Weighting"], ["Price", "40%"], ["Quality", "50%"], ["Social value", "10%"]]
            story.append(Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
        story.append(PageBreak())

    def furniture(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(60, 810, "Invitation to Tender: a service for a made-up town")  # type: ignore[attr-defined]
        canvas.drawString(500, 30, f"Page {document.page}")  # type: ignore[attr-defined]

    template = SimpleDocTemplate(str(path), pagesize=A4, invariant=1)
    template.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return path


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."
