"""The documentation of the rules, written from the rules: a page for each, so that it cannot go stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.model import Rulebook, Theme
from checker.rulebook.described import Described, described, subject

INDEX = "index.md"


def pages(rules: Rulebook) -> dict[str, str]:
    """Documentation in Markdown by file name: a page for each rule, law, sum and check, and pages that lead there.

    Themes and signals have a page that lists their rules, and `index.md` lists everything. Names are paths below
    one folder, such as "rules/skills.apprenticeships.md".
    """
    made: dict[str, str] = {}
    index = ["# Rules", "", *(f"{pack.title} ({pack.id} {pack.version})." for pack in rules.packs)]
    for folder, heads in (("themes", rules.themes), ("signals", rules.signals)):
        index.extend(_linked(folder.capitalize(), (_entry(f"{folder}/{head.id}.md", head) for head in heads)))
        made |= {f"{folder}/{head.id}.md": _page(_subject(head, rules)) for head in heads}
    others: tuple[tuple[str, tuple[Described, ...]], ...] = (
        ("frameworks", rules.frameworks),
        ("thresholds", rules.thresholds),
        ("checks", rules.checks),
    )
    for folder, members in others:
        index.extend(_linked(folder.capitalize(), (_entry(f"{folder}/{one.id}.md", one) for one in members)))
        made |= {f"{folder}/{one.id}.md": _page(described(one, rules)) for one in members}
    made |= {f"rules/{rule.id}.md": _page(described(rule, rules)) for rule in rules.rules}
    return {INDEX: _page(index), **dict(sorted(made.items()))}


def _subject(head: Theme, rules: Rulebook) -> Iterator[str]:
    yield from subject(head)
    mine = [rule for rule in rules.rules if rule.source == head.id]
    yield from _linked("Rules", (_entry(f"../rules/{rule.id}.md", rule) for rule in mine))


def _linked(title: str, entries: Iterable[str]) -> Iterator[str]:
    if found := list(entries):
        yield from ("", f"## {title}", "", *found)


def _entry(path: str, one: Described) -> str:
    return f"- [{one.id}: {one.title}]({path})"


def _page(lines: Iterable[str]) -> str:
    """One page; `<` of a tender's blank such as "<weight>" stays a letter and is no HTML."""
    return "\n".join(lines).strip().replace("<", "\\<") + "\n"
