"""Packs are laid one over the other, and only what is in force on the day comes out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker import rulebook
from checker.errors import RuleFileError
from checker.model import Clause, Cue, Rule, Rulebook
from checker.model import Test as Condition

DAY = date(2026, 11, 22)


def write(folder: Path, name: str, text: str, add: bool = False) -> None:
    """Puts a file into a pack, or more lines at the end of one."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    before = path.read_text(encoding="utf-8") if add else ""
    path.write_text(before + text, encoding="utf-8")


def rule(rules: Rulebook, name: str) -> Rule:
    """The rule of that id."""
    return next(one for one in rules.rules if one.id == name)


def test_a_pack_without_builds_on_stands_alone(base: Path) -> None:
    """Only its own rules are loaded, none of those that ship with svcheck."""
    rules = rulebook.load([base], DAY)
    assert [(pack.id, pack.version) for pack in rules.packs] == [("base", "1.10")]
    assert [theme.id for theme in rules.themes] == ["skills"]
    assert [one.id for one in rules.rules] == ["skills.apprenticeships"]


def test_a_rule_comes_out_with_everything_that_its_file_says(base: Path) -> None:
    """Lists are expanded, near-misses sorted by their reach, and the place in the file is kept."""
    found = rule(rulebook.load([base], DAY), "skills.apprenticeships")
    together = Clause(all_of=(Clause(phrase="school"), Clause(phrase="visit*")), within="6 words")
    assert found.find == Clause(any_of=(Clause(phrase="apprentice*"), Clause(phrase="trainee*"), together))
    assert (found.unless, found.unless_sentence) == (
        (Clause(phrase="apprenticeship levy"),),
        (Clause(phrase="trainee solicitor*"),),
    )
    assert (found.source, found.kind, found.theme, found.scope) == ("skills", "theme", "skills", "social-value")
    assert (found.status, found.version, found.since, found.until) == ("stable", 1, date(2026, 1, 5), None)
    assert (found.roles, found.roles_not, found.ignore_when) == ((), ("tupe", "contents"), ("negated",))
    assert found.refs == (("ppn-002", "2a"),)
    assert found.advice == {"commissioner": "Say how many.", "provider": "Ask how many."}
    assert found.match[0].strength == "required"
    assert found.match[0].section == "Social value"
    assert (found.file, found.line) == ("themes/skills.yaml", 6)


def test_a_framework_a_check_a_modifier_and_a_cue_come_out(base: Path) -> None:
    """Every other kind of file gives its record as well."""
    rules = rulebook.load([base], DAY)
    framework, check, modifier = rules.frameworks[0], rules.checks[0], rules.modifiers[0]
    assert (framework.applies_from, framework.applies_until) == (date(2025, 10, 1), date(2026, 12, 31))
    assert (framework.bands[0].percent, framework.bands[0].from_value) == (10.0, 5_000_000.0)
    assert framework.cited_as[1] == Clause(phrase="MAC", exact=True)
    assert framework.unless_sentence == (Clause(phrase="make up"),)
    assert [answer.result for answer in check.answers] == ["met", "partly", "not-found"]
    assert check.answers[0].tests[1] == Condition("unit", ("percent", "marks"))
    assert check.answers[1].tests[0] == Condition("found.reporting", at_least=2)
    assert check.applies_when == (Condition("criterion", ("found", "range")),)
    assert modifier.phrases == (Clause(phrase="not"), Clause(phrase="no"), Clause(phrase="never"))
    assert (modifier.reach, modifier.words, modifier.stop_at[1].phrase) == ("after", 8, ";")
    assert rules.columns[0].signals == ("reporting",)
    assert rules.cues["sections"] == (
        Cue("award", ("award criteria", "evaluation criteria", "how we score"), ("award ceremony",)),
    )
    assert rules.words == {"price": ("price", "cost")}


