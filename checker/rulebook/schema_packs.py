"""What may stand in the files that a pack has once: pack.yaml, modifiers.yaml, and the cue lists of context/."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from checker.model.facts import COLUMNS
from checker.rulebook.clauses import ClauseEntry, UnlessEntry
from checker.rulebook.entries import Amount, Count, Day, Entry, Id, Words, like, no_group, no_list, one_of, wrong
from checker.rulebook.positions import Text
from checker.rulebook.schema import AppliesEntry, Basis, Format, RoleName, RolesEntry, Strength

_NEITHER = "`{}` should be yes or no."
# An editor takes yes and no for true and false.
YesNo = Annotated[Text, like("yes|no", _NEITHER, {"enum": ["yes", "no", True, False]})]
"""yes or no."""


class ModifierEntry(Entry):
    """One modifier: its words and how far they reach."""

    phrases: list[ClauseEntry]
    reach: Annotated[Text, one_of("after", "before", "sentence", "block")] = Text("sentence")
    """Where a finding stands that they change."""
    stop_at: list[ClauseEntry] = no_list()
    """Words past which they do not reach."""
    not_in: list[ClauseEntry] = no_list()
    """Phrases that use the same words in another sense."""
    words: Count | None = None
    """How many words they reach at the most."""
    note: Words | None = None


class ColumnEntry(Entry):
    """When a finding belongs in a column of the disconnect matrix: all that is given must hold."""

    column: Annotated[Text, one_of(*COLUMNS)]
    roles: list[RoleName] = no_list()
    """The section is one of these."""
    roles_not: list[RoleName] = no_list()
    """The section is none of these."""
    signals: list[Id] = no_list()
    """A finding of one of these signals stands near."""
    signals_not: list[Id] = no_list()
    """No finding of these signals stands near."""
    near: Annotated[Text, one_of("sentence", "row", "block", "section")] = Text("sentence")
    """How near."""
    strength: list[Strength] = no_list()
    """The finding asks this strongly."""
    blocks: list[Annotated[Text, one_of("heading", "paragraph", "bullet", "cell")]] = no_list()
    """It stands in one of these."""
    heads: list[Words] = no_list()
    """The head of its table column has one of these phrases."""
    kinds: list[Annotated[Text, one_of("theme", "social-value")]] = no_list()
    """The finding is of a theme, or of social value itself; without this line, of either."""
    why: Words | None = None
    """The reason, in a sentence that the report may show."""


class ModifiersFile(Entry):
    """Words that change what a sentence means, and the columns of the disconnect matrix: modifiers.yaml."""

    format: Format
    """The version of this file layout."""
    phrases: dict[Id, list[ClauseEntry]] = no_group()
    """Named lists of phrases, used below as <name>."""
    modifiers: dict[Id, ModifierEntry] = no_group()
    columns: list[ColumnEntry] = no_list()


class CueEntry(Entry):
    """Words that tell what something is."""

    value: Words
    """What it is when the words are there."""
    phrases: list[Words]
    unless: list[Words] = no_list()
    """Words that use them in another sense."""
    where: Annotated[Text, one_of("title", "text", "name")] = Text("title")
    """Where the words must stand: in a heading, in the text, or in the file's name."""


class ContextFile(Entry):
    """Cue lists and word lists: context/*.yaml."""

    format: Format
    """The version of this file layout."""
    phrases: dict[Id, list[ClauseEntry]] = no_group()
    """Named lists of phrases, used below as <name>."""
    cues: dict[Id, list[CueEntry]] = no_group()
    words: dict[Id, list[Words]] = no_group()


class ThresholdEntry(Entry):
    """A contract value from which a duty or a rule begins."""

    id: Id
    title: Words
    pounds: Amount
    begins: Annotated[Text, one_of("at", "above")] = Text("at")
    """at: the sum itself is enough. above: only more than the sum."""
    per: Annotated[Text, one_of("total", "year")] = Text("total")
    """total: the whole value of the contract. year: the value of one year, averaged over the contract."""
    vat: Annotated[Text, one_of("included", "excluded", "unstated")] = Text("unstated")
    applies: AppliesEntry | None = None
    """Which tenders it concerns."""
    checked_on: Day
    """The day on which the sum was last compared with the source."""
    source: Words
    """Where the sum comes from."""
    basis: Basis = Text("M")


class ThresholdsFile(Entry):
    """Contract values from which duties begin, each with its own source: thresholds.yaml."""

    format: Format
    """The version of this file layout."""
    thresholds: list[ThresholdEntry] = no_list()


class AuthorityProfile(Entry):
    """What one buyer has settled for itself."""

    name: Words | None = None
    """The contracting authority."""
    min_weight: Amount | None = None
    """The least weight of social value, in percent of the whole score."""
    priorities: list[Id] = no_list()
    """Its priorities, as theme ids."""
    max_measures: Count | None = None
    """How many measures one tender may ask for."""
    thresholds: dict[Id, Amount] = no_group()
    """Contract values in pounds from which its own rules begin: `min_weight` and `max_measures` are used by checks."""


class PackFile(Entry):
    """What a rule pack is called, what it builds on, and what it changes there: pack.yaml."""

    format: Format
    """The version of this file layout."""
    id: Id
    version: Words
    title: Words
    licence: Words | None = None
    reviewed_on: Day | None = None
    """The day on which the whole pack was last looked over."""
    builds_on: Id | None = None
    """The pack below this one: uk-social-value for the rules that ship with svcheck."""
    stands_alone: YesNo | None = None
    """yes: the pack takes the place of the rules that ship with svcheck, and nothing of them is used."""
    off: list[Id] = no_list()
    """Rules, checks, frameworks and whole themes of the pack below that are not used."""
    replaces: list[Id] = no_list()
    """Ids of the pack below for which this pack has its own."""
    add_unless: dict[Id, list[UnlessEntry]] = no_group()
    """More near-misses for rules of the pack below."""
    narrow: dict[Id, RolesEntry] = no_group()
    """Fewer kinds of section for rules of the pack below."""
    weights: dict[Id, Count] = no_group()
    """How many times a check counts."""
    authority: AuthorityProfile | None = None

    @model_validator(mode="after")
    def _only_on_a_pack(self) -> Self:
        alone = self.stands_alone == "yes"
        if self.builds_on is not None and alone:
            raise wrong(
                "A pack that builds on another does not stand alone; delete one of the two lines.", "stands_alone"
            )
        if self.builds_on is None:
            for key in ("off", "replaces", "add_unless", "narrow", "weights"):
                if getattr(self, key):
                    raise wrong(f"`{key}:` changes another pack; name that pack in `builds_on:`.", key)
            if not alone:
                why = "Say what this pack builds on: `builds_on: uk-social-value`. Only a pack with `stands_alone: yes`"
                raise wrong(f"{why} takes the place of all the rules that ship with svcheck.", "id")
        return self
