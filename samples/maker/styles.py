"""The type of a sample tender: fonts, sizes and colours, as its head asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.lib.styles import ParagraphStyle


@dataclass(frozen=True, slots=True)
class Font:
    """The names of a typeface that every PDF reader has."""

    plain: str
    bold: str


FONTS = {
    "sans": Font("Helvetica", "Helvetica-Bold"),
    "serif": Font("Times-Roman", "Times-Bold"),
}


class Styles:
    """The paragraph styles of one document; `size` is the body type in points."""

    def __init__(self, head: dict[str, Any]) -> None:
        self.font = FONTS[head.get("font", "sans")]
        self.size = float(head.get("size", 10.5))
        self.colour = HexColor(head.get("colour", "#1f3864"))
        narrow = head.get("columns", 1) == 2
        indent = 27.0 if narrow else 40.0
        self.plain = self._style("plain")
        self.clause = self._style("clause", leftIndent=indent, bulletIndent=0)
        self.bullet = self._style("bullet", leftIndent=indent + 18, bulletIndent=indent, spaceAfter=3)
        self.cell = self._style("cell", size=self.size - 1.5, spaceAfter=0)
        self.cell_bold = self._style("cell-bold", size=self.size - 1.5, bold=True, spaceAfter=0)
        self.heading = self._style(
            "heading",
            size=self.size + 2.5,
            bold=True,
            textColor=self.colour,
            leftIndent=indent,
            bulletFontName=self.font.bold,
            bulletFontSize=self.size + 2.5,
            bulletColor=self.colour,
            spaceBefore=10,
            keepWithNext=1,
        )
        self.part = self._style(
            "part", size=self.size + 3.5, bold=True, textColor=self.colour, spaceBefore=6, spaceAfter=8, keepWithNext=1
        )
        self.small = self._style("small", size=self.size + 0.5, bold=True, spaceBefore=5, keepWithNext=1)
        self.cover_title = self._style("cover-title", size=22, bold=True, textColor=self.colour, spaceAfter=12)
        self.cover_line = self._style("cover-line", size=13, spaceAfter=9)
        self.contents_title = self._style("contents-title", size=15, bold=True, textColor=self.colour, spaceAfter=10)
        self.contents_line = self._style("contents-line", spaceAfter=2)

    def _style(self, name: str, size: float | None = None, bold: bool = False, **more: Any) -> ParagraphStyle:
        points = self.size if size is None else size
        settings: dict[str, Any] = {
            "fontName": self.font.bold if bold else self.font.plain,
            "fontSize": points,
            "leading": round(points * 1.28, 2),
            "spaceAfter": 6,
            "bulletFontName": self.font.plain,
            "bulletFontSize": points,
            "textColor": black,
        }
        return ParagraphStyle(name, **(settings | more))
