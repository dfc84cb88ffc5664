"""Several lots in one sentence or one cell, each with its own number: "10% (Lot 1) 20% (Lots 2 and 3)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.weigh.amount import Amount
from checker.weigh.amounts import find_amounts
from checker.weigh.words import Words
from checker.wording import clean

_LABEL = r"(?:\d{1,2}[a-z]?|[A-H])(?![\w'%])"
_LABELS = re.compile(rf"\s*(?:no\.?\s*)?{_LABEL}(?:\s*(?:,\s*and|,|and|&|to|-|/)\s*{_LABEL})*")


@dataclass(frozen=True, slots=True)
class Named:
    """Lots that are named together, and where: "Lots 2 and 3"."""

    lots: tuple[str, ...]
    start: int
    end: int


def lots_named(text: str, words: Words) -> list[Named]:
    """Every place where a text names one lot or several, from left to right."""
    plain = clean(text)
    found: list[Named] = []
    for hit in words.find("lots_words", plain):
        m = _LABELS.match(plain, hit.end)
        if m:
            word = plain[hit.start : hit.end].capitalize().rstrip("s")
            found.append(Named(tuple(f"{word} {label}" for label in _written_out(m[0])), hit.start, m.end()))
    return found


def _written_out(text: str) -> list[str]:
    """The labels of "2 and 3" or "1 to 4"."""
    labels: list[str] = []
    for m in re.finditer(rf"(?P<to>\bto\b|-)?\s*(?P<label>{_LABEL})", text):
        label = m["label"]
        if m["to"] and labels and labels[-1].isdigit() and label.isdigit() and 0 < int(label) - int(labels[-1]) < 20:
            labels.extend(str(n) for n in range(int(labels[-1]) + 1, int(label)))
        labels.append(label)
    return labels


def shares_by_lot(text: str, words: Words) -> dict[str, Amount]:
    """The number of each lot in a text that names two or more of them, each with one number; else nothing.

    The lot stands before its number everywhere, or after it everywhere.
    """
    named = lots_named(text, words)
    if len({lot for place in named for lot in place.lots}) < 2:
        return {}
    amounts = find_amounts(text, words)
    if len(amounts) < 2:
        return {}
    before = named[0].start < amounts[0].start
    found: dict[str, Amount] = {}
    for n, amount in enumerate(amounts):
        low = (amounts[n - 1].end if n else 0) if before else amount.end
        high = amount.start if before else (amounts[n + 1].start if n + 1 < len(amounts) else len(text))
        lots = [lot for place in named if low <= place.start < high for lot in place.lots]
        if not lots or any(lot in found for lot in lots):
            return {}
        found.update(dict.fromkeys(lots, amount))
    return found


def pieces_by_lot(text: str, words: Words) -> list[tuple[str, int, int]]:
    """A sentence cut where it turns to the next lot, with each lot's name; nothing unless each names its own set.

    In "Lot 1: price 60%, quality 40%; Lot 2: price 50%, quality 50%" each lot leads two or more numbers.
    """
    named = lots_named(text, words)
    if len({place.lots for place in named}) < 2 or len(named) != len({place.lots for place in named}):
        return []
    ends = [*(place.start for place in named[1:]), len(text)]
    found = [
        (lot, place.end, end)
        for place, end in zip(named, ends, strict=True)
        for lot in place.lots
        if len(find_amounts(text[place.end : end], words)) > 1
    ]
    return found if len(found) == sum(len(place.lots) for place in named) else []
