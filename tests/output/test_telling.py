"""Results are values; `output` alone has the words, and every result has its teller."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from dataclasses import FrozenInstanceError, fields
from datetime import date, datetime
from pathlib import Path

import pytest

from addin import jobs
from addin.cli.way_in import cli
from addin.core.places import Place
from addin.core.summaries.to_do import Command, Item, State
from addin.hosts.closed.save.saving import Undone
from addin.hosts.live import TakenBack
from addin.jobs.agenda import AgendaResult
from addin.jobs.undo import UndoResult
from addin.output.box import fitted, taken_back
from addin.output.telling import box_of, form_of, lines_of
from tests.conftest import ROOT

JOBS = [importlib.import_module(f"addin.jobs.{found.name}") for found in pkgutil.iter_modules(jobs.__path__)]
RESULTS = [
    made
    for job in JOBS
    for name, made in vars(job).items()
    if inspect.isclass(made) and name.endswith("Result") and made.__module__ == job.__name__
]
DOORS = sorted([*(ROOT / "addin" / "clicks").glob("*.py"), *(ROOT / "addin" / "cli").glob("*.py"), *(ROOT / "addin").glob("*.py")])
CUTTING = {"startswith", "endswith", "partition", "rpartition", "split", "rsplit", "splitlines", "removeprefix", "removesuffix", "find", "index"}
OF_THE_USER = {
    ("data.py", "rsplit"),  # --answer MÃ=GIÁ_TRỊ, as typed
    ("decision_terms.py", "split"),  # the days of a line, as typed
    ("deciding.py", "startswith"),  # “Tổ …”, “Toàn …” in a square of the plan
    ("next_finding.py", "index"),  # the place among places
    ("teaching.py", "partition"),  # "1 = Ghi chú", as typed
    ("teaching.py", "split"),
}


def test_there_is_a_result_for_every_command():
    """As many as commands, and more: some answer in two ways."""
    assert len(RESULTS) >= len(cli.commands)


@pytest.mark.parametrize("result", RESULTS, ids=lambda made: made.__name__)
def test_every_result_has_its_teller(result):
    """The module of output named like the job's: form, lines and box."""
    telling = importlib.import_module(f"addin.output.{result.__module__.rpartition('.')[2]}")

    assert all(callable(getattr(telling, name)) for name in ("form", "lines", "box"))


@pytest.mark.parametrize("result", RESULTS, ids=lambda made: made.__name__)
def test_a_result_is_a_frozen_value(result):
    """No dictionary that could be JSON, no ready lines; nobody changes it afterwards."""
    assert not [field.name for field in fields(result) if "dict" in str(field.type) or field.name in {"lines", "answer", "text"}]
    blank = object.__new__(result)
    with pytest.raises((FrozenInstanceError, TypeError)):
        blank.anything = 1


def test_no_job_makes_json_or_speaks_for_a_door():
    """Jobs return results; what `install` writes into a file of its own is no answer."""
    makers = {
        Path(job.__file__).name
        for job in JOBS
        for node in ast.walk(ast.parse(Path(job.__file__).read_text("utf-8")))
        if isinstance(node, ast.Import) and any(name.name == "json" for name in node.names)
    }

    assert makers <= {"install.py"}


def test_no_door_cuts_a_text():
    """A door that takes a sentence apart lacks a value; what users type is taken apart where it is typed."""
    found = {
        (path.name, node.func.attr)
        for path in DOORS
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CUTTING
    }

    assert found <= OF_THE_USER


def test_an_undo_names_the_write_its_time_and_where_the_undone_is():
    """One sentence for all three doors."""
    undone = Undone(Path("sổ.xlsx"), "Ghi xếp loại 2026", datetime(2026, 11, 23, 8, 30), 3, Path("Sao lưu") / "sổ.1.xlsx")
    sentence = (
        "Đã hoàn tác «Ghi xếp loại 2026» (3 ô, ghi lúc 08:30 ngày 23/11/2026)."
        " Bản vừa bỏ được giữ ở «sổ.1.xlsx» trong thư mục «Sao lưu»."
    )

    result = UndoResult("sổ.xlsx", undone)

    assert form_of(result) == {"workbook": "sổ.xlsx", "message": sentence}
    assert lines_of(result) == box_of(result) == (sentence,)


@pytest.mark.parametrize(
    ("undone", "told"),
    [
        (TakenBack(4, ("Lỗi dữ liệu",)), "Đã hoàn tác lần ghi gần nhất vào sổ «sổ.xlsx»: 4 ô, sheet “Lỗi dữ liệu”."),
        (TakenBack(has_notes=True), "Đã hoàn tác lần ghi gần nhất vào sổ «sổ.xlsx»: các ghi chú."),
        (TakenBack(), "Đã hoàn tác lần ghi gần nhất vào sổ «sổ.xlsx»."),
    ],
)
def test_what_was_taken_back_in_an_open_workbook(undone, told):
    """As much as the office says."""
    assert "\n".join(taken_back(undone, "sổ.xlsx")) == told


@pytest.mark.parametrize(
    ("lines", "longest", "box"),
    [
        (["một", "", "hai"], 100, "một\nhai"),
        (["một", "hai", "ba"], 7, "một\nhai\n… và 1 dòng nữa."),
        (["một\nhai", "ba"], 5, "một\n… và 2 dòng nữa."),
        (["một dòng dài", "hai"], 4, "một \n… và 2 dòng nữa."),
        ([], 4, ""),
    ],
)
def test_a_box_holds_whole_lines_and_says_how_many_are_left_out(lines, longest, box):
    """A line within a line counts as one; only a first line that fits nowhere is cut, and its rest counts."""
    assert fitted(lines, longest) == box


@pytest.mark.parametrize(
    ("command", "words", "in_lines", "in_box"),
    [
        (Command("decide", ("--next",)), "decide --next", ' → sochibo decide "sổ.xlsx" --next (nút “Ra quyết định”)', " → nút “Ra quyết định”"),
        (Command("document"), "document", ' → sochibo document "sổ.xlsx"', ""),
        (Command("summarise", ("--from", "2020")), "summarise --from 2020", ' → sochibo summarise "sổ.xlsx" --from 2020 (nút “Tổng kết nhiệm kỳ”)', " → nút “Tổng kết nhiệm kỳ”"),
        (
            None, 'put "Kế hoạch!C4=…" --write', ' → sochibo put "sổ.xlsx" "Kế hoạch!C4=…" --write (nút “Kiểm tra dữ liệu”)',
            " → ghi ô 'Kế hoạch'!C4 rồi bấm nút “Kiểm tra dữ liệu”",
        ),
    ],
)
def test_what_helps_is_a_command_on_a_terminal_and_a_button_in_a_box(command, words, in_lines, in_box):
    """A command without its button among the agenda's is not told in a box; what only a person knows is put into its square."""
    square = Place("Kế hoạch", 4, 3)
    item = Item("x", State.DUE, "Ra quyết định.", date(2026, 4, 1), command, (square,), square)
    result = AgendaResult("sổ.xlsx", date(2026, 3, 1), (item,))
    line = "• Đến hạn: Ra quyết định. (hạn 01/4/2026) ['Kế hoạch'!C4]"

    assert form_of(result)["items"][0]["command"] == words
    button = form_of(result)["items"][0]["button"]
    assert (button or "") in in_box
    assert bool(button) is bool(in_box)
    assert lines_of(result) == ("Việc cần làm đến 01/3/2026: 01 việc.", line + in_lines)
    assert box_of(result) == ("Việc cần làm đến 01/3/2026: 01 việc.", line + in_box)
