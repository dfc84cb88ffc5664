"""Wildcards become the documents' own words, and all phrases are found at once."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.match.terms import Finder, Vocabulary, by_words
from checker.match.words import words_of, words_of_rule
from checker.model import Clause

WORDS = st.lists(
    st.sampled_from(["train", "trainee", "trainees", "local", "locally", "job", "jobs", "a", "and"]), max_size=12
)
PHRASES = st.lists(
    st.sampled_from(["train*", "trainee", "local*", "job", "job*", "and", "loc*ly"]), min_size=1, max_size=3
)


def spots(text: str, *phrases: Clause) -> list[str]:
    """The places where the phrases are found, in order of their letters."""
    words = words_of(text)
    finder = Finder(by_words(phrases), Vocabulary([words.texts]))
    return sorted(text[words.starts[a] : words.ends[b - 1]] for _, a, b in finder.find(text, words))


@settings(deadline=None)
@given(WORDS, PHRASES)
def test_a_phrase_with_wildcards_is_found_where_a_plain_search_finds_it(words: list[str], phrase: list[str]) -> None:
    """The matcher finds exactly the places that a regular expression for the same phrase finds."""
    text = " ".join(words)
    pattern = " ".join(word.replace("*", r"\w*") for word in phrase)
    naive = [m[1] for m in re.finditer(rf"(?=(?<!\w)({pattern})(?!\w))", text)]
    assert spots(text, Clause(phrase=" ".join(phrase))) == sorted(naive)


def test_a_hyphen_and_a_space_are_the_same() -> None:
    """A phrase with a space is found with a hyphen, and the other way round."""
    assert spots("Well-being and well being.", Clause(phrase="well being")) == ["Well-being", "well being"]
    assert spots("net zero, net-zero", Clause(phrase="net-zero")) == ["net zero", "net-zero"]


def test_signs_are_part_of_a_phrase_but_quotation_marks_are_not() -> None:
    """A comma in a phrase must stand in the text; quotation marks in the text are looked through."""
    assert spots("social, economic", Clause(phrase="social economic")) == []
    assert spots("the 'social value' act", Clause(phrase="social value act")) == ["social value' act"]


def test_capitals_count_only_for_exact_phrases() -> None:
    """TOMs with its capitals is not the name Tom or the word toms."""
    exact, plain = Clause(phrase="TOMs", exact=True), Clause(phrase="toms")
    assert spots("The TOMs and toms", exact) == ["TOMs"]
    assert spots("The TOMs and toms", exact, plain) == ["TOMs", "TOMs", "toms"]


def test_words_that_never_stand_side_by_side_make_no_pattern() -> None:
    """Only pairs of words that the documents hold are tried, so wildcards stay cheap."""
    vocabulary = Vocabulary([("local", "jobs"), ("locally", "made")])
    assert list(vocabulary.expand(words_of_rule("local* *"))) == [("local", "jobs"), ("locally", "made")]


def test_a_wildcard_stands_for_letters_and_not_for_signs() -> None:
    """A lone star is any one word."""
    assert spots("jobs , for people", Clause(phrase="* people")) == ["for people"]
