"""Live findings fill the columns of the matrix that the lines in modifiers.yaml give them."""

from checker.match import find
from checker.model import ColumnRule, Rulebook

from .build import Part, book, document, mention, rule


def rules(*columns: ColumnRule) -> Rulebook:
    """Themes, measures, questions and reports, with the column lines to try."""
    signals = (
        rule("measure.a", "target*", "each year", kind="measure", strength="none"),
        rule("question.a", "describe", kind="question", strength="none"),
    )
    return book(mention(), rule("skills.a", "apprentices", ignore_when=("negated",)), *signals, columns=columns)


def columns(of: Rulebook, *parts: Part) -> tuple[str, ...]:
    """The columns of the finding of apprentices."""
    found = find([document("#award Social value", *parts)], of)
    return next(f.columns for f in found if f.quote.lower() == "apprentices")


def test_a_signal_in_the_sentence_or_in_what_introduces_it_counts() -> None:
    """What opens a list belongs to each item; the next sentence does not."""
    asked = rules(ColumnRule("asked", signals=("question",)))
    assert columns(asked, "Describe your apprentices.") == ("asked",)
    assert columns(asked, "Describe:", "- apprentices") == ("asked",)
    assert columns(asked, "Describe it. We want apprentices.") == ()


def test_a_row_and_a_block_are_wider_than_a_sentence() -> None:
    """A measure in the next cell counts for the row, one in the next sentence for the block."""
    row = rules(ColumnRule("measured", signals=("measure",), near="row"))
    block = rules(ColumnRule("measured", signals=("measure",), near="block"))
    assert columns(row, [["Theme", "Ask"], ["Apprentices", "each year"]]) == ("measured",)
    assert columns(row, [["Theme", "Target"], ["Apprentices", "4"]]) == ("measured",)
    assert columns(row, [["Theme", "Ask"], ["Apprentices", "4"], ["Trees", "each year"]]) == ()
    assert columns(block, "We want apprentices. It has a target.") == ("measured",)


def test_role_strength_kind_and_column_head_must_all_fit() -> None:
    """Every condition of a line must hold."""
    line = ColumnRule("asked", roles=("award",), strength=("required",), blocks=("cell",), heads=("ask*",))
    table = [["Theme", "What we ask"], ["Green", "You must take apprentices"]]
    assert columns(rules(line), table) == ("asked",)
    assert columns(rules(line), "You must take apprentices.") == ()
    assert columns(rules(line), [["Theme", "Note"], ["Green", "You must take apprentices"]]) == ()
    assert columns(rules(ColumnRule("asked", roles_not=("award",))), "Apprentices.") == ()
    assert columns(rules(ColumnRule("stated", signals_not=("question",))), "Describe your apprentices.") == ()


def test_each_column_once_in_the_order_of_the_lines() -> None:
    """Two lines for one column fill it once."""
    lines = (ColumnRule("measured", signals=("measure",)), ColumnRule("stated"), ColumnRule("stated", roles=("award",)))
    assert columns(rules(*lines), "Meet the target for apprentices.") == ("measured", "stated")


def test_dropped_findings_and_signals_fill_nothing() -> None:
    """Only what counts stands in the matrix, and a dropped signal supports nobody."""
    found = find([document("Social value: no apprentices.")], rules(ColumnRule("stated")))
    assert {f.kind: f.columns for f in found} == {"social-value": ("stated",), "theme": ()}


def test_a_heading_gathers_what_its_section_says() -> None:
    """A line for sections gives a heading the signals of the text below it, up to the next heading."""
    line = ColumnRule("guidance", signals=("question",), near="section", blocks=("heading",))
    assert columns(rules(line), "## Apprentices", "Say who.", "Describe when.") == ("guidance",)
    assert columns(rules(line), "## Apprentices", "Say who.", "## Trees", "Describe when.") == ()


def test_an_introduction_that_points_back_brings_the_sentence_before_it() -> None:
    """ "For example:" introduces a list with what the sentence before it says."""
    line = rules(ColumnRule("asked", signals=("question",)))
    assert columns(line, "Describe your plans. For example:", "- apprentices") == ("asked",)
    assert columns(line, "Describe your plans. The town has in mind:", "- apprentices") == ()
