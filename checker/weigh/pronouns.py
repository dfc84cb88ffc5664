"""Weights that a sentence gives by a pronoun: "Social value matters to us. The Council gives it 12%.\""""

from __future__ import annotations

from checker.model import Block
from checker.weigh.amount import MINIMUM
from checker.weigh.amounts import find_amounts
from checker.weigh.items import Item, is_share
from checker.weigh.nested import Part
from checker.weigh.places import visible
from checker.weigh.schemes import PRICE, QUALITY, SOCIAL_VALUE, base_in
from checker.weigh.words import Words

_BACK = 2
"""The pronoun stands for what one of so many sentences before it names."""


def roles_named(text: str, words: Words) -> tuple[str, ...]:
    """Which of social value, price and quality a text names."""
    hits = words.find("social_value", text)
    rest = text
    for hit in hits:
        # "Economic, social and environmental well-being" names no price.
        rest = rest[: hit.start] + " " * (hit.end - hit.start) + rest[hit.end :]
    named = [name for name in (PRICE, QUALITY) if words.has(name, rest)]
    initials = any(rest[hit.start : hit.end].isupper() for hit in words.find("social_value_letters", rest))
    return (*([SOCIAL_VALUE] if hits or initials else []), *named)


def by_pronoun(block: Block, start: int, text: str, words: Words) -> list[Part]:
    """The weight that a sentence gives to the social value of the sentence before it, or nothing.

    Arguments: `start` is where the sentence `text` begins in the block. The sentences before must name
    social value and no other criterion, and the sentence itself none.
    """
    if not start or (not words.has("pronouns", text) and not words.has("giving", text)):
        return []
    if roles_named(text, words) or words.has("negated", text):
        return []
    amounts = [a for a in find_amounts(text, words) if is_share(text[a.end :], words)]
    if len(amounts) != 1 or amounts[0].kind == MINIMUM:
        return []
    pronouns = words.find("pronouns", text)
    if not pronouns or not (words.has("giving", text) or words.has("weighing", text)):
        return []
    name = _named_before(block, start, words)
    if not name:
        return []
    (amount,) = amounts
    begin, end = min(pronouns[0].start, amount.start), max(pronouns[0].end, amount.end)
    return [Part(Item(name, amount, begin, end, SOCIAL_VALUE, base_in(text, words)))]


def _named_before(block: Block, start: int, words: Words) -> str:
    """Social value as the nearest sentence before names it, alone; else an empty text."""
    before = [(a, b) for a, b in words.sentences(block.text) if a < start]
    for a, b in before[::-1][:_BACK]:
        text = visible(block, a, b)
        roles = roles_named(text, words)
        if roles == (SOCIAL_VALUE,) and not words.has("past", text):
            hit = words.find("social_value", text)[0]
            return text[hit.start : hit.end]
        if roles:
            return ""
    return ""
