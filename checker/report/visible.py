"""Letters that cannot be seen, or that turn the reading order round, made visible."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SILENT = frozenset("\xad\u200b\u2060\ufeff")
_KEPT = frozenset("\n\t")
_HALVES = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """The same text, safe to show: control characters and marks that turn the reading order are spelt out.

    A tender can hold anything. A mark such as U+202E would let it print one thing and mean another, and a
    control character can drive a terminal, so both are shown as "[U+202E]". Zero-width spaces and soft
    hyphens say nothing and are left out; half characters become U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter in _KEPT:
        return letter
    if letter in _SILENT:
        return ""
    if letter in _TURNING:
        return f"[U+{ord(letter):04X}]"
    category = unicodedata.category(letter)
    if category == "Cc":
        return f"[U+{ord(letter):04X}]"
    return "\ufffd" if category == "Cs" or ord(letter) & 0xFFFE == 0xFFFE else letter


def whole(value: Any) -> Any:
    """The same data with half characters replaced, so that it can always be written as UTF-8."""
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {whole(key): whole(item) for key, item in value.items()}
    if isinstance(value, list):
        return [whole(item) for item in value]
    return value
