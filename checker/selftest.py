"""Runs the examples that stand in the rules themselves: what must match, and what must not."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from checker import match, pipeline
from checker.model import (
    Block,
    BlockKind,
    CheckExample,
    Cue,
    Document,
    Example,
    FileRole,
    Finding,
    Framework,
    Line,
    Page,
    Role,
    Rule,
    Rulebook,
    Section,
)
from checker.wording import Phrases

KINDS = ("match", "no_match", "known_gap")
"""What an example of a rule or framework may be."""


_BESIDE = {
    "locked file": b"%PDF-1.4 nobody can open this",
    "scanned page": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</P 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length 25>>stream\n595 0 0 842 0 0 cm /P Do \nendstream endobj\n"
        b"5 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
        b"stream\nx\nendstream endobj\ntrailer<</Size 6/Root 1 0 R>>\n%%EOF"
    ),
}
"""The smallest files that cannot be read, for the examples of checks that depend on one."""


@dataclass(frozen=True, slots=True)
class Case:
    """One example of one rule, framework or check, and what must come of it.

    `id` is readable and unique ("skills.apprenticeships-match-2"); `rule` is the id that its findings
    carry, or the id of the check; `expects` is match, no_match, known_gap, or a check's result.
    """

    id: str
    rule: str
    expects: str
    example: Example | CheckExample


def examples(rules: Rulebook) -> list[Case]:
    """Every example of every rule, framework and check, in the order of the rule book."""
    cases: list[Case] = []
    for rule in rules.rules:
        cases.extend(_cases(rule, rule.id))
    for framework in rules.frameworks:
        cases.extend(_cases(framework, f"framework.{framework.id}"))
    for check in rules.checks:
        seen: dict[str, int] = {}
        for example in check.examples:
            seen[example.result] = seen.get(example.result, 0) + 1
            name = f"{check.id}-{example.result}-{seen[example.result]}"
            cases.append(Case(name, check.id, example.result, example))
    return cases


def _cases(one: Rule | Framework, name: str) -> Iterator[Case]:
    for kind in KINDS:
        for number, example in enumerate(getattr(one, kind), start=1):
            yield Case(f"{name}-{kind}-{number}", name, kind, example)


def run(case: Case, rules: Rulebook) -> str | None:
    """What is wrong with one example under these rules, in a sentence; None when it holds."""
    if isinstance(case.example, CheckExample):
        return _run_check(case.rule, case.example, rules)
    found = match.find((document(case.example, rules),), rules)
    own = [finding for finding in found if finding.rule == case.rule]
    live = [finding for finding in own if not finding.dropped_because]
    said = f"“{case.example.text}”"
    if case.expects == "match":
        return _missed(said, own, live, case.example.strength)
    if case.expects == "no_match":
        return f"It should not match, and “{live[0].quote}” does: {said}" if live else None
    return f"It is caught by now; move it to match: {said}" if live else None


def _missed(said: str, own: list[Finding], live: list[Finding], strength: str) -> str | None:
    if not live:
        why = f" (“{own[0].quote}” was dropped: {own[0].dropped_because})" if own else ""
        return f"It should match and does not{why}: {said}"
    if strength and strength not in [finding.strength for finding in live]:
        return f"Its strength should be {strength} and is {live[0].strength}: {said}"
    return None


def _run_check(name: str, example: CheckExample, rules: Rulebook) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tender.txt"
        path.write_text(example.text, encoding="utf-8")
        paths = [path]
        if example.beside:
            paths.append(Path(folder) / "other.pdf")
            paths[-1].write_bytes(_BESIDE[example.beside])
        scorecard = pipeline.check(paths, rules=rules)
    result = next((one.result for one in scorecard.checks if one.check.id == name), "left out")
    if result == example.result:
        return None
    because = next((one.because for one in scorecard.checks if one.check.id == name), "")
    return f"The result should be {example.result} and is {result} ({because})"


def document(example: Example, rules: Rulebook) -> Document:
    """A document of one paragraph, under the heading that the example gives it; letters are one point wide."""
    number, _, title = example.section.partition(" ")
    if not number[:1].isdigit():
        number, title = "", example.section
    section = Section("f1.s1", number, title, 1, _role(example.section, rules), (title,), "f1.1.1")
    blocks: list[Block] = []
    if example.section:
        heading = _block(1, BlockKind.HEADING, example.section)
        blocks.append(replace(heading, section=section.id, size=14.0, bold=True))
    text = f"{example.context} {example.text}".strip()
    paragraph = _block(len(blocks) + 1, BlockKind.PARAGRAPH, text)
    blocks.append(replace(paragraph, section=section.id if example.section else ""))
    return Document(
        name="example.txt",
        sha256="",
        role=FileRole.OTHER,
        pages=(Page(1, float(max(len(block.text) for block in blocks)), float(len(blocks))),),
        blocks=tuple(blocks),
        sections=(section,) if example.section else (),
    )


def _block(number: int, kind: BlockKind, text: str) -> Block:
    lefts = tuple(float(n) for n in range(len(text)))
    rights = tuple(left + 1.0 for left in lefts)
    line = Line(1, 0, len(text), number - 1.0, float(number), lefts, rights)
    return Block(f"f1.1.{number}", kind, text, (line,))


def _role(heading: str, rules: Rulebook) -> Role:
    """What a section is for, by the same words that tell it in a real document; the first cue that fits wins."""
    for value, phrases, unless in _titles(rules.cues.get("sections", ())):
        if heading in phrases and heading not in unless:
            return Role(value)
    return Role.OTHER


@cache
def _titles(cues: tuple[Cue, ...]) -> tuple[tuple[str, Phrases, Phrases], ...]:
    return tuple((cue.value, Phrases(cue.phrases), Phrases(cue.unless)) for cue in cues if cue.where == "title")
