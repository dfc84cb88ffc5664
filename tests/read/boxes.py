"""Compares quotes with what the page shows inside their boxes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pdfplumber

from checker.model import Block, Box, Document


def letters(text: str) -> str:
    """Only the letters and figures; hyphens and white space may differ between a quote and the page."""
    return "".join(c for c in text.replace("ﬁ", "fi").replace("ﬂ", "fl") if c.isalnum())


class Printed:
    """The letters that a PDF shows at a place, asked of pdfplumber and not of our own reading."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pages: dict[int, list[dict[str, Any]]] = {}

    def _chars(self, number: int) -> list[dict[str, Any]]:
        if number not in self._pages:
            with pdfplumber.open(self._path) as pdf:
                page = pdf.pages[number - 1]
                self._pages[number] = list(page.chars)
                page.close()
        return self._pages[number]

    def inside(self, boxes: tuple[Box, ...]) -> str:
        """The letters whose middle lies in the boxes, in reading order."""
        found = ""
        for box in boxes:
            # A letter of a diagonal DRAFT that crosses the line is no part of it.
            chars = [char for char in self._chars(box.page) if _holds(box, char) and not _skewed(char)]
            turned = [char for char in chars if abs(char["matrix"][1]) > 1e-3]
            upwards = bool(turned) and turned[0]["matrix"][1] > 0
            if turned:
                chars = sorted(turned, key=lambda char: -char["bottom"] if upwards else char["top"])
            else:
                chars.sort(key=lambda char: char["x0"])
            found += "".join(char["text"] for char in chars)
        return letters(found)

    def all_letters(self, number: int, *, skewed: bool = False) -> Counter[str]:
        """Every letter of a page, each counted; letters that stand askew only where asked for."""
        chars = self._chars(number)
        straight = [c for c in chars if skewed or not _skewed(c)]
        return Counter(letters("".join(c["text"] for c in straight)))


def _skewed(char: dict[str, Any]) -> bool:
    return min(abs(char["matrix"][0]), abs(char["matrix"][1])) > 1e-3


def _holds(box: Box, char: dict[str, Any]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return box.x0 - 0.3 <= x <= box.x1 + 0.3 and box.top - 0.3 <= y <= box.bottom + 0.3


def wrong_quotes(document: Document, path: Path, every: int = 1) -> list[str]:
    """The quotes (whole blocks, and a few words from each) that do not stand inside their own boxes."""
    printed = Printed(path)
    wrong = []
    for block in document.blocks[::every]:
        for start, end in ((0, len(block.text)), _some_words(block)):
            if printed.inside(block.boxes(start, end)) != letters(block.text[start:end]):
                wrong.append(f"{block.id}: {block.text[start:end]!r}")
    return wrong


def _some_words(block: Block) -> tuple[int, int]:
    """The offsets of a few words in the middle of a block."""
    text = block.text
    start = text.find(" ", len(text) // 3) + 1
    end = text.find(" ", 2 * len(text) // 3)
    return start, end if end > start else len(text)
