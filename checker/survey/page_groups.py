"""The same figures by buyer type, by year and by theme, as tables whose cells are shaded by share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.report import labels
from checker.survey.page_figures import NAMES, interval, of, percent
from checker.wording import figure

Data = Mapping[str, Any]

COLUMNS: Mapping[str, str] = {
    "named": "Named at all",
    **{column: words for column, (words, _) in labels.COLUMNS.items()},
    "joined_up": "Joined up",
}
"""The columns of the table of themes."""
FIGURES = NAMES
_STEPS = (10, 25, 40, 55)
_WIDEST = 9
"""How many groups stand side by side in one table."""
_KINDS = (("buyer_type", "buyer type", "Buyer type"), ("year", "year", "Year"))


@dataclass(frozen=True, slots=True)
class Cell:
    """One share: in words, how dark, and its count and interval."""

    said: str
    shade: int
    count: str
    interval: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table, with the number of tenders behind it."""

    name: str
    tenders: int
    cells: tuple[Cell, ...]
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its kind, its columns with the number of tenders behind each, and its rows."""

    kind: str
    head: str
    columns: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]


def group_name(kind: str, group: str) -> str:
    """A buyer type or year in words."""
    if group == "unknown":
        return "Not known"
    return labels.name(labels.BUYERS, group) if kind == "buyer_type" else group


def buyers(survey: Data) -> list[tuple[str, str]]:
    """The buyer types of the survey, by id, with their words."""
    return [(group["group"], group_name("buyer_type", group["group"])) for group in survey["by"]["buyer_type"]]


def groups(survey: Data) -> list[Table]:
    """The headline figures of each buyer type and of each year."""
    return [
        Table(
            kind=words,
            head=head,
            columns=tuple((name, 0) for name in NAMES.values()),
            lines=tuple(
                Line(
                    group_name(kind, group["group"]),
                    group["tenders"],
                    tuple(_cell(group[key]) for key in NAMES),
                    _median(group["weights"]),
                )
                for group in survey["by"][kind]
            ),
        )
        for kind, words, head in _KINDS
    ]


def themes(survey: Data) -> list[Line]:
    """How far each theme gets, over all tenders that could be read; the themes named most often first."""
    order = sorted(survey["by"]["theme"], key=lambda theme: (-theme["named"]["n"], theme["title"]))
    return [Line(theme["title"], theme["named"]["of"], tuple(_cell(theme[key]) for key in COLUMNS)) for theme in order]


def scored(survey: Data) -> list[Table]:
    """The share of tenders that score each theme, by buyer type and by year; wide tables are cut in two."""
    titles = {theme["theme"]: theme["title"] for theme in survey["by"]["theme"]}
    order = sorted(titles, key=lambda theme: titles[theme])
    tables = []
    for kind, words, head in _KINDS:
        every: Sequence[Data] = survey["by"][kind]
        for first in range(0, len(every), _WIDEST):
            part = every[first : first + _WIDEST]
            columns = tuple((group_name(kind, g["group"]), g["tenders"] - g["unreadable"]) for g in part)
            lines = tuple(
                Line(titles[theme], 0, tuple(_cell(g["themes_scored"][theme]) for g in part)) for theme in order
            )
            tables.append(Table(words, head, columns, lines))
    return tables


def _cell(share: Data) -> Cell:
    value = share["percent"]
    shade = 0 if value is None else sum(value >= step for step in _STEPS)
    said = "None read" if value is None else percent(value)
    return Cell(said, shade, of(share), interval(share))


def _median(weights: Data) -> str:
    if weights["median"] is None:
        return "None clear"
    return f"{figure(weights['median'])}% ({weights['n']})"
