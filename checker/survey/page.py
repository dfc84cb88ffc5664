"""The portfolio page: what many tenders say, as one HTML file that is whole without JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.report.shell import render
from checker.survey import page_figures, page_groups
from checker.survey.page_list import blocks, line, told_apart
from checker.survey.row import Row
from checker.wording import counted, day, listed

_STYLES = ("base.css", "survey.css", "print.css", "survey-print.css")
_FOLD = 40
"""How many tenders that could not be read are listed openly; more are folded on the screen, and open in print."""


def to_html(survey: Mapping[str, Any], rows: Iterable[Row]) -> str:
    """The portfolio page of a survey.

    Arguments: `survey` is the data of survey.json; `rows` has one row for each tender, read once, with the address
    of its scorecard in `scorecard` ("" where there is none). Names and titles are escaped wherever they stand.
    """
    patterns = [entry["pattern"] for entry in survey["patterns"]]
    lines = told_apart(line(row, patterns) for row in rows)
    return render(
        "checker.survey",
        "index.html",
        _STYLES,
        "survey.js",
        s=survey,
        title=f"Social value in {counted(survey['tenders'], 'tender')}: what the documents say",
        line=_line(survey),
        headline=page_figures.headline(survey),
        tiles=page_figures.tiles(survey),
        compared=page_figures.compared(survey),
        histogram=page_figures.histogram(survey),
        patterns=page_figures.patterns(survey),
        pattern_names=patterns,
        columns=page_groups.COLUMNS,
        figures=page_groups.FIGURES,
        themes=page_groups.themes(survey),
        groups=page_groups.groups(survey),
        scored=page_groups.scored(survey),
        buyers=page_groups.buyers(survey),
        years=[group["group"] for group in survey["by"]["year"]],
        blocks=blocks(lines),
        total=len(lines),
        fold=len(survey["not_read"]) > _FOLD,
        counted_as=[(page_figures.NAMES[key], told) for key, told in survey["counted_as"].items()],
    )


def _line(survey: Mapping[str, Any]) -> str:
    """When the tenders began, when they were checked, and by which rules."""
    first, last = survey["first_day"], survey["last_day"]
    span = f"Begun {day(first)} to {day(last)}, where a day was found. " if first and last else ""
    packs = listed([f"{pack['id']} {pack['version']}" for pack in survey["tool"]["rule_packs"]])
    return f"{span}Checked {day(survey['checked_on'])} with the rules {packs or 'none'}."
