"""Names in rule files that nothing answers to: a framework, signal, theme or modifier that does not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.errors import RuleFault
from checker.rulebook.book import Book
from checker.rulebook.faults import unknown
from checker.rulebook.files import ParsedFile
from checker.rulebook.positions import Text, fault
from checker.rulebook.schema import FrameworkFile, RuleEntry, RuleFile
from checker.rulebook.schema_checks import CheckFile
from checker.rulebook.schema_packs import ModifiersFile


def dangling(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """Every name in one file that means nothing in the whole rule book.

    A name that a file with faults may hold is left alone: its own faults are told already.
    """
    for kinds, name in _names(file):
        known = book.names(*kinds)
        file_name = str(name).partition(".")[0]
        unread = {f"{kind}s/{file_name}.yaml" for kind in kinds} | {
            f"{kind}s.yaml" for kind in kinds if kind in ("modifier", "threshold")
        }
        if str(name) not in known and unread.isdisjoint(book.broken):
            yield fault(name, unknown(name, " or ".join(kinds), known))


def _names(file: ParsedFile) -> Iterator[tuple[tuple[str, ...], Text]]:
    model = file.model
    if isinstance(model, RuleFile):
        for rule in model.rules:
            yield from _of_rule(rule)
    elif isinstance(model, FrameworkFile):
        if model.superseded_by is not None:
            yield ("framework",), model.superseded_by
        for name in model.keeps:
            yield ("framework",), name
        for band in model.minimum_weight:
            for limit in (band.from_threshold, band.below_threshold):
                if limit is not None:
                    yield ("threshold",), limit
    elif isinstance(model, ModifiersFile):
        for column in model.columns:
            for name in (*column.signals, *column.signals_not):
                yield ("signal", "theme"), name
    elif isinstance(model, CheckFile):
        for name in model.follows:
            yield ("check",), name
        for line in (model.applies_when, *model.answer):
            for name in found_in(line):
                yield ("signal", "theme", "rule"), name


def _of_rule(rule: RuleEntry) -> Iterator[tuple[tuple[str, ...], Text]]:
    for ref in rule.refs:
        yield ("framework",), ref.framework
    for name in rule.ignore_when:
        yield ("modifier",), name


def found_in(line: Mapping[Text, Any]) -> Iterator[Text]:
    """The signals and themes whose findings an answer line counts, each at its place."""
    for fact in line:
        prefix, dot, rest = fact.partition(".")
        if dot and prefix == "found":
            yield Text.at(rest, fact.source, fact.line, fact.col)
