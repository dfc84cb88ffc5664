"""Sentences end where a reader would end them."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.wording.sentences import sentences_of

NUMBERS = {"before_numbers": ("no", "para"), "before_names": ("e.g", "i.e", "dr"), "lettered": ("lot", "appendix")}


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[s.start : s.end] for s in sentences_of(text, NUMBERS)]


@pytest.mark.parametrize(
    "text",
    [
        "See para. 2.3 for the limit.",
        "Offer placements, e.g. Work shadowing, each term.",
        "Complete Form No. 5 in full.",
        "Acme Ltd. will hold the record.",
        "Give 10.5% of hours to it.",
        "Write to Dr. Ames or J. K. Smith about it.",
        "1. The supplier reports monthly.",
        "4.2. The supplier reports monthly.",
        "SV1. Describe what you will do.",
        "Hours; weeks; and days are units.",
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    """Abbreviations, numbers, initials, clause numbers and plain semicolons end nothing."""
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Report monthly. Bidders must reply.", 2),
        ("Is it scored? It is. Yes!", 3),
        ("The answer is no. Bidders may ask.", 2),
        ("This is Lot B. Bidders may ask.", 2),
        ("It is worth 10%. “Social value” counts.", 2),
        ("The Supplier shall: (a) recruit; (b) train; and (c) report.", 3),
        ("", 1),
    ],
)
def test_these_are_several(text: str, parts: int) -> None:
    """A stop before a new beginning ends a sentence; so does a semicolon before the next item's mark."""
    assert len(split(text)) == parts


def test_items_in_a_paragraph_know_what_introduces_them() -> None:
    """Items after semicolons are led by the part that opens the list; the next sentence leads itself."""
    found = sentences_of("The Supplier shall: (a) recruit; (b) train. It reports too.", NUMBERS)
    assert [s.lead for s in found] == [0, 0, 2]


@settings(deadline=None)
@given(st.text(alphabet="ab AB.;?!()19 -•'", max_size=60))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    """Nothing but blanks stands between two sentences, and each leads or is led by an earlier one."""
    found = sentences_of(text, NUMBERS)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    for one, two in itertools.pairwise(found):
        assert not text[one.end : two.start].strip()
    assert all(s.lead <= n for n, s in enumerate(found))
