"""Invented party cells by number: a small workbook each, and beside it the facts an adding-up must come to.

Written with XlsxWriter, some milliseconds a workbook, so that thousands can be made; the facts are the generator's own.
"""

# ruff: noqa: S311 - seeded on purpose
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import xlsxwriter

YEAR = 2025
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Khánh", "Lan", "Minh", "Nga", "Oanh", "Phúc", "Quân", "Sơn", "Thảo", "Yến")
LEVELS = ("HTXS", "HTT", "HTT", "HTT", "HTN", "KHT")
MIDDLES = ("Thử", "Mẫu", "Ví", "Dụ", "Giả", "Định", "Tạm", "Nháp", "Hư", "Cấu", "Đặt", "Bịa", "Tưởng", "Khống")
"""One each, so that nobody shares a name in a cell."""
KINDS = ("Kiểm tra", "Giám sát chuyên đề")


@dataclass
class Person:
    name: str
    born: date
    identity: str
    card: str
    is_official: bool
    level: str


@dataclass
class Cell:
    """One cell: `typed_total` under the member list, None for a right one."""

    number: int
    name: str
    superior: str
    people: list[Person] = field(default_factory=list)
    inspected: list[tuple[int, str]] = field(default_factory=list)
    disciplined: list[int] = field(default_factory=list)
    year: int = YEAR
    typed_total: int | None = None

    @property
    def file(self) -> str:
        return f"{self.number:05}.xlsx"


def cell(number: int, superior: str = "Đảng bộ xã Thử") -> Cell:
    chance = Random(f"cell {number}")
    made = Cell(number, f"Chi bộ Ví Dụ {number}", superior)
    for place in range(chance.randint(5, 14)):
        born = date(chance.randint(1955, 1999), chance.randint(1, 12), chance.randint(1, 28))
        name = f"{chance.choice(FAMILIES)} {MIDDLES[place]} {chance.choice(GIVEN)} {chance.choice(GIVEN)}"
        number_of = number * 100 + place
        made.people.append(Person(name, born, f"{number_of:012}", f"{50_000_000 + number_of:08}", chance.random() < 0.9, chance.choice(LEVELS)))
    made.inspected = [(place, chance.choice(KINDS)) for place in chance.sample(range(len(made.people)), 3)]
    made.disciplined = [0] if chance.random() < 0.2 else []
    return made


def write(made: Cell, folder: Path) -> Path:
    path = folder / made.file
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        settings = book.add_worksheet("Thiết lập")
        for row, line in enumerate((("Mục", "Giá trị"), ("Tên chi bộ", made.name), ("Đảng bộ cấp trên", made.superior), ("Địa danh", "Thử"))):
            settings.write_row(row, 0, line)
        members = book.add_worksheet("Đảng viên")
        members.write_row(0, 0, ("STT", "Họ và tên", "Ngày sinh", "Số định danh", "Số thẻ đảng", "Ngày vào Đảng", "Ngày chính thức"))
        for row, one in enumerate(made.people, start=1):
            members.write_row(row, 0, (row, one.name))
            members.write_datetime(row, 2, one.born, day)
            members.write_string(row, 3, one.identity)
            members.write_string(row, 4, one.card)
            members.write_datetime(row, 5, date(2010, 5, 19), day)
            if one.is_official:
                members.write_datetime(row, 6, date(2011, 5, 19), day)
        members.write_string(len(made.people) + 1, 0, f"Tổng số: {made.typed_total or len(made.people)} đảng viên")
        ratings = book.add_worksheet("Xếp loại")
        ratings.write_row(0, 0, ("Năm", "Đảng viên", "Cấp trên quyết định"))
        for row, one in enumerate(made.people, start=1):
            ratings.write_row(row, 0, (made.year, one.name, one.level))
        inspections = book.add_worksheet("Kiểm tra")
        inspections.write_row(0, 0, ("Số quyết định", "Ngày quyết định", "Năm", "Hình thức", "Đảng viên", "Nội dung"))
        for row, (place, kind) in enumerate(made.inspected, start=1):
            inspections.write_row(row, 0, (f"{row:02}-QĐ/CB",))
            inspections.write_datetime(row, 1, date(made.year, 6, row), day)
            inspections.write_row(row, 2, (made.year, kind, made.people[place].name, "TD"))
        disciplines = book.add_worksheet("Kỷ luật")
        disciplines.write_row(0, 0, ("Đảng viên", "Hình thức", "Số quyết định", "Ngày quyết định"))
        for row, place in enumerate(made.disciplined, start=1):
            disciplines.write_row(row, 0, (made.people[place].name, "Khiển trách", f"{row:02}-QĐ/CB"))
            disciplines.write_datetime(row, 3, date(made.year, 9, 9), day)
    return path
