"""Lists to work with outside the report: the provider's questions and the commissioner's fixes, as text or a table."""

from __future__ import annotations

import textwrap

from checker.report.brief_view import Brief, brief, last_day
from checker.report.csv import table
from checker.report.fixes_view import Fix, fixes
from checker.report.phrasing import day
from checker.report.places import Data, Places
from checker.report.visible import visible

_WIDTH = 88
_BOM = "\ufeff"
"""Tells a spreadsheet that the table is UTF-8."""


def questions_text(result: Data) -> str:
    """The clarification questions, numbered and ready to paste into a portal or a letter."""
    asked = brief(result, Places(result))
    lines = [*_head("Clarification questions", result), *_closing(asked), ""]
    for number, question in enumerate(asked.clarifications, 1):
        where = f" ({question.where})" if question.where else ""
        lines += [*_item(number, f"{question.text}{where}"), ""]
    if not asked.clarifications:
        lines += ["These checks found nothing that needs a question.", ""]
    return visible("\n".join(lines))


def questions_table(result: Data) -> str:
    """The clarification questions as a table for a spreadsheet."""
    asked = brief(result, Places(result))
    rows = [
        (number, question.text, question.where, question.about, question.check)
        for number, question in enumerate(asked.clarifications, 1)
    ]
    return _BOM + table(("number", "question", "where", "about", "check"), rows)


def fixes_text(result: Data) -> str:
    """What to mend, the most serious first, with wording to start from."""
    lines = [*_head("What to fix", result), result["verdict"]["commissioner"]["headline"] + ".", ""]
    found = fixes(result, Places(result))
    for number, fix in enumerate(found, 1):
        lines += [*_fix(number, fix), ""]
    lines += [] if found else ["These checks found nothing to mend.", ""]
    lines += ["Suggested wording is a starting point. Your procurement or legal team should agree it.", ""]
    return visible("\n".join(lines))


def fixes_table(result: Data) -> str:
    """What to mend, as a table for a spreadsheet."""
    columns = (
        "number", "severity", "problem", "why", "what to do", "suggested wording", "where", "source", "effort", "check",
    )  # fmt: skip
    rows = [
        (
            number, fix.tag, fix.title, fix.because, " ".join([fix.advice, *_parts(fix)]).strip(),
            " ".join(fix.wording), fix.where, _sources(fix), fix.effort, fix.check,
        )
        for number, fix in enumerate(fixes(result, Places(result)), 1)
    ]  # fmt: skip
    return _BOM + table(columns, rows)


def _head(title: str, result: Data) -> list[str]:
    who = [result["buyer"], f"reference {result['reference']}" if result["reference"] else ""]
    about = ", ".join(part for part in (result["title"], *who) if part)
    made = f"Made by svcheck on {day(result['checked_on'])}. Read the evidence before you use it."
    return [title, *_wrapped(about), made]


def _closing(asked: Brief) -> list[str]:
    said = last_day(asked)
    return [f"{said}."] if said else []


def _fix(number: int, fix: Fix) -> list[str]:
    lines = _item(number, f"{fix.tag}: {fix.title}")
    for told in (fix.because, fix.advice, *_parts(fix)):
        lines += _wrapped(told, "   ")
    for label, told in (("Where", fix.where), ("Source", _sources(fix)), ("Effort", fix.effort), ("Check", fix.check)):
        lines += _wrapped(f"{label}: {told}", "   ") if told else []
    if fix.wording:
        lines += ["   Suggested wording, for you to edit:"]
        lines += [line for words in fix.wording for line in _wrapped(words, "     ")]
    return lines


def _parts(fix: Fix) -> list[str]:
    return [f"{part.pattern}: {part.titles}. {part.advice}".strip() for part in fix.parts]


def _sources(fix: Fix) -> str:
    return "; ".join(f"{source.name}{f' ({source.says})' if source.says else ''}" for source in fix.sources)


def _item(number: int, words: str) -> list[str]:
    start = f"{number}. "
    return _wrapped(words, start, " " * len(start))


def _wrapped(words: str, first: str = "", rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
        break_long_words=False,
    )
