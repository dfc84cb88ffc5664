"""The portfolio page in a real browser: readable by everyone, sorted and narrowed, whole without JavaScript."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pdfplumber
import pytest
from playwright.sync_api import Page
from survey import portfolio

from browser.opening import Open
from browser.other_pages import COMPARISONS, PORTFOLIOS
from browser.test_access import SPACING, WIDTHS, overflow, unfold, violations

pytestmark = pytest.mark.browser

ROWS = portfolio.rows(240)
SURVEY = portfolio.survey(ROWS)


def shown(page: Page, column: int) -> list[str]:
    """The words of one column of the list, as far as it is shown."""
    words: list[str] = page.evaluate(
        "(n) => [...document.querySelectorAll('#list tbody tr')].map(row => row.cells[n].textContent)", column
    )
    return words


def count(page: Page) -> str:
    """What the page says of how many tenders it shows."""
    return page.inner_text("#count")


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["portfolio", "compared"])
def test_axe_finds_no_violation(open_page: Open, name: str, width: int, colours: str) -> None:
    """WCAG 2.0 to 2.2, A and AA, at every width, light and dark."""
    page = open_page(name, width, color_scheme=colours)
    unfold(page)
    assert violations(page) == []


@pytest.mark.parametrize("name", [*PORTFOLIOS[1:], *COMPARISONS[1:]])
def test_axe_finds_no_violation_in_odd_pages(open_page: Open, name: str) -> None:
    """Empty, unfinished, equal and hostile ones are as readable, with and without JavaScript's tools."""
    page = open_page(name)
    unfold(page)
    assert violations(page) == []


@pytest.mark.parametrize("name", [*PORTFOLIOS, *COMPARISONS])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_runs_out_of_the_side(open_page: Open, name: str, width: int) -> None:
    """No sideways scroll, also with wider text spacing, and without JavaScript."""
    page = open_page(name, width, bypass_csp=True)
    unfold(page)
    assert overflow(page) <= 0
    page.add_style_tag(content=SPACING)
    assert overflow(page) <= 0
    still = open_page(name, width, java_script_enabled=False)
    assert overflow(still) <= 0


@pytest.mark.parametrize("name", [*PORTFOLIOS, *COMPARISONS])
def test_every_link_goes_to_something_that_is_there(open_page: Open, name: str) -> None:
    """Inside the page to a place of it; outside to a scorecard, or to a page of a PDF beside it."""
    page = open_page(name, java_script_enabled=False)
    addresses = [
        (a.get_attribute("href") or "", a.evaluate("a => a.href")) for a in page.locator("a:not(#list a)").all()
    ]
    if name == "portfolio":
        addresses += [(row["scorecard"], (Path(page.url).parent / row["scorecard"]).as_posix()) for row in ROWS[:9]]
    for short, whole in addresses:
        if short.startswith("#"):
            assert page.locator(f"[id='{short[1:]}']").count() == 1, short
        elif whole.startswith("file:///"):
            assert Path(unquote(urlsplit(whole).path)).is_file(), whole


@pytest.mark.parametrize("name", [*PORTFOLIOS, *COMPARISONS])
def test_hostile_text_runs_nothing(open_page: Open, name: str) -> None:
    """The page's own script is the only one, and a comparison has none."""
    page = open_page(name)
    assert page.evaluate("window.owned") is None
    assert page.evaluate("document.scripts.length") == (1 if name in PORTFOLIOS else 0)


