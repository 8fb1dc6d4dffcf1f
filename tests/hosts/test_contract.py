"""One contract for every host: a closed file, Excel through xlwings, and each line added to contract/hosts.py."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from addin.core.grids import Range, SquareError
from addin.core.places import Place
from addin.core.writes import RowAppend, SheetReplace, Write, Writes
from addin.errors import RefusedWrite
from addin.jobs.check import check
from addin.jobs.opening import open_book
from addin.jobs.rate import rate
from tests.hosts.contract.hosts import HOSTS, closed
from tests.hosts.contract.workbook import CONTENT, contract_workbook

ROOT = Path(__file__).parents[2]
ON = date(2026, 3, 1)


@pytest.fixture(params=HOSTS)
def open_host(request):
    """How a workbook file becomes an open host."""
    return request.param


@pytest.fixture
def host(open_host, tmp_path):
    """The contract's workbook in the host."""
    with open_host(contract_workbook(tmp_path / "Sổ = tháng 1.xlsx")) as opened:
        yield opened


def grid_of(host, name="Danh sách"):
    return next(grid for grid in host.grids() if grid.sheet == name)


def filled(grid):
    return {
        (row, column): value
        for row, line in enumerate(grid.values, 1)
        for column, value in enumerate(line, 1)
        if value is not None
    }


def write(cell, value, sheet="Danh sách"):
    return Write(Place.at(sheet, cell), value, "thử")


def everything(host):
    """All that is read, in a form two hosts can be compared in; results of formulas apart."""
    return {
        grid.sheet: (
            {at: value for at, value in filled(grid).items() if at not in grid.formulas},
            grid.formulas,
            set(grid.merged),
            grid.hidden_rows,
            grid.state,
        )
        for grid in host.grids()
    }


def test_name_is_that_of_the_workbook(host):
    """A name with an equals sign is kept whole."""
    assert host.name == "Sổ = tháng 1.xlsx"


def test_values_are_read_as_they_stand(host):
    """Text, leading zeros, numbers, days, moments and flags."""
    found = filled(grid_of(host))

    assert {at: value for at, value in found.items() if at != (4, 4)} == CONTENT


def test_an_error_is_no_blank(host):
    """An error value keeps its code."""
    assert grid_of(host).at(4, 4) == SquareError("#DIV/0!")


def test_what_surrounds_the_values_is_read(host):
    """Merges, formulas, hidden rows, size."""
    grid = grid_of(host)

    assert set(grid.merged) == {Range(1, 1, 1, 4)}
    assert grid.formulas == {(3, 4), (4, 4)}
    assert grid.hidden_rows == {4}
    assert grid.row_count == 5


def test_sheets_come_in_order_with_their_state(host):
    """Hidden sheets are read, and said to be hidden."""
    assert [(grid.sheet, grid.state) for grid in host.grids()] == [
        ("Danh sách", "visible"),
        ("Khoá", "visible"),
        ("Ẩn", "hidden"),
    ]
    about_sheets = [found for found in host.noticed() if found.place.sheet]
    assert [(found.rule, found.place.sheet) for found in about_sheets] == [("SHT151", "Ẩn")]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("A5", "Phạm Thị Quý"),
        ("A5", "0123"),
        ("A5", "03/9/2019"),
        ("A5", "=1+1"),
        ("A5", "TRUE"),
        ("A5", "#N/A"),
        ("A5", "hai\ndòng"),
        ("C5", 7),
        ("C5", 0.25),
        ("B5", date(2024, 2, 29)),
        ("C5", date(2024, 2, 29)),
        ("E5", True),
        ("E3", False),
        ("A3", None),
        ("G9", "ngoài bảng"),
    ],
)
def test_a_value_written_is_the_value_read(host, cell, value):
    """Whatever it looks like, it stays what it was meant to be; nothing else changes."""
    before = everything(host)
    place = Place.at("Danh sách", cell)

    host.apply(Writes((write(cell, value),)))

    after = everything(host)
    assert grid_of(host).at(place.row, place.column) == value
    assert type(grid_of(host).at(place.row, place.column)) is type(value) or isinstance(value, int | float)
    for found in (before, after):
        found["Danh sách"][0].pop((place.row, place.column), None)
    without_serials = {sheet: facts[:-1] for sheet, facts in after.items()}
    assert without_serials == {sheet: facts[:-1] for sheet, facts in before.items()}


def test_rows_are_added_below(host):
    """Two rows after the same row come one below the other, in their order."""
    rows = (
        RowAppend("Danh sách", 5, ((1, "Một"), (2, date(2025, 1, 2))), "thử"),
        RowAppend("Danh sách", 5, ((1, "Hai"), (3, 2)), "thử"),
    )

    host.apply(Writes(appends=rows))

    assert grid_of(host).row(6)[:3] == ("Một", date(2025, 1, 2), None)
    assert grid_of(host).row(7)[:3] == ("Hai", None, 2)


