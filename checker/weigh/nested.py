"""Criteria inside criteria in one sentence: "Quality 60% (of which social value 10%) and price 40%"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from checker.weigh.amount import FIXED, Amount
from checker.weigh.amounts import find_amounts
from checker.weigh.items import Item, items_in
from checker.weigh.ratios import ratio_items
from checker.weigh.schemes import OTHER, PRICE, QUALITY, SOCIAL_VALUE, role_of_name
from checker.weigh.words import Words

NONE = "none"
"""The kind of the amount of a group that has no number of its own."""
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One criterion of a sentence with those that are named as parts of it."""

    item: Item
    children: tuple[Part, ...] = ()

    @property
    def all(self) -> Iterator[Item]:
        """The item and every item below it."""
        yield self.item
        for child in self.children:
            yield from child.all


def nested_items(text: str, words: Words, usable: Callable[[Item], bool]) -> list[Part]:
    """The criteria of a sentence as a tree.

    What stands in brackets after a criterion, or after "of which", "including", "comprising", is a part
    of it. Arguments: `usable` says whether an item counts (it is not struck out, and no trap).
    """
    group = _group(text, words, usable)
    if group is not None:
        return [group]
    masked, insides = _masked(text, words)
    head, tail = _cut(masked, words)
    tops = [Part(item) for item in _items(masked[:head], words) if usable(item)]
    below = [_moved(item, tail) for item in _items(masked[tail:], words)] if tail < len(masked) else []
    below = [item for item in below if usable(item)]
    if below and tops:
        # Price is never a part of quality: "quality 60%, of which social value 10%, and price 40%".
        inner = [item for item in below if item.role != PRICE or tops[-1].item.role == PRICE]
        tops[-1] = replace(tops[-1], children=tuple(Part(item) for item in inner))
        tops += [Part(item) for item in below if item not in inner]
    elif below:
        tops = [Part(item) for item in below]
    for start, end in insides:
        inner = [_moved(item, start) for item in _items(text[start:end], words)]
        parts = tuple(Part(item) for item in inner if usable(item))
        at = max((n for n, part in enumerate(tops) if part.item.amount.start < start), default=-1)
        if at >= 0 and parts:
            tops[at] = replace(tops[at], children=(*tops[at].children, *parts))
        else:
            tops += list(parts)
    return _split(_into_quality(tops), text, words)


def _into_quality(tops: list[Part]) -> list[Part]:
    """Social value that is said to be a share of quality put below the quality of the same sentence."""
    quality = [n for n, part in enumerate(tops) if part.item.role == QUALITY and part.item.amount.kind == FIXED]
    below = [part for part in tops if part.item.role == SOCIAL_VALUE and part.item.base == "quality"]
    if len(quality) != 1 or not below:
        return tops
    at = quality[0]
    holder = replace(tops[at], children=(*tops[at].children, *below))
    return [holder if n == at else part for n, part in enumerate(tops) if part not in below]


def _group(text: str, words: Words, usable: Callable[[Item], bool]) -> Part | None:
    """Social value without a number of its own and its parts: "Social value is made up of jobs (6%), skills (4%)"."""
    for hit in words.find("part_of", text):
        if find_amounts(text[: hit.start], words) or not words.has("social_value", text[: hit.start]):
            continue
        inner = [_moved(item, hit.end) for item in items_in(text[hit.end :], words)]
        # A name with its number in brackets is a part, even where the name is one that elsewhere is a trap.
        inner = [item for item in inner if _bracketed(text, item) or usable(item)]
        if len(inner) < 2 or any(item.role == PRICE for item in inner):
            return None
        term = words.find("social_value", text[: hit.start])[-1]
        name = text[term.start : term.end]
        empty = Amount(term.end, term.end, NONE, "percent")
        whole = Item(name, empty, term.start, term.end, SOCIAL_VALUE, "", exact=True)
        return Part(whole, tuple(Part(item) for item in inner))
    return None


def _bracketed(text: str, item: Item) -> bool:
    return text[: item.amount.start].rstrip().endswith("(") and text[item.amount.end :].lstrip().startswith(")")


def _items(text: str, words: Words) -> list[Item]:
    return ratio_items(text, text, words) or items_in(text, words)


def _masked(text: str, words: Words) -> tuple[str, list[tuple[int, int]]]:
    """The text with brackets that hold criteria blanked out, and where their insides stand."""
    insides: list[tuple[int, int]] = []
    for m in _BRACKETS.finditer(text):
        inner = items_in(m[1], words)
        named = any(item.role != OTHER for item in inner) or len(inner) > 1
        if inner and named and find_amounts(text[: m.start()], words):
            opening = [hit.end for hit in words.find("part_of", m[1]) if hit.start == 0]
            insides.append((m.start(1) + max(opening, default=0), m.end(1)))
            text = text[: m.start()] + " " * len(m[0]) + text[m.end() :]
    return text, insides


def _cut(text: str, words: Words) -> tuple[int, int]:
    """Where the words that open a part begin and end; the end of the text twice where there are none."""
    for hit in words.find("part_of", text):
        if find_amounts(text[: hit.start], words) and find_amounts(text[hit.end :], words):
            return hit.start, hit.end
    return len(text), len(text)


def _moved(item: Item, by: int) -> Item:
    return replace(item, amount=item.amount.moved(by), start=item.start + by, end=item.end + by)


def _split(tops: list[Part], text: str, words: Words) -> list[Part]:
    """Social value scored in two ways ("5% quantitative, 5% qualitative") put below social value."""
    ways = [part for part in tops if words.has("split_words", part.item.name)]
    if len(ways) < 2 or not words.has("social_value", text):
        return tops
    rest = [part for part in tops if part not in ways]
    total = sum(part.item.amount.value or 0.0 for part in ways)
    for n, part in enumerate(rest):
        same = part.item.amount.kind == FIXED and part.item.amount.value == total
        if part.item.role == SOCIAL_VALUE or same:
            named = part.item if part.item.role == SOCIAL_VALUE else _as_social_value(part.item, text, words)
            rest[n] = Part(named, tuple(ways))
            return rest
    item = _as_social_value(ways[0].item, text, words)
    empty = Amount(item.amount.start, item.amount.start, NONE, "percent")
    return [*rest, Part(replace(item, amount=empty), tuple(ways))]


def _as_social_value(item: Item, text: str, words: Words) -> Item:
    hit = words.find("social_value", text)[0]
    name = text[hit.start : hit.end]
    start, end = min(item.start, hit.start), max(item.end, hit.end)
    return replace(item, name=name, role=role_of_name(name, words), start=start, end=end)
