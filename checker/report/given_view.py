"""What the reader added: how the provider's offer meets what is asked, and problems let stand on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.report.fixes_view import problem
from checker.report.phrasing import day
from checker.report.places import Data, Links, Places
from checker.wording import counted, listed

_FITS = {"strong": ("Strong", "met"), "partly": ("Partly", "part"), "none": ("None held", "no")}
"""Each fit: its word, and how its square is drawn."""
_STATUS = {
    "in-force": "In force: not part of the verdict",
    "expired": "Has run out: not applied",
    "not-needed": "Nothing to waive: the check found no problem",
}


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that the provider does, with its proof."""

    does: str
    proof: str


@dataclass(frozen=True, slots=True)
class FitRow:
    """One priority that bidders are asked about, and what the provider's offer holds for it."""

    title: str
    weight: str
    fit: str
    square: str
    held: tuple[Held, ...]
    links: Links


@dataclass(frozen=True, slots=True)
class OfferView:
    """The provider's offer beside what is asked; it never says what to promise."""

    provider: str
    file: str
    updated: str
    sentence: str
    rows: tuple[FitRow, ...]
    beyond: str
    """Themes of the offer that nothing asks about."""


@dataclass(frozen=True, slots=True)
class WaiverRow:
    """One waiver as the report prints it."""

    check: str
    title: str
    reason: str
    who: str
    until: str
    status: str
    expired: bool


@dataclass(frozen=True, slots=True)
class WaiversView:
    """All waivers, and what the verdict should say of them."""

    rows: tuple[WaiverRow, ...]
    sentence: str


def offer(result: Data, places: Places) -> OfferView | None:
    """The fit between what is asked and the provider's offer; None where no offer was given."""
    given = result["offer"]
    if given is None:
        return None
    rows = {row["theme"]: row for row in result["priorities"]}
    fits = [row["fit"] for row in given["asked"]]
    return OfferView(
        provider=given["provider"],
        file=given["file"],
        updated=day(given["updated"]) if given["updated"] else "",
        sentence=f"{_sentence(fits)}.",
        rows=tuple(_fit(one, rows[one["theme"]], places) for one in given["asked"]),
        beyond=listed([one["title"] for one in given["beyond"]]),
    )


def _sentence(fits: Sequence[str]) -> str:
    if not fits:
        return "Bidders are asked about no priority that the rules know"
    told = [f"{fits.count(fit)} {words[0].lower()}" for fit, words in _FITS.items()]
    return f"Bidders are asked about {counted(len(fits), 'priority', 'priorities')}: {listed(told)}"


def _fit(one: Data, row: Data, places: Places) -> FitRow:
    words, square = _FITS[one["fit"]]
    return FitRow(
        title=one["title"],
        weight=row["weight_label"],
        fit=words,
        square=square,
        held=tuple(Held(deed["does"], deed["proof"] or "") for deed in one["deeds"]),
        links=places.pages(row["columns"]["asked"], 2),
    )


def waivers(result: Data) -> WaiversView:
    """The waivers of a result."""
    by_id = {check["id"]: check for check in result["checks"]}
    rows = tuple(_row(one, by_id[one["check"]]) for one in result["waivers"])
    in_force = sum(one["status"] == "in-force" for one in result["waivers"])
    expired = sum(row.expired for row in rows)
    return WaiversView(rows, " ".join(part for part in (_waived(in_force), _run_out(expired)) if part))


def _waived(count: int) -> str:
    if not count:
        return ""
    return f"{counted(count, 'problem')} {'was' if count == 1 else 'were'} waived and left out of this verdict."


def _run_out(count: int) -> str:
    if not count:
        return ""
    has, was = ("has", "was") if count == 1 else ("have", "were")
    return f"{counted(count, 'waiver')} {has} run out and {was} not applied."


def _row(one: Data, check: Data) -> WaiverRow:
    return WaiverRow(
        check=one["check"],
        title=check["title"] if one["status"] == "not-needed" else problem(check),
        reason=one["reason"],
        who=one["who"],
        until=day(one["until"]),
        status=_STATUS[one["status"]],
        expired=one["status"] == "expired",
    )


def in_words(one: Data) -> str:
    """A waiver in one line: the check, until when, on whose word and why."""
    expired = "has run out and was not applied; " if one["status"] == "expired" else ""
    return f"{one['check']} ({expired}until {day(one['until'])}, {one['who']}): {one['reason']}"
