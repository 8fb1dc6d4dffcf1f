"""The papers of a year as drafts without numbers: what of them can be made of a workbook, and why the others cannot."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from addin.errors import PaperRefused, TemplateBroken
from addin.jobs.batch import Asked
from addin.jobs.carry_out import carry_out
from addin.jobs.document import Request, document
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome
from addin.jobs.summarise import Interval, summarise

KINDS = ("rating-list", "not-rated-list", "rating-proposal", "cell-rating-proposal", "count-minutes", "reward-proposal")
"""Besides the year-end report with its figures: what goes to the superior with the year's ratings."""


def drafts(opened: Opened, asked: Asked, folder: Path, templates: Path) -> list[dict[str, Any]]:
    """`{"kind", "file", "sha256"}` of each paper made, `{"kind", "reason"}` of each that was refused.

    `folder` holds nothing else: what an earlier run left there goes.
    """
    shutil.rmtree(folder, ignore_errors=True)
    year, on = asked.year, asked.on
    told = _made("year-end-report", lambda: summarise(opened, Interval(year, year), on, templates), folder)
    for kind in KINDS:
        told += _made(kind, partial(document, opened, kind, Request(on, year=year), templates), folder)
    return told


def _made(kind: str, make: Callable[[], Outcome[Any]], folder: Path) -> list[dict[str, Any]]:
    try:
        carried = carry_out(make(), folder=folder)
    except (PaperRefused, TemplateBroken) as error:
        return [{"kind": kind, "reason": error.message}]
    return [{"kind": kind, "file": one.path.name, "sha256": hashlib.sha256(one.path.read_bytes()).hexdigest()} for one in carried.made]
