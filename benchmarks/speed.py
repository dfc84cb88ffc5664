"""Measures reading and whole checks against other ways, in turns within one run; only the ratios mean something.

    python benchmarks/speed.py [--rounds 5] [--pages 10 60 300] [--write docs/speed.md] [PDF...]

Reading: pdftotext, pypdfium2, plain pdfplumber `extract_text`, and svcheck's reader in one process and as it is used.
Whole checks, each a cold process that writes HTML and JSON: svcheck, the naive pipeline of naive.py, and
`import spacy; spacy.blank("en")` alone. Prints seconds, pages a second, ratios, spread (fastest to slowest) and the
peak memory of the largest process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import documents
import pdfplumber
import pypdfium2

from checker import read, rulebook
from checker.read.extract import Opened

HERE = Path(__file__).parent
PLAIN = "pdfplumber extract_text"


@dataclass
class Way:
    """One way of doing a thing, and how long it took each time."""

    name: str
    work: Callable[[], float | None]
    seconds: list[float] = field(default_factory=list)
    memory: float = 0.0

    def run(self) -> None:
        """Takes the time once; `work` may give the MiB that it took."""
        start = time.perf_counter()
        memory = self.work()
        self.seconds.append(time.perf_counter() - start)
        self.memory = max(self.memory, memory or 0.0)

    @property
    def middle(self) -> float:
        """The median."""
        return statistics.median(self.seconds)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdfs", nargs="*", type=Path, help="real documents to read as well")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, nargs="*", default=[10, 60, 300])
    parser.add_argument("--write", type=Path, help="write the tables to a Markdown file")
    options = parser.parse_args()
    lines = ["# Speed", "", "Written by `python benchmarks/speed.py`. Trust the ratios, not the times.", ""]
    with tempfile.TemporaryDirectory() as folder:
        made = [documents.make(Path(folder) / f"{pages} pages.pdf", pages) for pages in options.pages]
        for path in [*made, *options.pdfs]:
            with pdfplumber.open(path) as pdf:
                pages = len(pdf.pages)
            rounds = options.rounds if pages < 100 else max(2, options.rounds // 2)
            lines += _table(f"Reading {path.stem}", pages, reading(path), PLAIN, rounds)
        for path in made:
            pages = int(path.stem.split()[0])
            lines += _table(
                f"Checking {path.stem}", pages, checking(path, Path(folder)), "naive pipeline", options.rounds
            )
    if options.write:
        options.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


def reading(path: Path) -> list[Way]:
    """The ways to read a file, in this process but for pdftotext and svcheck's own readers."""
    rules = rulebook.load()
    return [
        Way("pdftotext", lambda: _process(["pdftotext", str(path), os.devnull])),
        Way("pypdfium2", lambda: _pdfium(path)),
        Way(PLAIN, lambda: _plumber(path)),
        Way("svcheck, letters and tables, one process", lambda: _ours(path)),
        Way("svcheck, whole documents, as used", lambda: read.read_pack([path], rules) and None),
    ]


def checking(path: Path, folder: Path) -> list[Way]:
    """The ways to check a file, each a process of its own."""
    svcheck = [sys.executable, "-m", "checker", "check", str(path), "-o", str(folder / "out.html")]
    naive = [sys.executable, str(HERE / "naive.py"), str(path), str(folder / "naive.html")]
    return [
        Way("import spacy; spacy.blank", lambda: _process([sys.executable, "-c", "import spacy; spacy.blank('en')"])),
        Way("naive pipeline", lambda: _process(naive)),
        Way("svcheck check", lambda: _process([*svcheck, "--json", str(folder / "out.json")])),
    ]


def _process(command: Sequence[str]) -> float:
    """Runs a command and gives the peak memory of its largest process in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        raise SystemExit(f"{command} failed")
    return usage.ru_maxrss / 1024


def _pdfium(path: Path) -> None:
    pdf = pypdfium2.PdfDocument(path)
    for page in pdf:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    pdf.close()


def _plumber(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def _ours(path: Path) -> None:
    pdf = Opened(path)
    for number in range(1, pdf.count + 1):
        pdf.page(number)
    pdf.close()


def _table(title: str, pages: int, ways: Sequence[Way], base: str, rounds: int) -> list[str]:
    """Runs the ways in turns and gives a Markdown table, which is printed too."""
    for _ in range(rounds):
        for way in ways:
            way.run()
    one = next(way for way in ways if way.name == base)
    rows = [
        f"## {title}, {pages} pages, {rounds} rounds",
        "",
        f"| way | seconds | spread | pages a second | ratio to {base} | peak MiB |",
        "|---|---|---|---|---|---|",
    ]
    for way in ways:
        spread = f"{min(way.seconds):.2f} to {max(way.seconds):.2f}"
        memory = f"{way.memory:.0f}" if way.memory else ""
        ratio = way.middle / one.middle
        rows.append(f"| {way.name} | {way.middle:.2f} | {spread} | {pages / way.middle:.0f} | {ratio:.2f} | {memory} |")
    print("\n".join(rows), flush=True)
    return [*rows, ""]


if __name__ == "__main__":
    main()
