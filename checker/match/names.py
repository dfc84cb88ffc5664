"""The buyer's name and the tender's reference, read off the first pages. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from checker.wording import Phrases, clean

_JOINING = ("of", "and", "the", "for", "&", "in", "upon", "on")
_CODE = re.compile(
    r"[\s:#.-]*(?:(?:no|number|id)\b[\s:.]*)?"
    r"(?P<code>(?:(?-i:[A-Z]{2,6})\s(?=\d))?[A-Za-z0-9][A-Za-z0-9/_.-]*[A-Za-z0-9])",
    re.IGNORECASE,
)


def name_round(text: str, start: int, end: int) -> str:
    """The whole name round the words that show what kind of body it is: "Ashby Borough Council".

    The name is the run of capitalised words that holds text[start:end], with small joining words between
    them. Empty when that is no name ("the county council").
    """
    plain = clean(text)
    if not plain[start:end][:1].isupper():
        return ""
    left = _run([m[0] for m in re.finditer(r"\S+", plain[:start])][::-1], stop=r"[,.;:()|\"]$")
    right = _run([m[0] for m in re.finditer(r"\S+", plain[end:])], stop=r"^[,.;:()|\"-]")
    if right and not plain[end : end + 1].isspace():
        right = []
    words = [*left[::-1], plain[start:end], *right]
    name = re.sub(r"^(?:The|In|By|For)\s+", "", " ".join(words))
    return re.sub(r"(?:'s)?[\s,.;:()\"]*$", "", name)


def _run(words: Sequence[str], stop: str) -> list[str]:
    """The capitalised words at the start of `words`, with joining words only between them."""
    taken: list[str] = []
    waiting: list[str] = []
    for word in words:
        if re.search(stop, word) or re.search(r"\d", word):
            break
        if word in _JOINING and len(waiting) < 2:
            waiting.append(word)
        elif word[:1].isupper():
            taken += [*waiting, word]
            waiting = []
            if re.search(r"[,.;:()|\"]$", word):
                break
        else:
            break
    return taken


def commonest(names: Iterable[str]) -> str:
    """The name that stands most often, the longest of equals; empty when there is none."""
    counted = Counter(name for name in names if len(name.split()) > 1)
    return max(counted, key=lambda name: (counted[name], len(name), name), default="")


def reference_in(text: str, cues: Phrases) -> str:
    """The code after a word such as "Reference", when it holds a figure; empty when there is none."""
    plain = clean(text)
    for hit in cues.find(plain):
        m = _CODE.match(plain, hit.end)
        if m and any(letter.isdigit() for letter in m["code"]) and len(m["code"]) > 3:
            return m["code"]
    return ""
