"""S13: eight secretaries issue papers at once, into eight workbooks of their cell and into one: distinct numbers, no gap but told voids."""

from __future__ import annotations

import itertools
import json
import multiprocessing
import shutil
import time

import pytest

from tests.command import sochibo
from tests.conftest import ROOT
from tests.proof import count

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
SECRETARIES, EACH = count(3, 8), count(2, 25)
SPANS = list(itertools.combinations(range(2009, 2032), 2))
"""As many requests as are wanted, each another one."""
MOST_TRIES = 400


def issue(book, spans):
    """What one secretary does: again where somebody else was just writing. The numbers, and how often it was refused."""
    numbers, refused = [], 0
    for first, last in spans:
        for _ in range(MOST_TRIES):
            words = ("--from", first, "--to", last, "--on", "2026-11-23", "--write", "--json")
            ran = sochibo("document", book, "term-report", *words)
            if ran.code != 4:
                break
            refused += 1
            time.sleep(0.05)
        assert ran.code == 0, ran.out
        numbers.append(ran.answer["number"])
    return numbers, refused


@pytest.mark.proof
@pytest.mark.parametrize("workbooks", [SECRETARIES, 1], ids=["a workbook each", "one workbook"])
def test_numbers_taken_at_once_are_distinct_and_none_is_lost(tmp_path, workbooks, tell):
    """Every number between is issued, or void with its reason; each paper has its row and its file."""
    books = [shutil.copy(SAMPLE, tmp_path / f"so-{at}.xlsx") for at in range(workbooks)]
    asked = [(books[at % workbooks], SPANS[at * EACH : (at + 1) * EACH]) for at in range(SECRETARIES)]

    with multiprocessing.get_context("spawn").Pool(SECRETARIES) as pool:
        done = pool.starmap(issue, asked)

    numbers = [number for taken, _ in done for number in taken]
    held = {int(path.stem): json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "Sổ số văn bản").rglob("[0-9]*.json")}
    void = [record for record in held.values() if record["state"] == "void"]
    tell(f"{SECRETARIES} × {EACH} số, {workbooks} sổ: {len(set(numbers))} số khác nhau, {len(void)} số huỷ có lý do, {sum(refused for _, refused in done)} lần chờ")
    assert len(set(numbers)) == SECRETARIES * EACH
    assert sorted(held) == list(range(min(held), max(held) + 1))
    assert {record["state"] for record in held.values()} <= {"issued", "void"}
    assert len(held) - len(void) == len(numbers)
    assert all(record["reason"] for record in void)
    rows = [row["number"] for book in books for row in sochibo("show", book, "--json").answer["tables"]["documents"] if row["date"] == "2026-11-23"]
    assert sorted(rows) == sorted(numbers)
    assert len(list(tmp_path.rglob("*.docx"))) == len(numbers)
    checked = sochibo("verify", tmp_path, "--json")
    assert (checked.code, [one for one in checked.answer["troubles"] if one["severity"] == "error"]) == (0, [])
