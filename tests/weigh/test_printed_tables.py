"""Any tree of award criteria, printed as a table in any of five layouts, reads back as it was printed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from .printing import Style, merged_cells, page, plain_cells, split, styles, table, widths
from .reading import Press
from .trees import Lot, expected, lots

CASES = settings(max_examples=40)
MARKS = st.sampled_from((0, 0, 0, 100, 200, 400))


@st.composite
def tables(draw: st.DrawFn, upright: bool = True, most: int = 1) -> tuple[tuple[Lot, ...], Style]:
    """The criteria of a tender and how their table is printed; some are in marks."""
    marks = draw(MARKS) if most == 1 else 0
    style = draw(styles(marks=marks, upright=upright))
    return draw(lots(most, min(most, 2), marks=bool(marks))), style


@CASES
@given(tables())
def test_ruled(press: Press, case: tuple[tuple[Lot, ...], Style]) -> None:
    """A table with a line round every cell."""
    made, style = case
    cells = plain_cells(made, style)
    assert press.read_back(page([table(cells, widths(cells, style, 1), style)], style), style.wide) == expected(made)


@CASES
@given(tables(upright=False))
def test_unruled(press: Press, case: tuple[tuple[Lot, ...], Style]) -> None:
    """A table without a single line, told from text by nothing but white space."""
    made, style = case
    cells = plain_cells(made, style)
    shown = table(cells, widths(cells, style, 1), style, ruled=False)
    assert press.read_back(page([shown], style, ruled=False), style.wide) == expected(made)


@CASES
@given(tables(), st.data())
def test_split_over_pages(press: Press, case: tuple[tuple[Lot, ...], Style], data: st.DataObject) -> None:
    """A table that goes on on the next page, its head printed again or not."""
    made, style = case
    cells = plain_cells(made, style)
    at = data.draw(st.integers(2, len(cells) - 1), "rows on the first page")
    again = data.draw(st.booleans(), "head printed again")
    shown = split(cells, at, again, widths(cells, style, 1), style)
    assert press.read_back(page(shown, style), style.wide) == expected(made)


@CASES
@given(tables(), st.sampled_from(("beside", "end", "name")))
def test_merged_parents(press: Press, case: tuple[tuple[Lot, ...], Style], where: str) -> None:
    """A table whose criteria are merged over the rows of their parts, with their number in one of three places."""
    made, style = case
    cells, spans = merged_cells(made[0], style, where)
    shown = table(cells, [120.0, *[90.0] * (len(cells[0]) - 1)], style, *spans)
    assert press.read_back(page([shown], style), style.wide) == expected(made)


@CASES
@given(tables(most=3))
def test_lots_side_by_side(press: Press, case: tuple[tuple[Lot, ...], Style]) -> None:
    """A table with a weight column for each of two or three lots."""
    made, style = case
    cells = plain_cells(made, style)
    assert press.read_back(page([table(cells, widths(cells, style, len(made)), style)], style), style.wide) == expected(
        made
    )
