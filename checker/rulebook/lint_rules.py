"""Weak spots of theme, signal and framework files: rules that are well formed and still cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.errors import RuleFault
from checker.model import Clause, Framework, Rule
from checker.rulebook.book import Book
from checker.rulebook.clauses import ClauseEntry
from checker.rulebook.entries import Entry
from checker.rulebook.files import ParsedFile
from checker.rulebook.phrases import covers, leaves, shares_a_word, words_of, written
from checker.rulebook.positions import Text, fault
from checker.rulebook.schema import ExampleEntry, ExamplesEntry, FrameworkFile, RuleEntry, RuleFile, ThemeFile
from checker.rulebook.schema_packs import ContextFile

ENOUGH = 3
"""How many sentences a stable rule must match, and how many it must not."""


def phrase_never_matches(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A phrase without words, which finds nothing, or one that begins with `*`, which finds everything."""
    del book
    for phrase in _phrases(file):
        if not re.search(r"\w|[%£&]", phrase):
            yield fault(phrase, f"`{phrase}` can never match: it holds no word.")
        elif phrase.lstrip().startswith("*"):
            yield fault(phrase, f"`{phrase}` begins with `*`, which stands for any ending; begin with letters.")


def short_stem(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """`art*` also finds article, arterial and artificial; beside a longer word, as in `electric van*`, it is safe."""
    del book
    for phrase in written(file.model):
        words = words_of(phrase)
        short = [word for word in words if word.endswith("*") and 0 < len(word.rstrip("*")) < 4]
        if short and all(len(word.rstrip("*")) < 4 for word in words):
            why = f"`{phrase}` finds too many words; write out the endings, or give at least four letters."
            yield fault(phrase, why)


def _phrases(file: ParsedFile) -> Iterator[Text]:
    if isinstance(file.model, ContextFile):
        for cues in file.model.cues.values():
            for cue in cues:
                yield from (*cue.phrases, *cue.unless)
    yield from written(file.model)


def unused_list(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A list that no rule of its file names."""
    del book
    for name in getattr(file.model, "phrases", {}):
        if str(name) not in file.lists.used:
            yield fault(name, f"No rule here uses the list `{name}`; use it as <{name}> or delete it.")


def phrase_within_phrase(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """Of two alternatives, one that the other already finds."""
    del book
    for own, listed in _alternatives(file.model):
        for one in own:
            wider = [other for other in (*own, *listed) if other is not one and covers(other, one)]
            # Of two that find the same, the first may stay.
            wider = [
                other for other in wider if not covers(one, other) or (other.line, other.col) < (one.line, one.col)
            ]
            if wider:
                yield fault(one, f"`{one}` adds nothing: `{wider[0]}` (line {wider[0].line}) already finds it.")


def _alternatives(model: Entry) -> Iterator[tuple[list[Text], list[Text]]]:
    """Groups of phrases of which any one is enough (lists, `any_of`, `cited_as`), and those of the lists they name."""
    lists: dict[str, list[ClauseEntry]] = {str(name): group for name, group in getattr(model, "phrases", {}).items()}
    groups: list[Sequence[ClauseEntry]] = list(lists.values())
    tops = [rule.find for rule in model.rules] if isinstance(model, RuleFile) else []
    if isinstance(model, FrameworkFile):
        groups.append(model.cited_as)
        tops = list(model.cited_as)
    while tops:
        top = tops.pop()
        groups.extend([top.any_of] if top.any_of else [])
        tops.extend([*(top.any_of or ()), *(top.all_of or ())])
    for group in groups:
        phrases = [entry.phrase for entry in group if entry.phrase is not None]
        own = [phrase for phrase in phrases if "<" not in phrase]
        named = [lists.get(phrase.strip("<> "), []) for phrase in phrases if "<" in phrase]
        yield own, [entry.phrase for named_list in named for entry in named_list if entry.phrase is not None]


def over_before_it_begins(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """`until` before `since`."""
    del book
    for entry in _rules(file):
        if entry.since is not None and entry.until is not None and entry.until < entry.since:
            yield fault(entry.until, f"The rule ends on {entry.until}, before it begins on {entry.since}.")
    applies = file.model.applies if isinstance(file.model, FrameworkFile) else None
    if applies is not None and applies.from_ and applies.until and applies.until < applies.from_:
        yield fault(applies.until, f"The framework ends on {applies.until}, before it begins on {applies.from_}.")


def same_advice(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """Advice that tells both sides the same: one of them has nothing to do with it."""
    del book
    for entry in [*_rules(file), file.model]:
        advice = getattr(entry, "advice", None)
        if advice is None or advice.provider is None:
            continue
        if advice.commissioner is not None and words_of(advice.commissioner) == words_of(advice.provider):
            yield fault(advice.provider, "Both sides get the same advice; say what each of them can do.")


def theme_without_advice(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A theme's rule that leaves one side without advice."""
    del book
    if not isinstance(file.model, ThemeFile):
        return
    for entry in _rules(file):
        told = {side for side in ("commissioner", "provider") if entry.advice and getattr(entry.advice, side)}
        for side in [side for side in ("commissioner", "provider") if side not in told]:
            place = entry.place("advice") if entry.advice is None else entry.advice.place()
            yield fault(place, f"`{entry.id}` has no advice for the {side}.")


def too_few_examples(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A stable rule that has not been tried on enough sentences."""
    del book
    for entry in _rules(file):
        if entry.status == "stable":
            for kind in ("match", "no_match"):
                given = len(getattr(entry.examples, kind)) if entry.examples else 0
                if given < ENOUGH:
                    why = f"`{entry.id}` has {given} of the {ENOUGH} examples that a stable rule needs under `{kind}`."
                    yield fault(entry.id, why)
    if isinstance(file.model, FrameworkFile):
        for kind in ("match", "no_match"):
            if file.model.examples is None or not getattr(file.model.examples, kind):
                yield fault(file.model.framework.id, f"The framework has no example under `{kind}`.")


def no_match_proves_nothing(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A sentence that must not match and has none of the rule's words in it."""
    for examples, find in _tried(file, book):
        for example in examples.no_match if examples else ():
            if not any(_touches(clause, example.text) for one in find for clause in leaves(one)):
                yield fault(example.text, "This sentence proves nothing: it has none of the rule's words in it.")


def _touches(clause: Clause, text: str) -> bool:
    return bool(re.search(r"\d", text)) if clause.number else shares_a_word(clause.phrase, text)


def same_sentence_twice(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """One sentence given twice as an example of one rule."""
    for examples, _ in _tried(file, book):
        seen: dict[tuple[str, str, str], ExampleEntry] = {}
        for example in (*examples.match, *examples.no_match, *examples.known_gap) if examples else ():
            key = (str(example.text), str(example.section or ""), str(example.context or ""))
            if key in seen:
                yield fault(example.text, f"The same sentence stands in line {seen[key].text.line}.")
            seen.setdefault(key, example)


def unknown_code(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A code that its framework does not list."""
    for entry in _rules(file):
        for ref in entry.refs:
            framework = book.frameworks.get(str(ref.framework))
            codes = [code for code, _, _ in framework.codes] if framework else []
            if ref.code is not None and codes and str(ref.code) not in codes:
                yield fault(ref.code, f"`{ref.framework}` lists no code `{ref.code}`. Codes: {', '.join(codes)}.")


def _rules(file: ParsedFile) -> Sequence[RuleEntry]:
    return file.model.rules if isinstance(file.model, RuleFile) else ()


def _tried(file: ParsedFile, book: Book) -> Iterator[tuple[ExamplesEntry | None, tuple[Clause, ...]]]:
    """The examples of each rule and framework of a file, and the conditions that they are tried on."""
    for entry in _rules(file):
        rule: Rule | None = book.rules.get(str(entry.id))
        if rule is not None:
            yield entry.examples, (rule.find,)
    if isinstance(file.model, FrameworkFile):
        framework: Framework | None = book.frameworks.get(str(file.model.framework.id))
        if framework is not None:
            yield file.model.examples, framework.cited_as
