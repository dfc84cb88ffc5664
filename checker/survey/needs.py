"""Libraries that only surveys need: told in one line where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from checker.errors import CheckerError


def need(library: str, extra: str, what_for: str) -> Any:
    """A library that an extra of svcheck installs. Raises CheckerError with the command that installs it."""
    try:
        return import_module(library)
    except ImportError:
        name = library.partition(".")[0]
        hint = f"In the folder of svcheck, run: .venv/bin/pip install '.[{extra}]'"
        raise CheckerError(f"{name} is needed {what_for} and is not installed.", hint, "missing-extra") from None
