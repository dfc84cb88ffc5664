"""Which problems of the older draft are mended, which are still there, and which are new."""

from __future__ import annotations

from typing import Any

from checker.compare.spots import Data, Spots
from checker.report import labels
from checker.report.fixes_view import problem

STATES = ("new", "open", "fixed", "gone", "unclear")
"""new: not a problem before · open: still one · fixed: met now · gone: no longer applies, or no longer named ·
unclear: one of the two drafts cannot tell."""
LEVELS = ("must", "should", "could")
SIDES = ("commissioner", "provider")
_PROBLEMS = ("partly", "not-met", "not-found", "conflict", "risk")
_BREAKS = ("should", "could")
_CANNOT_TELL = "Cannot tell"
"""The pattern of a priority whose chain cannot be followed, because pages were not read."""

Problems = dict[str, list[Data]]


def problems(old: Data, new: Data) -> Problems:
    """The problems of two results by what became of them: checks first, then priorities; the worst first."""
    found: Problems = {state: [] for state in STATES}
    for state, entry in [*_checks(old, new), *_priorities(old, new)]:
        found[state].append(entry)
    for entries in found.values():
        entries.sort(key=_order)
    return found


def _order(entry: Data) -> tuple[int, bool, str]:
    level = entry["severity"]["commissioner"]
    rank = LEVELS.index(level) if level in LEVELS else len(LEVELS)
    return rank, entry["check"] is None, str(entry["check"] or entry["theme"])


def _checks(old: Data, new: Data) -> list[tuple[str, Data]]:
    before, after = ({check["id"]: check for check in result["checks"]} for result in (old, new))
    spots_before, spots_after = Spots(old), Spots(new)
    found = []
    for name in sorted({*before, *after}):
        was = _check_side(before.get(name), old, spots_before)
        now = _check_side(after.get(name), new, spots_after)
        state = _check_state(was, now)
        if state and _matters(was, now):
            found.append((state, _entry(name, None, (after.get(name) or before[name])["title"], was, now)))
    return found


def _check_side(check: Data | None, result: Data, spots: Spots) -> Data | None:
    if check is None:
        return None
    return {
        "result": check["result"],
        "problem": check["result"] in _PROBLEMS,
        "said": problem(check) if check["result"] in _PROBLEMS else labels.RESULTS[check["result"]][0],
        "because": check["because"],
        "waived": bool(check.get("waived")),
        "severity": {side: _level(check["id"], result["verdict"][side]) for side in SIDES},
        "places": spots.of(check["evidence"]),
    }


def _level(check: str, verdict: Data) -> str:
    return next((level for level in LEVELS if check in verdict[level]), "")


def _check_state(was: Data | None, now: Data | None) -> str:
    """What became of a check's problem; nothing where neither draft has one."""
    if was is None or now is None:
        return "unclear" if any(side and side["problem"] for side in (was, now)) else ""
    if now["problem"]:
        return "open" if was["problem"] else "new"
    if not was["problem"]:
        return ""
    return {"cannot-tell": "unclear", "not-applicable": "gone"}.get(now["result"], "fixed")


def _matters(was: Data | None, now: Data | None) -> bool:
    """Whether a verdict rests on it, or somebody waived it: what only follows from another problem is left out."""
    return any(side["waived"] or any(side["severity"].values()) for side in (was, now) if side)


def _priorities(old: Data, new: Data) -> list[tuple[str, Data]]:
    before, after = ({row["theme"]: row for row in result["priorities"] if row["theme"]} for result in (old, new))
    spots_before, spots_after = Spots(old), Spots(new)
    found = []
    for theme in sorted({*before, *after}):
        was, now = _row_side(before.get(theme), spots_before), _row_side(after.get(theme), spots_after)
        state = _row_state(was, now)
        if state:
            found.append((state, _entry(None, theme, (after.get(theme) or before[theme])["title"], was, now)))
    return found


def _row_side(row: Data | None, spots: Spots) -> Data | None:
    if row is None:
        return None
    breaks = row["severity"] in _BREAKS and row["pattern"] != _CANNOT_TELL
    return {
        "result": row["pattern"],
        "problem": breaks,
        "said": row["pattern"],
        "because": "",
        "waived": False,
        "severity": dict.fromkeys(SIDES, row["severity"] if breaks else ""),
        # The first place of each column, so that the places lead through the chain and not to one page.
        "places": spots.of(ids[0] for ids in row["columns"].values() if ids),
    }


def _row_state(was: Data | None, now: Data | None) -> str:
    """What became of a priority's break; nothing where neither draft has one."""
    if now is None:
        return "gone" if was and was["problem"] else ""
    if now["problem"]:
        return "open" if was and was["problem"] else "new"
    if was is None or not was["problem"]:
        return ""
    return "unclear" if now["result"] == _CANNOT_TELL else "fixed"


def _entry(check: str | None, theme: str | None, title: str, was: Data | None, now: Data | None) -> Data:
    """One problem with both of its sides; its severity is the newer one, or else the older."""
    severity = {side: _newest(was, now, side) for side in SIDES}
    return {
        "check": check,
        "theme": theme,
        "title": title,
        "severity": severity,
        "worse": _is_worse(was, now),
        "old": was,
        "new": now,
    }


def _newest(was: Data | None, now: Data | None, side: str) -> str:
    held = now if now and now["problem"] else was or now
    level: str = held["severity"][side] if held else ""
    return level or (was["severity"][side] if was and was["problem"] else "")


def _is_worse(was: Data | None, now: Data | None) -> bool:
    """Whether a problem that was there has become a more serious one for the commissioner."""
    if not (was and now and was["problem"] and now["problem"]):
        return False
    before, after = was["severity"]["commissioner"], now["severity"]["commissioner"]
    return before in LEVELS and after in LEVELS and LEVELS.index(after) < LEVELS.index(before)


def appeared(comparison: dict[str, Any], level: str) -> bool:
    """Whether the newer draft has a new problem, or one that became worse, of a level: blocker or major.

    Blocker: what must be fixed. Major: also what should be, and priorities whose chain newly breaks. What was
    waived does not count.
    """
    wanted = LEVELS[:1] if level == "blocker" else LEVELS[:2]
    entries = [*comparison["problems"]["new"], *(e for e in comparison["problems"]["open"] if e["worse"])]
    return any(e["severity"]["commissioner"] in wanted and not e["new"]["waived"] for e in entries)
