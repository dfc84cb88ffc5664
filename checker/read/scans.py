"""Reads a page that is a picture: tesseract recognises its words, and they become letters like printed ones.

The program tesseract is called directly, with the picture on its standard input and a table of words on its
standard output: no file is written, and no Python package is needed for it. Runs in the reader's own process.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

from checker.errors import CheckerError
from checker.read.drawn import Shape
from checker.read.glyphs import Glyph
from checker.read.picture_lines import lines_on

_PROGRAM = "tesseract"
_RESOLUTION = 200
"""Dots per inch."""
_MOST_DOTS = 20_000_000
"""A larger sheet is drawn more coarsely; an A3 page has 7 million."""
_SURE = 25.0
"""Words of which tesseract is less sure (percent) are specks and parts of drawings."""
_RULES = "|_—–-~=[]{}‘’'`"
"""What tesseract takes the drawn lines of a table for."""
_BULLETS = frozenset("e¢«»©®°*•●o·▪■")
"""What it makes of the dot before a point of a list, where the dot stands alone."""
_FIRST = re.compile(r"([A-Za-z])l([:.,)]?)")
_HANGING = frozenset("gjpqyQ,;()[]/@")
_LOW = frozenset("acegmnopqrsuvwxyz.,:;-–_•")
_X_HEIGHT, _CAP_HEIGHT, _DEPTH = 0.52, 0.72, 0.21
"""Of an ordinary print face, as shares of the letter size."""


class NoTesseract(CheckerError):
    """Scans were to be read, and the program for it is missing."""

    slug = "no-tesseract"


class _Word(NamedTuple):
    """One word as tesseract saw it; its box in points from the top left corner of the page."""

    line: tuple[int, int, int]
    x0: float
    top: float
    x1: float
    bottom: float
    text: str


def must_be_there() -> None:
    """Raises NoTesseract where the program tesseract cannot be found."""
    if shutil.which(_PROGRAM) is None:
        raise NoTesseract(
            "Cannot read scans: --ocr needs the program tesseract, which is not on this computer.",
            "Install it (Debian and Ubuntu: apt install tesseract-ocr), or leave --ocr out.",
        )


def shown_on(page: Any, seconds: float) -> tuple[list[Glyph], list[Shape]]:
    """The letters and drawn lines that a picture of a pdfplumber page shows.

    `seconds` is the longest time for tesseract. Raises TimeoutError when it takes longer, NoTesseract when it
    cannot be started.
    """
    left, top, right, bottom = page.cropbox
    wide, tall = float(right - left), float(bottom - top)
    dots = (wide / 72) * (tall / 72)
    resolution = min(_RESOLUTION, (_MOST_DOTS / dots) ** 0.5) if dots else _RESOLUTION
    picture = page.to_image(resolution=resolution, antialias=True).original.convert("L")
    head = b"P5\n%d %d\n255\n" % picture.size
    table = _recognised(head + picture.tobytes(), round(resolution), seconds)
    scale = wide / picture.size[0]
    x, y = float(left - page.bbox[0]), float(top - page.bbox[1])
    return set_as_letters(words(table, scale, x, y)), lines_on(picture, resolution, scale, x, y)


def _recognised(picture: bytes, resolution: int, seconds: float) -> str:
    command = [_PROGRAM, "stdin", "stdout", "--dpi", str(resolution), "-l", "eng", "-c", "tessedit_create_tsv=1"]
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT") if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - the words of the command are ours
            command,
            input=picture,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            # One process on each core reads more pages than one that takes all cores.
            env={**kept, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as trouble:
        raise TimeoutError from trouble
    except OSError as trouble:
        raise NoTesseract("Tesseract cannot be started.", "Install it again.") from trouble
    return done.stdout.decode("utf-8", errors="replace") if not done.returncode else ""


def words(table: str, scale: float, left: float = 0.0, top: float = 0.0) -> list[_Word]:
    """The words of tesseract's table, in points: `scale` is points to a dot, `left` and `top` are added."""
    found: list[_Word] = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5" or float(cells[10]) < _SURE:
            continue
        text = cells[11].strip()
        if not text.strip(_RULES) and text not in ("-", "–"):
            continue
        x, y, wide, tall = (float(cell) * scale for cell in cells[6:10])
        if wide > 0 and tall > 0:
            line = int(cells[2]), int(cells[3]), int(cells[4])
            found.append(_Word(line, left + x, top + y, left + x + wide, top + y + tall, text.strip("|")))
    others = {word.text.rstrip(":.,)") for word in found}
    return [word._replace(text=_numbered(word.text, others)) for word in found]


def _numbered(text: str, others: set[str]) -> str:
    """The first of some labels, A1 beside A2, which tesseract takes for "Al"."""
    label = _FIRST.fullmatch(text)
    if label and f"{label[1].upper()}2" in others:
        return f"{label[1].upper()}1{label[2]}"
    return text


def set_as_letters(found: Sequence[_Word]) -> list[Glyph]:
    """Words as letters of even width, on the base line of their line and in its size."""
    lines = [list(line) for _, line in groupby(found, key=lambda word: word.line)]
    sizes = [median(_size(word) for word in line) for line in lines]
    usual = _usual(sizes, lines)
    letters: list[Glyph] = []
    for line, raw in zip(lines, sizes, strict=True):
        size = usual if abs(raw - usual) < 0.18 * usual else float(max(round(raw), 1))
        for n, word in enumerate(line):
            base = median(_base(one, size) for one in line[max(n - 2, 0) : n + 3])
            letters += _letters(word, n, line, base, size)
    return letters


def _letters(word: _Word, n: int, line: Sequence[_Word], base: float, size: float) -> Iterable[Glyph]:
    text = word.text
    follower = line[n + 1] if n + 1 < len(line) else None
    if n == 0 and text in _BULLETS and follower and follower.x0 - word.x1 > 0.4 * size:
        text = "•"
    low = base + _DEPTH * size
    step = (word.x1 - word.x0) / len(text)
    for k, letter in enumerate(text):
        yield Glyph(base, word.x0 + k * step, word.x0 + (k + 1) * step, low - size, low, size, False, letter)
    if follower:
        yield Glyph(base, word.x1, max(follower.x0, word.x1), low - size, low, size, False, "")


def _size(word: _Word) -> float:
    """The letter size of a word, from how tall it is and which letters it holds."""
    tall = _X_HEIGHT if _LOW.issuperset(word.text) else _CAP_HEIGHT
    return (word.bottom - word.top) / (tall + (_DEPTH if _HANGING.intersection(word.text) else 0))


def _base(word: _Word, size: float) -> float:
    return word.bottom - (_DEPTH * size if _HANGING.intersection(word.text) else 0)


def _usual(sizes: Sequence[float], lines: Sequence[Sequence[_Word]]) -> float:
    """The letter size of most of the page's text, to half a point."""
    weighed = [size for size, line in zip(sizes, lines, strict=True) for word in line for _ in word.text]
    return round(2 * median(weighed)) / 2 if weighed else 10.0
