"""The command line: reads what was typed, calls the tool, writes what was asked for."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker import compare_cli, limit_options, options, survey_cli
from checker.errors import CheckerError
from checker.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable


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
@options.check_options
@limit_options.limit_options
def check(paths: tuple[Path, ...], folders: tuple[Path, ...], fail_on: str | None, as_of: Any, offer: Path | None,
          waive: Path | None, no_pictures: bool, password_file: Path | None,
          **typed: Any) -> None:  # fmt: skip
    """Check one tender: PDFs, or a folder of PDFs (a pack), and write its scorecard.

    The page is written beside where you are unless -o says otherwise. When --json or --csv write to
    standard output and -o is not given, no page is written.
    """
    from checker import outputs, pipeline, read, report, writing
    from checker.progress import Bar

    asked = {name: typed.pop(name) for name in ("html", "json", "csv", "questions", "fixes", "annotate", "view")}
    wanted = outputs.Outputs(**asked, pictures=not no_pictures)
    if wanted.html is None and not wanted.piped:
        wanted = replace(wanted, html=outputs.default_page(paths))
    if wanted.doubled:
        raise click.UsageError("Two results cannot go to the same place; name a file for each.")
    outputs.refuse(wanted, paths, (offer, waive, password_file))
    passwords = limit_options.passwords(password_file) if password_file else ()
    day = as_of.date() if as_of else None
    limits = limit_options.limits(typed)
    listing = read.look(paths)
    with Bar(sys.stderr) as bar:
        scorecard = pipeline.check(listing, folders=folders, context=options.given(typed), as_of=day,
                                   on_progress=bar.update, offer=offer, waivers=waive, limits=limits,
                                   passwords=passwords)  # fmt: skip
    result = report.to_dict(scorecard)
    made, failed = outputs.make(result, wanted, listing)
    writing.write({place: text for place, text in made.items() if place != outputs.STDOUT})
    _tell_what_was_not_read(result, failed)
    if wanted.piped:
        text = made[outputs.STDOUT]
        click.echo(text.encode() if isinstance(text, str) else text, nl=False)
    else:
        click.echo(report.to_text(result))
        for place in made:
            click.echo(f"Written: {place}")
    if fail_on and _reaches(result, fail_on):
        click.get_current_context().exit(3)


@main.command()
@click.argument("path", type=options.path, metavar="PATH")
@options.rules_option
@limit_options.limit_options
def text(path: Path, folders: tuple[Path, ...], password_file: Path | None, **typed: Any) -> None:
    """Show the text of a file as the tool read it, with page and block ids."""
    from checker import read, rulebook

    passwords = limit_options.passwords(password_file) if password_file else ()
    limits = limit_options.limits(typed)
    for document in read.read_pack([path], rulebook.load(folders), None, limits, passwords):
        click.echo(f"# {document.name} ({document.role}, {len(document.pages)} pages)")
        for page in document.unreadable:
            click.echo(f"page {page.number}: not read, {page.note}")
        for block in document.blocks:
            section = document.section_of(block)
            role = f" {section.role}" if section else ""
            left_out = f" [{block.furniture}]" if block.furniture else ""
            click.echo(f"p{block.page} {block.id} {block.kind}{role}{left_out}: {block.text}")


main.add_command(compare_cli.compare)
main.add_command(survey_cli.survey)
main.add_command(survey_cli.query)


@main.group()
def rules() -> None:
    """List, show, check and test the rules, or start a new one."""


@rules.command("list")
@options.rules_option
def list_rules(folders: tuple[Path, ...]) -> None:
    """List every rule, framework, threshold and check that is in force."""
    from checker import rulebook

    click.echo(rulebook.listing(rulebook.load(folders)))


@rules.command()
@click.argument("rule_id", metavar="ID")
@options.rules_option
def show(rule_id: str, folders: tuple[Path, ...]) -> None:
    """Show one rule, framework, threshold or check with its examples and sources."""
    from checker import rulebook

    click.echo(rulebook.describe(rulebook.load(folders), rule_id))


@rules.command("check")
@click.argument("folder", required=False, type=options.path, metavar="[DIR]")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Day of the check [default: today].")
def check_rules(folder: Path | None, as_of: Any) -> None:
    """Check rule files for faults and weak spots, all at once; warn of law and policy not checked for a year."""
    from checker import rulebook

    faults = rulebook.check(folder)
    for fault in faults:
        click.echo(str(fault))
    for line in rulebook.overdue(folder, as_of.date() if as_of else None) if not faults else ():
        click.echo(f"Warning: {line}")
    if faults:
        raise CheckerError(f"{len(faults)} found.", "Correct the lines named above and run it again.", "rule-file")
    click.echo("No faults found.")


@rules.command("test")
@click.argument("folder", required=False, type=options.path, metavar="[DIR]")
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
@click.argument("folder", type=options.path, metavar="DIR")
@options.rules_option
def docs(folder: Path, folders: tuple[Path, ...]) -> None:
    """Write one page for each rule file and check into DIR."""
    from checker import rulebook, writing

    pages = rulebook.pages(rulebook.load(folders))
    writing.write({folder / name: page for name, page in pages.items()})
    click.echo(f"Written: {len(pages)} pages in {folder}")


def _tell_what_was_not_read(result: dict[str, Any], not_annotated: Iterable[str]) -> None:
    """On standard error: files passed over, files that did not open, PDFs without an annotated copy."""
    for file in result["files_not_read"]:
        hint = "" if file["same_as"] else " Save it as PDF, or name it, to have it read."
        click.echo(f"svcheck: {file['name']} was not looked at: {file['why']}.{hint}", err=True)
    for file in result["files"]:
        if file["note"]:
            click.echo(f"svcheck: {file['name']} could not be read: {file['note']}.", err=True)
    for name in not_annotated:
        click.echo(f"svcheck: {name} has no annotated copy: it is locked against changes or damaged.", err=True)


def _reaches(result: dict[str, Any], level: str) -> bool:
    """Whether a must-fix problem was found or, for "major", a should-fix one or a priority whose chain breaks."""
    verdict = result["verdict"]["commissioner"]
    broken = any(row["theme"] and row["severity"] == "should" for row in result["priorities"])
    return bool(verdict["must"] or (level == "major" and (verdict["should"] or broken)))
