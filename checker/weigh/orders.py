"""Criteria without numbers: ranked by importance, or used only to separate equal tenders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Block, BlockKind, Document, Ranking, Role, TieBreak
from checker.weigh.amounts import find_amounts
from checker.weigh.ledger import Ledger
from checker.weigh.places import Spot, counts, role_of, sentences, visible, whole
from checker.weigh.schemes import SOCIAL_VALUE, name_of, role_of_name
from checker.weigh.words import Words

_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.CONTRACT)
_MOST = 12
"""No more criteria than this are ranked."""
_LONG = 14
"""The name of a ranked criterion has no more words than this."""
_SPLIT = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\band\b|\bthen\b|\d[.)]\s|\([a-z0-9]{1,3}\)\s)\s*")


def read_rankings(documents: Sequence[Document], words: Words, ledger: Ledger) -> tuple[Ranking, ...]:
    """Every list of criteria in order of importance that names social value and gives no numbers."""
    return tuple(
        ranking
        for document in documents
        for at, block in enumerate(document.blocks)
        if block.kind is not BlockKind.CELL and counts(document, block) and role_of(document, block) not in _NEVER
        for ranking in _in_block(document, at, block, words, ledger)
    )


def _in_block(document: Document, at: int, block: Block, words: Words, ledger: Ledger) -> Iterator[Ranking]:
    for start, end in sentences(block.text, words):
        text = visible(block, start, end)
        if not words.has("ranked", text):
            continue
        spots = [Spot(document, block, start, end)]
        names = [] if find_amounts(text, words) else _in_sentence(text, words)
        if len(names) < 2 and end == len(block.text):
            below = _below(document, at, words)
            names = [name for name, _ in below]
            spots += [whole(document, other) for _, other in below]
        if len(names) < 2:
            continue
        if words.has("lowest_first", text):
            names = names[::-1]
        place = next((n for n, name in enumerate(names, 1) if role_of_name(name, words) == SOCIAL_VALUE), None)
        if place is None:
            continue
        refs = tuple(ledger.note(spot, "criterion.ranking", "criterion", "marking") for spot in spots)
        yield Ranking(tuple(names), place, refs)


def _in_sentence(text: str, words: Words) -> list[str]:
    hit = words.find("ranked", text)[-1]
    _, colon, rest = text[hit.end :].partition(":")
    if not colon:
        rest = text[hit.end :]
        for lead in words.find("glue", rest)[:1]:
            rest = rest[lead.end :] if not rest[: lead.start].strip() else rest
    names = [name_of(part, words) for part in _SPLIT.split(rest.rstrip(" ."))]
    names = [name for name in names if re.search(r"[A-Za-z]{3}", name)]
    fits = 2 <= len(names) <= _MOST and all(len(name.split()) <= _LONG for name in names)
    return names if fits and any(role_of_name(name, words) != "other" for name in names) else []


def _below(document: Document, at: int, words: Words) -> list[tuple[str, Block]]:
    """The short lines just below a sentence, as far as none of them has a number of its own."""
    found: list[tuple[str, Block]] = []
    for block in document.blocks[at + 1 : at + 1 + _MOST]:
        text = visible(block, 0, len(block.text))
        if block.kind is not BlockKind.BULLET or len(text.split()) > _LONG:
            break
        if find_amounts(text, words):
            return []
        found.append((name_of(text, words), block))
    return found


def read_tie_breaks(documents: Sequence[Document], words: Words, ledger: Ledger) -> tuple[TieBreak, ...]:
    """Every sentence by which social value decides between tenders with the same total."""
    found: list[TieBreak] = []
    for document in documents:
        for block in document.blocks:
            if not counts(document, block) or role_of(document, block) in _NEVER:
                continue
            for start, end in sentences(block.text, words):
                text = visible(block, start, end)
                if words.has("tied", text) and words.has("social_value", text) and not words.has("negated", text):
                    ref = ledger.note(Spot(document, block, start, end), "criterion.tie-break", "criterion", "marking")
                    found.append(TieBreak(text.strip(), (ref,)))
    return tuple(found)
