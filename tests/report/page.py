"""A scorecard page taken apart, for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def parsed(html: str) -> Element:
    """The page as a tree. Raises for the first fault that the HTML standard names."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    return tree


def words(element: Element) -> str:
    """All text of an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def having(tree: Element, name: str) -> Iterator[Element]:
    """The elements of a class, in the order of the page."""
    return (element for element in tree.iter() if name in (element.get("class") or "").split())


def by_id(tree: Element, wanted: str) -> Element:
    """The one element with an id."""
    found = [element for element in tree.iter() if element.get("id") == wanted]
    assert len(found) == 1, f"{len(found)} elements have the id {wanted}"
    return found[0]
