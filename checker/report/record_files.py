"""The files that were checked, as plain data, each with a short name for page references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import PurePath
from typing import Any

from checker.model import Document, FileRole

_SHORT = {
    FileRole.ITT: "ITT",
    FileRole.EVALUATION: "Criteria",
    FileRole.SPECIFICATION: "Spec",
    FileRole.SELECTION: "Selection",
    FileRole.CONTRACT: "Contract",
    FileRole.NOTICE: "Notice",
    FileRole.PRICING: "Pricing",
    FileRole.GUIDANCE: "Guidance",
    FileRole.OTHER: "File",
}
_NUMBERING = re.compile(r"^[\d.\s_-]+")
_LONGEST_SHORT = 16
_LONGEST_QUOTE = 80
_STRUCK = "it is struck through"


def files(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """Every file with its role, its pages (sizes in points) and the pages that could not be read."""
    return [_file(document, short) for document, short in zip(documents, _short_names(documents), strict=True)]


def recognised(documents: Sequence[Document]) -> frozenset[tuple[str, int]]:
    """File and number of every page whose text was recognised from a picture."""
    return frozenset((document.name, page.number) for document in documents for page in document.pages if page.ocr)


def _file(document: Document, short: str) -> dict[str, Any]:
    return {
        "name": document.name,
        "sha256": document.sha256,
        "pages": len(document.pages),
        "role": str(document.role),
        "unreadable_pages": [{"page": page.number, "why": page.note} for page in document.unreadable],
        "hidden_text": _hidden(document),
        "ocr_pages": [{"page": page.number, "by": page.ocr} for page in document.pages if page.ocr],
        "page_sizes": [[round(page.width, 2), round(page.height, 2)] for page in document.pages],
        "short": short,
        "title": document.title,
        "note": document.note,
    }


def _hidden(document: Document) -> list[dict[str, Any]]:
    """Text that the pages hold and do not show, or show struck through: why, how it begins, how many letters."""
    told = [(page.number, one.why, one.quote, one.letters) for page in document.pages for one in page.hidden]
    struck: dict[int, list[str]] = {}
    for block in document.blocks:
        for start, end in block.struck:
            struck.setdefault(block.page_at(start), []).append(block.text[start:end])
    for page, parts in struck.items():
        letters = sum(letter.isalnum() for part in parts for letter in part)
        told.append((page, _STRUCK, _begin(" ".join(parts)), letters))
    return [{"page": page, "why": why, "quote": quote, "letters": many} for page, why, quote, many in sorted(told)]


def _begin(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"


def _short_names(documents: Sequence[Document]) -> list[str]:
    """ "ITT", "Spec", "Contract 2": one short name for each file, none of them twice."""
    wanted = [_short(document) for document in documents]
    shared = Counter(wanted)
    names: list[str] = []
    for name in wanted:
        numbered = (f"{name} {number}" for number in count(1))
        free = (one for one in numbered if one not in names and shared[one] == 0)
        names.append(name if shared[name] == 1 else next(free))
    return names


def _short(document: Document) -> str:
    """The short name of a file's role; a file without a role goes by its own name where that is short."""
    own = " ".join(_NUMBERING.sub("", stem(document.name)).replace("_", " ").split())
    fits = 2 < len(own) <= _LONGEST_SHORT and not own.isdigit()
    return own if document.role is FileRole.OTHER and fits else _SHORT[document.role]


def stem(name: str) -> str:
    """A file's name without folders and ending, for want of a better title."""
    return PurePath(name).stem
