"""Sets a sample tender as a PDF that looks like a Word export of a public body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus.tableofcontents import TableOfContents

from maker.hyphens import with_soft_hyphens
from maker.source import Item, Source
from maker.special import SPECIAL
from maker.styles import Styles
from maker.tables import table

MARGIN = 62.0
GAP = 20.0


class NumberedCanvas(Canvas):
    """A canvas that knows, when it draws the footer, how many pages the document has."""

    def __init__(self, head: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head = head
        self.bare = False
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 (the library's own name)
        """Keep the page until the number of pages is known."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Draw every page with its running header and footer, then write the file."""
        for page in self._pages:
            self.__dict__.update(page)
            _running_lines(self, self._head, len(self._pages))
            super().showPage()
        super().save()


def _running_lines(canvas: Any, head: dict[str, Any], total: int) -> None:
    width, height = canvas._pagesize
    font = Styles(head).font
    if canvas.bare:
        return
    if head.get("watermark"):
        canvas.saveState()
        canvas.setFillColor(Color(0.55, 0.55, 0.55, alpha=0.25))
        canvas.setFont(font.bold, 110)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(52 if height > width else 32)
        canvas.drawCentredString(0, -36, head["watermark"])
        canvas.restoreState()
    canvas.setFillColor(HexColor("#555555"))
    canvas.setFont(font.plain, 8)
    if canvas._pageNumber > 1 or not head.get("cover"):
        canvas.drawString(MARGIN, height - 36, head.get("header", ""))
        canvas.setStrokeColor(HexColor("#aaaaaa"))
        canvas.setLineWidth(0.4)
        canvas.line(MARGIN, height - 41, width - MARGIN, height - 41)
    label = head.get("page_label", f"Page {canvas._pageNumber} of {total}")
    canvas.drawString(MARGIN, 32, head.get("footer", ""))
    canvas.drawRightString(width - MARGIN, 32, label)


def _with_lines(canvas: Any, _: BaseDocTemplate) -> None:
    canvas.bare = False


def _without_lines(canvas: Any, _: BaseDocTemplate) -> None:
    canvas.bare = True


