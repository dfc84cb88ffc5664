"""Buyers' names and reference numbers are read off the first pages."""

import pytest

from checker.match.names import commonest, name_round, reference_in
from checker.wording import Phrases

CUES = Phrases(["reference", "contract reference", "ref"])


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Ashby Vale Borough Council invites tenders", "Borough Council", "Ashby Vale Borough Council"),
        ("issued by the London Borough of Marsh End.", "London Borough of", "London Borough of Marsh End"),
        ("The Department for Rivers and Canals (the Buyer)", "Department for", "Department for Rivers and Canals"),
        ("Northmere NHS Trust’s plan", "NHS Trust", "Northmere NHS Trust"),
        ("Northmere NHS Trust NM/26/F/207", "NHS Trust", "Northmere NHS Trust"),
        ("Tender for Ashby Council | Part 1", "Council", "Tender for Ashby Council"),
        ("a county council may reply", "county council", ""),
    ],
)
def test_the_name_is_the_run_of_capitals_round_the_cue(text: str, cue: str, name: str) -> None:
    """Small joining words belong to it; what has no capitals is no name."""
    start = text.index(cue)
    assert name_round(text, start, start + len(cue)) == name


def test_the_commonest_name_wins() -> None:
    """Of several names the one printed most often; a lone word is none."""
    assert commonest(["Ashby Council", "Marsh Council", "Ashby Council", "Council"]) == "Ashby Council"
    assert commonest(["Council"]) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Contract reference AB/2026/114", "AB/2026/114"),
        ("Tender | Ref: HW-2031.", "HW-2031"),
        ("Reference number: 77120", "77120"),
        ("Reference BC 2026/0147", "BC 2026/0147"),
        ("By reference to clause", ""),
        ("with reference to 12 sites", ""),
    ],
)
def test_a_reference_is_a_code_with_figures(text: str, code: str) -> None:
    """The word after the cue must look like a code."""
    assert reference_in(text, CUES) == code
