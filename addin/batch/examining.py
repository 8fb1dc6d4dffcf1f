"""One workbook of a batch, from its path to one line of `results.jsonl`: the same here, in a child, and on another machine.

The line follows from the bytes of the workbook and what was asked, and from nothing else.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, time
from pathlib import Path
from typing import Any

from addin.batch.cell_report import bare, cell_report, plain_figures
from addin.batch.drafts import drafts
from addin.batch.whole_files import sha256_of
from addin.core.findings import Finding
from addin.core.ratings import rate as rate_year
from addin.core.summaries import summarise as figures_of
from addin.errors import CannotRead, SochiboError
from addin.hosts.closed.book import ClosedBook
from addin.jobs.batch import Asked
from addin.jobs.check import check
from addin.jobs.opening import Opened, open_book
from addin.jobs.outcome import OWN_TEMPLATES
from addin.output.forms import counts, finding_form, plain
from addin.patterns import pattern

Line = dict[str, Any]
_NUMBER = pattern(r"(?<!\d)(?:\d{7,}|\d(?:[ .-]?\d){8,}|\d{2}[. ]\d{3}[. ]\d{3}(?!\d))")
"""Longer than any date, or parted as cards are."""
_SHOWN = 2


def examine(path: Path, name: str, asked: Asked, out: Path | None = None) -> Line:
    """`{"workbook", "sha256", "status", "reason", …}`; never raises for what a workbook is or says."""
    line: Line = {"workbook": name, "sha256": None, "status": "done", "reason": None}
    try:
        host = ClosedBook(path, now=datetime.combine(asked.on, time()))
        line["sha256"] = host.fingerprint
        opened = open_book(host)
        line |= _asked_for(opened, host, asked, out / "papers" / name if out else None)
    except SochiboError as error:
        return failed(line, path, error.message, error.fix)
    except MemoryError:
        return failed(line, path, "Sổ cần nhiều bộ nhớ hơn mức cho phép.", "Bỏ bớt sheet, ảnh không cần; hoặc tăng --memory rồi chạy lại.", again=True)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one workbook must not stop the others
        return failed(line, path, f"Chương trình gặp lỗi với sổ này ({type(error).__name__}).", "Gửi tên lỗi này cho người bảo trì; các sổ khác không bị ảnh hưởng.")
    return line


def failed(line: Line, path: Path, reason: str, fix: str, *, again: bool = False) -> Line:
    """The line of a workbook that could not be done; the fingerprint says which bytes were tried.

    `again`: by no fault of those bytes, so that the next run tries once more.
    """
    told = {
        "workbook": line["workbook"],
        "sha256": line.get("sha256") or sha256_of(path),
        "status": "failed",
        "reason": reason,
        "fix": fix,
    }
    return {**told, "again": True} if again else told


def as_text(line: Line) -> str:
    """One line of JSON: the same values, the same bytes. What no text can hold (names of other systems) is shown as a sign."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace").decode()


def _asked_for(opened: Opened, host: ClosedBook, asked: Asked, papers: Path | None) -> Line:
    parts: dict[str, Callable[[], Line]] = {
        "check": lambda: _checked(opened, asked),
        "rate": lambda: _rated(opened, asked),
        "summarise": lambda: _summarised(opened, asked),
        "papers": lambda: {"papers": drafts(opened, asked, papers, host.path.parent / OWN_TEMPLATES) if papers else []},
    }
    line: Line = {}
    for doing in asked.doings:
        line |= parts[doing]()
    if {"rate", "summarise"} <= set(asked.doings):
        line["cell"] = cell_report(opened.reading, host.grids(), rate_year(opened.reading, asked.year), asked.on, asked.pseudonym_key)
    return line


def _checked(opened: Opened, asked: Asked) -> Line:
    found = check(opened, asked.on).findings
    form = bare if asked.pseudonym_key else _without_numbers
    return {"check": counts(found), "findings": [form(one) for one in found]}


def _without_numbers(found: Finding) -> Line:
    """A finding as it is told, identity and card numbers covered but for their last signs: they stay in the workbook."""
    told = finding_form(found)
    return {**told, **{key: _NUMBER.sub(_covered, told[key]) for key in ("message", "fix") if told[key]}}


def _covered(number: re.Match[str]) -> str:
    return "…" + number[0][-_SHOWN:]


def _rated(opened: Opened, asked: Asked) -> Line:
    """Levels of record alone; whoever is rated and has none is counted as such."""
    try:
        opened.require("members")
    except CannotRead as error:
        return {"rate": {"year": asked.year, "by_level": {}, "without_level": 0, "rated": 0, "cap": None, "over": False, "reason": error.message}}
    ratings = rate_year(opened.reading, asked.year)
    rated = [one for one in ratings.members if one.is_rated]
    levels = Counter(one.level.value for one in rated if one.level)
    quota = ratings.quota
    told = {
        "year": asked.year,
        "by_level": _in_order(levels),
        "without_level": sum(1 for one in rated if one.level is None),
        "rated": len(rated),
        "cap": quota.cap,
        "over": quota.over,
    }
    return {"rate": told}


def _summarised(opened: Opened, asked: Asked) -> Line:
    figures = figures_of(opened.reading, asked.year, asked.year, asked.on)
    if asked.pseudonym_key:
        return {"figures": plain_figures(figures)}
    return {"figures": [{"id": one.id, "value": plain(one.value), "places": plain(one.places)} for one in figures.figures]}


def _in_order(levels: Counter[str]) -> dict[str, int]:
    known: Iterable[str] = ("HTXS", "HTT", "HTN", "KHT")
    return {level: levels[level] for level in known if levels[level]}
