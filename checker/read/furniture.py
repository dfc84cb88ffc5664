"""Page furniture: headers and footers that come again page after page, and page numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from checker.read.grids import Grid
from checker.read.pages import PageDraft
from checker.read.strips import Strip, in_rows, join

_ZONE = 0.14
"""The share of the page's height at its top and at its foot where furniture stands."""
_FIGURES = re.compile(r"\d+")
_OF = re.compile(r"\d\s*(?:/|[^\W\d]+)\s*\d")
"""A page number with the number of pages ("3 of 17", "3/17"): sure even where it stands only once."""
_ROMAN = re.compile(r"[ivxlc]{1,6}")
_SAME_HEIGHT = 3.0
"""How far, in points, a header may stand higher or lower from page to page."""


def find_furniture(pages: Sequence[PageDraft], page_words: Sequence[str]) -> dict[int, list[tuple[Strip, str]]]:
    """For each page number the header and footer lines with what they are: header, footer or page number.

    A line at the top or foot counts when the same words stand at the same height on other pages;
    figures may differ where they count the pages. `page_words` are the words round a page number
    ("page", "of").
    """
    lines = {page.number: _edge_lines(page) for page in pages}
    shown = [page.number for page in pages if page.strips]
    seen: dict[tuple[str, str], list[tuple[int, float, Strip]]] = {}
    for number, edge_lines in lines.items():
        for where, height, line in edge_lines:
            seen.setdefault((where, _FIGURES.sub("#", line.text.casefold())), []).append((number, height, line))
    found: dict[int, list[tuple[Strip, str]]] = {}
    usual = _usual_size(pages)
    for (where, shape), places in sorted(seen.items()):
        if places[0][2].size > 1.4 * usual and len(places) < 0.5 * len(shown):
            continue  # a heading that comes again
        for number, _, line in _repeated(shape, places, len(shown), page_words):
            found.setdefault(number, []).append((line, _kind(line.text, where, page_words)))
    _add_elsewhere(found, lines)
    if len(shown) == 1 or not found:
        for number, edge_lines in lines.items():
            for _, _, line in edge_lines:
                if _OF.search(line.text) and _counts_pages(line.text, page_words):
                    found.setdefault(number, []).append((line, "page number"))
    for page in pages:
        if page.number in found:
            found[page.number] = _whole_lines(page, found[page.number])
    return found


def _usual_size(pages: Sequence[PageDraft]) -> float:
    """The letter size, in points, in the middle of all sizes of the document's lines."""
    return median([strip.size for page in pages for strip in page.strips] or [10.0])


def take_out(page: PageDraft, furniture: Sequence[tuple[Strip, str]]) -> PageDraft:
    """The page without the strips of its furniture lines."""
    kept = tuple(
        strip
        for strip in page.strips
        if not any(
            abs(strip.base - line.base) < 1 and line.x0 - 1 <= strip.x0 and strip.x1 <= line.x1 + 1
            for line, _ in furniture
        )
    )
    return replace(page, strips=kept)


def mark_repeated_grids(pages: Sequence[PageDraft]) -> list[PageDraft]:
    """The pages with tables that stand at the head or foot of most pages marked as header or footer."""
    seen: dict[tuple[str, ...], set[int]] = {}
    for page in pages:
        for grid in page.grids:
            if _in_zone(grid, page):
                seen.setdefault(_words(grid), set()).add(page.number)
    often = {words for words, numbers in seen.items() if len(numbers) >= max(3, 0.3 * len(pages))}
    marked = []
    for page in pages:
        grids = tuple(
            replace(grid, furniture=_in_zone(grid, page)) if _in_zone(grid, page) and _words(grid) in often else grid
            for grid in page.grids
        )
        marked.append(replace(page, grids=grids))
    return marked


def _words(grid: Grid) -> tuple[str, ...]:
    return tuple(_FIGURES.sub("#", cell.text.casefold()) for cell in grid.cells)


def _in_zone(grid: Grid, page: PageDraft) -> str:
    tall = page.frame.down
    if grid.bottom < 1.3 * _ZONE * tall:
        return "header"
    return "footer" if grid.top > tall - 1.3 * _ZONE * tall else ""


def _edge_lines(page: PageDraft) -> list[tuple[str, float, Strip]]:
    """The lines near the top and foot of a page, with their distance from that edge.

    Strips far apart on one line (a title on the left, the page number on the right) count each on its own.
    """
    tall = page.frame.down
    found = []
    for row in in_rows(page.strips):
        for strip in row:
            if strip.bottom < _ZONE * tall:
                found.append(("header", strip.base, strip))
            elif strip.top > (1 - _ZONE) * tall:
                found.append(("footer", tall - strip.base, strip))
    return found


