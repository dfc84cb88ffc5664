"""Numbers as people write them: 10%, ten per cent, one tenth, 15 marks of 150, £25k."""

from __future__ import annotations

import re

from checker.model import Number
from checker.wording.letters import clean

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10, "twentieth": 20}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = rf"(?:(?:{_TENS})(?:[\s-](?:{_ONES}))?|{'|'.join(w for w in _WORDS)}|(?:a|one)\shundred|hundred)"
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_SHARE = r"per\s?cent(?:age\s?points?)?|percent"
_MARKS = r"(?:available\s|maximum\s)?(?:marks?|points?|pts)"
_OF = (
    r"(?:\s(?:available|possible))?\s(?:out\sof|of|from)(?:\s(?:a|the))?"
    r"(?:\s(?:maximum|total|available|possible))*(?:\sof)?\s"
)
# A part is a share of something named after it; "a third party" and "each quarter" are not.
_PART = (
    rf"(?:(?P<top>a|{_ONES})[\s-])(?P<part>tenth|twentieth|fifth|sixth)s?\b"
    rf"|(?:(?P<top2>a|{_ONES})[\s-])?(?P<part2>half|third|quarter|halves)s?(?=\sof\b)"
)
_MARKED = rf"[\s-]?{_MARKS}\b(?:{_OF}(?P<of>{_FIGURE})(?![\w%]|\s?%|[.,]\d))?|{_OF}(?P<of2>{_FIGURE})\s{_MARKS}\b"


def _pattern(figure_marks: str, word_marks: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<money>£\s?)(?P<amount>{_FIGURE})\s?(?P<scale>k|thousand|million|mn|m|billion|bn)?\b"
        rf"|(?<![\w.,/-])(?P<figure>{_FIGURE})(?:\s?(?P<more>[½¼¾]))?(?:(?P<sign>(?:\s?\({_WORD}\))?(?:\s?%|\s?(?:{_SHARE})\b))|(?P<marks>{figure_marks}))?"
        rf"(?![\w/]|[.,]\d)"
        rf"|\b(?:{_PART})"
        rf"|\b(?P<word>{_WORD})(?P<whalf>\sand\sa\shalf(?=\s(?:{_SHARE})))?(?:(?P<wsign>\s(?:{_SHARE})\b)|(?P<wmarks>{word_marks}))?\b"
        rf"|(?P<glyph>[½¼¾])(?P<gsign>\s?(?:%|{_SHARE}\b))?",
        re.IGNORECASE,
    )


_NUMBER = _pattern("(?!)(?P<of>)(?P<of2>)", "(?!)")
_WITH_MARKS = _pattern(_MARKED, rf"[\s-]{_MARKS}\b")


def find_numbers(text: str, marks: bool = False) -> tuple[Number, ...]:
    """Every number in a text with its unit: percent, money (pounds) or count.

    Figures and words are read alike: "10 per cent", "ten percent" and "one tenth" all give 10,
    percent. With `marks`, marks and points have the unit marks instead of count, and "15 marks of
    150" keeps the 150 in `of`.
    """
    pattern = _WITH_MARKS if marks else _NUMBER
    return tuple(_number(m) for m in pattern.finditer(clean(text)))


def _number(m: re.Match[str]) -> Number:
    if m["money"]:
        value = float(m["amount"].replace(",", "")) * _SCALE.get((m["scale"] or "").lower(), 1)
        return Number(value, "money", m[0], m.start(), m.end())
    if m["glyph"]:
        # "½" by itself is half of something, "½%" half of one per cent.
        value = _SIGNS[m["glyph"]] * (1 if m["gsign"] else 100)
        return Number(value, "percent", m[0], m.start(), m.end())
    part = m["part"] or m["part2"]
    if part:
        top = (m["top"] or m["top2"] or "a").lower()
        value = round(100 * (1 if top == "a" else _WORDS[top]) / _PARTS[part.lower()], 4)
        return Number(value, "percent", m[0], m.start(), m.end())
    if m["figure"]:
        return _figure(m)
    unit = "percent" if m["wsign"] else "marks" if m["wmarks"] else "count"
    value = _from_words(m["word"]) + (0.5 if m["whalf"] else 0.0)
    return Number(value, unit, m[0], m.start(), m.end())


def _figure(m: re.Match[str]) -> Number:
    value = float(m["figure"].replace(",", "")) + _SIGNS.get(m["more"], 0.0)
    if m["marks"]:
        total = m["of"] or m["of2"]
        of = float(total.replace(",", "")) if total else None
        return Number(value, "marks", m[0], m.start(), m.end(), of)
    return Number(value, "percent" if m["sign"] else "count", m[0], m.start(), m.end())


def _from_words(words: str) -> float:
    parts = re.split(r"[\s-]", words.lower())
    if parts[-1] == "hundred":
        return 100.0
    return float(sum(_WORDS[part] for part in parts))
