"""The figures at the top of the portfolio page, in words and as bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.wording import counted, figure

Data = Mapping[str, Any]

NAMES: Mapping[str, str] = {
    "priorities_stated": "Name their priorities",
    "social_value_scored": "Score social value",
    "guidance_given": "Give guidance to bidders",
    "measured": "Attach a measure",
    "reported": "Ask for reports",
    "joined_up": "Joined up, with guidance",
}
"""The headline figures in words."""

_BESIDE = {
    "priorities_stated": ("Priorities", "These tenders: name priorities", False),
    "social_value_scored": ("Criteria", "These tenders: score social value", False),
    "guidance_given": ("Lack of guidance", "These tenders: no guidance found", True),
}
"""Beside which figure an answer of 2014 stands, in which words, and whether the figure is turned round."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One headline figure with its count and its interval."""

    figure: str
    label: str
    count: str
    interval: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its length and interval in percent, and what is printed beside it."""

    label: str
    percent: float
    said: str
    note: str = ""
    asked: bool = False
    """Whether it is what people said, and not what documents show."""
    low: float | None = None
    high: float | None = None
    count: int = 0
    plain: bool = False
    """Whether it is a count of what has no weight, drawn in grey."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Answers of 2014 beside the figure that is nearest to them."""

    title: str
    bars: tuple[Bar, ...]


def percent(value: float | None) -> str:
    """A share in words: 60%, or that there is none."""
    return (
        "None to count"
        if value is None
        else f"{value:.0f}%"
        if value in (0, 100) or value >= 10
        else f"{figure(value)}%"
    )


def interval(share: Data) -> str:
    """The 95% interval of a share: "54% to 66%"."""
    return f"{share['low']:.0f}% to {share['high']:.0f}%" if share["of"] else ""


def of(share: Data) -> str:
    """A count: "143 of 240"."""
    return f"{share['n']:,} of {share['of']:,}"


def headline(survey: Data) -> tuple[str, str]:
    """The survey in two sentences, from the counts alone."""
    stated, scored, guided, joined = (
        survey[key] for key in ("priorities_stated", "social_value_scored", "guidance_given", "joined_up")
    )
    if not survey["tenders"] - survey["unreadable"]:
        return "No tender could be read.", "So nothing can be said of what they ask for."
    first = f"{of(joined)} tenders carry a priority all the way, from its statement to its report, with guidance."
    second = (
        f"{of(stated)} name social value priorities, {of(scored)} score social value, "
        f"and {of(guided)} give bidders any guidance."
    )
    return first, second


def tiles(survey: Data) -> list[Tile]:
    """The six shares, the median weight, and the share of weights of 10% or more."""
    made = [
        Tile(percent(survey[key]["percent"]), name.lower(), of(survey[key]), interval(survey[key]))
        for key, name in NAMES.items()
    ]
    weights = survey["weights"]
    middle = "None to count" if weights["median"] is None else f"{figure(weights['median'])}%"
    known = f"{counted(weights['n'], 'tender')} with a clear weight"
    least = weights["at_least_10"]
    return [
        *made,
        Tile(middle, "median weight, where scored", known, ""),
        Tile(percent(least["percent"]), "of clear weights are 10% or more", of(least), interval(least)),
    ]


def compared(survey: Data) -> list[Comparison]:
    """What people said in 2014 beside what these documents show; each answer says that its question differs."""
    answers = survey["survey_2014"]["answers"]
    made = []
    for key in dict.fromkeys(answer["beside"] for answer in answers):
        title, label, turned = _BESIDE.get(key, (NAMES.get(key, key), "These tenders", False))
        said = [
            Bar(
                f"2014, {counted(a['of'], 'person', 'people')}, {a['who'][:1].lower()}{a['who'][1:]}: {a['asked']}",
                a["percent"],
                a["said"][:1].upper() + a["said"][1:],
                a["different"],
                asked=True,
            )
            for a in answers
            if a["beside"] == key
        ]
        made.append(Comparison(title, (*said, _documents(label, survey[key], turned=turned))))
    return made


def _documents(label: str, share: Data, *, turned: bool) -> Bar:
    if share["percent"] is None:
        return Bar(label, 0, "None to count")
    shown, low, high, n = share["percent"], share["low"], share["high"], share["n"]
    if turned:
        shown, low, high, n = round(100 - shown, 1), round(100 - high, 1), round(100 - low, 1), share["of"] - n
    note = f"{n:,} of {share['of']:,}; 95% interval {low:.0f}% to {high:.0f}%."
    return Bar(label, shown, percent(shown), note, low=low, high=high)


def histogram(survey: Data) -> list[Bar]:
    """How many tenders have which weight; every tender is in one bar."""
    bars = survey["weights"]["histogram"]
    longest = max([bar["n"] for bar in bars], default=0) or 1
    return [
        Bar(
            bar["label"],
            round(100 * bar["n"] / longest, 1),
            f"{bar['n']:,}",
            count=bar["n"],
            plain="%" not in bar["label"],
        )
        for bar in bars
    ]


def patterns(survey: Data) -> list[Data]:
    """The ways in which chains break: priorities that break so, and tenders with at least one."""
    return [
        {
            "name": entry["pattern"],
            "themes": entry["themes"],
            "count": of(entry["tenders"]),
            "percent": entry["tenders"]["percent"] or 0,
            "said": percent(entry["tenders"]["percent"]),
            "low": entry["tenders"]["low"],
            "high": entry["tenders"]["high"],
            "interval": interval(entry["tenders"]),
        }
        for entry in survey["patterns"]
    ]
