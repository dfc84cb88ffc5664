"""What may stand in a check file. The facts of its answer lines are tried in checker.rulebook.answers."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic.json_schema import WithJsonSchema

from checker.model import FileRole
from checker.model.facts import FACTS, PREFIXES, RESULTS
from checker.rulebook.entries import Count, Day, Entry, Id, Words, no_group, no_list, one_of
from checker.rulebook.positions import Text
from checker.rulebook.schema import Basis, BothSides, Format, words_of
from checker.rulebook.schema_packs import YesNo

SIDES = ("commissioner", "provider")
PANELS = ("stated", "arithmetic", "answerable", "deliverable", "provider")
SEVERITIES = ("blocker", "major", "minor", "info")

Result = Annotated[Text, one_of(*RESULTS)]
Severity = Annotated[Text, one_of(*SEVERITIES)]


def _one_or_more(words: tuple[str, ...], about: str) -> dict[str, Any]:
    # An editor may take yes and no for true and false.
    known: list[Any] = [*words, *([True, False] if "yes" in words else [])]
    return {"description": about, "anyOf": [{"enum": known}, {"type": "array", "items": {"enum": known}}]}


def _number(about: str) -> dict[str, Any]:
    bounds = {"at_least": {"type": "number"}, "at_most": {"type": "number"}}
    group = {"type": "object", "properties": bounds, "additionalProperties": False}
    return {"description": about, "anyOf": [{"type": ["number", "string", "array"]}, group]}


def _facts(**more: Any) -> dict[str, Any]:
    """How an editor tries a line of facts."""
    known = {name: _one_or_more(words, about) if (words := words_of(name)) else _number(about)
             for name, about in FACTS.items()}  # fmt: skip
    roles = "|".join(role.value for role in FileRole)
    patterns = {
        r"^found\.": _number(PREFIXES["found"]),
        rf"^file\.({roles})$": _one_or_more(("yes", "no"), PREFIXES["file"]),
    }
    return {"type": "object", "properties": {**more, **known}, "patternProperties": patterns,
            "additionalProperties": False}  # fmt: skip


FactLine = Annotated[dict[Words, Any], WithJsonSchema(_facts())]
AnswerLine = Annotated[
    dict[Words, Any], WithJsonSchema({**_facts(result={"enum": list(RESULTS)}), "required": ["result"]})
]


class CheckHeader(Entry):
    """Id, name and panel of a check."""

    id: Id
    title: Words
    """What is so when the check is met, in a few words."""
    panel: Annotated[Text, one_of(*PANELS)]
    """The panel of the scorecard in which it stands."""


class SeverityEntry(Entry):
    """How bad a problem is for each side."""

    commissioner: Severity
    provider: Severity


class AuthorityEntry(Entry):
    """Where a check's reason comes from, and how sure that source is."""

    source: Words
    basis: Basis
    """V: verified in a named source. V2: secondary source only. M: practice knowledge."""
    says: Words | None = None
    """What the source asks for, in a few words."""


class CheckExampleEntry(Entry):
    """A short tender text and the result that the check must give for it."""

    result: Result
    text: Words
    """Read as a file of one page, headings and all."""
    beside: Annotated[Text, one_of("locked file", "scanned page")] | None = None
    """A second file that cannot be read, where a result depends on one."""


class CheckFile(Entry):
    """A question put to the tender: checks/<ID>.yaml."""

    format: Format
    """The version of this file layout."""
    check: CheckHeader
    question: Words
    why: Words
    """Why it matters, in a sentence."""
    severity: SeverityEntry
    conflict_blocks: YesNo | None = None
    """Places of a tender that disagree must be put right first, whatever the severity. `no` where the result
    `conflict` tells of something else, such as a citation that is out of date."""
    authority: list[AuthorityEntry] = no_list()
    """A blocker needs at least one with basis V."""
    applies_when: FactLine = no_group()
    """Facts without which the check does not concern the tender."""
    effort: Annotated[Text, one_of("small", "medium", "large")] = Text("small")
    """How much work it is to put right."""
    follows: list[Id] = no_list()
    """Checks that come first: while one of them shows a problem that is more than `partly`, the problem of this one
    follows from it and is not told again."""
    answer: list[AnswerLine]
    """Read from the top; the first line whose every fact fits wins; the last has no facts."""
    say: dict[Result, Words]
    """One sentence for each result; {fact} is replaced by the fact in words."""
    heading: dict[Result, Words] = no_group()
    """For each result that is a problem, its name."""
    advice: BothSides | None = None
    suggested_wording: Words | None = None
    """Text that the contracting authority can put into its tender."""
    clarification_question: Words | None = None
    """A question that a bidder can send."""
    since: Day | None = None
    """The first day on which it is in force."""
    version: Count = Text("1")
    """Add 1 when the meaning changes."""
    examples: list[CheckExampleEntry] = no_list()
    note: Words | None = None
