"""Pages drawn for the purpose: what is read, in which order, and as what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker.model import BlockKind, Document, Role

from .boxes import wrong_quotes
from .drawing import CRITERIA, HEIGHT, LEFT, RIGHT, WIDTH, Draw, block, texts, write
from .drawing import grid as draw_grid

Read = Callable[..., Document]


def clauses(canvas: Canvas) -> None:
    """A page of a tender: headings, a cut word, bullets."""
    write(canvas, 60, 760, "4.2 Award criteria", size=14, bold=True)
    write(canvas, 60, 735, "Tenders are judged on price and on quality. Bidders that promise sus-")
    write(canvas, 60, 722, "tainable work score more, and so do those that look after the health of")
    write(canvas, 60, 709, "their staff. Each of these points is set out in full in the next part.")
    write(canvas, 60, 690, "A new paragraph begins after a short gap and says something else.")
    write(canvas, 60, 670, "The social value question covers:")
    write(canvas, 75, 655, "•")
    write(canvas, 95, 655, "jobs for people who live near the depot, and for those who have")
    write(canvas, 95, 642, "been out of work")
    write(canvas, 75, 628, "•")
    write(canvas, 95, 628, "less carbon from vans")
    write(canvas, 60, 600, "4.3 Questions", size=14, bold=True)
    write(canvas, 60, 580, "Answer every question in the form.")


def test_headings_paragraphs_and_bullets(read: Read) -> None:
    """A clause page falls into its headings, paragraphs and bullets, words cut at line ends made whole."""
    document = read(clauses)
    kinds = [(one.kind, one.text[:30]) for one in document.blocks]
    assert kinds == [
        (BlockKind.HEADING, "4.2 Award criteria"),
        (BlockKind.PARAGRAPH, "Tenders are judged on price an"),
        (BlockKind.PARAGRAPH, "A new paragraph begins after a"),
        (BlockKind.PARAGRAPH, "The social value question cove"),
        (BlockKind.BULLET, "jobs for people who live near "),
        (BlockKind.BULLET, "less carbon from vans"),
        (BlockKind.HEADING, "4.3 Questions"),
        (BlockKind.PARAGRAPH, "Answer every question in the f"),
    ]
    assert "promise sustainable work" in document.blocks[1].text
    assert document.blocks[4].text.endswith("those who have been out of work")


def test_sections_have_number_path_and_role(read: Read) -> None:
    """Every block knows the heading that it stands under, and what that section is for."""
    document = read(clauses)
    section = document.section_of(block(document, "less carbon"))
    assert section is not None
    assert (section.number, section.title, section.role) == ("4.2", "Award criteria", Role.AWARD)
    assert section.heading == block(document, "4.2").id
    last = document.section_of(block(document, "Answer every"))
    assert last is not None
    assert last.role is Role.QUESTION


def test_a_section_takes_its_role_from_the_one_that_holds_it(read: Read) -> None:
    """A heading that tells nothing belongs to the part that it stands in."""

    def page(canvas: Canvas) -> None:
        write(canvas, 60, 760, "3 Award criteria", size=14, bold=True)
        write(canvas, 60, 735, "3.1 Greener journeys", size=12, bold=True)
        write(canvas, 60, 715, "The words below this heading are long enough to be running text.")
        write(canvas, 60, 690, "4 Definitions", size=14, bold=True)
        write(canvas, 60, 670, "In this document these words have the meaning given to them here.")

    document = read(page)
    inner = document.section_of(block(document, "The words below"))
    assert inner is not None
    assert inner.path == ("Award criteria", "Greener journeys")
    assert inner.role is Role.AWARD
    outer = document.section_of(block(document, "In this document"))
    assert outer is not None
    assert outer.path == ("Definitions",)


def running(page: int, of: int, body: Draw) -> Draw:
    """A page with header, footer and page number round its body."""

    def draw_page(canvas: Canvas) -> None:
        write(canvas, 60, HEIGHT - 40, "Larkfield Borough Council", size=8)
        write(canvas, 60, 40, "Grounds upkeep, draft for comment", size=8)
        write(canvas, 480, 40, f"Page {page} of {of}", size=8)
        body(canvas)

    return draw_page


def test_headers_footers_and_page_numbers_are_furniture(read: Read) -> None:
    """Lines that come again on every page, and numbers that count the pages, are no text of the tender."""
    bodies = [
        lambda c, n=n: write(c, 60, 700, f"The words of page number {n} are not those of another.") for n in range(3)
    ]
    document = read(*(running(n + 1, 3, body) for n, body in enumerate(bodies)))
    assert [one for one in texts(document) if "words of page" not in one] == []
    assert {one.furniture for one in document.blocks if one.furniture} == {"header", "footer", "page number"}
    assert sum(one.furniture == "page number" for one in document.blocks) == 3


def test_clause_numbers_at_the_top_of_a_page_are_no_page_numbers(read: Read) -> None:
    """A number with its clause beside it stays with the clause."""

    def clause(number: int) -> Draw:
        return lambda c: (
            write(c, 60, HEIGHT - 60, f"{number}")
            and write(c, 90, HEIGHT - 60, f"Clause {number * 'x'} says its own thing.")
        )

    document = read(clause(1), clause(2), clause(3))
    assert texts(document) == [f"{n} Clause {n * 'x'} says its own thing." for n in (1, 2, 3)]


def test_a_contents_page_is_furniture_and_its_section_says_so(read: Read) -> None:
    """Titles in a table of contents do not count as text, and are not headings."""

    def contents(canvas: Canvas) -> None:
        write(canvas, 60, 760, "Contents", size=14, bold=True)
        for n, title in enumerate(("Introduction", "Award criteria", "Social value", "Pricing")):
            write(canvas, 60, 730 - 16 * n, f"{n + 1}  {title} {'.' * 60} {n + 2}")

    document = read(contents, clauses)
    listed = [one for one in document.blocks if one.furniture == "contents"]
    assert len(listed) == 5
    assert {document.section_of(one).role for one in listed} == {Role.CONTENTS}  # type: ignore[union-attr]
    assert [one.text for one in document.blocks if one.kind is BlockKind.HEADING] == [
        "4.2 Award criteria",
        "4.3 Questions",
    ]


def test_a_paragraph_goes_on_over_the_page_end(read: Read) -> None:
    """A sentence cut by the page end is one block with lines on both pages, header and footer left out."""

    def first(canvas: Canvas) -> None:
        write(canvas, 60, 110, "The last paragraph of this page does not end here, for its sentence")
        write(canvas, 60, 97, "runs on over the foot of the page and is")

    def second(canvas: Canvas) -> None:
        write(canvas, 60, 760, "only finished at the top of the next one.")

    document = read(running(1, 2, first), running(2, 2, second))
    (only,) = [one for one in document.blocks if not one.furniture]
    assert only.text.endswith("the foot of the page and is only finished at the top of the next one.")
    assert {box.page for box in only.boxes(0, len(only.text))} == {1, 2}
    assert only.page_at(only.text.index("only")) == 2


def test_two_columns_are_read_one_after_the_other(read: Read) -> None:
    """Columns of running text are read down, not across."""

    def page(canvas: Canvas) -> None:
        write(canvas, 60, 740, *LEFT)
        write(canvas, 320, 740, *RIGHT)

    document = read(page)
    assert texts(document) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_landscape_page_and_a_rotated_page(read: Read, tmp_path: Path) -> None:
    """A page turned by its own setting, or drawn sideways, reads like any other."""

    def turned_page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.translate(0, -WIDTH)
        write(canvas, 80, 500, *LEFT)

    def sideways(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -WIDTH)
        write(canvas, 80, 500, *LEFT)

    wide = read(lambda c: write(c, 80, 400, *LEFT), name="wide.pdf", size=landscape(A4))
    assert texts(wide) == [" ".join(LEFT)]
    for name, page in (("turned.pdf", turned_page), ("sideways.pdf", sideways)):
        document = read(page, name=name)
        assert texts(document) == [" ".join(LEFT)]
        assert wrong_quotes(document, tmp_path / name) == []


def test_a_diagonal_watermark_is_left_out(read: Read) -> None:
    """The letters of DRAFT over the page do not get into the words."""

    def page(canvas: Canvas) -> None:
        write(canvas, 60, 420, *LEFT)
        canvas.saveState()
        canvas.translate(120, 300)
        canvas.rotate(45)
        write(canvas, 0, 0, "DRAFT", size=90)
        canvas.restoreState()

    assert texts(read(page)) == [" ".join(LEFT)]


def test_struck_through_text_is_marked(read: Read) -> None:
    """Words with a line through their middle are kept and marked; underlined words are not."""

    def page(canvas: Canvas) -> None:
        write(canvas, 60, 700, "Social value carries ten percent of the marks in this tender.")
        width = canvas.stringWidth("Social value ", "Helvetica", 11)
        word = canvas.stringWidth("carries", "Helvetica", 11)
        canvas.setLineWidth(0.6)
        canvas.line(60 + width, 703.3, 60 + width + word, 703.3)
        canvas.line(60, 698.5, 60 + width - 3, 698.5)

    (only,) = read(page).blocks
    assert [only.text[start:end] for start, end in only.struck] == ["carries"]


def test_a_picture_page_has_a_note_and_an_empty_one_has_none(read: Read) -> None:
    """What could not be read is said; an empty page is no fault. A header does not make a picture readable."""
    picture = ImageReader(Image.new("RGB", (40, 40), "grey"))

    def scanned(canvas: Canvas) -> None:
        canvas.drawImage(picture, 60, 100, 400, 600)

    document = read(
        running(1, 3, clauses),
        running(2, 3, scanned),
        running(3, 3, clauses),
        scanned,
        lambda canvas: canvas.setFont("Helvetica", 9),
    )
    assert [bool(page.note) for page in document.pages] == [False, True, False, True, False]
    assert document.pages[1].note == "a picture with no text"


def test_the_words_inside_the_boxes_are_the_quote(read: Read, tmp_path: Path) -> None:
    """Every block, and words from its middle, stand inside their own boxes on the page."""

    def table(canvas: Canvas) -> None:
        draw_grid(canvas, [60, 300, 400], [740, 710, 690, 670, 650], [["Award\ncriterion", "Weight"], *CRITERIA[1:]])
        write(canvas, 60, 500, *LEFT)
        write(canvas, 320, 500, *RIGHT)

    document = read(running(1, 2, clauses), running(2, 2, table))
    assert wrong_quotes(document, tmp_path / "drawn.pdf") == []


def test_the_same_file_reads_the_same_twice(read: Read) -> None:
    """Reading holds no chance."""
    assert read(clauses) == read(clauses)
