"""The documents say what is true of the tool."""

from __future__ import annotations

import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import click
import pytest

from checker import rulebook
from checker.cli import main
from checker.model import Rulebook
from checker.version import VERSION

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "samples/README.md")


def commands(group: click.Group, name: str = "svcheck") -> list[str]:
    """Every command by its full name."""
    found = []
    for child, command in group.commands.items():
        if isinstance(command, click.Group):
            found += commands(command, f"{name} {child}")
        else:
            found.append(f"{name} {child}")
    return found


@pytest.mark.parametrize("command", commands(main))
def test_every_command_is_in_the_readme(command: str) -> None:
    """A user finds each command in the README's table."""
    first, _, last = command.rpartition(" ")
    assert command in README or re.search(rf"`{first} [^|]*`{last}\b", README), command


@pytest.mark.parametrize("command", commands(main))
def test_every_command_and_option_says_what_it_does(command: str) -> None:
    """No command and no option is without help."""
    node: click.Command = main
    for part in command.split()[1:]:
        assert isinstance(node, click.Group)
        node = node.commands[part]
    assert node.help
    assert all(p.help for p in node.params if isinstance(p, click.Option))


def test_every_option_in_the_readme_exists() -> None:
    """No document names an option that the tool does not have."""
    check = main.commands["check"]
    known = {opt for p in check.params for opt in p.opts} | {"--id", "--minutes"}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))
    assert named - known == set()


def test_the_two_commands_stand_word_for_word() -> None:
    """The gate takes the README's two commands from these lines."""
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert lines == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/svcheck check samples/home-care",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest",
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_to_a_file_resolves(document: str) -> None:
    """Links inside the project lead somewhere."""
    path = ROOT / document
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_counts_in_the_documents_are_true(rules: Rulebook) -> None:
    """The numbers of themes, checks and frameworks are the real ones."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for text in (README, changes):
        assert f"{len(rules.themes)} themes" in text
        assert f"{len(rules.frameworks)} frameworks" in text
        assert f"{len(rules.checks)} checks" in text
    assert f"{len(rules.signals)} signals" in changes
    assert f"{len(rules.thresholds)} thresholds" in changes


def test_the_changelog_has_the_version_and_its_two_parts() -> None:
    """Users see apart what changes results and what does not."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = changes.split("\n## ")[1]
    assert newest.startswith(VERSION)
    assert "\n### Rules\n" in newest
    assert "\n### Tool\n" in newest


def test_contributing_names_every_room() -> None:
    """Someone who opens the tree for the first time finds each folder explained."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = sorted(p.name for p in (ROOT / "checker").iterdir() if (p / "__init__.py").exists())
    assert [room for room in rooms if f"`{room}/`" not in text] == []
    folders = sorted(
        p.name for p in (ROOT / "rules").iterdir() if p.is_dir() and p.name not in {"schema", "__pycache__"}
    )
    assert [folder for folder in folders if f"`rules/{folder}/`" not in text] == []


def test_every_package_is_listed_and_shipped() -> None:
    """A room that setup.cfg forgets would be missing from the installed tool."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    found = {".".join(p.parent.relative_to(ROOT).parts) for p in (ROOT / "checker").rglob("__init__.py")}
    assert listed == found | {"checker.rules"}


def test_ruff_and_the_build_are_all_that_pyproject_holds() -> None:
    """Everything else is in setup.cfg, in one place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project) == {"build-system", "tool"}
    assert set(project["tool"]) == {"ruff"}


def test_no_module_is_too_long() -> None:
    """A module is one idea: 350 lines at the most."""
    modules = [p for folder in ("checker", "tests", "samples", "docs", "fuzz") for p in (ROOT / folder).rglob("*.py")]
    long = {str(p.relative_to(ROOT)): n for p in modules
            if (n := len(p.read_text(encoding="utf-8").splitlines())) > 350}  # fmt: skip
    assert long == {}


def test_the_pages_of_the_rules_are_fresh(rules: Rulebook) -> None:
    """`svcheck rules docs docs/rules` was run after the last change of a rule; pages of rules that went are deleted."""
    folder = ROOT / "docs" / "rules"
    written = {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*.md")}
    assert written == rulebook.pages(rules)


def test_links_between_the_pages_of_the_rules_lead_somewhere() -> None:
    """Nobody who reads the pages meets a dead end."""
    folder = ROOT / "docs" / "rules"
    dead = [f"{page.name}: {target}" for page in folder.rglob("*.md")
            for target in re.findall(r"\]\(([^)\s]+\.md)\)", page.read_text(encoding="utf-8"))
            if not (page.parent / target).exists()]  # fmt: skip
    assert dead == []
