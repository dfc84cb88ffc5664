"""Question numbers made alike: "Method statement 7", "MS7" and "MS 7" are one question."""

from __future__ import annotations

import re
from collections.abc import Collection

from checker.weigh.words import Words
from checker.wording import clean

_ITEM = r"(?:[A-Z]{1,3}\s?)?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?(?![\w%/])"
_JOIN = r"\s?(?:,\s?(?:and\s)?|;\s?|\band\b|&|\bto\b|-|\bor\b)\s?"
_SERIES = re.compile(rf"{_ITEM}(?:{_JOIN}(?:[Qq]uestions?\s)?{_ITEM})*")
_PARTS = re.compile(
    rf"(?P<join>{_JOIN})?(?P<letters>[A-Z]{{1,3}})?\s?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[a-z]?)"
)
_LETTERED = r"[A-Z]{1,3}\s?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?(?![\w%/])"
_BARE = re.compile(rf"(?<![\w£.-]){_LETTERED}(?:{_JOIN}{_LETTERED})*")
_NEAR = 8
"""Between "Question" and its number stands no more than "number "."""
_CLAUSE = re.compile(r"^\s*\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s+(?=[A-Za-z])")


def codes_in(text: str, words: Words) -> tuple[str, ...]:
    """Every question number that a text names, in the order of the text, ranges written out.

    "Questions 6 and 7" gives q6 and q7, "method statements 1 to 3" ms1, ms2 and ms3, "T6" gives t6.
    """
    plain = clean(text)
    found: dict[str, None] = {}
    covered: list[range] = []
    for start, name in _named(plain, words):
        m = _SERIES.match(plain, start)
        if m:
            found.update(dict.fromkeys(_series(m[0], _initials(name))))
            covered.append(range(start, m.end()))
    for m in _BARE.finditer(plain):
        if _is_code(m[0], words) and not any(m.start() in span for span in covered):
            found.update(dict.fromkeys(_series(m[0], "")))
    return tuple(found)


def code_at_start(text: str, words: Words) -> tuple[str, ...]:
    """The question numbers with which a text begins, after its clause number if it has one."""
    printed, name = _start(text, words)
    return tuple(dict.fromkeys(_series(printed[len(name) :], _initials(name)))) if printed else ()


def printed_code(text: str, words: Words) -> str:
    """The question number at the start of a text as it is printed ("Question 6", "MS7"), or nothing."""
    return _start(text, words)[0]


def without_code(text: str, words: Words) -> str:
    """A name without the question number before it: "Question 6: Fair work" is "Fair work"."""
    printed = printed_code(text, words)
    at = clean(text).find(printed) if printed else -1
    rest = text[at + len(printed) :].lstrip(" .:;,-–—)") if at >= 0 else text
    return rest or text


def same_code(code: str, known: Collection[str]) -> str:
    """The code under which the questions of a pack are known: "Quality Question 3" is Q3 where no other is.

    Arguments: `known` are the codes with which the questions themselves begin.
    """
    if code in known:
        return code
    m = re.fullmatch(r"(?P<letters>[a-z]?)q(?P<number>\d.*)", code)
    if m is None:
        return code
    longer = sorted(k for k in known if re.fullmatch(rf"[a-z]q{re.escape(m['number'])}", k))
    other = f"q{m['number']}" if m["letters"] else (longer[0] if len(longer) == 1 else code)
    return other if other in known else code


def _start(text: str, words: Words) -> tuple[str, str]:
    """The number that begins a text with the word before it, and that word."""
    plain = clean(text)
    lead = _CLAUSE.match(plain)
    rest = (plain[lead.end() :] if lead else plain).lstrip("([ ")
    named = _named(rest, words)
    if named and named[0][0] <= len(named[0][1]) + _NEAR:
        start, name = named[0]
        m = _SERIES.match(rest, start)
        begin = start - rest[:start][::-1].lower().find(name[::-1].lower()) - len(name)
        if m and not rest[:begin].strip(" -("):
            return rest[begin : m.end()].strip(), name
    bare = _BARE.match(rest)
    if bare and _is_code(bare[0], words):
        return bare[0].strip(), ""
    return "", ""


def _is_code(text: str, words: Words) -> bool:
    """Whether letters and a number may be a question's; "PPN 06" and "A4" are not."""
    return not words.whole("policy_sources", re.sub(r"[^A-Z].*", "", text)) and not words.whole("not_codes", text)


def _named(plain: str, words: Words) -> list[tuple[int, str]]:
    """Where the number after a word such as "question" begins, with the word, from left to right."""
    places: list[tuple[int, str]] = []
    for hit in words.find("question_words", plain):
        after = re.match(r"\s?(?:no\.?|number|ref\.?)?\s?(?=[A-Z]{0,3}\s?\d)", plain[hit.end :], re.IGNORECASE)
        if after and after.end():
            places.append((hit.end + after.end(), plain[hit.start : hit.end]))
    return places


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.lower().split())


def _series(text: str, letters: str) -> list[str]:
    """The codes of "1 to 6", "6 and 7", "T6 to T8"; letters carry on from one to the next."""
    codes: list[str] = []
    previous = ""
    for m in _PARTS.finditer(text):
        letters = (m["letters"] or letters).lower()
        number = m["number"]
        joined = (m["join"] or "").strip()
        if joined in ("to", "-") and previous.isdigit() and number.isdigit() and int(number) - int(previous) < 40:
            codes.extend(f"{letters}{n}" for n in range(int(previous) + 1, int(number)))
        codes.append(f"{letters}{number.lower()}")
        previous = number
    return codes
