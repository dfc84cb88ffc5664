"""Words are cut alike in documents and in rules, and their offsets hold."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.match.words import same_case, words_of, words_of_rule

TEXT = st.text(alphabet="abAB é-'’“”&£%.,;:()/0 19_*–", max_size=60)


@settings(deadline=None)
@given(TEXT)
def test_every_word_stands_where_its_offsets_say(text: str) -> None:
    """The letters at a word's offsets are the word, small letters and the sign for "and" apart."""
    words = words_of(text)
    for word, start, end in zip(words.texts, words.starts, words.ends, strict=True):
        assert word == ("and" if text[start:end] == "&" else text[start:end].replace("–", "-").lower())


@settings(deadline=None)
@given(TEXT.map(lambda text: text.replace("*", "")))
def test_rules_and_documents_are_cut_alike(text: str) -> None:
    """A phrase written as the document writes it has the document's words."""
    assert words_of_rule(text) == words_of(text).texts


def test_hyphens_apostrophes_and_ampersands_do_not_matter() -> None:
    """ "Well-being" is "well being", carers' is carers, & is and; a dash between words stays a sign."""
    assert words_of("Carers’ well–being & health – 10%").texts == (
        "carers",
        "well",
        "being",
        "and",
        "health",
        "-",
        "10",
        "%",
    )


def test_distances_count_words_and_not_signs() -> None:
    """Between "jobs" and "trainees" stand two words, whatever signs stand there too."""
    text = "jobs, (paid) and trainees"
    words = words_of(text)
    assert words.between(0, 4) == (0, 0)
    assert words.between(text.index("trainees"), len(text)) == (3, 3)


@settings(deadline=None)
@given(st.from_regex(r"[a-zA-Z]{1,4}\*?", fullmatch=True), st.from_regex(r"[a-zA-Z]{1,6}", fullmatch=True))
def test_capitals_count_where_a_rule_wants_them(phrase: str, word: str) -> None:
    """An exact phrase matches what a plain search with its capitals would match."""
    wanted = re.fullmatch(phrase.replace("*", r"\w*"), word) is not None
    assert same_case(phrase, word) is wanted
