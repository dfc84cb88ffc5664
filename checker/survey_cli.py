"""The commands for many tenders: `svcheck survey` and `svcheck query`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from checker import options

ENGINES = ("pool", "dask")
STOPPED = 130
"""The exit code after Ctrl-C, as shells know it."""
_NAMED = 5
"""Tenders that are named on the terminal; the others are counted, and the page lists them all."""


@click.command()
@click.argument("folder", metavar="FOLDER")
@click.option("-o", "--out", type=options.path, required=True, metavar="OUT", help="Folder for the results.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes [default: one on each core].")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="pool",
    show_default=True,
    help="Processes on this computer, or a Dask cluster (needs dask).",
)
@click.option("--scheduler", metavar="ADDRESS", help="Address of the Dask scheduler (tcp://HOST:PORT).")
@options.rules_option
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Day of the check [default: the day on which this survey was begun, else today].",
)
@click.option("--pictures", is_flag=True, help="Put pictures of the quotes into the scorecards.")  # fmt: skip
def survey(folder: str, out: Path, jobs: int | None, engine: str, scheduler: str | None, folders: tuple[Path, ...],
           as_of: Any, pictures: bool) -> None:  # fmt: skip
    """Check many tenders: each PDF and each sub-folder of FOLDER is one.

    Writes to OUT the page index.html, a scorecard for each tender, results.parquet, findings.parquet, tenders.csv,
    a JSON for each tender, and survey.json with the figures. A tenders.csv in FOLDER may tell title, buyer,
    buyer_type, value and date of a tender, by its folder. Run it again to go on, or after a change: only what
    changed is checked anew.
    """
    if (engine == "dask") != bool(scheduler):
        raise click.UsageError("--engine dask and --scheduler ADDRESS belong together.")
    if scheduler and jobs:
        raise click.UsageError("--jobs is for the pool; a cluster has its own workers.")
    from checker import survey as surveys
    from checker.progress import Bar

    day = as_of.date() if as_of else None
    plan = surveys.Plan(folders, jobs or 0, scheduler or "", day, pictures)
    with Bar(sys.stderr, "tenders") as bar:
        done = surveys.survey(folder, out, plan, bar.update)
    _tell(done, out)
    if done.stopped:
        click.get_current_context().exit(STOPPED)


@click.command()
@click.argument("out", type=options.path, metavar="OUT")
@click.argument("sql", metavar="SQL")
@click.option("--csv", is_flag=True, help="Print the answer as CSV.")
def query(out: Path, sql: str, csv: bool) -> None:
    """Ask a survey in SQL: the tables are `results`, one row for each tender, and `findings`.

    OUT is the folder that svcheck survey wrote. Nothing in it is changed, and nothing else is read.
    """
    from checker import survey as surveys

    answer = surveys.ask(out, sql)
    click.echo(surveys.as_csv(answer) if csv else surveys.as_text(answer), nl=not csv)


def _tell(done: Any, out: Path) -> None:
    """What was done on standard output, and what needs a look on standard error."""
    figures = done.figures
    click.echo(f"{figures['tenders']} tenders, {figures['unreadable']} of them not read; {done.checked} checked now.")
    for name, told in figures["counted_as"].items():
        share = figures[name]
        percent = "" if share["percent"] is None else f" ({share['percent']:g}%, {share['low']:g} to {share['high']:g})"
        click.echo(f"  {share['n']} of {share['of']}{percent}: {told}")
    click.echo(f"Written: {out / 'index.html'}")
    for entry in figures["not_read"][:_NAMED]:
        click.echo(f"svcheck: {entry['name']} was not read: {entry['why']}.", err=True)
    if more := len(figures["not_read"][_NAMED:]):
        click.echo(f"svcheck: {more} more were not read; the page lists them.", err=True)
    if done.unmatched:
        names = ", ".join(done.unmatched[:_NAMED])
        click.echo(f"svcheck: tenders.csv names what is not in the folder: {names}.", err=True)
    if done.stopped:
        left = figures["not_done"]
        click.echo(f"svcheck: stopped; {left} tenders are still to do. Run it again to go on.", err=True)
