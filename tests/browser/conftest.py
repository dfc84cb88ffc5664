"""A real Chromium for the tests that look at the page as a reader does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright
from report import example, hostile

from browser.opening import Open
from checker import pipeline
from checker.model import Rulebook
from checker.report import to_dict, to_html

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from this machine. In CI it must be there."""
    path = next((found for found in map(shutil.which, NAMES) if found), None)
    if path is None:
        message = f"none of {', '.join(NAMES)} is on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, samples: Path, rules: Rulebook) -> dict[str, Path]:
    """The scorecards that the tests open, by name."""
    folder = tmp_path_factory.mktemp("scorecards")
    care = pipeline.check(sorted((samples / "home-care").glob("*.pdf")), rules=rules, as_of=date(2026, 11, 22))
    made = {
        "sample": to_dict(care),
        "full": to_dict(example.scorecard()),
        "nothing": to_dict(example.nothing_found()),
        "unreadable": to_dict(example.unreadable()),
        "hostile": hostile.data(),
    }
    for name, data in made.items():
        (folder / f"{name}.html").write_text(to_html(data), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def open_page(browser: Browser, pages: dict[str, Path]) -> Iterator[Open]:
    """Opens a scorecard by name; any request to anything but the file itself fails the test."""
    contexts: list[BrowserContext] = []
    requested: list[str] = []

    def opened(name: str = "full", width: int = 1280, query: str = "", **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        contexts.append(context)
        own = pages[name].as_uri()

        def guard(route: Route) -> None:
            if route.request.url.split("?")[0] == own:
                route.continue_()
            else:
                requested.append(route.request.url)
                route.abort()

        context.route("**/*", guard)
        page = context.new_page()
        page.goto(own + query)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert requested == []
