"""The ledger of a survey: which tenders were checked and what came of it, so that a survey can go on where it ended."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from checker.errors import CannotWrite
from checker.survey.one import Outcome
from checker.survey.row import Row

NAME = "ledger.sqlite"
_TABLES = """
create table if not exists about (name text primary key, value text not null);
create table if not exists tenders (
    name text primary key,
    key text not null,            -- the content of its files, the tool, its rules and options
    row text not null,            -- JSON
    scorecard integer not null,   -- 1 when a scorecard and a result were written
    seconds real not null,
    checks integer not null       -- how often it was checked
) without rowid;
create temporary table wanted (name text primary key, done integer not null) without rowid;
"""


class Ledger:
    """The ledger of one survey, in sqlite; every tender is on disk before the next one is taken up.

    Use it in a `with` block. Argument: `folder` of the survey's results. Raises CannotWrite when another survey is
    at work there, or when the file is no ledger.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        try:
            # The lock is held until the end: two surveys in one folder would take each other's results away.
            self._db = sqlite3.connect(self._path, timeout=0.2, isolation_level=None)
            self._db.execute("pragma locking_mode = exclusive")
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("pragma synchronous = normal")
            self._db.executescript(_TABLES)
            self._db.execute("insert or replace into about values ('lock', '')")
        except sqlite3.Error as problem:
            busy = "locked" in str(problem)
            why = "another survey is writing there" if busy else f"{self._path.name} is no ledger ({problem})"
            hint = "Wait for it, or name another folder." if busy else "Name another folder."
            raise CannotWrite(f"Cannot use {folder}: {why}.", hint) from None

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def fact(self, name: str) -> str:
        """A fact about the survey as a whole; empty when it was never put down."""
        found = self._db.execute("select value from about where name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def put_fact(self, name: str, value: str) -> None:
        """Puts down a fact about the survey as a whole."""
        self._db.execute("insert or replace into about values (?, ?)", (name, value))

    def want(self, names: Iterable[str]) -> list[str]:
        """Says which tenders the survey is about from now on, and returns those of the ledger that are gone."""
        self._db.execute("begin")
        self._db.execute("delete from wanted")
        self._db.executemany("insert into wanted values (?, 0)", ((name,) for name in names))
        gone = self._db.execute("delete from tenders where name not in (select name from wanted) returning name")
        names_gone = sorted(str(name) for (name,) in gone.fetchall())
        self._db.execute("commit")
        return names_gone

    def known(self) -> dict[str, tuple[str, bool]]:
        """The key of every tender that was checked, and whether a scorecard was written for it."""
        found = self._db.execute("select name, key, scorecard from tenders where key <> '' order by name")
        return {str(name): (str(key), bool(scorecard)) for name, key, scorecard in found}

    def put(self, outcome: Outcome) -> None:
        """Puts down what came of a tender. An outcome without a row says that nothing has changed."""
        self._db.execute("update wanted set done = 1 where name = ?", (outcome.name,))
        if outcome.row is None:
            return
        row = json.dumps(outcome.row, ensure_ascii=False)
        self._db.execute(
            "insert into tenders values (?, ?, ?, ?, ?, 1) on conflict (name) do update set key = excluded.key, "
            "row = excluded.row, scorecard = excluded.scorecard, seconds = excluded.seconds, checks = checks + 1",
            (outcome.name, outcome.key, row, int(bool(outcome.json)), outcome.seconds),
        )

    def rows(self) -> Iterator[tuple[Row, bool]]:
        """Every row by name that this run made or found unchanged, with whether it has a scorecard; one at a time.

        What an earlier run put down and this one did not come to is left out: the tender may have changed since.
        """
        found = self._db.execute("select row, scorecard from tenders join wanted using (name) where done order by name")
        for row, scorecard in found:
            yield json.loads(row), bool(scorecard)
