"""Whether the response template or calculator that the text names is among the files that were given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Block, BlockKind, Document, Finding, Role
from checker.score.case import Case, ids_of
from checker.score.fact import NONE, Fact
from checker.wording import Phrases, clean, listed

_NEAR = 40
"""Letters between the words for a template and the label that belongs to them."""
_SHORT = 12
"""Words: a longer paragraph that begins with a label speaks about the part and does not head it."""
_NUMBER = r"(?:[A-Z]\d{0,2}|\d{1,2}[A-Za-z]?)"
_GAP = r"[\s_.:-]*"


def template_fact(case: Case) -> Fact:
    """Whether every template that bidders must use is there: present, absent or none.

    A template is looked for by its label ("Appendix F") in the names and titles of the files and in the
    headings of every file, also of a file that could not be opened; without a label, by what it is called.
    """
    shelf = _Shelf(case)
    named = [finding for finding in case.signal("template") if not shelf.is_head(finding)]
    if not named:
        return Fact(NONE, "no template")
    found = [(finding, *shelf.look(finding)) for finding in named]
    absent = [item for item in found if not item[2]]
    shown = absent or found
    words = listed(list(dict.fromkeys(name for _, name, _ in shown)))
    return Fact("absent" if absent else "present", words, ids_of(finding for finding, _, _ in shown))


class _Shelf:
    """The files of a pack, to look for one of their parts."""

    def __init__(self, case: Case) -> None:
        self._case = case
        words = "|".join(re.escape(word) for word in sorted(case.rules.words.get("template_labels", ())))
        self._label = re.compile(rf"\b((?i:{words}))s?\s+({_NUMBER})\b") if words else None
        self._kinds = Phrases(case.rules.words.get("template_names", ()))
        self._names = [clean(text) for document in case.documents for text in (document.name, document.title)]

    def look(self, finding: Finding) -> tuple[str, bool]:
        """What a template is called, and whether it is there."""
        text = clean(self._case.blocks[finding.block][1].text) if finding.block in self._case.blocks else finding.quote
        label = self._label_of(finding, text)
        if label is not None:
            return f"{label[0]} {label[1]}", self._is_labelled(finding, *label)
        kind = self._kinds.first(finding.quote)
        called = finding.quote[kind.start : kind.end] if kind else finding.quote
        return f"the {called}", kind is not None and self._is_called(finding, kind.phrase)

    def is_head(self, finding: Finding) -> bool:
        """Whether the words that name a template are the heading of the template itself."""
        if self._label is None or finding.block not in self._case.blocks:
            return False
        document, block = self._case.blocks[finding.block]
        return _may_head(document, block) and self._label.match(clean(block.text)) is not None

    def _label_of(self, finding: Finding, text: str) -> tuple[str, str] | None:
        """The label that belongs to a template: in its words, or else near them."""
        if self._label is None:
            return None
        near = [m for m in self._label.finditer(text) if m.end() > finding.start - _NEAR]
        near = [m for m in near if m.start() < finding.end + _NEAR]
        best = min(near, key=lambda m: max(finding.start - m.end(), m.start() - finding.end, 0), default=None)
        return (best[1], best[2]) if best else None

    def _is_labelled(self, finding: Finding, word: str, number: str) -> bool:
        label = re.compile(rf"(?<![A-Za-z]){re.escape(word)}{_GAP}{re.escape(number)}(?![A-Za-z0-9])", re.IGNORECASE)
        return any(label.search(name) for name in self._names) or any(
            label.match(clean(block.text)) for block in self._heads(finding)
        )

    def _is_called(self, finding: Finding, phrase: str) -> bool:
        """Whether a file, or a part of one that has a label, is called what the text calls the template."""
        called = Phrases((phrase,))
        parts = (clean(block.text) for block in self._heads(finding))
        return any(re.sub(r"[_-]+", " ", name) in called for name in self._names) or any(
            part in called and self._label is not None and self._label.match(part) for part in parts
        )

    def _heads(self, finding: Finding) -> Iterator[Block]:
        """What may head a part of the pack, but not the place that names the template."""
        for document in self._case.documents:
            for block in document.blocks:
                if block.id != finding.block and _may_head(document, block):
                    yield block


def _may_head(document: Document, block: Block) -> bool:
    """Whether a block is a heading, a short line or a page header; lists and tables of documents only name them."""
    if block.furniture == "contents" or block.kind in (BlockKind.CELL, BlockKind.BULLET):
        return False
    section = document.section_of(block)
    if section is not None and section.role is Role.CONTENTS:
        return False
    return block.kind is BlockKind.HEADING or len(block.text.split()) <= _SHORT
