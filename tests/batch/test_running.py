"""A batch: every good workbook done, every bad one named, the same bytes however often it was killed (F67, F68, F73)."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from tests.batch.conftest import GOOD
from tests.batch.faults import FAULTS
from tests.batch.runs import children_of, done, going_on, kill, resting, results, wait_for, workers_of

pytestmark = [pytest.mark.posix, pytest.mark.proof]


@pytest.fixture(scope="module")
def undisturbed(mixed, tmp_path_factory):
    """One whole run, with two processes."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    return out, done(mixed, out, "--workers", "2")


@pytest.fixture(scope="module")
def undisturbed_few(few, tmp_path_factory):
    """What the runs that are stopped are compared with."""
    out = tmp_path_factory.mktemp("few") / "out"
    done(few, out, "--workers", "2")
    return results(out)


def read(out):
    return [json.loads(line) for line in (out / "results.jsonl").read_bytes().splitlines()]


def test_every_good_one_is_done_and_every_bad_one_named(undisturbed):
    out, told = undisturbed
    assert (told["workbooks"], told["done"], told["failed"]) == (GOOD + len(FAULTS), GOOD, len(FAULTS))
    failed = [line for line in read(out) if line["status"] == "failed"]
    assert [line["workbook"] for line in failed] == [f"hỏng/{90_000 + fault:05}.xlsx" for fault in range(len(FAULTS))]
    assert all(line["reason"] and line["fix"] and "Traceback" not in line["reason"] and "lỗi với sổ này" not in line["reason"] for line in failed)


def test_lines_stand_in_the_order_of_the_names_and_keep_the_contract(undisturbed):
    out, _ = undisturbed
    lines = read(out)
    assert [line["workbook"] for line in lines] == sorted(line["workbook"] for line in lines)
    good = next(line for line in lines if line["status"] == "done")
    assert {"workbook", "sha256", "status", "reason", "check", "rate", "figures"} <= good.keys()
    assert {"year", "by_level", "cap", "over"} <= good["rate"].keys()
    assert set(good["check"]) == {"error", "warning", "notice"}
    assert all({"code", "severity", "sheet", "cell", "message"} <= finding.keys() for finding in good["findings"])


def test_the_workbook_of_the_run_is_read_by_another_program(undisturbed):
    out, _ = undisturbed
    book = openpyxl.load_workbook(out / "summary.xlsx")
    assert book.sheetnames == ["Tổng quan", "Không làm được", "Lỗi theo mã", "Xếp loại", "Vượt giới hạn", "Từng sổ"]
    assert book["Không làm được"].max_row == 2 + len(FAULTS)
    assert book["Từng sổ"].max_row == 2 + GOOD + len(FAULTS)
    rated = sum(sum(line["rate"]["by_level"].values()) for line in read(out) if line["status"] == "done")
    assert sum(row[1].value for row in book["Xếp loại"].iter_rows(min_row=3, max_row=6)) == rated


def test_the_tables_say_what_the_lines_say(undisturbed):
    out, _ = undisturbed
    lines = read(out)
    findings = pd.read_parquet(out / "tables" / "findings.parquet")
    assert len(findings) == sum(len(line.get("findings", ())) for line in lines)
    ratings = pd.read_parquet(out / "tables" / "ratings.parquet")
    assert ratings["level"].value_counts().to_dict() == pd.Series([one["level"] for line in lines for one in (line.get("cell") or {}).get("members", ()) if one["level"]]).value_counts().to_dict()
    books = pd.read_parquet(out / "tables" / "workbooks.parquet")
    assert list(books["workbook"]) == [line["workbook"] for line in lines]


def test_identity_and_card_numbers_are_nowhere_in_the_results(undisturbed, mixed):
    out, _ = undisturbed
    sheet = openpyxl.load_workbook(mixed / "00003.xlsx")["Đảng viên"]
    numbers = [cell.value.encode() for row in sheet.iter_rows(min_row=2, min_col=4, max_col=5) for cell in row if cell.value]
    assert numbers
    for name, content in results(out).items():
        assert not any(number in content for number in numbers), name


