"""Output files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from checker.errors import CannotWrite
from checker.writing import refuse_inputs, refuse_unwritable, write


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


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Somebody else may have laid it; neither the link nor the file that it points to is changed."""
    real, link, dangling = tmp_path / "real.html", tmp_path / "link.html", tmp_path / "dangling.html"
    real.write_text("before")
    link.symlink_to(real)
    dangling.symlink_to(tmp_path / "nowhere.html")
    for place in (link, dangling):
        for refuse in (lambda place=place: write({place: "after"}), lambda place=place: refuse_unwritable([place])):
            with pytest.raises(CannotWrite, match="it is a link"):
                refuse()
    assert link.is_symlink()
    assert real.read_text() == "before"
    assert not (tmp_path / "nowhere.html").exists()


def test_a_place_that_cannot_be_written_is_told_beforehand(tmp_path: Path) -> None:
    """A folder, a file where a folder should be, a file system without files: no check is run in vain."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "folder", tmp_path / "file" / "a.html", Path("/proc/a.html")):
        with pytest.raises(CannotWrite, match="Cannot write"):
            refuse_unwritable([place])
    refuse_unwritable([tmp_path / "new" / "deep" / "a.html", Path("/dev/null")])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]


def test_without_nameless_files_the_result_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other systems than Linux have a hidden draft for a moment."""
    monkeypatch.setattr("checker.writing._nameless", lambda _: None)
    (tmp_path / "a.html").write_text("before")
    write({tmp_path / "a.html": "one", tmp_path / "b.html": "two"})
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.html": "one", "b.html": "two"}
    with pytest.raises(CannotWrite):
        write({tmp_path / "a.html": "three", tmp_path / "a.html" / "below.html": "four"})
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.html": "one", "b.html": "two"}


def test_the_draft_of_a_run_that_was_killed_is_cleared_away(tmp_path: Path) -> None:
    """The next run for the same place deletes it, and leaves the draft of one that is at work."""
    old, fresh = tmp_path / ".a.html.svcheck-1", tmp_path / ".a.html.svcheck-2"
    for draft in (old, fresh):
        draft.write_text("half")
    os.utime(old, (0, 0))
    write({tmp_path / "a.html": "whole"})
    assert sorted(p.name for p in tmp_path.iterdir()) == [".a.html.svcheck-2", "a.html"]


def test_an_existing_file_is_replaced_and_its_rights_are_ordinary(tmp_path: Path) -> None:
    """Whoever could read the last report can read this one."""
    place = tmp_path / "a.html"
    write({place: "one"})
    write({place: "two"})
    assert place.read_text() == "two"
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(place.stat().st_mode) == 0o666 & ~mask
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


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
