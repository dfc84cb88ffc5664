"""Invented surveys of any size, as the page gets them: no documents, only rows and their figures."""

from __future__ import annotations

from typing import Any

from checker.survey.figures import figures_of
from checker.survey.row import COLUMNS, JOINED_UP, Row, unread_row

THEMES = {
    "skills": "Apprenticeships and skills",
    "local-jobs": "Local jobs",
    "carbon": "Carbon and climate",
    "wellbeing": "Health and wellbeing",
}
_BUYERS = ("council", "nhs", "central", "housing", "unknown")
_SERVICES = ("Home care", "Grounds maintenance", "Patient transport", "Debt advice", "Cleaning", "Park benches")
_PLACES = ("Ashmere", "Ravensholt", "Penmoor", "Tarn Valley", "Kelmore", "Eastmarsh", "Wick Sands")
_WEIGHTS = (None, 5, 10, 10, 15, 20, 2.5, 30)
# The columns that a priority has, and the pattern that follows from them.
_CHAINS = (
    (("stated",), "Stated, never scored"),
    (("stated", "asked", "weighted"), "Scored, not measured"),
    (("stated", "asked", "weighted", "measured"), "Measured, not reported"),
    (COLUMNS, JOINED_UP),
)


def row(number: int) -> Row:
    """One tender; every tenth could not be read."""
    name = f"T{number:05d}"
    made = unread_row(name, {}, "")
    made |= {
        "title": f"{_SERVICES[number % 6]}, {_PLACES[number % 7]}",
        "buyer": f"{_PLACES[number % 7]} Buying Office",
        "buyer_type": _BUYERS[number % 5],
        "year": None if number % 11 == 0 else 2022 + number % 4,
        "scorecard": "",
    }
    if number % 10 == 9:
        return made | {"why": "the file is locked with a password"}
    weight = _WEIGHTS[number % 8]
    scored = number % 3 != 0
    themes = list(THEMES)[: number % 5]
    chains = [_CHAINS[(number + place) % 4 if scored else 0] for place in range(len(themes))]
    priorities = [
        {"theme": theme, "title": THEMES[theme], "strength": "required", "pattern": pattern}
        | {column: column in columns for column in COLUMNS}
        for theme, (columns, pattern) in zip(themes, chains, strict=True)
    ]
    held = {column: sum(entry[column] for entry in priorities) for column in COLUMNS}
    return made | {
        "status": "read",
        "scorecard": f"scorecards/{name}.html",
        "criterion": "found" if scored else "not-found",
        "weight": weight if scored else None,
        "priorities_stated": held["stated"] > 0,
        "social_value_scored": scored,
        "guidance_given": held["guidance"] > 0,
        "measured": None if number % 17 == 1 else held["measured"] > 0,
        "reported": held["reported"] > 0,
        "joined_up": any(entry["pattern"] == JOINED_UP for entry in priorities),
        **{f"themes_{column}": n for column, n in held.items()},
        "pattern": priorities[0]["pattern"] if priorities else "",
        "must": number % 6,
        "priorities": priorities,
    }


def rows(many: int) -> list[Row]:
    """The first `many` tenders."""
    return [row(number) for number in range(many)]


def survey(given: list[Row], **run: Any) -> dict[str, Any]:
    """The data of survey.json for these rows."""
    about = {
        "format": 1,
        "tool": {
            "name": "svcheck",
            "version": "0.1.0",
            "rule_packs": [{"id": "uk-social-value", "version": "2026.11"}],
        },
        "checked_on": "2026-11-22",
        "complete": True,
        "not_done": 0,
    }
    return figures_of(given) | about | run
