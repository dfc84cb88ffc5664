"""What every page of svcheck shares: escaped templates, and a policy that lets only its own styles and script run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.report.visible import visible

_OWN = "checker.report"


def render(room: str, template: str, styles: Sequence[str], script: str = "", **shown: Any) -> str:
    """A page that needs no other file and asks for none.

    Arguments: `room` is the package whose `templates` folder holds the template, such as "checker.compare";
    what it lacks is taken from the report's own. `styles` and `script` are files there; the template gets
    their text (`css`, `js`) and the hashes for its security policy (`css_hash`, `js_hash`). Everything in
    `shown` is escaped where it stands in the template, with its unseen letters spelt out.
    """
    environment = _environment(room)
    css = "\n".join(_source(environment, name) for name in styles)
    js = _source(environment, script) if script else ""
    return environment.get_template(template).render(
        css=Markup(css),  # noqa: S704 - our own style sheets
        css_hash=_digest(css),
        js=Markup(js),  # noqa: S704 - our own script
        js_hash=_digest(js),
        **shown,
    )


@lru_cache(maxsize=4)
def _environment(room: str) -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in dict.fromkeys((room, _OWN))]),
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


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None  # noqa: S101 - it is set a few lines above
    return environment.loader.get_source(environment, name)[0].replace("\r\n", "\n")


def _digest(text: str) -> str:
    """The hash by which the page's security policy knows its own style and script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
