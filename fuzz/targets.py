"""What is tried: each target makes input, gives it to a part of svcheck, and lets through only the errors promised."""

from __future__ import annotations

import shutil
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

import checker
from checker import match, read, report, rulebook, weigh
from checker import score as scoring
from checker.errors import CheckerError
from checker.model import Document, Rulebook
from checker.read.extract import Opened
from checker.read.pack import _assembled
from checker.read.pdf import assemble_pages
from checker.read.trouble import CannotOpen

from .mutants import KINDS, Edit, mutated
from .raw import pdf_of

ROOT = Path(__file__).parent.parent
_PAGES = 3
"""Pages read of one damaged file: what goes wrong goes wrong on the first ones."""

edits = st.lists(
    st.builds(
        Edit, st.sampled_from(KINDS), st.floats(0, 1, exclude_max=True), st.floats(0, 1), st.integers(0, (1 << 16) - 1)
    ),
    max_size=8,
)
"""What may be done to a file."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to be tried: how its input is made, and what is done with it."""

    made: st.SearchStrategy[bytes]
    tried: Callable[[bytes], None]


@cache
def rules() -> Rulebook:
    """The rules that ship with svcheck."""
    return checker.load_rules()


@cache
def _samples() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((ROOT / "samples").rglob("*.pdf")))


@cache
def _pages() -> tuple[bytes, ...]:
    """The drawing commands of the samples' pages, unpacked."""
    import pdfplumber

    found = []
    for path in sorted((ROOT / "samples").rglob("*.pdf")):
        with pdfplumber.open(path) as pdf:
            found += [b"\n".join(part.get_data() for part in page.page_obj.contents) for page in pdf.pages[:6]]
    return tuple(found)


@cache
def _rule_files() -> tuple[tuple[str, bytes], ...]:
    folder = ROOT / "rules"
    return tuple((p.relative_to(folder).as_posix(), p.read_bytes()) for p in sorted(folder.rglob("*.yaml")))


def chain(document: Document) -> None:
    """Everything that follows on reading, up to the outputs."""
    documents = (document,)
    findings = match.find(documents, rules())
    facts = match.detect(documents, rules(), findings)
    weighing = weigh.weigh(documents, rules(), findings)
    findings, weighing, facts = scoring.number(findings, weighing, facts)
    day = date(2026, 11, 22)
    result = report.to_dict(scoring.score(documents, rules(), findings, weighing, facts, as_of=day, version="0"))
    for make in (report.to_json, report.to_csv, report.to_html, report.to_text):
        make(result)


def try_file(data: bytes) -> None:
    """A file from first byte to report; a file that does not open is no trouble, if it says so."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tender.pdf"
        path.write_bytes(data)
        try:
            opened = Opened(path, (), 3000)
            drafts = [opened.page(number) for number in range(1, min(opened.count, _PAGES) + 1)]
            opened.close()
        except (CannotOpen, MemoryError):
            return
    document = _assembled(assemble_pages(drafts, rules()), "tender.pdf", "0" * 64, 1, rules())
    if zlib.crc32(data) % 4 == 0:  # what follows takes longer than the reading
        chain(document)


def try_page(commands: bytes) -> None:
    """One page made of drawing commands."""
    try_file(pdf_of([commands]))


def try_rules(data: bytes) -> None:
    """A rule file of a pack that builds on the shipped rules: faults are told, nothing else happens."""
    name, _, text = data.partition(b"\0")
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "pack"
        place = pack / name.decode()
        place.parent.mkdir(parents=True)
        head = b'format: 1\nid: tried\nversion: "1"\ntitle: Tried\nstands_alone: yes\n'
        (pack / "pack.yaml").write_bytes(head)
        place.write_bytes(text)
        try:
            book = rulebook.load([pack])
            rulebook.describe(book, next(iter(book.rules)).id) if book.rules else None
            rulebook.pages(book)
            match.find((read.read_text("Social value: the supplier shall report 10 jobs.", "a.txt", book),), book)
        except CheckerError:
            pass
        finally:
            shutil.rmtree(pack)


def try_given(data: bytes) -> None:
    """An offer, and the same file as waivers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.yaml"
        path.write_bytes(data)
        for load in (rulebook.load_offer, rulebook.load_waivers):
            try:
                load(path, rules())
            except CheckerError:
                continue


def try_text(data: bytes) -> None:
    """A plain text, from its letters to the report: the weight parser meets every odd number."""
    text = data.decode("utf-8", errors="replace")
    chain(read.read_text(text, "tender.md" if text.startswith("#") else "tender.txt", rules()))


