"""Rule files as plain text with places: every value knows its line and column, and stays as it was typed.

YAML would read `no` as false, `12:30` as 750 and `1.10` as 1.1, and would let the second of two equal
keys win in silence. Here every value stays text, and what YAML allows but a rule file never needs
(anchors, tags, several documents) is a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from checker.errors import RuleFault

MAX_BYTES = 1_000_000
MAX_DEPTH = 30

_ALIAS = "`*{}` would be a link inside YAML: `*` ends a word, as in recruit*. {}"
_ANCHOR = "`&{}` would be a link inside YAML; put words that start with `&` in quotes. {}"
_TWICE = "Words used twice go into a list of `phrases:`, used as <name>."
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Source:
    """One rule file: its path as faults show it, its name inside its pack, and its lines."""

    path: Path
    name: str = ""
    lines: tuple[str, ...] = field(default=(), repr=False)

    def fault(self, line: int, col: int, message: str) -> RuleFault:
        """A fault at a line and column of this file, both from 1."""
        source = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return RuleFault(self.path, line, col, message, source.replace("\t", " "))


class Text(str):
    """A value of a rule file as it was typed, with its place."""

    source: Source
    line: int
    col: int

    @classmethod
    def at(cls, value: str, place: Node | Source, line: int = 1, col: int = 1) -> Text:
        """The same words standing at a place: that of another value, or a line and column of a file."""
        text = cls(value)
        if isinstance(place, Source):
            text.source, text.line, text.col = place, line, col
        else:
            text.source, text.line, text.col = place.source, place.line, place.col
        return text


class Items(list[Any]):
    """A list of a rule file with its place."""

    def __init__(self, source: Source, line: int, col: int) -> None:
        super().__init__()
        self.source, self.line, self.col = source, line, col
        self.places: list[Node] = []
        """Where each of the items begins, also the empty ones."""


class Entries(dict[Text, Any]):
    """The `key: value` lines of a rule file, in order, with their place; `inline` for those in { }."""

    def __init__(self, source: Source, line: int, col: int, inline: bool = False) -> None:
        super().__init__()
        self.source, self.line, self.col, self.inline = source, line, col, inline

    def key(self, name: str) -> Text | None:
        """The key of that name as it stands in the file, with its place."""
        return next((key for key in self if key == name), None)


Node = Text | Items | Entries


def fault(place: Node, message: str) -> RuleFault:
    """A fault at the place of a value."""
    return place.source.fault(place.line, place.col, message)


class Unreadable(Exception):
    """A file that is no list of keys and values; holds the fault that says why."""

    def __init__(self, found: RuleFault) -> None:
        super().__init__(found.message)
        self.fault = found


def read(path: Path, shown: Path | None = None, name: str = "") -> tuple[Entries, list[RuleFault]]:
    """The keys and values of one rule file, and the faults that do not keep it from being read.

    `shown` is the path that faults name, `name` the file's name inside its pack. Raises Unreadable.
    """
    bare = Source(shown or path, name)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(bare.fault(1, 1, f"The file is larger than {MAX_BYTES // 1000:,} kB; split it in two."))
        raw = path.read_bytes()
    except OSError as problem:
        raise Unreadable(bare.fault(1, 1, f"The file cannot be read: {problem.strerror}.")) from problem
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        why = "The file is not saved as UTF-8 text; save it again with that encoding."
        raise Unreadable(bare.fault(line, 1, why)) from problem
    return parse(text, Source(bare.path, name, tuple(text.splitlines())))


def parse(text: str, source: Source) -> tuple[Entries, list[RuleFault]]:
    """The keys and values of a rule file's text, and its duplicate keys as faults. Raises Unreadable."""
    tree = _Tree(source)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            tree.take(event)
    except yaml.MarkedYAMLError as problem:
        raise Unreadable(_syntax(problem, source)) from problem
    except yaml.reader.ReaderError as problem:
        # The fast reader counts bytes and the slow one letters, so the place is looked up.
        place = text.find(chr(problem.character)) if isinstance(problem.character, int) else -1
        before = text[: place if place >= 0 else problem.position]
        line, col = before.count("\n") + 1, len(before) - before.rfind("\n")
        why = f"The file holds a character that cannot be printed (number {problem.character}); delete it."
        raise Unreadable(source.fault(line, col, why)) from problem
    if tree.root is None:
        raise Unreadable(source.fault(1, 1, "The file is empty; it should start with `format: 1`."))
    if not isinstance(tree.root, Entries):
        raise Unreadable(
            source.fault(1, 1, "The file should be made of `key: value` lines and start with `format: 1`.")
        )
    return tree.root, tree.faults


