"""The template, calculator or appendix that an answer must use, and whether it is among the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Block, Document, Form
from checker.weigh.ledger import Ledger
from checker.weigh.places import Spot, sentences, visible
from checker.weigh.words import Words
from checker.wording import clean

_LABEL = re.compile(r"\s(?P<label>[A-Z]?\d{1,2}[a-z]?|[A-H])(?![\w'])")
_BEFORE = re.compile(r"(?:[A-Z][\w-]*\s+)+$")


def read_form(
    document: Document, block: Block, documents: Sequence[Document], words: Words, ledger: Ledger
) -> Iterator[Form]:
    """The forms that a block of a social value question tells bidders to use, in the order of the text."""
    for start, end in sentences(block.text, words):
        text = visible(block, start, end)
        if not words.has("form_verbs", text):
            continue
        for a, b in _named(text, words):
            spot = Spot(document, block, start + a, start + b)
            ref = ledger.note(spot, "question.form", "detail", "marking")
            yield Form(text[a:b].strip(), _given(text[a:b], documents), (ref,))


def _named(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Where a form's name stands: "Appendix C", "Social Value Response Template"."""
    numbered: list[tuple[int, int]] = []
    for hit in words.find("numbered_forms", text):
        m = _LABEL.match(text, hit.end)
        if m:
            numbered.append((hit.start, m.end()))
    yield from numbered
    for hit in words.find("form_names", text):
        before = _BEFORE.search(text[: hit.start])
        start = before.start() if before else hit.start
        if all(hit.end <= a or b <= start for a, b in numbered):
            yield start, hit.end


def _given(name: str, documents: Sequence[Document]) -> bool:
    """Whether a file has the form's name, or a heading outside the sentence begins with it."""
    wanted = _plain(name)
    for document in documents:
        if wanted in _plain(document.name):
            return True
        if any(_plain(section.title).startswith(wanted) for section in document.sections):
            return True
    return False


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", clean(text).lower())) + " "
