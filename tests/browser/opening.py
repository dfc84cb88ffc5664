"""How a test opens a scorecard."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Open = Callable[..., Page]
"""open_page(name, width, query, **settings of the browser context) gives the opened page."""
