"""Text from a tender is shown as it stands and can do nothing."""

from __future__ import annotations

import unicodedata

import pytest

from checker.report import to_csv, to_html, to_text
from checker.report.visible import visible
from report import hostile
from report.page import by_id, having, parsed, words


@pytest.fixture(scope="module")
def html() -> str:
    """The hostile tender as a page."""
    return to_html(hostile.data())


def test_markup_in_tender_text_is_only_text(html: str) -> None:
    """The page has one script, which is its own, no handler, no picture, and shows the text literally."""
    tree = parsed(html)
    assert len(list(tree.iter("script"))) == 1
    assert not [name for element in tree.iter() for name in element.attrib if str(name).startswith("on")]
    assert not list(tree.iter("img"))
    assert words(next(tree.iter("h1"))).startswith(hostile.SHOWN)
    assert hostile.SHOWN in words(by_id(tree, "checked"))
    assert all(words(quote).startswith(hostile.SHOWN) for quote in tree.iter("blockquote"))
    assert all(words(row).startswith(hostile.SHOWN) for row in having(tree, "l1"))


def test_templates_do_not_run_what_a_tender_says(html: str) -> None:
    """Template marks in a tender are not worked out."""
    assert "{{ 7*7 }}" in html
    assert "49" not in words(next(parsed(html).iter("h1")))


@pytest.mark.parametrize("write", [to_html, to_text, to_csv])
def test_no_unseen_letter_reaches_the_reader(write: object) -> None:
    """Control characters and marks that turn the reading order are spelt out."""
    assert callable(write)
    text = write(hostile.data())
    assert not [c for c in text if unicodedata.category(c) == "Cc" and c != "\n"]
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    assert "[U+202E]" in text


def test_ordinary_letters_are_left_alone() -> None:
    """Welsh, Arabic and typographic letters are shown as they are; silent ones go."""
    assert visible("Gŵyl ‘social’ – قيمة") == "Gŵyl ‘social’ – قيمة"
    assert visible("so\xadcial\u200b value\ufeff") == "social value"