def test_lists_may_refer_to_lists(base: Path) -> None:
    """The order in which the lists stand does not matter, and no phrase comes out twice."""
    write(base, "signals/sample.yaml", """\
format: 1
signal: {id: sample, kind: measure, title: Sample, about: Sample.}
phrases:
  all: [<some>, <more>, target]
  some: [{exact: KPI}, target, {all_of: [<more>, kept]}]
  more: [metric*]
rules:
  - {id: sample.one, title: Sample, find: {all_of: [<all>, <more>], within: row}}
""")  # fmt: skip
    found = rule(rulebook.load([base], DAY), "sample.one").find
    kpi, target, metric = Clause(phrase="KPI", exact=True), Clause(phrase="target"), Clause(phrase="metric*")
    kept = Clause(all_of=(metric, Clause(phrase="kept")))
    assert found == Clause(all_of=(Clause(any_of=(kpi, target, kept, metric)), metric), within="row")


@pytest.mark.parametrize(("since", "until", "day", "holds"), [
    ("2026-11-22", "", DAY, True),
    ("2026-11-23", "", DAY, False),
    ("", "2026-11-22", DAY, True),
    ("", "2026-11-21", DAY, False),
    ("", "", DAY, True),
])  # fmt: skip
def test_a_rule_holds_from_its_first_day_to_its_last(
    base: Path, since: str, until: str, day: date, holds: bool
) -> None:
    """`since` and `until` are the first and the last day on which a rule is in force."""
    entry = f"  - {{id: reporting.new, title: New, find: {{phrase: each year}}, since: '{since}', until: '{until}'}}\n"
    write(base, "signals/reporting.yaml", entry.replace(", since: ''", "").replace(", until: ''", ""), add=True)
    assert ("reporting.new" in [one.id for one in rulebook.load([base], day).rules]) is holds


def test_drafts_are_loaded_only_when_they_are_asked_for(base: Path) -> None:
    """A draft can be tried by the person who writes it, and a retired rule by nobody."""
    usual = [one.id for one in rulebook.load([base], DAY).rules]
    with_drafts = [one.id for one in rulebook.load([base], DAY, drafts=True).rules]
    assert [name for name in with_drafts if name not in usual] == ["reporting.often"]


def test_a_local_pack_adds_rules_to_a_theme(base: Path, local: Path) -> None:
    """A file that gives a theme's id alone adds to the theme of the pack below."""
    write(local, "themes/skills.yaml", "format: 1\ntheme: {id: skills}\nrules:\n"
          "  - {id: skills.mine, title: Mine, find: {phrase: skills bus}}\n")  # fmt: skip
    rules = rulebook.load([base, local], DAY)
    assert [theme.title for theme in rules.themes] == ["Apprenticeships and skills"]
    assert (rule(rules, "skills.mine").theme, rule(rules, "skills.mine").kind) == ("skills", "theme")


def test_a_local_pack_takes_rules_checks_frameworks_and_themes_out(base: Path, local: Path) -> None:
    """What is `off` is in no part of the rule book."""
    write(local, "pack.yaml", "off: [skills, B1, ppn-002]\n", add=True)
    rules = rulebook.load([base, local], DAY)
    assert (rules.themes, rules.rules, rules.checks, rules.frameworks) == ((), (), (), ())


def test_a_local_pack_replaces_a_check(base: Path, local: Path) -> None:
    """Named in `replaces`, the local check stands in the place of the one below."""
    write(local, "pack.yaml", "replaces: [B1]\n", add=True)
    text = (base / "checks" / "B1.yaml").read_text(encoding="utf-8")
    write(local, "checks/B1.yaml", text.replace("A weight is given", "A weight of our own"))
    assert [check.title for check in rulebook.load([base, local], DAY).checks] == ["A weight of our own"]


def test_a_local_pack_adds_near_misses(base: Path, local: Path) -> None:
    """They come after the rule's own, each kind where it belongs; a framework takes them too."""
    write(local, "pack.yaml", "add_unless:\n  skills.apprenticeships: [trainee dog, {sentence: dog show}]\n"
          "  ppn-002: [PPN 0021]\n", add=True)  # fmt: skip
    rules = rulebook.load([base, local], DAY)
    found = rule(rules, "skills.apprenticeships")
    assert [one.phrase for one in found.unless] == ["apprenticeship levy", "trainee dog"]
    assert [one.phrase for one in found.unless_sentence] == ["trainee solicitor*", "dog show"]
    assert [one.phrase for one in rules.frameworks[0].unless] == ["PPN 0021"]


