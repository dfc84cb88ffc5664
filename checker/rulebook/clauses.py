"""The conditions that a rule puts on a text, and the lists of words that they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from checker.errors import RuleFault
from checker.model import Clause
from checker.rulebook.entries import Entry, Words, like, one_of, wrong
from checker.rulebook.faults import unknown
from checker.rulebook.positions import Text, fault

MAX_DEPTH = 10
"""How deep lists may name lists."""
MAX_PHRASES = 5_000
"""How many phrases one list may stand for."""

_INNER_STAR = re.compile(r"[^\s*]\*[^\s*/-]|\*\*")
"""A `*` between letters. A search for several of them in one word could take for ever."""
_LIST = re.compile(r"<([^<>]*)>")


Number = Annotated[Text, one_of("any", "percent", "money", "count")]
"""A kind of number in the text."""
Within = Annotated[
    Text,
    like(
        r"sentence|block|row|[1-9]\d{0,2} words",
        "`{}` should be sentence, block, row, or a number of words such as `12 words`.",
        {"type": "string", "pattern": r"^(sentence|block|row|[1-9]\d{0,2} words)$"},
    ),
]
"""How far apart the parts of a condition may stand."""


class ClauseEntry(Entry):
    """A phrase, or a group of phrases that must stand together."""

    phrase: Words | None = None
    exact: Words | None = None
    number: Number | None = None
    any_of: list[ClauseEntry] | None = None
    all_of: list[ClauseEntry] | None = None
    sequence: list[ClauseEntry] | None = None
    within: Within | None = None

    SHORT: ClassVar[str] = "phrase"

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [name for name in type(self).model_fields if name != "within" and getattr(self, name) is not None]
        choice = [name for name in type(self).model_fields if name != "within"]
        if len(kinds) != 1:
            found = f"here stand {' and '.join(kinds)}" if kinds else "here stands none"
            raise wrong(f"A condition has exactly one of {', '.join(choice)}; {found}.")
        if self.within is not None and self.all_of is None and self.sequence is None:
            raise wrong("`within:` goes with `all_of:` and `sequence:` only.")
        for name in ("any_of", "all_of", "sequence"):
            if getattr(self, name) == []:
                raise wrong(f"`{name}:` holds nothing.")
        return self


class UnlessEntry(ClauseEntry):
    """A near-miss: words that use a rule's words in another sense."""

    sentence: ClauseEntry | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """The named lists of one file, with every reference between them resolved."""

    names: Mapping[str, tuple[Clause, ...]]
    used: set[str]

    def clause(self, entry: ClauseEntry, faults: list[RuleFault]) -> Clause:
        """A condition ready for use: every `<list>` replaced by its words."""
        if entry.phrase is not None:
            found = self.phrases(entry.phrase, faults)
            return found[0] if len(found) == 1 else Clause(any_of=found)
        if entry.exact is not None:
            return Clause(phrase=self.phrases(entry.exact, faults)[0].phrase, exact=True)
        if entry.number is not None:
            return Clause(number=str(entry.number))
        if entry.any_of is not None:
            return Clause(any_of=self.clauses(entry.any_of, faults))
        parts = tuple(self.clause(part, faults) for part in entry.all_of or entry.sequence or ())
        return Clause(all_of=parts, within=str(entry.within or "sentence"), in_order=entry.sequence is not None)

    def clauses(self, entries: Iterable[ClauseEntry], faults: list[RuleFault]) -> tuple[Clause, ...]:
        """Alternatives ready for use: a `<list>` among them gives each of its words."""
        made: list[Clause] = []
        for entry in entries:
            made.extend(
                self.phrases(entry.phrase, faults) if entry.phrase is not None else [self.clause(entry, faults)]
            )
        return tuple(dict.fromkeys(made))

    def phrases(self, text: Text, faults: list[RuleFault]) -> tuple[Clause, ...]:
        """What one text stands for: itself, or the words of the list that it names."""
        if _INNER_STAR.search(text):
            faults.append(fault(text, f"`{text}` has a `*` inside a word; it stands for an ending, so it comes last."))
            return (Clause(phrase=_plain(text).replace("*", "")),)
        if not _LIST.search(text):
            return (Clause(phrase=_plain(text)),)
        name = _name(text)
        if name is None:
            faults.append(fault(text, f"`{text}` mixes a list with other words; a <list> stands by itself."))
            return (Clause(phrase=_plain(text)),)
        self.used.add(name)
        if name not in self.names:
            faults.append(fault(text, unknown(name, "list in this file", self.names)))
            return (Clause(phrase=_plain(text)),)
        return self.names[name]

    def words(self, texts: Sequence[Text], faults: list[RuleFault]) -> tuple[str, ...]:
        """Plain phrases ready for use, where no other kind of condition is allowed."""
        made: list[str] = []
        for text in texts:
            found = self.phrases(text, faults)
            if any(clause.exact or not clause.phrase for clause in found):
                faults.append(fault(text, f"Only plain phrases can stand here; the list {text} holds more than that."))
            made.extend(clause.phrase for clause in found if clause.phrase)
        return tuple(dict.fromkeys(made))


def lists(entries: Mapping[Text, Sequence[ClauseEntry]], faults: list[RuleFault]) -> Lists:
    """The named lists of a file made ready: lists may name other lists, but not in a circle."""
    known = {str(name): items for name, items in entries.items()}
    at = {str(name): name for name in entries}
    done: dict[str, tuple[Clause, ...]] = {}
    sizes: dict[str, int] = {}
    used = {_name(text) or "" for items in known.values() for text in _references(items)}

    def resolve(name: str, path: tuple[str, ...]) -> None:
        for text in _references(known[name]):
            inner = _name(text)
            if inner is None or inner not in known or inner in done:
                continue
            if inner in path:
                ring = " → ".join([*path[path.index(inner) :], inner])
                faults.append(fault(text, f"The lists refer to each other in a circle: {ring}."))
                done[inner] = ()
            elif len(path) > MAX_DEPTH:
                faults.append(fault(text, f"Lists refer to lists more than {MAX_DEPTH} deep."))
                done[inner] = ()
            else:
                resolve(inner, (*path, inner))
        sizes[name] = sum(_size(entry, sizes) for entry in known[name])
        if sizes[name] > MAX_PHRASES:
            faults.append(fault(at[name], f"The list `{name}` stands for more than {MAX_PHRASES:,} phrases."))
            sizes[name] = 0
        whole = Lists({**dict.fromkeys(known, ()), **done}, used)
        done[name] = whole.clauses(known[name], faults) if sizes[name] else ()

    for name in known:
        if name not in done:
            resolve(name, (name,))
    return Lists(done, used)


def _references(entries: Iterable[ClauseEntry]) -> Iterator[Text]:
    for entry in entries:
        if entry.phrase is not None and _LIST.search(entry.phrase):
            yield entry.phrase
        yield from _references([*(entry.any_of or ()), *(entry.all_of or ())])


def _size(entry: ClauseEntry, sizes: Mapping[str, int]) -> int:
    """How many phrases a condition stands for, once its lists are put in."""
    if entry.phrase is not None:
        return sizes.get(_name(entry.phrase) or "", 1)
    return sum(_size(part, sizes) for part in (*(entry.any_of or ()), *(entry.all_of or ()))) or 1


def _name(text: str) -> str | None:
    m = _LIST.fullmatch(text.strip())
    return m[1].strip() if m else None


def _plain(text: str) -> str:
    return " ".join(text.split())
