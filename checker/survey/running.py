"""The whole survey in one screen: tenders in, results out, and a ledger by which it can go on where it ended."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checker import rulebook
from checker.errors import CheckerError
from checker.survey import cluster, pool, results
from checker.survey.ledger import Ledger
from checker.survey.needs import need
from checker.survey.one import Job, Options, Outcome, digest_of
from checker.survey.tenders import Tender, find
from checker.version import VERSION

Progress = Callable[[int, int, str], None]
"""Called with tenders done, tenders in all and the name of the last one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a survey is run: on what, by what, and on which day."""

    folders: tuple[Path, ...] = ()
    """Rule packs on top of the rules that ship with svcheck."""
    jobs: int = 0
    """Processes of the pool; 0 for one on each core."""
    scheduler: str = ""
    """Address of a Dask scheduler, to be used in place of the pool."""
    as_of: date | None = None
    """Day of the check; without it the day on which the survey was begun, as long as tool and rules are the same."""
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a survey."""

    figures: dict[str, Any]
    """The data of survey.json."""
    checked: int
    """Tenders checked in this run; the others had not changed since the last one."""
    stopped: bool
    """Whether Ctrl-C ended it before all tenders were done."""
    unmatched: tuple[str, ...]
    """Names in tenders.csv that belong to no tender."""


def survey(folder: str, out: Path, plan: Plan, on_progress: Progress | None = None) -> Done:
    """Checks every tender of a folder that was not checked yet, and writes the results to `out`.

    Arguments: `folder` on this computer or a URL; `plan`, how it is run. The same tenders, rules and day give the
    same results, whatever the engine, the number of processes and the number of times it was broken off. Raises
    CheckerError for what would stop every tender: a missing folder or library, faulty rules, no place to write.
    """
    need("pyarrow", "survey", "for a survey")
    found = find(folder, out)
    store = results.Store(out)
    _made(store)
    with Ledger(out) as ledger:
        options = _options(plan, ledger, out)
        book = rulebook.load(plan.folders, as_of=date.fromisoformat(options.as_of))
        store.forget(ledger.want(tender.name for tender in found.tenders))
        outcomes = _engine(plan, _jobs(found.tenders, ledger, store, options))
        checked, done = 0, 0
        stopped = False
        try:
            with closing(outcomes):
                for outcome in outcomes:
                    store.keep(outcome)
                    ledger.put(outcome)
                    done += 1
                    checked += outcome.row is not None
                    if on_progress:
                        on_progress(done, len(found.tenders), outcome.name)
        except KeyboardInterrupt:
            stopped = True
        packs = [{"id": pack.id, "version": pack.version} for pack in book.packs]
        tool = {"name": "svcheck", "version": VERSION, "rule_packs": packs}
        run = results.Run(tool, options.as_of, len(found.tenders) - done)
        return Done(results.write(store, ledger, run), checked, stopped, found.unmatched)


def _made(store: results.Store) -> None:
    try:
        store.prepare()
    except OSError as problem:
        message = f"Cannot write to {store.folder}: {problem.strerror or problem}."
        raise CheckerError(message, "Choose another folder or check your rights to it.", "cannot-write") from None


def _options(plan: Plan, ledger: Ledger, out: Path) -> Options:
    """What holds for all tenders. A survey that goes on keeps the day on which it was begun."""
    tool = digest_of(VERSION, plan.folders, {"pictures": plan.pictures})
    begun = ledger.fact("as_of") if ledger.fact("tool") == tool else ""
    as_of = plan.as_of.isoformat() if plan.as_of else begun or date.today().isoformat()
    ledger.put_fact("tool", tool)
    ledger.put_fact("as_of", as_of)
    return Options(
        digest=f"{tool} {as_of}",
        as_of=as_of,
        page_folder=str((out / results.SCORECARDS).resolve()),
        folders=tuple(str(folder.resolve()) for folder in plan.folders),
        pictures=plan.pictures,
    )


def _jobs(tenders: Sequence[Tender], ledger: Ledger, store: results.Store, options: Options) -> Iterator[Job]:
    """A job for each tender, with the key under which it was last checked while its results are still there.

    The largest come first, so that no process is left alone with a long one at the end.
    """
    known = ledger.known()
    for tender in sorted(tenders, key=lambda tender: (-tender.size, tender.name)):
        key, has_record = known.get(tender.name, ("", False))
        yield Job(tender, options, key if not has_record or store.holds(tender.name) else "")


def _engine(plan: Plan, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
    return cluster.run(jobs, plan.scheduler) if plan.scheduler else pool.run(jobs, _workers(plan))


def _workers(plan: Plan) -> int:
    return plan.jobs or os.cpu_count() or 1
