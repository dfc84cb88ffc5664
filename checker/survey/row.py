"""What the survey keeps of one tender: one row, from its scorecard's data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]
"""One tender as plain data; every row has the same keys, in the same order, whether it was read or not."""

SCORED = ("found", "range", "placeholder")
"""What `award_criterion` is when social value carries marks."""
COLUMNS = ("stated", "asked", "weighted", "measured", "reported", "guidance")
JOINED_UP = "Joined up"
CANNOT_TELL = "Cannot tell"


def unread_row(name: str, facts: Mapping[str, str], why: str) -> Row:
    """The row of a tender that could not be read, or whose check failed: counted and listed, with the reason."""
    return _row(name, facts) | {"status": "unreadable", "why": why}


def row_of(name: str, facts: Mapping[str, str], result: Mapping[str, Any]) -> Row:
    """The row of a tender that was checked.

    Arguments: `name` of its file or folder; `facts` of tenders.csv, which win; `result` of to_dict. A tender of
    which no page could be read counts as unreadable.
    """
    pages = sum(file["pages"] for file in result["files"])
    unread = sum(len(file["unreadable_pages"]) for file in result["files"])
    row = _row(name, facts, result) | {"files": len(result["files"]), "pages": pages, "pages_unread": unread}
    if unread >= pages:
        notes = [page["why"] for file in result["files"] for page in file["unreadable_pages"]]
        return row | {"status": "unreadable", "why": next(iter(notes), "no page could be read")}
    return row | _social_value(result) | _figures(result) | _matrix(result) | _judged(result)


def _row(name: str, facts: Mapping[str, str], result: Mapping[str, Any] | None = None) -> Row:
    """What is known of a tender before its documents are judged, and nothing for all the rest."""
    found = {key: fact["value"] for key, fact in result["context"].items()} if result else {}
    day = facts.get("date") or found.get("commenced")
    value = found.get("value_gbp") if result else _number(facts.get("value"))
    return {
        "name": name,
        "title": facts.get("title") or (result["title"] if result else name),
        "buyer": facts.get("buyer") or (result["buyer"] if result else ""),
        "buyer_type": facts.get("buyer_type") or found.get("buyer_type") or "unknown",
        "jurisdiction": found.get("jurisdiction") or "unknown",
        "value_gbp": value,
        "date": day,
        "year": int(day[:4]) if day else None,
        "status": "read",
        "why": "",
        "files": 0,
        "pages": 0,
        "pages_unread": 0,
        "mentioned": None,
        "criterion": "cannot-tell",
        "weight": None,
        "weight_stated": None,
        "weight_unit": None,
        "weight_base": None,
        "weight_conflicts": 0,
        **dict.fromkeys(
            ("priorities_stated", "social_value_scored", "guidance_given", "measured", "reported", "joined_up")
        ),
        **{f"themes_{column}": 0 for column in (*COLUMNS, "joined_up")},
        "pattern": "",
        "verdict": "cannot-tell",
        "must": 0,
        "should": 0,
        "could": 0,
        "points": 0,
        "points_of": 0,
        "checks": {},
        "priorities": [],
    }


def _number(value: str | None) -> float | None:
    return float(value) if value else None


def _social_value(result: Mapping[str, Any]) -> Row:
    own = result["social_value"]
    weight = own["weight"] or dict.fromkeys(("effective", "stated", "unit", "base"))
    return {
        "mentioned": own["mentioned"],
        "criterion": own["award_criterion"],
        "weight": weight["effective"],
        "weight_stated": weight["stated"],
        "weight_unit": weight["unit"],
        "weight_base": weight["base"],
        "weight_conflicts": len(own["weight_conflicts"]),
    }


def _figures(result: Mapping[str, Any]) -> Row:
    """The six headline questions: yes, no, or None where pages that could not be read may hold the answer."""
    rows = result["priorities"]
    themes = [row for row in rows if row["theme"]]
    guided = any(f["kind"] == "guidance" and not f["dropped_because"] for f in result["findings"])
    criterion = result["social_value"]["award_criterion"]
    return {
        "priorities_stated": any(row["columns"]["stated"] for row in themes),
        "social_value_scored": None if criterion == "cannot-tell" else criterion in SCORED,
        "guidance_given": guided or any(row["columns"]["guidance"] for row in rows),
        "measured": _found(rows, "measured"),
        "reported": _found(rows, "reported"),
        "joined_up": any(row["pattern"] == JOINED_UP for row in themes)
        or (None if any(row["pattern"] == CANNOT_TELL for row in themes) else False),
    }


def _found(rows: list[dict[str, Any]], column: str) -> bool | None:
    if any(row["columns"][column] for row in rows):
        return True
    return None if any(row["states"][column] == "unknown" for row in rows) else False


def _matrix(result: Mapping[str, Any]) -> Row:
    themes = [row for row in result["priorities"] if row["theme"]]
    kept = [
        {"theme": row["theme"], "title": row["title"], "strength": row["strength"], "pattern": row["pattern"]}
        | {column: bool(row["columns"][column]) for column in COLUMNS}
        for row in sorted(themes, key=lambda row: str(row["theme"]))
    ]
    counts = {f"themes_{column}": sum(row[column] for row in kept) for column in COLUMNS}
    joined = sum(row["pattern"] == JOINED_UP for row in kept)
    # The matrix stands worst break first.
    worst = next((row["pattern"] for row in result["priorities"]), "")
    return counts | {"themes_joined_up": joined, "pattern": worst, "priorities": kept}


def _judged(result: Mapping[str, Any]) -> Row:
    verdict = result["verdict"]["commissioner"]
    return {
        "verdict": verdict["result"],
        "must": len(verdict["must"]),
        "should": len(verdict["should"]),
        "could": len(verdict["could"]),
        "points": result["score"]["got"],
        "points_of": result["score"]["of"],
        "checks": {check["id"]: check["result"] for check in result["checks"]},
    }
