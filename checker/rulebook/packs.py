"""The rules that ship with svcheck, and local packs laid over them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

from checker.errors import RuleFault, RuleFileError
from checker.model import Framework, Rule, Rulebook
from checker.rulebook import build
from checker.rulebook.book import KINDS_OF_ID, Book
from checker.rulebook.clauses import Lists
from checker.rulebook.faults import unknown
from checker.rulebook.files import ParsedFolder, read_folder
from checker.rulebook.positions import Text, fault
from checker.rulebook.references import dangling
from checker.rulebook.schema import RolesEntry
from checker.rulebook.schema_packs import PackFile

_ANYTHING = "rule, check, framework, theme or signal"


def core() -> Path:
    """The folder of the rules that ship with svcheck."""
    return Path(str(files("checker.rules")))


def load(folders: Sequence[Path] = (), as_of: date | None = None, drafts: bool = False) -> Rulebook:
    """All rules in force on a day: those that ship with svcheck, and the local packs laid over them.

    Arguments: `folders` are pack folders (each with a pack.yaml), later ones over earlier ones; the
    first may stand alone (no `builds_on:`) and then takes the place of the rules that ship. `as_of`
    is the day, today if it is not given. `drafts` adds the rules that are still drafts.
    Raises RuleFileError with every fault of every file.
    """
    book = assemble([Path(folder) for folder in folders])
    if book.faults:
        raise RuleFileError(in_order(book.faults))
    return book.in_force(as_of or date.today(), drafts)


def in_order(faults: Sequence[RuleFault]) -> tuple[RuleFault, ...]:
    """Faults by file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda one: (str(one.path), one.line, one.col, one.message)))


def assemble(folders: Sequence[Path]) -> Book:
    """Every pack read and laid one over the other, with the faults of all of them."""
    book = Book()
    read = [(found, _pack_of(found)) for folder in folders for found in [read_folder(folder)]]
    alone = bool(read) and (read[0][1] is None or read[0][1].builds_on is None)
    if not alone:
        found = read_folder(core())
        read.insert(0, (found, _pack_of(found)))
    for number, (found, pack) in enumerate(read):
        book.faults.extend(found.faults)
        book.broken.extend(found.broken)
        # Without its pack.yaml nobody knows what a folder builds on, so its ids cannot be judged.
        if pack is not None:
            below = book.names()
            book.add(found.files, pack)
            if number:
                _builds_on(pack, book)
            book.packs.append(build.pack(pack))
            _replaced(pack, below, book)
            _changes(pack, book)
    for file in book.files:
        book.faults.extend(dangling(file, book))
    return book


def _pack_of(found: ParsedFolder) -> PackFile | None:
    return next((file.model for file in found.files if isinstance(file.model, PackFile)), None)


def _builds_on(pack: PackFile, book: Book) -> None:
    known = [one.id for one in book.packs]
    if pack.builds_on is None:
        book.faults.append(
            fault(pack.id, f"A local pack says what it builds on: `builds_on: {known[0] if known else ''}`.")
        )
    elif str(pack.builds_on) not in known:
        book.faults.append(fault(pack.builds_on, unknown(pack.builds_on, "rule pack", known)))


def _replaced(pack: PackFile, below: Sequence[str], book: Book) -> None:
    """What a pack says it replaces must stand below it, and it must bring its own."""
    for name in pack.replaces:
        if str(name) not in below:
            book.faults.append(fault(name, unknown(name, _ANYTHING, below)))
        elif not book.brings(str(name)):
            why = f"This pack holds nothing called `{name}` that could take its place; to do without it, use `off:`."
            book.faults.append(fault(name, why))


def _changes(pack: PackFile, book: Book) -> None:
    """What a pack's own pack.yaml changes in the packs below it."""
    for name in pack.off:
        if _known(name, book, *KINDS_OF_ID):
            book.off.add(str(name))
    for name, entries in pack.add_unless.items():
        if _known(name, book, "rule", "framework"):
            near, sentence = build.unless(entries, Lists({}, set()), book.faults)
            held: Rule | Framework = book.rules.get(str(name)) or book.frameworks[str(name)]
            book.change(str(name), unless=held.unless + near, unless_sentence=held.unless_sentence + sentence)
    for name, roles in pack.narrow.items():
        if _known(name, book, "rule"):
            _narrow(str(name), roles, book)
    for name, times in pack.weights.items():
        if _known(name, book, "check"):
            book.change(str(name), weight=int(times))
    for name in pack.authority.priorities if pack.authority else ():
        _known(name, book, "theme")


def _narrow(name: str, roles: RolesEntry, book: Book) -> None:
    rule = book.rules[name]
    only = tuple(role for role in build.words(roles.only) if not rule.roles or role in rule.roles)
    not_ = tuple(dict.fromkeys(rule.roles_not + build.words(roles.not_)))
    left = only if roles.only else rule.roles
    if (roles.only or rule.roles) and not set(left) - set(not_):
        why = f"`{name}` would count nowhere; to do without it, use `off:`."
        book.faults.append(fault(roles.place(), why))
    book.change(name, roles=left, roles_not=not_)


def _known(name: Text, book: Book, *kinds: str) -> bool:
    if str(name) in book.names(*kinds):
        return True
    what = _ANYTHING if len(kinds) > 2 else " or ".join(kinds)
    book.faults.append(fault(name, unknown(name, what, book.names(*kinds))))
    return False