def test_exit_code_is_one_where_a_workbook_failed(good, mixed, tmp_path):
    small = tmp_path / "list.txt"
    small.write_text(str(mixed / "hỏng" / "90000.xlsx"), "utf-8")
    done(small, tmp_path / "out", code=(1,))


def test_a_second_run_uses_what_is_there_and_changes_no_byte(undisturbed, mixed):
    out, _ = undisturbed
    before = {name: (out / name).stat().st_mtime_ns for name in results(out)}
    told = done(mixed, out, "--workers", "2")
    assert told["reused"] == GOOD + len(FAULTS)
    assert {name: (out / name).stat().st_mtime_ns for name in results(out)} == before


def test_the_log_of_the_folder_is_verified_and_a_changed_result_found(few, tmp_path):
    out = tmp_path / "out"
    done(few, out, "--workers", "2")
    verify = [sys.executable, "-m", "addin", "verify", str(out)]
    assert subprocess.run(verify, capture_output=True, check=False).returncode == 0
    with (out / "results.jsonl").open("ab") as file:
        file.write(b" ")
    found = subprocess.run(verify, capture_output=True, check=False)
    assert found.returncode == 1
    assert "results.jsonl" in found.stdout.decode()


def test_only_what_changed_is_done_again(good, tmp_path):
    copied = tmp_path / "sổ"
    copied.mkdir()
    for path in sorted(good.iterdir())[:4]:
        (copied / path.name).write_bytes(path.read_bytes())
    assert done(copied, tmp_path / "out")["reused"] == 0
    (copied / "00001.xlsx").write_bytes((good / "00005.xlsx").read_bytes())
    (copied / "00002.xlsx").unlink()
    told = done(copied, tmp_path / "out")
    assert (told["workbooks"], told["reused"]) == (3, 2)
    other_year = done(copied, tmp_path / "out", "--year", "2024")
    assert other_year["reused"] == 0


def test_killed_by_power_it_goes_on_where_it_was(undisturbed_few, few, tmp_path):
    out = tmp_path / "out"
    with resting(few, out, 3, "--workers", "2") as process:
        for pid in (process.pid, *children_of(process.pid)):
            kill(pid)
    with (out / "unfinished.jsonl").open("ab") as file:
        file.write(b'{"workbook":"00009.xlsx","sha')  # the line that was being written
    told = done(few, out, "--workers", "2")
    assert told["reused"] >= 3
    assert results(out) == undisturbed_few


def test_a_killed_coordinator_leaves_no_process_behind(few, tmp_path):
    with resting(few, tmp_path / "out", 2, "--workers", "2") as process:
        below = children_of(process.pid)
        assert len(below) >= 2
        kill(process.pid)
        process.wait()
        wait_for(lambda: not any(Path(f"/proc/{pid}").exists() and "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][:3] for pid in below), 60)


def test_a_killed_worker_takes_nothing_along(undisturbed_few, few, tmp_path):
    out = tmp_path / "out"
    with resting(few, out, 1, "--workers", "2") as process:
        kill(workers_of(process.pid)[-1])
        _, errors = going_on(process, out)
    assert "Traceback" not in errors
    assert results(out) == undisturbed_few


def test_ctrl_c_says_how_to_go_on(undisturbed_few, few, tmp_path):
    out = tmp_path / "out"
    with resting(few, out, 3, "--workers", "2") as process:
        process.send_signal(signal.SIGINT)
        told, errors = process.communicate(timeout=120)
    assert process.returncode == 2, errors
    assert json.loads(told)["error"]["kind"] == "stopped"
    assert "làm tiếp" in json.loads(told)["error"]["fix"]
    done(few, out, "--workers", "2")
    assert results(out) == undisturbed_few


def test_two_runs_into_one_folder(few, tmp_path):
    out = tmp_path / "out"
    with resting(few, out, 1, "--workers", "1"):
        told = done(few, out, code=(4,))
    assert told["error"]["kind"] == "open_elsewhere"
