"""Weights in sentences: "Social value accounts for 15% of the overall score", ratios, nested shares."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Block, BlockKind, Document, Role
from checker.weigh.amounts import BLANK, MINIMUM, find_amounts
from checker.weigh.codes import code_at_start, without_code
from checker.weigh.items import Item, fixed, trapped
from checker.weigh.kinds import EXAMPLE, POLICY, THIS, is_example, is_policy
from checker.weigh.nested import NONE, Part, nested_items
from checker.weigh.places import Spot, Taken, counts, headings_over, role_of, sentences, visible
from checker.weigh.ratios import RATIO
from checker.weigh.schemes import PRICE, QUALITY, SOCIAL_VALUE, Entry, Scheme, base_in, lot_in
from checker.weigh.tables import intro_of
from checker.weigh.tree import near
from checker.weigh.words import Words
from checker.wording import clean

_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.PRICING)
_STRICT = (Role.CONTRACT, Role.SPECIFICATION, Role.BACKGROUND, Role.SELECTION)
_SHORT = 14


def read_prose(document: Document, words: Words, taken: Taken) -> list[Scheme]:
    """The criteria and weights that a document states in sentences, but for the text `taken` already."""
    schemes: list[Scheme] = []
    for block in document.blocks:
        if not counts(document, block) or role_of(document, block) in _NEVER:
            continue
        if block.kind is BlockKind.CELL and len(block.text.split()) < _SHORT:
            continue
        for start, end in sentences(block.text, words):
            if not taken.holds(block, start, end):
                schemes.extend(_sentence(document, block, start, end, words))
    return schemes


def _sentence(document: Document, block: Block, start: int, end: int, words: Words) -> Iterator[Scheme]:
    text = visible(block, start, end)
    if not find_amounts(text, words) and not RATIO.search(text):
        return
    if not any(words.has(name, text) for name in ("social_value", "price", "quality")):
        return

    def usable(item: Item) -> bool:
        return not trapped(text, item.amount, words)

    parts = nested_items(text, words, usable)
    items = [item for part in parts for item in part.all]
    if not _weighed(document, block, text, items, len(items) > len(parts), words):
        return
    kind = _kind(document, block, start, text, words)
    if kind == EXAMPLE and not words.has("example_weights", text):
        return
    entries = tuple(_entry(document, block, start, part, text, words) for part in parts)
    lot = lot_in(text, words) or next(
        (found for title in reversed(headings_over(document, block)) if (found := lot_in(title, words))), ""
    )
    source = "questions" if _is_question(block, start, end, text, words) else "sentence"
    yield Scheme(document, source, entries, kind=kind, lot=lot, base=_base(text, entries, words))


def _weighed(document: Document, block: Block, text: str, items: list[Item], nested: bool, words: Words) -> bool:
    """Whether a sentence with a name and a number speaks of weights at all."""
    roles = {item.role for item in items}
    known = roles & {PRICE, QUALITY, SOCIAL_VALUE}
    if not known or words.has("past", text):
        return False
    pair = PRICE in roles and (
        bool(roles & {QUALITY, SOCIAL_VALUE}) or (len(items) > 1 and near(sum(fixed(items)), 100))
    )
    if all(item.amount.kind == BLANK for item in items):
        return SOCIAL_VALUE in roles
    role = role_of(document, block)
    based = any(item.base for item in items) or bool(base_in(text, words))
    if role in _STRICT and not (pair or (based and words.has("weighing", text)) or words.has("policy_sources", text)):
        return False
    if pair or (nested and SOCIAL_VALUE in roles and role not in _STRICT):
        return True
    if SOCIAL_VALUE not in roles:
        return based and words.has("weighing", text) and role is Role.AWARD
    bare = len(text.split()) <= _SHORT and all(item.exact for item in items)
    return bare or words.has("weighing", text)


def _kind(document: Document, block: Block, start: int, text: str, words: Words) -> str:
    before = clean(block.text[:start])
    if is_policy(text, before, words):
        return POLICY
    if is_example(text, words) or is_example(before[-120:], words):
        return EXAMPLE
    intro = intro_of(document, block)
    if intro and len(intro[0].text.split()) <= 30 and is_example(intro[0].text, words):
        return EXAMPLE
    return THIS


def _entry(document: Document, block: Block, start: int, part: Part, text: str, words: Words) -> Entry:
    item = part.item
    lead = len(text[item.start : item.end]) - len(text[item.start : item.end].lstrip(" ,;:(").removeprefix("and "))
    spot = Spot(document, block, start + item.start + lead, start + item.end).trimmed()
    amount = item.amount.moved(start) if item.amount.kind != NONE else None
    below = tuple(_entry(document, block, start, child, text, words) for child in part.children)
    name = without_code(item.name, words)
    return Entry(
        name[:1].upper() + name[1:],
        item.role,
        amount,
        spot,
        spot,
        "",
        code_at_start(item.name, words),
        item.base,
        below,
    )


def _base(text: str, entries: tuple[Entry, ...], words: Words) -> str:
    own = {entry.base for entry in entries if entry.base}
    if len(own) == 1:
        return own.pop()
    return base_in(text, words) if len(entries) == 1 and entries[0].amount and entries[0].amount.kind != MINIMUM else ""


def _is_question(block: Block, start: int, end: int, text: str, words: Words) -> bool:
    """Whether the sentence is the heading of a question with its weight: "Question 6: Fair work (8%)"."""
    return (
        bool(code_at_start(text, words)) and start == 0 and end == len(block.text) and len(text.split()) <= 2 * _SHORT
    )
