"""Labels of questions and annexes: "method statement 7", "questions 6 and 7", "T6 to T8", "Schedule 9". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.wording import clean

_NUMBER = r"(?:[A-Z]{1,3})?\d{1,3}(?:\.\d{1,2})*[a-z]?"
_JOIN = r"\s*(?:,|/|&|-|\band\b|\bor\b|\bto\b)\s*(?:\band\b\s*)?"
_LIST = rf"{_NUMBER}(?:{_JOIN}{_NUMBER})*(?![\w%]|\.\d)"
_CODE = r"[A-Z]{1,3}\d{1,2}[a-z]?"
_CODES = re.compile(rf"(?<![\w./£-]){_CODE}(?:{_JOIN}{_CODE})*(?![\w/%-]|\.\d)")
_PARTS = re.compile(rf"({_NUMBER})|(\bto\b|-)")


class Labels:
    """Finds labels in texts. The same thing has one key: "Method statement 7" and "MS7" are both "ms7"."""

    def __init__(self, answers: Sequence[str], annexes: Sequence[str]) -> None:
        """`answers` are words for what a bidder answers ("question"), `annexes` for parts of the contract."""
        self._answers = frozenset(word.lower() for word in answers)
        self._annexes = frozenset(word.lower() for word in annexes)
        words = sorted(self._answers | self._annexes, key=lambda word: (-len(word), word))
        body = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        self._pattern = re.compile(rf"\b((?i:{body}))s?\s+({_LIST})") if body else None

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Every label with the place (offsets) where it, or the list that it belongs to, stands."""
        plain = clean(text)
        for m in self._pattern.finditer(plain) if self._pattern else ():
            for number in _numbers(m[2]):
                yield self._key(" ".join(m[1].lower().split()), number.lower()), m.start(), m.end()
        for m in _CODES.finditer(plain):
            for code in _numbers(m[0]):
                yield code.lower(), m.start(), m.end()

    def _key(self, word: str, number: str) -> str:
        if word in self._answers and number[0].isdigit():
            return "".join(part[0] for part in word.split()) + number
        return number if word in self._answers else f"{word} {number}"

    def is_annex(self, key: str) -> bool:
        """Whether a label names a part of the contract."""
        return key.rpartition(" ")[0] in self._annexes


def _numbers(text: str) -> list[str]:
    """The numbers or codes of a list, with those between the ends of a range: "6 to 8" is 6, 7 and 8."""
    found: list[str] = []
    ranged = False
    for m in _PARTS.finditer(text):
        if m[2]:
            ranged = True
            continue
        if ranged and found:
            found += _between(found[-1], m[1])
        found.append(m[1])
        ranged = False
    return found


def _between(first: str, last: str) -> list[str]:
    one, two = (re.fullmatch(r"([A-Z]*)(\d+)", text) for text in (first, last))
    if one is None or two is None or one[1] != two[1]:
        return []
    return [f"{one[1]}{n}" for n in range(int(one[2]) + 1, int(two[2]))]
