"""How the social value answers are marked: each question with its scale, minimum score, form and number of asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model import BlockKind, Document, Finding, PassMark, Question, Ranking, Scale, TieBreak
from checker.weigh.forms import read_form
from checker.weigh.ledger import Ledger
from checker.weigh.minimums import read_minimums
from checker.weigh.orders import read_rankings, read_tie_breaks
from checker.weigh.places import heading_of
from checker.weigh.scales import Found, read_scales
from checker.weigh.units import Unit
from checker.weigh.words import Words

_LETTERED = re.compile(r"(?:^|\s)\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s")


@dataclass(frozen=True, slots=True)
class Marking:
    """Everything that the files say about marking social value answers."""

    scales: tuple[tuple[Scale, Found], ...]
    minimums: tuple[tuple[PassMark, frozenset[str]], ...]
    rankings: tuple[Ranking, ...]
    tie_breaks: tuple[TieBreak, ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of the findings that prove it all."""
        places = [
            *(scale.evidence for scale, _ in self.scales),
            *(minimum.evidence for minimum, _ in self.minimums),
            *(ranking.evidence for ranking in self.rankings),
            *(tie.evidence for tie in self.tie_breaks),
        ]
        return tuple(dict.fromkeys(ref for place in places for ref in place))


def read_marking(
    documents: Sequence[Document], codes: frozenset[str], numbers: frozenset[str], ledger: Ledger, words: Words
) -> Marking:
    """The scales, minimum scores, rankings and tie-breaks of a pack.

    Arguments: `codes` are the social value questions, `numbers` those with which any question begins.
    """
    return Marking(
        read_scales(documents, words, ledger),
        read_minimums(documents, codes, numbers, words, ledger),
        read_rankings(documents, words, ledger),
        read_tie_breaks(documents, words, ledger),
    )


def marked(
    question: Question,
    unit: Unit,
    marking: Marking,
    documents: Sequence[Document],
    asks: Mapping[str, Sequence[Finding]],
    ledger: Ledger,
    words: Words,
) -> Question:
    """A question with the scale, the minimum score and the form that its answer is subject to.

    A scale printed within the question is its own; of several elsewhere none can be told to be the one.
    """
    forms = [
        form
        for block in unit.blocks
        if block.kind is not BlockKind.HEADING
        for form in read_form(unit.document, block, documents, words, ledger)
    ]
    minimums = [m for m, codes in marking.minimums if codes & set(unit.codes)] or [
        m for m, codes in marking.minimums if not codes
    ]
    return replace(
        question,
        scale=_scale_of(unit, marking, words),
        minimum=minimums[0] if minimums else None,
        forms=tuple({form.name: form for form in forms}.values()),
        asks=_asks(unit, asks),
    )


def _scale_of(unit: Unit, marking: Marking, words: Words) -> Scale | None:
    """The scale of a question: printed within it, or under a heading for social value, or the only one there is."""
    ids = {block.id for block in unit.blocks}
    own = [scale for scale, found in marking.scales if any(spot.block.id in ids for _, spot in found.levels)]
    if own:
        return own[0]
    titled = [scale for scale, found in marking.scales if words.has("social_value", _heading(found))]
    others = [scale for scale, found in marking.scales if not words.has("quality_answers", _heading(found))]
    for some in (titled, others):
        # The same scale may be printed twice.
        if len({tuple((level.score, level.descriptor) for level in scale.levels) for scale in some}) == 1:
            return some[0]
    return None


def _heading(found: Found) -> str:
    _, spot = found.levels[0]
    return heading_of(spot.document, spot.block)


def _asks(unit: Unit, asks: Mapping[str, Sequence[Finding]]) -> int:
    """How many things are asked: lettered parts, bullets below the question, or sentences that ask; at least one."""
    text = " ".join(block.text for block in unit.blocks)
    lettered = len(_LETTERED.findall(text))
    bullets = sum(1 for block in unit.blocks if block.kind is BlockKind.BULLET)
    said = {
        (f.block, f.sentence_start) for block in unit.blocks for f in asks.get(block.id, ()) if not f.dropped_because
    }
    return max(lettered, bullets, len(said), 1)
