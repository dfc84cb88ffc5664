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

    from checker.model import Limits, Rulebook, Scorecard
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
    offer: str | Path | None = None,
    waivers: str | Path | None = None,
    limits: Limits | None = None,
    passwords: Sequence[str] = (),
) -> Scorecard:
    """The scorecard of one tender: everything found in the files given, and what it means for both sides.

    Arguments: `paths` are PDF, .txt or .md files, or folders or zips of PDFs, that belong to one tender;
    `rules` come from load_rules (default: the rules that ship with svcheck); `context` holds facts the
    text may not hold and that win over what is detected: buyer_type, jurisdiction, commenced (ISO day),
    value_gbp (pounds), regime; `as_of` is the day printed on the scorecard (default: today);
    `on_progress` is called with pages done, pages in all and the file's name; `offer` and `waivers` are YAML
    files as svcheck check --offer and --waive read them; `limits` (checker.model.Limits: seconds, MiB, pages)
    say how much a file may ask of this computer; `passwords` are tried on locked PDFs. Raises UnreadableFile
    when there is nothing that can be read, and GivenFileError for a fault in an offer or in waivers.

    PDFs are opened in processes of their own (the first thing that svcheck does in them is to limit itself); what
    breaks one of them or goes over a limit becomes a note on that page or file.
    """
    from checker import pipeline

    return pipeline.check(
        paths, rules=rules, context=context, as_of=as_of, on_progress=on_progress, offer=offer, waivers=waivers,
        limits=limits, passwords=passwords,
    )  # fmt: skip


def to_dict(scorecard: Scorecard) -> dict[str, Any]:
    """The scorecard as plain data, in the JSON format 1 that a schema in the package describes."""
    from checker import report

    return report.to_dict(scorecard)


def to_html(scorecard: Scorecard, view: str = "both", paths: Sequence[str | Path] = ()) -> str:
    """The scorecard as one web page that needs no network and no JavaScript.

    Arguments: `view` is the side that the page opens on: commissioner, provider or both; `paths`, the ones
    that were checked, adds pictures of the quotes.
    """
    from pathlib import Path

    from checker import marking, read, report

    result = report.to_dict(scorecard)
    listing = read.look([Path(path) for path in paths]) if paths else None
    pictures = marking.pictures(report.spots(result), listing.files) if listing else {}
    return report.to_html(result, view=view, pictures=pictures)
