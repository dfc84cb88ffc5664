"""Where a rule counts: under social value, in its section, on its page, in headings, or everywhere."""

import pytest

from checker.match import find
from checker.model import FileRole

from .build import Part, book, document, live, mention, rule


def counts(scope: str, *parts: Part, **more: FileRole) -> bool:
    """Whether a rule on the word "matrix" counts in a document under a scope."""
    found = find(
        [document(*parts, **more)], book(mention(), rule("evaluation.a", "matrix", kind="criterion", scope=scope))
    )
    return "matrix" in [quote.lower() for quote in live(found)]


@pytest.mark.parametrize(
    ("scope", "expected"), [("any", True), ("page", True), ("section", False), ("social-value", False)]
)
def test_a_pasted_table_ties_its_page(scope: str, expected: bool) -> None:
    """A short line that names social value is a row of the matrix above it, though another heading parts them."""
    assert counts(scope, "# Matrix", "The matrix has four lines.", "# Rows", "Social value") is expected


def test_a_sentence_is_no_row() -> None:
    """A whole sentence on social value elsewhere on the page ties nothing to it."""
    assert not counts("page", "The matrix has four lines.", "# Aims", "We hope that social value will follow in time.")


def test_a_sample_table_in_a_guide_is_none_of_this_tender() -> None:
    """In a file of guidance a matrix is an example."""
    assert not counts("page", "The matrix has four lines.", "Social value", role=FileRole.GUIDANCE)


def test_some_words_count_in_headings_only() -> None:
    """A rule for headings finds nothing in the text below them."""
    assert counts("heading", "# The matrix", "Text.")
    assert not counts("heading", "# Text", "The matrix is below.")


def test_a_heading_rule_can_name_social_value() -> None:
    """What stands under a heading with the buyer's own words for social value is about it."""
    own = rule("social-value.own", "our pledges", kind="social-value", scope="heading")
    rules = book(mention(), own, rule("carbon.a", "carbon"))
    assert "carbon" in live(find([document("# Our pledges", "Less carbon.")], rules))
    assert "carbon" not in live(find([document("# Text", "Our pledges: less carbon.")], rules))
