"""The rules in plain words: what each finds, where, with what examples, and how sure its source is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from checker.errors import CheckerError
from checker.model import Check, Clause, Example, Framework, Rule, Rulebook, Test, Theme, Threshold
from checker.rulebook.faults import unknown

Described: TypeAlias = Rule | Framework | Check | Theme | Threshold

_BASIS = {"V": "verified in a named source", "V2": "secondary source only", "M": "practice knowledge"}
_VAT = {"included": "with VAT", "excluded": "without VAT"}
_NUMBERS = {"any": "any number", "percent": "a percentage", "money": "an amount of money", "count": "a number"}


def listing(rules: Rulebook) -> str:
    """Every rule, framework, threshold and check in force, one a line: id and title."""
    groups: list[tuple[str, Sequence[Described]]] = [
        (head.title, [rule for rule in rules.rules if rule.source == head.id])
        for head in (*rules.themes, *rules.signals)
    ]
    groups += [("Frameworks", rules.frameworks), ("Thresholds", rules.thresholds), ("Checks", rules.checks)]
    width = max((len(one.id) for _, members in groups for one in members), default=0)
    lines: list[str] = []
    for title, members in groups:
        if members:
            lines.extend(["", title, *(f"  {one.id:{width}}  {one.title}" for one in members)])
    packs = ", ".join(f"{pack.id} {pack.version}" for pack in rules.packs)
    return "\n".join([f"Rules in force: {packs}", *lines])


def describe(rules: Rulebook, name: str) -> str:
    """One rule, framework, threshold, check, theme or signal with its words, examples and sources, in plain words.

    Argument: `name` is its id, letter case ignored. Raises CheckerError when nothing is called that.
    """
    laws: tuple[Described, ...] = (*rules.frameworks, *rules.thresholds)
    everything: tuple[Described, ...] = (*rules.rules, *laws, *rules.checks, *rules.themes, *rules.signals)
    for one in everything:
        if one.id.lower() == name.lower():
            return "\n".join(described(one, rules)).strip()
    missing = unknown(name, "rule, framework or check", [one.id for one in everything])
    raise CheckerError(missing, "`svcheck rules list` shows every id.", "unknown-rule")


def in_words(clause: Clause) -> str:
    """A condition in plain words."""
    if clause.number:
        return _NUMBERS[clause.number]
    if clause.any_of:
        return " or ".join(in_words(one) for one in clause.any_of)
    if clause.all_of:
        parts = [f"({in_words(one)})" if len(one.any_of) > 1 else in_words(one) for one in clause.all_of]
        near = f"within {clause.within}" if clause.within.endswith("words") else f"in one {clause.within}"
        return f"{' and '.join(parts)}, {near}"
    return f"exactly “{clause.phrase}”" if clause.exact else f"“{clause.phrase}”"


def described(one: Described, rules: Rulebook) -> Iterator[str]:
    """The lines of Markdown that say all about one rule, law, sum or check; of a theme or signal, all its rules."""
    if isinstance(one, Rule):
        yield from _rule(one, "#")
    elif isinstance(one, Framework):
        yield from _framework(one)
    elif isinstance(one, Threshold):
        yield from _threshold(one)
    elif isinstance(one, Check):
        yield from _check(one)
    else:
        yield from subject(one)
        for rule in rules.rules:
            if rule.source == one.id:
                yield ""
                yield from _rule(rule, "##")


def subject(one: Theme) -> Iterator[str]:
    """The lines of Markdown that say what a theme or signal is about, without its rules."""
    yield from (f"# {one.title}", "", one.about)
    yield from _row("Kept by", [one.owner] if one.owner else [])


def _rule(rule: Rule, head: str) -> Iterator[str]:
    yield from (f"{head} {rule.title}", "")
    since = f", in force since {rule.since}" if rule.since else ""
    until = f" until {rule.until}" if rule.until else ""
    yield f"`{rule.id}`, version {rule.version}{since}{until}. Basis: {_BASIS[rule.basis]}. In {rule.file}."
    yield from _clauses("Finds", rule.find.any_of or (rule.find,))
    yield from _clauses("Not where the words belong to", rule.unless)
    yield from _clauses("Not in a sentence with", rule.unless_sentence)
    yield from _row("Only in sections on", rule.roles)
    yield from _row("Not in sections on", rule.roles_not)
    yield from _row("Not when", rule.ignore_when)
    if rule.scope == "social-value":
        yield from ("", "Counts only where social value is what the text is about.")
    yield from _row("Leans on", (f"{framework} {code}".strip() for framework, code in rule.refs))
    yield from _list("Advice", (f"{side}: {text}" for side, text in rule.advice.items()))
    yield from _examples(rule)


def _framework(framework: Framework) -> Iterator[str]:
    yield from (f"# {framework.title}", "", framework.about)
    yield from _applies(framework)
    yield from _row("Not under", framework.regimes_not)
    yield from _row("Superseded by", [framework.superseded_by] if framework.superseded_by else [])
    yield from _row("Keeps in use", framework.keeps)
    yield from _list("Old numbers", (f"{old.was}, now {old.now}: right for procurements that commenced up to "
                                     f"{old.until} ({_BASIS[old.basis]})" for old in framework.renamed))  # fmt: skip
    yield from _list("Minimum weight", (_band(*_bounds(band.from_value, band.below_value), band.percent, band.base)
                                        for band in framework.bands))  # fmt: skip
    yield from _clauses("Cited as", framework.cited_as)
    yield from _clauses("Not where the words belong to", framework.unless)
    yield from _clauses("Not in a sentence with", framework.unless_sentence)
    yield from _list("Codes", (f"{code}: {title} ({_BASIS[basis]})" for code, title, basis in framework.codes))
    yield from _source(framework)
    yield from _examples(framework)


def _threshold(limit: Threshold) -> Iterator[str]:
    yield from (f"# {limit.title}", "")
    begins = "above" if limit.above else "at"
    each = " a year" if limit.per == "year" else ""
    vat = f", {_VAT[limit.vat]}" if limit.vat in _VAT else ""
    yield f"`{limit.id}`: begins {begins} £{limit.pounds:,.0f}{each}{vat}."
    yield from _applies(limit)
    yield from _source(limit)


def _applies(law: Framework | Threshold) -> Iterator[str]:
    until = f" to {law.applies_until}" if law.applies_until else ""
    yield from _row("Applies from", [f"{law.applies_from}{until}"] if law.applies_from else [])
    yield from _row("Contracting authorities", law.buyers)
    yield from _row("Jurisdictions", law.jurisdictions)


def _source(law: Framework | Threshold) -> Iterator[str]:
    checked = f", checked on {law.checked_on}" if law.checked_on else ""
    yield from _list("Source", [f"{law.source} ({_BASIS[law.basis]}{checked})"] if law.source else [])


def _bounds(low: float | None, high: float | None) -> tuple[str, str]:
    return (f" from £{low:,.0f}" if low else "", f" below £{high:,.0f}" if high else "")


def _band(low: str, high: str, percent: float, base: str) -> str:
    return f"{percent:g}% ({base}){low}{high}"


def _check(check: Check) -> Iterator[str]:
    yield from (f"# {check.id} {check.title}", "", check.question, "", check.why)
    yield from _list("How bad", (f"{side}: {severity}" for side, severity in check.severity.items()))
    yield from _list("Concerns a tender when", map(_test, check.applies_when))
    yield from _row("Follows from", check.follows)
    yield from _list("Answer, the first that fits", (
        f"{answer.result}: {'; '.join(map(_test, answer.tests)) or 'in every other case'}" for answer in check.answers
    ))  # fmt: skip
    yield from _list("Says", (f"{result}: {text}" for result, text in check.say.items()))
    yield from _list("Advice", (f"{side}: {text}" for side, text in check.advice.items()))
    yield from _list("Suggested wording", [check.suggested_wording] if check.suggested_wording else [])
    yield from _list("Clarification question", [check.clarification_question] if check.clarification_question else [])
    yield from _list("Authority", (
        f"{one.source}{': ' + one.says if one.says else ''} ({_BASIS[one.basis]})" for one in check.authority
    ))  # fmt: skip
    for example in check.examples:
        yield from ("", f"**An example of {example.result}**", "")
        yield from (f"    {line}".rstrip() for line in example.text.strip().splitlines())


def _test(test: Test) -> str:
    if test.values:
        return f"{test.fact} is {' or '.join(test.values)}"
    low = f"at least {test.at_least:g}" if test.at_least is not None else ""
    high = f"at most {test.at_most:g}" if test.at_most is not None else ""
    return f"{test.fact} is {' and '.join(filter(None, (low, high)))}"


def _examples(one: Rule | Framework) -> Iterator[str]:
    yield from _list("Must match", map(_example, one.match))
    yield from _list("Must not match", map(_example, one.no_match))
    yield from _list("Should match and does not yet", map(_example, one.known_gap))


def _example(example: Example) -> str:
    where = f" (under the heading “{example.section}”)" if example.section else ""
    before = f"{example.context} " if example.context else ""
    strength = f": {example.strength}" if example.strength else ""
    return f"{before}{example.text}{where}{strength}"


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield from ("", f"**{title}**", "", *(f"- {item}" for item in found))


def _row(title: str, items: Iterable[str]) -> Iterator[str]:
    if found := ", ".join(items):
        yield from ("", f"**{title}** {found}")


def _clauses(title: str, clauses: Iterable[Clause]) -> Iterator[str]:
    """Plain phrases in one line, conditions of several parts in a line each."""
    found = list(clauses)
    plain = [in_words(one) for one in found if one.phrase]
    parts = [in_words(one) for one in found if not one.phrase]
    yield from _list(title, [*([", ".join(plain)] if plain else []), *parts])
