"""Rule files are read as text with places, whatever stands in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook import positions
from checker.rulebook.positions import Entries, Items, Source, Text, Unreadable


def parse(text: str) -> Entries:
    """The keys and values of a text without faults."""
    root, faults = positions.parse(text, Source(Path("rules.yaml"), "rules.yaml", tuple(text.splitlines())))
    assert faults == []
    return root


@pytest.mark.parametrize(
    "typed", ["no", "yes", "on", "null", "12:30", "1.10", "0x1F", "010", "1e3", "2026-11-22", ".5"]
)
def test_every_value_stays_as_it_was_typed(typed: str) -> None:
    """YAML's own reading of no, 12:30 or 1.10 never reaches a rule."""
    assert parse(f"value: {typed}\nvalues: [{typed}]") == {"value": typed, "values": [typed]}


def test_every_value_knows_its_line_and_column() -> None:
    """Line and column are those that an editor shows, from 1, also after letters that take several bytes."""
    root = parse("# first\nüber: {a: £5, b: x}\nlist:\n  - one\n  -\n  - [two]\n")
    group, items = root[Text("über")], root[Text("list")]
    assert isinstance(group, Entries)
    assert isinstance(items, Items)
    assert (group.line, group.col) == (2, 7)
    assert [(key.line, key.col, value.line, value.col) for key, value in group.items()] == [
        (2, 8, 2, 11),
        (2, 15, 2, 18),
    ]
    assert [(place.line, place.col) for place in items.places] == [(4, 5), (5, 4), (6, 5)]
    assert items == ["one", None, ["two"]]


def test_an_empty_value_is_nothing_and_an_empty_text_is_a_text() -> None:
    """`until:` says nothing; two quotes say an empty text."""
    assert parse("until:\ntilde: ~\nquoted: ''\n") == {"until": None, "tilde": None, "quoted": ""}


def test_a_text_over_several_lines_is_one_text() -> None:
    """Folded text becomes one line, literal text keeps its lines, and neither ends in an empty one."""
    assert parse("a: >-\n  one\n  two\nb: |\n  one\n  two\n") == {"a": "one two", "b": "one\ntwo"}


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    """Files that Windows wrote are read, and columns stay right."""
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"\xef\xbb\xbfformat: 1\r\nid: base\r\n")
    root, faults = positions.read(path)
    assert (root, faults) == ({"format": "1", "id": "base"}, [])
    assert next(iter(root)).col == 1


@pytest.mark.parametrize(("raw", "line", "col", "said"), [
    (b"a: 1\nb: caf\xe9\n", 2, 1, "not saved as UTF-8"),
    (b"a: 1\nb: x\x07y\n", 2, 5, "cannot be printed"),
    (b"a: 1\n" * 250_000, 1, 1, "larger than 1,000 kB"),
    (b"", 1, 1, "The file is empty"),
])  # fmt: skip
def test_a_file_that_is_no_text_is_told_at_its_place(
    tmp_path: Path, raw: bytes, line: int, col: int, said: str
) -> None:
    """Wrong encoding, control characters, enormous and empty files are faults, not crashes."""
    path = tmp_path / "rules.yaml"
    path.write_bytes(raw)
    with pytest.raises(Unreadable) as caught:
        positions.read(path)
    assert (caught.value.fault.line, caught.value.fault.col) == (line, col)
    assert said in caught.value.fault.message


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    """The reason that the computer gives is passed on."""
    with pytest.raises(Unreadable, match="cannot be read: No such file"):
        positions.read(tmp_path / "nowhere.yaml")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    """Whatever is typed, the answer is data or a fault that stands inside the file; never a crash."""
    lines = tuple(text.splitlines())
    try:
        root, faults = positions.parse(text, Source(Path("rules.yaml"), "rules.yaml", lines))
    except Unreadable as problem:
        faults = [problem.fault]
    else:
        assert isinstance(root, Entries)
    for fault in faults:
        assert 1 <= fault.line <= max(1, len(lines))
        assert fault.col >= 1
        assert fault.message


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])),
        min_size=1,
    )
)
def test_quoted_words_come_back_as_they_are(entries: dict[str, str]) -> None:
    """What stands in quotes is what the rule gets, with its own place."""
    text = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in entries.items())
    root = parse(text)
    assert root == entries
    assert [key.line for key in root] == list(range(1, len(entries) + 1))
