"""Rule files turned into the plain records that the other rooms use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from checker.errors import RuleFault
from checker.model import (
    Authority,
    Check,
    CheckExample,
    Clause,
    ColumnRule,
    Cue,
    Example,
    Framework,
    Modifier,
    Pack,
    Renamed,
    Rule,
    Theme,
    Threshold,
    WeightBand,
)
from checker.rulebook.answers import answers, tests
from checker.rulebook.clauses import Lists, UnlessEntry
from checker.rulebook.entries import Entry
from checker.rulebook.schema import BothSides, ExampleEntry, FrameworkFile, RuleEntry
from checker.rulebook.schema_checks import CheckFile
from checker.rulebook.schema_packs import ColumnEntry, ContextFile, ModifiersFile, PackFile, ThresholdsFile


def day(value: Any) -> date | None:
    """A day as a date."""
    return date.fromisoformat(str(value)) if value is not None else None


def said(value: Any) -> str:
    """Words in one line, without the line breaks of the file; empty for nothing."""
    return " ".join(str(value).split()) if value is not None else ""


def words(values: Sequence[Any]) -> tuple[str, ...]:
    """Words as plain text, in their order."""
    return tuple(str(value) for value in values)


def _sides(entry: BothSides | None) -> dict[str, str]:
    if entry is None:
        return {}
    both = {"commissioner": said(entry.commissioner), "provider": said(entry.provider)}
    return {side: text for side, text in both.items() if text}


def _examples(entries: Sequence[ExampleEntry]) -> tuple[Example, ...]:
    return tuple(Example(said(e.text), said(e.strength), said(e.section), said(e.context)) for e in entries)


def unless(
    entries: Sequence[UnlessEntry], named: Lists, faults: list[RuleFault]
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The near-misses that drop a hit which they overlap, and those that drop it anywhere in the sentence."""
    here = named.clauses([entry for entry in entries if entry.sentence is None], faults)
    sentence = named.clauses([entry.sentence for entry in entries if entry.sentence is not None], faults)
    return here, sentence


def rule(entry: RuleEntry, head: tuple[str, str, str], named: Lists, faults: list[RuleFault]) -> Rule:
    """One rule of a theme or signal file; `head` is the file's id, the kind of its findings, and its theme."""
    near, sentence = unless(entry.unless, named, faults)
    examples = entry.examples
    at = entry.place("id")
    return Rule(
        id=str(entry.id),
        title=said(entry.title),
        source=head[0],
        kind=head[1],
        theme=head[2],
        status=str(entry.status),
        version=int(entry.version),
        since=day(entry.since),
        until=day(entry.until),
        basis=str(entry.basis),
        refs=tuple((str(ref.framework), said(ref.code)) for ref in entry.refs),
        find=named.clause(entry.find, faults),
        unless=near,
        unless_sentence=sentence,
        roles=words(entry.roles.only) if entry.roles else (),
        roles_not=words(entry.roles.not_) if entry.roles else (),
        scope=str(entry.scope),
        ignore_when=words(entry.ignore_when),
        strength=str(entry.strength),
        advice=_sides(entry.advice),
        match=_examples(examples.match) if examples else (),
        no_match=_examples(examples.no_match) if examples else (),
        known_gap=_examples(examples.known_gap) if examples else (),
        file=at.source.name,
        line=at.line,
    )


def thresholds(file: ThresholdsFile) -> tuple[Threshold, ...]:
    """The contract values from which duties begin."""
    return tuple(
        Threshold(
            id=str(entry.id),
            title=said(entry.title),
            pounds=float(entry.pounds),
            above=str(entry.begins) == "above",
            per=str(entry.per),
            vat=str(entry.vat),
            buyers=words(entry.applies.buyers) if entry.applies else (),
            jurisdictions=words(entry.applies.jurisdictions) if entry.applies else (),
            applies_from=day(entry.applies.from_) if entry.applies else None,
            applies_until=day(entry.applies.until) if entry.applies else None,
            checked_on=day(entry.checked_on),
            source=said(entry.source),
            basis=str(entry.basis),
        )
        for entry in file.thresholds
    )


def _pounds(value: Any, name: Any, known: Mapping[str, Threshold]) -> float | None:
    """A sum given as such, or by the id of a threshold (an unknown id is told elsewhere)."""
    if name is not None:
        return known[str(name)].pounds if str(name) in known else None
    return None if value is None else float(value)


