"""Makes the README's picture: the top of the home care scorecard, as Chromium shows it.

Run it from the project's folder: `python docs/make_picture.py`. It needs the development install and
Chromium.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

import checker

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "scorecard.png"
DAY = date(2026, 11, 22)
SIZE = {"width": 1280, "height": 940}


def main() -> None:
    """Checks the sample, opens its page and takes the picture."""
    scorecard = checker.check([ROOT / "samples" / "home-care"], as_of=DAY)
    page_text = checker.to_html(scorecard, view="commissioner")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.set_content(page_text)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
