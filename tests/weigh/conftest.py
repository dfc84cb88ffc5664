"""What the tests of weights share."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Rulebook

from .reading import Press


@pytest.fixture(scope="session")
def press(rules: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Prints a page and reads it back."""
    folder: Path = tmp_path_factory.mktemp("printed")
    return Press(folder / "itt.pdf", rules)
