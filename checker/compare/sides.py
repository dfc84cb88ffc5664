"""The two drafts themselves: what was given, by which rules it was checked, and what makes them hard to compare."""

from __future__ import annotations

from checker.compare.spots import Data
from checker.report.checked_view import looked
from checker.wording import counted, listed


def side(result: Data) -> Data:
    """One draft in short: its name, files, verdicts, points, and the rules by which it was checked."""
    return {
        "title": result["title"],
        "buyer": result["buyer"],
        "reference": result["reference"],
        "checked_on": result["checked_on"],
        "tool": result["tool"]["version"],
        "rule_packs": [{"id": pack["id"], "version": pack["version"]} for pack in result["tool"]["rule_packs"]],
        "looked": looked(result),
        "pages": sum(file["pages"] for file in result["files"]),
        "not_read": _not_read(result),
        "pages_unread": sum(len(file["unreadable_pages"]) for file in result["files"]),
        "verdict": {
            who: {key: result["verdict"][who][key] for key in ("result", "headline", "lead")}
            for who in ("commissioner", "provider")
        },
        "points": {"got": result["score"]["got"], "of": result["score"]["of"]},
    }


def _not_read(result: Data) -> list[str]:
    """The files given that nothing is known of: of another kind, locked or broken; second copies are no loss."""
    passed_over = [one["name"] for one in result.get("files_not_read", ()) if not one["same_as"]]
    return sorted(passed_over + [file["name"] for file in result["files"] if file["note"]])


def files(old: Data, new: Data) -> list[Data]:
    """Every file of both drafts: same, changed, renamed, added or removed; those of the newer draft first.

    A file with another name is the same one when its content is the same, or else when it is the only file of its
    role that either draft has left over.
    """
    partner = _partners(old["files"], new["files"])
    rows = []
    for file in new["files"]:
        was = partner.get(file["name"])
        rows.append({"change": _change(was, file), "old": _file(was), "new": _file(file)})
    taken = {file["name"] for file in partner.values()}
    gone = [file for file in old["files"] if file["name"] not in taken]
    return rows + [{"change": "removed", "old": _file(file), "new": None} for file in gone]


def _change(was: Data | None, now: Data) -> str:
    if was is None:
        return "added"
    if was["sha256"] != now["sha256"]:
        return "changed"
    return "same" if was["name"] == now["name"] else "renamed"


def _partners(before: list[Data], after: list[Data]) -> dict[str, Data]:
    """The older file of each newer one, by the newer one's name."""
    found = {file["name"]: was for file in after for was in before if was["name"] == file["name"]}
    for same in ("sha256", "role"):
        taken = {was["name"] for was in found.values()}
        left_before = [file for file in before if file["name"] not in taken]
        left_after = [file for file in after if file["name"] not in found]
        for file in left_after:
            candidates = [was for was in left_before if was[same] == file[same]]
            rivals = [other for other in left_after if other[same] == file[same]]
            if len(candidates) == len(rivals) == 1:
                found[file["name"]] = candidates[0]
    return found


def _file(file: Data | None) -> Data | None:
    return None if file is None else {"name": file["name"], "pages": file["pages"], "sha256": file["sha256"]}


def notes(old: Data, new: Data, between: list[Data]) -> list[str]:
    """What the reader must know before drawing conclusions from the comparison."""
    told = []
    if between and all(row["change"] in ("same", "renamed") for row in between):
        told.append("Both sides hold the same files, so what differs comes from the rules or the facts given.")
    if old["rule_packs"] != new["rule_packs"] or old["tool"] != new["tool"]:
        told.append(
            f"The two were not checked with the same rules: {_rules(old)} before, {_rules(new)} now. "
            "Some differences may come from the rules and not from the tender."
        )
    references = [one["reference"] for one in (old, new)]
    if all(references) and references[0] != references[1]:
        told.append(
            f"The references differ ({references[0]} before, {references[1]} now): these may be two different tenders."
        )
    gone = [row["old"]["name"] for row in between if row["change"] == "removed"]
    if gone:
        told.append(
            f"{counted(len(gone), 'file')} of the older draft {'is' if len(gone) == 1 else 'are'} not among the newer "
            f"files ({listed(gone)}): what only they said counts as not found now."
        )
    for name, one in (("older", old), ("newer", new)):
        if one["pages_unread"]:
            told.append(
                f"{one['pages_unread']} of {counted(one['pages'], 'page')} of the {name} draft could not be read; what "
                "they hold is not compared."
            )
        if one["not_read"]:
            told.append(f"Given with the {name} draft and not read: {listed(one['not_read'])}.")
    return told


def _rules(one: Data) -> str:
    packs = listed([f"{pack['id']} {pack['version']}" for pack in one["rule_packs"]]) or "no rules"
    return f"{packs} with svcheck {one['tool']}"
