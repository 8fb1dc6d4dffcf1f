"""Of a workbook that was closed nothing stays in the resident (F66): seen by what the garbage collector still finds."""

from __future__ import annotations

import gc
import secrets
import shutil

import openpyxl

from addin import ribbon
from addin.core.grids import Grid
from addin.core.tables.rows.book import Book
from addin.resident import serving
from addin.resident.wire import Request
from tests.conftest import ROOT
from tests.hosts.memory_engine.dialog import Person
from tests.hosts.memory_engine.excel import PID, memory_excel

NAME = "sổ.xlsx"


def held(mark):
    """Books and sheets of the mark that are alive, and containers that hold a text with it."""
    gc.collect()
    alive, texts = 0, 0
    for one in gc.get_objects():
        if type(one) is Book:
            alive += any(mark in (member.full_name or "") for member in one.members)
        elif type(one) is Grid:
            alive += any(type(raw) is str and mark in raw for row in one.values for raw in row)
        elif type(one) in (list, tuple, set, frozenset):
            texts += any(type(part) is str and mark in part for part in one)
        elif type(one) is dict:
            texts += any(type(part) is str and mark in part for pair in one.items() for part in pair)
    return alive, texts


def marked(tmp_path):
    """Puts a member of a name nobody else has into the sample: its mark. No fixture, for those keep what they give."""
    mark = f"Kín{secrets.token_hex(6)}"
    book = shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / NAME)
    workbook = openpyxl.load_workbook(book)
    workbook["Đảng viên"]["B5"].value = f"Nguyễn {mark} An"
    workbook.save(book)
    workbook.close()
    return mark


def test_a_closed_workbook_is_forgotten_at_the_next_look_around(tmp_path, monkeypatch):
    """Two buttons read it and keep it; while it is shown it stays, when it is closed all of it goes."""
    mark = marked(tmp_path)
    is_shown = [True]
    monkeypatch.setattr(serving, "shows", lambda window, workbook: (window, workbook) == (PID, NAME) and is_shown[0])
    press = ribbon.ExcelPresser()
    resident = serving.Resident(press, press.forget)
    with memory_excel(tmp_path) as excel:
        excel.open(tmp_path / NAME)
        for button in ("check", "agenda"):
            assert resident.called(Request(button, NAME, PID), Person(answer=False)) == 0
        resident._let_go()
    del excel
    kept = held(mark)
    is_shown[0] = False

    resident._let_go()

    assert min(kept) > 0, kept
    assert held(mark) == (0, 0)


def test_nothing_is_forgotten_during_a_job(monkeypatch):
    """A click at work holds its own."""
    forgotten = []
    monkeypatch.setattr(serving, "shows", lambda *_: False)
    resident = serving.Resident(lambda *_: resident._let_go() or 0, lambda: forgotten.append(True))

    assert resident.called(Request("check", NAME, PID), Person()) == 0
    assert forgotten == []
    resident._let_go()
    resident._let_go()
    assert forgotten == [True]
