"""Letters made alike, one for one, so that offsets and boxes never move."""

from __future__ import annotations

_ALIKE = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "″": '"', "«": "«", "»": "»",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "\xad": "-",
    "\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ",
    "\t": " ", "\n": " ", "\r": " ", "\f": " ", "\v": " ",
    "％": "%", "₂": "2", "²": "2",
}  # fmt: skip
_TABLE = str.maketrans(_ALIKE)


def clean(text: str) -> str:
    """The same text with curly quotes, dashes and odd spaces made plain; its length never changes."""
    return text.translate(_TABLE)
