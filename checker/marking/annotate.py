"""Copies of tender PDFs with the findings as highlights and notes that any PDF reader shows."""

from __future__ import annotations

import importlib.util
import io
import logging
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from checker.errors import CheckerError
from checker.marking.frame import Corners, Frame
from checker.model import Note

# What pypdf has to say about odd files would go to the terminal, where nobody asked for it.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_YELLOW, _RED = "ffd84d", "d9534f"
_BADGE = 18.0
"""Width and height of the sign of a note, in points."""


def need_annotator() -> None:
    """Raises CheckerError when pypdf, which writes the notes, is not installed."""
    if importlib.util.find_spec("pypdf") is None:
        hint = "In the folder of svcheck, run: .venv/bin/pip install '.[annotate]'"
        raise CheckerError("Annotated copies need the library pypdf, which is not installed.", hint, "missing-extra")


def copy(path: Path, notes: Sequence[Note]) -> bytes | None:
    """A copy of a PDF with notes on its pages; None for one that is locked against changes or cannot be copied.

    The copy differs from the original only in what is added; the same notes give the same bytes.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(path.read_bytes()), strict=False)
        if reader.is_encrypted:
            return None
        writer = PdfWriter(clone_from=reader)
        ordered = sorted(notes, key=lambda note: note.page)
        for number, group in groupby(ordered, key=lambda note: note.page):
            _mark(writer, number - 1, list(group))
        out = io.BytesIO()
        writer.write(out)
    except (PyPdfError, OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return None  # pypdf meets damaged files with many kinds of error
    return out.getvalue()


def _mark(writer: Any, index: int, notes: Sequence[Note]) -> None:
    page = writer.pages[index]
    box = page.mediabox
    frame = Frame(float(box.left), float(box.bottom), float(box.right), float(box.top), int(page.rotation or 0) % 360)
    for note in notes:
        places = [frame.to_pdf(one.x0, one.top, one.x1, one.bottom) for one in note.boxes]
        made = _badge(frame, note) if note.problem else _highlight(places)
        _describe(made, note)
        writer.add_annotation(page_number=index, annotation=made)


def _highlight(places: Sequence[Corners]) -> Any:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject

    # Each quadrilateral: its upper corners from left to right, then its lower ones.
    quads = [edge for x0, y0, x1, y1 in places for edge in (x0, y1, x1, y1, x0, y0, x1, y0)]
    return Highlight(
        rect=_around(places),
        quad_points=ArrayObject([FloatObject(round(edge, 3)) for edge in quads]),
        highlight_color=_YELLOW,
        printing=True,
    )


def _badge(frame: Frame, note: Note) -> Any:
    """A note in the margin, level with the first of the words."""
    from pypdf.annotations import Text
    from pypdf.generic import ArrayObject, FloatObject, NameObject

    first = note.boxes[0]
    left = max(2.0, first.x0 - _BADGE - 4)
    made = Text(rect=frame.to_pdf(left, first.top, left + _BADGE, first.top + _BADGE), text=note.text, open=False)
    red = [int(_RED[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    made[NameObject("/C")] = ArrayObject([FloatObject(round(part, 3)) for part in red])
    made[NameObject("/Name")] = NameObject("/Comment")
    return made


def _describe(made: Any, note: Note) -> None:
    from pypdf.generic import NameObject, TextStringObject

    made[NameObject("/Contents")] = TextStringObject(note.text)
    made[NameObject("/T")] = TextStringObject("svcheck")
    made[NameObject("/Subj")] = TextStringObject(note.title)


def _around(places: Sequence[Corners]) -> Corners:
    return (
        min(place[0] for place in places),
        min(place[1] for place in places),
        max(place[2] for place in places),
        max(place[3] for place in places),
    )
