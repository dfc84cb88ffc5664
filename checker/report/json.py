"""The scorecard for other programs, as JSON."""

from __future__ import annotations

import json
from typing import Any


def to_json(result: dict[str, Any]) -> str:
    """The data of `to_dict` as JSON text, two spaces deep, ending in a new line."""
    return json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
