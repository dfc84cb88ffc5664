"""The weights of one draft as facts: social value, every criterion, every question, every sum."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from checker.compare.moved import Fact, key_of, numbered
from checker.compare.questions import name_of
from checker.compare.spots import Data, Spots
from checker.report.phrasing import amount
from checker.wording import figure, listed

_STATUSES = {
    "found": "Scored",
    "pass-fail": "Pass or fail, without marks",
    "tie-break-only": "Only to separate equal tenders",
    "range": "Scored, with a range for the weight",
    "placeholder": "Scored, with the weight left blank",
    "denied": "Said not to be scored",
    "not-found": "Not found in the files given",
    "cannot-tell": "Cannot tell",
}
_BASES = {"overall": " of the overall score", "quality": " of the quality score"}


def weights(result: Data, spots: Spots, keys: Sequence[Hashable]) -> dict[Hashable, Fact]:
    """The weights of one draft; `keys` are those by which its questions are known in the other draft."""
    found: list[tuple[Hashable, Fact]] = list(_social_value(result["social_value"], spots))
    in_the_table: set[str] = set()
    for criterion in result["weights"]:
        found += _branch(criterion, (), spots, in_the_table)
    for key, question in zip(keys, result["questions"], strict=True):
        weight = question["weight"]
        # A question whose weight is a row of the criteria is not told twice.
        if weight and not in_the_table.issuperset(weight["evidence"]):
            label = f"Weight of {name_of(question)}"
            found.append((("question", key), Fact(label, printed(weight), weight["stated"], _at(weight, spots))))
    found += _sums(result["sums"], spots)
    return numbered(found)


def printed(weight: Data) -> str:
    """A weight as printed, with its base, and its share of the whole score where that differs."""
    words = amount(weight["stated"], weight["unit"]) + _BASES.get(weight["base"] or "", "")
    effective = weight["effective"]
    if effective is None or (weight["unit"] == "percent" and effective == weight["stated"]):
        return words
    return f"{words}, which is {figure(effective)}% of the overall score"


def _social_value(own: Data, spots: Spots) -> Iterator[tuple[Hashable, Fact]]:
    status: str = own["award_criterion"]
    yield "scored", Fact("Social value as an award criterion", _STATUSES.get(status, status), status)
    if own["weight"]:
        weight = own["weight"]
        yield "own", Fact("Weight of social value", printed(weight), weight["effective"], _at(weight, spots))
    if own["weight_conflicts"]:
        others = own["weight_conflicts"]
        said = listed([printed(other) for other in others])
        ids = [one for other in others for one in other["evidence"]]
        values = [other["stated"] for other in others]
        yield "others", Fact("Other weights given for social value", said, values, tuple(spots.of(ids)))


def _branch(criterion: Data, above: tuple[str, ...], spots: Spots, seen: set[str]) -> Iterator[tuple[Hashable, Fact]]:
    path = (*above, criterion["name"])
    lot = criterion["lot"] or ""
    seen.update(criterion["evidence"])
    label = " › ".join(path) + (f" ({lot})" if lot else "")
    value = {key: criterion[key] for key in ("percent", "low", "high", "effective")}
    key = ("criterion", key_of(lot), tuple(map(key_of, path)))
    yield key, Fact(label, _criterion(criterion), value, _at(criterion, spots))
    for child in criterion["children"]:
        yield from _branch(child, path, spots, seen)


def _criterion(criterion: Data) -> str:
    percent, low, high, effective = (criterion[key] for key in ("percent", "low", "high", "effective"))
    if percent is None:
        ends = [f"{figure(end)}%" for end in (low, high) if end is not None]
        return " to ".join(ends) or "No weight given"
    whole = "" if effective in (None, percent) else f", which is {figure(effective)}% of the overall score"
    return f"{figure(percent)}%{whole}"


def _sums(sums: Sequence[Data], spots: Spots) -> Iterator[tuple[Hashable, Fact]]:
    for done in sums:
        if done["total"] is None or done["expected"] is None:
            continue
        lot = f" ({done['lot']})" if done["lot"] else ""
        verdict = "adds up" if done["ok"] else "does not add up"
        said = f"{figure(done['total'])} of {figure(done['expected'])}: {verdict}"
        key = ("sum", key_of(done["label"]), key_of(done["lot"] or ""))
        yield key, Fact(f"Sum: {done['label']}{lot}", said, done["total"], _at(done, spots), quiet=bool(done["ok"]))


def _at(entry: Data, spots: Spots) -> tuple[Data, ...]:
    return tuple(spots.of(entry["evidence"]))