_WORDS = st.sampled_from((
    "Price", "Quality", "Social value", "Total", "Weighting", "Criterion", "Sub-criteria", "Lot 1", "Lots 2 to 4",
    "Lot", "Award criteria", "score", "marks", "%", "10%", "0%", "100%", "5-10%", "10 - 20 %", "x", "TBC", "N/A",
    "[insert]",
    "____%", "1,000", "1.000", "1/3", "½", "ten per cent", "ten percent", "out of", "of which", "Pass/Fail", "minimum",
    "at least", "up to", "maximum", "500 words", "2 sides of A4", "words", "Question 1", "Q1.2", "1.1", "2.3.4", "a)",
    "(iv)", "•", "-", "–", ":", ";", ".", ",", "(", ")", "/", "=", "+", "£4m", "£250,000", "€", "²", "٣", "१०",
    "99999999999999999999", "0.000001", "1e400", "-5%", "+5", "%%", "is weighted", "carries", "will be scored",
    "The Supplier shall", "report quarterly", "to the Authority", "not", "no", "must", "should", "apprentices",
    "carbon", "tie-break", "weighting of", "the overall score", "overall", "quality score", "Technical", "Commercial",
    "Cost", "Section A", "Appendix 1", "31 March 2026", "2026-02-30", "30/02/2026", "12:30", "noon", "|",
))  # fmt: skip
_SEPARATORS = st.sampled_from((" ", " ", " ", "\n", "\n\n", " | ", "   ", "\t", " |\n| ", "\u00a0", "\r\n", "\f"))
_texts = st.lists(st.tuples(st.one_of(_WORDS, _WORDS, _WORDS, st.text(max_size=6)), _SEPARATORS), max_size=60).map(
    lambda parts: "".join(word + gap for word, gap in parts).encode("utf-8", errors="replace")
)
_OPERATORS = st.sampled_from(
    b"BT ET q Q cm w re m l c h f S s n W W* B b f* Tf Tj TJ Td TD Tm T* ' \" Tc Tw Tz TL Ts Tr rg RG g G k K cs CS sc"
    b" scn SCN sh Do BI ID EI BX EX BDC BMC EMC MP DP d i j J M ri gs true false null [ ] << >> ( ) < > / {}".split()
)
_operands = st.one_of(
    st.integers(-2000, 2000).map(lambda n: b"%d" % n),
    st.floats(width=32).map(lambda n: repr(n).encode()),
    st.sampled_from(
        (b"/F1", b"/F9", b"(Social value 10%)", b"<536f>", b"[(a) -200 (b)]", b"(\\777\\)", b"1e99", b"--1")
    ),
    st.binary(max_size=4),
)
_commands = st.lists(st.tuples(st.lists(_operands, max_size=6), _OPERATORS), max_size=40).map(
    lambda some: (
        b"BT /F1 12 Tf 72 700 Td (Social value carries 10%) Tj ET\n"
        + b"\n".join(b" ".join([*operands, operator]) for operands, operator in some)
    )
)


def _mutated_from(files: tuple[bytes, ...]) -> st.SearchStrategy[bytes]:
    return st.builds(mutated, st.sampled_from(files), st.sampled_from(files), edits)


def _mutated_rules() -> st.SearchStrategy[bytes]:
    files = _rule_files()
    texts = tuple(text for _, text in files)
    return st.tuples(st.sampled_from(files), st.sampled_from(texts), edits).map(
        lambda made: made[0][0].encode() + b"\0" + mutated(made[0][1], made[1], made[2])
    )


def targets() -> dict[str, Callable[[], Target]]:
    """Every target by its name; made when it is asked for, as the seeds take a moment to read."""
    given = tuple((ROOT / "samples" / name).read_bytes() for name in ("offer.yaml", "waivers.yaml"))
    sources = tuple(path.read_bytes() for path in sorted((ROOT / "samples" / "sources").rglob("*")) if path.is_file())
    return {
        "reader": lambda: Target(_mutated_from(_samples()), try_file),
        "page": lambda: Target(st.one_of(_commands, _mutated_from(_pages())), try_page),
        "rules": lambda: Target(_mutated_rules(), try_rules),
        "given": lambda: Target(_mutated_from(given), try_given),
        "weights": lambda: Target(st.one_of(_texts, _mutated_from(sources)), try_text),
    }
