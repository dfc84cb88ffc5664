"""Criteria that are printed together in one place: a table, a list or a sentence, before any arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.model import Document
from checker.weigh.amount import Amount
from checker.weigh.places import Spot
from checker.weigh.words import Words
from checker.wording import clean

SOCIAL_VALUE, PRICE, QUALITY, OTHER = "social-value", "price", "quality", "other"

_BULLETS = "•●▪○◦∙·*"
_REF = re.compile(
    r"\(?(?P<ref>[A-Z]{0,4}\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?|[A-Z]{1,2}(?:\d+)?|[a-z]|[ivx]{1,4})[.):]?\s*$"
)
_LED = re.compile(
    r"^\s*(?P<ref>(?:[A-Z]{1,4}\s?)?\d{1,3}(?:\.\d{1,3}){0,4}|[A-Z]\d{0,2}(?=[.):]))[.):]?\s+(?=[A-Za-z\"'«])"
)
_LOT = r"\s*(?:no\.?\s*)?(?P<label>\d{1,2}[a-z]?|[A-H](?![\w']))"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One criterion as it is printed: its name, the number beside it, and the entries below it.

    `spot` is where the number stands (the name where there is none); `ref` the printed reference
    ("2.1", "MS7"); `codes` the questions that answer it ("ms7"); `base` is overall or quality where the
    entry's own words say so.
    """

    name: str
    role: str
    amount: Amount | None
    spot: Spot
    name_spot: Spot
    ref: str = ""
    codes: tuple[str, ...] = ()
    base: str = ""
    children: tuple[Entry, ...] = ()

    def walk(self) -> Iterator[Entry]:
        """This entry and everything below it, from the top down."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """Criteria printed together: from one table, one list, one sentence, or the headings of one file.

    `kind` is what the whole is: this-tender, example, policy-reference or kpi. `base` is overall or
    quality where its heads say so; `total` the printed total; `heading` the words that stand over it.
    """

    document: Document
    source: str
    """table | list | sentence | questions"""
    entries: tuple[Entry, ...]
    kind: str = "this-tender"
    lot: str = ""
    base: str = ""
    total: float | None = None
    heading: str = ""
    under_social_value: bool = False

    def walk(self) -> Iterator[Entry]:
        """Every entry, from the top down."""
        for entry in self.entries:
            yield from entry.walk()


def name_of(text: str, words: Words) -> str:
    """The name of a criterion without its reference, bullets and the list of what it takes in."""
    name = clean(text).strip()
    name = name.lstrip(_BULLETS + "- o" if name.startswith("o ") else _BULLETS + "- ").strip()
    led = _LED.match(name)
    if led:
        name = name[led.end() :]
    cut = [hit.start for hit in words.find("name_ends", name) if hit.start > 2]
    cut += [m.start() for m in re.finditer(rf"\s[{re.escape(_BULLETS)}]\s?|:\s+[{re.escape(_BULLETS)}]|\s\(\s*$", name)]
    name = name[: min(cut)] if cut else name
    return re.sub(r"[\s(\[:;,–|/=-]+$", "", name).lstrip("-:;,.)| ").strip()[:160]


def role_of_name(name: str, words: Words) -> str:
    """What a criterion is about by its name: social-value, price, quality or other."""
    head, colon, rest = name.partition(":")
    if (
        colon
        and "," in rest
        and not words.has("social_value", head)
        and (words.has(PRICE, head) or words.has(QUALITY, head))
    ):
        # "Quality: methods, staffing, social value" is quality with a list of what it takes in.
        name = head
    if words.has("social_value", name) or (name.isupper() and words.whole("social_value_letters", name)):
        return SOCIAL_VALUE
    price, quality = words[PRICE].first(name), words[QUALITY].first(name)
    if price and (quality is None or price.start < quality.start):
        return PRICE
    return QUALITY if quality else OTHER


def reference(text: str) -> str:
    """A cell that is nothing but a reference ("2.1", "MS7", "B"), or an empty text."""
    m = _REF.fullmatch(clean(text).strip())
    return m["ref"] if m else ""


def led_reference(text: str) -> str:
    """The reference with which a text begins ("2.1 Method" gives 2.1), or an empty text."""
    m = _LED.match(clean(text))
    return m["ref"].replace(" ", "") if m else ""


def lot_in(text: str, words: Words) -> str:
    """The one lot that a text names ("Lot 2"), or an empty text when it names none or several."""
    labels: dict[str, None] = {}
    plain = clean(text)
    for hit in words.find("lot_words", plain):
        m = re.match(_LOT, plain[hit.end :], re.IGNORECASE)
        if m and (m["label"].isdigit() or m["label"][0].isupper() or m["label"][0].isdigit()):
            labels[f"{plain[hit.start : hit.end].capitalize()} {m['label']}"] = None
    return next(iter(labels)) if len(labels) == 1 else ""


def base_in(text: str, words: Words) -> str:
    """What a share is a share of, by the words beside it: overall, quality, or nothing said."""
    if words.has("base_quality", text):
        return "quality"
    return "overall" if words.has("base_overall", text) else ""


def is_under(ref: str, other: str) -> bool:
    """Whether one reference is numbered below another: 2.1 below 2, A1 below A, Q1a below Q1."""
    if not other or not ref.startswith(other) or ref == other:
        return False
    following = ref[len(other)]
    return following == "." or following.isdigit() != other[-1].isdigit()


def nest(rows: Sequence[tuple[int, Entry]]) -> tuple[Entry, ...]:
    """The tree of entries printed one below the other, each with its depth from 0."""
    made, at = _nest(rows, 0, 0)
    # Rows deeper than the first come out of the first call; anything left starts a new top level.
    while at < len(rows):
        more, at = _nest(rows, at, rows[at][0])
        made += more
    return tuple(made)


def _nest(rows: Sequence[tuple[int, Entry]], at: int, level: int) -> tuple[list[Entry], int]:
    made: list[Entry] = []
    while at < len(rows) and rows[at][0] >= level:
        depth, entry = rows[at]
        at += 1
        if at < len(rows) and rows[at][0] > depth:
            below, at = _nest(rows, at, rows[at][0])
            entry = replace(entry, children=(*entry.children, *below))
        made.append(entry)
    return made, at
