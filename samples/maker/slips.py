"""Writes an invented tender as one or two small PDFs."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

from maker.tenders import LINKS, TEXTS, Invented

_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=14, spaceAfter=6)
_HEADING = ParagraphStyle("heading", parent=_TEXT, fontName="Helvetica-Bold", fontSize=13, leading=18, spaceBefore=8)
_BULLET = ParagraphStyle("bullet", parent=_TEXT, leftIndent=14, bulletIndent=2)
_GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold")]


def write_tender(tender: Invented, folder: Path) -> Path:
    """Writes a tender into a folder and returns its place: a PDF, or a folder with an invitation and a contract."""
    if not tender.in_folder:
        place = folder / f"{tender.name}.pdf"
        _write(place, tender, [*_invitation(tender), *_contract(tender)])
        return place
    place = folder / tender.name
    place.mkdir(exist_ok=True)
    _write(place / "1 Invitation to tender.pdf", tender, _invitation(tender))
    _write(place / "2 Draft contract.pdf", tender, [_heading(0, "Draft contract"), *_contract(tender)])
    return place


def _write(place: Path, tender: Invented, story: list[Flowable]) -> None:
    if tender.broken == "scan":
        _scan(place)
        return
    page = io.BytesIO()
    SimpleDocTemplate(page, pagesize=A4, invariant=1, title=tender.service, author=tender.buyer).build(story)
    data = page.getvalue()
    place.write_bytes(data[: len(data) // 3] if tender.broken == "damage" else data)


def _scan(place: Path) -> None:
    """A page that is a picture, as a scanner makes it."""
    picture = Image.new("L", (210, 297), "white")
    for line in range(40, 250, 7):
        picture.paste("black", (25, line, 180, line + 2))
    canvas = Canvas(str(place), pagesize=A4, invariant=1)
    canvas.drawInlineImage(picture, 0, 0, *A4)
    canvas.showPage()
    canvas.save()


def _invitation(tender: Invented) -> list[Flowable]:
    day = f"{tender.published.day} {tender.published:%B %Y}"
    story: list[Flowable] = [
        _heading(0, f"{tender.service}: invitation to tender"),
        _text(tender.buyer),
        _heading(1, "About this tender"),
        _text(f"{tender.buyer} invites tenders. The tender notice was published on {day}."),
        _text(f"The estimated value of the contract is £{tender.value:,} including VAT."),
        *(_text(TEXTS["filler"][number % len(TEXTS["filler"])]) for number in range(tender.fillers)),
    ]
    if stated := _themes(tender, "stated"):
        story += [_heading(2, "Social value priorities"), _text("Our social value priorities for this contract are:")]
        story += [_bullet(f"{_of(theme, 'stated')};") for theme in stated]
    story += [_heading(3, "Award criteria"), *_criteria(tender)]
    if asked := _themes(tender, "asked"):
        story += [_heading(4, "Social value questions")]
        story += [_text(f"SV{number} {_of(theme, 'asked')}") for number, theme in enumerate(asked, 1)]
    if explained := _themes(tender, "guidance"):
        story += [_heading(5, "How to answer the social value questions")]
        story += [_text(_of(theme, "explained")) for theme in explained]
    return story


def _contract(tender: Invented) -> list[Flowable]:
    story: list[Flowable] = [
        _heading(6, "Terms"),
        _text("The contract runs for three years from the day it is signed."),
    ]
    if measured := _themes(tender, "measured"):
        rows = [["Social value target", "Each year"], *(TEXTS["themes"][theme]["measured"] for theme in measured)]
        story += [_heading(7, "Social value targets"), _table(rows)]
    if reported := _themes(tender, "reported"):
        story += [_heading(8, "Social value after the award"), *(_text(_of(theme, "reported")) for theme in reported)]
    return story


def _criteria(tender: Invented) -> list[Flowable]:
    """The award criteria; the weights add up to 100."""
    rows = [["Award criterion", "Weight (share of the overall score)"]]
    told: list[Flowable] = []
    quality = tender.quality
    if tender.scoring == "weight":
        rows += [["Quality", f"{quality}%"], ["Social value", f"{tender.social_value}%"]]
        rows += [["Price", f"{100 - quality - tender.social_value}%"]]
    else:
        rows += [["Quality", f"{quality}%"], ["Price", f"{100 - quality}%"]]
    if tender.scoring == "share of quality":
        told = [_text(f"Social value is {tender.social_value}% of the quality score.")]
    elif tender.scoring == "not clear":
        told = [_text("Answers on social value will be evaluated as part of the quality criterion.")]
    elif tender.scoring == "denied":
        told = [_text("Social value will not be evaluated in this tender.")]
    return [_table([*rows, ["Total", "100%"]]), Spacer(1, 6), *told]


def _themes(tender: Invented, link: str) -> list[str]:
    return [theme for theme, fate in tender.fates.items() if link in LINKS[fate]]


def _of(theme: str, what: str) -> str:
    return str(TEXTS["themes"][theme][what])


def _heading(number: int, text: str) -> Flowable:
    return Paragraph(f"{number} {text}" if number else text, _HEADING)


def _text(text: str) -> Flowable:
    return Paragraph(text, _TEXT)


def _bullet(text: str) -> Flowable:
    return Paragraph(text, _BULLET, bulletText="\u2022")


def _table(rows: list[list[str]]) -> Flowable:
    # The head of a table is not left alone at the foot of a page.
    return KeepTogether(Table(rows, colWidths=[90 * mm, 70 * mm], style=_GRID, hAlign="LEFT"))
