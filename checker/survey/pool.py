"""Many tenders on one computer: a pool of processes, of which one may break down without stopping the rest."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.synchronize import Event
from types import TracebackType

from checker.survey.one import Job, Outcome, lost, survey_one

_AHEAD = 2
"""Jobs handed out for each process, so that none waits for the next."""
_TENDERS_PER_PROCESS = 400
"""After so many tenders a process ends and another takes its place: libraries keep every word they ever saw."""
BROKE_DOWN = "the process that checked it broke down"


def run(jobs: Iterable[Job], workers: int) -> Generator[Outcome, None, None]:
    """The outcome of every job, as they are done. Argument: `workers`, the number of processes.

    When a process breaks down, nobody knows which tender did it: those that were under way are checked again one by
    one, and one that breaks its process once more is counted as not read. Closing the iterator ends the processes.
    """
    waiting = iter(jobs)
    suspects: deque[Job] = deque()
    while True:
        with _Pool(1 if suspects else workers) as pool:
            if suspects:
                yield from pool.alone(suspects)
                continue
            yield from pool.side_by_side(waiting, suspects)
        if not suspects:
            return


class _Pool:
    """Processes for as long as none of them breaks down."""

    def __init__(self, workers: int) -> None:
        # A fresh interpreter for each: a fork would copy the threads' locks and the ledger of this process.
        context = multiprocessing.get_context("spawn")
        self._workers = workers
        self._stop = context.Event()
        self._executor = ProcessPoolExecutor(
            workers, context, initializer=_begin, initargs=(self._stop,), max_tasks_per_child=_TENDERS_PER_PROCESS
        )

    def __enter__(self) -> _Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._stop.set()
        self._executor.shutdown(cancel_futures=True)

    def side_by_side(self, jobs: Iterator[Job], suspects: deque[Job]) -> Iterator[Outcome]:
        """Outcomes until no job is left or a process breaks down; `suspects` then holds what was under way."""
        under_way: dict[Future[Outcome], Job] = {}
        while True:
            for job in islice(jobs, self._workers * _AHEAD - len(under_way)):
                try:
                    under_way[self._executor.submit(_checked, survey_one, job)] = job
                except BrokenProcessPool:
                    suspects.append(job)
                    break
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                job = under_way.pop(future)
                problem = future.exception()
                if isinstance(problem, BrokenProcessPool):
                    suspects.append(job)
                else:
                    yield lost(job, f"its result was lost: {problem}") if problem else future.result()
            if suspects:
                suspects.extend(under_way.values())
                return

    def alone(self, suspects: deque[Job]) -> Iterator[Outcome]:
        """The outcome of one suspect after the other, up to the one that breaks its process."""
        while suspects:
            job = suspects.popleft()
            try:
                yield self._executor.submit(_checked, survey_one, job).result()
            except BrokenProcessPool:
                yield lost(job, BROKE_DOWN)
                return


_between_tenders = threading.Lock()
"""Held by a process of the pool but for the time in which it checks a tender."""


def _begin(stop: Event) -> None:
    """A process of the pool leaves Ctrl-C to the one that started it, and never outlives it, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _between_tenders.acquire()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    threading.Thread(target=_end_when_told, args=(stop,), daemon=True).start()


def _checked(check: Callable[[Job], Outcome], job: Job) -> Outcome:
    """The outcome of a job; while it is worked out the process may be ended."""
    _between_tenders.release()
    try:
        return check(job)
    finally:
        _between_tenders.acquire()


def _end_with_parent() -> None:
    """Ends this process once the one that started it is gone; its readers end when their input does."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 - a pool's process has one
    parent.join()
    os._exit(1)


def _end_when_told(stop: Event) -> None:
    """Ends this process in the middle of a tender, and not while it hands over a result: half a result never ends."""
    stop.wait()
    _between_tenders.acquire()
    os._exit(1)
