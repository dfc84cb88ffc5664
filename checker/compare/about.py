"""Dates, law and policy, and the facts of the procurement, as facts of one draft."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from checker.compare.moved import Fact
from checker.compare.spots import Data, Spots
from checker.report import labels
from checker.report.phrasing import pounds
from checker.wording import day, listed, moment

_KNOWN: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "buyer_type": ("Buyer type", labels.BUYERS),
    "jurisdiction": ("Country", labels.NATIONS),
    "regime": ("Procurement rules", labels.REGIMES),
    "value_gbp": ("Contract value", {}),
}


def dates(result: Data, spots: Spots) -> dict[Hashable, Fact]:
    """The dates of a draft by their kind, and the day on which the procurement began."""
    found: dict[Hashable, Fact] = {}
    began = result["context"]["commenced"]
    if began["value"]:
        places = tuple(spots.of(began["evidence"]))
        found["commenced"] = Fact("Procurement began", day(began["value"]), began["value"], places)
    for kind, label in labels.DATES.items():
        given = [date for date in result["dates"] if date["kind"] == kind]
        if given:
            values = sorted({date["value"] for date in given})
            places = tuple(spots.of(one for date in given for one in date["evidence"]))
            found[kind] = Fact(label, listed([moment(value) for value in values]), values, places)
    return found


def frameworks(result: Data, spots: Spots) -> dict[Hashable, Fact]:
    """The law and policy that a draft cites, each with its standing on the day the tender began."""
    found: dict[Hashable, Fact] = {}
    for cited in sorted(result["frameworks"], key=lambda cited: str(cited["title"])):
        standing = labels.STATUSES.get(cited["status"], (cited["status"], ""))[0]
        places = tuple(spots.of(cited["evidence"]))
        found[cited["id"]] = Fact(cited["title"], f"Cited: {standing.lower()}", cited["status"], places)
    return found


def context(result: Data, spots: Spots) -> dict[Hashable, Fact]:
    """What is known of the procurement and decides which law applies to it."""
    found: dict[Hashable, Fact] = {}
    for key, (label, words) in _KNOWN.items():
        fact = result["context"][key]
        if fact["value"] and fact["value"] != "unknown":
            said = pounds(fact["value"]) if key == "value_gbp" else labels.name(words, fact["value"])
            found[key] = Fact(label, said, fact["value"], tuple(spots.of(fact["evidence"])))
    return found
