"""Weak spots of checks and packs: judgements that are well formed and still cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checker.errors import RuleFault
from checker.model.facts import FACTS, PREFIXES, RESULTS
from checker.rulebook.book import Book
from checker.rulebook.faults import nearest
from checker.rulebook.files import ParsedFile
from checker.rulebook.positions import Text, fault
from checker.rulebook.references import found_in
from checker.rulebook.schema import FrameworkFile, SignalFile, ThemeFile
from checker.rulebook.schema_checks import SIDES, CheckFile
from checker.rulebook.schema_packs import ModifiersFile, PackFile

PLACES = ("files", "pages", "unread")
"""Placeholders that say where was searched; every fact is one too."""

PROBLEMS = ("not-met", "not-found", "conflict", "risk")
"""Results that the report lists as things to put right, so they need a name."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def answer_without_end(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """The last answer line asks something, so a tender may get no answer; or an earlier one asks nothing."""
    del book
    if not isinstance(file.model, CheckFile):
        return
    lines = file.model.answer
    for number, line in enumerate(lines):
        place = next(iter(line), None)
        asks = [name for name in line if name != "result"]
        if place is None:
            continue
        if number == len(lines) - 1 and asks:
            yield fault(asks[0], "The last answer line asks something; a tender that fits no line would get no answer.")
        elif number < len(lines) - 1 and not asks:
            yield fault(place, "This answer line always fits, so the lines below it are never read.")


def result_unsaid(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A result that an answer can give and that has no sentence or name; or words for one that never comes."""
    del book
    if not isinstance(file.model, CheckFile):
        return
    model = file.model
    results = [result for line in model.answer if (result := line.get(Text("result"))) is not None]
    if len(results) < len(model.answer) or not all(result in RESULTS for result in results):
        return
    given: dict[str, Text] = {str(result): result for result in reversed(results)}
    for name, result in given.items():
        if name not in model.say and name != "not-applicable":
            yield fault(result, f"`say:` has no sentence for the result `{name}`.")
        if name in PROBLEMS and name not in model.heading:
            yield fault(result, f"`heading:` has no name for the problem `{name}`.")
    for result in (*model.say, *model.heading):
        if str(result) not in given and result != "not-applicable":
            yield fault(result, f"No answer line gives `{result}`.")
    for example in model.examples:
        if str(example.result) not in given and example.result != "not-applicable":
            yield fault(example.result, f"No answer line gives `{example.result}`, so this example can never hold.")


def follows_in_a_circle(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A check that follows from itself, straight away or over others: its problem would never be told."""
    if not isinstance(file.model, CheckFile):
        return
    for name in file.model.follows:
        seen: set[str] = set()
        waiting = [str(name)]
        while waiting:
            seen.add(here := waiting.pop())
            waiting.extend(book.checks[here].follows if here in book.checks else ())
            waiting = [one for one in waiting if one not in seen]
        if str(file.model.check.id) in seen:
            yield fault(name, f"`{file.model.check.id}` follows from itself, so its problem would never be told.")


def check_without_example(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A check that has not been tried on any text."""
    del book
    if isinstance(file.model, CheckFile) and not file.model.examples:
        yield fault(file.model.check.id, f"`{file.model.check.id}` has no example.")


def unsure_blocker(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A blocker that rests on nothing verified."""
    del book
    if not isinstance(file.model, CheckFile):
        return
    sure = any(authority.basis == "V" for authority in file.model.authority)
    for side in SIDES:
        severity: Text = getattr(file.model.severity, side)
        if severity == "blocker" and not sure:
            why = "A blocker needs at least one authority with basis V; V2 and M are not sure enough."
            yield fault(severity, why)


def unknown_placeholder(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """Words in { } that name no fact."""
    if not isinstance(file.model, CheckFile):
        return
    model = file.model
    texts = [*model.say.values(), *model.heading.values(), model.suggested_wording, model.clarification_question]
    signals = book.names("signal", "theme", "rule")
    known = [*FACTS, *PLACES, *(f"{prefix}.{name}" for prefix in PREFIXES for name in signals)]
    for text in texts:
        for name in _PLACEHOLDER.findall(text or ""):
            if name not in known and text is not None and not name.startswith("file."):
                yield fault(text, f"{{{name}}} is no fact{nearest(name, known) or '.'}")


def other_file_name(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A file that is not called by the id that it holds, so nobody finds it."""
    del book
    model = file.model
    head: Text | None = None
    if isinstance(model, ThemeFile):
        head = model.theme.id if model.theme.title is not None else None
    elif isinstance(model, SignalFile):
        head = model.signal.id if model.signal.title is not None else None
    elif isinstance(model, FrameworkFile):
        head = model.framework.id
    elif isinstance(model, CheckFile):
        head = model.check.id
    if head is not None and PurePosixPath(file.source.name).stem != head:
        yield fault(head, f"The file should be called {head}.yaml, after the id in it.")


def retired_in_use(file: ParsedFile, book: Book) -> Iterator[RuleFault]:
    """A retired rule that a pack still changes, or a signal that is counted although all its rules are retired."""
    model = file.model
    if isinstance(model, PackFile):
        for name in (*model.off, *model.add_unless, *model.narrow):
            rule = book.rules.get(str(name))
            if rule is not None and rule.status == "retired":
                yield fault(name, f"`{name}` is retired, so this changes nothing; delete it.")
    counted: list[Text] = []
    if isinstance(model, CheckFile):
        counted = [name for line in (model.applies_when, *model.answer) for name in found_in(line)]
    elif isinstance(model, ModifiersFile):
        counted = [name for column in model.columns for name in (*column.signals, *column.signals_not)]
    for name in counted:
        status = [rule.status for rule in book.rules.values() if rule.source == str(name)]
        if status and all(one == "retired" for one in status):
            yield fault(name, f"Every rule of `{name}` is retired, so this never holds.")
