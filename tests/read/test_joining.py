"""Printed lines joined to running text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.read.joining import Vocabulary, join_lines, vocabulary

NOTHING = Vocabulary(frozenset(), frozenset())
line = st.from_regex(r"[a-z«/.0-9-]{1,8}( [A-Za-z»/.0-9-]{1,8}){0,3}", fullmatch=True)


def joined(*lines: str, words: str = "", prefixes: tuple[str, ...] = (), narrow: bool = False) -> str:
    """The joined text of lines in a document that also holds `words`."""
    return join_lines(lines, vocabulary([[words]], prefixes), narrow)[0]


def test_a_word_cut_at_a_line_end_is_whole_again() -> None:
    """ "sus-" and "tainable" make one word without the hyphen."""
    assert joined("buying goods in a sus-", "tainable way") == "buying goods in a sustainable way"


def test_a_compound_that_the_document_writes_keeps_its_hyphen() -> None:
    """The document's own spelling elsewhere decides."""
    assert joined("the well-", "being of staff", words="staff well-being matters") == "the well-being of staff"
    assert joined("the well-", "being of staff", words="staff wellbeing matters") == "the wellbeing of staff"


def test_known_beginnings_keep_their_hyphen() -> None:
    """A word beginning from the list keeps its hyphen where the document tells nothing."""
    assert joined("all non-", "price criteria", prefixes=("non",)) == "all non-price criteria"


def test_a_capital_or_a_figure_after_the_hyphen_keeps_it() -> None:
    """Names are not run together: Sub-Contractor, COVID-19."""
    assert joined("each Sub-", "Contractor") == "each Sub-Contractor"
    assert joined("after COVID-", "19 ended") == "after COVID-19 ended"


def test_a_soft_hyphen_always_goes() -> None:
    """A soft hyphen is only ever a line-end sign."""
    assert joined("sustain\xad", "able") == "sustainable"


def test_a_web_address_is_not_cut() -> None:
    """An address that runs over a line end has no space and keeps its hyphens."""
    assert joined("see https://example.org/social-", "value/guide.html now") == (
        "see https://example.org/social-value/guide.html now"
    )
    assert joined("see https://example.org/uplo", "ads/guide.html") == "see https://example.org/uploads/guide.html"


def test_a_merge_field_cut_to_fit_its_cell_is_whole_again() -> None:
    """Template fields are broken anywhere; inside their marks nothing is added."""
    assert joined("«Put_", "Wei", "ght»", "percent", narrow=True) == "«Put_Weight» percent"


def test_a_long_word_cut_in_a_narrow_cell_is_whole_again() -> None:
    """A cell too narrow for a word cuts it without a hyphen."""
    assert joined("Attachmen", "t", narrow=True) == "Attachment"
    assert joined("Commer", "cial", words="the commercial offer", narrow=True) == "Commercial"
    assert joined("Social", "value", words="social value", narrow=True) == "Social value"


@given(st.lists(line, min_size=1, max_size=5))
def test_every_letter_keeps_its_place(lines: list[str]) -> None:
    """Each printed line stands in the joined text where its piece says, less a dropped hyphen."""
    text, pieces = join_lines(lines, NOTHING)
    assert len(pieces) == len(lines)
    for printed, piece in zip(lines, pieces, strict=True):
        assert text[piece.start : piece.start + piece.kept] == printed[: piece.kept]
        assert len(printed) - piece.kept in (0, 1)


@given(st.lists(line, min_size=1, max_size=5))
def test_only_hyphens_and_spaces_may_change(lines: list[str]) -> None:
    """Nothing is lost and nothing is added but white space and hyphens at line ends."""
    text, _ = join_lines(lines, NOTHING)

    def bare(words: str) -> str:
        return words.replace(" ", "").replace("-", "")

    assert bare(text) == bare("".join(lines))
    assert "  " not in text
