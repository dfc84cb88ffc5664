"""The fields of an award notice: "Quality criterion - Name: Method / Weighting: 60"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Block, Document, Role
from checker.weigh.amount import FIXED, Amount
from checker.weigh.places import Spot, Taken, role_of, visible
from checker.weigh.schemes import OTHER, Entry, Scheme, base_in, lot_in, name_of, role_of_name
from checker.weigh.words import Words

_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.PRICING)
_SHORT = 16
"""A line that names a lot for what follows has no more words than this."""

_NEAR = 40
"""What a share is a share of stands within so many letters after it."""
_VALUE = re.compile(
    r"\s*(?:\(%\)\s*)?[:=-]\s*(?P<value>\d{1,3}(?:\.\d+)?)\s?(?P<sign>%|points|marks)?(?![\w:/]|[.,]\d)"
)
_NAME = re.compile(r"\s*\d{0,2}\s*[:=]\s*")


@dataclass(frozen=True, slots=True)
class Field:
    """One criterion of a notice: name, number, and the letters that hold both."""

    name: str
    role: str
    value: float
    unit: str
    start: int
    end: int
    base: str = ""


def fields_in(text: str, words: Words) -> list[Field]:
    """Every "name … weighting: number" in one line, from left to right."""
    found: list[Field] = []
    since = 0
    for hit in words.find("field_weights", text):
        m = _VALUE.match(text, hit.end)
        if not m or hit.start < since:
            continue
        start, name = _name_before(text, since, hit.start, words)
        if name:
            unit = {"%": "percent", None: "bare"}.get(m["sign"], "marks")
            base = base_in(text[m.end() : m.end() + _NEAR], words)
            role = role_of_name(name, words)
            role = role if role != OTHER else role_of_name(text[since:start], words)
            found.append(Field(name, role, float(m["value"]), unit, start, m.end(), base))
        since = m.end()
    return found


def _name_before(text: str, since: int, end: int, words: Words) -> tuple[int, str]:
    """Where the name begins that stands before a weight's field, and the name."""
    start = since
    for hit in words.find("field_names", text[since:end]):
        m = _NAME.match(text, since + hit.end)
        if m and m.end() < end:
            start = m.end()
    name = name_of(text[start:end].rstrip(" /|,;-–"), words)
    start += len(text[start:end]) - len(text[start:end].lstrip(" /|,;-–*•"))
    return start, name


def read_fields(document: Document, words: Words, taken: Taken) -> list[Scheme]:
    """The criteria that a document prints as fields; `taken` is text that is read already, and grows."""
    groups: dict[tuple[str, int], list[Entry]] = {}
    lot, turn, seen = "", 0, set[str]()
    for block in document.blocks:
        if block.furniture or role_of(document, block) in _NEVER:
            continue
        for start, end in _spans(block):
            text = visible(block, start, end)
            here = lot_in(text, words) if len(text.split()) <= _SHORT else ""
            if here and here != lot:
                lot, turn, seen = here, turn + 1, set()
            for part in fields_in(text, words):
                if part.name.lower() in seen:
                    turn, seen = turn + 1, set()
                seen.add(part.name.lower())
                taken.add(block, start, end)
                spot = Spot(document, block, start + part.start, start + part.end)
                amount = Amount(spot.start, spot.end, FIXED, part.unit, part.value)
                entry = Entry(part.name, part.role, amount, spot, spot, base=part.base)
                groups.setdefault((lot, turn), []).append(entry)
    return [
        Scheme(document, "list", tuple(entries), lot=name, heading="fields") for (name, _), entries in groups.items()
    ]


def _spans(block: Block) -> list[tuple[int, int]]:
    return [(line.start, line.end) for line in block.lines] or [(0, len(block.text))]
