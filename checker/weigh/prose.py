"""Weights in sentences: "Social value accounts for 15% of the overall score", ratios, nested shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Block, BlockKind, Document, Role
from checker.weigh.amount import BLANK, MINIMUM
from checker.weigh.amounts import find_amounts
from checker.weigh.codes import code_at_start, without_code
from checker.weigh.items import Item, fixed, trapped
from checker.weigh.kinds import EXAMPLE, POLICY, THIS, is_example, is_policy
from checker.weigh.lots import pieces_by_lot, shares_by_lot
from checker.weigh.nested import NONE, Part, nested_items
from checker.weigh.places import Spot, Taken, counts, headings_over, role_of, sentences, visible
from checker.weigh.pronouns import by_pronoun, roles_named
from checker.weigh.ratios import has_ratio, ratio_items
from checker.weigh.schemes import PRICE, QUALITY, SOCIAL_VALUE, Entry, Scheme, base_in, lot_in
from checker.weigh.tables import intro_of
from checker.weigh.tree import near
from checker.weigh.words import Words
from checker.wording import clean

_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.PRICING)
_STRICT = (Role.CONTRACT, Role.SPECIFICATION, Role.BACKGROUND, Role.SELECTION)
_SHORT = 14
_BRACKETED = re.compile(r"[^.;:()\[\]]*[(\[][^()\[\]]*\d[^()\[\]]*[)\]]")
_LABEL = 9
"""A label that begins a sentence has no more words than this."""
_BEFORE = 400
"""So many letters before a sentence may name the policy or the example that it goes on about."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One sentence: its block, the offset at which it begins there, and its words as they are visible."""

    document: Document
    block: Block
    start: int
    text: str


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
    if not find_amounts(text, words) and not has_ratio(text):
        return
    pieces = pieces_by_lot(text, words)
    for lot, a, b in pieces:
        yield from _criteria(Said(document, block, start + a, text[a:b]), lot, words)
    if pieces:
        return
    shares = shares_by_lot(text, words) if roles_named(text, words) == (SOCIAL_VALUE,) else {}
    for lot, amount in shares.items():
        name = words.find("social_value", text)[0]
        item = Item(text[name.start : name.end], amount, amount.start, amount.end, SOCIAL_VALUE, base_in(text, words))
        yield from _scheme(Said(document, block, start, text), [Part(item)], lot, words)
    if not shares:
        yield from _criteria(Said(document, block, start, text), "", words)


def _criteria(said: Said, lot: str, words: Words) -> Iterator[Scheme]:
    """What one sentence, or the part of one that is about a lot, says of criteria."""

    def usable(item: Item) -> bool:
        return not trapped(said.text, item.amount, words)

    ratio = has_ratio(said.text)
    named = roles_named(said.text, words)
    parts = nested_items(said.text, words, _any) if named or ratio else []
    # In a whole set of criteria "waste reduction plan 5%" is one of them; elsewhere it is a target.
    parts = parts if _whole(parts) else nested_items(said.text, words, usable) if parts else []
    if ratio and (not parts or not _known(parts)):
        around = _around(said, words)
        parts = [Part(item) for item in ratio_items(said.text, said.text, words, around)] or parts
    if not parts and not named:
        parts = [part for part in by_pronoun(said.block, said.start, said.text, words) if usable(part.item)]
        strict = role_of(said.document, said.block) in _STRICT
        if parts and (not strict or parts[0].item.base):
            yield from _scheme(said, parts, lot, words)
        return
    items = [item for part in parts for item in part.all]
    if _weighed(said.document, said.block, said.text, items, len(items) > len(parts), words):
        yield from _scheme(said, parts, lot, words)


def _any(_: Item) -> bool:
    return True


def _whole(parts: list[Part]) -> bool:
    """Whether the parts of a sentence are all of the criteria: a price and others, which make 100."""
    tops = [part.item for part in parts]
    return len(tops) > 1 and any(item.role == PRICE for item in tops) and near(sum(fixed(tops)), 100)


