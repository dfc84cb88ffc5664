"""Laws, policy notes and models of social value: cited wherever their names stand."""

from __future__ import annotations

from checker.match.draft import Draft
from checker.match.reasons import PAGE_EDGES
from checker.model import Clause, Framework, Rule


def framework_rule(framework: Framework) -> Rule:
    """A framework as a rule: its names count wherever they stand."""
    return Rule(
        id=f"framework.{framework.id}",
        title=framework.title,
        source=framework.id,
        kind="framework",
        theme=framework.id,
        find=Clause(any_of=framework.cited_as),
        unless=framework.unless,
        unless_sentence=framework.unless_sentence,
        scope="any",
        strength="none",
    )


def cited_once(drafts: list[Draft]) -> list[Draft]:
    """A framework named only in page headers is cited there once."""
    live = {draft.rule.id for draft in drafts if not draft.dropped}
    for draft in drafts:
        if draft.rule.kind == "framework" and draft.dropped in PAGE_EDGES.values() and draft.rule.id not in live:
            draft.dropped = ""
            live.add(draft.rule.id)
    return drafts
