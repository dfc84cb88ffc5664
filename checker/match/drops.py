"""Why words that a rule recognised do not count: struck through, a page header, another term, denied …"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from checker.match.combine import Hit, inside, leaves, matches, overlap, term
from checker.match.draft import Draft, role_of
from checker.match.modifiers import Hits, places, reaches, span
from checker.match.opener import Opener
from checker.match.passages import Passage
from checker.match.reasons import (
    AGAIN,
    CONTENTS,
    STRUCK,
    WEB_ADDRESS,
    changed_by,
    in_furniture,
    in_section,
    other_subject,
    other_term,
)
from checker.match.strength import LEVELS
from checker.model import Clause, Modifier, Role, Rule


def drafts_of(rule: Rule, passage: Passage, hits: Hits, row: Container[str]) -> Iterator[Draft]:
    """Every match of a rule in a passage; one that stands only through a near-miss is dropped for it.

    A hit that overlaps a near-miss does not help to meet the rule, unless it is the longer of the two. A
    match over several cells stands in the first of them in the `row` itself, not in a column's head; those
    that stand in another cell than this passage are left to that cell.
    """
    blocked = _blocked(rule, hits)
    free = {name: [hit for hit in found if hit not in blocked] for name, found in hits.items()} if blocked else hits
    found = [(match, "") for match in matches(rule.find, free)]
    for match in matches(rule.find, hits) if blocked else ():
        stopped = next((blocked[part] for part in match.parts if part in blocked), None)
        if stopped is not None:
            found.append((match, other_term(_text(passage, stopped))))
    if any(match.block in row for match, _ in found):
        found = [(match, dropped) for match, dropped in found if match.block in row]
    for match, dropped in found:
        anchor = next((part for part in match.parts if part.block in row), match.parts[0])
        if anchor.block == passage.block.id:
            target = tuple(p for p in match.parts if p.block == anchor.block and p.sentence == anchor.sentence)
            start, end = min(part.start for part in target), max(part.end for part in target)
            yield Draft(rule, passage, start, end, anchor.sentence, target, dropped)


def _blocked(rule: Rule, hits: Hits) -> dict[Hit, Hit]:
    """The hits of a rule that overlap one of its near-misses, each with that near-miss."""
    if not rule.unless:
        return {}
    there = [clause for clause in rule.unless if not clause.terms.isdisjoint(hits)]
    misses = [span(match) for clause in there for match in matches(clause, hits)]
    if not misses:
        return {}
    ours = {hit for leaf in leaves([rule.find]) for hit in hits.get(term(leaf), ())}
    found = {}
    for hit in ours:
        over = [miss for miss in misses if overlap(hit, miss) and not inside(miss, hit)]
        if over:
            found[hit] = min(over, key=lambda miss: (miss.start, -miss.end))
    return found


def _text(passage: Passage, hit: Hit) -> str:
    return passage.document.by_id[hit.block].text[hit.start : hit.end]


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether words stand in a web address, also in one that a line end cut in two."""
    first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    if "://" in text[first:start]:
        return True
    return text[max(start - 1, 0) : start] in ("-", "/") and text[end : end + 1] in ("-", "/")


def place_reason(draft: Draft) -> str:
    """Why the place of a draft makes it not count: furniture, contents, struck through, or its section."""
    block, rule, role = draft.passage.block, draft.rule, role_of(draft)
    if block.furniture:
        return in_furniture(block.furniture)
    if role == Role.CONTENTS:
        return CONTENTS
    if _in_address(block.text, draft.start, draft.end):
        return WEB_ADDRESS
    if any(start < draft.end and draft.start < end for start, end in block.struck):
        return STRUCK
    if role in rule.roles_not or (rule.roles and role not in rule.roles):
        return in_section(role)
    return ""


def sentence_reason(draft: Draft, hits: Hits) -> str:
    """The near-miss in the draft's sentence that makes it not count, or nothing."""
    for clause in draft.rule.unless_sentence:
        for match in matches(clause, hits):
            place = span(match)
            if place.block == draft.passage.block.id and place.sentence == draft.sentence:
                return other_subject(_text(draft.passage, place))
    return ""


def modifier_reason(draft: Draft, modifiers: Mapping[str, Modifier], opener: Opener | None) -> str:
    """The modifier ("negated", "historical") that makes a draft not count, or nothing.

    A denial in the `opener`, the words that introduce the draft's list, reaches every item.
    """
    for name in draft.rule.ignore_when:
        modifier = modifiers.get(name)
        if modifier is None:
            continue
        if _changed(modifier, draft.passage.hits, draft.sentence, draft.target):
            return changed_by(name)
        if opener is not None and _changed(modifier, opener.passage.hits, opener.sentence, [opener.after]):
            return changed_by(name)
    return ""


def _changed(modifier: Modifier, hits: Hits, sentence: int, target: Sequence[Hit]) -> bool:
    return any(reaches(modifier, at, target, hits) for at in places(modifier, hits, sentence))


def overlapped(draft: Draft, others: Iterable[Draft]) -> bool:
    """Whether a draft shares a letter with one of the others."""
    return any(
        other.passage is draft.passage and other.start < draft.end and draft.start < other.end for other in others
    )


def clauses_of(rule: Rule) -> tuple[Clause, ...]:
    """Every condition of a rule whose phrases must be looked for."""
    return (rule.find, *rule.unless, *rule.unless_sentence)


def named_at_all(drafts: list[Draft]) -> list[Draft]:
    """Social value that only a page of contents names is named once: nothing else of it was read."""
    if all(draft.dropped for draft in drafts):
        for draft in [draft for draft in drafts if draft.dropped == CONTENTS][:1]:
            draft.dropped = ""
    return drafts


def counted_once(drafts: list[Draft]) -> list[Draft]:
    """A theme that one rule finds twice in a sentence is one ask, at the place where it is asked most strongly."""
    places: dict[tuple[str, int, str], list[Draft]] = {}
    for draft in drafts:
        if draft.rule.kind == "theme" and not draft.dropped:
            places.setdefault((draft.passage.block.id, draft.sentence, draft.rule.id), []).append(draft)
    for found in places.values():
        found.sort(key=lambda draft: (_rank(draft.strength), draft.start, draft.end))
        for draft in found[1:]:
            draft.dropped = AGAIN
    return drafts


def _rank(strength: str) -> int:
    return LEVELS.index(strength) if strength in LEVELS else len(LEVELS)
