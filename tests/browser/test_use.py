"""The page works as a file: switch, links, filters, print, and without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

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


@pytest.mark.parametrize("name", ["full", "sample", "problems", "trap"])
def test_every_link_goes_to_something_that_is_there(open_page: Open, name: str) -> None:
    """Each link in the page has a target; each link out of it leads to a page of a PDF beside it."""
    page = open_page(name)
    addresses = page.evaluate("[...document.links].map(a => [a.getAttribute('href'), a.href])")
    inside = [short for short, _ in addresses if short.startswith("#")]
    lost = page.evaluate("(ids) => ids.filter(one => !document.getElementById(one.slice(1)))", inside)
    assert lost == []
    outside = [whole for short, whole in addresses if not short.startswith("#")]
    assert bool(outside) == (name != "full")
    for whole in outside:
        parts = urlsplit(whole)
        assert parts.scheme == "file"
        assert Path(unquote(parts.path)).is_file()
        assert re.fullmatch(r"page=\d+", parts.fragment)


@pytest.mark.parametrize("name", ["sample", "problems", "trap"])
def test_pictures_are_shown_without_javascript_and_say_their_words(open_page: Open, name: str) -> None:
    """Every picture is drawn from the page itself, has boxes inside it, and names the quote."""
    page = open_page(name, java_script_enabled=False)
    pictures = page.locator(".pic")
    assert 0 < pictures.count() <= 60
    first = pictures.first
    first.scroll_into_view_if_needed()
    assert first.is_visible()
    quote = first.locator("xpath=ancestor::li[1]//mark").first.inner_text()
    assert quote in (first.get_attribute("aria-label") or "")
    assert len(page.content()) < 1_000_000


def test_pictures_really_hold_an_image(open_page: Open) -> None:
    """The browser can decode each of them, at the size that the page says."""
    page = open_page("problems")
    wrong = page.evaluate(
        """async () => {
            const wrong = [];
            for (const place of document.querySelectorAll('.pic image')) {
                const image = new Image();
                image.src = place.getAttribute('href');
                await image.decode();
                if (image.naturalWidth !== +place.getAttribute('width')) { wrong.push(image.naturalWidth); }
            }
            return wrong;
        }"""
    )
    assert wrong == []


def test_a_link_opens_the_fold_that_holds_its_target(open_page: Open) -> None:
    """Whoever follows a link to a smaller thing sees it."""
    page = open_page("full")
    page.evaluate("location.hash = '#' + document.querySelector('#fix details .fix').id")
    page.wait_for_function("document.querySelector('#fix details').open")


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
    assert 5 <= len(texts) <= 17
    assert "22 of 36 points" in texts[0]
    # What is folded on the screen is open on paper.
    assert "Contract p 10" in "".join(texts) or "C5" in "".join(texts)
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


def test_a_pack_that_is_a_trap_is_shown_literally(open_page: Open) -> None:
    """File names, text, and an offer with scripts, handlers, template marks and turning marks: read, never run."""
    page = open_page("trap")
    assert page.evaluate("window.owned") is None
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.querySelectorAll('[onload], [onerror], [onclick]').length") == 0
    told = page.inner_text("main")
    assert "<script>window.owned=1" in told
    assert "{{ 7*7 }}" in told
    assert "[U+202E]" in told
    assert "\u202e" not in page.content()
