"""Small files that would be huge, and huge ones: refused or bounded, with a line that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import UnreadableFile
from checker.model import Document, Limits, Rulebook
from checker.read import read_pack, read_text
from fuzz.raw import pdf_of

TEXT = b"BT /F1 12 Tf 72 700 Td (Social value carries 10% of the overall score.) Tj ET"


def read_between(path: Path, commands: bytes, rules: Rulebook) -> Document:
    """A file whose second page has these packed drawing commands, and whose other pages are plain."""
    path.write_bytes(pdf_of([TEXT, commands, TEXT]))
    (document,) = read_pack([path], rules, limits=Limits(memory=400, page_seconds=30))
    assert {block.page for block in document.blocks} >= {1, 3}
    return document


@pytest.mark.parametrize(("name", "commands", "said"), [
    ("bomb", b"\0" * (600 << 20), "it takes more memory to read than allowed"),
    ("glyphs", b"BT /F1 1 Tf " + b"0 -1 Td (letters without end) Tj " * 20_000 + b"ET", "more letters or lines"),
    ("text", b"BT /F1 12 Tf " + b"(Social value carries 10% of it.) Tj " * 4_000_000 + b"ET", "more "),
])  # fmt: skip
def test_a_page_that_swells_costs_only_itself(
    tmp_path: Path, rules: Rulebook, name: str, commands: bytes, said: str
) -> None:
    """A bomb, a page of letters, a stream of text: the other pages are read."""
    document = read_between(tmp_path / f"{name}.pdf", commands, rules)
    (page,) = document.unreadable
    assert page.number == 2
    assert said in page.note


def test_deep_nesting_is_read_or_noted(tmp_path: Path, rules: Rulebook) -> None:
    """Ten thousand saved states and brackets, one inside the other."""
    document = read_between(tmp_path / "deep.pdf", b"q " * 10_000 + b"[" * 10_000 + b"]" * 10_000 + TEXT, rules)
    assert len(document.pages) == 3


def test_a_file_of_very_many_pages_is_refused_before_they_are_read(tmp_path: Path, rules: Rulebook) -> None:
    """One more page than allowed is enough to know."""
    path = tmp_path / "many.pdf"
    path.write_bytes(pdf_of([TEXT] * 5000))
    with pytest.raises(UnreadableFile, match="more than 3,000 pages"):
        read_pack([path], rules)


@pytest.mark.parametrize("part", ["a", ".", "(", "[", "1,", "1.", "«", "_ ", "a-", "www.", " ", "10 - ", "* "])
def test_text_without_end_is_no_trap_for_patterns(rules: Rulebook, part: str) -> None:
    """A hundred thousand times the same: every pattern that looks at it goes over it once, not once for each letter."""
    document = read_text(part * (100_000 // len(part)) + "\n\nSocial value carries 10%.", "a.txt", rules)
    assert "Social value carries 10%." in [block.text for block in document.blocks]


def test_a_plain_text_that_is_too_long_is_refused(tmp_path: Path, rules: Rulebook) -> None:
    """A tender is no library."""
    path = tmp_path / "a.txt"
    path.write_text("Social value. " * 500_000)
    with pytest.raises(UnreadableFile, match="more text than a tender would"):
        read_pack([path], rules)


def test_letters_without_a_width_or_a_height_are_no_trouble(tmp_path: Path, rules: Rulebook) -> None:
    """Found by fuzzing: a damaged font whose letters are all of no width, set in columns, and letters of no size."""
    rows = b"".join(
        b"BT /F1 10 Tf 0 Tz 1 0 0 1 %d %d Tm (Criterion) Tj 1 0 0 1 %d %d Tm (Weight) Tj ET "
        % (307.6378, 700 - 14 * n, 334.6378, 700 - 14 * n)
        for n in range(12)
    )
    tiny = b"BT /F1 0.01 Tf 72 600 Td (small) Tj 0 -0.001 Td (smaller) Tj 0 -0.001 Td (smallest) Tj ET "
    document = read_between(tmp_path / "flat.pdf", rows + tiny, rules)
    assert not document.note
