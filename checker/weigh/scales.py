"""Scoring scales: the scores that an answer can get, each with its name and what earns it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Block, BlockKind, Document, Level, Role, Scale, Table
from checker.weigh.blanks import is_blank
from checker.weigh.ledger import Ledger
from checker.weigh.places import Spot, counts, role_of, visible, whole
from checker.weigh.words import Words
from checker.wording import clean

_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.PRICING)
_SCORING = (Role.AWARD, Role.QUESTION)
"""Elsewhere a numbered table is a scale only when its head or its levels say so: lots and sites are numbered too."""
_FEWEST = 3
"""A scale has at least so many levels."""
_NAME = 4
"""The name of a level has no more words than this."""
_SCORE = r"(?P<score>\d{1,3}(?:\.\d+)?)\s?(?P<sign>%|marks?|points?)?"
_CELL = re.compile(rf"\(?{_SCORE}\)?(?:\s?[-:=]\s?(?P<rest>\S.*))?", re.IGNORECASE)
_LINE = re.compile(rf"{_SCORE}\s?[-:=]\s?(?P<rest>[A-Za-z\[«].*)", re.IGNORECASE)
_CUT = re.compile(r"\s?[:;–-]\s+|\.\s+|,\s+|\s\(")


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A scale where it is printed: its document, and the blocks and levels from the best to the worst."""

    document: Document
    levels: tuple[tuple[Level, Spot], ...]
    described: bool


def read_scales(documents: Sequence[Document], words: Words, ledger: Ledger) -> tuple[tuple[Scale, Found], ...]:
    """Every scoring scale that the files print, in reading order, with the place of each."""
    made: list[tuple[Scale, Found]] = []
    for document in documents:
        for found in (*_in_tables(document, words), *_in_lines(document, words)):
            levels = tuple(
                Level(level.score, level.name, level.descriptor, (_note(ledger, spot),)) for level, spot in found.levels
            )
            evidence = tuple(dict.fromkeys(ref for level in levels for ref in level.evidence))
            made.append((Scale(levels, found.described, evidence), found))
    return tuple(made)


def _note(ledger: Ledger, spot: Spot) -> str:
    return ledger.note(spot, "question.scale", "guidance", "marking")


def _in_tables(document: Document, words: Words) -> Iterator[Found]:
    for table in document.tables:
        rows = [_row(document, row) for row in table.rows]
        first = next((row[0] for row in rows if row), None)
        if first is None or not counts(document, first) or role_of(document, first) in _NEVER:
            continue
        heads = " | ".join(document.by_id[cell].text for row in table.rows[: table.header] for cell in row if cell)
        if words.has("other_tables", heads) or _is_weighed(table, heads, words):
            continue
        role = role_of(document, first)
        found = [made for row in rows if (made := _level(document, row, words))]
        named = role is Role.OTHER and _is_named([level for level, _ in found], words)
        if not (role in _SCORING or named or words.has("scale_heads", heads)):
            continue
        if _is_scale([level.score for level, _ in found]) and len(found) >= len(rows) - 2:
            yield _made(document, found)


def _is_named(levels: Sequence[Level], words: Words) -> bool:
    """Whether the words of some levels are those by which answers are judged: good, poor."""
    return sum(words.has("level_names", f"{level.name} {level.descriptor}") for level in levels) > 1


def _is_weighed(table: Table, heads: str, words: Words) -> bool:
    """Whether the heads are those of award criteria and not of a scale."""
    return bool(table.header) and words.has("weighing_heads", heads) and not words.has("scale_heads", heads)


def _row(document: Document, row: Sequence[str | None]) -> list[Block]:
    cells = [document.by_id[cell] for cell in dict.fromkeys(row) if cell is not None and cell in document.by_id]
    return [block for block in cells if block.text.strip()]


def _level(document: Document, row: Sequence[Block], words: Words) -> tuple[Level, Spot] | None:
    """The level that a row of cells prints: a score in one cell, a name or a descriptor in others."""
    for at, block in enumerate(row):
        m = _CELL.fullmatch(clean(block.text).strip())
        if m is None:
            continue
        texts = [m["rest"] or "", *(other.text for n, other in enumerate(row) if n != at)]
        texts = [text.strip() for text in texts if text.strip()]
        if not texts:
            return None
        short = next((text for text in texts if len(text.split()) <= _NAME), "")
        long = next((text for text in texts if text != short), "")
        name, rest = (short, long) if short else _split(long)
        descriptor = "" if is_blank(rest, words) else rest
        score = m["score"] + ("%" if m["sign"] == "%" else "")
        return Level(score, "" if is_blank(name, words) else name, descriptor), whole(document, block)
    return None


def _split(text: str) -> tuple[str, str]:
    """The name of a level and its descriptor, where one text holds both: "Good: most parts are dealt with"."""
    m = _CUT.search(text)
    if m and len(text[: m.start()].split()) <= _NAME:
        return text[: m.start()].strip(), text[m.end() :].strip().rstrip(")")
    return ("", text) if len(text.split()) > _NAME else (text, "")


def _in_lines(document: Document, words: Words) -> Iterator[Found]:
    """Scales in lines: "5 - Excellent: …", one below the other."""
    run: list[tuple[Level, Spot]] = []
    for block in document.blocks:
        usable = block.kind is not BlockKind.CELL and counts(document, block) and role_of(document, block) not in _NEVER
        for start, end in [(line.start, line.end) for line in block.lines] if usable else []:
            text = visible(block, start, end)
            m = _LINE.match(text.lstrip("•●▪○*- "))
            if m:
                name, rest = _split(m["rest"].strip())
                blank = is_blank(m["rest"], words)
                level = Level(
                    m["score"] + ("%" if m["sign"] == "%" else ""), "" if blank else name, "" if blank else rest
                )
                run.append((level, Spot(document, block, start, end)))
            elif re.match(r"\d", text) or block.kind is BlockKind.HEADING:
                yield from _finished(document, run, words)
                run = []
    yield from _finished(document, run, words)


def _finished(document: Document, run: list[tuple[Level, Spot]], words: Words) -> Iterator[Found]:
    named = any(words.has("level_names", f"{level.name} {level.descriptor}") for level, _ in run)
    if named and _is_scale([level.score for level, _ in run]):
        yield _made(document, run)


def _is_scale(scores: Sequence[str]) -> bool:
    """Whether scores go steadily up or down from or to a low one, as those of a scale do."""
    if len(scores) < _FEWEST or len({score.endswith("%") for score in scores}) > 1:
        return False
    values = [float(score.rstrip("%")) for score in scores]
    steps = [b - a for a, b in pairwise(values)]
    lowest, highest = min(values), max(values)
    return (all(s > 0 for s in steps) or all(s < 0 for s in steps)) and lowest <= highest / 3 and highest <= 100


def _made(document: Document, found: Sequence[tuple[Level, Spot]]) -> Found:
    ordered = sorted(found, key=lambda made: -float(made[0].score.rstrip("%")))
    described = sum(1 for level, _ in ordered if len(f"{level.name} {level.descriptor}".split()) > 1) >= 2
    return Found(document, tuple(ordered), described)
