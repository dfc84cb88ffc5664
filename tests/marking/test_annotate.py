"""Annotated copies carry standard highlights over the very words, and leave the original alone."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfReader, PdfWriter

from checker.errors import CheckerError
from checker.marking import annotated, need_annotator
from checker.model import Note, Rulebook
from checker.report import notes

from .drawn import checked, tender


def read_back(copy: bytes) -> list[tuple[int, dict[str, object]]]:
    """The annotations of a PDF with their page, as another program reads them."""
    pages = PdfReader(io.BytesIO(copy)).pages
    return [(n, one.get_object()) for n, page in enumerate(pages, 1) for one in page.get("/Annots", [])]


def under(copy: bytes, page: int, quad: list[float]) -> str:
    """The words of an upright page inside a quadrilateral of the PDF, read with another library."""
    with pdfplumber.open(io.BytesIO(copy)) as pdf:
        sheet = pdf.pages[page - 1]
        tall = float(sheet.height)
        box = (min(quad[0::2]) - 0.5, tall - max(quad[1::2]) - 0.5, max(quad[0::2]) + 0.5, tall - min(quad[1::2]) + 0.5)
        return str(sheet.crop(box).extract_text())


def test_every_highlight_lies_over_the_words_of_its_findings(tmp_path: Path, rules: Rulebook) -> None:
    """Read back, each rectangle of a highlight holds a piece of a quote and nothing else."""
    path = tender(tmp_path / "tender.pdf")
    result = checked(path, rules)
    copy = annotated(path, notes(result))
    assert copy is not None
    quotes = {finding["id"]: finding["quote"] for finding in result["findings"]}
    highlights = [(page, one) for page, one in read_back(copy) if one["/Subtype"] == "/Highlight"]
    assert {page for page, _ in highlights} == {1, 2}
    for page, one in highlights:
        ids = str(one["/Contents"]).split("Evidence ")[1].split(" of ")[0].split(", ")
        quads = [float(edge) for edge in one["/QuadPoints"]]
        for at in range(0, len(quads), 8):
            words = under(copy, page, quads[at : at + 8])
            assert words, one
            assert any(words in quotes[name] or quotes[name] in words for name in ids), (words, ids)
    told = " ".join(str(one["/Contents"]) for _, one in highlights)
    assert "Priority: Apprenticeships and skills" in told
    assert "Reported" in told


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_highlights_lie_on_turned_pages_too(tmp_path: Path, rules: Rulebook, turn: int) -> None:
    """On a page turned for reading the highlight lies at the same words of the paper."""
    upright = tender(tmp_path / "upright.pdf")
    plain = annotated(upright, notes(checked(upright, rules)))
    path = tender(tmp_path / "turned.pdf", turn)
    copy = annotated(path, notes(checked(path, rules)))
    assert plain is not None
    assert copy is not None

    def rectangles(made: bytes) -> set[tuple[int, ...]]:
        return {tuple(round(float(edge) / 4) for edge in one["/Rect"]) for _, one in read_back(made)
                if one["/Subtype"] == "/Highlight"}  # fmt: skip

    assert rectangles(copy) & rectangles(plain)


def test_problems_are_notes_beside_the_words(tmp_path: Path, rules: Rulebook) -> None:
    """A note names its problem, what to do and the check; the copy is the same every time; the original stays."""
    path = tender(tmp_path / "tender.pdf")
    before = path.read_bytes()
    made = notes(checked(path, rules))
    copy = annotated(path, made)
    assert copy == annotated(path, made)
    assert path.read_bytes() == before
    assert copy is not None
    stuck = [one for _, one in read_back(copy) if one["/Subtype"] == "/Text"]
    assert len(stuck) == sum(note.problem for note in made)
    assert all("Check " in str(one["/Contents"]) and one["/T"] == "svcheck" for one in stuck)


def test_a_locked_or_broken_pdf_has_no_copy(tmp_path: Path) -> None:
    """A lock against changes is respected, and damage is no crash."""
    path = tender(tmp_path / "tender.pdf")
    locked = tmp_path / "locked.pdf"
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    writer.write(locked)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    note = Note("tender.pdf", 1, (), "svcheck", "nothing")
    assert annotated(locked, [note]) is None
    assert annotated(broken, [note]) is None


def test_without_pypdf_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is an extra; who asks for copies without it is told its name."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(CheckerError, match="pypdf") as told:
        need_annotator()
    assert told.value.slug == "missing-extra"
    assert "\n" not in str(told.value)
