"""The JSON of an earlier check, read back as the data that it was written from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from checker.errors import UnreadableFile

_FORMAT = 1
_LISTS = ("files", "findings", "checks", "priorities", "questions", "weights", "sums", "frameworks", "dates")
_GROUPS = ("tool", "context", "verdict", "score", "social_value")
_HINT = "Give a file that svcheck check --json wrote, or the documents themselves."


def read_result(path: Path) -> dict[str, Any]:
    """The result of an earlier check. Raises UnreadableFile when the file is missing or holds anything else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise UnreadableFile(path, problem.strerror or str(problem)) from None
    except (ValueError, RecursionError):
        raise UnreadableFile(path, "it is not JSON", _HINT) from None
    if not isinstance(data, dict) or not _is_result(data):
        raise UnreadableFile(path, "it is not the result of a check", _HINT)
    if data.get("format") != _FORMAT:
        raise UnreadableFile(path, "it was written in another format", "Check the documents again.")
    return data


def _is_result(data: dict[str, Any]) -> bool:
    return all(isinstance(data.get(key), list) for key in _LISTS) and all(
        isinstance(data.get(key), dict) for key in _GROUPS
    )
