"""What the reader added to a check, and the files that were not read, as plain data."""

from __future__ import annotations

from typing import Any

from checker.model import Offer, Scorecard, Waiver


def files_not_read(scorecard: Scorecard) -> list[dict[str, Any]]:
    """The files that were given and left out: second copies, and what lies in the folder and is no PDF."""
    return [{"name": one.name, "why": one.why, "same_as": one.same_as or None} for one in scorecard.left_out]


def waivers(scorecard: Scorecard) -> list[dict[str, Any]]:
    """Every waiver given, and whether it is in force, has run out, or has nothing to waive."""
    return [
        {
            "check": waiver.check,
            "reason": waiver.reason,
            "who": waiver.who,
            "until": waiver.until.isoformat(),
            "status": _status(waiver, scorecard),
        }
        for waiver in scorecard.waivers
    ]


def _status(waiver: Waiver, scorecard: Scorecard) -> str:
    if waiver.until < scorecard.as_of:
        return "expired"
    problem = next((done.result for done in scorecard.checks if done.check.id == waiver.check), "met")
    return "not-needed" if problem in ("met", "not-applicable", "cannot-tell") else "in-force"


def offer(scorecard: Scorecard) -> dict[str, Any] | None:
    """How the provider's offer meets each theme that bidders are asked about; None where no offer was given."""
    given = scorecard.offer
    if given is None:
        return None
    titles = {theme.id: theme.title for theme in scorecard.rules.themes}
    asked = [row.theme for row in scorecard.priorities if row.theme and row.cells["asked"].state == "found"]
    beyond = [theme for theme in given.themes if theme not in asked]
    return {
        "provider": given.provider,
        "file": given.file,
        "updated": given.updated.isoformat() if given.updated else None,
        "asked": [_theme(theme, titles, given) for theme in asked],
        "beyond": [_theme(theme, titles, given) for theme in beyond],
    }


def _theme(theme: str, titles: dict[str, str], given: Offer) -> dict[str, Any]:
    deeds = [{"does": deed.does, "proof": deed.proof or None} for deed in given.themes.get(theme, ())]
    return {"theme": theme, "title": titles.get(theme, theme), "fit": given.fit(theme), "deeds": deeds}
