"""Pages that are pictures are read by tesseract, and what is found there is the same as on printed pages."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker import pipeline, report
from checker.cli import main
from checker.model import FROM_PICTURE, Limits, Rulebook
from checker.read import read_pack, scans
from checker.read.process import Reader
from checker.read.scans import NoTesseract, set_as_letters, words
from checker.read.strips import set_in_strips

from .drawing import draw, texts, write

SAMPLES = Path(__file__).parent.parent.parent / "samples"
RESOLUTION = 200
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def photographed(source: Path, place: Path) -> Path:
    """A PDF of pictures: what comes out of a scanner."""
    pdf = pypdfium2.PdfDocument(str(source))
    canvas = Canvas(str(place / source.name), invariant=1)
    for page in pdf:
        size = page.get_size()
        picture = page.render(scale=RESOLUTION / 72).to_pil().convert("L")
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    pdf.close()
    return Path(place / source.name)


def checked(paths: Sequence[Path], rules: Rulebook, *, ocr: bool = False) -> dict[str, Any]:
    """The result of a check."""
    return report.to_dict(pipeline.check(paths, rules=rules, limits=Limits(ocr=ocr)))


def named(result: dict[str, Any]) -> set[str]:
    """The themes of the disconnect matrix."""
    return {row["theme"] for row in result["priorities"] if row["theme"]}


def weights(result: dict[str, Any]) -> set[tuple[str, float | None]]:
    """Every criterion with its weight, whatever it hangs below."""
    rows, waiting = set(), list(result["weights"])
    while waiting:
        row = waiting.pop()
        rows.add((row["name"], row["percent"]))
        waiting += row["children"]
    return rows


@pytest.mark.parametrize("name", ["grounds-maintenance", "two-weights"])
def test_a_photographed_pack_gives_what_the_printed_one_gives(name: str, tmp_path: Path, rules: Rulebook) -> None:
    """Social value, every weight and at least 95% of the themes are found again, at the same places of the pages."""
    printed = sorted((SAMPLES / name).glob("*.pdf"))
    before = checked(printed, rules)
    after = checked([photographed(path, tmp_path) for path in printed], rules, ocr=True)
    assert after["social_value"]["award_criterion"] == before["social_value"]["award_criterion"]
    for key in ("weight", "weight_conflicts"):
        assert figures(after["social_value"][key]) == figures(before["social_value"][key])
    assert weights(before) <= weights(after)
    assert len(named(after) & named(before)) >= 0.95 * len(named(before))
    assert all(len(file["ocr_pages"]) == file["pages"] and not file["unreadable_pages"] for file in after["files"])
    assert all(finding["ocr"] for finding in after["findings"])
    assert not any(finding["ocr"] for finding in before["findings"])
    places = {(f["file"], f["page"], f["quote"]): f["boxes"][0] for f in before["findings"]}
    keyed = [((f["file"], f["page"], f["quote"]), f["boxes"][0]) for f in after["findings"]]
    shared = [(box, places[key]) for key, box in keyed if key in places]
    near = [all(abs(a - b) < 12 for a, b in zip(mine, theirs, strict=True)) for mine, theirs in shared]
    assert len(shared) > 0.6 * len(before["findings"])
    assert sum(near) > 0.7 * len(near)


def figures(weight: Any) -> Any:
    """A weight, or a list of them, without the ids of what shows it."""
    if isinstance(weight, list):
        return [figures(one) for one in weight]
    return {key: value for key, value in weight.items() if key != "evidence"} if weight else weight


def test_the_page_that_is_a_picture_is_read_on_demand(rules: Rulebook) -> None:
    """Without --ocr it is named as unread; with it the weights that stand only there are found, and marked."""
    paths = list((SAMPLES / "image-only-page").glob("*.pdf"))
    without, result = checked(paths, rules), checked(paths, rules, ocr=True)
    assert [page["page"] for page in without["files"][0]["unreadable_pages"]] == [6]
    assert without["social_value"]["weight"] is None
    (file,) = result["files"]
    assert file["unreadable_pages"] == []
    assert file["ocr_pages"] == [{"page": 6, "by": "svcheck"}]
    assert result["social_value"]["weight"]["stated"] == 10
    assert {row["percent"] for row in result["weights"]} == {45, 10}
    assert named(without) <= named(result)
    assert {finding["page"] for finding in result["findings"] if finding["ocr"]} == {6}
    page = report.to_html(result)
    assert "recognised from a picture" in page
    assert "Read by OCR" in page
    assert "By OCR" in report.to_text(result)


def test_a_stamp_on_a_scan_does_not_hide_what_it_shows(tmp_path: Path, rules: Rulebook) -> None:
    """A page number printed over a scan is text, but the page is read from its picture all the same."""
    said = "Social value counts for ten per cent of the marks."
    plain = draw(tmp_path / "plain.pdf", lambda canvas: write(canvas, 72, 700, said, size=14))
    with pypdfium2.PdfDocument(str(plain)) as pdf:
        picture = pdf[0].render(scale=RESOLUTION / 72).to_pil()

    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        write(canvas, 500, 30, "Page 1", size=8)

    stamped = draw(tmp_path / "stamped.pdf", page)
    (document,) = read_pack([stamped], rules, limits=Limits(ocr=True))
    assert said in texts(document)
    assert document.pages[0].ocr == FROM_PICTURE


def test_without_tesseract_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1, before anything is read."""
    monkeypatch.setenv("PATH", str(tmp_path))
    told = CliRunner().invoke(main, ["check", str(next((SAMPLES / "image-only-page").glob("*.pdf"))), "--ocr"])
    assert told.exit_code == 1
    assert len(told.stderr.strip().splitlines()) == 1
    assert "tesseract" in told.stderr
    assert "Install it" in told.stderr
    assert not list(tmp_path.iterdir())


