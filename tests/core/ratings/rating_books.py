"""Builds small books for rating tests from the flat fields a case gives."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from addin.core.dates import PartialDate
from addin.core.levels import Level
from addin.core.places import Place
from addin.core.tables.rows.ballots import BallotCount, Tally
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import Kind, Row, RowSource, columns_of
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.organisation import Appointment
from addin.core.tables.rows.ratings import CellYear, RatingRow
from addin.core.tables.rows.settings import RaisedQuota, Settings
from addin.core.tables.rows.supervision import Task

NAME = "Nguyễn Văn Mẫu"
SHEETS = {
    Member: "Đảng viên", RatingRow: "Xếp loại", BallotCount: "Kiểm phiếu", Tally: "Phiếu đếm", Discipline: "Kỷ luật",
    Inspection: "Kiểm tra", Appointment: "Phân công", CellYear: "Chi bộ", Task: "Nhiệm vụ",
}  # fmt: skip


def row(row_type: type[Row], number: int = 2, **values: Any) -> Any:
    """A row whose every column stands in the order of its declaration."""
    columns = columns_of(row_type)
    kinds = {column.key: column.kind for column in columns}
    read = {("from_" if key == "from" else key): read_value(kinds[key], value) for key, value in values.items()}
    source = RowSource(SHEETS.get(row_type, row_type.__name__), number, {column.key: at for at, column in enumerate(columns, 1)})
    return row_type(source=source, **read)


def read_value(kind: Kind, value: Any) -> Any:
    """A case's plain value as the reader would give it."""
    if value is None:
        return None
    if kind is Kind.DATE:
        return partial(value)
    if kind is Kind.NUMBER:
        return Decimal(str(value))
    if kind is Kind.LEVEL:
        return Level(value)
    if kind is Kind.LEVELS:
        return tuple(Level(one) for one in value)
    return tuple(value) if isinstance(value, list) else value


def partial(value: Any) -> PartialDate:
    """2021-06-30, 2021-06 or 2021."""
    if isinstance(value, date):
        return PartialDate.of(value)
    return PartialDate(*(int(part) for part in str(value).split("-")))


def member(number: int = 2, name: str = NAME, **values: Any) -> Member:
    """An official member of long standing."""
    defaults = {"birth_date": "1980-01-02", "admitted_on": "2005-02-03", "official_on": "2006-02-03"}
    return row(Member, number, full_name=name, **(defaults | values))


def rating(year: int, number: int = 2, name: str = NAME, **values: Any) -> RatingRow:
    """A rating row with nothing but what is given."""
    return row(RatingRow, number, year=year, member=name, **values)


def settings(**values: Any) -> Settings:
    """Settings with the dictionary's defaults; `raised` is a share and its paper, `other` plain texts."""
    values = dict(values)
    if "raised" in values:
        share, document = values.pop("raised")
        values["quota_rate_raised"] = RaisedQuota(Decimal(str(share)), document)
    if "ballot_threshold" in values:
        values["ballot_threshold"] = Decimal(str(values["ballot_threshold"]))
    if "other" in values:
        values["other"] = {key: (text, Place("Thiết lập", 9, 2)) for key, text in values["other"].items()}
    assert set(values) <= {one.name for one in fields(Settings)}
    return Settings(**values)


def rolled(year: int, levels: dict[str, int]) -> tuple[tuple[Member, ...], tuple[RatingRow, ...]]:
    """So many members the cell voted into each level, each by the votes of everybody."""
    members, rows = [], []
    total = sum(levels.values())
    for level, count in levels.items():
        for _ in range(count):
            at = len(members) + 2
            name = f"Trần Thị Số {at}"
            members.append(member(at, name, staff_kind="Hưu trí"))
            rows.append(rating(year, at, name, **{f"votes_{level.lower()}": total}))
    return tuple(members), tuple(rows)


def book_of(case: dict[str, Any]) -> Book:
    """The book of one case: one member and row, or a whole roll, and the other sheets it names."""
    year = case["year"]
    if "roll" in case:
        members, rows = rolled(year, case["roll"])
    else:
        members = (member(**case.get("member", {})),)
        rows = (rating(year, **case["row"]),) if "row" in case else ()
    about = members[0].full_name
    ballots = case.get("ballots", [case["ballot"]] if "ballot" in case else [])
    return Book(
        settings=settings(**case.get("settings", {})),
        members=members,
        ratings=rows,
        disciplines=tuple(row(Discipline, at, **({"member": about} | one)) for at, one in enumerate(case.get("disciplines", []), 2)),
        ballot_counts=tuple(row(BallotCount, at, year=year, **one) for at, one in enumerate(ballots, 2)),
        tasks=tuple(row(Task, at, member=about, **one) for at, one in enumerate(case.get("tasks", []), 2)),
        inspections=tuple(row(Inspection, at, member=about, **one) for at, one in enumerate(case.get("inspections", []), 2)),
        appointments=tuple(row(Appointment, at, member=about, **one) for at, one in enumerate(case.get("appointments", []), 2)),
        cell_years=(row(CellYear, 2, year=year, **case["cell"]),) if "cell" in case else (),
    )
