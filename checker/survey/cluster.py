"""Many tenders on many computers: the same check of one tender, handed out by an existing Dask cluster."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import Any

from checker.errors import CheckerError
from checker.survey.needs import need
from checker.survey.one import Job, Outcome, lost, survey_one

_AHEAD = 3
"""Jobs handed out for each worker thread, so that none waits for the next."""
_PATIENCE = "30s"
_RETRIES = 2
"""How often a tender is tried anew when a worker was lost with it; Dask itself adds to this for whole machines."""


def run(jobs: Iterable[Job], scheduler: str) -> Generator[Outcome, None, None]:
    """The outcome of every job, as they are done; each one once, whatever becomes of the workers.

    Argument: `scheduler` is the address of a Dask scheduler (tcp://…), whose workers have svcheck installed and see
    the tenders under the same names. Results come back here, so the workers need no place to write. Raises
    CheckerError where Dask is not installed or the scheduler does not answer.
    """
    distributed = need("distributed", "cluster", "for --engine dask")
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as problem:
        hint = "Start a Dask scheduler, and name it as tcp://HOST:PORT."
        raise CheckerError(f"Cannot reach a Dask scheduler at {scheduler}: {problem}.", hint, "no-scheduler") from None
    with client:
        yield from _outcomes(distributed, client, iter(jobs))


def _outcomes(distributed: Any, client: Any, jobs: Iterator[Job]) -> Iterator[Outcome]:
    under_way: dict[str, Job] = {}
    done = distributed.as_completed(loop=client.loop)

    def hand_out(most: int) -> None:
        for job in islice(jobs, most):
            # pure=False: the cluster must not answer from what it remembers of an earlier survey.
            future = client.submit(survey_one, job, pure=False, retries=_RETRIES)
            under_way[future.key] = job
            done.add(future)

    hand_out(_width(client))
    while under_way:
        future = next(done)
        job = under_way.pop(future.key)
        hand_out(max(_width(client) - len(under_way), 0))
        problem = future.exception()
        yield lost(job, f"the cluster gave it up: {type(problem).__name__}") if problem else future.result()
        future.release()


def _width(client: Any) -> int:
    threads = sum(client.nthreads().values())
    return max(int(threads), 1) * _AHEAD
