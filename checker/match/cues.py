"""The places that tell what kind of procurement it is, found with the cue lists of rules/context/procurement.yaml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker.match.combine import Hit
from checker.match.dates import find_days
from checker.match.passages import Passage
from checker.model import Clause, Cue, Document, Finding, Number, Rulebook
from checker.wording import Phrases, find_numbers

LISTS = ("buyers", "jurisdictions", "regimes", "dates", "values")
"""The cue lists that are looked for."""
MOST = 10
"""Places kept for each thing that a cue shows, in each file."""
_VAT = 1.2
"""A larger sum that adds value added tax of 20% is the same value again, and no upper end of a range."""
_NEAR = 30
"""Letters after a sum in which "a year" belongs to it."""


def clauses(rules: Rulebook) -> Iterator[Clause]:
    """The phrases of the context cues, to be found together with all others."""
    for name in LISTS:
        for cue in rules.cues.get(name, ()):
            yield from (Clause(phrase=phrase) for phrase in (*cue.phrases, *cue.unless))


def spot(documents: Sequence[Document], passages: Mapping[str, Passage], rules: Rulebook) -> tuple[Finding, ...]:
    """Every place that tells something about the procurement, as findings of kind context."""
    found: list[Finding] = []
    yearly = Phrases(rules.words.get("yearly", ()))
    for document in documents:
        seen: Counter[str] = Counter()
        for block in document.blocks:
            passage = passages[block.id]
            if not passage.hits or block.furniture == "contents":
                continue
            for finding in _spotted(passage, passages, rules, yearly):
                seen[finding.rule] += 1
                if seen[finding.rule] <= MOST:
                    found.append(finding)
    return tuple(dict.fromkeys(found))


def _spotted(passage: Passage, passages: Mapping[str, Passage], rules: Rulebook, yearly: Phrases) -> Iterator[Finding]:
    for name in LISTS:
        for cue in rules.cues.get(name, ()):
            for hit in _places(cue, passage):
                if name == "dates":
                    yield from _dates(cue, hit, passage, passages)
                elif name == "values":
                    yield from _values(cue, hit, passage, passages, yearly)
                else:
                    yield _finding(name, cue.value, passage, hit.start, hit.end)


def _places(cue: Cue, passage: Passage) -> Iterator[Hit]:
    """Where a cue's words stand, except in sentences that hold one of its `unless` phrases."""
    barred = {hit.sentence for phrase in cue.unless for hit in passage.hits.get(phrase, ())}
    for phrase in cue.phrases:
        for hit in passage.hits.get(phrase, ()):
            if hit.sentence not in barred:
                yield hit


def _dates(cue: Cue, hit: Hit, passage: Passage, passages: Mapping[str, Passage]) -> Iterator[Finding]:
    """The date that belongs to a cue: the first after it in its sentence or table row, or the only one before."""
    for other, start, end in _after(hit, passage, passages):
        days = [day for day in find_days(other.block.text) if start <= day.start < end]
        if other is passage:
            later = [day for day in days if day.start >= hit.end]
            days = later or (days if len(days) == 1 else [])
        if days:
            yield _finding("dates", cue.value, other, days[0].start, days[0].end)
            return


def _values(
    cue: Cue, hit: Hit, passage: Passage, passages: Mapping[str, Passage], yearly: Phrases
) -> Iterator[Finding]:
    """The sum of money after a cue; none where a larger one follows it, for then it may be a range.

    The sum of one year is passed over, for the contract may run for many.
    """
    before = passage.block.text[passage.sentences[hit.sentence].start : hit.start].split()
    said = " ".join([*before[-1:], passage.block.text[hit.start : hit.end]])
    for other, start, end in _after(hit, passage, passages):
        first = hit.end if other is passage else start
        sums = [n for n in find_numbers(other.block.text) if n.unit == "money" and first <= n.start < end]
        if other is not passage:
            said += passage.block.text[hit.end : passage.sentences[hit.sentence].end]
        sums = [] if sums and said in yearly else _whole(sums, other.block.text[:end], first, yearly)
        if sums and all(number.value <= sums[0].value or _adds_vat(sums[0], number) for number in sums):
            yield _finding("values", cue.value, other, sums[0].start, sums[0].end)
        if sums:
            return


def _adds_vat(net: Number, gross: Number) -> bool:
    return abs(net.value * _VAT - gross.value) < 1


def _whole(sums: Sequence[Number], text: str, first: int, yearly: Phrases) -> list[Number]:
    """The sums that are not for one year: no such words stand right after them, or before them and after no other."""
    whole = []
    for number in sums:
        near = re.split(r"[\d;]|\.\s", text[number.end : number.end + _NEAR])[0]
        own = yearly.first(near)
        if own is None and yearly.first(text[first : number.start]) is None:
            whole.append(number)
        first = number.end + (own.end if own else 0)
    return whole


def _after(hit: Hit, passage: Passage, passages: Mapping[str, Passage]) -> Iterator[tuple[Passage, int, int]]:
    """Where what a cue announces may stand: its own sentence, then the cells to its right."""
    sentence = passage.sentences[hit.sentence]
    yield passage, sentence.start, sentence.end
    place = passage.block.place
    for cell in passage.document.row_of(passage.block):
        if place is not None and cell.place is not None and cell.place.col > place.col:
            yield passages[cell.id], 0, len(cell.text)


def _finding(name: str, value: str, passage: Passage, start: int, end: int) -> Finding:
    block, document = passage.block, passage.document
    rule = f"context.{name}.{value}"
    section = document.section_of(block)
    sentence = passage.sentences[passage.sentence_at(start)]
    return Finding(
        id=f"{block.id}:{start}-{end}:{rule}",
        rule=rule,
        rule_version=1,
        kind="context",
        theme="",
        signal=name,
        file=document.name,
        page=block.page_at(start),
        boxes=block.boxes(start, end),
        quote=block.text[start:end],
        sentence=block.text[sentence.start : sentence.end].strip(),
        section=" ".join(part for part in (section.number, section.title) if part) if section else "",
        role=section.role.value if section else "other",
        block=block.id,
        start=start,
        end=end,
        sentence_start=sentence.start,
    )
