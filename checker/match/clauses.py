"""Numbered clauses: which stand side by side, and which paragraphs belong to one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from checker.model import Block, BlockKind, Document

_NUMBER = re.compile(r"^(?:\D{0,30}\s)?(\d+(?:\.\d+)*)[.)]?\s")
"""The number at the start of a clause; a column's words may stand before it in a pasted page."""
_ENOUGH = 2
"""Clauses that name social value themselves before their neighbours are taken to be about it."""
_REACH = 12
"""Blocks without a number that may belong to the numbered clause before them."""

Numbered = tuple[Block, tuple[int, ...]]


def clauses_about(document: Document, named: Mapping[str, int]) -> frozenset[str]:
    """The blocks that are about social value because of the numbered clauses round them.

    A clause is, when at least half of the clauses beside it (same section, same number but for the last
    part) name social value and no fewer than two do. A paragraph without a number is, when it stands
    between a clause that names social value and the clause with the next number.
    """
    blocks = [b for b in document.blocks if not b.furniture and b.kind is not BlockKind.CELL]
    return frozenset((*_beside(blocks, named), *_under(blocks, named)))


def _beside(blocks: Sequence[Block], named: Mapping[str, int]) -> Iterator[str]:
    numbered = [(block, number) for block in blocks if (number := _number(block)) and len(number) > 1]
    for _, group in groupby(numbered, key=lambda clause: (clause[0].section, clause[1][:-1])):
        clauses = [block.id for block, _ in group]
        naming = sum(block in named for block in clauses)
        if naming >= _ENOUGH and naming * 2 >= len(clauses):
            yield from clauses


def _under(blocks: Sequence[Block], named: Mapping[str, int]) -> Iterator[str]:
    for place, block in enumerate(blocks):
        number = _number(block)
        if not number or block.id not in named or block.kind is BlockKind.HEADING:
            continue
        following: list[str] = []
        for other in blocks[place + 1 : place + 2 + _REACH]:
            if (here := _number(other)) and other.kind is not BlockKind.BULLET:
                if here == (*number[:-1], number[-1] + 1):
                    yield from following
                break
            if other.section == block.section:
                following.append(other.id)


def _number(block: Block) -> tuple[int, ...]:
    m = _NUMBER.match(block.text)
    return tuple(int(part) for part in m[1].split(".")) if m and len(m[1]) <= 16 else ()
