"""Which tenders a folder holds, and what tenders.csv says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.survey import about
from checker.survey.tenders import find


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, a pack with a folder inside, a pack without a PDF, and things that are no tender."""
    for name in ("a.pdf", "b.txt", "pack/1.pdf", "pack/more/2.pdf", "bare/notes.docx", ".hidden/x.pdf", "out/y.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"%PDF-")
    (tmp_path / "readme.docx").write_bytes(b"no tender")
    return tmp_path


def test_each_file_and_each_folder_is_a_tender(folder: Path) -> None:
    """A pack holds the PDFs of its own folders; one without PDFs is counted; the results are not surveyed."""
    found = find(str(folder), folder / "out")
    assert [tender.name for tender in found.tenders] == ["a", "b", "bare", "pack"]
    assert found.tenders[3].places == (str(folder / "pack"), str(folder / "pack" / "more"))


def test_tenders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """A file keeps its ending where a folder or another file has its name."""
    for name in ("a.pdf", "a.txt", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-")
    (tmp_path / "b").mkdir()
    assert [tender.name for tender in find(str(tmp_path), tmp_path / "out").tenders] == ["a.pdf", "a.txt", "b", "b.pdf"]


def test_a_place_behind_a_url_is_listed_in_the_same_way(folder: Path) -> None:
    """fsspec finds the same tenders, each with the URLs of its PDFs."""
    near = find(str(folder), folder / "elsewhere")
    far = find(f"file://{folder}", folder / "elsewhere")
    assert [tender.name for tender in far.tenders] == [tender.name for tender in near.tenders]
    packs = {tender.name: tender.places for tender in far.tenders}
    assert packs["pack"] == (f"file://{folder}/pack/1.pdf", f"file://{folder}/pack/more/2.pdf")
    assert packs["bare"] == ()


def test_a_folder_without_tenders_is_refused(tmp_path: Path) -> None:
    """An empty folder and a missing one are told in one line."""
    for place in (tmp_path, tmp_path / "missing"):
        with pytest.raises(CheckerError, match="Cannot read"):
            find(str(place), tmp_path / "out")


def test_tenders_csv_joins_by_folder(folder: Path) -> None:
    """Facts join by the name of a folder or file, with or without its ending; names without a tender are told."""
    (folder / about.NAME).write_text(
        "Folder,Title,Buyer,Buyer type,Value,Date\n"
        'pack,Street cleaning,Aldmoor Council,council,"£4,000,000",2026-03-02\n'
        "a.pdf,Meals,,,,\nb,Laundry,,,,\n\nnowhere,Lost,,,,\n",
        encoding="utf-8-sig",
    )
    found = find(str(folder), folder / "out")
    facts = {tender.name: dict(tender.facts) for tender in found.tenders}
    assert facts["pack"] == {
        "title": "Street cleaning",
        "buyer": "Aldmoor Council",
        "buyer_type": "council",
        "value": "4000000",
        "date": "2026-03-02",
    }
    assert (facts["a"], facts["b"], facts["bare"]) == ({"title": "Meals"}, {"title": "Laundry"}, {})
    assert found.unmatched == ("nowhere",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title,buyer\nx,y\n", "line 1: no column is called folder"),
        ("folder,colour\nx,red\n", "line 1: the column 'colour' is not known"),
        ("folder,buyer_type\nx,shop\n", "line 2: The fact buyer_type cannot be 'shop'"),
        ("folder,date\nx,2026-01-01\ny,last May\n", "line 3: The fact commenced cannot be 'last May'"),
        ("folder,value\nx,lots\n", "line 2: The fact value_gbp cannot be 'lots'"),
        ("folder,title\nx,y\nx,z\n", "line 3: x is named twice"),
        ("folder,title\nx\n", "line 2: it has 1 cells and the first line 2"),
    ],
)
def test_a_fault_in_tenders_csv_is_told_with_its_line(text: str, told: str) -> None:
    """Nothing is guessed: an unknown column or a value that is no day, sum or buyer type stops the survey."""
    with pytest.raises(CheckerError) as problem:
        about.about(text)
    assert told in str(problem.value)
