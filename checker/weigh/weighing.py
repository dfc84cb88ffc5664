"""Reads the award criteria of a whole tender pack and works out what social value weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Document, Finding, Rulebook, Sum, Weighing, Weight
from checker.weigh.candidates import Candidate, Settled, candidates
from checker.weigh.compare import choose_weight, conflicts
from checker.weigh.fields import read_fields
from checker.weigh.labels import read_labels
from checker.weigh.ledger import Ledger, ids_of
from checker.weigh.lists import read_lists
from checker.weigh.main_tree import attach, borrowed, choose, rivals, with_parts, with_questions
from checker.weigh.places import Taken
from checker.weigh.prose import read_prose
from checker.weigh.questions import read_questions
from checker.weigh.schemes import Scheme
from checker.weigh.stakes import stakes_of
from checker.weigh.tables import read_tables
from checker.weigh.tree import settle, sums_of
from checker.weigh.words import Words


def weigh(documents: Sequence[Document], rules: Rulebook, findings: Sequence[Finding]) -> Weighing:
    """Everything about weights in a tender pack: criteria, sums, the weight of social value, its questions.

    Arguments: `documents` are the files of one pack in reading order; `findings` what the rules found in
    them, of which those of kind question are used. Nothing is given where nothing is printed: a policy
    floor, an example, a range or a blank is a mention, never the weight.
    """
    words = Words(rules)
    ledger = Ledger(words)
    schemes = [scheme for document in documents for scheme in _read(document, words)]
    settled = [Settled(s, settle(s, ledger.evidence(s)), order) for order, s in enumerate(schemes)]
    in_force = choose(settled)
    trees = {lot: attach(main, settled) for lot, main in in_force.items()}
    found = candidates(settled)
    trees = {lot: with_parts(with_questions(tops, found), settled) for lot, tops in trees.items()}
    sums = tuple(done for lot, tops in trees.items() for done in sums_of(tops, _label(lot)))
    other_sets = [(rival, attach(rival, settled)) for rival in rivals(settled, in_force)]
    sums += _rival_sums(other_sets, sums)
    trees = {lot: borrowed(tops, [other for _, other in other_sets]) for lot, tops in trees.items()}
    chosen = choose_weight(found, trees)
    social_value = next(iter(chosen.values()), None)
    sums += _own_sums(social_value, sums)
    others = conflicts(found, chosen, trees)
    apart = any(top.is_social_value for tops in trees.values() for top in tops)
    asked = read_questions(documents, schemes, findings, social_value, apart, ledger, words)
    tree = tuple(top for tops in trees.values() for top in tops)
    mentions = tuple(_mention(candidate, chosen) for candidate in found)
    ids = [
        *ids_of(tree),
        *ids_of(mentions),
        *ids_of([social_value] if social_value else []),
        *ids_of(others),
        *(i for done in sums for i in done.evidence),
        *(i for q in asked.questions for i in q.evidence),
        *(i for q in asked.questions for limit in q.limits for i in limit.evidence),
        *(i for limit in asked.limits for i in limit.evidence),
        *(i for q in asked.questions for form in q.forms for i in form.evidence),
        *asked.marking.evidence,
    ]
    marking = asked.marking
    return Weighing(
        tree,
        mentions,
        social_value,
        others,
        sums,
        asked.questions,
        asked.limits,
        ledger.referred(ids),
        scales=tuple(scale for scale, _ in marking.scales),
        minimums=tuple(minimum for minimum, _ in marking.minimums),
        rankings=marking.rankings,
        tie_breaks=marking.tie_breaks,
        stakes=stakes_of(social_value, _tops_of(social_value, trees), asked.questions),
    )


def _tops_of(weight: Weight | None, trees: Mapping[str, tuple[Weight, ...]]) -> tuple[Weight, ...]:
    """The criteria in force of the weight's lot."""
    return trees.get(weight.lot, trees.get("", ())) if weight is not None else ()


def _read(document: Document, words: Words) -> Iterator[Scheme]:
    taken = Taken()
    found = read_tables(document, words)
    tables = {e.spot.block.place.table for s in found for e in s.walk() if e.spot.block.place is not None}
    found += read_fields(document, words, taken)
    found += read_lists(document, words, taken, tables)
    found += read_prose(document, words, taken)
    found += read_labels(document, words)
    place = {block.id: n for n, block in enumerate(document.blocks)}
    yield from sorted(found, key=lambda s: (place[s.entries[0].spot.block.id], s.entries[0].spot.start))


def _label(lot: str) -> str:
    return f"Award criteria, {lot}" if lot else "Award criteria"


def _mention(candidate: Candidate, chosen: dict[str, Weight]) -> Weight:
    """A mention as it is told: the weight that counts with all that is known of it, others as printed."""
    for weight in chosen.values():
        if weight.evidence and weight.evidence[0] in candidate.weight.evidence:
            return weight
    return candidate.weight


def _rival_sums(sets: Sequence[tuple[Settled, tuple[Weight, ...]]], done: Sequence[Sum]) -> tuple[Sum, ...]:
    """The sums of whole sets of criteria that other places print, where their numbers differ."""
    known = {(s.lot, s.terms) for s in done}
    found: list[Sum] = []
    for rival, tops in sets:
        for made in sums_of(tops, f"{_label(rival.scheme.lot)} in {rival.scheme.document.name}"):
            if (made.lot, made.terms) not in known:
                known.add((made.lot, made.terms))
                found.append(made)
    return tuple(found)


def _own_sums(weight: Weight | None, done: Sequence[Sum]) -> tuple[Sum, ...]:
    """The sum of the social value sub-criteria, where the weight stands in no table of criteria."""
    if weight is None or not weight.children:
        return ()
    terms = {s.terms for s in done}
    return tuple(s for s in sums_of([weight], "") if s.terms not in terms)