def test_tesseract_that_takes_too_long_is_ended() -> None:
    """The time for a page holds for it too."""
    white = b"P5\n2000 2000\n255\n" + b"\xff" * 4_000_000
    with pytest.raises(TimeoutError):
        scans._recognised(white, 200, 0.001)


def test_tesseract_that_cannot_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else is run in its place."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoTesseract):
        scans.must_be_there()


def table(*rows: str) -> str:
    """A table as tesseract writes it; each row is left, top, width, height, how sure it is, and the word."""
    lines = [f"5\t1\t1\t1\t{row.split()[0]}\t1\t" + "\t".join(row.split()[1:]) for row in rows]
    return "\n".join([HEAD, *lines])


def test_words_become_letters_in_their_places() -> None:
    """In points, on one base line, in one size, whatever letters the words hold."""
    found = words(table("1 100 200 80 30 96 Price", "1 200 200 40 30 95 40%"), 0.36)
    (strip,) = set_in_strips(set_as_letters(found), 1)
    assert strip.text == "Price 40%"
    assert strip.x0 == pytest.approx(36)
    assert strip.x1 == pytest.approx(86.4)
    assert strip.base == pytest.approx(82.8, abs=2)


def test_specks_and_drawn_lines_are_no_words() -> None:
    """What tesseract doubts, and the bars that it makes of the lines of a table."""
    found = words(table("1 0 0 10 30 12 ghost", "1 20 0 4 30 90 |", "1 40 0 60 30 90 |Weight"), 1)
    assert [word.text for word in found] == ["Weight"]


def test_a_dot_before_a_point_is_a_bullet() -> None:
    """Tesseract takes it for a letter."""
    letters = set_as_letters(words(table("1 0 10 10 10 90 e", "1 60 0 60 30 90 Local"), 0.36))
    assert "".join(glyph.text for glyph in letters) == "•Local"


def test_the_first_of_some_labels_is_told_by_the_second() -> None:
    """A1 is read as Al; beside A2 it is plain what is meant, and elsewhere it stays."""
    assert [word.text for word in words(table("1 0 0 20 30 90 Al", "2 0 50 20 30 90 A2"), 1)] == ["A1", "A2"]
    assert [word.text for word in words(table("1 0 0 20 30 90 Al", "2 0 50 20 30 90 B2"), 1)] == ["Al", "B2"]


def test_tesseract_ends_with_the_reader_that_started_it(tmp_path: Path) -> None:
    """Whether svcheck ends the reader or is itself gone, nothing is left at work."""
    place = tmp_path / "tesseract"
    place.write_text("#!/bin/sh\nexec sleep 600\n", encoding="utf-8")
    place.chmod(0o755)
    source = next((SAMPLES / "image-only-page").glob("*.pdf"))
    for leave in (lambda reader: reader.close(), lambda reader: reader._process.stdin.close()):
        reader = started(f"{tmp_path}:{os.environ['PATH']}")
        reader.ask(path=str(source), passwords=[], most=10, ocr=500)
        reader.answer(60)
        reader.ask(**{"from": 6, "to": 6})
        wait_for(lambda pid=reader._process.pid: children(pid))
        (child,) = children(reader._process.pid)
        leave(reader)
        wait_for(lambda at=Path(f"/proc/{child}/stat"): not at.exists() or at.read_text().split()[2] == "Z")
        reader.close()


def children(pid: int) -> list[str]:
    """The processes that a process started."""
    return [one for at in Path(f"/proc/{pid}/task").glob("*/children") for one in at.read_text().split()]


def started(path: str) -> Reader:
    """A reader that looks for programs in other folders first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", path)
        return Reader(768)


def wait_for(ready: Callable[[], object]) -> None:
    """Waits until something is so; fails after a minute."""
    end = time.monotonic() + 60
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.05)
