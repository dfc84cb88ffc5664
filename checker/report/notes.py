"""What is written on an annotated copy of the tender: a highlight for each quote, a note for each problem."""

from __future__ import annotations

from checker.model import Box, Note
from checker.report import labels
from checker.report.evidence_view import shows
from checker.report.fixes_view import problem
from checker.report.places import Data, Item, Places
from checker.report.visible import visible

_MOST_PLACES = 4
"""How many places of one problem carry its note."""


def notes(result: Data) -> tuple[Note, ...]:
    """The notes for all files of a result, in reading order, problems after the words that they are about."""
    places = Places(result)
    live = [item for item in places.items if item.counted and any(f["kind"] != "context" for f in item.findings)]
    highlights = [note for item in live for note in _highlights(item, result)]
    return (*highlights, *_problems(result, places))


def _highlights(item: Item, result: Data) -> list[Note]:
    themes = dict.fromkeys(f["theme"] for f in item.findings if f["theme"] in result["themes"])
    lines = [f"Shows: {shows(item.findings)}."]
    if themes:
        lines.append(f"Priority: {', '.join(result['themes'][theme] for theme in themes)}.")
    strength = min((f["strength"] for f in item.findings), key=list(labels.STRENGTHS).index)
    if strength != "none":
        lines.append(f"Wording: {labels.STRENGTHS[strength]}.")
    ids = ", ".join(f["id"] for f in item.findings)
    lines.append(f"Evidence {ids} of the svcheck report.")
    title, text = f"svcheck {item.first['id']}", visible("\n".join(lines))
    pages = dict.fromkeys(page for finding in item.findings for page in finding["box_pages"])
    return [Note(item.first["file"], page, _boxes(item, page), title, text) for page in pages]


def _boxes(item: Item, page: int) -> tuple[Box, ...]:
    boxes = {
        tuple(box)
        for finding in item.findings
        for box, on in zip(finding["boxes"], finding["box_pages"], strict=True)
        if on == page
    }
    return tuple(Box(page, *box) for box in sorted(boxes, key=lambda box: (box[1], box[0])))


def _problems(result: Data, places: Places) -> list[Note]:
    by_id = {check["id"]: check for check in result["checks"]}
    verdict = result["verdict"]["commissioner"]
    made = []
    for severity, tag in labels.SEVERITIES.items():
        for check in (by_id[name] for name in verdict[severity]):
            title = f"{tag}: {problem(check)}"
            told = "\n".join(part for part in (title, check["because"], check["advice"]["commissioner"]) if part)
            text = visible(f"{told}\nCheck {check['id']} of the svcheck report.")
            items = dict.fromkeys(places.item(finding).first["id"] for finding in check["evidence"])
            for item in [places.item(first) for first in items][:_MOST_PLACES]:
                page = item.first["box_pages"][0]
                made.append(Note(item.first["file"], page, _boxes(item, page), visible(title), text, problem=True))
    return made
