"""A name and the number beside it in running text: "Social value (10%)", "10% for social value"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from checker.weigh.amount import FIXED, Amount
from checker.weigh.amounts import find_amounts
from checker.weigh.schemes import OTHER, SOCIAL_VALUE, base_in, name_of, role_of_name
from checker.weigh.words import Words
from checker.wording import clean

_LONGEST = 14
"""A criterion's name has no more words than this."""
_WORDY = 7
"""A longer name of social value in a sentence is a clause about it, so only the term itself is kept."""
_EDGE = re.compile(r"^[\s:;,.()|/=+–*-]+|[\s:;,.(|/=+–*-]+$")
_OF_NEXT = re.compile(r"\s+of\s+(?:the|this|that)\s+", re.IGNORECASE)
_OF = re.compile(r"^\s*of\s+(?P<rest>.{0,48})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One criterion in running text: its name, its amount, and the letters that both cover."""

    name: str
    amount: Amount
    start: int
    end: int
    role: str
    base: str = ""
    exact: bool = False
    """Whether the text says nothing but the name, the number and words of weighing."""


def item_in(text: str, start: int, end: int, amount: Amount, words: Words) -> Item | None:
    """The criterion that a stretch of text names for one amount, or None when it names none.

    Arguments: `start` and `end` bound the stretch in `text`; offsets in the result are into `text`.
    """
    before, after = clean(text[start : amount.start]), clean(text[amount.end : end])
    if not is_share(after, words):
        return None
    base = base_in(after, words) or base_in(before, words)
    base = base or base_in(clean(text[amount.start : amount.end]), words)
    left, right = _bare(_led(before, words), words), _bare(after, words)
    # "Social value is not scored and 100% is for price": what is denied has no number.
    if words.has("negated", before):
        clause = _last_clause(before)
        left = "" if words.has("negated", clause) else _bare(clause, words)
    name, rest = (left, right) if left else (right, "")
    if right and role_of_name(right, words) == SOCIAL_VALUE and role_of_name(left, words) != SOCIAL_VALUE:
        name, rest = right, left
    if not name or len(name.split()) > _LONGEST or not re.search(r"[A-Za-z]{2}", name):
        return None
    if words.has("clause_words", name):
        # "Tenders are scored on price": the name is what comes after the last word that leads up to it.
        led = [hit.end for hit in words.find("leads", name) if hit.end < len(name)]
        name = _bare(name[led[-1] :], words) if led else name
    role = role_of_name(name, words)
    if role == SOCIAL_VALUE and (len(name.split()) > _WORDY or words.has("clause_words", name)):
        hits = words.find("social_value", name)
        name = name[hits[0].start : hits[0].end]
    return Item(name, amount, start, end, role, base, exact=not re.search(r"[A-Za-z]{3}", rest))


def _led(before: str, words: Words) -> str:
    """What stands after the words that lead up to a list: "The award criteria are as follows: price"."""
    lead, rest = before[: len(before) - len(_last_clause(before))], _last_clause(before)
    return rest if rest and (words.has("award_words", lead) or words.has("weighing", lead)) else before


def _last_clause(before: str) -> str:
    """What stands after the last colon or semicolon; an empty text where there is none."""
    m = re.search(r"[:;]\s(?P<rest>[^:;]*)$", before)
    return m["rest"] if m else ""


def is_share(after: str, words: Words) -> bool:
    """Whether "N% of the …" goes on with something that has weights: marks, a score, quality."""
    m = _OF.match(after)
    if not m:
        return True
    return words.has("base_nouns", " ".join(m["rest"].split()[:4]))


def trapped(text: str, amount: Amount, words: Words) -> bool:
    """Whether the words next to an amount make it something else: "10% retention", "VAT at 20%".

    So do the words of a pass mark before it, "must score at least 50%", and of a change, "cut travel by 15%".
    """
    before = clean(text[: amount.start]).split()
    after = " ".join(clean(text[amount.end :]).split()[:3])
    if words.has("pass_marks", " ".join(before[-6:])):
        return True
    if words.has("comparatives", after.split(" ")[0]):
        return True
    if words.has("change_by", " ".join(before[-1:])) and not words.has("weighing", " ".join(before[-4:])):
        return True
    return words.has("traps", " ".join(before[-3:])) or words.has("traps", after)


def _bare(text: str, words: Words) -> str:
    """What is left of a text without words of weighing: the name."""
    rest = text
    for name in ("base_overall", "base_quality"):
        for hit in reversed(words.find(name, rest)):
            # "Quality score 60%" keeps its name: only a base after "of" or "within" goes.
            if re.match(r"(?:of|within|out)\b", rest[hit.start :], re.IGNORECASE):
                rest = rest[: hit.start] + " " + rest[hit.end :]
    rest = _edges(rest, words, ("glue", "range_forms", "minimum", "maximum", "weighing"))
    return name_of(rest, words)


def _edges(text: str, words: Words, names: Iterable[str]) -> str:
    """The text without glue words at its two ends."""
    lists = tuple(names)
    while True:
        rest = _EDGE.sub("", text)
        for name in lists:
            hits = words.find(name, rest)
            if hits and hits[0].start == 0:
                rest = rest[hits[0].end :]
                break
            if hits and hits[-1].end == len(rest):
                rest = rest[: hits[-1].start]
                break
        if rest == text:
            return rest
        text = rest


def items_in(text: str, words: Words, offset: int = 0) -> list[Item]:
    """Every name with its amount in a sentence such as "price 40%, quality 50% and social value 10%".

    Names stand before their numbers or after them; the first thing in the sentence tells which. Marks
    beside a percentage ("out of 5 and weighted at 10%") are left out.
    """
    amounts = find_amounts(text, words)
    if any(a.unit == "percent" for a in amounts):
        amounts = [a for a in amounts if a.unit == "percent"]
    amounts = [a for a in amounts if is_share(clean(text[a.end :]), words)]
    if not amounts or any(_OF_NEXT.fullmatch(text[a.end : b.start]) for a, b in pairwise(amounts)):
        # "Half of the 20% for quality is social value": a share of a share, which no single number tells.
        return []
    forward = _numbers_first(clean(text), amounts, words)
    if not forward and _turns(clean(text), amounts, words):
        return [_moved(item, offset) for item in _each_way(text, amounts, words)]
    items: list[Item] = []
    for n, amount in enumerate(amounts):
        start = amount.start if forward else (amounts[n - 1].end if n else 0)
        end = (amounts[n + 1].start if n + 1 < len(amounts) else len(text)) if forward else amount.end
        if not forward and n + 1 == len(amounts):
            end = len(text)
        elif not forward:
            end = _tail(text, amount.end, amounts[n + 1].start)
        item = item_in(text, start if n or forward else 0, end, amount, words)
        if item is not None:
            items.append(_moved(item, offset))
    return items


def _numbers_first(text: str, amounts: list[Amount], words: Words) -> bool:
    """Whether each number stands before its name: "60% quality and 40% price"."""
    before = _bare(text[: amounts[0].start], words)
    if not before:
        return True
    last = _bare(text[amounts[-1].end :], words)
    if last and re.search(r":\s*$", text[: amounts[0].start]) and role_of_name(before, words) == OTHER:
        return True  # "The criteria are: 60% quality and 40% price"
    return len(amounts) > 1 and role_of_name(before, words) == OTHER and role_of_name(last, words) != OTHER


def _turns(text: str, amounts: list[Amount], words: Words) -> bool:
    """Whether a sentence begins with numbers before their names and goes on the other way.

    "Bids are scored 40% price, 60% quality, with social value at 10% of the quality score."
    """
    if len(amounts) < 2 or role_of_name(text[: amounts[0].start], words) != OTHER:
        return False
    first = text[amounts[0].end : _tail(text, amounts[0].end, amounts[1].start)]
    return role_of_name(first, words) != OTHER and not base_in(first, words)


def _each_way(text: str, amounts: list[Amount], words: Words) -> list[Item]:
    """The criteria of a sentence whose names stand now before and now after their numbers."""
    items: list[Item] = []
    begun = 0
    for n, amount in enumerate(amounts):
        last = n + 1 == len(amounts)
        stop = len(text) if last else _tail(text, amount.end, amounts[n + 1].start)
        before = role_of_name(text[begun : amount.start], words) != OTHER
        item = item_in(text, begun if before else amount.start, stop, amount, words)
        if item is not None:
            items.append(item)
        begun = stop
    return items


def _tail(text: str, start: int, end: int) -> int:
    """Where the words that belong to an amount end before the next name begins: at a comma or "and"."""
    m = re.search(r"[,;/]|\band\b|\.\s", text[start:end])
    return start + m.start() if m else start


def _moved(item: Item, by: int) -> Item:
    if not by:
        return item
    return Item(item.name, item.amount.moved(by), item.start + by, item.end + by, item.role, item.base, item.exact)


def fixed(items: Iterable[Item]) -> list[float]:
    """The fixed numbers among some items."""
    return [i.amount.value for i in items if i.amount.kind == FIXED and i.amount.value is not None]
