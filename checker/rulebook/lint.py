"""Looks over a rule pack for everything that is wrong or weak, so that it can be put right at one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from checker.errors import RuleFault
from checker.rulebook import lint_checks, lint_rules
from checker.rulebook.book import Book
from checker.rulebook.files import ParsedFile
from checker.rulebook.packs import assemble, core, in_order

Smell = Callable[[ParsedFile, Book], Iterator[RuleFault]]

SMELLS: tuple[Smell, ...] = (
    lint_rules.phrase_never_matches,
    lint_rules.short_stem,
    lint_rules.unused_list,
    lint_rules.phrase_within_phrase,
    lint_rules.over_before_it_begins,
    lint_rules.same_advice,
    lint_rules.theme_without_advice,
    lint_rules.too_few_examples,
    lint_rules.no_match_proves_nothing,
    lint_rules.same_sentence_twice,
    lint_rules.unknown_code,
    lint_checks.answer_without_end,
    lint_checks.result_unsaid,
    lint_checks.follows_in_a_circle,
    lint_checks.check_without_example,
    lint_checks.unsure_blocker,
    lint_checks.unknown_placeholder,
    lint_checks.other_file_name,
    lint_checks.retired_in_use,
)
"""Every weak spot that is looked for, one function each."""


def check(folder: Path | None = None) -> tuple[RuleFault, ...]:
    """Every fault and weak spot of one rule pack, by file and line; empty when there is none.

    Argument: `folder` holds the pack; without it the rules that ship with svcheck are looked over.
    A local pack is read on top of the pack that it builds on.
    """
    folder = core() if folder is None else Path(folder)
    return look_over(assemble([folder]), folder)


def look_over(book: Book, folder: Path) -> tuple[RuleFault, ...]:
    """Every fault of a whole rule book, and the weak spots of the files in one of its folders."""
    mine = [file for file in book.files if file.folder == folder]
    found = [smell for file in mine for look in SMELLS for smell in look(file, book)]
    return in_order([*book.faults, *found])
