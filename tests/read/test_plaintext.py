"""Plain text and Markdown read as documents of one page."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from checker.model import BlockKind, Role, Rulebook
from checker.read import read_pack, read_text

from .drawing import block, rows, texts

WRAPPED = """\
4.2 Award criteria

Bidders are asked what they will do for the people who live near
the depot. A good answer names the work, the people and the day,
and says who will see to it.
(a) jobs for people who have
been out of work for long;
(b) less carbon.
Closing date: 4 May 2026
Contact: the buying team
"""


def test_a_pasted_page_reads_as_its_paragraphs(rules: Rulebook) -> None:
    """Lines that clearly go on are joined; list items and lines with a key stay apart."""
    document = read_text(WRAPPED, "pasted.txt", rules)
    assert [(one.kind, one.text[:24]) for one in document.blocks] == [
        (BlockKind.HEADING, "4.2 Award criteria"),
        (BlockKind.PARAGRAPH, "Bidders are asked what t"),
        (BlockKind.BULLET, "(a) jobs for people who "),
        (BlockKind.BULLET, "(b) less carbon."),
        (BlockKind.PARAGRAPH, "Closing date: 4 May 2026"),
        (BlockKind.PARAGRAPH, "Contact: the buying team"),
    ]
    section = document.section_of(document.blocks[1])
    assert section is not None
    assert (section.number, section.role) == ("4.2", Role.AWARD)


def test_boxes_are_letters_across_and_lines_down(rules: Rulebook) -> None:
    """In plain text a point is one letter across and one line down."""
    document = read_text("First line.\n\nThe weight is 10% of all marks.", "text.txt", rules)
    only = block(document, "The weight")
    (box,) = only.boxes(14, 17)
    assert only.text[14:17] == "10%"
    assert (box.page, box.x0, box.top, box.x1, box.bottom) == (1, 14, 2, 17, 3)
    assert (document.pages[0].width, document.pages[0].height) == (31, 3)


def test_unwrapped_text_has_one_paragraph_a_line(rules: Rulebook) -> None:
    """Where lines are as long as paragraphs, every line is one."""
    long = "This line was never wrapped and goes on and on, for it holds a whole paragraph of the notice. " * 2
    document = read_text(
        f"A heading-like first line without a stop\n{long}\nAnother line follows\n", "notice.txt", rules
    )
    assert len(document.blocks) == 3


def test_markdown(rules: Rulebook) -> None:
    """Headings, bold words, lists and tables of Markdown lose their signs and keep their meaning."""
    text = (
        "# Evaluation\n\n**Social value** counts.\n\n- local jobs\n- less carbon\n\n"
        "| Criterion | Weight |\n|---|---|\n| Price | 60% |\n"
    )
    document = read_text(text, "page.md", rules)
    assert texts(document)[:4] == ["Evaluation", "Social value counts.", "local jobs", "less carbon"]
    assert document.blocks[0].kind is BlockKind.HEADING
    assert rows(document) == [["Criterion", "Weight"], ["Price", "60%"]]
    assert document.tables[0].header == 1


def test_a_table_set_with_spaces(rules: Rulebook) -> None:
    """Rows of as many pieces with wide spaces between are a table."""
    document = read_text("Criterion   Weight\nPrice   60%\nSocial value    10%\n", "page.txt", rules)
    assert rows(document) == [["Criterion", "Weight"], ["Price", "60%"], ["Social value", "10%"]]


def test_text_files_are_read_from_a_path(tmp_path: Path, rules: Rulebook) -> None:
    """A .txt file in an old encoding is read like any other."""
    path = tmp_path / "note.txt"
    path.write_bytes("The council’s aims – and £5m.".encode("cp1252"))
    assert texts(read_pack([path], rules)[0]) == ["The council’s aims – and £5m."]


def test_a_blank_text_has_no_blocks(rules: Rulebook) -> None:
    """Nothing but white space is an empty document, not an error."""
    assert read_text(" \n\n", "blank.txt", rules).blocks == ()


@given(st.text("ab A.,;:-(1)•|#\n\t", max_size=120))
def test_any_text_keeps_its_letters_and_places(rules: Rulebook, text: str) -> None:
    """No text makes the reader fail, and each letter's box is the place where it stands in the file."""
    document = read_text(text, "any.txt", rules)
    lines = text.split("\n")
    for one in document.blocks:
        for line in one.lines:
            for n in range(line.start, line.end):
                if not one.text[n].isspace():
                    assert lines[int(line.top)][int(line.lefts[n - line.start])] == one.text[n]
