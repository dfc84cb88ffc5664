"""Initials stand for social value where a document says so, and nowhere else."""

import pytest

from checker.match import find

from .build import book, document, live, mention, rule

RULES = book(
    mention(),
    rule("social-value.other", "responsible procurement", kind="social-value", scope="any"),
    rule("carbon.a", "carbon"),
)


@pytest.mark.parametrize(
    ("first", "counts"),
    [
        ("Social value (SV) matters.", True),
        ('Social value ("SV") matters.', True),
        ("Social value matters.", False),
        ("The social value portal (SV) is open.", True),
        ("Social value, price and the like (SV).", False),
        ("The supplier's vehicles (SV) are blue, and social value matters.", False),
        ("Social value (KPI) matters.", False),
    ],
)
def test_initials_count_once_they_are_said(first: str, counts: bool) -> None:
    """Initials in brackets right after the words stand for them in the rest of the document."""
    assert ("carbon" in live(find([document(first, "SV means less carbon.")], RULES))) is counts


def test_a_name_before_the_words_is_a_name_before_the_initials() -> None:
    """ "ABC Responsible Procurement Tool" is later called "ABC RP"; other initials alike are not meant."""
    first = "Suppliers fill in the ABC Responsible Procurement Tool."
    assert "carbon" in live(find([document(first, "ABC RP asks about carbon.")], RULES))
    assert "carbon" not in live(find([document(first, "Each RP lets homes with less carbon.")], RULES))


def test_initials_are_capitals() -> None:
    """Small letters are no initials."""
    assert "carbon" not in live(find([document("Social value (SV) matters.", "The sv valve and carbon.")], RULES))


def test_initials_hold_for_one_document() -> None:
    """What one file calls SV may be something else in the next."""
    one, two = document("Social value (SV) matters."), document("SV and carbon.", name="spec.pdf", file=2)
    assert "carbon" not in live(find([one, two], RULES))
