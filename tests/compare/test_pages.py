"""The comparison as a page and as text: complete, escaped, and without JavaScript."""

from __future__ import annotations

import unicodedata
from typing import Any

from report import example, hostile
from report.page import by_id, having, parsed, words

from checker.compare import compare, to_html, to_text
from checker.report import to_dict


def test_the_page_tells_every_change_with_both_places(compared: dict[str, Any]) -> None:
    """Each problem and each moved fact stands in the page, with the file and page of both drafts."""
    tree = parsed(to_html(compared))
    found = {state: len(entries) for state, entries in compared["problems"].items()}
    assert found["fixed"] == 1
    told = f"1 problem fixed, {found['new']} new, {found['open']} still open"
    assert words(by_id(tree, "h-change")) == told
    for state, entries in compared["problems"].items():
        if entries:
            assert len(list(by_id(tree, state).iter("li"))) == len(entries)
    moved = words(by_id(tree, "moved"))
    for row in compared["moved"]:
        assert row["label"] in moved
    assert "500 words Tender v1.txt, page 1" in moved
    assert "750 words Tender v2.txt, page 1" in moved


def test_places_are_links_where_the_files_lie_near(compared: dict[str, Any]) -> None:
    """Each side links into its own file; without addresses there is no link out of the page."""
    links = {"old": {"Tender v1.txt": "old/Tender%20v1.txt"}, "new": {"Tender v2.txt": "new/Tender%20v2.txt"}}
    addresses = {a.get("href") for a in parsed(to_html(compared, links)).iter("a")}
    assert {"old/Tender%20v1.txt#page=1", "new/Tender%20v2.txt#page=1"} <= addresses
    plain = {a.get("href") or "" for a in parsed(to_html(compared)).iter("a")}
    assert all(address.startswith("#") for address in plain)


def test_the_page_has_no_script_and_refuses_any(compared: dict[str, Any]) -> None:
    """Its own policy lets nothing but its style sheet through."""
    html = to_html(compared)
    assert "<script" not in html
    assert "default-src 'none'" in html
    assert "script-src" not in html


def test_hostile_text_is_only_text() -> None:
    """Titles, file names and criteria that try to break out are shown as they stand, on either side."""
    clean, evil = to_dict(example.scorecard()), hostile.data()
    for pair in ((clean, evil), (evil, clean), (evil, evil)):
        html = to_html(compare(*pair))
        tree = parsed(html)
        assert not list(tree.iter("script"))
        assert not [name for element in tree.iter() for name in element.attrib if str(name).startswith("on")]
        for text in (html, to_text(compare(*pair))):
            assert not [c for c in text if unicodedata.category(c) == "Cc" and c != "\n"]
            assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert words(next(parsed(to_html(compare(clean, evil))).iter("h1"))).startswith(hostile.SHOWN)


def test_the_page_of_equal_drafts_says_so() -> None:
    """Nothing new, nothing fixed: the sections stay and say none."""
    one = to_dict(example.scorecard())
    tree = parsed(to_html(compare(one, one)))
    assert "None." in words(by_id(tree, "new"))
    assert "None." in words(by_id(tree, "fixed"))
    assert words(by_id(tree, "moved")).count("No difference was found.") == 5
    assert not list(having(tree, "late"))


def test_the_summary_fits_a_terminal(compared: dict[str, Any]) -> None:
    """No line is longer than 79 letters; the new problem and the moved weight are in it."""
    text = to_text(compared)
    assert max(map(len, text.splitlines())) <= 79
    assert "B6" in text
    assert "10% → 15%" in " ".join(text.split())
