"""Ratios: "price/quality/social value 50/40/10", "P:Q:SV 40:50:10", "a 60:40 quality to price split"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.weigh.amount import FIXED, Amount
from checker.weigh.items import Item
from checker.weigh.schemes import OTHER, PRICE, QUALITY, SOCIAL_VALUE, role_of_name
from checker.weigh.words import Words
from checker.wording import clean

RATIO = re.compile(
    r"(?<![\w.,/:-])\d{1,3}(?:\s?%)?(?:(?:\s?[/:]\s?\d{1,3}(?:\s?%)?){1,4}|(?:-\d{1,3}){2,4}(?:\s?%)?)(?![\w/:]|[.,]\d)"
)
_NAMES = re.compile(r"[A-Za-z][A-Za-z -]*[A-Za-z](?:\s?[/:]\s?[A-Za-z][A-Za-z -]*[A-Za-z]){1,4}")
_LETTERS = re.compile(r"(?<![\w/:])[A-Z]{1,2}(?:\s?[/:]\s?[A-Z]{1,2}){1,4}(?![\w/:])")
_NAMED = {PRICE: "price", QUALITY: "quality", SOCIAL_VALUE: "social_value"}


def ratio_items(part: str, text: str, words: Words, around: Sequence[str] = ()) -> list[Item]:
    """The criteria of a ratio whose order is named, or nothing.

    Arguments: `part` is the stretch that holds the ratio; `text` the sentence, where the names may
    stand; `around` texts near it, nearest first, that may name the order where the sentence does not.
    The numbers must make 100.
    """
    m = next((m for m in RATIO.finditer(part) if _makes_100(m[0])), None)
    if m is None:
        return []
    numbers = list(re.finditer(r"\d{1,3}", m[0]))
    start = m.start()
    names = _names(part, text, len(numbers), words)
    if names is not None:
        start = min(start, names[1])
    else:
        names = next((found for other in around if (found := _ordered(clean(other), text, len(numbers), words))), None)
    if names is None:
        return []
    return [
        Item(name, Amount(m.start() + n.start(), m.start() + n.end(), FIXED, "percent", float(n[0])), start, m.end(),
             role_of_name(name, words), "", True)
        for name, n in zip(names[0], numbers, strict=True)
    ]  # fmt: skip


def has_ratio(text: str) -> bool:
    """Whether a text holds a ratio whose numbers make 100."""
    return any(_makes_100(m[0]) for m in RATIO.finditer(text))


def _makes_100(ratio: str) -> bool:
    return sum(int(n) for n in re.findall(r"\d{1,3}", ratio)) == 100


Names = tuple[list[str], int]
"""As many names as a ratio has numbers, in their order, and where they begin."""


def _names(part: str, text: str, count: int, words: Words) -> Names | None:
    joined = _joined(part, count, words)
    if joined is not None:
        return joined
    known = _known(part, words)
    return known if known and len(known[0]) == count and words.has("ratio_words", text) else None


def _ordered(other: str, text: str, count: int, words: Words) -> Names | None:
    """The names that another sentence or line puts in order: joined by strokes, or said to be in that order."""
    joined = _joined(other, count, words)
    if joined is not None:
        return joined
    known = _known(other, words)
    said = words.has("order_words", other) or words.has("order_words", text)
    return known if known and said and len(known[0]) == count else None


def _joined(part: str, count: int, words: Words) -> Names | None:
    for m in _NAMES.finditer(part):
        names = [name.strip() for name in re.split(r"[/:]", m[0])]
        names[0] = _last_known(names[0], words)
        names[-1] = _first_known(names[-1], words)
        if len(names) == count and all(role_of_name(name, words) != OTHER for name in names):
            return names, m.start()
    for m in _LETTERS.finditer(part):
        roles = [_lettered(letters.strip(), words) for letters in re.split(r"[/:]", m[0])]
        if len(roles) == count == len(set(roles)) and "" not in roles:
            return [words.name(_NAMED[role]) for role in roles], m.start()
    return None


def _lettered(letters: str, words: Words) -> str:
    """The criterion that initials stand for ("SV"), or an empty text."""
    return next((role for role, name in _NAMED.items() if words.whole(f"{name}_letters", letters)), "")


def _known(part: str, words: Words) -> Names | None:
    """Price, quality and social value where each is named just once."""
    found: list[tuple[int, int, str]] = []
    # What names social value may hold a word of price ("social and economic value"), so it goes first.
    for name in ("social_value", "price", "quality"):
        for hit in words.find(name, part):
            if all(hit.end <= start or end <= hit.start for start, end, _ in found):
                found.append((hit.start, hit.end, part[hit.start : hit.end]))
    found.sort()
    roles = [role_of_name(name, words) for _, _, name in found]
    if not found or len(set(roles)) < len(roles):
        return None
    return [name for _, _, name in found], found[0][0]


def _last_known(name: str, words: Words) -> str:
    hits = [hit for kind in ("price", "quality", "social_value") for hit in words.find(kind, name)]
    best = max(hits, key=lambda hit: hit.end, default=None)
    return name[best.start : best.end] if best else name


def _first_known(name: str, words: Words) -> str:
    hits = [hit for kind in ("price", "quality", "social_value") for hit in words.find(kind, name)]
    best = min(hits, key=lambda hit: hit.start, default=None)
    return name[best.start : best.end] if best else name
