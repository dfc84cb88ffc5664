"""Text that is only a place for text: "[insert question]", "«Question_1»", an empty line of a form."""

from __future__ import annotations

import re

from checker.model import Block, Document
from checker.weigh.words import Words
from checker.wording import clean

_PLACES = re.compile(r"«[^«»]*(?:»|$)|<<[^>]*>>|<[^<>]{1,300}>|\{\{[^}]*\}\}|\[[^\[\]]*\]|_{2,}|\.{3,}|…+")
_REAL = re.compile(r"[A-Za-z]{2,}")


def is_blank(text: str, words: Words) -> bool:
    """Whether a text holds a bracket, merge field or line to be filled in, and no words of its own.

    The number and the name of the question, and the labels of a form, are no words of its own.
    """
    plain = clean(text)
    if not _PLACES.search(plain):
        return False
    rest = _PLACES.sub(" ", plain)
    for name in ("question_words", "social_value", "field_weights", "limit_heads", "glue"):
        for hit in reversed(words.find(name, rest)):
            rest = rest[: hit.start] + " " + rest[hit.end :]
    return not _REAL.search(rest)


def blank_sections(document: Document, words: Words) -> frozenset[str]:
    """The ids of the sections in which the question itself is a field that nobody has filled in."""
    return frozenset(
        block.section for block in document.blocks if _asks_nothing(document, block, words) and block.section
    )


def _asks_nothing(document: Document, block: Block, words: Words) -> bool:
    if not block.text.strip() or not is_blank(block.text, words):
        return False
    head = document.head_of(block)
    return words.has("question_words", head) or words.has("question_words", block.text.replace("_", " "))
