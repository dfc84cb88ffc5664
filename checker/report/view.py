"""All that the page shows, worked out from the result before a template is touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Picture
from checker.report import given_view, verdict_view
from checker.report.brief_view import Brief, brief
from checker.report.chain import Matrix, matrix
from checker.report.checked_view import Checked, checked
from checker.report.evidence_view import EvidenceView, Shelf, evidence
from checker.report.fixes_view import Group, fixes, groups
from checker.report.given_view import OfferView, WaiversView
from checker.report.law_view import LawView, law
from checker.report.phrasing import day
from checker.report.places import Data, Places
from checker.report.score_view import ScoreView, score
from checker.report.verdict_view import Rest, Tile, VerdictView
from checker.report.weights_view import WeightsView, weights

VIEWS = ("commissioner", "provider", "both")


@dataclass(frozen=True, slots=True)
class View:
    """The page: which side it opens on, and each of its parts."""

    opens_on: str
    title: str
    checked: Checked
    commissioner: VerdictView
    rest: Rest | None
    provider: VerdictView
    tiles: tuple[Tile, ...]
    matrix: Matrix
    fixes: tuple[Group, ...]
    waivers: WaiversView
    offer: OfferView | None
    brief: Brief
    weights: WeightsView
    score: ScoreView
    law: LawView
    evidence: EvidenceView
    mentioned: bool
    notes: tuple[str, ...]
    """What the reader must know of the rules themselves, such as law that nobody compared with its source lately."""
    version: str
    day: str


def view(result: Data, opens_on: str, pictures: Mapping[str, Picture], links: Mapping[str, str]) -> View:
    """The page of a result (arguments: see to_html). Raises ValueError for a side that does not exist."""
    if opens_on not in VIEWS:
        raise ValueError(f"The view must be one of {', '.join(VIEWS)}, not {opens_on}.")
    places = Places(result)
    to_fix = fixes(result, places)
    bid = brief(result, places)
    return View(
        opens_on=opens_on,
        title=result["title"],
        checked=checked(result, places),
        commissioner=verdict_view.commissioner(result, to_fix),
        rest=verdict_view.rest(to_fix),
        provider=verdict_view.provider(result, bid),
        tiles=verdict_view.tiles(result, bid),
        matrix=matrix(result, places),
        fixes=groups(to_fix),
        waivers=given_view.waivers(result),
        offer=given_view.offer(result, places),
        brief=bid,
        weights=weights(result, places),
        score=score(result, places),
        law=law(result, places),
        # Last, because it shows what every other part has linked to.
        evidence=evidence(result, places, Shelf(pictures, links)),
        notes=tuple(result["notes"]),
        mentioned=result["social_value"]["mentioned"],
        version=result["tool"]["version"],
        day=day(result["checked_on"]),
    )
