"""What the rules recognise in a pack, what counts, and why the rest does not."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.match import find
from checker.match.draft import MOST_DROPPED
from checker.model import Framework

from .build import block, book, clauses, document, dropped, live, mention, rule

SKILLS = rule(
    "skills.a",
    "apprentice*",
    {"all_of": ["recruit*", "trainee*"], "within": "12 words"},
    "apprenticeship levy transfer",
    unless=("apprenticeship levy",),
    unless_sentence=("trainee solicitor*",),
    roles_not=("tupe", "definitions"),
    ignore_when=("negated", "historical"),
)
RULES = book(mention(roles_not=("definitions",)), SKILLS)
PAY = Framework("act", "An Act", "", cited_as=clauses("Payment Act", {"all_of": ["act", "2031"], "within": "2 words"}))


def test_a_finding_says_where_it_stands() -> None:
    """Quote, sentence, section, role, page, boxes and numbers are those of the place on the page."""
    text = "Reply in full. Each bidder shall recruit 12 local trainees for social value."
    (found, _) = find([document("#award Award criteria", text)], RULES)
    assert (found.quote, found.theme, found.signal, found.kind) == (
        "recruit 12 local trainees",
        "skills",
        "skills",
        "theme",
    )
    assert found.sentence == "Each bidder shall recruit 12 local trainees for social value."
    assert (found.section, found.role, found.page, found.file) == ("Award criteria", "award", 1, "itt.pdf")
    assert found.id == f"{found.block}:{found.start}-{found.end}:skills.a"
    assert [n.value for n in found.numbers] == [12]
    assert len(found.boxes) == 2
    assert found.sentence_start == text.index("Each")


def test_one_place_is_found_once() -> None:
    """Of overlapping matches of one theme, even by two rules, the longest live one stays."""
    more = rule("skills.b", "apprentice* and trainee*")
    found = find([document("Social value: recruit an apprentice and trainees.")], book(mention(), SKILLS, more))
    assert live(found) == ["Social value", "recruit an apprentice and trainees"]


def test_two_themes_may_share_a_place() -> None:
    """The same words may show two themes."""
    more = rule("volunteering.a", "apprentice*")
    found = find([document("Social value: apprentices.")], book(mention(), SKILLS, more))
    assert [f.theme for f in found] == ["", "skills", "volunteering"]


def test_a_near_miss_is_kept_with_its_name() -> None:
    """Words in another sense do not count, and the finding says which words they are."""
    found = find([document("Social value: pay the apprenticeship levy; hire apprentices.")], RULES)
    assert live(found) == ["Social value", "apprentices"]
    assert dropped(found) == {"apprenticeship": "part of a term with another meaning: apprenticeship levy"}


def test_a_longer_phrase_beats_the_near_miss_inside_it() -> None:
    """A rule that names the levy transfer means it."""
    assert "apprenticeship levy transfer" in live(
        find([document("Social value: apprenticeship levy transfer.")], RULES)
    )


def test_a_near_miss_elsewhere_in_the_sentence_can_count_too() -> None:
    """A rule may ask to look away from a whole sentence, and only from that."""
    found = find([document("Social value: a trainee solicitor helps apprentices. We want apprentices.")], RULES)
    assert dropped(found) == {"apprentices": "the sentence is about something else: trainee solicitor"}
    assert live(found) == ["Social value", "apprentices"]


def test_a_denied_or_past_thing_does_not_count() -> None:
    """Neither in its own sentence nor in a list that a denial introduces."""
    found = find([document("# Social value", "There are no apprentices.", "Previously we met apprentices.")], RULES)
    assert [f.dropped_because for f in found] == [
        "",
        "the text says that it does not apply",
        "about the past, not about this contract",
    ]
    found = find([document("# Social value", "Bidders do not offer:", "- apprentices")], RULES)
    assert dropped(found) == {"apprentices": "the text says that it does not apply"}


def test_the_place_decides_before_the_words() -> None:
    """Page headers, contents, definitions, other sections and struck text say what they are."""
    struck = "Apprentices count."
    parts = (
        block("Social value apprentices", n=1, furniture="header"),
        "#contents Contents of social value",
        "Apprentices",
        "#definitions Social value terms",
        "Apprentices means trainees.",
        "#tupe Social value staff",
        "Apprentices are listed.",
        "# Social value",
        block(struck, n=9, id="f1.1.9", section="f1.s4", struck=((0, 11),)),
    )
    reasons = [f.dropped_because for f in find([document(*parts)], RULES) if f.kind == "theme"]
    assert reasons == [
        "in a repeated page header",
        "in the table of contents",
        "in a definition",
        "in information about staff who may transfer (TUPE)",
        "struck out in the text",
    ]


def test_social_value_that_is_bought_is_no_mention() -> None:
    """Words about the service itself are kept apart, and nothing is tied to them."""
    service = rule("service.a", "social value consultancy", kind="social-value", scope="any")
    found = find([document("We buy social value consultancy for apprentices.")], book(mention(), service, SKILLS))
    assert live(found) == []
    assert dropped(found)["social value consultancy"] == "social value is the service to be bought here"


def test_frameworks_count_everywhere_but_in_contents() -> None:
    """A law is cited in definitions as well; under no condition of scope or section."""
    parts = ("#contents Contents", "Payment Act", "#definitions Terms", "The Payment Act applies, an Act of 2031.")
    found = find([document(*parts)], book(mention(), frameworks=(PAY,)))
    assert live(found) == ["Payment Act", "Act of 2031"]
    assert {(f.kind, f.theme, f.rule, f.strength) for f in found} == {("framework", "act", "framework.act", "none")}
    assert dropped(found) == {"Payment Act": "in the table of contents"}


def test_a_framework_has_near_misses_too() -> None:
    """Words of another thing in the sentence make its name no citation."""
    act = replace(PAY, unless_sentence=clauses("draft"))
    assert dropped(find([document("The draft Payment Act.")], book(frameworks=(act,)))) == {
        "Payment Act": "the sentence is about something else: draft"
    }


def test_a_framework_named_in_page_headers_alone_is_cited_once() -> None:
    """A header on every page is one citation, and none when the text itself cites it."""
    headers = [block("Payment Act form", n=n, furniture="header") for n in (1, 2)]
    assert live(find([document(*headers)], book(frameworks=(PAY,)))) == ["Payment Act"]
    found = find([document(*headers, "See the Payment Act.")], book(frameworks=(PAY,)))
    assert [f.dropped_because for f in found] == ["in a repeated page header", "in a repeated page header", ""]


def test_social_value_in_the_contents_alone_is_a_mention() -> None:
    """A page of contents counts once when nothing else names social value, and ties no theme to it."""
    parts = ("#contents Contents", "Social value and apprentices", "Social value forms")
    assert live(find([document(*parts)], RULES)) == ["Social value"]
    assert live(find([document(*parts, "# Part", "Here is social value.")], RULES)) == ["social value"]


def test_a_rule_may_join_the_cells_of_a_row() -> None:
    """Words in one cell and a number in the next, or in the column's head, make one finding."""
    measure = rule("measure.a", {"all_of": ["hour*", {"number": "count"}], "within": "row"}, kind="measure")
    table = [["Measure", "Hours"], ["Social value volunteer hours", "40"], ["Social value walks", "seven"]]
    found = [f for f in find([document(table)], book(mention(), measure)) if f.kind == "measure"]
    assert [(f.quote, f.dropped_because) for f in found] == [("hours", "")]


