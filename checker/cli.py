"""The command line: reads what was typed, calls the tool, writes what was asked for."""

from __future__ import annotations

import io
import math
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.errors import CheckerError
from checker.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

BUYERS = ("central", "council", "nhs", "housing", "police", "fire", "education", "devolved", "other")
JURISDICTIONS = ("england", "wales", "scotland", "northern-ireland", "uk")
SEVERITIES = ("blocker", "major")
OFFICE = frozenset({".doc", ".docx", ".odt", ".ods", ".rtf", ".xls", ".xlsx", ".ppt", ".pptx"})
STDOUT = Path("-")

_path = click.Path(path_type=Path)
_day = click.DateTime(["%Y-%m-%d"])
_rules_option = click.option(
    "--rules", "folders", multiple=True, type=_path, metavar="DIR", help="Add a rule pack of your own (repeatable)."
)


def _pounds(_ctx: click.Context, _param: click.Parameter, value: str | None) -> float | None:
    """A sum of money as people type it, in pounds: 4000000, £4,000,000 or 4m."""
    from checker.wording import find_numbers

    text = (value or "").strip()
    if not text:
        return None
    text = text if text.startswith("£") else f"£{text}"
    found = find_numbers(text)
    if len(found) != 1 or found[0].unit != "money" or found[0].end < len(text):
        raise click.BadParameter(f"{value!r} is no sum of money; write it as 4000000, £4,000,000 or £4m.")
    return found[0].value


