"""Invents tenders for a survey: each is drawn by its number, and what is true of it is known before it is written."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import yaml

TEXTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "sources" / "survey" / "texts.yaml").read_text(encoding="utf-8")
)
FATES = {
    "stated": "Stated, never scored",
    "undefined": "Scored, never defined",
    "scored": "Scored, not measured",
    "explained": "Scored, not measured",
    "measured": "Measured, not reported",
    "reported": "Joined up, except guidance",
    "whole": "Joined up",
}
"""How far a theme is carried in a tender, and what svcheck calls that."""
LINKS = {
    "stated": ("stated",),
    "undefined": ("asked", "weighted"),
    "scored": ("stated", "asked", "weighted"),
    "explained": ("stated", "asked", "weighted", "guidance"),
    "measured": ("stated", "asked", "weighted", "measured"),
    "reported": ("stated", "asked", "weighted", "measured", "reported"),
    "whole": ("stated", "asked", "weighted", "measured", "reported", "guidance"),
}
"""The links of the chain that a theme then has."""
SCORING = ("weight", "weight", "weight", "share of quality", "not clear", "none", "none", "denied")
BROKEN = ("scan", "damage")
_FIRST_DAY = date(2023, 3, 1)
_DAYS = 1300


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented tender: what it says, and how it is broken, if it is."""

    number: int
    service: str
    place: str
    buyer_type: str
    published: date
    value: int
    scoring: str
    """How social value is scored: see SCORING."""
    social_value: int
    """Its printed weight, in percent of the whole score or of the quality score."""
    quality: int
    fates: dict[str, str]
    """How far each theme is carried."""
    fillers: int
    """Paragraphs about other things."""
    in_folder: bool
    """Whether it is a folder of two PDFs, or one PDF."""
    in_table: bool
    """Whether tenders.csv tells its facts; otherwise only its text does."""
    broken: str = ""

    @property
    def name(self) -> str:
        """The name of its file or folder."""
        return f"{self.number:05d} {self.service}, {self.place}"

    @property
    def buyer(self) -> str:
        """The buyer's name."""
        return str(TEXTS["buyers"][self.buyer_type]).format(place=self.place)

    @property
    def weight(self) -> float | None:
        """Percent of the whole score that social value carries, where that is printed."""
        if self.scoring == "weight":
            return float(self.social_value)
        return self.social_value * self.quality / 100 if self.scoring == "share of quality" else None

    @property
    def is_scored(self) -> bool:
        """Whether social value carries marks."""
        return self.scoring in ("weight", "share of quality", "not clear")

    def has(self, link: str) -> bool:
        """Whether some theme has a link of the chain."""
        return any(link in LINKS[fate] for fate in self.fates.values())


def invent(number: int) -> Invented:
    """The tender of a number; the same number is always the same tender."""
    draw = random.Random(number)  # noqa: S311 - tenders, not secrets
    scoring = draw.choice(SCORING)
    carried = ("stated",) if scoring in ("none", "denied") else tuple(FATES)
    themes = draw.sample(sorted(TEXTS["themes"]), draw.randint(0 if scoring in ("none", "denied") else 1, 5))
    quality = draw.choice((40, 50, 60))
    plain = draw.choice((3, 4, 5, 7, 10, 10, 10, 12, 15, 20, 25))
    return Invented(
        number=number,
        service=draw.choice(TEXTS["services"]),
        place=draw.choice(TEXTS["places"]),
        buyer_type=draw.choice(("council", "council", *TEXTS["buyers"])),
        published=_FIRST_DAY + timedelta(days=draw.randrange(_DAYS)),
        value=draw.randrange(20, 900) * 10_000,
        scoring=scoring,
        social_value=draw.choice((10, 20, 25)) if scoring == "share of quality" else plain,
        quality=quality,
        fates={theme: draw.choice(carried) for theme in sorted(themes)},
        fillers=draw.choice((0, 0, 2, 5, 15)),
        in_folder=draw.random() < 0.3,
        in_table=draw.random() < 0.5,
        broken=draw.choice(BROKEN) if draw.random() < 0.04 else "",
    )


def truth(tenders: list[Invented]) -> dict[str, Any]:
    """The figures that a survey of these tenders must come to, as n and of; made from what was invented alone."""
    read = [tender for tender in tenders if not tender.broken]
    weights = [tender.weight for tender in read if tender.weight is not None]
    fates = [fate for tender in read for fate in tender.fates.values()]
    return {
        "tenders": len(tenders),
        "unreadable": len(tenders) - len(read),
        "priorities_stated": sum(tender.has("stated") for tender in read),
        "social_value_scored": sum(tender.is_scored for tender in read),
        "guidance_given": sum(tender.has("guidance") for tender in read),
        "measured": sum(tender.has("measured") for tender in read),
        "reported": sum(tender.has("reported") for tender in read),
        "joined_up": sum("whole" in tender.fates.values() for tender in read),
        "weights": {
            "n": len(weights),
            "median": round(median(weights), 2) if weights else None,
            "at_least_10": sum(weight >= 10 for weight in weights),
            "histogram": _bars(tenders),
        },
        "patterns": dict(sorted(Counter(FATES[fate] for fate in fates).items())),
        "tenders_with": dict(
            sorted(Counter(name for tender in read for name in {FATES[fate] for fate in tender.fates.values()}).items())
        ),
        "buyer_type": dict(sorted(Counter(tender.buyer_type for tender in tenders).items())),
        "year": dict(sorted(Counter(str(tender.published.year) for tender in tenders).items())),
        "theme": {
            theme: {
                link: sum(link in LINKS[tender.fates[theme]] for tender in read if theme in tender.fates)
                for link in LINKS["whole"]
            }
            for theme in sorted({theme for tender in read for theme in tender.fates})
        },
    }


def _bars(tenders: list[Invented]) -> list[int]:
    """The bars of the histogram from "Not scored" to "Could not be read"."""
    bars = [0] * 9
    for tender in tenders:
        if tender.broken:
            bars[8] += 1
        elif not tender.is_scored:
            bars[0] += 1
        elif tender.weight is None:
            bars[1] += 1
        else:
            weight = tender.weight
            over = (weight >= 5, weight >= 10, weight > 10, weight > 15, weight > 20)
            bars[2 + sum(over)] += 1
    return bars
