"""Everyone can read the page: axe finds nothing, and it fits every width."""

from __future__ import annotations

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.opening import Open

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIEWS = {"commissioner": "#v-com", "provider": "#v-pro", "both": "#v-both"}
WIDTHS = (1280, 768, 320)
# The spacing that readers may set (WCAG 1.4.12).
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"  # fmt: skip  # noqa: E501


def violations(page: Page) -> list[str]:
    """What axe finds wrong, with the element."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]


def unfold(page: Page) -> None:
    """Opens every part that can be folded."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(open_page: Open, width: int, colours: str) -> None:
    """WCAG 2.0 to 2.2, A and AA, in all three views of the full report."""
    page = open_page(width=width, color_scheme=colours)
    for view, radio in VIEWS.items():
        page.check(radio)
        unfold(page)
        assert violations(page) == [], view


@pytest.mark.parametrize("name", ["sample", "problems", "nothing", "unreadable", "hostile", "trap"])
def test_axe_finds_no_violation_in_other_scorecards(open_page: Open, name: str) -> None:
    """Real samples with pictures, empty states and hostile text are as readable as the rest, folded parts too."""
    page = open_page(name)
    unfold(page)
    assert violations(page) == []


@pytest.mark.parametrize("name", ["full", "sample", "problems", "nothing", "unreadable", "hostile", "trap"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_runs_out_of_the_side(open_page: Open, name: str, width: int) -> None:
    """No sideways scroll in any view, also with wider text spacing."""
    page = open_page(name, width, bypass_csp=True)
    unfold(page)
    for radio in VIEWS.values():
        page.check(radio)
        assert overflow(page) <= 0, radio
    page.add_style_tag(content=SPACING)
    for radio in VIEWS.values():
        page.check(radio)
        assert overflow(page) <= 0, f"{radio} with text spacing"


def test_targets_are_large_enough(open_page: Open) -> None:
    """Controls and links that stand alone are at least 24 pixels high at the narrowest width."""
    page = open_page(width=320)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, select, summary, .view label, .toc a, .mx .ev a')]
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"""
    )
    assert small == []


def test_the_keyboard_focus_can_be_seen(open_page: Open) -> None:
    """The skip link comes first, and whatever has the focus has an outline of 3 pixels."""
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    outline = (
        "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth"
    )
    assert page.evaluate(outline) == "solid3px"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "A"
    assert page.evaluate(outline) == "solid3px"


@pytest.mark.parametrize("name", ["full", "problems"])
def test_whatever_takes_the_focus_shows_it(open_page: Open, name: str) -> None:
    """Through the first 60 stops of the Tab key each one has an outline, and is on the page to be seen."""
    page = open_page(name)
    faults = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const e = document.activeElement, box = (e.closest('label') || e), style = getComputedStyle(box);
                return e === document.body || (style.outlineStyle === 'solid' && style.outlineWidth === '3px'
                    && box.getBoundingClientRect().width > 0) ? '' : e.outerHTML;
            }"""
        )
        faults += [seen] if seen else []
    assert faults == []


@pytest.mark.parametrize("name", ["full", "sample", "problems", "nothing", "unreadable"])
def test_headings_are_in_order_in_every_view(open_page: Open, name: str) -> None:
    """One h1, and no level skipped among the headings that a view shows."""
    page = open_page(name)
    unfold(page)
    for radio in VIEWS.values():
        page.check(radio)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.offsetParent).map(h => +h.tagName[1])"
        )
        assert levels.count(1) == 1
        assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []
