"""Reads tender documents and shows whether social value is really asked for, and whether a bidder could answer.

    import checker
    scorecard = checker.check(["itt.pdf", "specification.pdf"])
    checker.to_dict(scorecard)["social_value"]["weight"]

Importing this package loads neither spaCy nor pdfplumber; the first check does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker import version

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from checker.model import Rulebook, Scorecard
    from checker.read import Progress

__version__ = version.VERSION

__all__ = ["__version__", "check", "load_rules", "to_dict", "to_html"]


def load_rules(folders: Sequence[str | Path] = (), *, as_of: date | None = None) -> Rulebook:
    """The rules in force: the ones that ship with svcheck and those of each folder given.

    Arguments: `folders` hold rule packs of your own; `as_of` is the day on which the rules must be in
    force (default: today). Raises RuleFileError with every fault and the line it stands on.
    """
    from pathlib import Path

    from checker import rulebook

    return rulebook.load([Path(folder) for folder in folders], as_of=as_of)


def check(
    paths: Sequence[str | Path],
    *,
    rules: Rulebook | None = None,
    context: Mapping[str, str] | None = None,
    as_of: date | None = None,
    on_progress: Progress | None = None,
) -> Scorecard:
    """The scorecard of one tender: everything found in the files given, and what it means for both sides.

    Arguments: `paths` are PDF, .txt or .md files, or folders of PDFs, that belong to one tender;
    `rules` come from load_rules (default: the rules that ship with svcheck); `context` holds facts the
    text may not hold and that win over what is detected: buyer_type, jurisdiction, commenced (ISO day),
    value_gbp (pounds), regime; `as_of` is the day printed on the scorecard (default: today);
    `on_progress` is called with pages done, pages in all and the file's name. Raises UnreadableFile
    when there is nothing that can be read.
    """
    from checker import pipeline

    return pipeline.check(paths, rules=rules, context=context, as_of=as_of, on_progress=on_progress)


def to_dict(scorecard: Scorecard) -> dict[str, Any]:
    """The scorecard as plain data, in the JSON format 1 that a schema in the package describes."""
    from checker import report

    return report.to_dict(scorecard)


def to_html(scorecard: Scorecard, view: str = "both") -> str:
    """The scorecard as one web page that needs no network and no JavaScript.

    Argument: `view` is the side that the page opens on: commissioner, provider or both.
    """
    from checker import report

    return report.to_html(report.to_dict(scorecard), view=view)
