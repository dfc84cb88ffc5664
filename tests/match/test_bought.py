"""Social value as one of the services to be bought is no ask of bidders."""

from dataclasses import replace

from checker.match import find
from checker.match.reasons import ABOUT_SERVICE, AGAIN

from .build import Part, book, document, dropped, live, mention, rule

SKILLS = rule("skills.a", "apprentices", "trainees")
RULES = book(mention(), SKILLS)
RULES = replace(RULES, words={**RULES.words, "services_bought": ("provision of consultancy",), "list_joins": ("and",)})
LIST = [
    ["Code", "Service"],
    *([f"A{n}", name] for n, name in enumerate(["Cleaning", "Waste", "Pests", "Post", "Fire"], 1)),
]


def test_an_item_of_a_list_of_services_is_dropped() -> None:
    """A coded line of a service table says nothing of what is asked, where social value is named elsewhere."""
    table = [*LIST, ["A6", "Social value"]]
    found = find([document("Offer social value.", "#specification Services", table)], RULES)
    assert dropped(found) == {"Social value": ABOUT_SERVICE}
    assert live(found) == ["social value"]


def test_the_only_mention_of_a_pack_stays() -> None:
    """A line of a service table is kept when nothing else names social value."""
    assert live(find([document("#specification Services", [*LIST, ["A6", "Social value"]])], RULES)) == ["Social value"]


def test_a_weighted_line_is_a_criterion() -> None:
    """Codes with shares beside them are award criteria."""
    table = [
        ["Code", "Criterion", "Share"],
        *([f"Q{n}", "Quality", "10%"] for n in range(1, 7)),
        ["Q7", "Social value", "40%"],
    ]
    assert "Social value" in live(find([document("Our social value.", "#specification Lots", table)], RULES))


def test_advice_on_social_value_is_what_is_bought() -> None:
    """A bullet under words for consultancy is a service."""
    parts: tuple[Part, ...] = ("Provision of consultancy on:", "- Strategy", "- Social value")
    assert dropped(find([document(*parts)], RULES)) == {"Social value": ABOUT_SERVICE}


def test_a_heading_shared_by_three_subjects_leaves_the_rest_to_them() -> None:
    """Where clauses name social value themselves, the others are about the other subjects."""
    heading = "#specification Social value, safety and transport"
    assert live(find([document(heading, "Offer apprentices.")], RULES)) == ["Social value", "apprentices"]
    found = find([document(heading, "Drivers train apprentices.", "Report on social value.")], RULES)
    assert live(found) == ["Social value", "social value"]
    pair = find(
        [document("#specification Safety and social value", "Offer apprentices.", "Social value it is.")], RULES
    )
    assert "apprentices" in live(pair)


def test_a_theme_counts_once_in_a_sentence() -> None:
    """The second word for one theme in a sentence adds nothing."""
    found = find([document("Social value: apprentices and other trainees. Or trainees.")], RULES)
    assert live(found) == ["Social value", "apprentices", "trainees"]
    assert dropped(found) == {"trainees": AGAIN}
