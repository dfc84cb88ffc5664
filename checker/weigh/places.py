"""Where a weight stands: a stretch of a block's text, and the finding that proves it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.model import Block, Document, Finding, Role
from checker.weigh.words import Words
from checker.wording import clean, find_numbers


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A stretch of text in one block of one document: offsets into the block's text."""

    document: Document
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words that stand there."""
        return self.block.text[self.start : self.end]

    @property
    def page(self) -> int:
        """The page on which it begins, from 1."""
        return self.block.page_at(self.start)

    def trimmed(self) -> Spot:
        """The same stretch without spaces at its ends."""
        text = self.text
        lead, tail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
        return replace(self, start=self.start + lead, end=self.end - tail) if text.strip() else self


def whole(document: Document, block: Block) -> Spot:
    """The whole of a block."""
    return Spot(document, block, 0, len(block.text)).trimmed()


def counts(document: Document, block: Block) -> bool:
    """Whether a block is text that counts: no header, footer or line of a contents page."""
    return bool(block.text.strip()) and not block.furniture and role_of(document, block) is not Role.CONTENTS


def role_of(document: Document, block: Block) -> Role:
    """What the section is for in which a block stands."""
    section = document.section_of(block)
    return section.role if section else Role.OTHER


def heading_of(document: Document, block: Block) -> str:
    """Number and title of the section in which a block stands ("4.2 Award criteria")."""
    section = document.section_of(block)
    return f"{section.number} {section.title}".strip() if section else ""


def headings_over(document: Document, block: Block) -> tuple[str, ...]:
    """The titles of every heading over a block, outermost first."""
    section = document.section_of(block)
    return section.path if section else ()


class Taken:
    """The stretches of text that have been read already, so that no number is read twice."""

    def __init__(self) -> None:
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def add(self, block: Block, start: int, end: int) -> None:
        """Note that text[start:end] of a block has been read."""
        self._spans.setdefault(block.id, []).append((start, end))

    def holds(self, block: Block, start: int, end: int) -> bool:
        """Whether a part of text[start:end] has been read."""
        return any(a < end and start < b for a, b in self._spans.get(block.id, ()))


def struck(block: Block, start: int, end: int) -> bool:
    """Whether a part of text[start:end] is shown struck through."""
    return any(a < end and start < b for a, b in block.struck)


def visible(block: Block, start: int, end: int) -> str:
    """The text from `start` to `end`, cleaned, with spaces where the page shows it struck through."""
    text = block.text
    for a, b in block.struck:
        text = text[:a] + " " * (b - a) + text[b:]
    return clean(text[start:end])


def sentences(text: str, words: Words) -> list[tuple[int, int]]:
    """Offsets of the sentences of a text; the items of a list in it belong to the sentence that opens it."""
    return words.sentences(text)


def finding(spot: Spot, rule: str, kind: str, words: Words, signal: str = "weights") -> Finding:
    """The finding that a reader can look up: these words, on this page, in these boxes.

    Arguments: `rule` is what was recognised ("weight.this-tender"); `kind` weight, criterion or question.
    """
    spot = spot.trimmed()
    block, document = spot.block, spot.document
    start, end = next(((a, b) for a, b in sentences(block.text, words) if a <= spot.start < b), (0, len(block.text)))
    return Finding(
        id=f"{block.id}:{spot.start}-{spot.end}:{rule}",
        rule=rule,
        rule_version=1,
        kind=kind,
        theme="",
        signal=signal,
        file=document.name,
        page=spot.page,
        boxes=block.boxes(spot.start, spot.end),
        quote=spot.text,
        sentence=block.text[start:end].strip(),
        section=heading_of(document, block),
        role=role_of(document, block).value,
        block=block.id,
        start=spot.start,
        end=spot.end,
        sentence_start=start,
        numbers=tuple(replace(n, start=n.start + spot.start, end=n.end + spot.start) for n in find_numbers(spot.text)),
    )
