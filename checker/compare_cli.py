"""`svcheck compare`: two drafts of one tender, each given as documents or as the JSON of an earlier check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker import options
from checker.errors import UnreadableFile

if TYPE_CHECKING:
    from datetime import date

    from checker.model import Rulebook

_STDOUT = Path("-")
Draft = tuple[dict[str, Any], dict[str, Path]]
"""The result of one draft, and where its files lie (nothing for an earlier result)."""


@click.command()
@click.argument("old", type=options.path, metavar="OLD")
@click.argument("new", type=options.path, metavar="NEW")
@click.option("-o", "--html", type=options.path, metavar="FILE", help="The page [default: NEW-compared.html].")
@click.option("--json", type=options.path, metavar="FILE", help="The same for machines; - for standard output.")
@options.rules_option
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY",
              help="Day of the check: decides which rules are in force [default: today].")  # fmt: skip
@click.option("--fail-on", type=click.Choice(options.SEVERITIES),
              help="Exit with code 3 when such a problem is new (blocker: must fix; major: should fix).")  # fmt: skip
def compare(old: Path, new: Path, html: Path | None, json: Path | None, folders: tuple[Path, ...], as_of: Any,
            fail_on: str | None) -> None:  # fmt: skip
    """Compare two drafts of one tender: what was fixed, what is new, what moved.

    OLD and NEW are each a file, a folder of files (a pack), or the JSON of an earlier check.
    """
    from checker import compare as room
    from checker import outputs, writing
    from checker.compare.problems import appeared

    if html is None and json != _STDOUT:
        named = outputs.default_page([new.with_suffix("") if _is_result(new) else new]).name
        html = Path(f"{named.removesuffix('-scorecard.html')}-compared.html")
    if html is not None and json is not None and (html == json or html.resolve() == json.resolve()):
        raise click.UsageError("Two results cannot go to the same place; name a file for each.")
    places = [place for place in (html, json) if place and place != _STDOUT]
    writing.refuse_inputs(places, [old, new])
    (before, files_before), (after, files_after) = _drafts(old, new, folders, as_of.date() if as_of else None)
    comparison = _compared(before, after, (old, new))
    made: dict[Path, str | bytes] = {}
    if html is not None:
        near = html if html != _STDOUT else None
        links = {
            side: outputs.relative_links(files, near) if near else {}
            for side, files in (("old", files_before), ("new", files_after))
        }
        made[html] = room.to_html(comparison, links=links)
    if json is not None:
        made[json] = room.to_json(comparison)
    writing.write({place: text for place, text in made.items() if place != _STDOUT})
    _tell(comparison, made)
    if fail_on and appeared(comparison, fail_on):
        click.get_current_context().exit(3)


def _tell(comparison: dict[str, Any], made: dict[Path, str | bytes]) -> None:
    """What was asked for on standard output, or else the summary."""
    from checker import compare as room

    if _STDOUT in made:
        text = made[_STDOUT]
        click.echo(text.encode() if isinstance(text, str) else text, nl=False)
        return
    click.echo(room.to_text(comparison))
    for place in made:
        click.echo(f"Written: {place}")


def _drafts(old: Path, new: Path, folders: tuple[Path, ...], day: date | None) -> tuple[Draft, Draft]:
    """Both drafts; documents are checked by the same rules on the same day, and results are read first."""
    from checker import compare as room
    from checker import rulebook

    earlier = {path: room.read_result(path) for path in (old, new) if _is_result(path)}
    rules = rulebook.load(folders, as_of=day) if len(earlier) < len({old, new}) else None
    return _draft(old, earlier, rules, day), _draft(new, earlier, rules, day)


def _is_result(path: Path) -> bool:
    return path.suffix.lower() == ".json" and not path.is_dir()


def _draft(path: Path, earlier: dict[Path, dict[str, Any]], rules: Rulebook | None, day: date | None) -> Draft:
    from checker import pipeline, read, report
    from checker.progress import Bar

    if path in earlier:
        return earlier[path], {}
    assert rules is not None  # noqa: S101 - they are loaded as soon as one draft is documents
    with Bar(sys.stderr) as bar:
        scorecard = pipeline.check([path], rules=rules, as_of=day, on_progress=bar.update)
    return report.to_dict(scorecard), dict(read.look([path]).files)


def _compared(before: dict[str, Any], after: dict[str, Any], paths: tuple[Path, Path]) -> dict[str, Any]:
    """The comparison; a JSON file that only looks like a result is told in one line."""
    from checker import compare as room

    try:
        return room.compare(before, after)
    except (KeyError, TypeError, AttributeError, ValueError) as problem:
        given = [path for path in paths if _is_result(path)]
        if not given:
            raise
        why = f"it lacks something that a result of svcheck check has ({type(problem).__name__}: {problem})"
        hint = "Write it again with svcheck check --json."
        raise UnreadableFile(" or ".join(map(str, given)), why, hint) from None
