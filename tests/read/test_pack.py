"""Packs of files: what is read, and what is said about what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from checker.errors import UnreadableFile
from checker.model import FileRole, Rulebook
from checker.read import read_pack

from .drawing import draw, write


def hello(canvas: Canvas) -> None:
    """A page with one sentence."""
    write(canvas, 60, 700, "The council buys a service and asks what else comes with it.")


def locked(path: Path, **passwords: str) -> Path:
    """A PDF with a user or an owner password."""
    canvas = Canvas(str(path), encrypt=pdfencrypt.StandardEncryption(**passwords))
    hello(canvas)
    canvas.save()
    return path


def slug(paths: list[Path], rules: Rulebook) -> str:
    """The short name of the error that reading ends in; it is one line and says what to do."""
    with pytest.raises(UnreadableFile) as told:
        read_pack(paths, rules)
    assert "\n" not in str(told.value)
    assert told.value.hint
    return told.value.slug


def test_a_folder_stands_for_its_pdfs_by_name(tmp_path: Path, rules: Rulebook) -> None:
    """Only PDFs of the folder are read, in the order of their names, and none twice."""
    for name in ("b.pdf", "a.pdf", "C.PDF"):
        draw(tmp_path / name, hello)
    (tmp_path / "notes.docx").write_text("not for us")
    documents = read_pack([tmp_path, tmp_path / "a.pdf"], rules)
    assert [one.name for one in documents] == ["C.PDF", "a.pdf", "b.pdf"]
    assert [one.blocks[0].id for one in documents] == ["f1.1.1", "f2.1.1", "f3.1.1"]


def test_what_is_no_pack_is_refused_in_one_line(tmp_path: Path, rules: Rulebook) -> None:
    """A missing path, an empty folder, an empty file and a false PDF each have their own short name."""
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "false.pdf").write_text("These are only words.")
    (tmp_path / "folder").mkdir()
    assert slug([tmp_path / "nowhere.pdf"], rules) == "missing-file"
    assert slug([tmp_path / "folder"], rules) == "no-pdf-in-folder"
    assert slug([tmp_path / "empty.pdf"], rules) == "empty-file"
    assert slug([tmp_path / "false.pdf"], rules) == "not-a-pdf"


def test_a_broken_and_a_locked_pdf_alone_are_refused(tmp_path: Path, rules: Rulebook) -> None:
    """With nothing else to read there is no scorecard to write."""
    whole = draw(tmp_path / "whole.pdf", hello).read_bytes()
    (tmp_path / "broken.pdf").write_bytes(whole[:300])
    assert slug([tmp_path / "broken.pdf"], rules) == "broken-pdf"
    assert slug([locked(tmp_path / "locked.pdf", userPassword="abc")], rules) == "locked-pdf"


def test_a_locked_file_beside_a_readable_one_becomes_a_note(tmp_path: Path, rules: Rulebook) -> None:
    """What could not be read is shown, not silently left out."""
    paths = [locked(tmp_path / "Draft contract.pdf", userPassword="abc"), draw(tmp_path / "itt.pdf", hello)]
    first, second = read_pack(paths, rules)
    assert first.note == "it is locked with a password"
    assert first.role is FileRole.CONTRACT
    assert first.blocks == ()
    assert second.note == ""
    assert second.blocks[0].id == "f2.1.1"


def test_an_owner_password_does_not_matter(tmp_path: Path, rules: Rulebook) -> None:
    """A PDF that anyone may open is read as usual, though printing may be forbidden."""
    path = locked(tmp_path / "owner.pdf", userPassword="", ownerPassword="abc")
    assert read_pack([path], rules)[0].blocks[0].text.startswith("The council buys")


def test_a_pdf_is_known_by_its_content(tmp_path: Path, rules: Rulebook) -> None:
    """A PDF without the ending in its name is read as a PDF."""
    path = draw(tmp_path / "tender.bin", hello)
    assert len(read_pack([path], rules)[0].pages) == 1


def test_progress_counts_pages_over_all_files(tmp_path: Path, rules: Rulebook) -> None:
    """The caller hears of every page, and in the end how many there are in all."""
    heard: list[tuple[int, int, str]] = []
    paths = [draw(tmp_path / "one.pdf", hello, hello), draw(tmp_path / "two.pdf", hello)]
    read_pack(paths, rules, lambda done, total, name: heard.append((done, total, name)))
    assert [done for done, _, _ in heard] == [1, 2, 3]
    assert sorted(name for _, _, name in heard) == ["one.pdf", "one.pdf", "two.pdf"]
    assert heard[-1][1] == 3
    assert all(done <= total for done, total, _ in heard)


def test_an_error_of_the_caller_is_not_blamed_on_the_file(tmp_path: Path, rules: Rulebook) -> None:
    """What goes wrong in a progress bar is no broken PDF."""

    def stop(done: int, total: int, name: str) -> None:
        raise ValueError("no terminal")

    with pytest.raises(ValueError, match="no terminal"):
        read_pack([draw(tmp_path / "one.pdf", hello)], rules, stop)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Volume 1 - Invitation to Tender.pdf", FileRole.ITT),
        ("Evaluation_Annex_v2.pdf", FileRole.EVALUATION),
        ("Service Specification.pdf", FileRole.SPECIFICATION),
        ("Draft contract.pdf", FileRole.CONTRACT),
        ("SQ.pdf", FileRole.SELECTION),
        ("Pricing schedule.pdf", FileRole.PRICING),
        ("letter.pdf", FileRole.OTHER),
    ],
)
def test_the_role_of_a_file_is_told_by_its_name(tmp_path: Path, rules: Rulebook, name: str, role: FileRole) -> None:
    """The name is the surest sign of what a file is for."""
    assert read_pack([draw(tmp_path / name, hello)], rules)[0].role is role


def test_the_role_of_a_file_may_stand_in_its_title(tmp_path: Path, rules: Rulebook) -> None:
    """A file with a name that says nothing is known by the title on its first page."""

    def page(canvas: Canvas) -> None:
        write(canvas, 60, 760, "Invitation to Tender", size=24, bold=True)
        write(canvas, 60, 700, "The council buys a service and asks what else comes with it, and")
        write(canvas, 60, 687, "whether the people who do the work are paid a living wage.")

    (document,) = read_pack([draw(tmp_path / "doc1.pdf", page)], rules)
    assert document.title == "Invitation to Tender"
    assert document.role is FileRole.ITT


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path, rules: Rulebook) -> None:
    """Every finding names its file, so no two files of a pack may share a name; their roles stay the same."""
    for folder in ("lot 1", "contract/lot 2"):
        (tmp_path / folder).mkdir(parents=True)
        draw(tmp_path / folder / "doc.pdf", hello)
    draw(tmp_path / "itt.pdf", hello)
    documents = read_pack([tmp_path / "lot 1", tmp_path / "contract" / "lot 2", tmp_path / "itt.pdf"], rules)
    assert [one.name for one in documents] == ["lot 1/doc.pdf", "lot 2/doc.pdf", "itt.pdf"]
    assert [one.role for one in documents] == [FileRole.OTHER, FileRole.OTHER, FileRole.ITT]


def test_a_page_without_a_size_that_makes_sense_is_a_broken_pdf(tmp_path: Path, rules: Rulebook) -> None:
    """A PDF that opens but whose pages cannot be listed is told like any other broken one, beside others too."""
    whole = draw(tmp_path / "whole.pdf", hello)
    bad = tmp_path / "bad.pdf"
    data = whole.read_bytes()
    start = data.index(b"/MediaBox")
    box = data[start : data.index(b"]", start) + 1]
    bad.write_bytes(data.replace(box, b"/MediaBox [ (a) ]".ljust(len(box))))
    assert slug([bad], rules) == "broken-pdf"
    first, second = read_pack([bad, whole], rules)
    assert first.note == "the PDF is damaged"
    assert second.note == ""


def test_a_folder_that_may_not_be_opened_is_refused_in_one_line(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without the right to list it is the user's to mend, and no fault of the tool."""

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert slug([tmp_path], rules) == "unreadable-file"


def test_a_file_of_another_kind_does_not_stop_the_rest(tmp_path: Path, rules: Rulebook) -> None:
    """A text file renamed .pdf and an empty one are noted, and the good file beside them is read."""
    (tmp_path / "a.txt").write_text("Social value is scored.", encoding="utf-8")
    (tmp_path / "b.pdf").write_text("not a PDF", encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"")
    documents = read_pack([tmp_path / name for name in ("a.txt", "b.pdf", "c.pdf")], rules)
    assert [bool(document.note) for document in documents] == [False, True, True]
    assert "not a PDF" in documents[1].note
    with pytest.raises(UnreadableFile, match="not a PDF"):
        read_pack([tmp_path / "b.pdf", tmp_path / "c.pdf"], rules)
