"""The scorecard as one HTML file that needs nothing else: no network, no other files, no JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.model import Picture
from checker.report import labels
from checker.report.shell import render
from checker.report.view import view as lay_out

_STYLES = ("base.css", "verdict.css", "fix.css", "matrix.css", "weights.css", "evidence.css", "given.css", "print.css")


def to_html(
    result: dict[str, Any],
    view: str = "both",
    pictures: Mapping[str, Picture] | None = None,
    links: Mapping[str, str] | None = None,
) -> str:
    """The scorecard as a page, from the data of `to_dict` alone.

    `view` is the side that the page opens on: commissioner, provider or both; the page can switch. `pictures`
    holds pictures of quotes by the id of their first finding; `links` the address of a file, relative to the
    page and ready for a link, by its name; without them the report shows positions only. Text from
    the tender is escaped wherever it stands, and the page's own security policy lets no script run but its
    own. Raises ValueError for another view.
    """
    v = lay_out(result, view, pictures or {}, links or {})
    return render("checker.report", "report.html", _STYLES, "report.js", v=v, columns=labels.COLUMNS)
