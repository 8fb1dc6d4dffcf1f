"""Calls to Excel's members by number: asked for once, tried again while Excel is busy, and not a moment longer."""

from __future__ import annotations

import sys
import types

import pytest

from addin.hosts.excel import calls
from addin.hosts.excel.calls import REJECTED, TRY_LATER, Numbered, direct


class ComError(Exception):
    def __init__(self, hresult):
        super().__init__(hresult)
        self.hresult = hresult


class PyIDispatch:
    """What pywin32 hands back for an object; errors come first, then the answers of its members."""

    asked = 0

    def __init__(self, members, errors=()):
        self.members, self.errors, self.invoked = members, list(errors), []

    def GetIDsOfNames(self, _language, name):
        PyIDispatch.asked += 1
        return [*self.members].index(name)

    def Invoke(self, number, language, how, wants_answer, *arguments):
        if self.errors:
            raise ComError(self.errors.pop(0))
        self.invoked.append((number, how, wants_answer, arguments))
        return [*self.members.values()][number]


@pytest.fixture(autouse=True)
def windows(monkeypatch):
    """pywin32's error, no waiting, no numbers known."""
    monkeypatch.setitem(sys.modules, "pywintypes", types.SimpleNamespace(com_error=ComError))
    monkeypatch.setattr(calls, "_numbers", {})
    monkeypatch.setattr(calls, "_PAUSES", (0, 0, 0))
    monkeypatch.setattr(PyIDispatch, "asked", 0)


def test_a_member_is_called_and_an_object_stays_one():
    """A value as it is, an object with members of its own, an object as an argument as Excel knows it."""
    squares = PyIDispatch({"Value": ((1.0,),)})
    sheet = Numbered(PyIDispatch({"Range": squares, "CountA": 1.0}), "Worksheet")

    found = sheet.get("Range", "A1")

    assert found.get("Value") == ((1.0,),)
    assert sheet.get("CountA", found) == 1.0
    assert sheet.inner.invoked == [(0, 3, True, ("A1",)), (1, 3, True, (squares,))]


def test_a_member_is_set():
    """As a change of a property, without an answer."""
    window = PyIDispatch({"SplitRow": None})

    Numbered(window, "Window").put("SplitRow", 1)

    assert window.invoked == [(0, 4, False, (1,))]


def test_a_number_is_asked_for_once_for_all_objects_of_a_kind():
    """Thirty sheets, one question; another kind is another question."""
    for _ in range(30):
        Numbered(PyIDispatch({"Name": "Đảng viên"}), "Worksheet").get("Name")
    Numbered(PyIDispatch({"Index": 1, "Name": "x"}), "Workbook").get("Name")

    assert PyIDispatch.asked == 2


@pytest.mark.parametrize("busy", [REJECTED, TRY_LATER])
def test_a_busy_excel_is_asked_again(busy):
    """Three refusals, then the answer."""
    sheet = PyIDispatch({"Name": "Đảng viên"}, [busy] * 3)

    assert Numbered(sheet, "Worksheet").get("Name") == "Đảng viên"


def test_an_excel_that_stays_busy_is_told_of():
    """After the last pause its refusal comes through."""
    with pytest.raises(ComError) as refused:
        Numbered(PyIDispatch({"Name": ""}, [REJECTED] * 9), "Worksheet").get("Name")

    assert refused.value.hresult == REJECTED


def test_another_error_comes_through_at_once():
    """Asking again would not help."""
    sheet = PyIDispatch({"Name": ""}, [-2146827284])

    with pytest.raises(ComError):
        Numbered(sheet, "Worksheet").get("Name")

    assert not sheet.invoked


def test_an_engine_without_com_is_asked_by_name():
    """The same members as attributes; a member that is a procedure is called."""
    api = types.SimpleNamespace(Name="Đảng viên", Activate=types.MethodType(lambda self: "đã mở", object()))

    sheet = direct(api, "Worksheet")
    sheet.put("Name", "Tổ đảng")

    assert sheet.get("Name") == "Tổ đảng"
    assert sheet.get("Activate") == "đã mở"
