"""The options that say how much a strangers' file may ask of this computer, and where passwords are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.errors import CheckerError
from checker.model import Limits

_MOST_BYTES = 65536
_MOST_PASSWORDS = 50
_SHOWN = Limits()

_Command = TypeVar("_Command", bound=Callable[..., Any])


_seconds = click.FloatRange(min=0, min_open=True, max=86400)
_OPTIONS = (
    click.option("--page-seconds", type=_seconds, default=_SHOWN.page_seconds, show_default=True, metavar="SECONDS",
                 help="Longest time for one page."),
    click.option("--file-seconds", type=_seconds, default=_SHOWN.file_seconds, show_default=True, metavar="SECONDS",
                 help="Longest time for one file."),
    click.option("--memory", type=click.IntRange(min=128, max=1 << 20), default=_SHOWN.memory, show_default=True,
                 metavar="MIB", help="Most memory for a process that reads a PDF (kept on Linux)."),
    click.option("--max-pages", type=click.IntRange(min=1, max=1_000_000), default=_SHOWN.pages, show_default=True,
                 metavar="N", help="Most pages of one file; a longer one is refused."),
    click.option("--password-file", type=click.Path(path_type=Path), metavar="FILE",
                 help="Passwords of locked PDFs, one a line; never on the command line, where others see them."),
    click.option("--ocr", is_flag=True,
                 help="Read pages that are pictures, with less certainty (needs the program tesseract)."),
)  # fmt: skip


def limit_options(command: _Command) -> _Command:
    """Gives a command the options of this module, in the order in which help shows them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def limits(typed: dict[str, Any]) -> Limits:
    """The limits that were typed, taken out of everything else that was."""
    return Limits(
        page_seconds=typed.pop("page_seconds"),
        file_seconds=typed.pop("file_seconds"),
        memory=typed.pop("memory"),
        pages=typed.pop("max_pages"),
        ocr=typed.pop("ocr"),
    )


def passwords(path: Path) -> tuple[str, ...]:
    """The passwords in a file: UTF-8 text, one a line, blank lines left out.

    Raises CheckerError for a file that cannot be read, that is no text, or that holds none or too many.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise _refused(path, "it is too long")
        found = tuple(dict.fromkeys(line for line in data.decode("utf-8-sig").splitlines() if line.strip()))
    except OSError as trouble:
        raise _refused(path, (trouble.strerror or "the system refuses it").lower()) from trouble
    except UnicodeDecodeError as trouble:
        raise _refused(path, "it is not UTF-8 text") from trouble
    if not found:
        raise _refused(path, "it is empty")
    if len(found) > _MOST_PASSWORDS:
        raise _refused(path, f"it holds more than {_MOST_PASSWORDS} lines")
    return found


def _refused(path: Path, why: str) -> CheckerError:
    return CheckerError(f"Cannot read the password file {path}: {why}.", "Write one password a line.", "password-file")
