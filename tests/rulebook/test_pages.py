"""People read the rules in plain words: listed, shown one by one, written as pages, and begun anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checker import rulebook
from checker.errors import CheckerError
from checker.model import Clause, Example, Rulebook, Threshold
from checker.rulebook.described import in_words

DAY = date(2026, 11, 22)


@pytest.fixture
def small(base: Path) -> Rulebook:
    """The rules of the small pack."""
    return rulebook.load([base], DAY)


def test_the_list_names_every_rule_once(small: Rulebook) -> None:
    """Rules stand under their theme, then frameworks and checks, each with its title."""
    assert rulebook.listing(small).splitlines() == [
        "Rules in force: base 1.10",
        "",
        "Apprenticeships and skills",
        "  skills.apprenticeships  Apprenticeships asked for under the contract",
        "",
        "Frameworks",
        "  ppn-002                 PPN 002",
        "",
        "Checks",
        "  B1                      A weight is given",
    ]


def test_a_rule_is_described_with_its_words_and_examples(small: Rulebook) -> None:
    """What it finds, what it leaves alone, and the sentences that prove it."""
    text = rulebook.describe(small, "skills.apprenticeships")
    assert "- “apprentice*”, “trainee*”\n- “school” and “visit*”, within 6 words" in text
    assert "**Not in sections on** tupe, contents" in text
    assert "- The Supplier shall employ two apprentices. (under the heading “Social value”): required" in text
    assert "in force since 2026-01-05" in text
    assert "In themes/skills.yaml." in text


def test_a_check_is_described_with_its_answers(small: Rulebook) -> None:
    """Its answer lines are sentences, and letter case of the id does not matter."""
    text = rulebook.describe(small, "b1")
    assert "- met: weight is this-tender; unit is percent or marks" in text
    assert "- partly: found.reporting is at least 2; file.contract is yes" in text
    assert "- not-found: in every other case" in text
    assert (
        "Procurement Act 2023, section 23(3): show how important each criterion is (verified in a named source)" in text
    )


def test_a_framework_is_described_with_its_dates_and_bands(small: Rulebook) -> None:
    """When it applies, from which value, and how sure that is."""
    text = rulebook.describe(small, "ppn-002")
    assert "2025-10-01 to 2026-12-31" in text
    assert "10% (overall) from £5,000,000" in text
    assert "gov.uk (verified in a named source, checked on 2026-11-22)" in text


def test_a_threshold_is_described_with_what_it_counts(small: Rulebook) -> None:
    """The sum, whether it is of one year and with VAT, for whom, and where it comes from; it has a page as well."""
    sum_of_a_year = Threshold(
        "carbon-plan", "A carbon plan", 5e6, True, "year", "included", ("central",), source="gov.uk", basis="V2"
    )
    rules = replace(small, thresholds=(sum_of_a_year,))
    text = rulebook.describe(rules, "carbon-plan")
    assert "`carbon-plan`: begins above £5,000,000 a year, with VAT." in text
    assert "**Contracting authorities** central" in text
    assert "- gov.uk (secondary source only)" in text
    assert "  carbon-plan             A carbon plan" in rulebook.listing(rules)
    pages = rulebook.pages(rules)
    assert pages["thresholds/carbon-plan.md"].startswith("# A carbon plan\n")
    assert "(thresholds/carbon-plan.md)" in pages["index.md"]


def test_an_unknown_id_is_told_with_the_nearest(small: Rulebook) -> None:
    """A slip in an id is one line, not a traceback."""
    with pytest.raises(CheckerError, match=r"did you mean `skills\.apprenticeships`\?") as caught:
        rulebook.describe(small, "skills.aprenticeships")
    assert caught.value.slug == "unknown-rule"


def test_there_is_a_page_for_everything_and_links_lead_there(small: Rulebook) -> None:
    """Each rule, framework and check has a page; themes and signals list their rules, the index lists the rest."""
    pages = rulebook.pages(small)
    assert list(pages) == [
        "index.md",
        "checks/B1.md",
        "frameworks/ppn-002.md",
        "rules/skills.apprenticeships.md",
        "signals/reporting.md",
        "signals/retired.md",
        "themes/skills.md",
    ]
    assert all(f"({name})" in pages["index.md"] for name in pages if name != "index.md" and "rules/" not in name)
    assert pages["themes/skills.md"].startswith("# Apprenticeships and skills\n\nLearning at work.\n")
    assert "(../rules/skills.apprenticeships.md)" in pages["themes/skills.md"]
    assert pages["rules/skills.apprenticeships.md"].startswith("# Apprenticeships asked for under the contract\n")
    assert all(page.endswith("\n") and not page.endswith("\n\n") for page in pages.values())


def test_a_page_shows_blanks_of_tenders_as_they_are_written(small: Rulebook) -> None:
    """An example such as "<weight>" is no HTML that a browser would swallow."""
    rule = small.rules[0]
    odd = replace(rule, no_match=(Example("Insert <number> here."),))
    page = rulebook.pages(replace(small, rules=(odd,)))[f"rules/{rule.id}.md"]
    assert "- Insert \\<number> here." in page


@pytest.mark.parametrize(("clause", "words"), [
    (Clause(phrase="recruit*"), "“recruit*”"),
    (Clause(phrase="TOMs", exact=True), "exactly “TOMs”"),
    (Clause(number="percent"), "a percentage"),
    (Clause(any_of=(Clause(phrase="a"), Clause(phrase="b"))), "“a” or “b”"),
    (Clause(all_of=(Clause(any_of=(Clause(phrase="a"), Clause(phrase="b"))), Clause(phrase="c")), within="row"),
     "(“a” or “b”) and “c”, in one row"),
])  # fmt: skip
def test_a_condition_in_words(clause: Clause, words: str) -> None:
    """Every kind of condition can be read aloud."""
    assert in_words(clause) == words


def test_a_new_rule_is_begun_from_a_sentence(base: Path, local: Path) -> None:
    """The text is a file of a local pack as it stands: without fault, and with the sentence as its example."""
    sentence = 'The Supplier shall not only "mentor" school leavers: it shall train them.'
    text = rulebook.start(sentence, "skills.mentoring", rulebook.load([base], DAY))
    (local / "themes").mkdir()
    (local / "themes" / "skills.yaml").write_text(text, encoding="utf-8")
    rules = rulebook.load([base, local], DAY, drafts=True)
    made = next(rule for rule in rules.rules if rule.id == "skills.mentoring")
    assert made.match[0].text == sentence
    assert made.find.any_of[0].within == "12 words"
    assert "mentor*" in [part.phrase for part in made.find.any_of[0].all_of]
    assert (made.status, made.theme, made.title) == ("draft", "skills", "Mentoring")


def test_a_new_rule_leaves_out_words_that_say_who_must(small: Rulebook) -> None:
    """Words that any duty has, such as those of modifiers, are no words to look for."""
    text = rulebook.start("We never leave mentors alone.", "skills.mentors", small)
    assert '{all_of: ["leav*", "mentor*", "alon*"], within: 12 words}' in text


@pytest.mark.parametrize(("name", "sentence", "said"), [
    ("mentoring", "A sentence.", "cannot be the id"),
    ("skills.Mentoring scheme", "A sentence.", "cannot be the id"),
    ("skills.apprenticeships", "A sentence.", "already a rule"),
    ("skills.numbers", "1 2 3", "no words to look for"),
])  # fmt: skip
def test_a_new_rule_that_cannot_be_is_told_in_one_line(small: Rulebook, name: str, sentence: str, said: str) -> None:
    """A wrong id, a taken id and a sentence without words are refused."""
    with pytest.raises(CheckerError, match=said):
        rulebook.start(sentence, name, small)
