"""Which files of a pack are read, and which are named as left out."""

from __future__ import annotations

from pathlib import Path

from checker.model import LeftOut
from checker.read import look

from .drawing import draw, write


def pdf(path: Path, words: str) -> Path:
    """A PDF of one page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return draw(path, lambda canvas: write(canvas, 72, 700, words))


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    """Content decides, not the name; the first one given is the one that counts."""
    first, copy = pdf(tmp_path / "a.pdf", "One"), pdf(tmp_path / "sub" / "b.pdf", "One")
    other = pdf(tmp_path / "c.pdf", "Two")
    found = look([first, copy, other])
    assert found.files == {"a.pdf": first, "c.pdf": other}
    assert found.left_out == (LeftOut("b.pdf", "it is the same file as a.pdf", "a.pdf"),)


def test_copies_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """The copy goes by its folder too; the file that is read keeps its short name."""
    first, copy = pdf(tmp_path / "1" / "itt.pdf", "One"), pdf(tmp_path / "2" / "itt.pdf", "One")
    found = look([first, copy])
    assert found.files == {"itt.pdf": first}
    assert found.left_out == (LeftOut("2/itt.pdf", "it is the same file as itt.pdf", "itt.pdf"),)


def test_what_lies_in_a_folder_and_is_not_read_is_named(tmp_path: Path) -> None:
    """Office files, mails, archives and folders with PDFs in them; neither hidden files nor one named by itself."""
    inside = pdf(tmp_path / "itt.pdf", "One")
    pdf(tmp_path / "annexes" / "a.pdf", "Two")
    (tmp_path / "empty").mkdir()
    for name in ("Prices.XLSX", "terms.docx", "photo.jpg", ".hidden.docx", "~$terms.docx", "notes.txt"):
        (tmp_path / name).write_text(name)
    found = look([tmp_path, tmp_path / "notes.txt"])
    assert found.files == {"itt.pdf": inside, "notes.txt": tmp_path / "notes.txt"}
    assert [one.name for one in found.left_out] == ["Prices.XLSX", "annexes/", "terms.docx"]


def test_empty_files_are_no_copies_of_each_other(tmp_path: Path) -> None:
    """Each of them is told as empty."""
    paths = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for path in paths:
        path.write_bytes(b"")
    assert list(look(paths).files) == ["a.pdf", "b.pdf"]
    assert look(paths).left_out == ()
