"""The whole story in one screen: files in, scorecard out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from checker import read, weigh
from checker import score as scoring
from checker.model import Given, Limits, Rulebook, Scorecard
from checker.supplied import supplied
from checker.version import VERSION


def check(
    paths: Sequence[str | Path] | read.Listing,
    *,
    rules: Rulebook | None = None,
    context: Mapping[str, str] | None = None,
    as_of: date | None = None,
    on_progress: read.Progress | None = None,
    offer: str | Path | None = None,
    waivers: str | Path | None = None,
    limits: Limits | None = None,
    passwords: Sequence[str] = (),
    folders: Sequence[Path] = (),
) -> Scorecard:
    """The scorecard of one tender pack (arguments and errors: see checker.check).

    Further arguments: `paths` may also be what read.look made of them; `folders` hold rule packs to be loaded.
    """
    today = as_of or date.today()
    told = supplied(context or {})
    listing = paths if isinstance(paths, read.Listing) else read.look([Path(path) for path in paths])
    with read.Reading(listing, limits or Limits(), passwords) as reading:
        # The first pages are read while these rooms load their libraries; spaCy alone takes longer than a page.
        from checker import match, rulebook

        book = rules if rules is not None else rulebook.load(folders, as_of=today)
        given = Given(
            offer=rulebook.load_offer(Path(offer), book) if offer else None,
            waivers=rulebook.load_waivers(Path(waivers), book) if waivers else (),
            left_out=listing.left_out,
        )
        documents = reading.documents(book, on_progress)
    findings = match.find(documents, book)
    facts = replace(match.detect(documents, book, findings), **told)
    weighing = weigh.weigh(documents, book, findings)
    findings, weighing, facts = scoring.number(findings, weighing, facts)
    return scoring.score(documents, book, findings, weighing, facts, as_of=today, version=VERSION, given=given)
