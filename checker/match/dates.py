"""Dates and times as tenders print them: "12 noon on Friday 15 January 2027", "5 June 2026, 12.00", "05/06/2026"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from checker.wording import clean

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\.?,?\s(?P<year>\d{{4}})\b"
    rf"|\b(?P<month2>{_MONTH})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year2>\d{{4}})\b"
    r"|(?<![\w/.-])(?P<day3>\d{1,2})(?P<sign>[/.-])(?P<month3>\d{1,2})(?P=sign)(?P<year3>\d{4}|\d{2})(?![\w/-]|\.\d)"
    r"|(?<![\w/.-])(?P<year4>\d{4})-(?P<month4>\d\d)-(?P<day4>\d\d)(?![\w/-])",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}\s?(?:hours|hrs|noon|midday|a\.?m\b\.?|p\.?m\b\.?)?|\d{1,2}\s?(?:a\.?m\b\.?|p\.?m\b\.?)"
    r"|12\s?(?:noon|midday|midnight)|noon|midday|midnight)"
)
_BEFORE = re.compile(
    rf"(?<![\w.])(?P<clock>{_CLOCK})[\s,]*(?:(?:on|of)\s)?(?:the\s)?(?:[a-z]+day,?\s)?(?:the\s)?$", re.IGNORECASE
)
_AFTER = re.compile(rf"[\s,(-]*(?:(?:at|by|before|no later than)\s)?(?P<clock>{_CLOCK})(?![\w%])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a text, with the time printed beside it; `start` and `end` are offsets and span both."""

    day: date
    time: str
    start: int
    end: int

    @property
    def value(self) -> str:
        """The ISO day, and the time as printed where there is one: "2027-01-15 12 noon"."""
        return f"{self.day.isoformat()} {self.time}".strip()


def find_days(text: str) -> tuple[Day, ...]:
    """Every full date in a text, from left to right; figures are read in the British order, day first.

    A date without a year, or one that no calendar has, is no date; nor is a clause number (2.4.11) at the start.
    """
    plain = clean(text)
    found = []
    for m in _DATE.finditer(plain):
        day = _day(m)
        if day is None or _is_clause_number(m):
            continue
        start, end, time = m.start(), m.end(), ""
        before = _BEFORE.search(plain, max(0, start - 40), start)
        after = _AFTER.match(plain, end)
        if before:
            start, time = before.start("clock"), before["clock"]
        elif after:
            end, time = after.end("clock"), after["clock"]
        found.append(Day(day, " ".join(time.split()), start, end))
    return tuple(found)


def _is_clause_number(m: re.Match[str]) -> bool:
    """Whether figures such as 2.4.11 open the text, as the number of a clause does."""
    return m.start() == 0 and m["sign"] == "." and len(m["year3"]) == 2


def _day(m: re.Match[str]) -> date | None:
    if m["month"] or m["month2"]:
        month = _MONTHS.index((m["month"] or m["month2"])[:3].lower()) + 1
        day, year = int(m["day"] or m["day2"]), int(m["year"] or m["year2"])
    else:
        day, month = int(m["day3"] or m["day4"]), int(m["month3"] or m["month4"])
        year = int(m["year3"] or m["year4"])
        year += 2000 if year < 100 else 0
    try:
        return date(year, month, day) if 1990 <= year < 2100 else None
    except ValueError:
        return None
