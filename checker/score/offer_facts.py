"""What the provider's own offer has to do with what bidders are asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Offer, Priority
from checker.score.fact import NONE, Fact, yes_no

FITS = ("strong", "partly", "none")


def offer_facts(offer: Offer | None, rows: Sequence[Priority], titles: Mapping[str, str]) -> dict[str, Fact]:
    """Whether an offer was given, and for how many of the asked themes it holds something.

    Arguments: the `offer` or None, the `rows` of the disconnect matrix, and the themes' `titles` by id.
    """
    asked = [row for row in rows if row.theme and row.cells["asked"].evidence]
    facts = {"offer": yes_no(offer is not None)}
    for fit in FITS:
        those = [row for row in asked if offer is not None and offer.fit(row.theme) == fit]
        named = "; ".join(titles.get(row.theme, row.theme) for row in those)
        proof = tuple(dict.fromkeys(row.cells["asked"].evidence[0] for row in those))
        facts[f"offer-{fit}"] = Fact(float(len(those)), f"{len(those)} ({named})" if those else NONE, proof)
    return facts
