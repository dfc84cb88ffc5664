"""What a number in an award-criteria table or sentence says: a fixed weight, a range, a minimum, a blank."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from checker.weigh.amount import BLANK, FIXED, MINIMUM, RANGE, Amount
from checker.weigh.unsigned import decimals, has_decimals, out_of_total
from checker.weigh.words import Words
from checker.wording import clean, find_numbers

_N = r"(?:\d{1,3}(?:\.\d+)?)"
_RANGE = re.compile(
    rf"(?<![\w.,/%-])\[?\s?(?P<low>{_N})\s?(?P<sign>%|per\s?cent)?\s?(?:-|to|and)\s?(?P<high>{_N})\s?"
    rf"(?P<sign2>%|per\s?cent|percent|marks|points)?(?![\w-]|[.,]\d)\s?\]?",
    re.IGNORECASE,
)
# Merge fields, angle and square brackets, underscores, dots and X's stand where a number ought to.
_FIELDS = re.compile(
    r"«[^«»]{0,120}(?:»|$|(?=«))|<<[^>]{0,120}>>|<[^<>]{1,120}>|\{\{[^}]{0,120}\}\}|\[[^\[\]]{0,120}\]|_{2,}|\.{3,}|…+"
    r"|\b[Xx]{1,3}(?=\s?(?:%|per\s?cent|marks|points|$))|(?<=[\s(-])\?{1,3}(?=\s?%)",
)
# "15/150 marks"; in the cell of a weight column also "15/150", "15 of 150" and "15 out of 150".
_SLASHED = re.compile(
    rf"(?<![\w.,/:-])(?P<n>{_N})\s?/\s?(?P<of>\d,?\d{{3}}|{_N})\s?(?:marks?|points?|pts)\b", re.IGNORECASE
)
_PART_OF = re.compile(
    rf"(?P<n>{_N})\s?(?:/|of|out\sof)\s?(?P<of>\d,?\d{{3}}|{_N})(?:\s?(?:marks?|points?|pts))?", re.IGNORECASE
)
_SIGN = re.compile(r"\s?(?P<sign>%|per\s?cent\b|marks\b|points\b)", re.IGNORECASE)
# Most sentences have no sign of a share or of marks at all, and are passed over at once.
_SIGNED = re.compile(
    r"%|per\s?cent|(?<![A-Za-z])(?:marks?|points?|pts|half|halves|thirds?|quarters?|fifths?|sixths?|tenths?|twentieths?)\b"
    r"|[«<{\[_…½¼¾]|\.{3}|[Xx]{2}",
    re.IGNORECASE,
)
# "Quality-60%": the stroke belongs to neither.
_HYPHENED = re.compile(r"(?<=[A-Za-z)])-(?=\d{1,3}(?:\.\d+)?\s?%)")
_LONE_SIGN = re.compile(r"^\W*(?:%|per\s?cent)\W*$|(?<=[-:|])\s*%\s*$", re.IGNORECASE)


def find_amounts(text: str, words: Words) -> list[Amount]:
    """Every amount in a sentence that could be a weight, from left to right, none overlapping.

    Bare numbers ("15", without % or marks) are left out: in a sentence they may be anything.
    """
    plain = _HYPHENED.sub(" ", clean(text))
    if not _SIGNED.search(plain):
        return decimals(plain) if has_decimals(plain) else []
    found: list[Amount] = []

    def add(amount: Amount | None) -> None:
        if amount is not None and all(amount.end <= a.start or a.end <= amount.start for a in found):
            found.append(amount)

    for m in _RANGE.finditer(plain):
        add(_range(m, words, plain))
    for m in _SLASHED.finditer(plain):
        add(_part_of(m))
    for number in find_numbers(plain, marks=True):
        if number.unit in ("percent", "marks"):
            fixed = Amount(number.start, number.end, FIXED, number.unit, number.value, of=number.of)
            add(_bounded(fixed, plain, words))
    for m in _FIELDS.finditer(plain):
        add(_blank(m, words, plain))
    return out_of_total(plain, sorted(found, key=lambda a: a.start), words)


def last_field(text: str) -> Amount | None:
    """The last merge field of a line under the head of a weight column, whatever its name is."""
    fields = [m for m in _FIELDS.finditer(clean(text)) if m[0][0] in "«{<["]
    return Amount(fields[-1].start(), fields[-1].end(), BLANK, "percent") if fields else None


def cell_amount(text: str, words: Words, bare: bool) -> Amount | None:
    """The weight in a table cell, or None when the cell holds something else.

    Arguments: `bare` allows a number without a sign, which only the column's head can tell to be a
    weight. A cell may go on after its number ("[10% to 90%] may be changed by the Buyer").
    """
    plain = clean(text).strip()
    if not plain or words.whole("no_weight", plain):
        return None
    lead = len(clean(text)) - len(clean(text).lstrip())
    found = find_amounts(plain, words)
    if found and _leads(plain[: found[0].start], words):
        return found[0].moved(lead)
    if not bare:
        return None
    return _bare(plain, words, lead)


def _bare(plain: str, words: Words, lead: int) -> Amount | None:
    m = re.fullmatch(rf"\(?(?P<n>\d,?\d{{3}}|{_N})\)?\s?(?:\([^)]*\))?\*?", plain)
    if m:
        value = float(m["n"].replace(",", ""))
        return Amount(lead + m.start("n"), lead + m.end("n"), FIXED, "bare", value)
    m = _PART_OF.fullmatch(plain)
    if m and (part := _part_of(m)) is not None:
        return part.moved(lead)
    if plain[0] in "«<[{_…?" and _FIELDS.match(plain):
        return Amount(lead, lead + len(plain), BLANK, "percent")
    if _LONE_SIGN.search(plain) or words.whole("placeholder_words", plain):
        return Amount(lead, lead + len(plain), BLANK, "percent")
    m = _RANGE.fullmatch(plain)
    if m:
        return Amount(lead, lead + len(plain), RANGE, "bare", low=float(m["low"]), high=float(m["high"]))
    return None


def _part_of(m: re.Match[str]) -> Amount | None:
    """Marks of a total; "50/50" is a ratio and no part of anything."""
    value, total = float(m["n"]), float(m["of"].replace(",", ""))
    return Amount(m.start(), m.end(), FIXED, "marks", value, of=total) if value < total else None


def _leads(before: str, words: Words) -> bool:
    """Whether the words before a cell's number only lead up to it ("In the range of", "Lot 1:")."""
    rest = before
    for name in ("range_forms", "minimum", "maximum", "weight_heads", "lot_words", "glue", "total_rows"):
        rest = _without(rest, words, name)
    return not re.search(r"[A-Za-z]{2}", rest)


