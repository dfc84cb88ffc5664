"""What a check writes beside the page: lists, annotated copies, links; and the places that are refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from test_cli import one_clear_line, svcheck

from checker import rulebook
from checker.model import Rulebook
from checker.outputs import default_page, relative_links

OFFER = """\
format: 1
provider: Harbourside Care
offer:
  local-jobs:
    - does: Recruits through two job centres.
      proof: Recruitment report 2025
"""
WAIVERS = """\
format: 1
waivers:
  - check: {check}
    reason: Decided by the board.
    who: Head of procurement
    until: {until}
"""


@pytest.fixture
def pack(samples: Path, tmp_path: Path) -> Path:
    """A folder with the two files of a sample, one of them twice, and a Word file."""
    folder = tmp_path / "pack"
    folder.mkdir()
    for file in (samples / "two-weights").glob("*.pdf"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "Z copy.pdf").write_bytes((folder / "Evaluation Annex.pdf").read_bytes())
    (folder / "Pricing.xlsx").write_bytes(b"PK")
    return folder


def test_everything_at_once(pack: Path, tmp_path: Path) -> None:
    """Page with pictures and links, lists, annotated copies, offer and waivers; identical files are read once."""
    (tmp_path / "offer.yaml").write_text(OFFER)
    (tmp_path / "waive.yaml").write_text(WAIVERS.format(check="C3", until="2027-01-31"))
    run = svcheck(
        "check", "pack", "-o", "page.html", "--json", "data.json", "--questions", "q.txt", "--fixes", "f.csv",
        "--annotate", "marked", "--offer", "offer.yaml", "--waive", "waive.yaml", "--as-of", "2026-11-22", cwd=tmp_path,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    data = json.loads((tmp_path / "data.json").read_text())
    assert [file["name"] for file in data["files"]] == ["Evaluation Annex.pdf", "ITT Communal Cleaning.pdf"]
    assert data["files_not_read"] == [
        {"name": "Z copy.pdf", "why": "it is the same file as Evaluation Annex.pdf", "same_as": "Evaluation Annex.pdf"},
        {"name": "Pricing.xlsx", "why": "it is no PDF", "same_as": None},
    ]
    assert "C3" not in data["verdict"]["commissioner"]["must"] + data["verdict"]["provider"]["must"]
    assert {one["theme"]: one["fit"] for one in data["offer"]["asked"]}["local-jobs"] == "strong"
    page = (tmp_path / "page.html").read_text()
    assert 'href="pack/ITT%20Communal%20Cleaning.pdf#page=' in page
    assert "data:image/png;base64," in page
    assert str(tmp_path) not in page
    assert len(page) < 1_000_000
    marked = sorted((tmp_path / "marked").iterdir())
    assert [file.name for file in marked] == ["Evaluation Annex-svcheck.pdf", "ITT Communal Cleaning-svcheck.pdf"]
    assert all(any(page.get("/Annots") for page in PdfReader(file).pages) for file in marked)
    assert (tmp_path / "q.txt").read_text().startswith("Clarification questions\n")
    assert (tmp_path / "f.csv").read_bytes().startswith(b"\xef\xbb\xbfnumber,severity")


def test_no_pictures_leaves_them_out(pack: Path, tmp_path: Path) -> None:
    """The option does what it says, and places are told all the same."""
    run = svcheck("check", pack, "-o", "page.html", "--no-pictures", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "page.html").read_text()
    assert "data:image" not in page
    assert re.search(r"page 1</a>, (top|middle|bottom) of the page", page)


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--offer", OFFER.replace("jobs:", "job:"), "4:3: No theme is called `local-job`; did you mean `local-jobs`?"),
        ("--offer", OFFER.replace("proof:", "prof:"), "6:7: `prof` is not a key here; did you mean `proof`?"),
        ("--waive", WAIVERS.format(check="C33", until="2027-01-31"), "3:12: No check is called `C33`; did you mean"),
        ("--waive", WAIVERS.format(check="C3", until="soon"), "6:12: `soon` is no date"),
        ("--waive", "format: 1\n", "1:1: `waivers:` is missing."),
    ],
)  # fmt: skip
def test_a_fault_in_an_added_file_is_one_line_with_its_place(
    pack: Path, tmp_path: Path, option: str, text: str, said: str
) -> None:
    """File, line, column, and what was probably meant; nothing is written."""
    (tmp_path / "given.yaml").write_text(text)
    run = svcheck("check", pack, option, "given.yaml", "-o", "x.html", cwd=tmp_path)
    assert f"given.yaml:{said}" in one_clear_line(run)
    assert not (tmp_path / "x.html").exists()


def test_a_missing_added_file_is_one_line(pack: Path, tmp_path: Path) -> None:
    """A name that was mistyped is told before anything is read."""
    run = svcheck("check", pack, "--offer", "nowhere.yaml", cwd=tmp_path)
    assert "nowhere.yaml:1:1: The file cannot be read" in one_clear_line(run)


def test_a_list_says_by_its_ending_what_it_is(pack: Path, tmp_path: Path) -> None:
    """Anything but .txt and .csv is a usage error."""
    for option in ("--questions", "--fixes"):
        run = svcheck("check", pack, option, "list.docx", cwd=tmp_path)
        assert run.returncode == 2
        assert ".txt" in run.stderr


def test_annotated_copies_never_lie_among_the_tender(pack: Path, tmp_path: Path) -> None:
    """A folder of the inputs is refused, and so is a file in the way; the originals are untouched."""
    before = {file.name: file.read_bytes() for file in pack.iterdir()}
    assert "tender documents are there" in one_clear_line(svcheck("check", pack, "--annotate", pack, cwd=tmp_path))
    one = pack / "Evaluation Annex.pdf"
    assert "tender documents are there" in one_clear_line(svcheck("check", one, "--annotate", pack, cwd=tmp_path))
    (tmp_path / "taken").write_text("a file")
    assert "it is a file" in one_clear_line(svcheck("check", pack, "--annotate", "taken", cwd=tmp_path))
    assert {file.name: file.read_bytes() for file in pack.iterdir()} == before


def test_links_go_only_to_files_near_the_page(tmp_path: Path) -> None:
    """Below the page's folder or beside it, with odd names made safe; never to a machine's own folders."""
    names = ("a b.pdf", "javascript:x.pdf", "50%#.pdf", "notes.txt")
    files = {name: tmp_path / "pack" / name for name in names}
    assert relative_links(files, tmp_path / "page.html") == {
        "a b.pdf": "pack/a%20b.pdf",
        "javascript:x.pdf": "pack/javascript%3Ax.pdf",
        "50%#.pdf": "pack/50%25%23.pdf",
    }
    assert relative_links(files, tmp_path / "out" / "page.html")["a b.pdf"] == "../pack/a%20b.pdf"
    assert relative_links(files, tmp_path / "far" / "away" / "page.html") == {}


def test_the_page_is_named_after_what_was_given(tmp_path: Path) -> None:
    """A folder gives its name, a file its name without ending."""
    assert default_page([tmp_path / "ITT v1.pdf"]) == Path("ITT v1-scorecard.html")
    assert default_page([tmp_path / "pack.v2"]) == Path("pack.v2-scorecard.html")


def test_the_samples_of_offer_and_waivers_can_be_used(samples: Path, rules: Rulebook) -> None:
    """What the README says can be copied is accepted by the rules that ship."""
    assert rulebook.load_offer(samples / "offer.yaml", rules).fit("skills") == "strong"
    assert [waiver.check for waiver in rulebook.load_waivers(samples / "waivers.yaml", rules)] == ["C3"]


def test_the_yaml_of_the_readme_is_accepted(samples: Path, tmp_path: Path, rules: Rulebook) -> None:
    """Both examples, word for word."""
    readme = (samples.parent / "README.md").read_text(encoding="utf-8")
    offer, waivers = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    for name, text in (("offer.yaml", offer), ("waivers.yaml", waivers)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert rulebook.load_offer(tmp_path / "offer.yaml", rules).provider == "Harbourside Care"
    assert rulebook.load_waivers(tmp_path / "waivers.yaml", rules)[0].who == "Head of procurement"
