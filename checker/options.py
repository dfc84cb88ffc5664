"""The options of `svcheck check`: what may be typed, and what is made of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.supplied import BUYERS, JURISDICTIONS, REGIMES

SEVERITIES = ("blocker", "major")
_LISTS = (".txt", ".csv")

_Command = TypeVar("_Command", bound=Callable[..., Any])

path = click.Path(path_type=Path)
_day = click.DateTime(["%Y-%m-%d"])
rules_option = click.option(
    "--rules", "folders", multiple=True, type=path, metavar="DIR", help="Add a rule pack of your own (repeatable)."
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


def _list_file(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """A file for a list, whose ending says whether it is text or a table."""
    if value is not None and value.suffix.lower() not in _LISTS:
        raise click.BadParameter(f"{value} must end in .txt (to paste) or .csv (for a spreadsheet).")
    return value


_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, type=path, metavar="PATH..."),
    click.option("-o", "--html", type=path, metavar="FILE", help="The scorecard page [default: NAME-scorecard.html]."),
    click.option("--json", type=path, metavar="FILE", help="The same facts for machines; - for standard output."),
    click.option("--csv", type=path, metavar="FILE", help="The findings as a table; - for standard output."),
    click.option("--questions", type=path, metavar="FILE", callback=_list_file,
                 help="The clarification questions, ready to send (.txt or .csv)."),
    click.option("--fixes", type=path, metavar="FILE", callback=_list_file,
                 help="What the commissioner should fix, as a list (.txt or .csv)."),
    click.option("--annotate", type=path, metavar="DIR",
                 help="A copy of each PDF with the findings as highlights and notes (needs pypdf)."),
    click.option("--view", type=click.Choice(["commissioner", "provider", "both"]), default="both", show_default=True,
                 help="The side that the page opens on."),
    click.option("--no-pictures", is_flag=True, help="Leave the pictures of quotes out of the page."),
    click.option("--offer", type=path, metavar="FILE", help="What a provider already does, by theme (YAML)."),
    click.option("--waive", type=path, metavar="FILE", help="Problems let stand on purpose, with reasons (YAML)."),
    rules_option,
    click.option("--buyer", type=click.Choice(BUYERS), help="What kind of contracting authority is buying."),
    click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), help="Where the contracting authority is."),
    click.option("--regime", type=click.Choice(REGIMES), help="The law under which the procurement is run."),
    click.option("--value", callback=_pounds, metavar="POUNDS", help="Contract value, VAT included (4000000, £4m)."),
    click.option("--commenced", type=_day, metavar="DAY",
                 help="Day on which the procurement commenced (2026-03-31)."),
    click.option("--as-of", type=_day, metavar="DAY",
                 help="Day of the check: printed, and decides which rules are in force [default: today]."),
    click.option("--fail-on", type=click.Choice(SEVERITIES),
                 help="Exit with code 3 when such a gap is found (blocker: must fix; major: should fix)."),
)  # fmt: skip


def check_options(command: _Command) -> _Command:
    """Gives a command the arguments and options of `svcheck check`, in the order in which help shows them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def given(facts: dict[str, Any]) -> dict[str, str]:
    """The facts about a procurement as typed, under the names that the pipeline knows."""
    names = {"buyer": "buyer_type", "value": "value_gbp"}
    told = {names.get(name, name): value for name, value in facts.items() if value is not None}
    if "commenced" in told:
        told["commenced"] = told["commenced"].date().isoformat()
    if "value_gbp" in told:
        if not math.isfinite(told["value_gbp"]):
            raise click.UsageError("--value is a sum in pounds, such as 250000.")
        told["value_gbp"] = f"{told['value_gbp']:.0f}"
    return told
