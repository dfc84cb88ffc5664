"""Themes count where social value is what the text is about, and nowhere else."""

import pytest

from checker.match import find

from .build import Part, block, book, document, dropped, live, mention, rule

JOBS = rule("local-jobs.jobs", "jobs")
RULES = book(mention(), JOBS)


def counts(*parts: Part) -> bool:
    """Whether "jobs" counts in the document."""
    return "jobs" in live(find([document(*parts)], RULES))


@pytest.mark.parametrize(
    "parts",
    [
        ("Our social value aim is jobs.",),
        ("Give social value. That means jobs.",),
        ("# Social value", "Offer jobs."),
        ("# Social value", "## Detail", "Offer jobs."),
        ("Social value means:", "- jobs"),
        ("Social value means:", "jobs"),
        ([["Area", "Ask"], ["Social value", "jobs"]],),
        ([["Area", "Social value"], ["North", "jobs"]],),
        ([["Area", "Ask"], ["Social value", ""], ["North", "jobs"], ["South", "pay"]],),
        ("Social value measures:", [["Area", "Ask"], ["North", "jobs"]]),
    ],
)
def test_these_are_about_social_value(parts: tuple[Part, ...]) -> None:
    """In the sentence, after it, under the heading, in the list, the row, the column, the group, the table."""
    assert counts(*parts)


@pytest.mark.parametrize(
    "parts",
    [
        ("Offer jobs. Social value is scored.",),
        ("Social value is scored.", "Offer jobs."),
        ("# Social value", "Reply here.", "# Staff", "Offer jobs."),
        ("Social value is scored.", "The contract covers:", "- jobs"),
        ([["Area", "Ask"], ["Social value", "trees"], ["Quality", "jobs"]],),
        ([["Social value", "Staff"], ["trees", "jobs"]],),
        ([["Area", "Ask"], ["Social value", ""], ["North", "trees"], ["Quality", ""], ["South", "jobs"]],),
    ],
)
def test_these_are_not(parts: tuple[Part, ...]) -> None:
    """A neighbour that names social value is not enough."""
    assert not counts(*parts)
    assert "the text around it is not about social value" in dropped(find([document(*parts)], RULES)).values()


def test_a_mention_that_does_not_count_ties_nothing() -> None:
    """Social value in a page header makes nothing on the page a theme."""
    header = block("Creating social value jobs", n=1, furniture="header")
    assert live(find([document(header, "Offer jobs.")], RULES)) == []


def test_two_files_with_one_name_are_kept_apart() -> None:
    """What one file says about social value does not reach into another."""
    one = document("# Social value", "Offer trees.", name="a.pdf", file=1)
    two = document("# Staff", "Offer jobs.", name="a.pdf", file=2)
    assert live(find([one, two], RULES)) == ["Social value"]
