"""The facts that a check's lines ask about, read and tried against the list of known facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.errors import RuleFault
from checker.model import Answer, FileRole, Test
from checker.model.facts import FACTS, PREFIXES, RESULTS
from checker.rulebook.faults import nearest, unknown
from checker.rulebook.positions import Entries, Items, Text, fault
from checker.rulebook.schema import words_of

_BOUNDS = ("at_least", "at_most")


def answers(lines: Iterable[Mapping[Text, Any]], faults: list[RuleFault]) -> tuple[Answer, ...]:
    """The answer lines of a check: a result each, and the facts that must fit."""
    made = []
    for line in lines:
        result = line.get(Text("result"))
        if result is None:
            place = next(iter(line), None)
            if place is not None:
                faults.append(fault(place, "This answer line has no `result:`."))
        elif result not in RESULTS:
            near = nearest(str(result), RESULTS)
            faults.append(fault(result, f"`{result}` is no result{near} Known: {', '.join(RESULTS)}."))
        else:
            facts = {name: value for name, value in line.items() if name != "result"}
            made.append(Answer(str(result), tests(facts, faults)))
    return tuple(made)


def tests(facts: Mapping[Text, Any], faults: list[RuleFault]) -> tuple[Test, ...]:
    """What must hold: each a fact and the words or bounds that fit it."""
    return tuple(test for name, value in facts.items() if (test := _test(name, value, faults)) is not None)


def _test(name: Text, value: Any, faults: list[RuleFault]) -> Test | None:
    allowed = _allowed(name, faults)
    if allowed is None:
        return None
    if isinstance(value, Entries):
        return _bounds(name, value, bool(allowed), faults)
    given = value if isinstance(value, Items) else [value]
    if not given or not all(isinstance(one, Text) for one in given):
        faults.append(fault(name, f"`{name}` needs a word, a list of words, or at_least and at_most."))
        return None
    for one in given:
        if allowed and one not in allowed:
            near = nearest(one, allowed)
            faults.append(fault(one, f"`{name}` is never `{one}`{near or '.'} It can be {', '.join(allowed)}."))
        elif not allowed and one != "unknown" and _number(one) is None:
            faults.append(fault(one, f"`{name}` is a number; `{one}` is none."))
    return Test(str(name), tuple(str(one) for one in given))


def _allowed(name: Text, faults: list[RuleFault]) -> tuple[str, ...] | None:
    """The words that a fact may equal, empty for a number; None for a fact that does not exist."""
    prefix, dot, rest = name.partition(".")
    if name in FACTS:
        return words_of(name)
    if dot and prefix == "found":
        return ()
    if dot and prefix == "file":
        roles = [role.value for role in FileRole]
        if rest in roles:
            return ("yes", "no")
        faults.append(fault(name, unknown(rest, "file role", roles)))
        return None
    faults.append(fault(name, unknown(name, "fact", [*FACTS, *(f"{p}." for p in PREFIXES)])))
    return None


def _bounds(name: Text, value: Entries, wordy: bool, faults: list[RuleFault]) -> Test | None:
    bounds: dict[str, float] = {}
    for key, bound in value.items():
        number = _number(bound)
        if key not in _BOUNDS:
            faults.append(fault(key, unknown(key, "bound", _BOUNDS)))
        elif number is None:
            faults.append(fault(bound if isinstance(bound, Text) else key, f"`{key}` needs a number."))
        else:
            bounds[str(key)] = number
    if wordy:
        faults.append(fault(name, f"`{name}` is a word, not a number; it has no at_least or at_most."))
    elif not value:
        faults.append(fault(name, f"`{name}` needs at_least or at_most."))
    elif bounds.get("at_least", 0) > bounds.get("at_most", float("inf")):
        faults.append(fault(name, f"`{name}` cannot be both: at_least is more than at_most."))
    return Test(str(name), (), bounds.get("at_least"), bounds.get("at_most")) if bounds else None


def _number(value: Any) -> float | None:
    try:
        return float(value) if isinstance(value, Text) and value.replace(".", "", 1).isdecimal() else None
    except ValueError:
        return None
