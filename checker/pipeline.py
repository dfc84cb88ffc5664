"""The whole story in one screen: files in, scorecard out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from checker import match, read, rulebook, weigh
from checker import score as scoring
from checker.errors import CheckerError
from checker.model import Context, Detected, Rulebook, Scorecard
from checker.version import VERSION

GIVEN = ("buyer_type", "jurisdiction", "commenced", "value_gbp", "regime")
"""The facts about a procurement that the user may give; they win over what the text shows."""


def check(
    paths: Sequence[str | Path],
    *,
    rules: Rulebook | None = None,
    context: Mapping[str, str] | None = None,
    as_of: date | None = None,
    on_progress: read.Progress | None = None,
) -> Scorecard:
    """The scorecard of one tender pack (arguments and errors: see checker.check)."""
    today = as_of or date.today()
    book = rules if rules is not None else rulebook.load(as_of=today)
    documents = read.read_pack([Path(path) for path in paths], book, on_progress)
    findings = match.find(documents, book)
    facts = _with_given(match.detect(documents, book, findings), context or {})
    weighing = weigh.weigh(documents, book, findings)
    findings, weighing, facts = scoring.number(findings, weighing, facts)
    return scoring.score(documents, book, findings, weighing, facts, as_of=today, version=VERSION)


def _with_given(context: Context, given: Mapping[str, str]) -> Context:
    unknown = sorted(set(given) - set(GIVEN))
    if unknown:
        raise CheckerError(f"Unknown fact: {', '.join(unknown)}.", f"The facts are {', '.join(GIVEN)}.", "unknown-fact")
    values: dict[str, Any] = {name: Detected(str(value), "given") for name, value in given.items()}
    return replace(context, **values)
