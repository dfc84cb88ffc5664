"""What kind of procurement it is: buyer, jurisdiction, law, value, dates. No answer rather than a wrong one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from checker.match.cues import LISTS
from checker.match.dates import find_days
from checker.match.names import commonest, name_round, reference_in
from checker.model import (
    Block,
    BlockKind,
    Context,
    Detected,
    Document,
    FileRole,
    Finding,
    KeyDate,
    Rulebook,
)
from checker.wording import Phrases, find_numbers

COMMENCED = "commenced"
"""The kind of date on which the procurement began: its notice was published."""
ISSUED = "issued"
"""The kind of date on which the tender documents came out: with the notice or, in some procedures, after it."""
_CLEAR = 3
"""How many times as often as all others a thing must be shown to be believed against them."""
_FIRST_FILES = (FileRole.NOTICE, FileRole.ITT, FileRole.SPECIFICATION, FileRole.EVALUATION)


def detect(documents: Sequence[Document], rules: Rulebook, findings: Sequence[Finding]) -> Context:
    """What the context findings add up to, with how sure it is and the findings that show it.

    Something is high when the first page or the page headers show it and nothing speaks against it,
    medium when it is shown far more often than anything else, low when only the body of the text does.
    """
    blocks = {block.id: block for document in documents for block in document.blocks}
    by_list: dict[str, list[Finding]] = {name: [] for name in LISTS}
    for finding in findings:
        if finding.kind == "context":
            by_list[finding.signal].append(finding)
    dates = by_list["dates"]
    buyers = _chosen(by_list["buyers"], blocks, prominent_only=True)
    return Context(
        buyer_type=buyers,
        jurisdiction=_chosen(by_list["jurisdictions"], blocks),
        commenced=_commenced(dates),
        value_gbp=_amount(by_list["values"]),
        regime=_chosen(by_list["regimes"], blocks),
        dates=_key_dates([finding for finding in dates if _value(finding) not in (COMMENCED, ISSUED)]),
        title=_title(documents),
        buyer=_buyer(buyers, by_list["buyers"], blocks),
        reference=_reference(documents, rules),
    )


def _value(finding: Finding) -> str:
    return finding.rule.split(".", 2)[2]


def _prominent(block: Block) -> bool:
    return block.page == 1 or bool(block.furniture)


def _chosen(found: Sequence[Finding], blocks: Mapping[str, Block], *, prominent_only: bool = False) -> Detected:
    """The value that the findings speak for; none where they speak for several about as often."""
    first = [finding for finding in found if _prominent(blocks[finding.block])]
    value = _clearest(first)
    if value is not None:
        agreed = {_value(finding) for finding in (first if prominent_only else found)} == {value}
        return Detected(value, "high" if agreed else "medium", _evidence(first, value))
    if first and prominent_only:
        return Detected(None)
    value = _clearest(found)
    if value is None or (prominent_only and len(found) < _CLEAR):
        return Detected(None)
    agreed = {_value(finding) for finding in found} == {value}
    return Detected(value, "medium" if agreed and not prominent_only else "low", _evidence(found, value))


def _clearest(found: Iterable[Finding]) -> str | None:
    counted = Counter(map(_value, found))
    if not counted:
        return None
    value, times = max(counted.items(), key=lambda item: (item[1], item[0]))
    others = sum(counted.values()) - times
    return value if times >= _CLEAR * others else None


def _evidence(found: Iterable[Finding], value: str) -> tuple[str, ...]:
    return tuple(finding.id for finding in found if _value(finding) == value)[:_CLEAR]


def _commenced(dates: Sequence[Finding]) -> Detected:
    """The day of the notice; where none is dated, the day on which the tender documents came out."""
    for kind, confidence in ((COMMENCED, "high"), (ISSUED, "medium")):
        found = [finding for finding in dates if _value(finding) == kind]
        days = {find_days(finding.quote)[0].day.isoformat() for finding in found}
        if len(days) == 1:
            return Detected(days.pop(), confidence, tuple(finding.id for finding in found)[:_CLEAR])
        if days:
            return Detected(None)
    return Detected(None)


def _amount(found: Sequence[Finding]) -> Detected:
    """The value of the contract: what is called its total, else the one sum that is called its value."""
    for kind, confidence in (("total", "high"), ("stated", "medium")):
        mine = [finding for finding in found if _value(finding) == kind]
        sums = {find_numbers(finding.quote)[0].value for finding in mine}
        if len(sums) == 1:
            return Detected(f"{sums.pop():.0f}", confidence, tuple(finding.id for finding in mine)[:_CLEAR])
        if sums:
            return Detected(None)
    return Detected(None)


def _key_dates(found: Iterable[Finding]) -> tuple[KeyDate, ...]:
    """One entry for each kind and day, with the fullest time printed for it."""
    days: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for finding in found:
        day = find_days(finding.quote)[0]
        value, evidence = days.setdefault((_value(finding), day.day.isoformat()), (day.value, []))
        evidence.append(finding.id)
        if len(day.value) > len(value):
            days[_value(finding), day.day.isoformat()] = (day.value, evidence)
    return tuple(
        KeyDate(kind, value, tuple(evidence[:_CLEAR])) for (kind, _), (value, evidence) in sorted(days.items())
    )


def _title(documents: Sequence[Document]) -> str:
    ordered = sorted(documents, key=lambda d: _FIRST_FILES.index(d.role) if d.role in _FIRST_FILES else 99)
    return next((document.title for document in ordered if document.title), "")


def _buyer(kind: Detected, found: Iterable[Finding], blocks: Mapping[str, Block]) -> str:
    mine = [finding for finding in found if _value(finding) == kind.value and _prominent(blocks[finding.block])]
    return commonest(name_round(blocks[f.block].text, f.start, f.end) for f in mine)


def _reference(documents: Sequence[Document], rules: Rulebook) -> str:
    cues = Phrases(rules.words.get("references", ()))
    for document in documents:
        for block in document.blocks:
            if _prominent(block) and block.kind is not BlockKind.BULLET:
                code = reference_in(block.text, cues)
                if code:
                    return code
    return ""
