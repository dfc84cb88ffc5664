"""The examples in a rule pack are run, and what does not hold is told in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import selftest
from checker.model import Check, CheckExample, Clause, Cue, Example, Framework, Role, Rule, Rulebook
from checker.selftest import Case

RULE = Rule(
    id="skills.bus",
    title="Skills bus",
    source="skills",
    kind="theme",
    theme="skills",
    find=Clause(phrase="skills bus*"),
    unless=(Clause(phrase="skills bus stop"),),
    scope="any",
    strength="required",
    match=(Example("The skills bus calls.", strength="required"), Example("Two skills buses.")),
    no_match=(Example("Wait at the skills bus stop."),),
    known_gap=(Example("The bus of skills calls."),),
)
FRAMEWORK = Framework(
    "bus-note", "Bus note", "About buses.", cited_as=(Clause(phrase="Bus Note"),), match=(Example("See the Bus Note."),)
)
CHECK = Check(
    "B1", "A weight", "arithmetic", "Is there one?", "It counts.", {"commissioner": "major", "provider": "major"},
    examples=(CheckExample("met", "10%"), CheckExample("not-found", "none"), CheckExample("met", "15%")),
)  # fmt: skip
SMALL = Rulebook((), (), (RULE,), (), (), (FRAMEWORK,), (CHECK,), {}, {})


def case(expects: str, text: str, strength: str = "") -> Case:
    """A case of the skills bus rule."""
    return Case("case", RULE.id, expects, Example(text, strength))


def test_every_example_is_a_case_with_a_readable_id() -> None:
    """Rules, frameworks and checks give one case an example, named after it."""
    assert [one.id for one in selftest.examples(SMALL)] == [
        "skills.bus-match-1",
        "skills.bus-match-2",
        "skills.bus-no_match-1",
        "skills.bus-known_gap-1",
        "framework.bus-note-match-1",
        "B1-met-1",
        "B1-not-found-1",
        "B1-met-2",
    ]


def test_the_ids_of_all_cases_are_unique(rules: Rulebook) -> None:
    """Two examples of the rules that ship never share an id."""
    ids = [one.id for one in selftest.examples(rules)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("number", range(5))
def test_examples_that_hold_say_nothing(number: int) -> None:
    """Each kind of example of a rule or framework can hold."""
    assert selftest.run(selftest.examples(SMALL)[number], SMALL) is None


@pytest.mark.parametrize(("expects", "text", "strength", "said"), [
    ("match", "The bus calls.", "", "It should match and does not: “The bus calls.”"),
    ("match", "Wait at the skills bus stop.", "", "It should match and does not (“skills bus” was dropped"),
    ("match", "The skills bus calls.", "invited", "Its strength should be invited and is required"),
    ("no_match", "The skills bus calls.", "", "It should not match, and “skills bus” does"),
    ("known_gap", "The skills bus calls.", "", "It is caught by now; move it to match"),
])  # fmt: skip
def test_what_does_not_hold_is_told_in_a_sentence(expects: str, text: str, strength: str, said: str) -> None:
    """The person who keeps the rule reads what was expected, what came, and the sentence."""
    wrong = selftest.run(case(expects, text, strength), SMALL)
    assert wrong is not None
    assert wrong.startswith(said)


def test_an_example_stands_under_its_heading_and_after_its_context() -> None:
    """The sentence is met as a reader would meet it: numbered heading, sentence before, role of the section."""
    rules = replace(
        SMALL, cues={"sections": (Cue("question", ("ask*",)), Cue("award", ("award*",), ("award ceremony",)))}
    )
    document = selftest.document(Example("It counts.", section="4.2 Award criteria", context="Read this."), rules)
    heading, paragraph = document.blocks
    section = document.section_of(paragraph)
    assert section is not None
    assert (section.number, section.title, section.role) == ("4.2", "Award criteria", Role.AWARD)
    assert section.heading == heading.id
    assert (heading.text, paragraph.text) == ("4.2 Award criteria", "Read this. It counts.")
    box = paragraph.boxes(11, 20)[0]
    assert (box.page, box.x0, box.top, box.x1, box.bottom) == (1, 11, 1, 20, 2)


def test_an_example_without_a_heading_is_one_paragraph() -> None:
    """No section is invented for it."""
    document = selftest.document(Example("It counts."), SMALL)
    assert [block.text for block in document.blocks] == ["It counts."]
    assert document.sections == ()


def test_an_award_ceremony_is_no_award(rules: Rulebook) -> None:
    """A cue's near-misses hold for examples too."""
    cues = {"sections": (Cue("award", ("award*",), ("award ceremony",)),)}
    document = selftest.document(Example("It counts.", section="Award ceremony"), replace(SMALL, cues=cues))
    assert document.sections[0].role is Role.OTHER


def test_a_check_example_that_does_not_hold_names_both_results(rules: Rulebook) -> None:
    """The whole pipeline reads the text, and the reason it gives is told."""
    first = rules.checks[0]
    wrong = selftest.run(Case("x", first.id, "conflict", CheckExample("conflict", "The depot opens at nine.")), rules)
    assert wrong is not None
    assert wrong.startswith("The result should be conflict and is ")
