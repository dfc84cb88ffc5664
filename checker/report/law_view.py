"""Law and policy: what the files cite, and for whom each text is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.report import labels
from checker.report.phrasing import day
from checker.report.places import Data, Links, Places
from checker.wording import listed

_NOT_KNOWN = (None, "", "unknown")


@dataclass(frozen=True, slots=True)
class Cited:
    """A text that the files cite, and whether it was in force for this tender."""

    title: str
    about: str
    status: str
    why: str
    words: str
    stale: bool
    links: Links


@dataclass(frozen=True, slots=True)
class Other:
    """A text that the rules know and the files do not cite: whether it was written for a tender like this."""

    title: str
    about: str
    fits: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class LawView:
    """Law and policy, cited and not."""

    cited: tuple[Cited, ...]
    near: tuple[Other, ...]
    """Texts that are written for a tender like this."""
    unsure: tuple[Other, ...]
    """Texts of which that cannot be told, because the buyer, the country or the day was not found."""
    unknown: str
    """What was not found, in words."""
    far: tuple[Other, ...]
    """Texts written for other buyers, countries or days."""


def law(result: Data, places: Places) -> LawView:
    """The law and policy of a result."""
    known = {text["id"]: text for text in result["law"]}
    cited = {text["id"] for text in result["frameworks"]}
    others = [_other(text, result["context"]) for text in result["law"] if text["id"] not in cited]
    return LawView(
        cited=tuple(_cited(text, known, places) for text in result["frameworks"]),
        near=tuple(other for other in others if other.fits == "Yes"),
        unsure=tuple(other for other in others if other.fits == "Cannot tell"),
        unknown=_unknown(result["context"]),
        far=tuple(other for other in others if other.fits == "No"),
    )


def _unknown(context: Data) -> str:
    wanted = {
        "buyer_type": "the kind of buyer",
        "jurisdiction": "the country",
        "commenced": "the day on which the procurement began",
    }
    missing = [words for fact, words in wanted.items() if context[fact]["value"] in _NOT_KNOWN]
    return listed(missing) or "the country"


def _cited(text: Data, known: Mapping[str, Data], places: Places) -> Cited:
    status, why = labels.STATUSES[text["status"]]
    about = known[text["id"]]["about"] if text["id"] in known else ""
    stale = text["status"] in ("superseded", "not-yet")
    return Cited(text["title"], about, status, why, text["cited_as"], stale, places.links(text["evidence"], 4))


def _other(text: Data, context: Data) -> Other:
    """Compares whom a text is written for with what is known of this procurement; it never says that it binds."""
    no, unsure = [], []
    for allowed, fact, names, what in (
        (text["buyers"], context["buyer_type"]["value"], labels.BUYERS_WRITTEN_FOR, "the kind of buyer"),
        (text["jurisdictions"], context["jurisdiction"]["value"], labels.NATIONS, "the country"),
    ):
        if not allowed or fact in allowed:
            continue
        written = f"Written for {_readers(allowed, names)}"
        if fact in _NOT_KNOWN or fact in ("uk", "other"):
            unsure.append(f"{written}; {what} was not found")
        else:
            no.append(written)
    begun, days = context["commenced"]["value"], _days(text)
    if days and not begun:
        unsure.append(f"{days}; the day this one began was not found")
    elif days and ((text["from"] or begun) > begun or (text["until"] or begun) < begun):
        no.append(days)
    fits = "No" if no else "Cannot tell" if unsure else "Yes"
    reasons = no or unsure or ["Written for buyers and dates like these"]
    return Other(text["title"], text["about"], fits, f"{'. '.join(reasons)}.", _source(text))


def _readers(allowed: Sequence[str], names: Mapping[str, str]) -> str:
    """Whom a text is written for; one for everybody says so in few words."""
    if set(names) - {"unknown"} <= set(allowed):
        return "every part of the United Kingdom" if "scotland" in allowed else "every kind of public buyer"
    return listed([names.get(one, one).replace("The whole", "the whole") for one in allowed])


def _days(text: Data) -> str:
    parts = [f"from {day(text['from'])}"] if text["from"] else []
    parts += [f"up to {day(text['until'])}"] if text["until"] else []
    return f"For procurements that began {' and '.join(parts)}" if parts else ""


def _source(text: Data) -> str:
    checked = f" Checked on {day(text['checked_on'])}." if text["checked_on"] else ""
    basis = labels.BASES[text["basis"]]
    return f"{text['source'] or 'No source given'} ({basis}).{checked}"
