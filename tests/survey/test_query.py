"""Questions to a survey in SQL, which can read the two tables and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.errors import CheckerError
from checker.survey import as_csv, as_text, ask

from .conftest import Surveyed
from .tables import figures, rows

DOCS = Path(__file__).resolve().parents[2] / "docs" / "survey.md"
QUESTIONS = re.findall(r"^```sql\n(.*?)^```", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_tables_answer_what_the_figures_say(few: Surveyed) -> None:
    """A count in SQL is the count of survey.json."""
    answer = ask(
        few.out, "select count(*) filter (where social_value_scored) n, count(social_value_scored) total from results"
    )
    found = figures(few.out)["social_value_scored"]
    assert list(answer.rows) == [(found["n"], found["of"])]
    assert answer.columns == ("n", "total")


def test_the_docs_have_ten_questions() -> None:
    """Ten questions are worked out in docs/survey.md."""
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize("number", range(len(QUESTIONS)))
def test_each_question_of_the_docs_has_an_answer(few: Surveyed, number: int) -> None:
    """Every question in the docs runs, and finds something in sixteen tenders."""
    assert list(ask(few.out, QUESTIONS[number]).rows)


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('{file}')",
        "select * from '{file}'",
        "copy results to '{new}' (format csv)",
        "attach '{new}' as other",
        "install httpfs",
        "set enable_external_access = true",
        "select * from read_text('{file}')",
    ],
)
def test_no_other_file_is_read_or_written(few: Surveyed, tmp_path: Path, sql: str) -> None:
    """A question cannot open, write or load anything, nor allow itself to."""
    secret = tmp_path / "secret.csv"
    secret.write_text("password\nswordfish\n")
    with pytest.raises(CheckerError, match="cannot be answered"):
        list(ask(few.out, sql.format(file=secret, new=tmp_path / "new")).rows)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


def test_the_survey_is_not_changed(few: Surveyed) -> None:
    """What a question creates or deletes is gone with it."""
    before = rows(few.out, "results")
    for sql in ("drop table if exists results", "delete from results", "create table results2 as select 1"):
        try:
            list(ask(few.out, sql).rows)
        except CheckerError:
            continue
    assert rows(few.out, "results") == before
    assert list(ask(few.out, "select count(*) from results").rows) == [(16,)]


def test_an_answer_is_a_table_for_people_or_for_spreadsheets(few: Surveyed) -> None:
    """On a terminal columns are in line and long cells cut; CSV has everything."""
    sql = "select 1.5 as number, 'a' as short, repeat('x', 80) as long, null as nothing"
    shown = as_text(ask(few.out, sql)).splitlines()
    assert shown[0].split() == ["number", "short", "long", "nothing"]
    assert shown[2].startswith("1.5     a      xxx")
    assert shown[2].endswith("…")
    assert as_csv(ask(few.out, sql)) == f"number,short,long,nothing\n1.5,a,{'x' * 80},\n"


def test_the_command_prints_the_answer_or_one_line(few: Surveyed, tmp_path: Path) -> None:
    """svcheck query prints a table; a mistake, or a folder without a survey, is told in one line with exit code 1."""
    run = CliRunner().invoke
    good = run(main, ["query", str(few.out), "select count(*) as tenders from results"])
    assert (good.exit_code, good.stdout.split()) == (0, ["tenders", "-------", "16"])
    for folder, sql in ((few.out, "select nothing from nowhere"), (tmp_path, "select 1")):
        bad = run(main, ["query", str(folder), sql])
        assert bad.exit_code == 1
        assert len(bad.stderr.splitlines()) == 1
