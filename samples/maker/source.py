"""Reads the plain text in which a sample tender is written.

A source starts with a YAML head between two lines of three dashes, then one item after another, parted
by blank lines:

    # Heading            a numbered heading; the paragraphs under it are numbered clauses (4.1, 4.2 …)
    #! Heading           a heading with no number; "#! Annex A  Guidance {A}" numbers its clauses A1, A2 …
    ## Heading           a small heading inside a section, with no number
    > text               a paragraph with no number
    >> text              a title set large
    - text               a bullet
    (a) text             a lettered item
    ::: table widths=2,1 style=ruled
    | cell | cell |      a table, its first row the head
    :::
    \\newpage  \\landscape  \\portrait  \\special NAME  \\include FILE  \\scan PICTURE TITLE
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

LETTERED = re.compile(r"^(\([a-z]+\)) (.*)$")
COMMAND = re.compile(r"^\\(\w+) ?(.*)$")
PREFIX = re.compile(r"^(.*) \{([\w.]+)\}$")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a tender: what it is, its words, and for a table its rows and settings."""

    kind: str
    text: str = ""
    mark: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    settings: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A tender document as it was written: its head and its items, in order."""

    head: dict[str, Any]
    items: tuple[Item, ...]


def read_source(path: Path) -> Source:
    """Read one source file; `[[name]]` in it, and in what it includes, stands for a value of its head."""
    _, head_text, body = path.read_text(encoding="utf-8").split("---\n", 2)
    head: dict[str, Any] = yaml.safe_load(head_text)
    return Source(head, tuple(_items(body, path.parent, head)))


def _items(body: str, folder: Path, head: dict[str, Any]) -> list[Item]:
    body = re.sub(r"\[\[(\w+)\]\]", lambda hit: str(head["words"][hit[1]]), body)
    items: list[Item] = []
    for piece in _pieces(_curled(body)):
        command = COMMAND.match(piece)
        if command and command[1] == "include":
            included = (folder / command[2]).read_text(encoding="utf-8")
            items.extend(_items(included, folder, head))
        elif command and command[1] == "scan":
            picture, title = command[2].split(" ", 1)
            items.append(Item("scan", str(folder / picture), title))
        elif command:
            items.append(Item(command[1], command[2]))
        else:
            items.append(_item(piece))
    return items


def _curled(text: str) -> str:
    """The text with the curly quotation marks that a word processor puts in."""
    text = re.sub(r'"([^"\n]*)"', "\u201c\\1\u201d", text)
    return text.replace("'", "\u2019")


def _pieces(body: str) -> list[str]:
    """The items of a source as text, with each table in one piece and each list line in its own."""
    pieces: list[str] = []
    in_table = False
    fresh = True
    for line in body.splitlines():
        text = line.rstrip()
        if in_table:
            pieces[-1] += "\n" + text
            in_table = text != ":::"
        elif not text:
            fresh = True
        elif text.startswith(":::"):
            pieces.append(text)
            in_table = fresh = True
        elif fresh or text.startswith(("- ", "\\", "#", "> ", ">> ")) or LETTERED.match(text):
            pieces.append(text)
            fresh = False
        else:
            pieces[-1] += " " + text
    return pieces


def _item(piece: str) -> Item:
    if piece.startswith(":::"):
        return _table(piece)
    for sign, kind in (("#! ", "part"), ("## ", "small"), ("# ", "heading"), (">> ", "big"), ("> ", "plain")):
        if piece.startswith(sign):
            text = piece[len(sign) :]
            prefix = PREFIX.match(text)
            return Item(kind, prefix[1], prefix[2]) if prefix else Item(kind, text)
    if piece.startswith("- "):
        return Item("bullet", piece[2:])
    lettered = LETTERED.match(piece)
    if lettered:
        return Item("letter", lettered[2], lettered[1])
    return Item("clause", piece)


def _table(piece: str) -> Item:
    first, *lines, _ = piece.split("\n")
    settings = dict(part.split("=", 1) for part in first.split()[2:])
    rows = tuple(tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines if line.strip())
    return Item("table", rows=rows, settings=settings)