def _known(parts: list[Part]) -> bool:
    return any(item.role in (PRICE, QUALITY, SOCIAL_VALUE) for part in parts for item in part.all)


def _around(said: Said, words: Words) -> list[str]:
    """The texts near a sentence that may name the order of its numbers: nearest first, then the headings."""
    block, document = said.block, said.document
    parts = sentences(block.text, words)
    before = [block.text[a:b] for a, b in parts if b <= said.start][::-1][:2]
    after = [block.text[a:b] for a, b in parts if a > said.start][:1]
    at = next(n for n, other in enumerate(document.blocks) if other.id == block.id)
    near = [*document.blocks[max(0, at - 2) : at][::-1], *document.blocks[at + 1 : at + 2]]
    return [*before, *after, *(other.text for other in near), *headings_over(document, block)[-1:]]


def _scheme(said: Said, parts: list[Part], lot: str, words: Words) -> Iterator[Scheme]:
    document, block, start, text = said.document, said.block, said.start, said.text
    kind = _kind(document, block, start, text, words)
    if kind == EXAMPLE and not words.has("example_weights", text):
        return
    lot = lot or lot_in(text, words) or next(
        (found for title in reversed(headings_over(document, block)) if (found := lot_in(title, words))), ""
    )  # fmt: skip
    source = "questions" if _is_question(block, start, start + len(text), text, words) else "sentence"
    for of_kind, some in _apart(parts, kind, text, words):
        entries = tuple(_entry(document, block, start, part, text, words) for part in some)
        yield Scheme(document, source, entries, kind=of_kind, lot=lot, base=_base(text, entries, words))


def _apart(parts: list[Part], kind: str, text: str, words: Words) -> list[tuple[str, list[Part]]]:
    """A policy's floor and this tender's own weight told apart where one sentence gives both."""
    if kind == POLICY and words.has("this_tender", text):
        floors = [part for part in parts if part.item.amount.kind == MINIMUM]
        own = [part for part in parts if part not in floors]
        if floors and own:
            return [(POLICY, floors), (THIS, own)]
    return [(kind, parts)]


def _weighed(document: Document, block: Block, text: str, items: list[Item], nested: bool, words: Words) -> bool:
    """Whether a sentence with a name and a number speaks of weights at all."""
    roles = {item.role for item in items}
    known = roles & {PRICE, QUALITY, SOCIAL_VALUE}
    if not known or words.has("past", text):
        return False
    if words.has("formula_words", text) and PRICE not in roles:
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
    return bare or words.has("weighing", text) or (role not in _STRICT and _is_label(text, items))


def _is_label(text: str, items: list[Item]) -> bool:
    """Whether a sentence begins with a name and its number in brackets: "SV1 Social value (10%): Describe …"."""
    first = items[0]
    before, after = text[: first.amount.start].rstrip(), text[first.amount.end :].lstrip()
    return before.endswith(("(", "[")) and after.startswith((")", "]")) and len(before.split()) <= _LABEL


def _kind(document: Document, block: Block, start: int, text: str, words: Words) -> str:
    before = clean(block.text[max(0, start - _BEFORE) : start])
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
        code_at_start(item.name, words) or code_at_start(text[item.start : item.amount.start], words),
        item.base,
        below,
    )


def _base(text: str, entries: tuple[Entry, ...], words: Words) -> str:
    own = {entry.base for entry in entries if entry.base}
    if len(own) == 1:
        return own.pop()
    return base_in(text, words) if len(entries) == 1 and entries[0].amount and entries[0].amount.kind != MINIMUM else ""


def _is_question(block: Block, start: int, end: int, text: str, words: Words) -> bool:
    """Whether the sentence heads a question, with its weight: "Question 6: Fair work (8%)"."""
    if start or not code_at_start(text, words):
        return False
    m = _BRACKETED.match(text)
    return (end == len(block.text) and len(text.split()) <= 2 * _SHORT) or (
        m is not None and len(m[0].split()) <= _LABEL
    )
