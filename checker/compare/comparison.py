"""What changed between two drafts of one tender, as plain data."""

from __future__ import annotations

import json
from typing import Any

from checker.compare.about import context, dates, frameworks
from checker.compare.moved import moved
from checker.compare.problems import LEVELS, problems
from checker.compare.questions import keys, limits, matched
from checker.compare.sides import files, notes, side
from checker.compare.spots import Spots
from checker.compare.weights import weights
from checker.version import VERSION


def compare(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """What changed from one draft to the next, from the data of `to_dict` of both and nothing else.

    Gives `problems` by what became of them (new, open, fixed, gone, unclear), `moved` (weights, limits, dates,
    frameworks, facts of the procurement), `files`, and `notes` on what makes the two hard to compare. Every
    entry has an `old` and a `new` side with the words and their places (file, and page from 1); a side is None
    where that draft does not have it. Raises KeyError or TypeError for data that is no scorecard.
    """
    before, after, between = side(old), side(new), files(old, new)
    at_old, at_new = Spots(old), Spots(new)
    keys_old, keys_new = keys(old["questions"], new["questions"])
    found = problems(old, new)
    return {
        "format": 1,
        "tool": {"name": "svcheck", "version": VERSION},
        "old": before,
        "new": after,
        "notes": notes(before, after, between),
        "counts": {state: {level: _count(entries, level) for level in LEVELS} for state, entries in found.items()},
        "problems": found,
        "moved": [
            *moved("weights", weights(old, at_old, keys_old), weights(new, at_new, keys_new)),
            *moved("limits", *matched(limits(old, at_old, keys_old), limits(new, at_new, keys_new))),
            *moved("dates", dates(old, at_old), dates(new, at_new)),
            *moved("frameworks", frameworks(old, at_old), frameworks(new, at_new)),
            *moved("procurement", context(old, at_old), context(new, at_new)),
        ],
        "files": between,
    }


def _count(entries: list[dict[str, Any]], level: str) -> int:
    return sum(entry["severity"]["commissioner"] == level for entry in entries)


def to_json(comparison: dict[str, Any]) -> str:
    """The comparison as JSON text, two spaces deep, ending in a new line."""
    return json.dumps(comparison, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
