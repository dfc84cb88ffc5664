"""Lines that a flattened table or a cut sentence left as paragraphs of their own. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.model import Block, BlockKind, Document

_LINE = 14
"""Words: a paragraph that is one line of such a run is no longer than this."""
_REACH = 12
"""Lines above that may still belong to what a line says."""
_STOPS = (".", "?", "!", ":")
_BRACKETS = {"[": "]", "(": ")", "«": "»"}


class Runs:
    """Which lines of a document were one sentence or one table row before they were taken apart.

    A line goes on from the one above when it begins with a small letter, or when the one above leaves a
    bracket open. A run is a series of short paragraphs in which that happens and of which most end with no stop.
    """

    def __init__(self, document: Document) -> None:
        self._runs: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._cut: dict[str, str] = {}
        blocks = [block for block in document.blocks if not block.furniture and block.text.strip()]
        for above, block in pairwise(blocks):
            if _together(above, block) and _goes_on(above, block):
                self._cut[block.id] = above.id
        for run in _series(blocks):
            cut = sum(block.id in self._cut for block in run)
            unended = sum(not block.text.rstrip().endswith(_STOPS) for block in run)
            if cut and unended * 2 > len(run):
                ids = tuple(block.id for block in run)
                self._runs.update({block: (place, ids) for place, block in enumerate(ids)})

    def above(self, block: str) -> str:
        """The line above a line of the same run; empty for the first and for what is in no run."""
        place, run = self._runs.get(block, (0, ()))
        return run[place - 1] if place else ""

    def lines_above(self, block: str) -> tuple[str, ...]:
        """The lines of the same run above a line, the nearest first."""
        place, run = self._runs.get(block, (0, ()))
        return run[max(0, place - _REACH) : place][::-1]

    def beside(self, block: str) -> tuple[str, ...]:
        """The lines right above and right below a line of a run."""
        place, run = self._runs.get(block, (0, ()))
        return (*run[max(0, place - 1) : place], *run[place + 1 : place + 2])

    def cut_from(self, block: str) -> str:
        """The block whose last sentence goes on in this one; empty when none does."""
        return self._cut.get(block, "")


def _together(above: Block, block: Block) -> bool:
    paragraphs = above.kind is BlockKind.PARAGRAPH and block.kind is BlockKind.PARAGRAPH
    return paragraphs and above.section == block.section


def _goes_on(above: Block, block: Block) -> bool:
    text = above.text.rstrip()
    if text.endswith(":"):
        return False
    return block.text.lstrip()[:1].islower() or any(
        text.count(opening) > text.count(closing) for opening, closing in _BRACKETS.items()
    )


def _series(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The short paragraphs that follow each other in one section, two or more at a time."""
    run: list[Block] = []
    for block in blocks:
        short = block.kind is BlockKind.PARAGRAPH and len(block.text.split()) <= _LINE
        if run and not (short and run[-1].section == block.section):
            if len(run) > 1:
                yield run
            run = []
        if short:
            run.append(block)
    if len(run) > 1:
        yield run
