"""Small pure parts: labels at line starts, the direction of letters, drawn grids, page furniture."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.read.glyphs import Frame, Glyph, direction, letters
from checker.read.labels import label_of
from checker.read.ruling import Edge, lattices
from checker.read.strikes import mark_struck
from checker.read.strips import join, set_in_strips

point = st.floats(0, 800, allow_nan=False)


def set_line(words: str, x: float = 50, base: float = 100, size: float = 10, step: float = 5) -> list[Glyph]:
    """Letters of one line, each `step` wide."""
    return [
        Glyph(base, x + n * step, x + (n + 1) * step, base - 8, base + 2, size, False, letters(letter) or "")
        for n, letter in enumerate(words)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "body"),
    [
        ("• Local jobs", "bullet", "Local jobs"),
        ("4.2 Award criteria", "number", "Award criteria"),
        ("4.2.1. The supplier shall", "number", "The supplier shall"),
        ("(a) pay staff", "letter", "pay staff"),
        ("iv) pay staff", "letter", "pay staff"),
        ("- pay staff", "bullet", "pay staff"),
        ("2 Timetable", "number", "Timetable"),
    ],
)
def test_labels(text: str, kind: str, body: str) -> None:
    """Bullets, clause numbers and letters are told from the words after them."""
    places = array("f", range(len(text)))
    label = label_of(text, places, array("f", [p + 1 for p in places]), 5)
    assert label is not None
    assert label.kind == kind
    assert text[label.end :].strip() == body


@pytest.mark.parametrize("text", ["2026 was a good year", "12.5% of the marks", "I agree", "the supplier", "10 days"])
def test_no_labels(text: str) -> None:
    """A sentence that begins with a figure or a short word has no label."""
    places = array("f", range(len(text)))
    assert label_of(text, places, array("f", [p + 1 for p in places]), 5) is None


@pytest.mark.parametrize(
    ("matrix", "turn"),
    [((1, 0, 0, 1), 0), ((0, 1, -1, 0), 90), ((-1, 0, 0, -1), 180), ((0, -1, 1, 0), 270), ((1, 0, 0.3, 1), 0)],
)
def test_direction_of_letters(matrix: tuple[float, float, float, float], turn: int) -> None:
    """Text may run in four directions, and an italic is upright."""
    assert direction(*matrix) == turn


def test_skewed_letters_have_no_direction() -> None:
    """The letters of a diagonal watermark are no text of the page."""
    assert direction(0.7, 0.7, -0.7, 0.7) is None


@given(st.sampled_from([0, 90, 180, 270]), point, point, point, point)
def test_turning_a_page_and_back(turn: int, x0: float, top: float, wide: float, tall: float) -> None:
    """A box comes back to its place after the page is turned for reading and back."""
    frame = Frame(turn, 595, 842)
    box = (x0, top, x0 + wide, top + tall)
    assert frame.back(*frame.into(*box)) == pytest.approx(box)


def test_a_ligature_stands_for_its_letters() -> None:
    """One sign for "ffi" is three letters in the text."""
    (strip,) = set_in_strips([Glyph(100, 50, 62, 92, 102, 10, False, letters("ﬃ") or "")], 1)
    assert strip.text == "ffi"
    assert list(strip.lefts) == pytest.approx([50, 54, 58])


def test_a_wide_gap_parts_strips_and_a_small_one_words() -> None:
    """Columns of a table are parted even where no space is printed."""
    strips = set_in_strips([*set_line("Price"), *set_line("40%", x=200)], 1)
    assert [strip.text for strip in strips] == ["Price", "40%"]
    assert join(strips).text == "Price 40%"


@given(st.from_regex(r"[a-z]{1,6}( [a-z]{1,6}){0,4}", fullmatch=True), st.data())
def test_a_strip_cut_anywhere_keeps_its_boxes(words: str, data: st.DataObject) -> None:
    """A part of a strip has the letters and edges that it had in the whole."""
    (strip,) = set_in_strips(set_line(words), 1)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    part = strip.cut(start, end)
    assert part.text == words[start:end]
    assert list(part.lefts) == list(strip.lefts[start:end])
    assert part.x0 >= strip.x0


def test_a_line_through_the_middle_strikes_and_one_below_does_not() -> None:
    """An underline is no strike-through, nor is a rule that runs on beyond the words."""
    strips = set_in_strips(set_line("old words"), 1)
    assert mark_struck(strips, [(50, 65, 98)])[0].struck == ((0, 3),)
    assert mark_struck(strips, [(50, 95, 101.5)])[0].struck == ()
    assert mark_struck(strips, [(20, 300, 98)])[0].struck == ()


def test_merged_cells_of_a_drawn_grid() -> None:
    """Where a line is missing between two places of a grid they are one cell."""
    level = [Edge(True, y, 0, 100) for y in (0, 20, 40)]
    upright = [Edge(False, 0, 0, 40), Edge(False, 50, 20, 40), Edge(False, 100, 0, 40)]
    (found,) = lattices([*level, *upright])
    assert [(cell.row, cell.col, cell.rows, cell.cols) for cell in found.cells] == [
        (0, 0, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]
    assert found.cell_at(75, 10) == 0
    assert found.cell_at(75, 30) == 2


def test_lines_that_do_not_cross_make_no_grid() -> None:
    """Two rules above and below a paragraph are no table."""
    assert lattices([Edge(True, 0, 0, 100), Edge(True, 50, 0, 100)]) == []
