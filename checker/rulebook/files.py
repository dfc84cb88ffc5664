"""Which files a rule pack is made of, and what each of them holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from checker.errors import RuleFault
from checker.rulebook.clauses import Lists, lists
from checker.rulebook.entries import Entry
from checker.rulebook.faults import explain, nearest
from checker.rulebook.positions import Source, Unreadable, read
from checker.rulebook.schema import FrameworkFile, SignalFile, ThemeFile
from checker.rulebook.schema_checks import CheckFile
from checker.rulebook.schema_packs import ContextFile, ModifiersFile, PackFile, ThresholdsFile

LAYOUT: dict[str, type[Entry]] = {
    "pack.yaml": PackFile,
    "modifiers.yaml": ModifiersFile,
    "thresholds.yaml": ThresholdsFile,
    "themes/": ThemeFile,
    "signals/": SignalFile,
    "frameworks/": FrameworkFile,
    "checks/": CheckFile,
    "context/": ContextFile,
}
"""A pack's files, and its folders of files, with what each holds."""


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """One rule file that is well formed, with its lists made ready."""

    folder: Path
    source: Source
    model: Entry
    lists: Lists


@dataclass
class ParsedFolder:
    """A pack's folder: its files that are well formed, the names of those that are not, and every fault."""

    files: list[ParsedFile] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    faults: list[RuleFault] = field(default_factory=list)


def read_folder(folder: Path) -> ParsedFolder:
    """Every rule file of a pack's folder, in a fixed order."""
    made = ParsedFolder()
    for path, model in _paths(folder, made.faults):
        name = path.relative_to(folder).as_posix()
        try:
            root, found = read(path, shown(path), name)
            made.faults.extend(found)
            parsed = model.model_validate(root)
        except Unreadable as problem:
            made.faults.append(problem.fault)
            made.broken.append(name)
        except ValidationError as problem:
            made.faults.extend(explain(problem, root, model))
            made.broken.append(name)
        else:
            named = lists(getattr(parsed, "phrases", {}), made.faults)
            made.files.append(ParsedFile(folder, root.source, parsed, named))
    return made


def _paths(folder: Path, faults: list[RuleFault]) -> Iterator[tuple[Path, type[Entry]]]:
    if not folder.is_dir():
        faults.append(Source(shown(folder)).fault(1, 1, "There is no such folder of rules."))
        return
    if not (folder / "pack.yaml").is_file():
        why = "This folder has no pack.yaml, which says what the pack is called and what it builds on."
        faults.append(Source(shown(folder)).fault(1, 1, why))
        return
    for path in sorted(path for depth in ("*", "*/*", "*/*/*") for path in folder.glob(depth)):
        inside = path.relative_to(folder)
        hidden = any(part.startswith((".", "_")) for part in inside.parts)
        if hidden or path.suffix not in (".yaml", ".yml") or not path.is_file():
            continue
        place = inside.name if len(inside.parts) == 1 else f"{inside.parent.as_posix()}/"
        if path.suffix == ".yaml" and place in LAYOUT:
            yield path, LAYOUT[place]
            continue
        why = f"{place} is no place for rules{nearest(place, LAYOUT) or '.'}"
        why = "rule files end in .yaml." if path.suffix != ".yaml" else why
        faults.append(Source(shown(path)).fault(1, 1, f"This file is not read: {why}"))


def shown(path: Path) -> Path:
    """The path from where the user stands, where that is shorter than the whole."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except (OSError, ValueError):
        return path
