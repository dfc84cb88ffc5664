"""The scorecard in a few lines of plain text, for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from typing import Any

from checker.report.brief_view import Brief, brief, last_day
from checker.report.chain import Matrix, matrix
from checker.report.checked_view import checked
from checker.report.fixes_view import Fix, fixes
from checker.report.given_view import in_words
from checker.report.places import Links, Places
from checker.report.verdict_view import tiles
from checker.report.visible import visible
from checker.wording import counted

_WIDTH = 79
_MARGIN = 14
MOST_FIXES = 5
_TAGS = {"must": "must", "should": "should", "could": "could"}


def to_text(result: dict[str, Any]) -> str:
    """A summary in plain words: the verdicts, the weight, the drop-out chain, what to mend first, what was not read."""
    places = Places(result)
    told, to_fix, bid = checked(result, places), fixes(result, places), brief(result, places)
    weight = tiles(result, bid)[0]
    lines = [
        *_wrapped(result["title"]),
        *_wrapped(told.line),
        "",
        *_verdict("Commissioner", result["verdict"]["commissioner"]),
        *_verdict("Provider", result["verdict"]["provider"]),
        "",
        *_row("Weight", f"{weight.figure} {weight.words}"),
        *_row("Priorities", _chain(matrix(result, places))),
        *_row("Score", _score(result["score"])),
        *_row("To ask", _to_ask(bid)),
    ]
    if told.unread or told.left_out:
        lines += _row("Not read", "; ".join([*told.unread, *(f"{one.name} ({one.why})" for one in told.left_out)]))
    if told.recognised:
        lines += _row("By OCR", f"{told.recognised}; less sure than printed text")
    for line in told.hidden:
        lines += _row("Not shown", line)
    for waived in result["waivers"]:
        lines += _row("Waived", in_words(waived))
    for note in result["notes"]:
        lines += _row("Note", note)
    lines += _fix_list(to_fix)
    return "\n".join(visible(line).rstrip() for line in lines) + "\n"


def _verdict(side: str, verdict: dict[str, Any]) -> list[str]:
    return [*_row(side, verdict["headline"]), *_row("", verdict["lead"])]


def _chain(found: Matrix) -> str:
    if not found.chain:
        return "social value is mentioned, but none is named" if found.rows else "none found"
    steps = "".join(
        f"{(', ' if step.grows else ' > ') if at else ''}{step.figure} {step.word}"
        for at, step in enumerate(found.chain)
    )
    return f"{len(found.rows)} found: {steps}"


def _score(score: dict[str, Any]) -> str:
    if not score["of"]:
        return "no check could be scored"
    panels = ", ".join(
        f"{panel['title']} {panel['got']} of {panel['of']}" if panel["of"] else f"{panel['title']} left out"
        for panel in score["panels"]
    )
    return f"{score['got']} of {counted(score['of'], 'point')} ({panels})"


def _to_ask(bid: Brief) -> str:
    asked = counted(len(bid.clarifications), "clarification question")
    said = last_day(bid)
    return f"{asked}. {said}." if bid.clarifications else "nothing"


def _fix_list(to_fix: tuple[Fix, ...]) -> list[str]:
    if not to_fix:
        return []
    lines = ["", "Fix first"]
    for order, fix in enumerate(to_fix[:MOST_FIXES], 1):
        where = ": ".join(part for part in (fix.check or "matrix", _pages(fix.links)) if part)
        lines += _hanging(f"  {order}. {_TAGS[fix.severity]:<7}", f"{fix.title} ({where})")
    if len(to_fix) > MOST_FIXES:
        lines.append(f"  and {len(to_fix) - MOST_FIXES} more in the report")
    return lines


def _pages(links: Links) -> str:
    shown = dict.fromkeys(link.text.split(" (")[0] for link in links.items[:3])
    return ", ".join(shown) + (" …" if links.count > 3 else "")


def _row(label: str, words: str) -> list[str]:
    return _hanging(f"{label:<{_MARGIN}}", words) if words else []


def _hanging(start: str, words: str) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        _WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
    )


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(" ".join(words.split()), _WIDTH, break_on_hyphens=False)
