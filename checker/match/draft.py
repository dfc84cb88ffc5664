"""A match on its way to becoming a finding: where it stands, and why it may not count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checker.match.combine import Hit
from checker.match.passages import Passage
from checker.model import Finding, Rule

MOST_DROPPED = 200
"""Findings that do not count are kept up to this many for each file and reason, in reading order."""


@dataclass(slots=True)
class Draft:
    """A match of a rule. `target` are the hits that make it, all in its sentence; `dropped` is the reason."""

    rule: Rule
    passage: Passage
    start: int
    end: int
    sentence: int
    target: tuple[Hit, ...]
    dropped: str = ""
    strength: str = "none"


def longest_only(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each place and subject: a live one before a dropped one, then the longest, then the first.

    Drafts of different rules of one theme or signal that share a letter are the same place.
    """
    places: dict[tuple[str, str, str, str], list[Draft]] = {}
    for draft in drafts:
        rule = draft.rule
        places.setdefault((draft.passage.block.id, rule.kind, rule.source, rule.theme), []).append(draft)
    kept: list[Draft] = []
    for group in places.values():
        chosen: list[Draft] = []
        for draft in sorted(group, key=lambda d: (d.dropped != "", d.start - d.end, d.start, d.rule.id)):
            if all(draft.end <= other.start or other.end <= draft.start for other in chosen):
                chosen.append(draft)
        kept.extend(chosen)
    return kept


def bounded(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those dropped beyond MOST_DROPPED for one file and reason; the order stays."""
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for finding in findings:
        if finding.dropped_because:
            reason = (finding.file, finding.dropped_because.split(":")[0])
            seen[reason] += 1
            if seen[reason] > MOST_DROPPED:
                continue
        kept.append(finding)
    return kept


def to_finding(draft: Draft) -> Finding:
    """The finding that the other rooms read, with its quote, sentence and place on the page."""
    passage, rule = draft.passage, draft.rule
    block, document = passage.block, passage.document
    sentence = passage.sentences[draft.sentence]
    section = document.section_of(block)
    numbers = () if draft.dropped else passage.numbers
    return Finding(
        id=f"{block.id}:{draft.start}-{draft.end}:{rule.id}",
        rule=rule.id,
        rule_version=rule.version,
        kind=rule.kind,
        theme=rule.theme,
        signal=rule.source,
        file=document.name,
        page=block.page_at(draft.start),
        boxes=block.boxes(draft.start, draft.end),
        quote=block.text[draft.start : draft.end],
        sentence=block.text[sentence.start : sentence.end].strip(),
        section=" ".join(part for part in (section.number, section.title) if part) if section else "",
        role=role_of(draft),
        block=block.id,
        start=draft.start,
        end=draft.end,
        sentence_start=sentence.start,
        strength="none" if draft.dropped else draft.strength,
        numbers=tuple(n for n in numbers if sentence.start <= n.start < sentence.end),
        dropped_because=draft.dropped,
    )


def role_of(draft: Draft) -> str:
    """The role of the section in which a draft stands; "other" before the first heading."""
    section = draft.passage.document.section_of(draft.passage.block)
    return section.role.value if section else "other"
