"""Initials that stand for social value once a document says so: "social value (SV)". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from checker.match.passages import Passage
from checker.wording import clean

_SAID = re.compile(r"\s*(?:\w+\s+){0,4}\(\s*[\"']?(?:the\s+)?[\"']?([A-Z]{2,6})s?[\"']?\s*\)")
"""Initials in brackets after the words, with a few words more of the name in between at the most."""
_BEFORE = re.compile(r"([A-Z]{2,6}|[A-Z][a-z]+)\s+$")


def short_forms(passages: Iterable[Passage], named: Mapping[tuple[str, int], list[tuple[int, int]]]) -> dict[str, int]:
    """The blocks that name social value by its initials, each with the number of the first sentence that does.

    Initials count in a document that puts them in brackets after the words ("social value (SV)"), and, with
    the name that stands before the words, where it stands before the initials too ("ABC Social Value Tool",
    "ABC SV"). They are capitals wherever they count.

    Arguments: `named` are the places (offsets) of the words for social value, by block and sentence.
    """
    by_document: dict[str, list[Passage]] = {}
    for passage in passages:
        if not passage.block.furniture:
            by_document.setdefault(passage.document.name, []).append(passage)
    found: dict[str, int] = {}
    for group in by_document.values():
        forms = {form for passage in group for form in _forms(passage, named)}
        if not forms:
            continue
        body = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=lambda f: (-len(f), f)))
        pattern = re.compile(rf"(?<![\w/-])(?:{body})s?(?![\w/-])")
        for passage in group:
            m = pattern.search(clean(passage.block.text))
            if m:
                found[passage.block.id] = passage.sentence_at(m.start())
    return found


def _forms(passage: Passage, named: Mapping[tuple[str, int], list[tuple[int, int]]]) -> Iterator[str]:
    """The initials that a passage gives to the words for social value in it."""
    text = clean(passage.block.text)
    for sentence in range(len(passage.sentences)):
        for start, end in named.get((passage.block.id, sentence), ()):
            words = re.findall(r"\w+", text[start:end])
            initials = "".join(word[0] for word in words).upper()
            said = _SAID.match(text, end)
            if said and said[1].startswith(initials):
                yield said[1]
            before = _BEFORE.search(text, 0, start)
            if len(words) > 1 and before and all(word[0].isupper() for word in words):
                yield f"{before[1]} {initials}"
