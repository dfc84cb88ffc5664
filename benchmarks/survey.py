"""How much faster a survey is with two processes than with one: the ratio of runs that take turns, with its spread.

    python benchmarks/survey.py FOLDER        a folder of tenders, such as real documents
    python benchmarks/survey.py --many 60     invented tenders

Only a machine with two cores or more that does nothing else gives a ratio worth quoting.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from checker.survey import Plan, survey

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "samples"))


def seconds(folder: Path, jobs: int) -> float:
    """The time of a survey from nothing, in seconds."""
    with tempfile.TemporaryDirectory() as out:
        started = time.perf_counter()
        survey(str(folder), Path(out), Plan(jobs=jobs))
        return time.perf_counter() - started


def compare(folder: Path, rounds: int) -> None:
    """Print the time of each round and the ratio, from the smallest to the largest."""
    ratios: list[float] = []
    for number in range(1, rounds + 1):
        one, two = seconds(folder, 1), seconds(folder, 2)
        ratios.append(one / two)
        print(f"round {number}: one process {one:.1f} s, two {two:.1f} s, ratio {one / two:.2f}")
    print(
        f"ratio {sorted(ratios)[len(ratios) // 2]:.2f} ({min(ratios):.2f} to {max(ratios):.2f}), {os.cpu_count()} cores"
    )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="folder of tenders (default: invented ones)")
    parser.add_argument("--many", type=int, default=60, help="number of invented tenders (default: 60)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds (default: 3)")
    options = parser.parse_args()
    if options.folder:
        compare(options.folder, options.rounds)
        return
    from make_survey import make

    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.many)
        compare(Path(folder), options.rounds)


if __name__ == "__main__":
    main()
