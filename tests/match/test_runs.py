"""Lines that a flattened table or a cut sentence left behind still belong together."""

from checker.match import find
from checker.match.runs import Runs

from .build import book, document, live, mention, rule

REPORT = rule("reporting.a", "report", kind="reporting")
JOBS = rule("local-jobs.a", "jobs")


def test_a_cut_sentence_goes_on_in_the_next_block() -> None:
    """A block that begins with a small letter goes on from the one above; a new sentence does not."""
    found = document("The panel will mark the quality;", "culture and price questions.", "After that it meets.")
    runs = Runs(found)
    assert [runs.cut_from(block.id) for block in found.blocks] == ["", found.blocks[0].id, ""]


def test_an_open_bracket_goes_on_to_its_end() -> None:
    """A line that leaves a bracket open goes on in the next."""
    found = document("[Social value [ ] [ ]", "Indicator 1]")
    assert Runs(found).cut_from(found.blocks[1].id) == found.blocks[0].id


def test_full_sentences_are_no_run() -> None:
    """Short paragraphs that each end with a stop have nothing to do with each other."""
    found = document("The depot opens at six.", "A key is at the gate.", "Bring a badge.")
    assert not any(Runs(found).above(block.id) for block in found.blocks)


def test_a_run_has_lines_above_and_beside() -> None:
    """In a flattened table each line knows the ones above it, the nearest first."""
    found = document("Yearly return", "sent to the town", "by the firm")
    first, second, third = (block.id for block in found.blocks)
    runs = Runs(found)
    assert runs.lines_above(third) == (second, first)
    assert runs.beside(second) == (first, third)
    assert runs.above(second) == first


def test_what_introduces_a_list_holds_for_social_value_in_it() -> None:
    """A duty to report on several things is one to report on social value when that is among them."""
    found = find([document("The firm must report on:", "- cost", "- social value")], book(mention(), REPORT))
    assert "report" in live(found)


def test_a_theme_beside_social_value_in_a_list_is_still_not_meant() -> None:
    """Only signals reach back to what introduces a list; a theme there is named for its own sake."""
    found = find([document("The firm adds jobs and more:", "- cost", "- social value")], book(mention(), JOBS))
    assert "jobs" not in live(found)


def test_a_sentence_cut_in_two_is_about_social_value_as_a_whole() -> None:
    """The part before the cut is about what the part after it names."""
    parts = ("The firm must report on the price;", "pace and social value of its work.")
    assert "report" in live(find([document(*parts)], book(mention(), REPORT)))


def test_a_duty_reaches_down_a_flattened_row() -> None:
    """Words such as "must" in an upper line of a run say how strongly the lower ones ask."""
    parts = ("The supplier must send a", "yearly return to the town", "on its work and", "- social value")
    found = find([document(*parts)], book(mention()))
    assert [finding.strength for finding in found if finding.signal == "social-value"] == ["required"]