def framework(
    file: FrameworkFile, named: Lists, faults: list[RuleFault], thresholds: Mapping[str, Threshold]
) -> Framework:
    """One law, policy note or model of social value; its bands may name `thresholds` by their id."""
    near, sentence = unless(file.unless, named, faults)
    applies, examples, at = file.applies, file.examples, file.framework.place("id")
    return Framework(
        id=str(file.framework.id),
        title=said(file.framework.title),
        about=said(file.framework.about),
        kind=str(file.framework.kind),
        buyers=words(applies.buyers) if applies else (),
        jurisdictions=words(applies.jurisdictions) if applies else (),
        regimes_not=words(applies.regimes_not) if applies else (),
        applies_from=day(applies.from_) if applies else None,
        applies_until=day(applies.until) if applies else None,
        superseded_by=said(file.superseded_by),
        keeps=words(file.keeps),
        renamed=tuple(
            Renamed(said(old.was), said(old.now), date.fromisoformat(old.until), words(old.written), str(old.basis))
            for old in file.renamed
        ),
        bands=tuple(
            WeightBand(
                float(band.percent),
                str(band.base),
                _pounds(band.from_value, band.from_threshold, thresholds),
                _pounds(band.below_value, band.below_threshold, thresholds),
                str(band.basis),
            )
            for band in file.minimum_weight
        ),
        cited_as=named.clauses(file.cited_as, faults),
        unless=near,
        unless_sentence=sentence,
        codes=tuple((said(code.code), said(code.title), str(code.basis)) for code in file.codes),
        checked_on=day(file.checked_on),
        source=said(file.source),
        basis=str(file.basis),
        match=_examples(examples.match) if examples else (),
        no_match=_examples(examples.no_match) if examples else (),
        known_gap=_examples(examples.known_gap) if examples else (),
        file=at.source.name,
        line=at.line,
    )


def check(file: CheckFile, faults: list[RuleFault]) -> Check:
    """One question put to the tender."""
    at = file.check.place("id")
    return Check(
        id=str(file.check.id),
        title=said(file.check.title),
        panel=str(file.check.panel),
        question=said(file.question),
        why=said(file.why),
        severity={"commissioner": str(file.severity.commissioner), "provider": str(file.severity.provider)},
        conflict_blocks=file.conflict_blocks != "no",
        authority=tuple(Authority(said(a.source), str(a.basis), said(a.says)) for a in file.authority),
        applies_when=tests(file.applies_when, faults),
        answers=answers(file.answer, faults),
        say={str(result): said(text) for result, text in file.say.items()},
        heading={str(result): said(text) for result, text in file.heading.items()},
        advice=_sides(file.advice),
        suggested_wording=said(file.suggested_wording),
        clarification_question=said(file.clarification_question),
        effort=str(file.effort),
        follows=words(file.follows),
        since=day(file.since),
        version=int(file.version),
        # A tender text keeps its lines: they are its headings, paragraphs and table rows.
        examples=tuple(CheckExample(str(e.result), str(e.text), said(e.beside)) for e in file.examples),
        file=at.source.name,
        line=at.line,
    )


def modifiers(file: ModifiersFile, named: Lists, faults: list[RuleFault]) -> tuple[Modifier, ...]:
    """The words that change what a sentence means."""
    return tuple(
        Modifier(
            str(name),
            named.clauses(entry.phrases, faults),
            str(entry.reach),
            named.clauses(entry.stop_at, faults),
            named.clauses(entry.not_in, faults),
            int(entry.words or 0),
        )
        for name, entry in file.modifiers.items()
    )


def column(entry: ColumnEntry, named: Lists, faults: list[RuleFault]) -> ColumnRule:
    """One line of the disconnect matrix."""
    return ColumnRule(
        column=str(entry.column),
        roles=words(entry.roles),
        roles_not=words(entry.roles_not),
        signals=words(entry.signals),
        signals_not=words(entry.signals_not),
        near=str(entry.near),
        strength=words(entry.strength),
        blocks=words(entry.blocks),
        heads=named.words(entry.heads, faults),
        why=said(entry.why),
        kinds=words(entry.kinds),
    )


def cues(file: ContextFile, named: Lists, faults: list[RuleFault]) -> dict[str, tuple[Cue, ...]]:
    """The cue lists of one context file."""
    return {
        str(name): tuple(
            Cue(said(e.value), named.words(e.phrases, faults), named.words(e.unless, faults), str(e.where))
            for e in entries
        )
        for name, entries in file.cues.items()
    }


def plain_words(file: ContextFile, named: Lists, faults: list[RuleFault]) -> dict[str, tuple[str, ...]]:
    """The word lists of one context file."""
    return {str(name): named.words(entries, faults) for name, entries in file.words.items()}


def pack(file: PackFile) -> Pack:
    """A pack's own data, and what its buyer has settled for itself."""
    authority: dict[str, str] = {}
    if file.authority is not None:
        mine = file.authority
        given = {
            "name": said(mine.name),
            "min_weight": said(mine.min_weight),
            "priorities": ", ".join(words(mine.priorities)),
            "max_measures": said(mine.max_measures),
            **{f"threshold.{name}": str(value) for name, value in mine.thresholds.items()},
        }
        authority = {name: value for name, value in given.items() if value}
    return Pack(
        str(file.id),
        said(file.version),
        said(file.title),
        said(file.licence),
        said(file.builds_on),
        day(file.reviewed_on),
        authority,
    )


def header(entry: Entry) -> Theme:
    """The head of a theme or signal file."""
    return Theme(str(entry.id), said(entry.title), said(entry.about), said(entry.owner))  # type: ignore[attr-defined]
