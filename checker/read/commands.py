"""The drawing commands of a page, read many times faster than letter by letter.

pdfminer looks at a page's commands one character at a time. Here one pattern cuts them into numbers, names and
strings; the commands themselves are still carried out by pdfminer. Anything that the pattern does not know raises
Odd, and the page is then read by pdfplumber in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import dict_value, stream_value
from pdfminer.psparser import LIT, literal_name

from checker.errors import CheckerError
from checker.read.paint import Painting

_NUMBERS = rb"(?:[-+.\d]++\s++)*+"
_QUIET = (
    rb"(?:" + _NUMBERS + rb"(?:cm|w|J|j|M|i|g|G|rg|RG|k|K|scn?|SCN?|\[\]\s*+0\s++d)\s++|/[\w.-]++\s++(?:cs|CS|gs)\s++)"
)
_PATH = rb"(?:(?:" + _NUMBERS + rb"(?:m|l|re|h)\s++)++W\*?\s++n\s++)"
_NOTHING = rb"q\s++(?:" + _QUIET + rb"|" + _PATH + rb")*+Q(?=\s)"
_STRING = rb"(?:[^()\\]|\\[\s\S])"

_TOKEN = re.compile(
    # A group that saves the drawing state, changes it, draws nothing and restores it: some printers write thousands.
    rb"(?:\s++|%[^\r\n]*+|q\s++(?:" + _QUIET + rb"|" + _PATH + rb"|" + _NOTHING + rb"\s++)*+Q(?=\s))++"
    rb"|(?P<whole>[-+]?\d++(?!\.))"
    rb"|(?P<broken>[-+]?(?:\d++\.\d*+|\.\d++))"
    rb"|(?P<command>[A-Za-z][^#/%\[\]()<>{}\s]*+|['\"])"
    rb"|/(?P<name>[^#/%\[\]()<>{}\s]*+)(?!\#)"
    rb"|\((?P<string>(?:" + _STRING + rb"|\((?:" + _STRING + rb"|\(" + _STRING + rb"*+\))*+\))*+)\)"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*+)>"
    rb"|(?P<mark>\[|\]|<<|>>)"
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n)|([\s\S]))")
_ESCAPED = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r", b"(": b"(", b")": b")", b"\\": b"\\"}
_SPELLED = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})


class Odd(CheckerError):
    """Drawing commands that the fast way does not know."""

    slug = "odd-page"


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, fed by the pattern. Raises Odd where it cannot be sure to mean the same."""

    device: Painting

    def execute(self, streams: Sequence[object]) -> None:
        """Carries out the drawing commands of some streams, which are read as one."""
        self.stream_ids.clear()
        parts = []
        for stream in map(stream_value, streams):
            if stream.objid is not None and stream.objid not in self.parent_stream_ids:
                self.stream_ids.add(stream.objid)
                parts.append(stream.get_data())
        if parts:
            self._carry_out(b"\n".join(parts))

    def init_state(self, ctm: Any) -> None:
        """Begins a page, or a form on it."""
        super().init_state(ctm)
        self._kept: list[Any] = []

    def do_q(self) -> None:
        """Saves the state, and with it what the device knows of clipping and transparency."""
        super().do_q()
        self._kept.append(self.device.state)

    def do_Q(self) -> None:  # noqa: N802 - pdfminer's name
        """Restores them."""
        super().do_Q()
        if self._kept:
            self.device.state = self._kept.pop()

    def do_W(self) -> None:  # noqa: N802 - pdfminer's name
        """From here on only what lies within the path is painted."""
        self.device.clip(self.curpath)

    do_W_a = do_W  # noqa: N815 - pdfminer's name

    def do_gs(self, name: Any) -> None:
        """Takes over a set of parameters; the ones for transparency matter."""
        known = dict_value(self.resources.get("ExtGState") or {})
        self.device.see_through(dict_value(known.get(literal_name(name)) or {}))

    def do_sh(self, _name: Any) -> None:
        """Paints a run of colours over all that may be painted."""
        self.device.paint_all()

    def do_TJ(self, seq: Any) -> None:  # noqa: N802 - pdfminer's name
        """Shows text; the colours are read at once, so there is no need for a copy of the state."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)

    def _carry_out(self, data: bytes) -> None:
        stack = self.argstack
        opened: list[tuple[bytes, list[Any]]] = []
        at = 0
        for found in _TOKEN.finditer(data):
            if found.start() != at:
                break
            at = found.end()
            kind = found.lastgroup
            if kind is None:
                continue
            text: bytes = found[kind]
            if kind == "whole":
                stack.append(int(text))
            elif kind == "broken":
                stack.append(float(text))
            elif kind == "command":
                if opened or not self._command(text, stack):
                    stack.extend(_constant(text))
                stack = self.argstack if not opened else stack
            elif kind == "name":
                stack.append(LIT(text.decode("ascii")) if text.isascii() else _odd())
            elif kind == "string":
                stack.append(_ESCAPE.sub(_unescaped, text) if b"\\" in text else text)
            elif kind == "hex":
                stack.append(_from_hex(text))
            elif text in {b"[", b"<<"}:
                opened.append((text, stack))
                stack = []
            else:
                start, outer = opened.pop() if opened else _odd()
                if (start, text) not in {(b"[", b"]"), (b"<<", b">>")}:
                    _odd()
                # What a dictionary holds is for reading aloud and tagging, which nobody here asks for.
                outer.append(stack if start == b"[" else {})
                stack = outer
        if at != len(data) or opened:
            _odd()

    def _command(self, name: bytes, stack: list[Any]) -> bool:
        """Carries out one command with what stands before it; False for a word that is no command."""
        known = _methods().get(name)
        if known is None:
            return name not in {b"true", b"false"}
        method, takes = known
        if not takes:
            method(self)
        elif len(stack) >= takes:
            arguments = stack[-takes:]
            del stack[-takes:]
            method(self, *arguments)
        else:
            stack.clear()
        return True


class Patient(Interpreter):
    """The same, fed letter by letter as pdfminer does it; for pages that the pattern cannot cut."""

    execute = PDFPageInterpreter.execute


@cache
def _methods() -> dict[bytes, tuple[Callable[..., None], int]]:
    """What carries out each command, and how many operands it takes."""
    made: dict[bytes, tuple[Callable[..., None], int]] = {}
    for spelled in dir(Interpreter):
        if spelled.startswith("do_"):
            method = getattr(Interpreter, spelled)
            name = spelled[3:].replace("_a", "*").replace("_w", '"').replace("_q", "'")
            assert name.translate(_SPELLED) == spelled[3:]  # noqa: S101
            made[name.encode()] = method, method.__code__.co_argcount - 1
    # A picture among the commands may hold any letters, so what follows cannot be cut by the pattern.
    return made | dict.fromkeys((b"BI", b"ID", b"EI"), (_odd, 0))


def _constant(text: bytes) -> list[bool]:
    return {b"true": [True], b"false": [False]}.get(text, [])


def _odd(*_: object) -> Any:
    raise Odd("A page has drawing commands that are read another way.")


def _unescaped(found: re.Match[bytes]) -> bytes:
    octal, line_end, letter = found.groups()
    if octal:
        value = int(octal, 8)
        return bytes((value,)) if value < 256 else bytes(_odd())
    return b"" if line_end else _ESCAPED.get(letter, b"")


def _from_hex(text: bytes) -> bytes:
    digits = b"".join(text.split()).decode()
    whole = len(digits) // 2 * 2
    return bytes.fromhex(digits[:whole]) + bytes(int(digit, 16) for digit in digits[whole:])
