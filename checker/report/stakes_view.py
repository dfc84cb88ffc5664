"""What is at stake for a bidder: marks, length, the lowest score that is accepted, and what earns the top mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.report.places import Data, Links, Places
from checker.wording import counted, figure

_EFFECTS = {
    "rejected": "a tender that misses it is rejected",
    "may-be-rejected": "a tender that misses it may be rejected",
}


@dataclass(frozen=True, slots=True)
class Stake:
    """One figure with what it is, and its proof."""

    label: str
    words: str
    links: Links


def stakes(result: Data, places: Places) -> tuple[Stake, ...]:
    """What is at stake in the social value answers of a result; empty where nothing is known of it."""
    told = result.get("stakes") or {}
    known = [Stake("All social value answers", words, Links()) for words in [_together(told, result)] if words]
    marked = result.get("marking") or {"minimums": []}
    known += [
        Stake("Lowest score", _minimum(one), places.links(one["evidence"], 3)) for one in _alone(marked["minimums"])
    ]
    return (*known, *_top_marks(result["questions"], places))


def _together(told: Data, result: Data) -> str:
    """What the answers carry together; nothing is worked out from numbers on which the files disagree."""
    questions = len(result["questions"])
    clashes = {check["id"] for check in result["checks"] if check["result"] == "conflict"}
    parts = [counted(questions, "question")] if questions else []
    if "B6" in clashes:
        parts.append("marks on which the files disagree")
    elif told.get("marks") is not None:
        parts.append(f"{figure(told['marks'])}% of all marks")
    if "C3" in clashes:
        parts.append("a limit on which the files disagree")
    elif told.get("words"):
        parts.append(counted(told["words"], "word") + " in all")
    if told.get("per_hundred_words") is not None and clashes.isdisjoint({"B6", "C3"}):
        parts.append(f"{figure(told['per_hundred_words'])}% of all marks for every 100 words")
    if told.get("asks"):
        parts.append(f"{counted(told['asks'], 'thing')} asked for")
    return ", ".join(parts) if told else ""


def _alone(minimums: Sequence[Data]) -> list[Data]:
    """Each minimum once: the same one may be said in several places."""
    seen: dict[tuple[object, ...], Data] = {}
    for one in minimums:
        seen.setdefault((one["value"], one["unit"], one["inclusive"], one["effect"]), one)
    return list(seen.values())


def _minimum(one: Data) -> str:
    effect = _EFFECTS.get(one["effect"], "what follows for a tender that misses it is not said")
    if one["value"] is None:
        return f"Named in words, without a number; {effect}"
    unit = "%" if one["unit"] == "percent" else f" {one['unit']}" if one["unit"] == "marks" else ""
    least = "more than" if one["inclusive"] else "at least"
    return f"{least.capitalize()} {figure(one['value'])}{unit}; {effect}"


def _top_marks(questions: Sequence[Data], places: Places) -> list[Stake]:
    """The words for the best level of each scale by which the questions are marked."""
    found: dict[str, Stake] = {}
    for question in questions:
        scale = question.get("scale")
        if not scale or not scale["levels"] or not scale["levels"][0]["descriptor"]:
            continue
        best = scale["levels"][0]
        name = " ".join(part for part in (best["score"], best["name"]) if part)
        found.setdefault(
            best["descriptor"],
            Stake(f"Top mark: {name}", f"‘{best['descriptor']}’", places.links(scale["evidence"], 1)),
        )
    return list(found.values())
