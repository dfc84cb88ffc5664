"""The page works as a file: switch, links, filters, print, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from report import hostile

from browser.opening import Open

pytestmark = pytest.mark.browser


def test_the_switch_shows_one_side_or_both_without_javascript(open_page: Open) -> None:
    """Radio buttons and CSS alone choose what is shown."""
    page = open_page(java_script_enabled=False)
    commissioner, provider = page.locator("#fix"), page.locator("#brief")
    for radio, sides in (("#v-com", (True, False)), ("#v-pro", (False, True)), ("#v-both", (True, True))):
        page.check(radio)
        assert (commissioner.is_visible(), provider.is_visible()) == sides
    assert page.locator("#evidence blockquote").first.is_visible()
    assert not page.locator(".toolbar").is_visible()


@pytest.mark.parametrize(
    ("side", "shown", "hidden"), [("provider", "#brief", "#fix"), ("commissioner", "#fix", "#brief")]
)
def test_a_link_can_ask_for_a_side(open_page: Open, side: str, shown: str, hidden: str) -> None:
    """scorecard.html?view=provider opens on the provider's side."""
    page = open_page(query=f"?view={side}")
    assert page.locator(shown).is_visible()
    assert not page.locator(hidden).is_visible()


def test_every_link_of_the_page_goes_to_something_that_is_there(open_page: Open) -> None:
    """Each link in the page has a target."""
    page = open_page()
    lost = page.evaluate(
        "[...document.links].map(a => a.getAttribute('href')).filter(h => !document.getElementById(h.slice(1)))"
    )
    assert lost == []


def test_the_evidence_can_be_narrowed_and_links_undo_it(open_page: Open) -> None:
    """A filter counts what it shows; a link to a hidden quote brings it back."""
    page = open_page()
    page.select_option("#f-prio", "carbon")
    assert page.inner_text("#f-count") == "Showing 2 of 25"
    assert not page.locator("#E12").is_visible()
    page.click('#weights a[href="#E12"] >> nth=0')
    assert page.locator("#E12").is_visible()
    page.select_option("#f-stage", "guidance")
    assert page.locator(".ev-item:visible").count() == 1
    page.click("#f-clear")
    assert page.inner_text("#f-count") == "Showing 25 of 25"


def test_the_page_prints_on_a4(open_page: Open, tmp_path: Path) -> None:
    """The printed report has several A4 pages, with the verdict on the first and the file table open."""
    page = open_page(query="?view=commissioner")
    made = tmp_path / "scorecard.pdf"
    page.pdf(path=made, prefer_css_page_size=True)
    with pdfplumber.open(made) as pdf:
        texts = [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]
        assert {(round(sheet.width), round(sheet.height)) for sheet in pdf.pages} <= {
            (595, 842),
            (594, 842),
            (596, 842),
        }
    assert 5 <= len(texts) <= 16
    assert "22 of 36 points" in texts[0]
    assert "04_Draft_contract_v0.2.pdf" in "".join(texts)
    assert "Show the report for" not in "".join(texts)


def test_hostile_text_is_shown_and_runs_nothing(open_page: Open) -> None:
    """No script of the tender runs, nothing is refused by the security policy, and the text can be read."""
    page = open_page("hostile")
    assert page.evaluate("window.owned") is None
    assert page.inner_text("h1").startswith(hostile.SHOWN)
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.documentElement.className") == "js"


def test_a_script_that_is_put_into_the_page_does_not_run(open_page: Open) -> None:
    """Were escaping ever to fail, the security policy would still stop the script."""
    page = open_page()
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.owned = 1';
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.owned") is None