class OneLineErrors(click.Group):
    """A group of commands that tells every problem in one line and ends with exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that was typed; a fault of our own is told in one line too, unless SVCHECK_DEBUG is set."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except CheckerError as problem:
            click.echo(f"svcheck: {problem}", err=True)
        except Exception as fault:
            if os.environ.get("SVCHECK_DEBUG"):
                raise
            what = f"a fault in svcheck itself: {type(fault).__name__}: {fault}"
            click.echo(f"svcheck: {what}. Please report it; SVCHECK_DEBUG=1 shows where.", err=True)
        return ctx.exit(1)


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="svcheck")
def main() -> None:
    """Check tender documents for social value: stated, asked, weighted, measured, reported, explained.

    Everything is read on this computer; nothing is sent anywhere.
    """
    # A tender may hold letters that a terminal cannot show ("dŵr" on an English Windows).
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


@main.command()
@click.argument("paths", nargs=-1, required=True, type=_path, metavar="PATH...")
@click.option("-o", "--html", type=_path, metavar="FILE", help="The scorecard page [default: NAME-scorecard.html].")
@click.option("--json", type=_path, metavar="FILE", help="The same facts for machines; - for standard output.")
@click.option("--csv", type=_path, metavar="FILE", help="The findings as a table; - for standard output.")
@click.option("--view", type=click.Choice(["commissioner", "provider", "both"]), default="both", show_default=True,
              help="The side that the page opens on.")  # fmt: skip
@_rules_option
@click.option("--buyer", type=click.Choice(BUYERS), help="What kind of contracting authority is buying.")
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), help="Where the contracting authority is.")
@click.option("--value", callback=_pounds, metavar="POUNDS", help="Contract value, VAT included (4000000, £4m).")
@click.option("--commenced", type=_day, metavar="DAY", help="Day on which the procurement commenced (2026-03-31).")
@click.option(
    "--as-of",
    type=_day,
    metavar="DAY",
    help="Day of the check: printed, and decides which rules are in force [default: today].",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="Exit with code 3 when such a gap is found (blocker: must fix; major: should fix).",
)
def check(paths: tuple[Path, ...], html: Path | None, json: Path | None, csv: Path | None, view: str,
          folders: tuple[Path, ...], fail_on: str | None, as_of: Any, **facts: Any) -> None:  # fmt: skip
    """Check one tender: PDFs, or a folder of PDFs (a pack), and write its scorecard.

    The page is written beside where you are unless -o says otherwise. When --json or --csv write to
    standard output and -o is not given, no page is written.
    """
    from checker import pipeline, report, rulebook, writing
    from checker.progress import Bar

    day = as_of.date() if as_of else None
    outputs = {"html": html, "json": json, "csv": csv}
    piped = STDOUT in outputs.values()
    if html is None and not piped:
        outputs["html"] = Path(f"{_name(paths)}-scorecard.html")
    places = [path if path == STDOUT else path.resolve() for path in outputs.values() if path]
    if len(set(places)) < len(places):
        raise click.UsageError("Two results cannot go to the same place; name a file for each.")
    writing.refuse_inputs([p for p in outputs.values() if p and p != STDOUT], paths)
    rules = rulebook.load(folders, as_of=day)
    with Bar(sys.stderr) as bar:
        scorecard = pipeline.check(paths, rules=rules, context=_given(facts), as_of=day, on_progress=bar.update)
    result = report.to_dict(scorecard)
    texts = {
        "html": lambda: report.to_html(result, view=view),
        "json": lambda: report.to_json(result),
        "csv": lambda: report.to_csv(result),
    }
    wanted = {path: texts[name]() for name, path in outputs.items() if path}
    writing.write({path: text for path, text in wanted.items() if path != STDOUT})
    for name in _not_looked_at(paths):
        click.echo(f"svcheck: {name} was not looked at. Save it as PDF to have it read.", err=True)
    for file in result["files"]:
        if file["note"]:
            click.echo(f"svcheck: {file['name']} could not be read: {file['note']}.", err=True)
    if piped:
        click.echo(wanted[STDOUT].encode(), nl=False)
    else:
        click.echo(report.to_text(result))
        for path in wanted:
            click.echo(f"Written: {path}")
    if fail_on and _reaches(result, fail_on):
        click.get_current_context().exit(3)


@main.command()
@click.argument("path", type=_path, metavar="PATH")
@_rules_option
def text(path: Path, folders: tuple[Path, ...]) -> None:
    """Show the text of a file as the tool read it, with page and block ids."""
    from checker import read, rulebook

    for document in read.read_pack([path], rulebook.load(folders)):
        click.echo(f"# {document.name} ({document.role}, {len(document.pages)} pages)")
        for page in document.unreadable:
            click.echo(f"page {page.number}: not read, {page.note}")
        for block in document.blocks:
            section = document.section_of(block)
            role = f" {section.role}" if section else ""
            left_out = f" [{block.furniture}]" if block.furniture else ""
            click.echo(f"p{block.page} {block.id} {block.kind}{role}{left_out}: {block.text}")


@main.group()
def rules() -> None:
    """List, show, check and test the rules, or start a new one."""


@rules.command("list")
@_rules_option
def list_rules(folders: tuple[Path, ...]) -> None:
    """List every rule, framework and check that is in force."""
    from checker import rulebook

    click.echo(rulebook.listing(rulebook.load(folders)))


@rules.command()
@click.argument("rule_id", metavar="ID")
@_rules_option
def show(rule_id: str, folders: tuple[Path, ...]) -> None:
    """Show one rule, framework or check with its examples and sources."""
    from checker import rulebook

    click.echo(rulebook.describe(rulebook.load(folders), rule_id))


@rules.command("check")
@click.argument("folder", required=False, type=_path, metavar="[DIR]")
def check_rules(folder: Path | None) -> None:
    """Check rule files for faults and weak spots, all at once."""
    from checker import rulebook

    faults = rulebook.check(folder)
    for fault in faults:
        click.echo(str(fault))
    if faults:
        raise CheckerError(f"{len(faults)} found.", "Correct the lines named above and run it again.", "rule-file")
    click.echo("No faults found.")


@rules.command("test")
@click.argument("folder", required=False, type=_path, metavar="[DIR]")
def test_rules(folder: Path | None) -> None:
    """Run the examples of every rule: what must match, and what must not."""
    from checker import rulebook, selftest

    book = rulebook.load([folder] if folder else [])
    failures = [(case, wrong) for case in selftest.examples(book) if (wrong := selftest.run(case, book))]
    for case, wrong in failures:
        click.echo(f"{case.id}: {wrong}")
    if failures:
        many = "1 example does" if len(failures) == 1 else f"{len(failures)} examples do"
        raise CheckerError(f"{many} not hold.", "Mend the rule or the example.", "rule-examples")
    click.echo(f"All {len(selftest.examples(book))} examples hold.")


@rules.command()
@click.argument("sentence")
@click.option("--id", "rule_id", required=True, metavar="ID", help="Name of the new rule, such as skills.mentoring.")
def new(sentence: str, rule_id: str) -> None:
    """Start a rule from a SENTENCE that it should match (printed; put it into a file of your pack)."""
    from checker import rulebook

    click.echo(rulebook.start(sentence, rule_id))


@rules.command()
@click.argument("folder", type=_path, metavar="DIR")
@_rules_option
def docs(folder: Path, folders: tuple[Path, ...]) -> None:
    """Write one page for each rule file and check into DIR."""
    from checker import rulebook, writing

    pages = rulebook.pages(rulebook.load(folders))
    writing.write({folder / name: page for name, page in pages.items()})
    click.echo(f"Written: {len(pages)} pages in {folder}")


def _not_looked_at(paths: Sequence[Path]) -> list[str]:
    """The office files in the folders given: drafts that svcheck does not read."""
    files = [file for path in paths if path.is_dir() for file in path.iterdir() if file.suffix.lower() in OFFICE]
    return sorted(file.name for file in files)


def _name(paths: Sequence[Path]) -> str:
    first = paths[0].resolve()
    return first.stem if first.suffix.lower() in {".pdf", ".txt", ".md"} else first.name or "tender"


def _given(facts: dict[str, Any]) -> dict[str, str]:
    names = {"buyer": "buyer_type", "value": "value_gbp"}
    given = {names.get(name, name): value for name, value in facts.items() if value is not None}
    if "commenced" in given:
        given["commenced"] = given["commenced"].date().isoformat()
    if "value_gbp" in given:
        if not math.isfinite(given["value_gbp"]):
            raise click.UsageError("--value is a sum in pounds, such as 250000.")
        given["value_gbp"] = f"{given['value_gbp']:.0f}"
    return given


def _reaches(result: dict[str, Any], level: str) -> bool:
    """Whether a must-fix problem was found or, for "major", a should-fix one or a priority whose chain breaks."""
    verdict = result["verdict"]["commissioner"]
    broken = any(row["theme"] and row["severity"] == "should" for row in result["priorities"])
    return bool(verdict["must"] or (level == "major" and (verdict["should"] or broken)))
