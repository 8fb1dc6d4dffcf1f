"""What buttons do to an open workbook stands in the log beside its file, as what commands do (F63)."""

from __future__ import annotations

import json
from datetime import datetime

from addin.clicks.click import Click
from addin.hosts.account import account, machine
from addin.ribbon import press
from tests.command import sochibo
from tests.hosts.memory_engine.dialog import Person
from tests.ribbon.pressing import NAME, ON

NOW = datetime(2026, 3, 1, 8, 30)


def test_a_button_that_writes_and_the_one_that_takes_back(click, tmp_path):
    """Who, which machine, which button; no fingerprint of a file that nobody saved yet. Reading leaves no line."""
    for button in ("agenda", "check", "undo"):
        assert press(button, Click(click.excel.host(NAME), Person(True), ON, now=NOW)) == 0

    path = tmp_path / "Nhật ký" / f"{NAME}.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(line["command"], line["who"], line["machine"], line["workbook"]) for line in lines] == [
        (button, account(), machine(), NAME) for button in ("check", "undo")
    ]
    assert lines[0]["sheets"][0]["sheet"] == "Lỗi dữ liệu"
    assert not {"before", "after"} & lines[0].keys()
    assert lines[0]["at"].startswith("2026-03-01T08:30:00")
    assert sochibo("verify", tmp_path).code == 0


def test_who_says_no_leaves_none(click, tmp_path):
    """Nothing was written."""
    press("check", Click(click.excel.host(NAME), Person(False), ON, now=NOW))

    assert not (tmp_path / "Nhật ký").exists()
