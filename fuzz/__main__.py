"""Tries damaged and odd input for some minutes, and keeps whatever broke svcheck."""

from __future__ import annotations

import argparse
import hashlib
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from .targets import Target, targets

_ROUND = 200
"""Inputs with one seed; then the next."""
_SECONDS = 60
"""An input may take as long as svcheck gives a page."""


class TooSlow(BaseException):
    """An input took longer than a page may."""


def main() -> int:
    """Runs one target, or all of them in turn; exit code 1 when something broke."""
    known = targets()
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=[*known, "all"])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), help="folder for what broke svcheck")
    asked = parser.parse_args()
    names = list(known) if asked.target == "all" else [asked.target]
    signal.signal(signal.SIGALRM, _too_slow)
    broken = sum(_run(name, known[name](), asked.minutes / len(names), asked.seed, asked.keep) for name in names)
    return 1 if broken else 0


def _too_slow(*_: object) -> None:
    raise TooSlow


def _run(name: str, target: Target, minutes: float, first_seed: int, keep: Path) -> int:
    ends = time.monotonic() + minutes * 60
    tried, found = 0, Counter[str]()

    def once(data: bytes) -> None:
        nonlocal tried
        if time.monotonic() > ends:
            return
        tried += 1
        signal.alarm(_SECONDS)
        try:
            target.tried(data)
        except (Exception, TooSlow) as trouble:
            signal.alarm(0)
            _keep(name, data, trouble, found, keep)
        finally:
            signal.alarm(0)

    number = first_seed
    while time.monotonic() < ends:
        quiet = settings(max_examples=_ROUND, deadline=None, database=None, phases=[Phase.generate],
                         suppress_health_check=list(HealthCheck))  # fmt: skip
        seed(number)(quiet(given(target.made)(once)))()
        number += 1
    print(f"{name}: {tried} inputs tried, {len(found)} ways to break found ({sum(found.values())} inputs)", flush=True)
    return len(found)


def _keep(name: str, data: bytes, trouble: BaseException, found: Counter[str], keep: Path) -> None:
    """Saves the first input for each place that broke."""
    frames = [frame for frame in traceback.extract_tb(trouble.__traceback__) if "/checker/" in frame.filename]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "outside"
    what = f"{type(trouble).__name__} at {place}"
    found[what] += 1
    if found[what] > 1:
        return
    keep.mkdir(parents=True, exist_ok=True)
    file = keep / f"{name}-{hashlib.sha256(what.encode()).hexdigest()[:8]}"
    file.write_bytes(data)
    file.with_suffix(".txt").write_text("".join(traceback.format_exception(trouble)), encoding="utf-8")
    print(f"{name}: {what}: {trouble} (kept in {file})", flush=True)


if __name__ == "__main__":
    sys.exit(main())
