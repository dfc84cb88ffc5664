"""The facts about law and policy: the floor that binds, what is cited, and whether the words fit together. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.model import Finding, Framework, Renamed, Weight
from checker.score.case import Case, ids_of, sample
from checker.score.citations import stays_in_use
from checker.score.commencement import Window, window
from checker.score.fact import NONE, UNKNOWN, Fact
from checker.score.floors import Floor, floors
from checker.score.phrasing import percent
from checker.wording import listed

_ACT = "procurement-act-2023"
_MODELS = ("model", "measures")
"""The kinds of framework that tell bidders what to write to."""


def framework_facts(case: Case) -> dict[str, Fact]:
    """Every fact about the frameworks of the rule book."""
    return {
        "floor-test": _floor_test(case),
        **_citation_facts(case),
        "vocabulary": _vocabulary(case),
    }


def _floor_test(case: Case) -> Fact:
    """The weight of this tender against every floor that binds; the worst answer counts."""
    found = floors(case.context, case.rules)
    context = case.context
    proof = tuple(
        ref
        for fact in (context.buyer_type, context.jurisdiction, context.commenced, context.value_gbp)
        for ref in fact.evidence[:1]
    )
    weight = case.weighing.social_value
    if found.binding and weight is not None:
        answers = {floor.framework.id: _against(weight, floor) for floor in found.binding}
        worst = max(answers.values(), key=_WORSE.index)
        # The floor that decides is named; of equals, the one whose source is surest.
        deciding = min(
            (floor for floor in found.binding if answers[floor.framework.id] == worst),
            key=lambda floor: (floor.band.basis != "V", -floor.band.percent, floor.framework.id),
        )
        return Fact(worst, _floor_in_words(deciding), (*weight.evidence, *proof))
    if found.missing:
        return Fact(UNKNOWN, f"To tell which minimum binds this buyer, {listed(found.missing)} must be known.", proof)
    return Fact("not-bound", "No minimum weight in law or national policy is known to bind this buyer.", proof)


_WORSE = ("met", "open", "short-unsure", "short")
"""The answers of one floor, the worst last."""


def _against(weight: Weight, floor: Floor) -> str:
    """met, short, short-unsure (an exception may hold, or the source is not sure) or open (the share is not known)."""
    least = floor.band.percent
    shares = (weight.effective,) if weight.effective is not None else weight.readings
    if not shares or (min(shares) < least <= max(shares)):
        return "open"
    if min(shares) >= least:
        return "met"
    # A tenth of the quality score is enough in cases that a tender need not explain.
    excused = weight.base == "quality" and weight.percent is not None and weight.percent >= least
    return "short-unsure" if excused or floor.band.basis != "V" or floor.framework.basis != "V" else "short"


def _floor_in_words(floor: Floor) -> str:
    title, least = floor.framework.title, percent(floor.band.percent)
    unsure = floor.band.basis != "V" or floor.framework.basis != "V"
    doubt = " This rests on second-hand sources and should be read in the original." if unsure else ""
    return f"The minimum that binds this buyer is {least} of the whole score ({title}).{doubt}"


def _citation_facts(case: Case) -> dict[str, Fact]:
    when = window(case.context, case.rules)
    by_id = {framework.id: framework for framework in case.rules.frameworks}
    cited = [f for f in case.live if f.kind == "framework" and f.theme in by_id]
    stale: dict[str, list[Finding]] = {}
    doubtful: dict[str, list[Finding]] = {}
    old: dict[str, list[Finding]] = {}
    early: dict[str, list[Finding]] = {}
    for found in cited:
        framework = by_id[found.theme]
        late = _replaced(framework, case, when) if not _names(found, framework.superseded_by, cited) else False
        if late is not False:
            into = stale if late else doubtful
            into.setdefault(_with_successor(framework, by_id), []).append(found)
        elif framework.kind in _MODELS and framework.applies_from and when.last and when.last < framework.applies_from:
            early.setdefault(framework.title, []).append(found)
        number = _old_number(found, framework, cited)
        if number is not None and when.after(number.until):
            old.setdefault(f"{number.was} (now {number.now})", []).append(found)
    for found in case.signal("stale-words"):
        late = _stale_word(found, case, by_id, when)
        if late is not False:
            (stale if late else doubtful).setdefault(_title(case, found), []).append(found)
    if case.context.regime.value == "pa23":
        for found in case.signal("renumbered"):
            old.setdefault(_title(case, found), []).append(found)
    models = _by_title((f for f in cited if by_id[f.theme].kind in _MODELS), by_id)
    return {
        "citations-stale": _counted(stale),
        "citations-doubtful": _counted(doubtful),
        "citations-renumbered": _counted(old),
        "citations-early": _counted(early),
        "citations-undated": _counted(_by_title(_undated(case, cited, by_id), by_id)),
        "models-cited": _counted(models),
        "frameworks-cited": _counted(_by_title(cited, by_id)),
    }


def _undated(case: Case, cited: Iterable[Finding], by_id: Mapping[str, Framework]) -> list[Finding]:
    """The lists of measures that are cited without their edition."""
    refs = {rule.id: rule.refs for rule in case.rules.rules if rule.source == "edition"}
    dated = {name for found in case.signal("edition") for name, _ in refs.get(found.rule, ())}
    return [found for found in cited if by_id[found.theme].kind == "measures" and found.theme not in dated]


def _replaced(framework: Framework, case: Case, when: Window) -> bool | None:
    """Whether a successor took a framework's place before the procurement commenced; None when it cannot be told."""
    if framework.applies_until is None or stays_in_use(framework, case):
        return False
    return when.after(framework.applies_until)


