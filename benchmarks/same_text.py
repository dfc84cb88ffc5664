"""Compares the fast way of reading with pdfplumber on every page of some documents; this takes as long as pdfplumber.

    python benchmarks/same_text.py PDF-or-folder...

For each file: its pages, how many were left to pdfplumber, and on how many the text of pdfplumber's own
`extract_text` differs from the text of its text map fed with the letters of the fast way. The last line adds up.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
from pdfplumber.utils.text import extract_text

from checker.read.commands import Interpreter, Odd
from checker.read.device import Collector
from checker.read.drawn import Char


def main() -> None:
    """Compare and print."""
    totals = [0, 0, 0]
    seconds = [0.0, 0.0]
    for path in _files(map(Path, sys.argv[1:])):
        counts = [0, 0, 0]
        with pdfplumber.open(path) as ours, pdfplumber.open(path) as theirs:
            for mine, other in zip(ours.pages, theirs.pages, strict=True):
                start = time.perf_counter()
                text = _fast(mine)
                between = time.perf_counter()
                plain = other.extract_text()
                seconds[0] += between - start
                seconds[1] += time.perf_counter() - between
                counts[0] += 1
                counts[1] += text is None
                counts[2] += text is not None and text != plain
                mine.close()
                other.close()
        print(f"{path.name[:60]:60} {counts[0]:5} pages {counts[1]:4} odd {counts[2]:4} differ", flush=True)
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
    print(f"{'all':60} {totals[0]:5} pages {totals[1]:4} odd {totals[2]:4} differ")
    print(f"time: {seconds[0]:.1f} s against {seconds[1]:.1f} s, ratio {seconds[0] / seconds[1]:.2f}")


def _files(paths: Iterator[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


def _fast(page: Any) -> str | None:
    """The text of pdfplumber's text map from our letters; None where the page is left to pdfplumber."""
    device = Collector(page)
    try:
        Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    except Odd:
        return None
    letters = [_as_dictionary(char) for char in device.drawn.chars]
    return extract_text(letters, layout_bbox=page.bbox) if letters else ""


def _as_dictionary(char: Char) -> dict[str, Any]:
    """A letter as pdfplumber knows it."""
    a, b, c, d, _, _ = char.matrix
    return {
        "text": char.text,
        "x0": char.x0,
        "x1": char.x1,
        "top": char.top,
        "bottom": char.bottom,
        "doctop": char.top,
        "height": char.bottom - char.top,
        "width": char.x1 - char.x0,
        "size": char.bottom - char.top,
        "fontname": char.fontname,
        "upright": a * d > 0 and b * c <= 0,
    }


if __name__ == "__main__":
    main()
