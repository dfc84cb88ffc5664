"""Output files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import CannotWrite
from checker.writing import refuse_inputs, write


def test_texts_are_written_whole(tmp_path: Path) -> None:
    """Every text stands in its file, and nothing else is left in the folder."""
    write({tmp_path / "a.html": "one", tmp_path / "deep" / "b.json": "two\n"})
    assert (tmp_path / "a.html").read_text() == "one"
    assert (tmp_path / "deep" / "b.json").read_text() == "two\n"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.html", "b.json", "deep"]


def test_when_one_file_cannot_be_written_none_is_changed(tmp_path: Path) -> None:
    """A folder in the way of the second file keeps the first file as it was."""
    first = tmp_path / "a.html"
    first.write_text("before")
    (tmp_path / "b.json").mkdir()
    with pytest.raises(CannotWrite, match="folder"):
        write({first: "after", tmp_path / "b.json": "two"})
    assert first.read_text() == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.html", "b.json"]


def test_a_tender_document_is_never_written_over(tmp_path: Path) -> None:
    """An output that is one of the inputs, or any PDF, is refused."""
    tender = tmp_path / "tender.txt"
    with pytest.raises(CannotWrite, match="tender document"):
        refuse_inputs([tender], [tender])
    with pytest.raises(CannotWrite, match="tender document"):
        refuse_inputs([tmp_path / "other.pdf"], [tender])
    refuse_inputs([tmp_path / "scorecard.html"], [tender])
