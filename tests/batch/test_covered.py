"""No identity or card number leaves its workbook, in findings neither (design.md §4: only their fingerprints do)."""

from __future__ import annotations

import xlsxwriter

from addin.batch.examining import as_text, examine
from addin.jobs.batch import Asked
from tests.batch.cells import YEAR, cell
from tests.batch.conftest import ON

FORMS = (int, lambda number: number[1:], lambda number: f"{number[:3]} {number[3:6]} {number[6:9]}", lambda number: f"{number[:3]}.{number[3:6]}.{number[6:]}")


def _identity(one):
    """Twelve signs of which the first alone is lost in a number."""
    return f"01{one.born.year}{one.identity[-6:]}"


def test_numbers_written_as_offices_write_them_stay_in_the_workbook(tmp_path):
    people = [one for number in (4_000, 4_001) for one in cell(number).people]
    path = tmp_path / "sổ.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Đảng viên")
        sheet.write_row(0, 0, ("STT", "Họ và tên", "Ngày sinh", "Số định danh", "Số thẻ đảng", "Ngày vào Đảng"))
        for row, one in enumerate(people, start=1):
            form = FORMS[row % len(FORMS)]
            sheet.write_row(row, 0, (row, one.name, f"{one.born:%d/%m/%Y}", form(_identity(one)), form(one.card), "19.05.2010"))
    line = examine(path, path.name, Asked.of("check,rate,summarise", YEAR, ON))
    assert any("•" in one["message"] for one in line["findings"])
    plain = as_text({**line, "sha256": None, "cell": None}).replace(" ", "").replace(".", "")
    for one in people:
        assert _identity(one)[1:-2] not in plain
        assert one.card not in plain
