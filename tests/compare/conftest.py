"""Two drafts, checked once for all tests of the comparison."""

from __future__ import annotations

from typing import Any

import pytest

from checker.compare import compare
from checker.model import Rulebook

from .drafts import NEW, OLD, result

Drafts = tuple[dict[str, Any], dict[str, Any]]


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory, rules: Rulebook) -> Drafts:
    """The results of the older and of the newer draft."""
    folder = tmp_path_factory.mktemp("drafts")
    return result(folder / "1", "Tender v1.txt", OLD, rules), result(folder / "2", "Tender v2.txt", NEW, rules)


@pytest.fixture(scope="session")
def compared(drafts: Drafts) -> dict[str, Any]:
    """The comparison of the two."""
    return compare(*drafts)
