"""What a bidder needs in order to answer, from the files of a pack to the result of the check."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker import rulebook
from checker.model import CheckResult, Rulebook

CRITERIA = "1 Award criteria\n\nSocial value carries 10% of the overall score.\n\n"
QUESTION = (
    "2 Award questions\n\nQ1 Safety: Describe how you will keep people safe.\n\n"
    "SV1 Social value (10%): Describe how you will create jobs for local people each year.\n\n"
)
USES_FORM = CRITERIA + "2 Award questions\n\nSV1 Social value: Complete Appendix F with what you will deliver.\n"
USES_CALCULATOR = CRITERIA + "2 Award questions\n\nSV1 Social value: Enter your offer in the social value calculator.\n"


def result_of(check: str, rules: Rulebook, folder: Path, **files: str) -> CheckResult:
    """The result of one check for a pack of text files; "__" in a name is a space and "_" its last full stop."""
    paths = []
    for name, text in files.items():
        stem, _, ending = name.rpartition("_")
        paths.append(folder / f"{stem.replace('__', ' ')}.{ending}")
        paths[-1].write_text(text, encoding="utf-8")
    scorecard = checker.check([str(path) for path in paths], rules=rules)
    return next(result for result in scorecard.checks if result.check.id == check)


def test_a_form_is_found_by_the_name_of_its_file(rules: Rulebook, tmp_path: Path) -> None:
    """The label in the name of a file is enough, whatever the file holds."""
    form = "Enter one promise in each row.\n"
    assert result_of("C4", rules, tmp_path, itt_txt=USES_FORM, Appendix__F__form_txt=form).result == "met"


def test_a_form_that_cannot_be_read_is_still_in_the_pack(rules: Rulebook, tmp_path: Path) -> None:
    """A workbook is not opened, and its name shows that it was given."""
    given = result_of("C4", rules, tmp_path, itt_txt=USES_FORM, Appendix__F_xlsx="PK")
    assert given.result == "met"


def test_a_form_is_found_by_a_heading(rules: Rulebook, tmp_path: Path) -> None:
    """An appendix may stand at the end of any file."""
    forms = "Appendix F Promises\n\nEnter one promise in each row.\n"
    assert result_of("C4", rules, tmp_path, itt_txt=USES_FORM, forms_txt=forms).result == "met"


def test_another_appendix_does_not_do(rules: Rulebook, tmp_path: Path) -> None:
    """Appendix F is not Appendix E, and the reason names what is missing."""
    missing = result_of("C4", rules, tmp_path, itt_txt=USES_FORM, Appendix__E_txt="Enter one price in each row.\n")
    assert missing.result == "not-met"
    assert "Appendix F" in missing.because
    assert missing.evidence


def test_a_list_of_documents_is_not_the_document(rules: Rulebook, tmp_path: Path) -> None:
    """An appendix that a list only names may still be missing."""
    listed = f"{USES_FORM}\n3 Documents\n\nThese are the documents:\n\n- Appendix E Prices\n- Appendix F Promises\n"
    assert result_of("C4", rules, tmp_path, itt_txt=listed).result == "not-met"


def test_a_calculator_without_a_label_is_looked_for_by_its_name(rules: Rulebook, tmp_path: Path) -> None:
    """The calculator that the text speaks of is there when a file is called so."""
    assert result_of("C4", rules, tmp_path, itt_txt=USES_CALCULATOR).result == "not-met"
    files = {"itt_txt": USES_CALCULATOR, "SV__calculator_txt": "Units and values.\n"}
    assert result_of("C4", rules, tmp_path, **files).result == "met"


@pytest.mark.parametrize(
    ("gate", "result"),
    [
        ("A tender that scores 0 for question Q1 will be rejected.", "not-applicable"),
        ("A tender that scores 0 for question SV1 will be rejected.", "met"),
        ("A tender that scores 0 for questions Q1 or SV1 will be rejected.", "met"),
        ("A tender that scores 0 for any question will be rejected.", "met"),
        ("Bidders must achieve an acceptable score for social value.", "not-met"),
        ("There is no minimum score for social value.", "not-applicable"),
    ],
)
def test_a_gate_counts_for_the_questions_that_it_names(gate: str, result: str, rules: Rulebook, tmp_path: Path) -> None:
    """A minimum for another question is none for social value; a minimum without an effect falls short."""
    text = f"{CRITERIA}{QUESTION}3 Award criteria: minimum scores\n\n{gate}\n"
    assert result_of("B8", rules, tmp_path, itt_txt=text).result == result


def test_a_gate_for_every_answer_is_no_gate_for_what_is_not_scored(rules: Rulebook, tmp_path: Path) -> None:
    """Where social value carries no marks, a minimum for each answer does not reach it."""
    text = (
        "1 Award criteria\n\nPrice carries 60% and quality 40%. A tender that scores 0 for any question is rejected.\n"
    )
    assert result_of("B8", rules, tmp_path, itt_txt=text).result == "not-applicable"


def test_measures_are_counted_against_the_maximum_of_the_buyer(tmp_path: Path) -> None:
    """A local pack may set how many measures its authority asks for; more of them fall short."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "pack.yaml").write_text(
        'format: 1\nid: our-council\nversion: "1"\ntitle: Our council\nbuilds_on: uk-social-value\n'
        "authority:\n  max_measures: 1\n",
        encoding="utf-8",
    )
    rules = rulebook.load([own])
    ask = "SV1 Social value (10%): State how many apprentices you will start each year."
    more = " State how many volunteering hours you will give each year."
    value = "0 Introduction\n\nThe estimated contract value is £900,000 excluding VAT.\n\n"
    text = f"{value}{CRITERIA}2 Award questions\n\n{ask}"
    assert result_of("A9", rules, tmp_path, itt_txt=f"{text}\n").result == "met"
    over = result_of("A9", rules, tmp_path, itt_txt=f"{text}{more}\n")
    assert (over.result, "maximum is 1" in over.because) == ("not-met", True)
