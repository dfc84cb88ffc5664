"""Ratios: "price/quality/social value 50/40/10", "a 60:40 quality to price split"."""

from __future__ import annotations

import re

from checker.weigh.amounts import FIXED, Amount
from checker.weigh.items import Item
from checker.weigh.schemes import OTHER, role_of_name
from checker.weigh.words import Words

RATIO = re.compile(r"(?<![\w.,/:-])\d{1,3}(?:\s?%)?(?:\s?(?P<by>[/:])\s?\d{1,3}(?:\s?%)?){1,4}(?![\w/:]|[.,]\d)")
_NAMES = re.compile(r"[A-Za-z][A-Za-z -]*[A-Za-z](?:\s?[/:]\s?[A-Za-z][A-Za-z -]*[A-Za-z]){1,4}")


def ratio_items(part: str, text: str, words: Words) -> list[Item]:
    """The criteria of a ratio whose order is named beside it, or nothing.

    Arguments: `part` is the stretch that holds the ratio; `text` the sentence, where the names may
    stand. The numbers must make 100.
    """
    m = next((m for m in RATIO.finditer(part) if _makes_100(m[0])), None)
    if m is None:
        return []
    numbers = list(re.finditer(r"\d{1,3}", m[0]))
    names = _names(part, text, len(numbers), words)
    if not names:
        return []
    start, end = min(m.start(), names[1]), m.end()
    return [
        Item(name, Amount(m.start() + n.start(), m.start() + n.end(), FIXED, "percent", float(n[0])), start, end,
             role_of_name(name, words), "", True)
        for name, n in zip(names[0], numbers, strict=True)
    ]  # fmt: skip


def _makes_100(ratio: str) -> bool:
    return sum(int(n) for n in re.findall(r"\d{1,3}", ratio)) == 100


def _names(part: str, text: str, count: int, words: Words) -> tuple[list[str], int] | None:
    """As many names as the ratio has numbers, in their order, and where they begin in `part`."""
    for m in _NAMES.finditer(part):
        names = [name.strip() for name in re.split(r"[/:]", m[0])]
        names[0] = _last_known(names[0], words)
        names[-1] = _first_known(names[-1], words)
        if len(names) == count and all(role_of_name(name, words) != OTHER for name in names):
            return names, m.start()
    known = sorted(
        {
            hit.start: part[hit.start : hit.end]
            for name in ("price", "quality", "social_value")
            for hit in words.find(name, part)
        }.items()
    )
    if (
        len(known) == count
        and words.has("ratio_words", text)
        and len({role_of_name(n, words) for _, n in known}) == count
    ):
        return [name for _, name in known], known[0][0]
    return None


def _last_known(name: str, words: Words) -> str:
    hits = [hit for kind in ("price", "quality", "social_value") for hit in words.find(kind, name)]
    best = max(hits, key=lambda hit: hit.end, default=None)
    return name[best.start : best.end] if best else name


def _first_known(name: str, words: Words) -> str:
    hits = [hit for kind in ("price", "quality", "social_value") for hit in words.find(kind, name)]
    best = min(hits, key=lambda hit: hit.start, default=None)
    return name[best.start : best.end] if best else name
