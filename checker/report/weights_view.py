"""Award criteria and weights: the bar, the table, and the sums in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.report import labels
from checker.report.phrasing import amount
from checker.report.places import Data, Links, Places
from checker.wording import figure

MOST_MENTIONS = 12


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the bar: where it begins and how wide it is, in percent of the bar."""

    start: float
    width: float
    name: str
    figure: str
    tint: int
    full: str
    """The whole name, for the key below the bar."""

    @property
    def named(self) -> bool:
        """Whether the name fits into the part on a wide screen."""
        return _fits(self.name, self.width)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: a criterion at its level, or the share that no question has."""

    name: str
    level: int
    figure: str
    note: str
    bar: float
    missing: bool
    links: Links


@dataclass(frozen=True, slots=True)
class Tree:
    """The criteria of one lot, or of the whole tender."""

    lot: str
    bar: tuple[Segment, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SumLine:
    """A sum in words, and whether it comes out."""

    ok: bool
    words: str
    links: Links


@dataclass(frozen=True, slots=True)
class Mention:
    """A weight of social value seen somewhere, of any kind."""

    kind: str
    figure: str
    links: Links


@dataclass(frozen=True, slots=True)
class WeightsView:
    """All about weights."""

    trees: tuple[Tree, ...]
    sums: tuple[SumLine, ...]
    base: str
    base_links: Links
    mentions: tuple[Mention, ...]
    mentions_left_out: int
    conflicts: tuple[tuple[str, Links], ...]


def weights(result: Data, places: Places) -> WeightsView:
    """The weights of a result."""
    said = result["social_value"]
    seen = [m for m in said["weight_mentions"] if m["kind"] != "this-tender"]
    lots = dict.fromkeys(criterion["lot"] for criterion in result["weights"])
    return WeightsView(
        trees=tuple(_tree(lot, [c for c in result["weights"] if c["lot"] == lot], result, places) for lot in lots),
        sums=tuple(_sum(done, places) for done in result["sums"]),
        base=_base(said["weight"]),
        base_links=places.links(said["weight"]["evidence"], 4) if said["weight"] else Links(),
        mentions=tuple(_mention(mention, places) for mention in seen[:MOST_MENTIONS]),
        mentions_left_out=max(0, len(seen) - MOST_MENTIONS),
        conflicts=tuple(
            (amount(other["stated"], other["unit"]), places.links(other["evidence"], 4))
            for other in said["weight_conflicts"]
        ),
    )


def _mention(mention: Data, places: Places) -> Mention:
    blank = mention["kind"] == "placeholder"
    figure = "" if blank else _figure(mention["value"], mention["low"], mention["high"], mention["unit"])
    return Mention(labels.MENTIONS[mention["kind"]], figure, places.links(mention["evidence"], 3))


def _tree(lot: str | None, criteria: Sequence[Data], result: Data, places: Places) -> Tree:
    top = max((_share(c) for c in criteria), default=0) or 100
    lines = [line for criterion in criteria for line in _lines(criterion, 1, top, result, places)]
    return Tree(lot or "", _segments(criteria), tuple(lines))


def _lines(criterion: Data, level: int, top: float, result: Data, places: Places) -> Iterator[Line]:
    printed = _figure(criterion["percent"], criterion["low"], criterion["high"], "percent")
    share = criterion["effective"]
    note = f"{amount(share, 'percent')} of the whole" if share is not None and share != criterion["percent"] else ""
    bar = round(min(100, 100 * _share(criterion) / top), 1)
    yield Line(criterion["name"], level, printed, note, bar, False, places.links(criterion["evidence"], 2))
    for child in criterion["children"]:
        yield from _lines(child, min(level + 1, 3), top, result, places)
    missing = _missing(criterion, result["sums"])
    if missing:
        bar = round(min(100, 100 * missing / top), 1)
        yield Line("Not given to any question", min(level + 1, 3), amount(missing, "percent"), "", bar, True, Links())
    if level == 1 and criterion["social_value"]:
        yield from _elsewhere(result, top, places)


def _elsewhere(result: Data, top: float, places: Places) -> Iterator[Line]:
    """Other weights that the files give social value, beside the one of the table."""
    for other in result["social_value"]["weight_conflicts"]:
        share = other["effective"] if other["effective"] is not None else other["stated"]
        bar = round(min(100, 100 * max(0.0, float(share or 0)) / top), 1) if other["unit"] != "marks" else 0.0
        printed = amount(other["stated"], other["unit"])
        yield Line("Another place says", 2, printed, "", bar, True, places.links(other["evidence"], 4))


def _missing(criterion: Data, sums: Sequence[Data]) -> float:
    """The share of a criterion that none of its parts has, where its sum says so."""
    terms = [child["percent"] for child in criterion["children"]]
    for done in sums:
        if not done["ok"] and done["terms"] == terms and done["expected"] == criterion["percent"]:
            return max(0.0, float(done["expected"]) - float(done["total"]))
    return 0.0


def _share(criterion: Data) -> float:
    for value in (criterion["effective"], criterion["percent"], criterion["high"]):
        if value is not None:
            return max(0.0, float(value))
    return 0.0


def _segments(criteria: Sequence[Data]) -> tuple[Segment, ...]:
    total = max(100.0, sum(max(0.0, float(c["percent"] or 0)) for c in criteria))
    segments, start = [], 0.0
    others = 0
    for criterion in criteria:
        width = 100 * max(0.0, float(criterion["percent"] or 0)) / total
        if width <= 0:
            continue
        tint = 2 if criterion["social_value"] else others % 2
        others += not criterion["social_value"]
        name = criterion["name"]
        if criterion["social_value"] and not _fits(name, width):
            name = "SV"
        segments.append(
            Segment(
                round(start, 2), round(width, 2), name, amount(criterion["percent"], "percent"), tint, criterion["name"]
            )
        )
        start += width
    return tuple(segments)


def _fits(name: str, width: float) -> bool:
    return len(name) * 1.25 < width


def _figure(value: float | None, low: float | None, high: float | None, unit: str | None) -> str:
    if value is not None:
        return amount(value, unit)
    if low is not None and high is not None:
        return f"{figure(low)} to {amount(high, unit)}"
    if low is not None:
        return f"at least {amount(low, unit)}"
    return f"up to {amount(high, unit)}" if high is not None else "Not given"


def _sum(done: Data, places: Places) -> SumLine:
    label = f"{done['label']}, {done['lot']}" if done["lot"] and done["lot"] not in done["label"] else done["label"]
    words = f"{label}: {' + '.join(figure(term) for term in done['terms'])} = {figure(done['total'])}."
    gap = round(done["expected"] - done["total"], 4)
    if done["ok"]:
        words += " Adds up."
    elif gap > 0:
        words += f" It should be {figure(done['expected'])}, so {figure(gap)} is missing."
    else:
        words += f" It should be {figure(done['expected'])}, so there is {figure(-gap)} too much."
    return SumLine(done["ok"], words, places.links(done["evidence"], 4))


def _base(weight: Data | None) -> str:
    if weight is None or weight["stated"] is None:
        return ""
    stated = amount(weight["stated"], weight["unit"])
    effective = weight["effective"]
    whole = "" if effective is None else f" That makes {figure(effective)} of every 100 marks."
    if weight["unit"] == "marks":
        return f"Social value has {stated}.{whole}"
    if weight["base"] == "overall":
        return f"Social value has {stated}, a share of the overall score.{whole}"
    if weight["base"] == "quality":
        counted = ""
        if effective is not None and weight["stated"]:
            quality = figure(100 * effective / weight["stated"])
            counted = (
                f" Quality is {quality}% of the overall score, and {stated} of {quality}% is {figure(effective)}%."
            )
        return f"Social value has {stated}, a share of the quality score.{counted or whole}"
    return f"Social value has {stated}. No page says what that is a share of.{whole}"