def _stale_word(found: Finding, case: Case, by_id: Mapping[str, Framework], when: Window) -> bool | None:
    """Whether older words mislead here; None where neither the law nor the day is known."""
    rule = next((rule for rule in case.rules.rules if rule.id == found.rule), None)
    own = [by_id[name] for name, _ in (rule.refs if rule else ()) if name in by_id]
    if own:
        return _replaced(own[0], case, when)
    regime, place = case.context.regime.value, case.context.jurisdiction.value
    act = by_id.get(_ACT)
    too_early = act is not None and act.applies_from is not None and when.within(act.applies_from, None) is False
    return None if regime is None and place != "scotland" and not too_early else regime == "pa23"


def _names(found: Finding, name: str, cited: Iterable[Finding]) -> bool:
    """Whether the sentence of a citation names the successor too: "PPN 002, which replaces PPN 06/20"."""
    return any(other.theme == name and _sentence(other) == _sentence(found) for other in cited)


def _old_number(found: Finding, framework: Framework, cited: Iterable[Finding]) -> Renamed | None:
    """The old number that a citation uses, unless its sentence gives the new one as well."""
    number = _number_in(found.quote, framework)
    beside = [f for f in cited if f.theme == found.theme and f is not found and _sentence(f) == _sentence(found)]
    return number if number and all(_number_in(other.quote, framework) for other in beside) else None


def _number_in(quote: str, framework: Framework) -> Renamed | None:
    return next((old for old in framework.renamed if any(text in quote for text in old.written)), None)


def _vocabulary(case: Case) -> Fact:
    """Whether the identifiers of one model are used, or those of two that no sentence brings together."""
    rules = {rule.id: rule.refs for rule in case.rules.rules if rule.source == "vocabulary"}
    kinds = {framework.id: framework.kind for framework in case.rules.frameworks}
    titles = {framework.id: framework.title for framework in case.rules.frameworks}
    families: dict[str, list[Finding]] = {}
    for found in case.live:
        if found.kind == "framework" and kinds.get(found.theme) == "measures":
            families.setdefault(found.theme, []).append(found)
        for name, _ in rules.get(found.rule, ()):
            families.setdefault(name, []).append(found)
    families = dict(sorted(families.items()))
    words = listed([titles.get(name, name) for name in families])
    proof = tuple(ref for found in families.values() for ref in sample(found, 2))
    if not families:
        return Fact(NONE, NONE)
    if len(families) == 1 or _brought_together(families):
        return Fact("one", words, proof)
    return Fact("mixed", words, proof)


def _brought_together(families: Mapping[str, list[Finding]]) -> bool:
    """Whether one sentence uses the words of every model, and so tells how they belong together."""
    places = [{_sentence(found) for found in those} for those in families.values()]
    return bool(set.intersection(*places))


def _sentence(found: Finding) -> tuple[str, str, int]:
    return found.file, found.block, found.sentence_start


def _title(case: Case, found: Finding) -> str:
    return next((rule.title for rule in case.rules.rules if rule.id == found.rule), found.quote)


def _with_successor(framework: Framework, by_id: Mapping[str, Framework]) -> str:
    after = by_id.get(framework.superseded_by)
    return f"{framework.title}, which was replaced by {after.title}" if after else framework.title


def _by_title(found: Iterable[Finding], by_id: Mapping[str, Framework]) -> dict[str, list[Finding]]:
    titles: dict[str, list[Finding]] = {}
    for one in found:
        titles.setdefault(by_id[one.theme].title, []).append(one)
    return titles


def _counted(groups: Mapping[str, list[Finding]]) -> Fact:
    """How many different things were found, which, and where each stands first."""
    proof = tuple(ref for found in groups.values() for ref in ids_of(found)[:2])
    return Fact(float(len(groups)), "; ".join(groups) if groups else NONE, proof)
