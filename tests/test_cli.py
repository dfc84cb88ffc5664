"""What users type, what they get, and what they are told when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from reportlab.pdfgen.canvas import Canvas

import checker
from checker import report

TENDER = """\
Invitation to tender

1 Award criteria

Tenders are evaluated on price (60%), quality (30%) and social value (10%) of the overall score.

2 Social value question

Describe how you will create jobs for local people. Your answer must be no more than 500 words.
"""


PACK = "format: 1\nid: mine\nversion: '1'\ntitle: Mine\nbuilds_on: uk-social-value\n"
MENTORING = """\
format: 1
theme: {id: barriers-to-work}
rules:
  - id: barriers-to-work.mentoring
    title: Mentoring
    version: 1
    since: 2026-11-22
    basis: M
    find: {any_of: [mentor care leavers]}
    advice: {commissioner: Say how many., provider: Ask how many.}
    examples:
      match:
        - {text: The Supplier shall mentor care leavers., section: Social value}
        - {text: The Supplier shall coach care leavers., section: Social value}
        - {text: We mentor care leavers., section: Social value}
      no_match:
        - The mentor has left.
        - Care leavers are housed by the council.
        - Leavers return their badges.
"""


def svcheck(*args: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs the real command in a fresh process."""
    command = [sys.executable, "-m", "checker", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


def one_clear_line(run: subprocess.CompletedProcess[str]) -> str:
    """The one line that a failed command wrote, after checking that it is one and nothing else was written."""
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr
    lines = run.stderr.strip().splitlines()
    assert len(lines) == 1, run.stderr
    assert lines[0].startswith("svcheck: ")
    return lines[0]


@pytest.fixture
def tender(tmp_path: Path) -> Path:
    """A short tender as a text file."""
    path = tmp_path / "tender.txt"
    path.write_text(TENDER, encoding="utf-8")
    return path


def pdf(path: Path, text: str = "Social value carries 10% of the overall score.", password: str | None = None) -> Path:
    """A one-page PDF with a line of text."""
    canvas = Canvas(str(path), invariant=1, encrypt=password)
    canvas.drawString(72, 720, text)
    canvas.save()
    return path


def test_check_writes_the_scorecard_beside_where_it_is_run(tender: Path, tmp_path: Path) -> None:
    """Without options the page is written as NAME-scorecard.html, and the summary goes to the terminal."""
    here = tmp_path / "here"
    here.mkdir()
    run = svcheck("check", tender, cwd=here)
    assert run.returncode == 0, run.stderr
    assert [p.name for p in here.iterdir()] == ["tender-scorecard.html"]
    assert (here / "tender-scorecard.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "10%" in run.stdout
    assert "Written: tender-scorecard.html" in run.stdout


def test_json_on_standard_output_is_only_json_and_fits_the_schema(tender: Path, tmp_path: Path) -> None:
    """`--json -` prints JSON that validates, writes no page, and says nothing else."""
    run = svcheck("check", tender, "--json", "-", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    result = json.loads(run.stdout)
    jsonschema.validate(result, report.schema())
    assert result["social_value"]["weight"]["stated"] == 10
    assert [p.name for p in tmp_path.iterdir()] == ["tender.txt"]


def test_csv_has_one_row_for_each_finding(tender: Path, tmp_path: Path) -> None:
    """The CSV file and the JSON file hold the same findings."""
    run = svcheck("check", tender, "--json", "out.json", "--csv", "out.csv", "-o", "out.html", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    findings = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"]
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"))))
    assert [row["id"] for row in rows] == [finding["id"] for finding in findings]


def test_the_same_input_gives_the_same_bytes(tender: Path, tmp_path: Path) -> None:
    """Two runs on the same day write the same page and the same JSON, byte for byte."""
    for name in ("a", "b"):
        run = svcheck(
            "check", tender, "-o", f"{name}.html", "--json", f"{name}.json", "--as-of", "2026-11-22", cwd=tmp_path
        )
        assert run.returncode == 0, run.stderr
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_facts_given_by_the_user_win(tender: Path, tmp_path: Path) -> None:
    """--buyer, --jurisdiction, --value and --commenced stand in the result as given."""
    run = svcheck("check", tender, "--json", "-", "--buyer", "nhs", "--jurisdiction", "england",
                  "--value", "£6m", "--commenced", "2026-03-02", cwd=tmp_path)  # fmt: skip
    context = json.loads(run.stdout)["context"]
    assert context["buyer_type"]["value"] == "nhs"
    assert context["value_gbp"]["value"] == 6000000
    assert context["commenced"]["value"] == "2026-03-02"
    assert {context[name]["confidence"] for name in ("buyer_type", "jurisdiction", "value_gbp", "commenced")} == {
        "given"
    }


def test_fail_on_ends_with_exit_code_3(samples: Path, tmp_path: Path) -> None:
    """A tender that says social value is not scored has a blocker, which --fail-on reports; the page is written."""
    weak = samples / "grounds-maintenance"
    assert svcheck("check", weak, "-o", "x.html", "--fail-on", "blocker", cwd=tmp_path).returncode == 3
    assert (tmp_path / "x.html").exists()
    assert svcheck("check", weak, "-o", "x.html", cwd=tmp_path).returncode == 0
    broken_chain = samples / "home-care"
    assert svcheck("check", broken_chain, "-o", "x.html", "--fail-on", "blocker", cwd=tmp_path).returncode == 0
    assert svcheck("check", broken_chain, "-o", "x.html", "--fail-on", "major", cwd=tmp_path).returncode == 3


def test_text_shows_what_the_tool_read(tender: Path) -> None:
    """`svcheck text` prints every block with its page and id."""
    run = svcheck("text", tender)
    assert run.returncode == 0, run.stderr
    assert "p1 f1.1." in run.stdout
    assert "social value (10%) of the overall score" in run.stdout


def test_python_names_work_as_documented(tender: Path) -> None:
    """The four functions of the Python interface give a scorecard, its data and its page."""
    rules = checker.load_rules()
    seen: list[tuple[int, int, str]] = []
    scorecard = checker.check([tender], rules=rules, on_progress=lambda *step: seen.append(step))
    assert checker.to_dict(scorecard)["social_value"]["mentioned"] is True
    assert re.search(r'id="v-pro"[^>]* checked', checker.to_html(scorecard, view="provider"))
    assert seen[-1] == (1, 1, "tender.txt")


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    """The line names the file."""
    assert "nowhere.pdf" in one_clear_line(svcheck("check", tmp_path / "nowhere.pdf", cwd=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_pdfs_is_told_in_one_line(tmp_path: Path) -> None:
    """The line says that the folder holds no PDF."""
    (tmp_path / "pack").mkdir()
    assert "PDF" in one_clear_line(svcheck("check", tmp_path / "pack", cwd=tmp_path))


def test_a_text_file_renamed_pdf_is_told_in_one_line(tmp_path: Path) -> None:
    """The content decides, not the name."""
    (tmp_path / "tender.pdf").write_text("Social value", encoding="utf-8")
    assert "PDF" in one_clear_line(svcheck("check", tmp_path / "tender.pdf", cwd=tmp_path))


def test_a_locked_pdf_is_told_in_one_line(tmp_path: Path) -> None:
    """A PDF that needs a password says so."""
    locked = pdf(tmp_path / "locked.pdf", password="secret")
    assert "password" in one_clear_line(svcheck("check", locked, cwd=tmp_path))


def test_a_locked_pdf_does_not_stop_the_rest_of_the_pack(tmp_path: Path) -> None:
    """The readable file is checked, and the locked one is named on stderr and in the result."""
    pack = tmp_path / "pack"
    pack.mkdir()
    pdf(pack / "a.pdf")
    pdf(pack / "b.pdf", password="secret")
    run = svcheck("check", pack, "--json", "-", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "b.pdf" in run.stderr
    notes = {file["name"]: file["note"] for file in json.loads(run.stdout)["files"]}
    assert notes["a.pdf"] == ""
    assert "password" in notes["b.pdf"]


def test_what_a_locked_file_might_hold_is_cannot_tell(samples: Path, tmp_path: Path) -> None:
    """A file that could not be read is no evidence of absence: the check says that it cannot tell, and why."""
    pack = tmp_path / "pack"
    pack.mkdir()
    for path in (samples / "no-social-value").glob("*.pdf"):
        (pack / path.name).write_bytes(path.read_bytes())
    pdf(pack / "Specification.pdf", password="secret")
    result = json.loads(svcheck("check", pack, "--json", "-", cwd=tmp_path).stdout)
    (mention,) = [check for check in result["checks"] if check["id"] == "A1"]
    assert mention["result"] == "cannot-tell"
    assert "Specification.pdf (the whole file)" in mention["because"]


def test_files_that_were_not_looked_at_are_named(samples: Path, tmp_path: Path) -> None:
    """Word and Excel files in a folder are not read, and the user is told so."""
    pack = tmp_path / "pack"
    pack.mkdir()
    pdf(pack / "itt.pdf")
    (pack / "Contract.docx").write_bytes(b"PK")
    run = svcheck("check", pack, "-o", "x.html", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "Contract.docx" in run.stderr
    assert "PDF" in run.stderr


def test_a_bad_rule_file_is_told_with_line_and_caret(tender: Path, tmp_path: Path) -> None:
    """Every fault of a rule pack is named at its place, and no page is written."""
    pack = tmp_path / "rules"
    pack.mkdir()
    (pack / "pack.yaml").write_text("format: 1\nid: mine\nversoin: '1'\n", encoding="utf-8")
    run = svcheck("check", tender, "--rules", pack, "-o", "x.html", cwd=tmp_path)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "pack.yaml:3:1" in run.stderr
    assert "did you mean" in run.stderr
    assert not (tmp_path / "x.html").exists()


def test_an_unwritable_output_is_told_in_one_line(tender: Path, tmp_path: Path) -> None:
    """A folder in the output's place is named, and nothing half-written stays."""
    (tmp_path / "x.html").mkdir()
    assert "x.html" in one_clear_line(svcheck("check", tender, "-o", "x.html", cwd=tmp_path))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["tender.txt", "x.html"]


def test_usage_errors_end_with_exit_code_2() -> None:
    """An unknown option is a matter of usage."""
    assert svcheck("check", "--colour").returncode == 2
    assert svcheck("check", "x.pdf", "--value", "a lot").returncode == 2


def test_rules_can_be_listed_shown_and_checked() -> None:
    """The rules commands name a rule, show its examples, and find no faults in the shipped rules."""
    assert "skills.apprenticeships" in svcheck("rules", "list").stdout
    assert "apprentice" in svcheck("rules", "show", "skills.apprenticeships").stdout
    clean = svcheck("rules", "check")
    assert (clean.returncode, clean.stdout.strip()) == (0, "No faults found.")


def test_a_started_rule_runs_and_a_wrong_example_is_named(tmp_path: Path) -> None:
    """`rules new` gives a rule that can be filled in; `rules test` names the example that does not hold."""
    started = svcheck(
        "rules", "new", "The Supplier shall mentor two care leavers.", "--id", "barriers-to-work.mentoring"
    )
    assert started.returncode == 0, started.stderr
    assert "barriers-to-work.mentoring" in started.stdout
    pack = tmp_path / "mine"
    (pack / "themes").mkdir(parents=True)
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    (pack / "themes" / "mentoring.yaml").write_text(MENTORING, encoding="utf-8")
    run = svcheck("rules", "test", pack)
    assert run.returncode == 1, run.stdout
    assert "barriers-to-work.mentoring-match-2" in run.stdout
    assert "1 example does not hold" in run.stderr


@pytest.mark.parametrize("places", [("--json", "-", "--csv", "-"), ("--json", "out", "-o", "./out")])
def test_two_results_cannot_go_to_one_place(tender: Path, tmp_path: Path, places: tuple[str, ...]) -> None:
    """Otherwise one of them would be lost without a word."""
    run = svcheck("check", tender, *places, cwd=tmp_path)
    assert run.returncode == 2
    assert "same place" in run.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["tender.txt"]


@pytest.mark.parametrize("value", ["nan", "inf"])
def test_a_value_is_a_sum_of_money(tender: Path, tmp_path: Path, value: str) -> None:
    """What Python would take for a number and no one for a sum is a matter of usage."""
    assert svcheck("check", tender, "--value", value, cwd=tmp_path).returncode == 2


def test_letters_that_the_terminal_lacks_do_no_harm(tmp_path: Path) -> None:
    """Where standard output has no Welsh letters the summary goes on, and results are UTF-8 all the same."""
    path = tmp_path / "tender.txt"
    path.write_text(TENDER.replace("local people", "pobl leol ger y dŵr"), encoding="utf-8")

    def run(*args: str | Path) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "checker", *map(str, args)]
        env = {**os.environ, "PYTHONIOENCODING": "cp1252"}
        return subprocess.run(command, capture_output=True, cwd=tmp_path, env=env, check=False)

    assert b"d?r" in run("text", path).stdout
    assert "dŵr" in run("check", path, "--json", "-").stdout.decode()