class Tender(BaseDocTemplate):
    """A document with a cover, a contents page and body pages, upright, turned or in two columns."""

    def __init__(self, target: Path, source: Source) -> None:
        head = source.head
        super().__init__(
            str(target),
            pagesize=A4,
            invariant=1,
            title=head["title"],
            author=head["buyer"],
            subject=head.get("reference", ""),
        )
        width, height = A4
        self.column = (width - 2 * MARGIN - GAP) / 2
        tall = height - 112
        full = Frame(MARGIN, 56, width - 2 * MARGIN, tall, 0, 0, 0, 0, id="full")
        left = Frame(MARGIN, 56, self.column, tall, 0, 0, 0, 0, id="left")
        right = Frame(MARGIN + self.column + GAP, 56, self.column, tall, 0, 0, 0, 0, id="right")
        wide = Frame(MARGIN, 56, height - 2 * MARGIN, width - 112, 0, 0, 0, 0, id="wide")
        sheet = Frame(0, 0, width, height, 0, 0, 0, 0, id="sheet")
        templates = [
            PageTemplate("one", [full], onPage=_with_lines),
            PageTemplate("two", [left, right], onPage=_with_lines),
            PageTemplate("wide", [wide], pagesize=landscape(A4), onPage=_with_lines),
            PageTemplate("bare", [sheet], onPage=_without_lines),
        ]
        # The first template is the one in which a document opens.
        first = "two" if head.get("columns") == 2 and not head.get("cover") else "one"
        self.addPageTemplates(sorted(templates, key=lambda template: template.id != first))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (the library's own name)
        """Tell the contents page where a heading stands."""
        if hasattr(flowable, "contents_entry"):
            self.notify("TOCEntry", (0, flowable.contents_entry, self.page))


def write_pdf(source: Source, target: Path) -> None:
    """Write one sample tender; the same source gives the same bytes on every day and every machine."""
    document = Tender(target, source)
    document.multiBuild(Story(source, document.column).flowables(), canvasmaker=partial(NumberedCanvas, source.head))


class Story:
    """The items of one source as the pieces that the page layout places, with their clause numbers."""

    def __init__(self, source: Source, column: float) -> None:
        self.source = source
        self.styles = Styles(source.head)
        self.two_columns = source.head.get("columns", 1) == 2
        self.column = column
        self.template = "two" if self.two_columns else "one"
        self.section = 0
        self.clause = 0
        self.prefix = ""
        self.pieces: list[Flowable] = []

    def flowables(self) -> list[Flowable]:
        """Everything on the pages, in order."""
        head = self.source.head
        if head.get("cover"):
            self._cover(head["cover"])
        if head.get("contents"):
            self.pieces.append(Paragraph("Contents", self.styles.contents_title))
            self.pieces.append(TableOfContents(levelStyles=[self.styles.contents_line], dotsMinLevel=0))
            self._turn(self.template)
        for item in self.source.items:
            self._add(item)
        return self.pieces

    def _cover(self, lines: Sequence[str]) -> None:
        self.pieces.append(Spacer(1, 150))
        for number, line in enumerate(lines):
            style = self.styles.cover_title if number < 2 else self.styles.cover_line
            self.pieces.append(Paragraph(line, style))
        self._turn("one" if self.source.head.get("contents") else self.template)

    def _turn(self, template: str) -> None:
        self.pieces.append(NextPageTemplate(template))
        self.pieces.append(PageBreak())

    def _add(self, item: Item) -> None:
        adder = getattr(self, f"_{item.kind}")
        adder(item)

    def _words(self, text: str) -> str:
        return with_soft_hyphens(text) if self.two_columns else text

    def _heading(self, item: Item) -> None:
        self.section += 1
        self.clause = 0
        self.prefix = f"{self.section}."
        title = Paragraph(item.text, self.styles.heading, bulletText=str(self.section))
        self._titled(title, f"{self.section}  {item.text}")

    def _part(self, item: Item) -> None:
        self.clause = 0
        self.prefix = item.mark
        self._titled(Paragraph(item.text, self.styles.part), item.text)

    def _titled(self, paragraph: Paragraph, entry: str) -> None:
        paragraph.contents_entry = entry
        self.pieces.append(paragraph)

    def _small(self, item: Item) -> None:
        self.pieces.append(Paragraph(item.text, self.styles.small))

    def _big(self, item: Item) -> None:
        self.pieces.append(Paragraph(item.text, self.styles.cover_title))

    def _plain(self, item: Item) -> None:
        self.pieces.append(Paragraph(self._words(item.text), self.styles.plain))

    def _clause(self, item: Item) -> None:
        if not self.prefix:
            self._plain(item)
            return
        self.clause += 1
        number = f"{self.prefix}{self.clause}"
        self.pieces.append(Paragraph(self._words(item.text), self.styles.clause, bulletText=number))

    def _bullet(self, item: Item) -> None:
        self.pieces.append(Paragraph(self._words(item.text), self.styles.bullet, bulletText="\u2022"))

    def _letter(self, item: Item) -> None:
        self.pieces.append(Paragraph(self._words(item.text), self.styles.bullet, bulletText=item.mark))

    def _table(self, item: Item) -> None:
        width = self.column if self.template == "two" else None
        self.pieces.extend(table(item.rows, item.settings, self.styles, width))

    def _special(self, item: Item) -> None:
        self.pieces.extend(SPECIAL[item.text](self.styles))

    def _scan(self, item: Item) -> None:
        """A whole page that is only a picture, yet counted and listed like any other section."""
        self.section += 1
        self._turn("bare")
        sheet = Image(str(item.text), *A4)
        sheet.contents_entry = f"{self.section}  {item.mark}"
        self.pieces.append(sheet)
        self._turn(self.template)

    def _newpage(self, _: Item) -> None:
        self.pieces.append(PageBreak())

    def _landscape(self, _: Item) -> None:
        self.template = "wide"
        self._turn("wide")

    def _portrait(self, item: Item) -> None:
        self.template = item.text or "one"
        self._turn(self.template)
