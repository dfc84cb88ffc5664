"""Which block introduces a list item or a table: "The Supplier shall:" and the bullets below it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Block, BlockKind, Document

_SHORT = 15
"""Words: an item of a list without bullets is no longer than this when no stop ends it."""
_CAPTION = 20
"""Words: a paragraph above a table is its caption when it is no longer than this, or ends with a colon."""
_SIGNS = (";", ",")
"""Signs between the items of a list."""
_NESTED = 3.0
"""Points by which a bullet stands further right than the one that introduces it."""


def leads(document: Document, joins: Sequence[str]) -> Mapping[str, str]:
    """For each bullet, list paragraph and cell that something introduces: the id of that block.

    `joins` are the words that may end an item before the last ("and").

    A bullet is introduced by the nearest block above that is no bullet, or by a bullet that ends with a
    colon and stands further left; a paragraph by one above that ends with a colon, and so are the short
    paragraphs after it; the cells of a table by its caption right above it. A heading or a new section
    ends every list.
    """
    endings = tuple(f"{sign} {word}" for sign in _SIGNS for word in joins)
    found: dict[str, str] = {}
    last: Block | None = None
    opener: Block | None = None
    nested: Block | None = None
    for block in _running_text(document):
        if last is not None and last.section != block.section:
            last = opener = nested = None
        if block.kind is BlockKind.HEADING:
            last = opener = nested = None
            continue
        if block.kind is BlockKind.CELL:
            if last is not None and last is opener and _is_caption(last):
                found[block.id] = last.id
            elif last is not None and last.id in found and _same_table(last, block):
                found[block.id] = found[last.id]
        elif block.kind is BlockKind.BULLET:
            if nested is not None and _left(block) < _left(nested) + _NESTED:
                nested = None
            lead = nested or opener
            if lead is not None:
                found[block.id] = lead.id
            if _opens(block):
                nested = block
        else:
            if last is not None and _opens(last):
                found[block.id] = last.id
            elif last is not None and last.id in found and last.kind is BlockKind.PARAGRAPH and _goes_on(last, endings):
                found[block.id] = found[last.id]
            opener, nested = block, None
        last = block
    return found


def _running_text(document: Document) -> Iterator[Block]:
    return (block for block in document.blocks if not block.furniture and block.text.strip())


def _same_table(one: Block, other: Block) -> bool:
    return one.place is not None and other.place is not None and one.place.table == other.place.table


def _is_caption(block: Block) -> bool:
    return _opens(block) or len(block.text.split()) <= _CAPTION


def _opens(block: Block) -> bool:
    return block.text.rstrip(" -–—").endswith(":")


def _goes_on(item: Block, endings: tuple[str, ...]) -> bool:
    """Whether a list without bullets goes on after this item."""
    text = item.text.rstrip().lower()
    if text.endswith((*_SIGNS, *endings)):
        return True
    return not text.endswith((".", "?", "!", ":")) and len(text.split()) <= _SHORT


def _left(block: Block) -> float:
    return block.lines[0].lefts[0] if block.lines and block.lines[0].lefts else 0.0
