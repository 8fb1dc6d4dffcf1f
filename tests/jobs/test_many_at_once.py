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
YEARS = range(2016, 2026)
OF_KINDS = (
    [("supervision-assignment", "--year", year, "--for", f"Tổ đảng {at}") for year in YEARS for at in (1, 2, 3)],
    [("term-report", "--from", first, "--to", last) for first, last in itertools.combinations(range(2009, 2032), 2)],
    [("review-minutes", "--year", year) for year in YEARS],
    [("inspection-programme", "--from", first, "--to", last) for first, last in itertools.combinations(range(2018, 2028), 2)],
    [("annual-plan", "--year", year) for year in YEARS],
)
REQUESTS = [asked for row in itertools.zip_longest(*OF_KINDS) for asked in row if asked]
"""As many as are wanted, each another one, decisions, reports, minutes, programmes and plans by turns."""
MOST_TRIES = 400


def issue(book, requests):
    """What one secretary does: again where somebody else was just writing. The numbers, and how often it was refused."""
    numbers, refused = [], 0
    for asked in requests:
        for _ in range(MOST_TRIES):
            ran = sochibo("document", book, *asked, "--on", "2026-11-23", "--write", "--another", "--json")
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
    """In each series every number between is issued, or void with its reason; each paper has its row and its file."""
    books = [shutil.copy(SAMPLE, tmp_path / f"so-{at}.xlsx") for at in range(workbooks)]
    asked = [(books[at % workbooks], REQUESTS[at * EACH : (at + 1) * EACH]) for at in range(SECRETARIES)]

    with multiprocessing.get_context("spawn").Pool(SECRETARIES) as pool:
        done = pool.starmap(issue, asked)

    numbers = [number for taken, _ in done for number in taken]
    files = (tmp_path / "Sổ số văn bản").rglob("[0-9]*.json")
    held = {(path.parent.parent.name, int(path.stem)): json.loads(path.read_text(encoding="utf-8")) for path in files}
    void = [record for record in held.values() if record["state"] == "void"]
    tell(f"{SECRETARIES} × {EACH} số, {len({kind for kind, _ in held})} loại, {workbooks} sổ: {len(set(numbers))} số khác nhau, {len(void)} số huỷ có lý do, {sum(refused for _, refused in done)} lần chờ")
    assert len(set(numbers)) == SECRETARIES * EACH
    for kind in {kind for kind, _ in held}:
        of_kind = sorted(number for one, number in held if one == kind)
        assert of_kind == list(range(min(of_kind), max(of_kind) + 1))
    assert len({kind for kind, _ in held}) >= min(len(OF_KINDS), len(numbers))
    assert {record["state"] for record in held.values()} <= {"issued", "void"}
    assert len(held) - len(void) == len(numbers)
    assert all(record["reason"] for record in void)
    rows = [row["number"] for book in books for row in sochibo("show", book, "--json").answer["tables"]["documents"] if row["fingerprint"]]
    assert sorted(rows) == sorted(numbers)
    assert len(list(tmp_path.rglob("*.docx"))) == len(numbers)
    checked = sochibo("verify", tmp_path, "--json")
    assert (checked.code, [one for one in checked.answer["troubles"] if one["severity"] == "error"]) == (0, [])
