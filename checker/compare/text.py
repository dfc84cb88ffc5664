"""The comparison in a few lines of plain text, for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from typing import Any

from checker.compare.spots import Data, where
from checker.compare.telling import HEADS, headline, lead
from checker.report.visible import visible

_WIDTH = 79
MOST = 5
_SHOWN = ("new", "open", "fixed")


def to_text(comparison: dict[str, Any]) -> str:
    """A summary in plain words: how many problems were fixed, are new or still open, and what moved."""
    lines = [*_wrapped(comparison["new"]["title"], ""), *_wrapped(f"{headline(comparison)}. {lead(comparison)}", "")]
    for name, side in (("Before", comparison["old"]), ("Now", comparison["new"])):
        lines += _wrapped(f"{side['verdict']['commissioner']['headline']} ({side['looked']})", f"{name:<10}")
    for note in comparison["notes"]:
        lines += _wrapped(note, f"{'Note':<10}")
    for state in _SHOWN:
        entries = comparison["problems"][state]
        lines += ["", HEADS[state][0]] if entries else []
        for entry in entries[:MOST]:
            lines += _wrapped(_problem(entry), f"  {entry['severity']['commissioner'] or 'note':<8}")
        lines += [f"  and {len(entries) - MOST} more in the report"] if len(entries) > MOST else []
    lines += _moved(comparison["moved"])
    return "\n".join(visible(line).rstrip() for line in lines) + "\n"


def _problem(entry: Data) -> str:
    side = entry["new"] if entry["new"] and entry["new"]["problem"] else entry["old"]
    name = entry["check"] or entry["title"]
    at = where(side["places"])
    return f"{name}: {side['said']}{f' ({at})' if at else ''}"


def _moved(rows: list[Data]) -> list[str]:
    lines = ["", "Moved"] if rows else []
    for row in rows[: 2 * MOST]:
        before, after = (row[side]["said"] if row[side] else "not found" for side in ("old", "new"))
        lines += _wrapped(f"{row['label']}: {before} → {after}", "  ")
    return lines + ([f"  and {len(rows) - 2 * MOST} more in the report"] if len(rows) > 2 * MOST else [])


def _wrapped(words: str, start: str) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        _WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
    )
