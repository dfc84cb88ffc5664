"""How strongly a sentence asks, and of whom."""

import pytest

from checker.match import find
from checker.model import BlockKind, Modifier

from .build import MODIFIERS, Part, block, book, clauses, document, mention, rule

BULLET = BlockKind.BULLET
RULES = book(
    mention(),
    rule("skills.a", "apprentices"),
    rule("question.a", "describe", "explain", kind="question", strength="none"),
)


def strength(*parts: Part) -> str:
    """How strongly a document with social value as its heading asks for apprentices."""
    found = find([document("# Social value", *parts)], RULES)
    return next(f.strength for f in found if f.quote.lower() == "apprentices")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The Supplier shall employ apprentices.", "required"),
        ("The Supplier will employ apprentices.", "required"),
        ("Bidders should employ apprentices.", "expected"),
        ("Bidders may be required to employ apprentices.", "expected"),
        ("The Supplier will be expected to employ apprentices.", "expected"),
        ("Bidders are encouraged to employ apprentices.", "invited"),
        ("The Supplier shall, where possible, employ apprentices.", "invited"),
        ("The Supplier shall employ apprentices where possible.", "invited"),
        ("Bidders must report monthly and are encouraged to employ apprentices.", "invited"),
        ("Bidders must employ apprentices and are encouraged to plant trees.", "required"),
        ("Bidders are not required to employ apprentices.", "none"),
        ("We value apprentices.", "none"),
        ("The Council will employ apprentices.", "none"),
        ("The Council will check that the Supplier shall employ apprentices.", "required"),
        ("For the Council the Supplier shall employ apprentices.", "required"),
        ("The Council shall ask for reports and must employ apprentices.", "none"),
        ("The Supplier shall support the Council with apprentices.", "required"),
        ("Describe how you employ apprentices.", "required"),
        ("Bidders should describe how they employ apprentices.", "expected"),
        ("You may wish to describe apprentices.", "invited"),
    ],
)
def test_a_sentence_asks(text: str, level: str) -> None:
    """The strongest word for an ask of the bidder counts; a softer one beside the theme wins."""
    assert strength(text) == level


@pytest.mark.parametrize(
    ("parts", "level"),
    [
        (("The Supplier shall:", "- employ apprentices"), "required"),
        (("The Supplier shall:", "- where possible, employ apprentices"), "invited"),
        (("The Council will:", "- employ apprentices"), "none"),
        (("Please describe:", "- your apprentices"), "required"),
        (("The Supplier shall: (a) mend roofs; (b) employ apprentices.",), "required"),
        (("The Supplier should meet:", [["Measure", "Target"], ["Apprentices", "4"]]), "expected"),
        (
            ("The Supplier shall:", block("report on:", BULLET, 3), block("apprentices", BULLET, 4, left=9.0)),
            "required",
        ),
        (("Note: you should offer the following", "- apprentices"), "expected"),
        (([["Theme", "Ask"], ["Apprentices", "You must take four. You may wish to take five."]],), "required"),
        (([["Theme", "Ask"], ["Apprentices", "Describe your plan."]],), "required"),
        (([["Theme", "Ask"], ["Apprentices", "You are encouraged to try."], ["Trees", "You must."]],), "invited"),
        (("The Supplier shall mend roofs.", "Apprentices matter."), "none"),
    ],
)
def test_a_list_item_takes_its_strength_from_what_introduces_it(parts: tuple[Part, ...], level: str) -> None:
    """Unless it has a word of its own; a paragraph that introduces nothing gives nothing."""
    assert strength(*parts) == level


def test_a_rule_may_fix_the_strength() -> None:
    """A rule that says how strong its findings are is not asked twice."""
    rules = book(mention(), rule("skills.a", "apprentices", strength="expected"))
    (found,) = [f for f in find([document("Social value: you must train apprentices.")], rules) if f.kind == "theme"]
    assert found.strength == "expected"


NOTE = Modifier("to-buyers", clauses("[ guidance"), "block", clauses("]"))
FREE = Modifier("voluntary", clauses("voluntary"))


def whole(*parts: Part, **more: str) -> list[str]:
    """How strongly each mention of social value as a whole is asked for, in reading order."""
    yes_no = rule("question.b", "do you", kind="question", strength=more.get("question", "expected"))
    found = find([document(*parts)], book(mention(), yes_no, modifiers=(*MODIFIERS, NOTE, FREE)))
    return [f.strength for f in found if f.signal == "social-value"]


def test_a_note_to_buyers_asks_nothing_of_bidders() -> None:
    """A duty in a drafting note, up to its bracket, is none; after the bracket it is one again."""
    note = "[Guidance: choose with care. The supplier shall give social value.]"
    assert whole(note) == ["none"]
    assert whole(f"{note} The supplier shall give social value.") == ["none", "required"]


@pytest.mark.parametrize("level", ["expected", "invited"])
def test_a_question_asks_as_strongly_as_its_rule_says(level: str) -> None:
    """A yes or no question asks for less than one that must be answered at length."""
    assert whole("Do you give social value?", question=level) == [level]


def test_voluntary_once_is_voluntary_throughout() -> None:
    """What is only expected is an invitation where the document calls it voluntary; a duty stays one."""
    assert whole("Social value is expected to follow. All social value is voluntary.")[0] == "invited"
    assert whole("Bidders should give social value.", "Social value is voluntary.")[0] == "invited"
    assert whole("Bidders must give social value.", "Social value is voluntary.")[0] == "required"


@pytest.mark.parametrize(
    ("above", "level"),
    [
        ("The supplier shall give social value. For example:", "required"),
        ("The supplier shall report. These reports include:", "required"),
        ("The supplier shall report. Reports on the site include:", "none"),
    ],
)
def test_an_introduction_that_points_back_carries_the_duty_on(above: str, level: str) -> None:
    """A bare "For example:" or "These reports include:" says no more than the sentence before it."""
    rules = book(mention(), words={"pointing_back": ("these", "this")})
    found = find([document(above, "- social value work")], rules)
    assert [f.strength for f in found if f.signal == "social-value"][-1] == level
