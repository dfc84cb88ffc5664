"""A zip from a stranger stands for its PDFs, and can do no harm."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import UnreadableFile
from checker.model import LeftOut, Limits, Rulebook
from checker.read import Reading, look, read_pack
from checker.read.archives import Held, unpack

from .drawing import draw, write


@pytest.fixture
def pdf(tmp_path: Path) -> bytes:
    """A PDF of one page."""
    (tmp_path / "source").mkdir()
    path = draw(tmp_path / "source" / "one.pdf", lambda canvas: write(canvas, 72, 700, "The council buys."))
    return path.read_bytes()


def packed(path: Path, members: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip with these members."""
    with zipfile.ZipFile(path, "w", way) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def refusal(path: Path) -> str:
    """The short name of the error that looking at a zip ends in, told in one line."""
    with pytest.raises(UnreadableFile) as told:
        look([path])
    assert "\n" not in str(told.value)
    return told.value.slug


def test_a_zip_stands_for_its_pdfs(tmp_path: Path, rules: Rulebook, pdf: bytes) -> None:
    """At any depth, by name; the same file twice is read once, and what is no PDF is named."""
    other = pdf.replace(b"%%EOF", b"%%EOF\n")
    path = packed(tmp_path / "pack.zip", {
        "b/Spec.pdf": pdf, "a/ITT.PDF": other, "again.pdf": pdf, "prices.xlsx": b"x",
        "__MACOSX/._ITT.pdf": b"x", "b/": b"",
    })  # fmt: skip
    found = look([path])
    assert list(found.files) == ["ITT.PDF", "again.pdf"]
    assert found.left_out == (
        LeftOut("Spec.pdf", "it is the same file as again.pdf", "again.pdf"),
        LeftOut("pack.zip/prices.xlsx", "it is no PDF"),
    )
    with Reading(found, Limits()) as reading:
        documents = reading.documents(rules)
    assert [document.name for document in documents] == ["ITT.PDF", "again.pdf"]
    assert [document.blocks[0].text for document in documents] == ["The council buys."] * 2