def test_a_bare_number_counts_only_where_social_value_is_meant() -> None:
    """A rule that any percentage meets leaves the rest of the tender alone."""
    measure = rule("measure.a", {"number": "percent"}, kind="measure")
    found = find([document("Pay 5% interest.", "# Social value", "Reach 20 per cent.")], book(mention(), measure))
    assert [f.quote for f in found] == ["Social value", "20 per cent"]


def test_what_does_not_count_is_bounded() -> None:
    """A long file keeps a limited number of dropped findings for each reason; live ones all stay."""
    parts = [f"Line {n} has apprentices." for n in range(MOST_DROPPED + 20)]
    found = find([document(*parts, "Social value: apprentices.")], RULES)
    assert len([f for f in found if f.dropped_because]) == MOST_DROPPED
    assert live(found) == ["Social value", "apprentices"]


PIECES = st.lists(
    st.sampled_from(
        ["social value", "apprentices", "Apprenticeship levy", "recruit", "well-trainee", "no", ". The", "–", "“"]
    ),
    max_size=14,
)


@settings(deadline=None)
@given(PIECES, PIECES)
def test_every_finding_quotes_its_place(one: list[str], two: list[str]) -> None:
    """The quote is the text at its offsets, the boxes hold its first and last letter, the sentence holds it."""
    made = document("# Social value", " ".join(one), "- " + " ".join(two))
    found = find([made], RULES)
    assert found == find([made], RULES)
    for finding in found:
        place = made.by_id[finding.block]
        assert place.text[finding.start : finding.end] == finding.quote
        assert finding.quote in finding.sentence
        lefts, rights = min(b.x0 for b in finding.boxes), max(b.x1 for b in finding.boxes)
        assert {place.boxes(finding.start, finding.start + 1)[0].x0, lefts} >= {lefts}
        assert rights > lefts
        assert finding.boxes == place.boxes(finding.start, finding.end)
