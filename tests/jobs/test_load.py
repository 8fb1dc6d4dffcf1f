"""Eight people at one workbook on the office drive, 200 jobs between them: nothing lost, nothing spoilt; how often they waited is told."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import shutil
import time
from pathlib import Path

import openpyxl
import pytest

from tests.command import sochibo
from tests.conftest import ROOT
from tests.proof import count

PEOPLE, JOBS = count(3, 8), count(12, 200)
MOST_TRIES = 400
ON = ("--on", "2026-11-23")
FIRST_ROW = 4


def at_work(book, who, jobs):
    """What one of them does: each job with its tries and seconds; a write is wanted again while somebody else is just writing."""
    done = []
    for job in range(jobs):
        words = ("put", book, f"Đảng viên!V{FIRST_ROW + who}={who} lần {job}", "--write")
        if job % 2:
            words = (("check", book, *ON), ("rate", book, "--year", "2025"), ("next", book, *ON))[job // 2 % 3]
        begun = time.monotonic()
        tries, ran = 1, sochibo(*words)
        while ran.code == 4 and tries < MOST_TRIES:
            time.sleep(0.02)
            tries, ran = tries + 1, sochibo(*words)
        done.append((words[0], ran.code, tries, time.monotonic() - begun))
    return done


def sha256_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.proof
def test_many_people_at_one_workbook(tmp_path, tell):
    """Everybody's last words stand, every write has its line in the log and its backup, the workbook is whole, nothing else is left."""
    book = Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "so.xlsx"))
    each = JOBS // PEOPLE
    with multiprocessing.get_context("spawn").Pool(PEOPLE) as pool:
        done = [one for jobs in pool.starmap(at_work, [(book, who, each) for who in range(PEOPLE)]) for one in jobs]

    writes = [one for one in done if one[0] == "put"]
    waits = sum(tries - 1 for _, _, tries, _ in writes)
    longest = max(seconds for *_, seconds in done)
    tell(f"{PEOPLE} tiến trình trên một sổ, {len(done)} việc, {len(writes)} lần ghi: chờ {waits} lần, lâu nhất {longest:.1f} giây, không hỏng tệp nào")
    assert {code for command, code, *_ in done if command != "check"} == {0}
    assert {code for command, code, *_ in done if command == "check"} <= {0, 1}
    sheet = openpyxl.load_workbook(book)["Đảng viên"]
    last = each - 1 - (each - 1) % 2
    assert [sheet[f"V{FIRST_ROW + who}"].value for who in range(PEOPLE)] == [f"{who} lần {last}" for who in range(PEOPLE)]
    lines = [json.loads(line) for line in (tmp_path / "Nhật ký" / "so.xlsx.jsonl").read_text("utf-8").splitlines()]
    assert [line["sequence"] for line in lines] == list(range(1, len(writes) + 1))
    assert {line["command"] for line in lines} == {"put"}
    before, after = ({line[when] for line in lines} for when in ("before", "after"))
    assert (before - after, after - before) == ({sha256_of(ROOT / "workbooks" / "mau.xlsx")}, {sha256_of(book)})
    assert sochibo("verify", tmp_path).code == 0
    left = [path.name for path in tmp_path.rglob("*") if path.name.endswith(".tmp") or (path.name == ".sochibo.lock" and path.parent == tmp_path)]
    assert left == []
