"""Reads pages that a test draws."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4

from checker.model import Document, Rulebook
from checker.read import read_pack

from .drawing import Draw, draw


@pytest.fixture
def read(tmp_path: Path, rules: Rulebook) -> Callable[..., Document]:
    """Draws pages with reportlab, one function a page, and reads the file."""

    def draw_and_read(*pages: Draw, name: str = "drawn.pdf", size: tuple[float, float] = A4) -> Document:
        return read_pack([draw(tmp_path / name, *pages, size=size)], rules)[0]

    return draw_and_read
