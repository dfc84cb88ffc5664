"""Output files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
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
    with pytest.raises(CannotWrite, match="no PDF"):
        refuse_inputs([tmp_path / "other.pdf"], [tender])
    refuse_inputs([tmp_path / "scorecard.html"], [tender])


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file that a link points to is written; the link itself is not replaced by a file."""
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("before")
    link.symlink_to(real)
    write({link: "after"})
    assert link.is_symlink()
    assert real.read_text() == "after"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """A pipe or device such as /dev/null gets the text and is still there afterwards."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()), daemon=True)
    reader.start()
    write({pipe: "text"})
    still_a_pipe = stat.S_ISFIFO(pipe.stat().st_mode)
    if not still_a_pipe:  # the reader still waits for someone to open the pipe that was unlinked
        pytest.fail("the pipe was replaced by a file")
    reader.join(timeout=10)
    assert got == ["text"]


def test_a_text_that_cannot_be_encoded_leaves_nothing_behind(tmp_path: Path) -> None:
    """No hidden draft stays in the folder, whatever goes wrong while it is written."""
    with pytest.raises(UnicodeEncodeError):
        write({tmp_path / "a.html": "half a letter: \ud800"})
    assert list(tmp_path.iterdir()) == []
