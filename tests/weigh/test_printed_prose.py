"""Any tree of award criteria, told in a sentence, in bullets or in headings, reads back as it was told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from .reading import Press
from .telling import Voice, in_a_sentence, in_bullets, in_headings, lines, sentences
from .trees import Lot, expected, lots

CASES = settings(max_examples=40)


@CASES
@given(lots(), sentences())
def test_one_sentence(press: Press, made: tuple[Lot, ...], voice: Voice) -> None:
    """Price 40%, quality 50% (of which …) and social value 10%."""
    assert press.read_back(in_a_sentence(made[0].tops, voice), voice.wide) == expected(made)


@CASES
@given(lots(), lines(), st.sampled_from((("•", "–"), ("•", "o"), ("-", "•"), ("•", "•"))))
def test_bullets(press: Press, made: tuple[Lot, ...], voice: Voice, marks: tuple[str, str]) -> None:
    """A bullet for each criterion, and bullets further in for its parts."""
    assert press.read_back(in_bullets(made[0].tops, voice, marks), voice.wide) == expected(made)


@CASES
@given(lots(), lines())
def test_numbered_headings(press: Press, made: tuple[Lot, ...], voice: Voice) -> None:
    """A numbered heading with a number for each criterion, and one below it for each of its parts."""
    assert press.read_back(in_headings(made[0].tops, voice), voice.wide) == expected(made)
