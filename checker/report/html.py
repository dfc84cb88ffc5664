"""The scorecard as one HTML file that needs nothing else: no network, no other files, no JavaScript."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.report import labels
from checker.report.view import view as lay_out
from checker.report.visible import visible

_STYLES = ("base.css", "verdict.css", "fix.css", "matrix.css", "weights.css", "evidence.css", "print.css")


def to_html(result: dict[str, Any], view: str = "both") -> str:
    """The scorecard as a page, from the data of `to_dict` alone.

    `view` is the side that the page opens on: commissioner, provider or both; the page can switch. Text from
    the tender is escaped wherever it stands, and the page's own security policy lets no script run but its
    own. Raises ValueError for another view.
    """
    environment = _environment()
    css, js = _styles(), _source(environment, "report.js")
    return environment.get_template("report.html").render(
        v=lay_out(result, view),
        columns=labels.COLUMNS,
        css=Markup(css),  # noqa: S704 - our own style sheets
        css_hash=_digest(css),
        js=Markup(js),  # noqa: S704 - our own script
        js_hash=_digest(js),
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("checker.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: object) -> object:
    """Tender text with its unseen letters spelt out; our own markup as it is."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value)


@lru_cache(maxsize=1)
def _styles() -> str:
    return "\n".join(_source(_environment(), name) for name in _STYLES)


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None  # noqa: S101 - it is set a few lines above
    return environment.loader.get_source(environment, name)[0].replace("\r\n", "\n")


def _digest(text: str) -> str:
    """The hash by which the page's security policy knows its own style and script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
