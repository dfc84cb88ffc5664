"""What is cited, whether it was in force, and whether the words of one model are used."""

from __future__ import annotations

from datetime import date

import pytest

from checker import rulebook as rules_of
from checker.model import Context, Detected, Finding, Rulebook
from checker.score.citations import citations
from checker.score.framework_facts import framework_facts

from .making import case, finding

CORE: Rulebook = rules_of.load(as_of=date(2026, 11, 22))


def known(day: str | None = None, regime: str | None = None, buyer: str | None = None) -> Context:
    """What is known about a procurement."""
    return Context(
        buyer_type=Detected(buyer, "high"),
        commenced=Detected(day, "high"),
        regime=Detected(regime, "high"),
    )


def cited(ref: str, name: str, quote: str = "the note", **changes: object) -> Finding:
    """A framework that is cited, each in a sentence of its own."""
    return finding(ref, "framework", theme=name, quote=quote, **changes)


def word(ref: str, rule: str, **changes: object) -> Finding:
    """Words that belong to one model, or to older law."""
    return finding(ref, "framework", rule=rule, signal=rule.split(".")[0], **changes)


@pytest.mark.parametrize(
    ("context", "stale", "doubtful"),
    [
        (known("2025-09-30"), 0, 0),
        (known("2025-10-01"), 1, 0),
        (known("2026-05-04", buyer="nhs"), 0, 0),
        (known("2026-05-04", regime="pcr2015"), 0, 0),
        (known(), 0, 1),
        (known(regime="pa23"), 0, 1),
    ],
)
def test_a_model_is_stale_once_its_successor_holds(context: Context, stale: int, doubtful: int) -> None:
    """Not for the NHS, whose guidance keeps it, nor under the law of 2015; and never without the day."""
    facts = framework_facts(case(cited("f", "ppn-06-20"), context=context, rules=CORE))
    assert (facts["citations-stale"].value, facts["citations-doubtful"].value) == (stale, doubtful)


def test_a_citation_beside_its_successor_is_explained() -> None:
    """ "PPN 002, which takes the place of PPN 06/20" leads nobody astray."""
    both = (cited("a", "ppn-06-20", block="f1.1.1"), cited("b", "ppn-002", block="f1.1.1"))
    assert framework_facts(case(*both, context=known("2026-05-04"), rules=CORE))["citations-stale"].value == 0


@pytest.mark.parametrize(
    ("name", "quote", "words"),
    [
        ("ppn-006", "PPN 06/21", "PPN 06/21 (now PPN 006)"),
        ("ppn-009", "Policy Note 02/23", "PPN 02/23 (now PPN 009)"),
        ("armed-forces-covenant", "PPN 06/16", "PPN 06/16 (now PPN 008)"),
        ("ppn-006", "PPN 006", "none"),
        ("ppn-009", "PPN 009", "none"),
    ],
)
def test_an_old_number_is_told_with_the_new_one(name: str, quote: str, words: str) -> None:
    """From the first day of the Procurement Act 2023 on; before it the old number was right."""
    facts = framework_facts(case(cited("f", name, quote), context=known("2026-05-04"), rules=CORE))
    assert facts["citations-renumbered"].words == words
    before = framework_facts(case(cited("f", name, quote), context=known("2024-05-04"), rules=CORE))
    assert before["citations-renumbered"].value == 0


def test_an_old_number_beside_the_new_one_is_explained() -> None:
    """ "PPN 006 (formerly PPN 06/21)" is right."""
    both = (cited("a", "ppn-006", "PPN 06/21", block="b"), cited("b", "ppn-006", "PPN 006", block="b"))
    assert framework_facts(case(*both, context=known("2026-05-04"), rules=CORE))["citations-renumbered"].value == 0


@pytest.mark.parametrize(("regime", "stale"), [("pa23", 1), ("scotland", 0), ("pcr2015", 0), (None, 0)])
def test_meat_is_stale_only_under_the_act_of_2023(regime: str | None, stale: int) -> None:
    """Scottish law still awards to the most economically advantageous tender."""
    facts = framework_facts(case(word("w", "stale-words.meat"), context=known(regime=regime), rules=CORE))
    assert facts["citations-stale"].value == stale


@pytest.mark.parametrize(("day", "doubtful"), [(None, 1), ("2026-05-04", 1), ("2024-05-04", 0)])
def test_meat_is_in_doubt_where_the_law_is_not_known(day: str | None, doubtful: int) -> None:
    """Unless the procurement commenced before the Act of 2023 was in force."""
    facts = framework_facts(case(word("w", "stale-words.meat"), context=known(day), rules=CORE))
    assert facts["citations-doubtful"].value == doubtful


@pytest.mark.parametrize(("day", "stale"), [("2024-05-04", 0), ("2026-05-04", 1)])
def test_a_covid_theme_goes_stale_with_its_model(day: str, stale: int) -> None:
    """The theme belongs to the model of 2020."""
    facts = framework_facts(case(word("w", "stale-words.covid-19-theme"), context=known(day, "pa23"), rules=CORE))
    assert facts["citations-stale"].value == stale


def test_a_model_that_is_not_in_force_yet_is_early() -> None:
    """It may be used of one's own will, so it is no conflict."""
    facts = framework_facts(case(cited("f", "ppn-026"), context=known("2026-11-02"), rules=CORE))
    assert (facts["citations-early"].value, facts["citations-stale"].value) == (1, 0)


def test_measures_are_cited_with_their_edition() -> None:
    """The TOMs come out in editions with other numbers."""
    alone = framework_facts(case(cited("f", "national-toms"), rules=CORE))
    dated = framework_facts(case(cited("f", "national-toms"), word("e", "edition.toms"), rules=CORE))
    assert (alone["citations-undated"].value, dated["citations-undated"].value) == (1, 0)


DOTTED = word("d", "vocabulary.dotted-criteria")
LETTERED = word("l", "vocabulary.lettered-criteria")
TOMS = cited("t", "national-toms")


@pytest.mark.parametrize(
    ("found", "answer"),
    [
        ((), "none"),
        ((DOTTED,), "one"),
        ((DOTTED, word("t", "vocabulary.themes-of-2020")), "one"),
        ((DOTTED, LETTERED), "mixed"),
        ((LETTERED, TOMS), "mixed"),
        ((word("l", "vocabulary.lettered-criteria", block="b"), cited("t", "national-toms", block="b")), "one"),
        ((cited("a", "ppn-06-20"), cited("b", "ppn-002")), "none"),
    ],
)
def test_the_words_of_two_models_need_a_sentence_that_brings_them_together(
    found: tuple[Finding, ...], answer: str
) -> None:
    """Naming two models is not mixing them; using the identifiers of both is, unless a sentence says how they fit."""
    assert framework_facts(case(*found, rules=CORE))["vocabulary"].value == answer


def test_a_model_that_stays_in_use_is_current() -> None:
    """The list of frameworks says the same as the check."""
    for context, status in ((known("2026-05-04", buyer="nhs"), "current"), (known("2026-05-04"), "superseded")):
        (line,) = citations(case(cited("f", "ppn-06-20"), context=context, rules=CORE), date(2026, 11, 22))
        assert line.status == status