def test_targets_are_large_enough(open_page: Open) -> None:
    """Buttons, menus and links that stand alone are at least 24 pixels high at the narrowest width."""
    page = open_page("portfolio", width=320)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, select, input, summary, .toc a, .parts a')]
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"""
    )
    assert small == []


def test_whatever_takes_the_focus_shows_it(open_page: Open) -> None:
    """The first 40 stops of the Tab key have an outline of 3 pixels; the skip link comes first."""
    page = open_page("portfolio")
    for stop in range(40):
        page.keyboard.press("Tab")
        look = page.evaluate(
            "(e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth + e.className)"
            "(document.activeElement)"
        )
        assert look.startswith("solid3px")
        assert stop or look.endswith("skip")


@pytest.mark.parametrize("width", [1280, 320])
def test_every_head_sorts_both_ways(open_page: Open, width: int) -> None:
    """One click up, another down; numbers as numbers; what is not known stands last; aria-sort says which."""
    page = open_page("portfolio", width)
    heads = page.locator("#list thead button")
    assert heads.count() == 9
    numbers = {2, 3, 4, 5, 8}
    values = {5: lambda row: row["weight"] if row["status"] == "read" and row["weight"] is not None else None}
    for column in (0, 2, 5, 8):
        for direction in ("ascending", "descending"):
            heads.nth(column).click()
            head = page.locator("#list thead th").nth(column)
            assert head.get_attribute("aria-sort") == direction
            assert page.locator("#list thead th[aria-sort]").count() == 1
            found = [word.rstrip("%") for word in shown(page, column)]
            if column in numbers and column not in values:
                given = [float(word) for word in found if word]
                assert given == sorted(given, reverse=direction == "descending")
                assert len(given) == 50
            if column in values:
                known = sorted(filter(None, map(values[column], ROWS)), reverse=direction == "descending")
                assert [float(word) for word in found] == known[:50]


def test_unknown_values_stand_last(open_page: Open) -> None:
    """Sorted by year, either way, the last page holds the tenders without one."""
    page = open_page("portfolio")
    for _ in range(2):
        page.locator("#list thead button").nth(2).click()
        for _ in range(4):
            page.click("#on")
        assert shown(page, 2)[-1] == ""
        assert not page.locator("#on").is_visible()


def test_the_list_can_be_narrowed(open_page: Open) -> None:
    """Search, buyer type, year and kind of problem, alone and together; the count is that of the survey."""
    page = open_page("portfolio")
    assert count(page) == "Showing 1 to 50 of 240"
    page.select_option("#f-buyer", "nhs")
    assert set(shown(page, 1)) == {"NHS body"}
    assert count(page) == f"Showing 1 to 48 of {sum(row['buyer_type'] == 'nhs' for row in ROWS)} that match"
    page.select_option("#f-year", "unknown")
    assert set(shown(page, 2)) == {""}
    page.select_option("#f-buyer", "")
    page.select_option("#f-year", "")
    page.fill("#q", "park BENCHES, penm")
    assert all(title.startswith("Park benches, Penmoor") for title in shown(page, 0))
    assert len(shown(page, 0)) == sum(row["title"] == "Park benches, Penmoor" for row in ROWS)
    page.fill("#q", "no such tender")
    assert count(page) == "No tender matches"
    assert shown(page, 0) == []


def test_kinds_of_problem_have_the_counts_of_the_survey(open_page: Open) -> None:
    """With must-fix problems, named but not scored, not read, and each pattern: as many as the figures say."""
    page = open_page("portfolio")
    gap = sum(bool(row["priorities_stated"]) and row["social_value_scored"] is False for row in ROWS)
    expected = {"must": sum(row["must"] > 0 for row in ROWS), "gap": gap, "unread": SURVEY["unreadable"]}
    expected |= {str(place): entry["tenders"]["n"] for place, entry in enumerate(SURVEY["patterns"])}
    for kind, many in expected.items():
        page.select_option("#f-show", kind)
        assert f" of {many} that match" in count(page), kind


def test_the_list_is_turned_page_by_page(open_page: Open) -> None:
    """Next and Previous show every tender once; the reader's place moves to the first of the new page."""
    page = open_page("portfolio")
    assert not page.locator("#back").is_visible()
    seen = page.locator("#list tbody a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    for turned in range(4):
        page.click("#on")
        seen += page.locator("#list tbody a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
        if turned < 3:
            assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 1
    assert sorted(seen) == sorted(row["scorecard"] for row in ROWS if row["scorecard"])
    page.click("#back")
    assert count(page) == "Showing 151 to 200 of 240"


def test_without_javascript_every_tender_is_there(open_page: Open) -> None:
    """All rows in the page, no control that does nothing, and links to the parts of a long list."""
    page = open_page("portfolio", java_script_enabled=False)
    assert page.locator("#list tbody tr").count() == 240
    assert not page.locator(".toolbar").is_visible()
    assert not page.locator("#on").is_visible()
    assert page.locator("#list thead button").count() == 0
    many = open_page("portfolio-many", java_script_enabled=False)
    assert many.locator("#list tbody tr").count() == 10_000
    assert many.locator(".parts a").count() == 40
    many.click(".parts a >> nth=20")
    assert many.locator("#rows-21 tbody a").first.is_visible()


def test_ten_thousand_tenders_stay_usable(open_page: Open) -> None:
    """Only one page of rows is laid out at a time; sorting and searching reach all ten thousand."""
    page = open_page("portfolio-many")
    assert count(page) == "Showing 1 to 50 of 10,000"
    assert page.evaluate("document.querySelectorAll('*').length") < 5000
    page.locator("#list thead button").nth(5).click()
    assert set(shown(page, 5)) == {"2.5%"}
    page.fill("#q", "debt advice, kelmore")
    many = sum(row["title"] == "Debt advice, Kelmore" for row in portfolio.rows(10_000))
    assert count(page) == f"Showing 1 to 50 of {many} that match"


@pytest.mark.parametrize(("name", "least", "most"), [("portfolio", 8, 30), ("compared", 3, 14)])
def test_the_page_prints_whole_on_a4(open_page: Open, tmp_path: Path, name: str, least: int, most: int) -> None:
    """On paper every tender is there and no control is; afterwards the screen shows one page again."""
    page = open_page(name)
    made = tmp_path / "page.pdf"
    page.pdf(path=made, prefer_css_page_size=True)
    with pdfplumber.open(made) as pdf:
        texts = [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]
        assert {round(sheet.height) for sheet in pdf.pages} <= {841, 842}
    assert least <= len(texts) <= most
    whole = " ".join(texts)
    assert "On this page" not in whole
    if name == "portfolio":
        assert whole.count("Park benches,") == sum(row["title"].startswith("Park benches,") for row in ROWS)
        assert "Search by name" not in whole
        page.wait_for_function("document.querySelectorAll('#list tbody tr').length === 50")
