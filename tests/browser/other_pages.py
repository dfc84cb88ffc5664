"""The pages beside the scorecard that the tests open: surveys of many sizes, and two drafts compared."""

from __future__ import annotations

import shutil
from pathlib import Path

from compare.drafts import DAY
from report import example, hostile
from survey import portfolio

from checker import compare, pipeline, read
from checker.model import Rulebook
from checker.outputs import relative_links
from checker.report import to_dict
from checker.survey.page import to_html as portfolio_page

PORTFOLIOS = ("portfolio", "portfolio-evil", "portfolio-empty")
COMPARISONS = ("compared", "compared-evil", "compared-same")


def other_pages(folder: Path, samples: Path, rules: Rulebook) -> dict[str, str]:
    """Each page by its name; the files to which they link are put into `folder`."""
    rows, many = portfolio.rows(240), portfolio.rows(10_000)
    evil = [
        row | {"title": hostile.EVIL, "buyer": hostile.EVIL, "why": row["why"] and hostile.EVIL} for row in rows[:30]
    ]
    (folder / "scorecards").mkdir()
    for row in rows:
        if row["scorecard"]:
            (folder / row["scorecard"]).write_text("<!doctype html><title>A scorecard</title>", encoding="utf-8")
    one = to_dict(example.scorecard())
    return {
        "portfolio": portfolio_page(portfolio.survey(rows), rows),
        "portfolio-evil": portfolio_page(portfolio.survey(evil, complete=False, not_done=3), evil),
        "portfolio-empty": portfolio_page(portfolio.survey([]), []),
        "portfolio-many": portfolio_page(portfolio.survey(many), many),
        "compared": _drafts(folder, samples, rules),
        "compared-evil": compare.to_html(compare.compare(one, hostile.data())),
        "compared-same": compare.to_html(compare.compare(one, one)),
    }


def _drafts(folder: Path, samples: Path, rules: Rulebook) -> str:
    """A real pack of two PDFs, and a draft of it that has lost one of them, with links into both."""
    results, links = [], {}
    for side in ("old", "new"):
        pack = folder / side
        shutil.copytree(samples / "two-weights", pack, ignore=shutil.ignore_patterns("*.json", "*.yaml"))
        if side == "new":
            (pack / "Evaluation Annex.pdf").unlink()
        results.append(to_dict(pipeline.check([pack], rules=rules, as_of=DAY)))
        links[side] = relative_links(read.look([pack]).files, folder / "compared.html")
    return compare.to_html(compare.compare(*results), links)
