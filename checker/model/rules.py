"""The rules as the other rooms use them: read from YAML, checked, and no longer tied to any file format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from checker.model.clause import Clause

A_YEAR = 366
"""Days after which the facts of a framework should be compared with their source again."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must, or must not, find.

    `section` puts it under a heading, as a reader would meet it; `context` is a sentence before it.
    """

    text: str
    strength: str = ""
    section: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that show one fact: a theme, or something said about social value."""

    id: str
    title: str
    source: str
    """The id of the theme or signal whose file holds the rule."""
    kind: str
    """The kind of its findings: social-value, theme, question, measure, …"""
    theme: str = ""
    status: str = "stable"
    version: int = 1
    since: date | None = None
    until: date | None = None
    basis: str = "M"
    refs: tuple[tuple[str, str], ...] = ()
    """(framework id, code) pairs."""
    find: Clause = field(default_factory=Clause)
    unless: tuple[Clause, ...] = ()
    """Near-misses: a hit that overlaps one of these, or a `sentence:` one in its sentence, is dropped."""
    unless_sentence: tuple[Clause, ...] = ()
    roles: tuple[str, ...] = ()
    """Section roles where it counts; empty for everywhere."""
    roles_not: tuple[str, ...] = ()
    scope: str = "social-value"
    """Where it counts. "social-value": only where social value is what the text is about; "section": where its section
    names social value, no more than a page away; "page": where a short line of its own on the same page does;
    "heading": in headings only, everywhere; "any": everywhere."""
    ignore_when: tuple[str, ...] = ()
    """Modifiers that drop the finding: negated, historical."""
    strength: str = "from-sentence"
    advice: Mapping[str, str] = field(default_factory=dict)
    match: tuple[Example, ...] = ()
    no_match: tuple[Example, ...] = ()
    known_gap: tuple[Example, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words that change what a sentence means: negated, historical, required, expected, invited, authority.

    `reach` says where a finding stands that they change: after, before, anywhere in the sentence, or after
    them in the whole paragraph ("block").
    `stop_at` are words past which they do not reach; `not_in` are phrases that use the same words in
    another sense ("not only").
    """

    id: str
    phrases: tuple[Clause, ...]
    reach: str = "sentence"
    stop_at: tuple[Clause, ...] = ()
    not_in: tuple[Clause, ...] = ()
    words: int = 0
    """How many words it reaches at the most; 0 for to the end of the sentence."""


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """When a live finding belongs in a column of the disconnect matrix.

    All that is given must hold: the section's role is in `roles` and not in `roles_not`; a finding of
    one of the `signals` stands in the same sentence, row, block or section (`near`); the finding's strength
    is in `strength`; its block is of one of the `blocks` kinds; the head of its table column has one of
    the `heads` phrases; it is a finding of one of the `kinds` (theme, social-value).
    """

    column: str
    roles: tuple[str, ...] = ()
    roles_not: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    signals_not: tuple[str, ...] = ()
    near: str = "sentence"
    strength: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    why: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the 23 subjects of social value."""

    id: str
    title: str
    about: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class WeightBand:
    """A minimum weight that binds from a contract value on (pounds, VAT included)."""

    percent: float
    base: str = "overall"
    from_value: float | None = None
    below_value: float | None = None
    basis: str = "M"


@dataclass(frozen=True, slots=True)
class Renamed:
    """An old number of a policy note: right in procurements that commenced up to a day, and stale after it."""

    was: str
    now: str
    until: date
    written: tuple[str, ...]
    """How the old number is printed; a citation that holds one of these uses it."""
    basis: str = "M"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A contract value from which a duty or a rule begins. Each rule has its own, even where the sums are alike."""

    id: str
    title: str
    pounds: float
    above: bool = False
    """True where the duty begins above the sum, false where it begins at the sum."""
    per: str = "total"
    """total: the whole value of the contract; year: the value of one year, averaged over the contract."""
    vat: str = "unstated"
    """included | excluded | unstated"""
    buyers: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    applies_from: date | None = None
    applies_until: date | None = None
    checked_on: date | None = None
    source: str = ""
    basis: str = "M"

    def reached_by(self, pounds: float) -> bool:
        """Whether a sum in pounds is large enough for the duty to begin."""
        return pounds > self.pounds if self.above else pounds >= self.pounds


@dataclass(frozen=True, slots=True)
class Framework:
    """A law, policy note or model of social value, with the dates and buyers that it applies to."""

    id: str
    title: str
    about: str
    kind: str = "law"
    """law | policy | model | measures | platform"""
    buyers: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    regimes_not: tuple[str, ...] = ()
    """Procurements under these laws are outside it."""
    applies_from: date | None = None
    applies_until: date | None = None
    superseded_by: str = ""
    keeps: tuple[str, ...] = ()
    """Older frameworks that stay in use for the buyers of this one."""
    renamed: tuple[Renamed, ...] = ()
    bands: tuple[WeightBand, ...] = ()
    cited_as: tuple[Clause, ...] = ()
    """Words and identifiers that show the framework is cited."""
    unless: tuple[Clause, ...] = ()
    """Words that look like a citation and are none; a hit that overlaps one is dropped."""
    unless_sentence: tuple[Clause, ...] = ()
    """The same, anywhere in the sentence."""
    codes: tuple[tuple[str, str, str], ...] = ()
    """(code, title, basis)."""
    checked_on: date | None = None
    source: str = ""
    basis: str = "M"
    match: tuple[Example, ...] = ()
    no_match: tuple[Example, ...] = ()
    known_gap: tuple[Example, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Test:
    """One condition of an answer line: a named fact and the values that satisfy it.

    `values` holds words that the fact may equal; `at_least` and `at_most` bound a number.
    """

    fact: str
    values: tuple[str, ...] = ()
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a check: its result when every test holds (a line without tests always holds)."""

    result: str
    tests: tuple[Test, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """Where a check's reason comes from, and how sure that source is (V, V2 or M)."""

    source: str
    basis: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class CheckExample:
    """A short tender text and the result that the check must give for it."""

    result: str
    text: str
    beside: str = ""
    """What is given beside the text: a "locked file" or a "scanned page", neither of which can be read."""


@dataclass(frozen=True, slots=True)
class Check:
    """A question put to the tender, and what each answer means for the two sides."""

    id: str
    title: str
    panel: str
    question: str
    why: str
    severity: Mapping[str, str]
    """{"commissioner": blocker|major|minor|info, "provider": …}"""
    conflict_blocks: bool = True
    """Whether its conflicts must be put right first, whatever the severity: two places of the tender disagree."""
    authority: tuple[Authority, ...] = ()
    applies_when: tuple[Test, ...] = ()
    answers: tuple[Answer, ...] = ()
    say: Mapping[str, str] = field(default_factory=dict)
    """For each result a sentence; {fact} is replaced by the fact in words."""
    heading: Mapping[str, str] = field(default_factory=dict)
    """For each result that is a problem, its name as a fix: "Two word limits for the same answers"."""
    advice: Mapping[str, str] = field(default_factory=dict)
    suggested_wording: str = ""
    clarification_question: str = ""
    effort: str = "small"
    follows: tuple[str, ...] = ()
    """Ids of checks that come first: while one of them shows more than a partial problem, that of this one follows."""
    weight: int = 1
    """How many times the check counts; a local pack may set it."""
    since: date | None = None
    version: int = 1
    examples: tuple[CheckExample, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell what something is: a section's role, a file's role, a kind of buyer."""

    value: str
    phrases: tuple[str, ...]
    """Words with `*` for any ending, letter case ignored."""
    unless: tuple[str, ...] = ()
    where: str = "title"
    """title | text | name: where the words must stand."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules: the core pack, or a local one that adds to it."""

    id: str
    version: str
    title: str = ""
    licence: str = ""
    builds_on: str = ""
    reviewed_on: date | None = None
    authority: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rulebook:
    """All rules in force, ready for the rooms that use them."""

    packs: tuple[Pack, ...]
    themes: tuple[Theme, ...]
    rules: tuple[Rule, ...]
    modifiers: tuple[Modifier, ...]
    columns: tuple[ColumnRule, ...]
    frameworks: tuple[Framework, ...]
    checks: tuple[Check, ...]
    cues: Mapping[str, tuple[Cue, ...]]
    """Cue lists by name: sections, files, buyers, jurisdictions, regimes, dates, values, columns, …"""
    words: Mapping[str, tuple[str, ...]]
    """Word lists by name for reading weights and word limits (context/weights.yaml)."""
    signals: tuple[Theme, ...] = ()
    """Title and subject of each signal file."""
    thresholds: tuple[Threshold, ...] = ()
    """Contract values from which duties begin, by their id."""

    def overdue(self, day: date) -> tuple[Framework | Threshold, ...]:
        """The frameworks and thresholds last compared with their source more than a year before a day."""
        every: tuple[Framework | Threshold, ...] = (*self.frameworks, *self.thresholds)
        return tuple(one for one in every if one.checked_on is not None and (day - one.checked_on).days > A_YEAR)
