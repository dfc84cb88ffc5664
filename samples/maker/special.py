"""The pieces of the samples that a plain table cannot show."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from maker.styles import Styles
from maker.tables import Command

CRITERIA = (
    ("Quality and safety", "A1", "Decontamination", "14%", "30%"),
    ("", "A2", "Safety of equipment", "10%", ""),
    ("", "A3", "Choice and renewal of equipment", "6%", ""),
    ("Service delivery", "B1", "Delivery and collection", "12%", "20%"),
    ("", "B2", "Starting the service", "8%", ""),
    ("Net zero and social value", "C1", "Carbon from transport, washing and drying", "4%", "10%"),
    ("", "C2", "Local jobs in the three towns", "4%", ""),
    ("", "C3", "Health and wellbeing of the workforce", "2%", ""),
    ("Price", "D1", "Total price over five years (pricing schedule)", "40%", "40%"),
    ("Total", "", "", "100%", "100%"),
)
SPANS = ((2, 4), (5, 6), (7, 9))


class Upright(Flowable):
    """Words that read upwards in a narrow head cell."""

    def __init__(self, text: str, styles: Styles) -> None:
        super().__init__()
        self.text = text
        self.font = styles.font.bold
        self.size = styles.cell.fontSize

    def wrap(self, *_: float) -> tuple[float, float]:
        """The room that the words need: one line wide, 74 points tall."""
        return self.size + 2, 74

    def draw(self) -> None:
        """Draw the words turned by a quarter."""
        self.canv.saveState()
        self.canv.setFont(self.font, self.size)
        self.canv.rotate(90)
        self.canv.drawString(2, -self.size, self.text)
        self.canv.restoreState()


def _nhs_criteria(styles: Styles) -> list[Flowable]:
    """The award criteria as a wide table: two head rows, merged cells, two upright heads."""
    head: list[list[object]] = [
        [_bold("Criterion", styles), _bold("Question", styles), "", _bold("Weights", styles), ""],
        ["", _bold("Ref", styles), _bold("Subject", styles), Upright("Question", styles), Upright("Criterion", styles)],
    ]
    body: list[list[object]] = [
        [_bold(cells[0], styles), *(Paragraph(cell, styles.cell) for cell in cells[1:])] for cells in CRITERIA
    ]
    lines: list[Command] = [
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("BACKGROUND", (0, 0), (-1, 1), HexColor("#d9e2f3")),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (3, 0), (4, 0)),
    ]
    for first, last in SPANS:
        lines += [("SPAN", (0, first), (0, last)), ("SPAN", (4, first), (4, last))]
    return [Spacer(1, 4), Table([*head, *body], colWidths=[150, 50, 330, 60, 60], style=lines, hAlign="LEFT")]


def _bold(text: str, styles: Styles) -> Paragraph:
    return Paragraph(text, styles.cell_bold)


SPECIAL: Mapping[str, Callable[[Styles], list[Flowable]]] = {
    "nhs-criteria": _nhs_criteria,
}
