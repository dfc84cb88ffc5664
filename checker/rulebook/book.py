"""The rule book while it is put together: every pack in turn, and who already holds which id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from checker.errors import RuleFault
from checker.model import Check, ColumnRule, Cue, Framework, Modifier, Pack, Rule, Rulebook, Theme, Threshold
from checker.rulebook import build
from checker.rulebook.clauses import Lists
from checker.rulebook.files import ParsedFile
from checker.rulebook.positions import Text, fault
from checker.rulebook.schema import FrameworkFile, RuleEntry, SignalFile, SignalHeader, ThemeFile, ThemeHeader
from checker.rulebook.schema_checks import CheckFile
from checker.rulebook.schema_packs import ContextFile, ModifiersFile, PackFile, ThresholdsFile

KINDS_OF_ID = {
    "rule": "rules",
    "check": "checks",
    "framework": "frameworks",
    "theme": "themes",
    "signal": "signals",
    "modifier": "modifiers",
    "threshold": "thresholds",
}
"""What an id can belong to, and where the book keeps it."""


@dataclass
class Book:
    """All packs read so far. Later packs add to it, and change what their pack.yaml says they change."""

    packs: list[Pack] = field(default_factory=list)
    themes: dict[str, Theme] = field(default_factory=dict)
    signals: dict[str, tuple[Theme, str]] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    modifiers: dict[str, Modifier] = field(default_factory=dict)
    columns: list[ColumnRule] = field(default_factory=list)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    thresholds: dict[str, Threshold] = field(default_factory=dict)
    checks: dict[str, Check] = field(default_factory=dict)
    cues: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    off: set[str] = field(default_factory=set)
    files: list[ParsedFile] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    faults: list[RuleFault] = field(default_factory=list)
    _held: dict[tuple[str, str], Text] = field(default_factory=dict)
    _replaces: set[str] = field(default_factory=set)
    _new: set[tuple[str, str]] = field(default_factory=set)

    def names(self, *kinds: str) -> list[str]:
        """Every id of some kinds, for finding out whether a name means anything."""
        return [name for kind in kinds or KINDS_OF_ID for name in getattr(self, KINDS_OF_ID[kind])]

    def add(self, files: Sequence[ParsedFile], pack: PackFile) -> None:
        """Adds all files of one pack; the faults go to `faults`."""
        self._replaces = set(build.words(pack.replaces))
        self._new = set()
        self.files.extend(files)
        # Frameworks name thresholds, so these come first.
        for file in sorted(files, key=lambda file: not isinstance(file.model, ThresholdsFile)):
            self._add_file(file)

    def brings(self, name: str) -> bool:
        """Whether the pack added last holds something of that id."""
        return any(held == name for _, held in self._new)

    def _add_file(self, file: ParsedFile) -> None:
        model, named, faults = file.model, file.lists, self.faults
        if isinstance(model, ThemeFile):
            self._theme(model.theme)
            self._rules(model.rules, (str(model.theme.id), "theme", str(model.theme.id)), named)
        elif isinstance(model, SignalFile):
            kind = self._signal(model.signal)
            self._rules(model.rules, (str(model.signal.id), kind, ""), named)
        elif isinstance(model, FrameworkFile):
            made = build.framework(model, named, faults, self.thresholds)
            if self._claim("framework", model.framework.id):
                self.frameworks[made.id] = made
        elif isinstance(model, CheckFile):
            check = build.check(model, faults)
            if self._claim("check", model.check.id):
                self.checks[check.id] = check
        elif isinstance(model, ModifiersFile):
            for modifier, name in zip(build.modifiers(model, named, faults), model.modifiers, strict=True):
                if self._claim("modifier", name):
                    self.modifiers[modifier.id] = modifier
            self.columns.extend(build.column(entry, named, faults) for entry in model.columns)
        elif isinstance(model, ContextFile):
            self._context(model, named)
        elif isinstance(model, ThresholdsFile):
            for threshold, entry in zip(build.thresholds(model), model.thresholds, strict=True):
                if self._claim("threshold", entry.id):
                    self.thresholds[threshold.id] = threshold

    def _theme(self, head: ThemeHeader) -> None:
        if head.title is None:
            self._adds_to("theme", head.id)
        elif self._claim("theme", head.id):
            self.themes[str(head.id)] = build.header(head)

    def _signal(self, head: SignalHeader) -> str:
        if head.title is None:
            self._adds_to("signal", head.id)
            return self.signals[str(head.id)][1] if str(head.id) in self.signals else ""
        if head.kind is None:
            self.faults.append(
                fault(head.id, "`kind:` is missing in `signal`: it says what kind of findings it gives.")
            )
        elif self._claim("signal", head.id):
            self.signals[str(head.id)] = build.header(head), str(head.kind)
        return str(head.kind or "")

    def _adds_to(self, kind: str, name: Text) -> None:
        if str(name) not in self.names(kind):
            why = f"`title:` is missing in `{kind}`; only a file that adds to a {kind} of another pack has none."
            self.faults.append(fault(name, why))

    def _rules(self, entries: Sequence[RuleEntry], head: tuple[str, str, str], named: Lists) -> None:
        for entry in entries:
            made = build.rule(entry, head, named, self.faults)
            if self._claim("rule", entry.id):
                self.rules[made.id] = made

    def _claim(self, kind: str, name: Text) -> bool:
        """Whether an id is free, or this pack may replace what holds it; else adds the fault."""
        # A theme and a signal may not share an id either: `found.ID` would not know which is meant.
        family = "theme" if kind == "signal" else kind
        held = self._held.get((family, str(name)))
        own = (family, str(name)) in self._new
        if held is not None and (own or str(name) not in self._replaces):
            where = f"{held.source.path}:{held.line}"
            what = "theme or signal" if family == "theme" else kind
            way_out = "" if own else " Add it to `replaces:` in pack.yaml if yours should stand in its place."
            self.faults.append(fault(name, f"`{name}` is already the id of a {what}, in {where}.{way_out}"))
            return False
        self._held[family, str(name)] = name
        self._new.add((family, str(name)))
        return True

    def _context(self, model: ContextFile, named: Lists) -> None:
        for name, cues in build.cues(model, named, self.faults).items():
            # What a local pack knows is more exact than what holds everywhere, so it comes first.
            self._once("cues", model.cues, name)
            self.cues[name] = cues + self.cues.get(name, ())
        for name, words in build.plain_words(model, named, self.faults).items():
            self._once("words", model.words, name)
            self.words[name] = tuple(dict.fromkeys(self.words.get(name, ()) + words))

    def _once(self, kind: str, entries: dict[Text, Any], name: str) -> None:
        key = next(key for key in entries if key == name)
        if (kind, name) in self._new:
            held = self._held[kind, name]
            why = f"`{name}` is already the name of a list of {kind}, in {held.source.path}:{held.line}."
            self.faults.append(fault(key, why))
        self._held[kind, name] = key
        self._new.add((kind, name))

    def in_force(self, day: date, drafts: bool = False) -> Rulebook:
        """The rules that hold on a day: not off, not retired, begun and not over (`until` is the last day)."""

        def holds(since: date | None, until: date | None) -> bool:
            return (since is None or since <= day) and (until is None or day <= until)

        status = ("stable", "draft") if drafts else ("stable",)
        on: Callable[[str], bool] = lambda name: name not in self.off  # noqa: E731
        rules = [
            rule
            for rule in self.rules.values()
            if rule.status in status and on(rule.id) and on(rule.source) and holds(rule.since, rule.until)
        ]
        checks = [check for check in self.checks.values() if on(check.id) and holds(check.since, None)]
        return Rulebook(
            packs=tuple(self.packs),
            themes=tuple(theme for name, theme in sorted(self.themes.items()) if on(name)),
            rules=tuple(rules),
            modifiers=tuple(modifier for name, modifier in self.modifiers.items() if on(name)),
            columns=tuple(self.columns),
            frameworks=tuple(framework for name, framework in sorted(self.frameworks.items()) if on(name)),
            checks=tuple(sorted(checks, key=lambda check: check_order(check.id))),
            cues=dict(sorted(self.cues.items())),
            words=dict(sorted(self.words.items())),
            signals=tuple(head for name, (head, _) in sorted(self.signals.items()) if on(name)),
            thresholds=tuple(threshold for name, threshold in sorted(self.thresholds.items()) if on(name)),
        )

    def change(self, name: str, **fields: Any) -> None:
        """Gives a rule, framework or check other values for some of its fields."""
        if name in self.rules:
            self.rules[name] = replace(self.rules[name], **fields)
        elif name in self.frameworks:
            self.frameworks[name] = replace(self.frameworks[name], **fields)
        elif name in self.checks:
            self.checks[name] = replace(self.checks[name], **fields)


def check_order(name: str) -> tuple[str, int, str]:
    """Puts A2 before A10."""
    letters = name.rstrip("0123456789")
    number = name[len(letters) :]
    return letters, int(number or 0), name
