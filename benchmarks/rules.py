"""How much longer a check takes when there are twice, or ten times, as many phrases to look for.

    python benchmarks/rules.py [--rounds 7] [--times 2] [PDF...]

Prints one table: the time of a whole check and of matching alone, with the rules that ship and with a local pack
that brings the number of phrases to `--times` as many, measured in turns within one run. Only the ratios mean
something; the times depend on the machine.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from checker import match, pipeline, read, rulebook
from checker.model import Clause, Rulebook

SAMPLE = Path(__file__).parent.parent / "samples" / "home-care"
HEAD = """format: 1
signal: {id: benchmark, kind: context, title: Benchmark, about: Made-up phrases that measure what a phrase costs.}
rules:
  - id: benchmark.phrases
    title: Made-up phrases
    status: stable
    version: 1
    basis: M
    scope: any
    find:
      any_of:
"""
TAIL = """    examples:
      match: ["{0}", "{1}", "{2}"]
      no_match: [Nothing of the kind., Nor here., Nor there.]
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdfs", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--rounds", type=int, default=7, help="turns of each kind (default 7)")
    parser.add_argument("--times", type=int, default=2, help="how many times as many phrases (default 2)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        books = {"rules that ship": rulebook.load()}
        known = sorted(phrases(books["rules that ship"]))
        write_pack(Path(folder), known, options.times)
        books[f"{options.times} times the phrases"] = rulebook.load([Path(folder)])
        counts = {name: sum(1 for _ in phrases(book)) for name, book in books.items()}
        times = measure(books, options.pdfs, options.rounds)
    print(f"{'':24}{'phrases':>9}{'check, s':>10}{'spread':>8}{'matching, s':>13}{'spread':>8}")
    for name, (whole, part) in times.items():
        print(f"{name:24}{counts[name]:>9}{middle(whole):>18}{middle(part):>21}")
    (whole, part), (more, more_part) = times.values()
    ratio, ratio_part = (statistics.median(b) / statistics.median(a) for a, b in ((whole, more), (part, more_part)))
    print(f"{'ratio':24}{'':9}{ratio:>10.3f}{'':8}{ratio_part:>13.3f}")


def measure(books: dict[str, Rulebook], paths: list[Path], rounds: int) -> dict[str, tuple[list[float], list[float]]]:
    """Seconds for a whole check and for matching alone, by rule book; the books take turns."""
    seconds: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in books}
    documents = {name: read.read_pack(paths, book) for name, book in books.items()}
    for name, book in books.items():
        match.find(documents[name], book)
    for _ in range(rounds):
        for name, book in books.items():
            seconds[name][0].append(taken(lambda book=book: pipeline.check(paths, rules=book)))
            seconds[name][1].append(taken(lambda name=name, book=book: match.find(documents[name], book)))
    return seconds


def taken(work: object) -> float:
    """How many seconds a piece of work takes."""
    assert callable(work)  # noqa: S101
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def middle(values: list[float]) -> str:
    """Median and spread, in two columns."""
    return f"{statistics.median(values):.3f}{max(values) - min(values):>8.3f}"


def phrases(rules: Rulebook) -> Iterator[str]:
    """Every phrase that the rules look for."""
    for rule in rules.rules:
        for clause in (rule.find, *rule.unless, *rule.unless_sentence):
            yield from inside(clause)


def inside(clause: Clause) -> Iterator[str]:
    """The phrases of one condition."""
    if clause.phrase:
        yield clause.phrase
    for part in (*clause.any_of, *clause.all_of):
        yield from inside(part)


def write_pack(folder: Path, known: list[str], times: int) -> None:
    """A local pack of phrases made of the words of real ones in another order, so that they begin alike."""
    chance = random.Random(2012)  # noqa: S311
    words = sorted({word for phrase in known for word in phrase.split() if word.strip("*-").isalpha()})
    made: set[str] = set()
    while len(made) < (times - 1) * len(known):
        made.add(" ".join(chance.choice(words) for _ in range(chance.randint(2, 4))))
    lines = sorted(made)
    (folder / "pack.yaml").write_text(
        'format: 1\nid: benchmark\nversion: "1"\ntitle: Benchmark\nbuilds_on: uk-social-value\n', encoding="utf-8"
    )
    (folder / "signals").mkdir()
    text = HEAD + "".join(f'        - "{line}"\n' for line in lines) + TAIL.format(*lines[:3])
    (folder / "signals" / "benchmark.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
