"""Small packs for the tests of this room."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

BAD_RULES = Path(__file__).parent.parent / "bad_rules"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the small pack without faults."""
    return Path(shutil.copytree(BAD_RULES / "base", tmp_path / "base"))


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """A local pack that builds on the small pack, and changes nothing yet."""
    folder = tmp_path / "local"
    folder.mkdir()
    header = "format: 1\nid: mine\nversion: '1'\ntitle: Mine\nbuilds_on: base\n"
    (folder / "pack.yaml").write_text(header, encoding="utf-8")
    return folder