class _Tree:
    """Puts the parser's events together; a loop, so that no nesting is too deep for it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.faults: list[RuleFault] = []
        self._open: list[Items | Entries] = []
        self._keys: list[Text | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        line, col = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(line, col, "A second `---` starts another document; one file holds one.")
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(line, col, _ALIAS.format(event.anchor, _TWICE))
        elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            self._start(event, line, col)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def _start(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int, col: int) -> None:
        if event.anchor is not None:
            self._refuse(line, col, _ANCHOR.format(event.anchor, _TWICE))
        if event.tag is not None:
            self._refuse(line, col, "Words that start with `!` need quotes; YAML tags are not used in rule files.")
        if isinstance(event, yaml.ScalarEvent):
            blank = event.style in (None, "") and event.implicit[0] and event.value in ("", "~")
            value = Text.at(
                event.value.rstrip("\n") if event.style in ("|", ">") else event.value, self.source, line, col
            )
            self._add(None if blank else value, value)
            return
        inline = bool(event.flow_style)
        made = (
            Entries(self.source, line, col, inline)
            if isinstance(event, yaml.MappingStartEvent)
            else Items(self.source, line, col)
        )
        self._add(made, made)
        self._open.append(made)
        self._keys.append(None)
        if len(self._open) > MAX_DEPTH:
            self._refuse(line, col, f"Entries are nested more than {MAX_DEPTH} deep.")

    def _add(self, value: Node | None, place: Node) -> None:
        if not self._open:
            self.root = value
            return
        holder = self._open[-1]
        if isinstance(holder, Items):
            holder.append(value)
            holder.places.append(place)
            return
        key = self._keys[-1]
        if key is not None:
            holder[key] = value
            self._keys[-1] = None
            return
        if not isinstance(value, Text):
            raise Unreadable(fault(place, "A key should be one word or a few; here a list or nothing stands."))
        if value in holder and (first := holder.key(value)) is not None:
            same = f"`{value}` stands twice here, first in line {first.line}; keep one."
            self.faults.append(fault(value, same))
        self._keys[-1] = value

    def _refuse(self, line: int, col: int, message: str) -> None:
        raise Unreadable(self.source.fault(line, col, message))


_PLAIN_WORDS = (
    # What libyaml says, and what a person who writes rules can do about it.
    (r"mapping values are not allowed", "A colon and a space stand inside a text; put the whole text in quotes."),
    (r"cannot start any token.*|unexpected character", "This character cannot start a value; put the text in quotes."),
    (r"unexpected ':'", "A colon stands here without a space after it; write `key: value`, or put the text in quotes."),
    (r"^tab$", "A tab stands here; use spaces."),
    (r"expected the node content|expected ',' or", "A bracket is not closed, or a text with , : [ ] { } needs quotes."),
    (r"could not find expected ':'", "A `:` is missing after the key, or the line above is not closed."),
    (r"did not find expected key", "This line does not line up with the entries above, or a quote ends too early."),
    (r"did not find expected '-' indicator", "This line does not line up with the list above."),
    (r"unexpected end of stream|end of (stream|document)", "A quote or bracket that was opened is never closed."),
    (r"alphabetic or numeric", "Words that start with `*` or `&` need quotes."),
)

_UNCLEAR = "The line cannot be understood from here on; a text with odd signs needs 'single quotes'."


def _syntax(problem: yaml.MarkedYAMLError, source: Source) -> RuleFault:
    said = " ".join(part for part in (problem.context, problem.problem) if part)
    mark = problem.problem_mark or problem.context_mark
    if problem.context_mark and re.search("quoted scalar|flow", problem.context or ""):
        mark = problem.context_mark  # where it was opened helps more than where the file ended
    line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if 0 < line <= len(source.lines) and source.lines[line - 1][col - 1 : col] == "\t":
        said = "tab"
    plain = next((advice for pattern, advice in _PLAIN_WORDS if re.search(pattern, said)), "")
    return source.fault(min(line, max(1, len(source.lines))), col, plain or _UNCLEAR)
