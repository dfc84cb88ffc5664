"""Where a tender speaks of its social value question by its number: "your answer to question 7 will be reported on"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.match.labels import Labels
from checker.match.passages import Passage
from checker.model import Block, BlockKind, Document

_SHORT = 6
"""Words: a cell no longer than this only labels its row."""
_START = 12
"""Letters before a label at the start of a paragraph: its own number."""

InScope = Callable[[Block], bool]


def references(
    documents: Sequence[Document],
    passages: Mapping[str, Passage],
    named: Mapping[str, int],
    in_scope: InScope,
    labels: Labels,
) -> dict[str, int]:
    """The blocks that name social value by a label, each with the number of the first sentence that does.

    A label stands for social value when a heading, a table row or the start of a paragraph gives it that
    name ("MS7 | Social value"), and no other place gives it another. An annex stands for it when a sentence
    says that the answers become that annex. Labels count in every file of the pack.

    Arguments: `named` are the blocks that name social value in words; `in_scope` tells whether a block is
    about it; `labels` finds labels in a text.
    """
    keys = {key for document in documents for key in _defined(document, named, labels)}
    keys -= {key for document in documents for key in _other_names(document, in_scope, labels)} if keys else set()
    if not keys:
        return {}
    cited = dict(_citations(passages.values(), keys, labels))
    annexes = set(_annexes(cited, passages, keys, labels))
    annexes -= {key for document in documents for key in _other_names(document, in_scope, labels)}
    return dict(_citations(passages.values(), keys | annexes, labels)) if annexes else cited


def _defined(document: Document, named: Mapping[str, int], labels: Labels) -> Iterator[str]:
    """The labels that a document gives to social value."""
    for block in document.blocks:
        if block.id not in named or block.furniture:
            continue
        if block.kind is BlockKind.HEADING or block.kind is BlockKind.CELL:
            yield from (key for key, _, _ in labels.find(block.text))
        else:
            yield from (key for key, start, _ in labels.find(block.text) if start <= _START and not named[block.id])
    for table in document.tables:
        for row in table.rows[table.header :]:
            cells = [document.by_id[cell] for cell in dict.fromkeys(row) if cell is not None]
            if any(cell.id in named for cell in cells):
                short = (cell.text for cell in cells if len(cell.text.split()) <= _SHORT)
                yield from (key for text in short for key, _, _ in labels.find(text))


def _other_names(document: Document, in_scope: InScope, labels: Labels) -> Iterator[str]:
    """The labels that headings and cells give to other things."""
    for block in document.blocks:
        if block.furniture or block.kind not in (BlockKind.HEADING, BlockKind.CELL) or in_scope(block):
            continue
        found = list(labels.find(block.text))
        if len({key for key, _, _ in found}) != 1:
            continue
        key, start, end = found[0]
        alone = not block.text[:start].strip() and not block.text[end:].strip()
        if alone if block.kind is BlockKind.CELL else bool(block.text[end:].strip(" .:)-–—")):
            yield key


def _citations(passages: Iterable[Passage], keys: set[str], labels: Labels) -> Iterator[tuple[str, int]]:
    for passage in passages:
        block = passage.block
        if block.furniture:
            continue
        found = list(labels.find(block.text))
        ours = [start for key, start, _ in found if key in keys]
        # A heading over other questions as well is not about social value.
        if ours and (block.kind is not BlockKind.HEADING or all(key in keys for key, _, _ in found)):
            yield block.id, min(passage.sentence_at(start) for start in ours)


def _annexes(
    cited: Mapping[str, int], passages: Mapping[str, Passage], keys: set[str], labels: Labels
) -> Iterator[str]:
    """The annexes in sentences that speak of social value answers and of no others."""
    for block, number in cited.items():
        passage = passages[block]
        sentence = passage.sentences[number]
        found = {key for key, _, _ in labels.find(passage.block.text[sentence.start : sentence.end])}
        new = {key for key in found - keys if labels.is_annex(key)}
        if found - keys == new:
            yield from sorted(new)