def _without(text: str, words: Words, name: str) -> str:
    for hit in reversed(words.find(name, text)):
        text = text[: hit.start] + " " + text[hit.end :]
    return text


def _range(m: re.Match[str], words: Words, text: str) -> Amount | None:
    low, high = float(m["low"]), float(m["high"])
    sign = m["sign2"] or m["sign"] or ""
    # "15 and 20 marks" are two amounts; only words of range make "and" a range.
    joined = m[0][m.end("low") - m.start() : m.start("high") - m.start()].lower()
    if "and" in joined and not words.has("range_forms", text[max(0, m.start() - 12) : m.start()]):
        return None
    if not sign or high <= low or high > 100:
        return None
    unit = "marks" if sign.lower() in ("marks", "points") else "percent"
    start, end = _trim(m)
    return Amount(start, end, RANGE, unit, low=low, high=high)


def _trim(m: re.Match[str]) -> tuple[int, int]:
    text = m[0]
    return m.start() + len(text) - len(text.lstrip()), m.end() - (len(text) - len(text.rstrip()))


def _bounded(amount: Amount, text: str, words: Words) -> Amount:
    """A number with "at least" or "up to" beside it bounds the weight and does not fix it."""
    before = text[max(0, amount.start - 45) : amount.start]
    after = text[amount.end : amount.end + 14]
    if _beside(before, words, "maximum"):
        if amount.unit == "marks":
            return amount
        return replace(amount, kind=RANGE, value=None, high=amount.value)
    if _beside(before, words, "minimum") or _follows(after, words, "minimum"):
        return replace(amount, kind=MINIMUM, value=None, low=amount.value)
    return amount


def _beside(before: str, words: Words, name: str) -> bool:
    hits = words.find(name, before)
    return bool(hits) and _only(before[hits[-1].end :], lambda rest: _leads(rest, words))


def _follows(after: str, words: Words, name: str) -> bool:
    hits = words.find(name, after)
    return bool(hits) and not after[: hits[0].start].strip()


def _only(text: str, test: Callable[[str], bool]) -> bool:
    return not re.search(r"[\d.;:)]", text) and test(text)


def _blank(m: re.Match[str], words: Words, text: str) -> Amount | None:
    inside = m[0].strip("«»<>{}[] ")
    sign = _SIGN.match(text, m.end())
    field = m[0][0] == "«" or m[0].startswith(("<<", "{{"))
    if find_numbers(inside) and not field:
        return None
    if not sign and inside and not field and not words.has("placeholder_words", inside):
        return None
    # A merge field with no sign after it is a weight only when its own name says so.
    if not sign and not words.has("field_marks", inside.replace("_", " ")):
        return None
    unit = "marks" if sign and sign["sign"].lower() in ("marks", "points") else "percent"
    return Amount(m.start(), sign.end() if sign else m.end(), BLANK, unit)
