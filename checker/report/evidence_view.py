"""The quotes behind the report, by file and page, and what was seen and does not count."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.model import Picture
from checker.report import labels
from checker.report.places import Data, Item, Link, Places
from checker.wording import figure

MOST_OTHERS = 120
"""How many quotes are shown that nothing else in the report refers to."""
MOST_REASONS = 12
EXAMPLES = 4
_SAID_BY = {
    "question": "asked",
    "weight": "weighted",
    "measure": "measured",
    "reporting": "reported",
    "guidance": "guidance",
}
"""Kinds of findings that say no more than the column that they stand in."""
_TELLING = ("social-value", "theme", "denial")
_LONGER_TERM = "part of a term with another meaning:"
"""How the data begin a reason that names longer words with another sense."""
_OTHER_SENSE = "part of a term with another meaning"
_LONGEST = 1200
"""Letters of a sentence that are shown round the words that matched."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence: marked where a rule matched it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of the words on their page: its data, its size in pixels, the words' boxes, and the words."""

    data: str
    width: int
    height: int
    boxes: tuple[tuple[float, float, float, float], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the report knows of the files beyond the data: pictures by finding id, and a link to each file."""

    pictures: Mapping[str, Picture]
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of the tender, its matched words, what it shows, and where on the page it stands."""

    ids: tuple[str, ...]
    page: int
    section: str
    pieces: tuple[Piece, ...]
    shows: str
    themes: str
    strength: str
    rules: str
    theme_ids: str
    column_ids: str
    top: float
    height: float
    place: str
    caption: str
    where: str
    """The short name of the file and the page: "Criteria page 4"."""
    href: str
    """The page of the PDF, where the report can link to it; else empty."""
    picture: PictureView | None
    dropped: str
    ocr: bool
    """The words were recognised from a picture of the page."""


@dataclass(frozen=True, slots=True)
class FileQuotes:
    """The quotes of one file."""

    title: str
    short: str
    pages: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Unused:
    """A reason why places do not count, how many there are, and some of them."""

    reason: str
    count: int
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """All quotes that are shown, and how many are left to the data files."""

    files: tuple[FileQuotes, ...]
    shown: int
    left_out: int
    pictured: int
    """How many quotes have a picture."""
    themes: tuple[Link, ...]
    columns: tuple[Link, ...]
    unused: tuple[Unused, ...]
    unused_count: int
    unused_reasons_left_out: int


def evidence(result: Data, places: Places, shelf: Shelf) -> EvidenceView:
    """The evidence of a result. Call it last: every place that the report links to is shown."""
    linked = {item.first["id"] for item in places.linked()}
    # What only tells whose tender it is (a council's name on every page) is shown where something rests on it.
    live = [item for item in places.items if item.counted and any(f["kind"] != "context" for f in item.findings)]
    others = [item for item in live if item.first["id"] not in linked]
    chosen = linked | {item.first["id"] for item in others[:MOST_OTHERS]}
    shown = [item for item in places.items if item.first["id"] in chosen]
    seen = [finding for item in shown for finding in item.findings]
    unused = _unused(result, places)
    files = tuple(f for f in (_file(file, shown, result, shelf) for file in result["files"]) if f.quotes)
    return EvidenceView(
        files=files,
        pictured=sum(quote.picture is not None for file in files for quote in file.quotes),
        shown=len(shown),
        left_out=max(0, len(others) - MOST_OTHERS),
        themes=tuple(Link(key, t) for key, t in result["themes"].items() if any(f["theme"] == key for f in seen)),
        columns=tuple(Link(c, w[0]) for c, w in labels.COLUMNS.items() if any(c in f["columns"] for f in seen)),
        unused=unused[:MOST_REASONS],
        unused_count=sum(reason.count for reason in unused),
        unused_reasons_left_out=max(0, len(unused) - MOST_REASONS),
    )


def _file(file: Data, shown: Iterable[Item], result: Data, shelf: Shelf) -> FileQuotes:
    quotes = tuple(_quote(item, file, result, shelf) for item in shown if item.first["file"] == file["name"])
    return FileQuotes(labels.name(labels.FILE_ROLES, file["role"]), file["short"], file["pages"], quotes)


def _quote(item: Item, file: Data, result: Data, shelf: Shelf) -> Quote:
    first, found = item.first, item.findings
    themes = dict.fromkeys(f["theme"] for f in found if f["theme"] in result["themes"])
    columns = _columns(found)
    strength = min((f["strength"] for f in found), key=list(labels.STRENGTHS).index)
    top, height, place = _position(found, file)
    return Quote(
        ids=tuple(f["id"] for f in found),
        page=first["page"],
        section=first["section"],
        pieces=pieces(first["sentence"], found),
        shows=shows(found),
        themes=", ".join(result["themes"][theme] for theme in themes),
        strength=labels.STRENGTHS[strength] if strength != "none" else "",
        rules=", ".join(dict.fromkeys(f"{f['rule']} (version {f['rule_version']})" for f in found)),
        theme_ids=" ".join(themes),
        column_ids=" ".join(columns),
        top=top,
        height=height,
        place=place,
        caption=f"{place} of the page",
        where=f"{file['short']} page {figure(first['page'])}",
        href=f"{shelf.links[file['name']]}#page={first['page']}" if file["name"] in shelf.links else "",
        picture=_picture(item, shelf.pictures),
        dropped=_reason(first["dropped_because"] or ""),
        ocr=first.get("ocr", False),
    )


def shows(found: Sequence[Data]) -> str:
    """What the findings of one sentence show, in words: "Asked, Weighted"."""
    columns = _columns(found)
    kinds = [labels.KINDS[f["kind"]] for f in found if f["kind"] != "theme" and _SAID_BY.get(f["kind"]) not in columns]
    told = [*(labels.COLUMNS[column][0] for column in columns), *kinds] or [labels.KINDS["theme"]]
    return ", ".join(dict.fromkeys(told))


def _columns(found: Sequence[Data]) -> list[str]:
    return [column for column in labels.COLUMNS if any(column in f["columns"] for f in found)]


def _picture(item: Item, pictures: Mapping[str, Picture]) -> PictureView | None:
    made = next((pictures[f["id"]] for f in item.findings if f["id"] in pictures), None)
    if made is None:
        return None
    marked = [piece.text for piece in pieces(item.first["sentence"], item.findings) if piece.marked]
    words = " … ".join(marked or [item.first["quote"]])
    data = f"data:image/png;base64,{base64.b64encode(made.png).decode()}"
    return PictureView(data, made.width, made.height, made.boxes, words)


def pieces(sentence: str, found: Iterable[Data]) -> tuple[Piece, ...]:
    """A sentence cut where rules matched it; a very long one is cut short, never inside matched words."""
    marks = [False] * len(sentence)
    for finding in found:
        quote = finding["quote"]
        # A cell is shown in its row, so its words begin later there.
        own = finding.get("sentence", sentence)
        lead = 0 if own == sentence else max(sentence.find(own), 0)
        at = lead + finding["at"] if finding["at"] is not None else sentence.find(quote)
        if at >= 0 and quote:
            marks[at : at + len(quote)] = [True] * len(marks[at : at + len(quote)])
    if not any(marks) and not sentence:
        return tuple(Piece(f["quote"], True) for f in list(found)[:1])
    first = marks.index(True) if True in marks else 0
    last = len(marks) - marks[::-1].index(True) if True in marks else 0
    start = max(0, first - _LONGEST // 2) if len(sentence) > _LONGEST else 0
    end = min(len(sentence), max(last, start + _LONGEST))
    words = [
        Piece("".join(sentence[at] for at in run), marked)
        for marked, run in groupby(range(start, end), key=marks.__getitem__)
    ]
    before, after = Piece("… ", False), Piece(" …", False)
    return (*[before] * (start > 0), *words, *[after] * (end < len(sentence)))


def _position(found: Iterable[Data], file: Data) -> tuple[float, float, str]:
    """Top and height of the words as shares of the page, and "top", "middle" or "bottom"."""
    finding = next(iter(found))
    page = finding["box_pages"][0] if finding["box_pages"] else finding["page"]
    sizes = file["page_sizes"]
    tall = sizes[page - 1][1] if 0 < page <= len(sizes) else 0
    boxes = [b for b, p in zip(finding["boxes"], finding["box_pages"], strict=True) if p == page]
    if not tall or not boxes:
        return 0.0, 0.0, "part"
    top = min(max(min(box[1] for box in boxes) / tall, 0.0), 1.0)
    bottom = min(max(max(box[3] for box in boxes) / tall, top), 1.0)
    place = ("top", "middle", "bottom")[min(2, int(3 * (top + bottom) / 2))]
    return round(top, 3), round(bottom - top, 3), place


def _unused(result: Data, places: Places) -> tuple[Unused, ...]:
    reasons: dict[str, list[Data]] = {}
    for finding in result["findings"]:
        if finding["dropped_because"]:
            inside = _other_words(finding["dropped_because"])
            reasons.setdefault(_OTHER_SENSE if inside else finding["dropped_because"], []).append(finding)
    ranked = sorted(reasons.items(), key=lambda reason: (-len(reason[1]), reason[0]))
    return tuple(Unused(reason, len(found), _examples(found, places)) for reason, found in ranked)


def _examples(found: Iterable[Data], places: Places) -> tuple[tuple[str, str], ...]:
    by_words: dict[str, tuple[str, str]] = {}
    # What bears on social value by its own words says most about a reason.
    for finding in sorted(found, key=lambda f: f["kind"] not in _TELLING):
        inside = _other_words(finding["dropped_because"])
        place = f"in ‘{inside[:80]}’, {places.page(finding)}" if inside else places.page(finding)
        by_words.setdefault(finding["quote"].lower(), (finding["quote"][:120], place))
    return tuple(list(by_words.values())[:EXAMPLES])


def _other_words(reason: str) -> str:
    """The longer words to which the matched ones belong, where that is why they do not count."""
    return reason.removeprefix(_LONGER_TERM).strip() if reason.startswith(_LONGER_TERM) else ""


def _reason(reason: str) -> str:
    inside = _other_words(reason)
    return f"part of ‘{inside}’, a term with another meaning" if inside else reason
