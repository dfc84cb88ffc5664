"""Themes that are merely listed beside social value are not what it asks for."""

import pytest

from checker.match import find
from checker.match.beside import Beside
from checker.match.reasons import BESIDE

from .build import Part, book, document, dropped, live, mention, rule

TIES = ("through", "including", "reduc*")
JOINS = ("and", "or", "and/or")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Price, social value and carbon are scored.", True),
        ("Carbon, social value and price are scored.", True),
        ("Social value and carbon are scored.", False),
        ("Price, carbon and wider social value count.", True),
        ("Carbon / social value", False),
        ("Social value, safety plans and carbon.", True),
        ("Social value through carbon.", False),
        ("Social value: carbon and jobs.", False),
        ("Social value (carbon).", False),
        ("Social value carbon target.", False),
        ("Give social value and reduce carbon.", False),
        ("Social value, a plan for the whole of the town and carbon.", False),
    ],
)
def test_a_list_says_nothing_about_its_neighbours(text: str, listed: bool) -> None:
    """Only separators and short items in between make a list; a word that ties them does not."""
    low = text.lower()
    at, named = low.index("carbon"), low.index("social value")
    assert Beside(TIES, JOINS).lists(text, (at, at + 6), [(named, named + 12)]) is listed


@pytest.mark.parametrize(
    ("parts", "counts"),
    [
        (("Price, social value and carbon are scored.",), False),
        (("Give social value. Price, social value and carbon are scored.",), True),
        (("# Social value", "Price, social value and carbon are scored."), True),
        (("Price, social value and carbon are scored for social value through it.",), True),
    ],
)
def test_the_text_around_may_still_tie_it(parts: tuple[Part, ...], counts: bool) -> None:
    """Under a social value heading, after a social value sentence, or tied to another mention, it counts."""
    rules = book(mention(), rule("carbon.a", "carbon"), words={"ties": TIES, "list_joins": JOINS})
    found = find([document(*parts)], rules)
    assert ("carbon" in live(found)) is counts
    assert counts or dropped(found) == {"carbon": BESIDE}
