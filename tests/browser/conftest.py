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
from browser.other_pages import other_pages
from checker import marking, pipeline, read
from checker.model import Rulebook
from checker.outputs import relative_links
from checker.report import spots, to_dict, to_html

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
    made = {
        "full": to_dict(example.with_additions()),
        "nothing": to_dict(example.nothing_found()),
        "unreadable": to_dict(example.unreadable()),
        "hostile": hostile.data(),
    }
    pages = {name: to_html(data) for name, data in made.items()}
    shutil.copytree(samples / "home-care", folder / "care", ignore=shutil.ignore_patterns("*.json", "*.yaml"))
    pages["sample"] = _page(folder / "care", folder / "sample.html", rules)
    shutil.copytree(samples / "two-weights", folder / "weights", ignore=shutil.ignore_patterns("*.json", "*.yaml"))
    pages["problems"] = _page(folder / "weights", folder / "problems.html", rules)
    pages["trap"] = _page(hostile.pack(folder / "trap"), folder / "trap.html", rules)
    pages |= other_pages(folder, samples, rules)
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pages}


def _page(pack: Path, place: Path, rules: Rulebook) -> str:
    """The page of a pack of real PDFs, with pictures and with links to them."""
    offer = pack / "offer.yaml"
    given = {"offer": offer} if offer.exists() else {}
    data = to_dict(pipeline.check([pack], rules=rules, as_of=date(2026, 11, 22), **given))
    files = read.look([pack]).files
    return to_html(data, pictures=marking.pictures(spots(data), files), links=relative_links(files, place))


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
