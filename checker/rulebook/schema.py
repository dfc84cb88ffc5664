"""What may stand in theme, signal and framework files. Editors get the same as JSON Schema in rules/schema.

The words under a key are what an editor shows to the person who writes the rule.
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field

from checker.model import Role
from checker.model.facts import FACTS, KINDS
from checker.rulebook.clauses import ClauseEntry, UnlessEntry
from checker.rulebook.entries import Amount, Count, Day, Entry, Id, Words, no_group, no_list, one_of
from checker.rulebook.positions import Text

STRENGTHS = ("required", "expected", "invited", "none")
FRAMEWORK_KINDS = ("law", "policy", "model", "measures", "platform")


def words_of(fact: str) -> tuple[str, ...]:
    """The words that a fact may equal, read from its own description; empty for a number."""
    words = tuple(re.split(r", | or ", FACTS[fact].partition(":")[0]))
    return words if all(re.fullmatch(r"[a-z0-9-]+", word) for word in words) else ()


Format = Annotated[Text, one_of("1")]
RoleName = Annotated[Text, one_of(*(role.value for role in Role))]
Basis = Annotated[Text, one_of("V", "V2", "M")]
Strength = Annotated[Text, one_of(*STRENGTHS)]
Base = Annotated[Text, one_of("overall", "quality", "unstated")]
Buyer = Annotated[Text, one_of(*words_of("buyer-type"))]
Jurisdiction = Annotated[Text, one_of(*words_of("jurisdiction"))]
Regime = Annotated[Text, one_of(*words_of("regime"))]


class BothSides(Entry):
    """The same matter told to the commissioner and to the provider."""

    commissioner: Words | None = None
    """What the contracting authority can do about it."""
    provider: Words | None = None
    """What the bidder can do about it."""


class ExampleEntry(Entry):
    """A sentence that a rule must, or must not, find."""

    SHORT: ClassVar[str] = "text"

    text: Words
    """The sentence, in your own words."""
    strength: Strength | None = None
    """How strongly it asks: compared when it is given."""
    section: Words | None = None
    """The heading above the sentence, such as `5 Social value`."""
    context: Words | None = None
    """The sentence before it, in the same paragraph."""


class ExamplesEntry(Entry):
    """The sentences that a rule is tried on."""

    match: list[ExampleEntry] = no_list()
    """Sentences that the rule must find."""
    no_match: list[ExampleEntry] = no_list()
    """Sentences that look alike and must not be found."""
    known_gap: list[ExampleEntry] = no_list()
    """Sentences that the rule should find and does not yet."""


class RolesEntry(Entry):
    """Section roles where a rule counts (only), or does not (not)."""

    only: list[RoleName] = no_list()
    not_: list[RoleName] = no_list(alias="not")


class RefEntry(Entry):
    """A framework that a rule leans on."""

    framework: Id
    """The id of a file in frameworks/."""
    code: Words | None = None
    """The code that the framework gives it."""


class RuleEntry(Entry):
    """One rule of a theme or signal file."""

    id: Id
    """Never changes once released; starts with the id of its file: skills.apprenticeships."""
    title: Words
    """What it finds, in a few words."""
    status: Annotated[Text, one_of("draft", "stable", "retired")] = Text("stable")
    """Only stable rules are in force."""
    version: Count = Text("1")
    """Add 1 when the meaning changes."""
    since: Day | None = None
    """The first day on which it is in force."""
    until: Day | None = None
    """The last day on which it is in force; empty for no end."""
    basis: Basis = Text("M")
    """V: verified in a named source. V2: secondary source only. M: practice knowledge."""
    refs: list[RefEntry] = no_list()
    """The frameworks that it leans on."""
    scope: Annotated[Text, one_of("social-value", "section", "page", "heading", "any")] = Text("social-value")
    """social-value: counts only where social value is what the text is about. section: where its section names it.
    page: where a line of its own on the page names it. heading: in headings only, everywhere. any: everywhere."""
    find: ClauseEntry
    """What must stand in the text."""
    unless: list[UnlessEntry] = no_list()
    """Near-misses: words that use the rule's words in another sense."""
    roles: RolesEntry | None = None
    """The kinds of section where it counts."""
    ignore_when: list[Id] = no_list()
    """Modifiers that take a finding out, such as negated."""
    strength: Annotated[Text, one_of("from-sentence", *STRENGTHS)] = Text("from-sentence")
    """How strongly the bidder is asked: read from the sentence, or fixed."""
    advice: BothSides | None = None
    """What each side can do."""
    examples: ExamplesEntry | None = None
    """At least three sentences that must match and three that must not."""
    note: Words | None = None
    """Why the rule is as it is, for the people who keep it."""