def test_nothing_is_unpacked_to_a_place_with_a_name(
    tmp_path: Path, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a zip is read its folder and the one for temporary files stay as they were."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    path = packed(tmp_path / "pack.zip", {"a.pdf": pdf})
    listing = look([path])
    place = listing.files["a.pdf"]
    assert place.read_bytes() == pdf
    assert list(temporary.iterdir()) == []
    del listing
    assert not place.exists()


def test_where_files_need_a_name_they_are_private_and_removed(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """On other systems than Linux a folder that nobody else may look into holds them."""
    monkeypatch.delattr(os, "O_TMPFILE")
    held = Held()
    assert stat.S_IMODE(held.path.parent.stat().st_mode) == 0o700
    folder = held.path.parent
    del held
    assert not folder.exists()


@pytest.mark.parametrize(("name", "why"), [
    ("../../etc/itt.pdf", "its name leads out of the zip"),
    ("/etc/itt.pdf", "its name leads out of the zip"),
    ("C:\\itt.pdf", "its name leads out of the zip"),
    ("a\\..\\..\\itt.pdf", "its name leads out of the zip"),
    ("inner.zip", "it is an archive inside an archive"),
    ("inner.tar.gz", "it is an archive inside an archive"),
    ("terms.docx", "it is no PDF"),
])  # fmt: skip
def test_members_that_are_left_where_they_are(tmp_path: Path, pdf: bytes, name: str, why: str) -> None:
    """Each is named with the reason, and the rest of the zip is read."""
    found = look([packed(tmp_path / "pack.zip", {name: pdf, "good.pdf": pdf + b"\n"})])
    assert list(found.files) == ["good.pdf"]
    (left,) = found.left_out
    assert left.why == why
    assert ".." not in left.name


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path, pdf: bytes) -> None:
    """Its content would be the path of another file."""
    info = zipfile.ZipInfo("link.pdf")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
        archive.writestr("good.pdf", pdf)
    assert [left.why for left in look([tmp_path / "pack.zip"]).left_out] == ["it is a link"]


def test_a_locked_member_is_named(tmp_path: Path, pdf: bytes) -> None:
    """The password of a zip is not asked for."""
    path = packed(tmp_path / "pack.zip", {"locked.pdf": pdf, "good.pdf": pdf + b"\n"}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert [left.why for left in look([path]).left_out] == ["it is locked with a password inside the zip"]


def test_a_bomb_is_not_unpacked(tmp_path: Path, pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a member that grows a thousandfold, nor many that fill a disk, nor more members than a tender has."""
    zeros = b"%PDF-1.4" + b"\0" * (30 << 20)
    found = look([packed(tmp_path / "pack.zip", {"bomb.pdf": zeros, "good.pdf": pdf})])
    assert [left.why for left in found.left_out] == ["it unpacks to far more than a PDF would"]
    assert list(found.files) == ["good.pdf"]
    assert refusal(packed(tmp_path / "many.zip", {f"{n}.pdf": b"%PDF" for n in range(2001)})) == "zip-too-big"
    monkeypatch.setattr("checker.read.archives.MOST_BYTES", 2 * len(pdf) + 1)
    members, left = unpack(packed(tmp_path / "full.zip", {f"{n}.pdf": pdf for n in range(4)}))
    assert len(members) == 2
    assert [one.why for one in left] == ["the zip is too big"] * 2


@pytest.mark.parametrize("damage", [
    lambda data: data[: len(data) // 2],
    lambda data: data[:40] + b"\xff" * 40 + data[80:],
    lambda data: data[:-30] + b"\xff" * 8 + data[-22:],
    lambda _: b"PK\x03\x04" + b"\0" * 100,
])  # fmt: skip
def test_a_damaged_zip_is_told_in_one_line(tmp_path: Path, pdf: bytes, damage: Callable[[bytes], bytes]) -> None:
    """Whatever of it is broken."""
    path = packed(tmp_path / "pack.zip", {"a.pdf": pdf})
    path.write_bytes(damage(path.read_bytes()))
    assert refusal(path) in ("broken-zip", "no-pdf-in-zip", "zip-too-big")


def test_a_zip_that_is_none_and_a_pdf_that_is_a_zip(tmp_path: Path, rules: Rulebook, pdf: bytes) -> None:
    """Content decides: a PDF is read whatever it is called, and a zip called .pdf is no PDF."""
    (tmp_path / "tender.zip").write_bytes(pdf)
    assert len(read_pack([tmp_path / "tender.zip"], rules)[0].pages) == 1
    with pytest.raises(UnreadableFile, match="it is not a PDF, whatever its name says"):
        read_pack([packed(tmp_path / "tender.pdf", {"a.pdf": pdf})], rules)


def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path, pdf: bytes) -> None:
    """A folder from a stranger may hold links to other files of this computer; one within it is an ordinary file."""
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "itt.pdf").write_bytes(pdf)
    (folder / "out.pdf").symlink_to(tmp_path / "source" / "one.pdf")
    (folder / "in.pdf").symlink_to(folder / "itt.pdf")
    (folder / "round.pdf").symlink_to(folder / "round.pdf")
    os.mkfifo(folder / "pipe.pdf")
    found = look([folder])
    assert list(found.files.values()) == [folder / "in.pdf"]
    assert found.left_out == (LeftOut("out.pdf", "it is a link that leads out of the folder given"),)


def test_a_pipe_or_device_is_refused(tmp_path: Path, rules: Rulebook) -> None:
    """It might never end."""
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path / "pipe.pdf", Path("/dev/zero")):
        with pytest.raises(UnreadableFile, match="it is not an ordinary file"):
            read_pack([path], rules)


def test_names_that_no_text_can_hold_are_shown_all_the_same(tmp_path: Path, rules: Rulebook, pdf: bytes) -> None:
    """Bytes that are no UTF-8, and signs that drive a terminal."""
    folder = tmp_path / "pack"
    folder.mkdir()
    for name in (b"a\xff.pdf", b"b\x1b[31m.pdf", b"c\n.pdf"):
        (folder / os.fsdecode(name)).write_bytes(pdf + name)
    assert [document.name for document in read_pack([folder], rules)] == ["a\\xff.pdf", "b?[31m.pdf", "c?.pdf"]
