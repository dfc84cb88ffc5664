"""The fast way of reading a page sees what pdfplumber sees, letter by letter, or leaves the page to it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as some

from checker.read.commands import Interpreter, Odd
from checker.read.device import Collector, _by_pdfplumber, drawn_on
from checker.read.drawn import Drawn

from .drawing import draw_raw

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples").glob("*/*.pdf"))
EVERY = 60
"""Of the real documents every 60th page is compared; benchmarks/same_text.py compares all of them."""


def fast(page: Any) -> Drawn:
    """What the fast way sees on a page; raises Odd where it does not dare."""
    device = Collector(page)
    Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    return device.drawn


def seen(drawn: Drawn) -> dict[str, Any]:
    """Everything that was seen, with places rounded to a millionth of a point."""
    return {
        "letters": [
            (c.text, c.fontname, *(round(n, 6) for n in (*c.matrix, c.x0, c.top, c.x1, c.bottom))) for c in drawn.chars
        ],
        "shapes": [
            (s.line, *(round(n, 6) for n in (s.x0, s.top, s.x1, s.bottom)), s.stroke, s.fill)
            for s in sorted(drawn.shapes, key=lambda one: not one.line)
        ],
        "pictures": drawn.images,
        "curves": drawn.curves,
    }


def compare(path: Path, every: int = 1) -> int:
    """Compares pages of a file and gives how many the fast way read."""
    read = 0
    with pdfplumber.open(path) as ours, pdfplumber.open(path) as theirs:
        for mine, other in list(zip(ours.pages, theirs.pages, strict=True))[::every]:
            try:
                drawn = fast(mine)
            except Odd:
                continue
            read += 1
            assert seen(drawn) == seen(_by_pdfplumber(other)), f"{path.name} page {mine.page_number}"
            mine.close()
            other.close()
    return read


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_page_of_the_samples_is_seen_as_pdfplumber_sees_it(path: Path) -> None:
    """Letters with their places and fonts, lines, rectangles and pictures; none of the pages is odd."""
    with pdfplumber.open(path) as pdf:
        pages = len(pdf.pages)
    assert compare(path) == pages


@pytest.mark.corpus
def test_pages_of_real_documents_are_seen_as_pdfplumber_sees_them(corpus: Path) -> None:
    """The same for documents as buyers publish them."""
    paths = sorted([*corpus.glob("pdf/*.pdf"), *corpus.glob("packs/*/*.pdf")])
    assert sum(compare(path, EVERY) for path in paths) > len(paths)


def page_of(path: Path, commands: bytes) -> tuple[Any, Any]:
    """The same page opened twice."""
    data = draw_raw(path, [(commands, "")]).read_bytes()
    return pdfplumber.open(BytesIO(data)).pages[0], pdfplumber.open(BytesIO(data)).pages[0]


@pytest.mark.parametrize("commands", [
    rb"BT /F1 12 Tf 72 700 Td (nested (once (twice)) and \) \( \\ \101\60 \q \n) Tj ET",
    b"BT /F1 12 Tf 72 700 Td (a line\\\nthat goes on\\\r\nand on) Tj ET",
    b"BT /F1 12 Tf 72 700 Td <48656C6C6f7> Tj T* <> Tj ET",
    b"BT /F1 12 Tf 72 700 Td [(W) 120 (eigh) -30.5 (ting)] TJ 3 Tc 2 Tw (a b) ' 1 2 (c d) \" ET",
    b"BT /F1 12 Tf 50 Tz 5 Ts 14 TL 1 0 0.2 1 72 700 Tm (slanted) Tj 0 1 -1 0 300 300 Tm (upwards) Tj ET",
    b"BT /F1 12 Tf -1 0 0 1 300 300 Tm (mirrored) Tj 1 0 0 -1 300 200 Tm (upside down) Tj ET",
    b"q 2 0 0 2 10 10 cm 0 0 100 50 re S 5 5 m 90 5 l S 1 1 m 9 9 l 9 1 l h f 0 0 m 1 2 3 4 5 6 c s Q 7 7 20 20 re f",
    b"q\nq\n0 0 0 rg\n[] 0 d\nQ\n0 0 m\n9 0 l\n9 9 l\nh\nW* n\nQ\nBT /F1 9 Tf 72 700 Td (after empty groups) Tj ET",
    b"/Artifact <</Type /Pagination /MCID 3 /On true /Off null>> BDC BT /F1 9 Tf 9 9 Td (tagged) Tj ET EMC",
    b"% a comment\n1 2 3 Tj (no font) Tj BT /F1 12 Tf 72 700 Td (a) Tj 1 Td (short of operands) Tj ET",
    b"0 0 m 5 5 l 10 10 m 20 10 l S 3 3 m 4 4 l 5 4 l 5 3 l 3 3 l S 10 20 30 40 re 50 60 70 80 re B",
])  # fmt: skip
def test_commands_mean_what_they_mean_to_pdfplumber(tmp_path: Path, commands: bytes) -> None:
    """Strings, numbers, arrays, states and paths of every kind."""
    ours, theirs = page_of(tmp_path / "a.pdf", commands)
    assert seen(fast(ours)) == seen(_by_pdfplumber(theirs))


@pytest.mark.parametrize("commands", [
    b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q BT /F1 12 Tf 72 700 Td (after a picture) Tj ET",
    b"BT /F1 12 Tf 72 700 Td (never closed",
    b"BT /F1 12 Tf 72 700 Td [(an array) 1 << ] TJ ET",
    b"BT /F#31 12 Tf 72 700 Td (a name with a code) Tj ET",
    b"BT /F1 12 Tf - 72 700 Td (a sign alone) Tj ET",
    b"BT /F1 12 Tf 72 700 Td (four (levels (deep (of ()))) brackets) Tj ET",
])  # fmt: skip
def test_what_the_fast_way_does_not_know_is_left_to_pdfplumber(tmp_path: Path, commands: bytes) -> None:
    """It says so, and the page is read all the same."""
    ours, theirs = page_of(tmp_path / "a.pdf", commands)
    with pytest.raises(Odd):
        fast(ours)
    assert seen(drawn_on(ours)) == seen(_by_pdfplumber(theirs))


WORDS = some.sampled_from([
    b"q", b"Q", b"BT", b"ET", b"Tj", b"TJ", b"Td", b"Tm", b"T*", b"'", b"Tf", b"/F1 9 Tf", b"re", b"m", b"l", b"h",
    b"S", b"f", b"n", b"W", b"cm", b"1 0 0 1 5 5 cm", b"(a b)", b"(c\\)d)", b"<4142>", b"[(x) -20 (y)]", b"0", b"7",
    b"-3.5", b".5", b"40", b"/F1", b"true", b"null", b"<</A 1>>", b"scn", b"g", b"rg", b"w", b"[]", b"d", b"unknown",
])  # fmt: skip


@given(words=some.lists(WORDS, max_size=40))
def test_any_commands_mean_the_same_or_are_odd(words: list[bytes], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever a stranger writes, the fast way never sees something else than pdfplumber."""
    path = tmp_path_factory.mktemp("any") / "a.pdf"
    ours, theirs = page_of(path, b"/F1 9 Tf " + b" ".join(words))
    try:
        drawn = fast(ours)
    except (Odd, TypeError, ValueError, AttributeError, KeyError, IndexError):
        return
    assert seen(drawn) == seen(_by_pdfplumber(theirs))