class ThemeHeader(Entry):
    """The head of a theme file. A local pack that only adds rules to a theme gives its id alone."""

    id: Id
    title: Words | None = None
    about: Words | None = None
    owner: Words | None = None


class SignalHeader(Entry):
    """The head of a signal file. A local pack that only adds rules to a signal gives its id alone."""

    id: Id
    kind: Annotated[Text, one_of(*KINDS)] | None = None
    """The kind of its findings."""
    title: Words | None = None
    about: Words | None = None
    owner: Words | None = None


class RuleFile(Entry):
    """What theme and signal files share."""

    format: Format
    """The version of this file layout."""
    phrases: dict[Id, list[ClauseEntry]] = no_group()
    """Named lists of phrases; the rules of this file use them as <name>."""
    rules: list[RuleEntry] = no_list()


class ThemeFile(RuleFile):
    """One subject of social value: themes/<id>.yaml."""

    theme: ThemeHeader


class SignalFile(RuleFile):
    """Something said about social value: signals/<id>.yaml."""

    signal: SignalHeader


class FrameworkHeader(Entry):
    """Name and subject of a framework."""

    id: Id
    title: Words
    about: Words
    kind: Annotated[Text, one_of(*FRAMEWORK_KINDS)] = Text("law")
    """law: an Act or regulations. policy: a note or statement of policy. model: a policy that says how social value
    is asked and scored. measures: a list of measures. platform: where offers are entered."""


class AppliesEntry(Entry):
    """Which tenders a framework binds or concerns."""

    buyers: list[Buyer] = no_list()
    """Kinds of contracting authority; none for all."""
    jurisdictions: list[Jurisdiction] = no_list()
    """Parts of the United Kingdom; none for all."""
    regimes_not: list[Regime] = no_list()
    """Laws under which a procurement is outside it."""
    from_: Day | None = Field(default=None, alias="from")
    """The first day of procurement for which it applies."""
    until: Day | None = None
    """The last day of procurement for which it applies."""


class BandEntry(Entry):
    """A minimum weight from one contract value (pounds, VAT included) to below another."""

    percent: Amount
    base: Base = Text("overall")
    """What it is a share of."""
    from_value: Amount | None = None
    """Contract value in pounds, VAT included."""
    below_value: Amount | None = None
    """Contract value in pounds, VAT included."""
    from_threshold: Id | None = None
    """The id of a threshold (thresholds.yaml), in place of `from_value`."""
    below_threshold: Id | None = None
    """The id of a threshold (thresholds.yaml), in place of `below_value`."""
    basis: Basis = Text("M")


class RenamedEntry(Entry):
    """An old number of a policy note, so that a tender that still cites it can be told the new one."""

    was: Words
    """The old number: PPN 06/21."""
    now: Words
    """The number that took its place: PPN 006."""
    until: Day
    """The last day of procurement for which the old number was right."""
    written: list[Words]
    """How the old number is printed, as short as it is plain: 06/21."""
    basis: Basis = Text("M")


class CodeEntry(Entry):
    """One numbered outcome, criterion or measure of a framework."""

    code: Words
    title: Words
    basis: Basis = Text("M")


class FrameworkFile(Entry):
    """One law, policy note or model of social value: frameworks/<id>.yaml."""

    format: Format
    """The version of this file layout."""
    framework: FrameworkHeader
    applies: AppliesEntry | None = None
    superseded_by: Id | None = None
    """The framework that took its place."""
    keeps: list[Id] = no_list()
    """Older frameworks that stay in use for the buyers of this one."""
    renamed: list[RenamedEntry] = no_list()
    """Its old numbers."""
    minimum_weight: list[BandEntry] = no_list()
    """The least weight that social value may carry, by contract value."""
    phrases: dict[Id, list[ClauseEntry]] = no_group()
    """Named lists of phrases, used below as <name>."""
    cited_as: list[ClauseEntry]
    """Words and identifiers that show that a tender cites it."""
    unless: list[UnlessEntry] = no_list()
    """Words that look like a citation and are none."""
    codes: list[CodeEntry] = no_list()
    """Its own numbering of outcomes and measures."""
    checked_on: Day | None = None
    """The day on which these facts were last compared with the source."""
    source: Words | None = None
    """Where the facts come from."""
    basis: Basis = Text("M")
    examples: ExamplesEntry | None = None
    note: Words | None = None
