"""Calls to Excel's members by number: asked for once, tried again while Excel is busy, until the deadline and no longer."""

from __future__ import annotations

import sys
import types

import pytest

from addin.hosts.excel import calls
from addin.hosts.excel.calls import Numbered, direct
from tests.hosts.excel.watch import Watch

REJECTED, TRY_LATER, IN_EDIT_MODE, EXCEPTION = -2147418111, -2147417846, -2146777998, -2147352567


class ComError(Exception):
    def __init__(self, hresult, of_the_model=0):
        super().__init__(hresult)
        self.hresult = hresult
        self.excepinfo = (0, None, None, None, 0, of_the_model) if of_the_model else None


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
            raise self.errors.pop(0)
        self.invoked.append((number, how, wants_answer, arguments))
        return [*self.members.values()][number]


@pytest.fixture(autouse=True)
def windows(monkeypatch):
    """pywin32's error, no numbers known."""
    monkeypatch.setitem(sys.modules, "pywintypes", types.SimpleNamespace(com_error=ComError))
    monkeypatch.setattr(calls, "_numbers", {})
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


BUSY = [ComError(REJECTED), ComError(TRY_LATER), ComError(IN_EDIT_MODE), ComError(EXCEPTION, IN_EDIT_MODE)]


@pytest.mark.parametrize("busy", BUSY, ids=["rejected", "try later", "edited", "edited, said by the model"])
@pytest.mark.parametrize("how", ["read", "write"])
def test_a_busy_excel_is_asked_again(busy, how):
    """Reads and writes alike: three refusals, each with a pause, then the answer."""
    watch = Watch()
    sheet = PyIDispatch({"Name": "Đảng viên"}, [busy] * 3)
    asked = Numbered(sheet, "Worksheet", watch.patience())

    if how == "read":
        assert asked.get("Name") == "Đảng viên"
    else:
        asked.put("Name", "Tổ đảng")

    assert len(sheet.invoked) == 1
    assert len(watch.slept) == 3


def test_an_excel_that_stays_busy_is_told_of_at_the_deadline():
    """Its refusal comes through, after the seconds given and no more than a pause."""
    watch = Watch()

    with pytest.raises(ComError) as refused:
        Numbered(PyIDispatch({"Name": ""}, [ComError(REJECTED)] * 999), "Worksheet", watch.patience(5.0)).get("Name")

    assert refused.value.hresult == REJECTED
    assert 5.0 <= watch.now - 100.0 <= 5.25
    assert len(watch.slept) < 40


def test_what_is_reached_has_the_same_patience():
    """A range of a sheet of a workbook waits as the workbook does."""
    watch = Watch()
    squares = PyIDispatch({"Value": 1.0}, [ComError(TRY_LATER)])

    found = Numbered(PyIDispatch({"Range": squares}), "Worksheet", watch.patience()).get("Range", "A1")

    assert found.get("Value") == 1.0
    assert watch.slept


def test_another_error_comes_through_at_once():
    """Asking again would not help."""
    sheet = PyIDispatch({"Name": ""}, [ComError(-2146827284)])

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
