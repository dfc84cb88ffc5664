"""The check of one tender in a survey: the same function in a pool on one computer and on a cluster of many."""

from __future__ import annotations

import hashlib
import json
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker import marking, outputs, pipeline, read, report, rulebook
from checker.errors import CheckerError, UnreadableFile
from checker.model import Limits, Rulebook
from checker.survey.about import context_of
from checker.survey.row import Row, row_of, unread_row
from checker.survey.tenders import Tender, open_place


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every tender of a survey."""

    digest: str
    """Stands for the tool, its rules and all other options: a tender is checked anew when it changes."""
    as_of: str
    """The day of the check (ISO)."""
    page_folder: str
    """Where the scorecards will lie, so that they can link to PDFs near them."""
    folders: tuple[str, ...] = ()
    """Rule packs on top of the rules that ship with svcheck."""
    pictures: bool = False
    """Whether the scorecards hold pictures of their quotes."""


@dataclass(frozen=True, slots=True)
class Job:
    """One tender to be checked, unless its key is still the one that is known."""

    tender: Tender
    options: Options
    known: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one tender. Without a `row` nothing has changed since it was last checked."""

    name: str
    key: str
    row: Row | None = None
    json: str = ""
    """The result of to_dict; empty when the tender could not be read."""
    html: str = ""
    seconds: float = 0.0


_one_at_a_time = threading.Lock()
"""A Dask worker may run tasks in several threads; the rooms of a check are made for one at a time."""


def survey_one(job: Job) -> Outcome:
    """Checks one tender. It never raises: whatever goes wrong is told in the tender's row."""
    started = time.monotonic()
    name, facts = job.tender.name, job.tender.facts
    key = ""
    try:
        with _one_at_a_time, _here(job.tender.places) as paths:
            key = key_of(job.tender, paths, job.options.digest)
            if key == job.known:
                return Outcome(name, key)
            result, page = _checked(paths, job)
    except UnreadableFile as trouble:
        return Outcome(name, key, unread_row(name, facts, trouble.why))
    except Exception as fault:
        # One tender must never stop the others. Without a key it is tried again: the fault may lie in the machine.
        what = str(fault) if isinstance(fault, CheckerError) else f"{type(fault).__name__}: {fault}"
        return Outcome(name, "", unread_row(name, facts, f"the check failed: {_without_folders(what, job)}"))
    row = row_of(name, facts, result)
    return Outcome(name, key, row, report.to_json(result), page, time.monotonic() - started)


def lost(job: Job, why: str) -> Outcome:
    """The outcome of a tender whose process ended without a word; without a key, so that a next run tries again."""
    return Outcome(job.tender.name, "", unread_row(job.tender.name, job.tender.facts, why))


def key_of(tender: Tender, paths: Sequence[Path], digest: str) -> str:
    """The key of a tender: the content of its files, what tenders.csv says of it, and what checks it."""
    told = hashlib.sha256(json.dumps([digest, tender.name, sorted(tender.facts.items())]).encode())
    for path in paths:
        for file in sorted(path.iterdir()) if path.is_dir() else (path,):
            if file.name.startswith(".") or not file.is_file():
                continue
            told.update(json.dumps([path.name, file.name]).encode())
            # Of other files only the name is told in the report.
            if file.suffix.lower() == ".pdf" or file == path:
                with file.open("rb") as stream:
                    told.update(hashlib.file_digest(stream, "sha256").digest())
    return told.hexdigest()


def _without_folders(text: str, job: Job) -> str:
    """A message on one line, without the names of this computer's folders."""
    for folder in sorted({str(Path(place).parent) for place in job.tender.places}, key=len, reverse=True):
        text = text.replace(f"{folder}/", "") if len(folder) > 1 else text
    return " ".join(text.split())


def _checked(paths: Sequence[Path], job: Job) -> tuple[dict[str, Any], str]:
    options = job.options
    listing = read.look(paths)
    scorecard = pipeline.check(
        listing,
        rules=_rules(options.folders, options.as_of),
        context=context_of(job.tender.facts),
        as_of=date.fromisoformat(options.as_of),
        # Tenders are read side by side, so each one has a single reader.
        limits=Limits(processes=1),
    )
    result = report.to_dict(scorecard)
    pictures = marking.pictures(report.spots(result), listing.files) if options.pictures else {}
    page = Path(options.page_folder) / f"{job.tender.name}.html"
    links = {} if _is_url(job.tender) else outputs.relative_links(listing.files, page)
    return result, report.to_html(result, pictures=pictures, links=links)


@lru_cache(maxsize=1)
def _rules(folders: tuple[str, ...], as_of: str) -> Rulebook:
    return rulebook.load([Path(folder) for folder in folders], as_of=date.fromisoformat(as_of))


def _is_url(tender: Tender) -> bool:
    return any("://" in place for place in tender.places)


@contextmanager
def _here(places: Sequence[str]) -> Iterator[list[Path]]:
    """The places on this computer: what lies behind a URL is fetched for as long as it is needed."""
    if not any("://" in place for place in places):
        if not places:
            raise UnreadableFile("the tender", "the folder holds no PDF", "", "no-pdf-in-folder")
        yield [Path(place) for place in places]
        return
    with tempfile.TemporaryDirectory(prefix="svcheck-") as folder:
        fetched: list[Path] = []
        for number, place in enumerate(places):
            files, path = open_place(place)
            # Files of one name from two folders stay apart; their folders' names are part of the report then.
            target = Path(folder) / f"{number}" / Path(path).name
            target.parent.mkdir()
            files.get_file(path, str(target))
            fetched.append(target)
        yield fetched


def digest_of(version: str, folders: Sequence[Path], facts: Mapping[str, object]) -> str:
    """Stands for everything that decides a result beside the tender: the tool, every rule file, the options."""
    told = hashlib.sha256(json.dumps([version, sorted(facts.items())]).encode())
    for folder in (rulebook.core(), *folders):
        for file in sorted(folder.rglob("*.yaml")):
            told.update(str(file.relative_to(folder)).encode() + b"\0" + file.read_bytes())
    return told.hexdigest()
