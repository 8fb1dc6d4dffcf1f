"""`export`: the member list for the national database, or a copy of all tables without anybody's name, the key apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.persons.roll import belongs
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Column, Kind, Row, columns_of
from addin.core.tables.rows.members import Member
from addin.documents.workbooks.list_workbook import list_workbook
from addin.errors import Misuse
from addin.hosts.file_names import safe_name
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import Paper

CSDL = "csdl"
_IDENTITY_DIGITS = 12
_CSDL_KEYS = (
    "full_name", "gender", "birth_date", "ethnicity", "hometown", "id_number", "party_card", "admitted_on", "official_on",
    "party_post", "job_title", "employer", "residence", "status",
)  # fmt: skip
_PERSONAL = frozenset({"id_number", "party_card", "member_id", "residence", "hometown", "note", "birth_date", "employer", "job_title"})
_FREE = frozenset({Kind.TEXT, Kind.LIST})


@dataclass(frozen=True, slots=True)
class ExportResult:
    """How many rows went out. `layout` is `csdl` or empty for the copy without names; `doubtful` are squares to look at first."""

    workbook: str
    layout: str
    members: int
    sheets: int
    doubtful: tuple[tuple[Place, str], ...] = ()


def export(opened: Opened, layout: str | None, *, pseudonymised: bool, on: date) -> Outcome[ExportResult]:
    """One of the two; Misuse for neither or both, or a layout nobody knows."""
    opened.require("members")
    if pseudonymised == bool(layout):
        raise Misuse("Chọn một cách xuất: --layout csdl, hoặc --pseudonymised.", "Ví dụ: sochibo export sổ.xlsx --layout csdl.")
    if pseudonymised:
        return _without_names(opened, on)
    if layout != CSDL:
        raise Misuse(f"Không có mẫu xuất “{layout}”.", "Dùng --layout csdl.")
    return _for_the_database(opened, on)


def _for_the_database(opened: Opened, on: date) -> Outcome[ExportResult]:
    """Members on the roll that day. The official form was not seen: our own headings, told as unconfirmed."""
    settings = opened.book.settings
    members = [one for one in opened.book.members if belongs(one, on)]
    headings = ("STT", *(glossary.header("members", key) for key in _CSDL_KEYS), "Chi bộ", "Đảng bộ cấp trên")
    rows = ((str(n), *(_said(getattr(one, key)) for key in _CSDL_KEYS), settings.cell_name, settings.superior_name) for n, one in enumerate(members, 1))
    content = list_workbook((("Đảng viên", headings, rows),), "Danh sách đảng viên", on)
    paper = Paper.ready("export", safe_name(f"Đảng viên CSDL {on.isoformat()}", ".xlsx"), content)
    result = ExportResult(opened.name, CSDL, len(members), 1, tuple(_doubtful(members)))
    return Outcome(result, effects=Effects(papers=(paper,)))


def _doubtful(members: list[Member]) -> Iterator[tuple[Place, str]]:
    for one in members:
        if not one.id_number:
            yield one.place("id_number"), "chưa có số định danh"
        elif len(one.id_number) != _IDENTITY_DIGITS or not one.id_number.isdecimal():
            yield one.place("id_number"), f"số định danh không đủ {_IDENTITY_DIGITS} chữ số"
        if one.birth_date is None or one.birth_date.first != one.birth_date.last:
            yield one.place("birth_date"), "ngày sinh chưa đủ ngày, tháng, năm"


def _without_names(opened: Opened, on: date) -> Outcome[ExportResult]:
    """Every table as read, people as numbers; what describes one person (numbers, homes, posts, free text) is left out."""
    signs = {member: f"ĐV-{number:03}" for number, member in enumerate(_people(opened.reading), 1)}
    sheets = [(glossary.sheet_name(table)[:31], *_sheet(opened.reading, table, signs)) for table in ROW_TYPES if table != "denunciations" and opened.book.rows(table)]
    key_rows = ((sign, name) for name, sign in signs.items())
    stem = f"Bản không tên {on.isoformat()}"
    papers = (
        Paper.ready("export", safe_name(stem, ".xlsx"), list_workbook(sheets, "Bản không tên", on)),
        Paper.ready("export-key", safe_name(f"KHOÁ của {stem}", ".xlsx"), list_workbook((("Khoá", ("Ký hiệu", "Họ và tên"), key_rows),), "Khoá", on)),
    )
    return Outcome(ExportResult(opened.name, "", len(opened.book.members), len(sheets)), effects=Effects(papers=papers))


def _people(reading: Reading) -> list[str]:
    """Everybody whose name stands anywhere as a person, the roll first."""
    names: dict[str, None] = dict.fromkeys(one.full_name for one in reading.book.members if one.full_name)
    for table in ROW_TYPES:
        for row in reading.book.rows(table):
            for column in columns_of(type(row)):
                if column.kind in (Kind.MEMBER, Kind.MEMBERS):
                    value = getattr(row, column.field)
                    for name in (value,) if isinstance(value, str) else value or ():
                        names.setdefault(reading.roster.name(name))
    return list(names)


def _sheet(reading: Reading, table: str, signs: Mapping[str, str]) -> tuple[list[str], Iterator[list[str]]]:
    columns = [one for one in columns_of(ROW_TYPES[table]) if _goes_out(one)]
    born = ["Năm sinh"] if table == "members" else []
    headings = [*(glossary.header(table, one.key) for one in columns), *born]
    return headings, ([*(_hidden(reading, signs, one, row) for one in columns), *_birth_year(row, born)] for row in reading.book.rows(table))


def _goes_out(column: Column) -> bool:
    return column.kind is not Kind.RESTRICTED and column.key not in _PERSONAL and (column.kind not in _FREE or column.key in ("group", "decision_no", "number", "symbol", "subject"))


def _birth_year(row: Row, wanted: list[str]) -> list[str]:
    born = getattr(row, "birth_date", None)
    return [str(born.year) if born is not None else ""] if wanted else []


def _hidden(reading: Reading, signs: Mapping[str, str], column: Column, row: Row) -> str:
    value = getattr(row, column.field)
    if column.kind is Kind.MEMBER and isinstance(value, str):
        return signs.get(reading.roster.name(value), "")
    if column.kind is Kind.MEMBERS:
        return "; ".join(signs.get(reading.roster.name(name), "") for name in value or ())
    return _masked(_said(value), signs)


def _masked(text: str, signs: Mapping[str, str]) -> str:
    """A name inside other words, should one stand there."""
    for name, sign in signs.items():
        if name in text:
            text = re.sub(re.escape(name), sign, text)
    return text


def _day(value: PartialDate) -> str:
    """`03/09/2019`, `09/2019`, `2019`: as precise as it is known."""
    return "/".join(reversed(value.iso.split("-")))


_FORMS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (PartialDate, _day),
    (bool, lambda value: "có" if value else "không"),
    (datetime, lambda value: value.strftime("%d/%m/%Y")),
    (date, lambda value: value.strftime("%d/%m/%Y")),
    (Decimal, lambda value: format(value.normalize(), "f")),
    (tuple, lambda value: "; ".join(map(_said, value))),
)


def _said(value: Any) -> str:
    if value is None:
        return ""
    form = next((form for kind, form in _FORMS if isinstance(value, kind)), str)
    return form(value)
