"""Conditions are met by the hits that stand close enough, closest first."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.match.combine import Hit, Match, matches
from checker.model import Clause

from .build import clause


def hit(first: int, sentence: int = 0, block: str = "b") -> Hit:
    """A hit on one word of four letters and a blank."""
    return Hit(block, first * 5, first * 5 + 4, first, first, sentence)


def both(within: str) -> Clause:
    """A and b, so far apart at the most."""
    return clause({"all_of": ["a", "b"], "within": within})


def words(found: list[Match]) -> list[list[int]]:
    """The word numbers of each match."""
    return [sorted(part.first for part in match.parts) for match in found]


def test_any_of_gives_every_hit() -> None:
    """Alternatives are all found."""
    assert words(matches(clause({"any_of": ["a", "b"]}), {"a": [hit(1)], "b": [hit(3)]})) == [[1], [3]]


def test_all_of_takes_the_closest_pair() -> None:
    """Of several words that would do, those nearest to each other make the match."""
    assert words(matches(both("sentence"), {"a": [hit(0), hit(8)], "b": [hit(9)]})) == [[8, 9]]


def test_all_of_needs_the_same_sentence_unless_the_block_will_do() -> None:
    """Words in two sentences meet a rule that asks for one block, not one that asks for a sentence."""
    hits = {"a": [hit(0)], "b": [hit(9, sentence=1)]}
    assert matches(both("sentence"), hits) == []
    (match,) = matches(both("block"), hits)
    assert match.here == (hit(0),)


def test_pairs_that_do_not_overlap_are_two_matches() -> None:
    """A sentence that says it twice is found twice."""
    hits = {"a": [hit(0), hit(6)], "b": [hit(1), hit(7)]}
    assert words(matches(both("sentence"), hits)) == [[0, 1], [6, 7]]


def test_a_row_joins_its_cells_and_the_match_stands_where_its_words_do() -> None:
    """Words in one cell and a number in another meet a rule for rows; the words say where."""
    hits = {"#percent": [hit(0, block="n")], "a": [hit(0, block="w")]}
    (match,) = matches(clause({"all_of": [{"number": "percent"}, "a"], "within": "row"}), hits)
    assert (match.block, len(match.parts)) == ("w", 2)


@settings(deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(1, 20))
def test_distance_in_words_is_the_same_both_ways(a: int, b: int, limit: int) -> None:
    """Within N words means at most N words in between, whichever word comes first."""
    near = bool(matches(both(f"{limit} words"), {"a": [hit(a)], "b": [hit(b)]}))
    far = bool(matches(both(f"{limit} words"), {"a": [hit(b)], "b": [hit(a)]}))
    assert near == far == (abs(a - b) - 1 <= limit)


POSITIONS = st.lists(st.integers(0, 25), max_size=6, unique=True).map(sorted)


@settings(deadline=None)
@given(POSITIONS, POSITIONS)
def test_matches_never_overlap_and_hold_one_of_each(a: list[int], b: list[int]) -> None:
    """Each match has both words, and no letter belongs to two matches."""
    found = matches(both("sentence"), {"a": [hit(n) for n in a], "b": [hit(n) for n in b]})
    assert bool(found) == bool(a and b)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert all({part.first for part in m.parts} & set(a) and {part.first for part in m.parts} & set(b) for m in found)
