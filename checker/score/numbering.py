"""Gives every finding its number, E1, E2, …, in the order in which a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from checker.model import Context, Finding, Weighing

_FILE = re.compile(r"f(\d+)\.")
_T = TypeVar("_T")


def number(
    findings: tuple[Finding, ...], weighing: Weighing, context: Context
) -> tuple[tuple[Finding, ...], Weighing, Context]:
    """The same facts with final evidence numbers: E1 is the first in the first file of the pack.

    Arguments: `findings` from the rules, `weighing` with its own findings, `context` with its evidence.
    The findings returned hold those of the weighing too. Order: file, page, top and left edge in
    points, kind, rule. A reference to a finding that was not handed in is left out.
    """
    every: dict[str, Finding] = {}
    for finding in (*findings, *weighing.findings):
        every.setdefault(finding.id, finding)
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(finding.file for finding in every.values()))}
    ordered = sorted(every.values(), key=lambda finding: (_file_number(finding), ranks[finding.file], _place(finding)))
    ids = {finding.id: f"E{n}" for n, finding in enumerate(ordered, start=1)}
    final = tuple(replace(finding, id=ids[finding.id]) for finding in ordered)
    own = {ids[finding.id] for finding in weighing.findings}
    weighed = replace(_renamed(weighing, ids), findings=tuple(finding for finding in final if finding.id in own))
    return final, weighed, _renamed(context, ids)


def _file_number(finding: Finding) -> int:
    """The place of the file in the pack, which a block's id begins with ("f2.3.12")."""
    match = _FILE.match(finding.block)
    return int(match[1]) if match else 0


def _place(finding: Finding) -> tuple[int, float, float, str, str, str, int, int]:
    top, left = (finding.boxes[0].top, finding.boxes[0].x0) if finding.boxes else (0.0, 0.0)
    return finding.page, top, left, finding.kind, finding.rule, finding.block, finding.start, finding.end


def _renamed(thing: _T, ids: Mapping[str, str]) -> _T:
    """The same record with the ids in every `evidence` field replaced, however deep it lies."""
    if isinstance(thing, Finding):
        return thing
    if isinstance(thing, tuple):
        return tuple(_renamed(part, ids) for part in thing)  # type: ignore[return-value]
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    changes: dict[str, Any] = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        changes[field.name] = _references(value, ids) if field.name == "evidence" else _renamed(value, ids)
    return replace(thing, **changes)


def _references(evidence: tuple[str, ...], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[old] for old in evidence if old in ids))
