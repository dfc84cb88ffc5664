"""Numbered clauses carry what they are about to their neighbours, and no further."""

from __future__ import annotations

from checker import read
from checker.match.clauses import clauses_about
from checker.model import Document, Rulebook


def about(text: str, rules: Rulebook) -> set[str]:
    """The first three words of every block that the clauses round it tie to social value."""
    document: Document = read.read_text(text, "tender.txt", rules)
    named = {block.id: 0 for block in document.blocks if "social value" in block.text.lower()}
    return {" ".join(document.by_id[name].text.split()[:3]) for name in clauses_about(document, named)}


def test_a_clause_among_clauses_on_social_value_is_about_it(rules: Rulebook) -> None:
    """Three of four neighbours name social value, so the fourth, which only says report, is meant too."""
    text = (
        "7.1 The Supplier will agree social value aims.\n\n7.2 The Supplier will meet the social value aims.\n\n"
        "7.3 The Supplier will name a social value lead.\n\n7.4 The Supplier will report every quarter.\n"
    )
    assert "7.4 The Supplier" in about(text, rules)


def test_one_clause_in_a_long_section_does_not_carry_the_rest(rules: Rulebook) -> None:
    """Social value in one of four clauses says nothing about the other three."""
    text = (
        "7.1 The Supplier will agree social value aims.\n\n7.2 Invoices are paid in 30 days.\n\n"
        "7.3 The depot opens at six.\n\n7.4 The Supplier will report every quarter.\n"
    )
    assert about(text, rules) == set()


def test_a_paragraph_under_a_numbered_question_belongs_to_it(rules: Rulebook) -> None:
    """What stands between question 12 on social value and question 13 is part of question 12."""
    text = (
        "12. Please confirm your support for social value.\n\nAnswers to this are marked pass or fail.\n\n"
        "13. Please name your insurer.\n\nAnswers are checked by us.\n\n14. Please sign.\n"
    )
    assert about(text, rules) == {"Answers to this"}
