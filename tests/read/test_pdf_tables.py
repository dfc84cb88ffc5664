"""Tables drawn for the purpose: ruled, unruled, merged, split over pages, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from checker.model import BlockKind, Document

from .drawing import CRITERIA, HEIGHT, LEFT, RIGHT, WIDTH, block, rows, texts, write
from .drawing import grid as draw_grid

Read = Callable[..., Document]


def test_a_ruled_table(read: Read) -> None:
    """A drawn table becomes rows of cells, each word once, with its header row known."""

    def page(canvas: Canvas) -> None:
        write(canvas, 60, 760, "Weights", size=14, bold=True)
        draw_grid(canvas, [60, 300, 400], [740, 720, 700, 680, 660], CRITERIA)
        write(canvas, 60, 630, "The table above is the only statement of the weights.")

    document = read(page)
    assert rows(document) == CRITERIA
    table = document.tables[0]
    assert (table.header, table.ruled, table.pages) == (1, True, (1,))
    assert document.head_of(block(document, "10%")) == "Weight"
    assert document.blocks[0].kind is BlockKind.HEADING
    assert " ".join(texts(document)).count("Quality") == 1


def test_merged_cells_and_sideways_words(read: Read) -> None:
    """A merged cell stands in every place that it covers; words that run up the cell read as words."""

    def page(canvas: Canvas) -> None:
        for y in (740, 660):
            canvas.line(60, y, 400, y)
        for y in (720, 700, 680):
            canvas.line(100, y, 400, y)
        for x in (60, 100, 300, 400):
            canvas.line(x, 740, x, 660)
        for n, (name, weight) in enumerate(CRITERIA):
            write(canvas, 104, 728 - 20 * n, name, size=9, bold=n == 0)
            write(canvas, 304, 728 - 20 * n, weight, size=9, bold=n == 0)
        canvas.saveState()
        canvas.translate(84, 670)
        canvas.rotate(90)
        write(canvas, 0, 0, "Whole bid", size=9)
        canvas.restoreState()

    document = read(page)
    assert [row[0] for row in rows(document)] == ["Whole bid"] * 4
    cell = block(document, "Whole bid")
    assert cell.place is not None
    assert (cell.place.rows, cell.place.cols) == (4, 1)


@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_split_over_two_pages_is_one_table(read: Read, repeated: bool) -> None:
    """A table goes on over the page end, whether or not its header is printed again."""
    more = [["Carbon plan", "5%"], ["Local jobs", "5%"]]
    second = [CRITERIA[0], *more] if repeated else more

    def first_page(canvas: Canvas) -> None:
        write(canvas, 60, 300, "The weights are these, on this page and on the next one:")
        draw_grid(canvas, [60, 300, 400], [280 - 20 * n for n in range(5)], CRITERIA)

    def second_page(canvas: Canvas) -> None:
        ys = [780 - 20 * n for n in range(len(second) + 1)]
        draw_grid(canvas, [60, 300, 400], ys, second, bold_rows=int(repeated))

    document = read(first_page, second_page)
    assert len(document.tables) == 1
    assert rows(document) == [*CRITERIA, *more]
    assert document.tables[0].pages == (1, 2)


def test_two_different_tables_stay_two(read: Read) -> None:
    """A table with its own header on the next page is another table."""

    def first_page(canvas: Canvas) -> None:
        draw_grid(canvas, [60, 300, 400], [280 - 20 * n for n in range(5)], CRITERIA)

    def second_page(canvas: Canvas) -> None:
        scale = [["Meaning", "Score"], ["Good", "5"], ["Poor", "0"]]
        draw_grid(canvas, [60, 300, 400], [780, 760, 740, 720], scale)

    assert len(read(first_page, second_page).tables) == 2


def test_a_table_without_lines(read: Read) -> None:
    """Names on the left and weights in line on the right are a table even where nothing is drawn."""

    def page(canvas: Canvas) -> None:
        write(canvas, 60, 760, "The criteria and their weights are set out here, and nowhere else:")
        for n, (name, weight) in enumerate(CRITERIA):
            write(canvas, 80, 730 - 18 * n, name, bold=n == 0)
            write(canvas, 380, 730 - 18 * n, weight, bold=n == 0)

    document = read(page)
    assert rows(document) == CRITERIA
    assert not document.tables[0].ruled
    assert document.tables[0].header == 1


def test_numbered_clauses_are_no_table(read: Read) -> None:
    """A column of clause numbers beside the clauses is running text."""

    def page(canvas: Canvas) -> None:
        for n in range(5):
            write(canvas, 60, 760 - 30 * n, f"1.{n + 1}")
            write(
                canvas,
                100,
                760 - 30 * n,
                f"The bidder shall keep promise number {n + 1} for as long as the",
                "contract runs.",
            )

    document = read(page)
    assert document.tables == ()
    assert texts(document)[0] == "1.1 The bidder shall keep promise number 1 for as long as the contract runs."


def test_a_frame_round_text_is_no_table(read: Read) -> None:
    """A page border and a box round a paragraph leave headings and paragraphs as they are."""

    def page(canvas: Canvas) -> None:
        canvas.rect(20, 20, WIDTH - 40, HEIGHT - 40)
        canvas.rect(50, 640, 460, 80)
        write(canvas, 60, 700, *LEFT[:3])
        write(canvas, 60, 600, *RIGHT[:3])

    document = read(page)
    assert document.tables == ()
    assert texts(document) == [" ".join(LEFT[:3]), " ".join(RIGHT[:3])]
