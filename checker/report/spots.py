"""Which words of the tender deserve a picture, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from checker.model import Box, Spot
from checker.report import labels
from checker.report.places import Data, Item, Places

_SIDES = ("commissioner", "provider")


def spots(result: Data) -> tuple[Spot, ...]:
    """The sentences that the report rests on: behind problems first, then questions, weights and the matrix."""
    places = Places(result)
    items = {places.item(finding).first["id"]: places.item(finding) for finding in _by_importance(result)}
    return tuple(_spot(item) for item in items.values())


def _by_importance(result: Data) -> Iterator[str]:
    by_id = {check["id"]: check for check in result["checks"]}
    for severity in labels.SEVERITIES:
        for check in dict.fromkeys(c for side in _SIDES for c in result["verdict"][side][severity]):
            yield from by_id[check]["evidence"][:8]
    for question in result["questions"]:
        yield from question["evidence"][:2]
    weight = result["social_value"]["weight"]
    for one in [*([weight] if weight else []), *result["social_value"]["weight_conflicts"]]:
        yield from one["evidence"][:2]
    cells = [row["columns"][column] for row in result["priorities"] for column in labels.COLUMNS]
    # The first place of every cell, then the second of every cell, and so on.
    yield from (place for places in zip_longest(*cells) for place in places if place is not None)
    yield from _rest(result)


def _rest(result: Data) -> Iterable[str]:
    for part in ("dates", "frameworks", "checks"):
        for one in result[part]:
            yield from one["evidence"][:4]


def _spot(item: Item) -> Spot:
    """The boxes of a sentence's matched words on the page where it begins."""
    first = item.first
    page = first["box_pages"][0] if first["box_pages"] else first["page"]
    boxes = {
        tuple(box)
        for finding in item.findings
        for box, on in zip(finding["boxes"], finding["box_pages"], strict=True)
        if on == page
    }
    return Spot(first["id"], first["file"], page, tuple(Box(page, *box) for box in sorted(boxes)))
