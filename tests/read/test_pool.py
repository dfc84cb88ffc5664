"""Files from strangers are opened by processes of their own: what goes wrong there costs a page, not the check."""

from __future__ import annotations

import os
import pickle
import signal
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from checker.errors import UnreadableFile
from checker.model import Document, Limits, Rulebook
from checker.read import Reading, read_pack
from checker.read.process import BrokeDown, Reader, _Nouns, end_idle, give_back, take

from .drawing import draw_raw

TEXT = b"BT /F1 12 Tf 72 700 Td (Social value carries 10% of the overall score.) Tj ET"
BOMB = zlib.compress(b"\0" * (1 << 30), 9)
"""A gibibyte of nothing, packed to a megabyte."""
SLOW = zlib.compress(b"0 0 m 1 1 2 2 3 3 c S " * 1_000_000, 9)
"""A million curves on one page."""
FULL = zlib.compress(b"BT /F1 1 Tf " + b"0 -1 Td (letters without end) Tj " * 60_000 + b"ET", 9)
"""Over a million letters on one page."""
LINES = zlib.compress(b"0 0 m 9 9 l S " * 300_000, 9)


def read(path: Path, rules: Rulebook, limits: Limits) -> Document:
    """One file, read within limits."""
    (document,) = read_pack([path], rules, limits=limits)
    return document


def notes(document: Document) -> dict[int, str]:
    """The pages that were not read, and why."""
    return {page.number: page.note for page in document.unreadable}


def children() -> set[int]:
    """The processes that this one has started and that still run."""
    found = set()
    for task in Path("/proc/self/task").iterdir():
        found |= {int(pid) for pid in (task / "children").read_text(encoding="ascii").split()}
    return found


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """Whatever happens in a test, no reader outlives it but those that wait for another file."""
    end_idle()
    before = children()
    yield
    end_idle()
    assert children() <= before


def test_a_page_that_swells_is_noted_and_the_others_are_read(tmp_path: Path, rules: Rulebook) -> None:
    """A small stream that unpacks to a gibibyte does not fill the machine."""
    path = draw_raw(tmp_path / "a.pdf", [(TEXT, ""), (BOMB, "/Filter/FlateDecode"), (TEXT, "")])
    document = read(path, rules, Limits(memory=400))
    assert notes(document) == {2: "it takes more memory to read than allowed"}
    assert [block.page for block in document.blocks] == [1, 3]


def test_a_page_that_takes_too_long_is_noted_and_the_others_are_read(tmp_path: Path, rules: Rulebook) -> None:
    """A page of a million curves does not hold up the check."""
    path = draw_raw(tmp_path / "a.pdf", [(TEXT, ""), (SLOW, "/Filter/FlateDecode"), (TEXT, "")])
    document = read(path, rules, Limits(page_seconds=2, memory=8000))
    assert notes(document) == {2: "it takes longer to read than allowed"}
    assert [block.page for block in document.blocks] == [1, 3]


def test_a_page_that_holds_too_much_is_noted_and_the_others_are_read(tmp_path: Path, rules: Rulebook) -> None:
    """Letters and lines are counted while they are read, so that neither memory nor patience runs out."""
    pages = [(TEXT, ""), (FULL, "/Filter/FlateDecode"), (LINES, "/Filter/FlateDecode"), (TEXT, "")]
    document = read(draw_raw(tmp_path / "a.pdf", pages), rules, Limits())
    said = "it holds more letters or lines than a page of a tender would"
    assert notes(document) == {2: said, 3: said}
    assert [block.page for block in document.blocks] == [1, 4]