def test_a_filled_row_takes_no_new_row(host):
    """A row that holds something is somebody's."""
    with pytest.raises(RefusedWrite) as refused:
        host.apply(Writes(appends=(RowAppend("Danh sách", 3, ((1, "Chen"),), "thử"),)))

    assert refused.value.message == (
        "Không ghi vào 'Danh sách'!A4: dòng này đã có dữ liệu nên không thêm dòng mới vào đây được. Chưa có gì thay đổi."
    )


def test_a_sheet_of_ours_is_added_and_replaced_whole(host):
    """What a longer first version held below is gone with the second."""
    first = SheetReplace("Kết quả", (("STT", "Ngày"), (1, date(2025, 1, 2)), (2, "=không phải công thức")), (6, 12))
    second = SheetReplace("Kết quả", (("STT",), (1,)))

    host.apply(Writes(sheets=(first,)))
    added = grid_of(host, "Kết quả").values
    host.apply(Writes(sheets=(second,)))

    assert added == (("STT", "Ngày"), (1, date(2025, 1, 2)), (2, "=không phải công thức"))
    assert grid_of(host, "Kết quả").values == (("STT",), (1,))
    assert [grid.sheet for grid in host.grids()] == ["Danh sách", "Khoá", "Ẩn", "Kết quả"]


def test_a_sheet_of_the_cell_is_never_replaced(host):
    """Only what carries our mark is ours."""
    with pytest.raises(RefusedWrite) as refused:
        host.apply(Writes(sheets=(SheetReplace("Khoá", (("x",),)),)))

    assert refused.value.message == (
        "Không ghi vào 'Khoá': trang tính này là của sổ, không phải do chương trình tạo ra. Chưa có gì thay đổi."
    )


@pytest.mark.parametrize(
    ("cell", "sheet", "reason"),
    [
        ("D3", "Danh sách", "ô này có công thức"),
        ("B1", "Danh sách", "ô này nằm trong vùng gộp của ô A1"),
        ("A1", "Khoá", "ô này bị khoá vì trang tính đang được bảo vệ"),
    ],
)
def test_refusal_names_the_square_and_leaves_everything(host, cell, sheet, reason):
    """All or nothing: the good square beside a refused one is not written either."""
    before = everything(host)

    with pytest.raises(RefusedWrite) as refused:
        host.apply(Writes((write("A5", "mới"), write(cell, "mới", sheet)), sheets=(SheetReplace("Mới", (("x",),)),)))

    assert refused.value.message == f"Không ghi vào '{sheet}'!{cell}: {reason}. Chưa có gì thay đổi."
    assert everything(host) == before


def test_an_unlocked_square_of_a_protected_sheet_is_written(host):
    """Protection forbids only what is locked."""
    host.apply(Writes((write("B1", "mới", "Khoá"),)))

    assert grid_of(host, "Khoá").at(1, 2) == "mới"


def test_two_values_for_one_square_are_refused(host):
    """Which one was meant cannot be known."""
    with pytest.raises(RefusedWrite) as refused:
        host.apply(Writes((write("A5", "một"), write("A5", "hai"))))

    assert "có hai giá trị khác nhau cho cùng một ô" in refused.value.message


def test_a_sheet_that_is_not_there_is_refused(host):
    """The message names the sheets there are."""
    with pytest.raises(RefusedWrite) as refused:
        host.apply(Writes((write("A1", "x", "Không có"),)))

    assert refused.value.fix == "Chọn một trong các trang tính: Danh sách; Khoá; Ẩn."


@pytest.mark.parametrize("name", ["mau.xlsx", "so-trang.xlsx", "chi-bo-van-phong-so-2.xlsx"])
def test_the_same_job_gives_the_same_outcome_everywhere(open_host, name, tmp_path):
    """Check with marks and rate with results: the same answer, the same writes, the same squares afterwards."""
    here, there = tmp_path / "đóng" / name, tmp_path / "mở" / name
    for path in (here, there):
        path.parent.mkdir()
        shutil.copy(ROOT / "workbooks" / name, path)

    with closed(here) as file, open_host(there) as other:
        for job in (lambda opened: check(opened, ON, mark=True), lambda opened: rate(opened, 2025)):
            wanted, found = job(open_book(file)), job(open_book(other))
            assert found.result == wanted.result
            assert found.findings == wanted.findings
            assert found.effects.writes == wanted.effects.writes
            file.apply(wanted.effects.writes)
            other.apply(found.effects.writes)
            assert everything(other) == everything(file)


def test_the_registry_holds_the_closed_file_and_excel():
    """A host that leaves the list leaves the contract; this line says so."""
    assert [case.id for case in HOSTS][:2] == ["closed", "excel"]