def _repeated(
    shape: str, places: list[tuple[int, float, Strip]], pages: int, page_words: Sequence[str]
) -> list[tuple[int, float, Strip]]:
    """Those of the places where one line of furniture stands."""
    kept: list[tuple[int, float, Strip]] = []
    by_height: dict[int, list[tuple[int, float, Strip]]] = {}
    for place in places:
        by_height.setdefault(round(place[1] / _SAME_HEIGHT), []).append(place)
    done: set[int] = set()
    for key in sorted(by_height, key=lambda k: (-len(by_height[k]), k)):
        if key in done:
            continue
        near = [p for k in (key - 1, key, key + 1) if k not in done for p in by_height.get(k, [])]
        done |= {key - 1, key, key + 1}
        if len({number for number, _, _ in near}) < (2 if pages < 8 else 3):
            continue
        if "#" in shape and len({line.text for _, _, line in near}) > 1:
            near = _counting(near, bare=_counts_pages(near[0][2].text, page_words))
        kept += near
    return kept


def _counting(places: list[tuple[int, float, Strip]], bare: bool) -> list[tuple[int, float, Strip]]:
    """The places whose figures count the pages, or stay the same."""
    by_step: dict[tuple[object, ...], list[tuple[int, float, Strip]]] = {}
    for place in places:
        figures = [int(f) for f in _FIGURES.findall(place[2].text)][:6]
        for n, figure in enumerate(figures):
            rest = tuple(figures[:n] + figures[n + 1 :])
            by_step.setdefault((n, figure - place[0], rest), []).append(place)
    kept: dict[int, tuple[int, float, Strip]] = {}
    for group in by_step.values():
        if len({number for number, _, _ in group}) >= 2:
            kept |= {id(place[2]): place for place in group}
    if bare:
        return places if len(kept) * 2 >= len(places) else list(kept.values())
    same: dict[str, list[tuple[int, float, Strip]]] = {}
    for place in places:
        same.setdefault(place[2].text, []).append(place)
    for group in same.values():
        if len(group) >= 3:
            kept |= {id(place[2]): place for place in group}
    return list(kept.values())


def _counts_pages(text: str, page_words: Sequence[str]) -> bool:
    """Whether a line holds nothing but a page number ("Page 3 of 17", "- 3 -", "iv")."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if all(word in page_words for word in words) and _FIGURES.search(text):
        return True
    return bool(_ROMAN.fullmatch(text.strip(" -.").casefold()))


def _add_elsewhere(
    found: dict[int, list[tuple[Strip, str]]], lines: Mapping[int, list[tuple[str, float, Strip]]]
) -> None:
    """Adds lines with the very words of the furniture that stand a little higher or lower (a first page)."""
    known = {(line.text, kind) for some in found.values() for line, kind in some if not line.text.isdigit()}
    for number, edge_lines in lines.items():
        have = {id(line) for line, _ in found.get(number, [])}
        for where, _, line in edge_lines:
            if (line.text, where) in known and id(line) not in have:
                found.setdefault(number, []).append((line, where))


def _whole_lines(page: PageDraft, furniture: list[tuple[Strip, str]]) -> list[tuple[Strip, str]]:
    """The furniture that is not the clause number of a line of text: near it stands no other words."""
    marked = {id(strip) for strip, _ in furniture}
    kept: set[int] = set()
    for row in in_rows(page.strips):
        for strip in row:
            others = [one for one in row if id(one) not in marked]
            near = any(max(one.x0 - strip.x1, strip.x0 - one.x1) < 0.15 * page.frame.across for one in others)
            if id(strip) in marked and not near:
                kept.add(id(strip))
    return [(strip, kind) for strip, kind in furniture if id(strip) in kept]


def _kind(text: str, where: str, page_words: Sequence[str]) -> str:
    return "page number" if _counts_pages(text, page_words) else where


def furniture_rows(lines: Sequence[tuple[Strip, str]]) -> list[tuple[Strip, str]]:
    """Furniture lines of one page, from the top down, strips of one kind on one line joined."""
    kinds: Mapping[int, str] = {id(strip): kind for strip, kind in lines}
    joined: list[tuple[Strip, str]] = []
    for row in in_rows([strip for strip, _ in lines]):
        by_kind: dict[str, list[Strip]] = {}
        for strip in row:
            by_kind.setdefault(kinds[id(strip)], []).append(strip)
        joined += [(join(strips), kind) for kind, strips in by_kind.items()]
    return joined