def test_a_local_pack_narrows_a_rule_to_some_sections(base: Path, local: Path) -> None:
    """Roles can only become fewer."""
    write(local, "pack.yaml", "narrow: {skills.apprenticeships: {only: [award, question], not: [award]}}\n", add=True)
    found = rule(rulebook.load([base, local], DAY), "skills.apprenticeships")
    assert (found.roles, found.roles_not) == (("award", "question"), ("tupe", "contents", "award"))


def test_a_local_pack_says_what_counts_more_and_what_its_buyer_has_settled(base: Path, local: Path) -> None:
    """Weights reach the checks; the authority's own figures reach the pack."""
    write(local, "pack.yaml", "weights: {B1: 3}\nauthority:\n  name: Northshire\n  min_weight: 15\n"
          "  priorities: [skills]\n  max_measures: 6\n  thresholds: {light: 100000}\n", add=True)  # fmt: skip
    rules = rulebook.load([base, local], DAY)
    assert rules.checks[0].weight == 3
    assert rules.packs[1].authority == {
        "name": "Northshire",
        "min_weight": "15",
        "priorities": "skills",
        "max_measures": "6",
        "threshold.light": "100000",
    }


def test_what_a_local_pack_knows_comes_first(base: Path, local: Path) -> None:
    """Its cues are tried before those that hold everywhere, and its words join the others."""
    write(local, "context/mine.yaml", "format: 1\ncues:\n  sections: [{value: question, phrases: [our ask]}]\n"
          "words: {price: [charge, cost]}\n")  # fmt: skip
    rules = rulebook.load([base, local], DAY)
    assert [cue.value for cue in rules.cues["sections"]] == ["question", "award"]
    assert rules.words["price"] == ("price", "cost", "charge")


def test_a_pack_without_a_title_page_is_told_once(base: Path, tmp_path: Path) -> None:
    """Without its pack.yaml nothing else is guessed about a folder."""
    (base / "pack.yaml").unlink()
    assert [fault.message for fault in rulebook.check(base)] == [
        "This folder has no pack.yaml, which says what the pack is called and what it builds on."
    ]
    assert [fault.message for fault in rulebook.check(tmp_path / "nowhere")] == ["There is no such folder of rules."]


def test_a_name_in_a_file_with_faults_is_not_told_as_unknown(base: Path) -> None:
    """One slip in a framework does not make every rule that leans on it wrong."""
    write(base, "frameworks/ppn-002.yaml", "formt: 1\n")
    write(base, "modifiers.yaml", "format: 1\nmodifiers: [\n")
    assert {fault.path.name for fault in rulebook.check(base)} == {"ppn-002.yaml", "modifiers.yaml"}


def test_load_refuses_rules_with_faults_and_names_them_all(base: Path) -> None:
    """Nothing is judged by half a rule book."""
    write(base, "checks/B1.yaml", "format: 1\n")
    with pytest.raises(RuleFileError) as caught:
        rulebook.load([base], DAY)
    assert [fault.line for fault in caught.value.faults] == [1] * 6
    assert "`question:` is missing" in str(caught.value)


def test_weak_spots_do_not_keep_rules_from_being_used(base: Path) -> None:
    """A smell is told by `rules check` and does not stop a check of a tender."""
    write(
        base, "signals/reporting.yaml", "  - {id: reporting.bare, title: Bare, find: {phrase: each year}}\n", add=True
    )
    assert len(rulebook.check(base)) == 2
    assert "reporting.bare" in [one.id for one in rulebook.load([base], DAY).rules]


def test_the_same_files_give_the_same_rule_book(base: Path) -> None:
    """Loading twice gives equal rule books, in the same order."""
    first, second = rulebook.load([base], DAY), rulebook.load([base], DAY)
    assert first == second
    assert list(first.cues) == sorted(first.cues)


def test_checks_come_in_the_order_that_people_count(base: Path) -> None:
    """A2 stands before A10."""
    text = (base / "checks" / "B1.yaml").read_text(encoding="utf-8")
    for name in ("A10", "A2", "C1"):
        write(base, f"checks/{name}.yaml", text.replace("id: B1", f"id: {name}"))
    assert [check.id for check in rulebook.load([base], DAY).checks] == ["A2", "A10", "B1", "C1"]