def test_a_file_that_holds_too_much_is_left_half_read(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The letters of a file are counted over its pages."""
    monkeypatch.setattr("checker.read.pool._MOST_LETTERS", 100)
    document = read(draw_raw(tmp_path / "a.pdf", [(TEXT, "")] * 5), rules, Limits(processes=1))
    assert notes(document) == dict.fromkeys((4, 5), "the file holds more text than a tender would")


def test_a_file_that_takes_too_long_is_left_half_read(tmp_path: Path, rules: Rulebook) -> None:
    """What was read counts, and the rest is said not to have been."""
    document = read(draw_raw(tmp_path / "a.pdf", [(TEXT, "")] * 4), rules, Limits(file_seconds=0))
    assert set(notes(document)) == {2, 3, 4}
    assert set(notes(document).values()) == {"the file took longer to read than allowed"}
    assert [block.page for block in document.blocks] == [1]


def test_a_file_with_too_many_pages_is_refused_at_once(tmp_path: Path, rules: Rulebook) -> None:
    """The limit is told, with the option that lifts it."""
    path = draw_raw(tmp_path / "a.pdf", [(TEXT, "")] * 6)
    with pytest.raises(UnreadableFile, match=r"it has more than 5 pages\. .* --max-pages"):
        read(path, rules, Limits(pages=5))
    assert len(read(path, rules, Limits(pages=6)).pages) == 6


def test_a_file_that_is_too_big_is_not_even_opened(tmp_path: Path, rules: Rulebook) -> None:
    """Its size on disk is enough to refuse it."""
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(2 << 20)
    with pytest.raises(UnreadableFile, match="it has more than 1 MiB"):
        read(path, rules, Limits(file_size=1))


def test_a_reader_that_is_killed_is_replaced(tmp_path: Path, rules: Rulebook) -> None:
    """The page on which it died gets a note; every other page is read by the next one."""
    path = draw_raw(tmp_path / "a.pdf", [(TEXT, ""), (SLOW, "/Filter/FlateDecode"), *[(TEXT, "")] * 10])

    def kill(done: int, total: int, name: str) -> None:
        if done == 1:
            time.sleep(0.5)
            for pid in children():
                os.kill(pid, signal.SIGKILL)

    with Reading([path], Limits(memory=8000, processes=1)) as reading:
        (document,) = reading.documents(rules, kill)
    assert notes(document) == {2: "the reader broke down on it"}
    assert [block.page for block in document.blocks] == [1, *range(3, 13)]


def test_many_files_and_pages_come_out_in_their_order(tmp_path: Path, rules: Rulebook) -> None:
    """Several readers at work make no difference to the result."""
    paths = [draw_raw(tmp_path / f"{n}.pdf", [(TEXT, "")] * pages) for n, pages in enumerate((1, 40, 3, 25))]
    alone, together = (read_pack(paths, rules, limits=Limits(processes=processes)) for processes in (1, 4))
    assert alone == together
    assert [len(document.pages) for document in together] == [1, 40, 3, 25]
    assert [page.number for page in together[1].pages] == list(range(1, 41))


def test_a_check_that_is_given_up_ends_its_readers(tmp_path: Path) -> None:
    """Leaving the `with` block early is enough."""
    path = draw_raw(tmp_path / "a.pdf", [(SLOW, "/Filter/FlateDecode")])
    with Reading([path], Limits(memory=8000)):
        pass


def test_a_reader_ends_when_svcheck_is_gone(tmp_path: Path) -> None:
    """Its input ends with the process that asked, and that is its sign to go."""
    reader = Reader(500)
    reader.ask(path=str(draw_raw(tmp_path / "a.pdf", [(TEXT, "")])), passwords=[], most=10)
    assert reader.answer(30) == ("opened", 1, "")
    assert reader._process.stdin is not None
    reader._process.stdin.close()
    assert reader._process.wait(timeout=30) == 0
    with pytest.raises(BrokeDown):
        reader.answer(5)
    reader.close()


def open_files(reader: Reader) -> set[Path]:
    """The files that a reader holds open; one that it closes while we look is none of them."""
    found = set()
    for link in Path(f"/proc/{reader._process.pid}/fd").iterdir():
        with suppress(OSError):
            found.add(link.readlink())
    return found


def test_a_reader_that_is_done_is_used_again(tmp_path: Path, rules: Rulebook) -> None:
    """The second tender is read by the process that read the first, which has let go of its file."""
    path = draw_raw(tmp_path / "a.pdf", [(TEXT, "")])
    read(path, rules, Limits(processes=1))
    first = children()
    read(path, rules, Limits(processes=1))
    assert children() == first
    reader = take(Limits().memory)
    # Letting go is asked for and not waited for.
    until = time.monotonic() + 30
    while path in open_files(reader) and time.monotonic() < until:
        time.sleep(0.05)
    assert path not in open_files(reader)
    give_back(reader)


@pytest.mark.parametrize("noun", [os.system, eval, pickle.loads, Path, Limits])
def test_a_reader_cannot_send_what_is_no_part_of_a_page(noun: Callable[..., object]) -> None:
    """Were a reader taken over by a file, it could still not make svcheck run anything."""
    import io

    with pytest.raises(pickle.UnpicklingError, match="is no part of a page"):
        _Nouns(io.BytesIO(pickle.dumps(("page", noun)))).load()
