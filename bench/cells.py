"""Invented workbooks for the benches: eight of our tables, every column, made once into a folder of the system's own.

A cell in good order has next to nothing to find, as a cell's workbook has; `at_fault` is the hardest case: each row
contradicts itself and others, two or three findings a row, each with its words and squares.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from contracts import FOLDER, ROOT

sys.path.insert(0, str(ROOT))
TABLES = ("members", "groups", "plan_items", "inspections", "supervision_notes", "tasks", "ratings", "meetings")
FAMILIES, MIDDLES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng"), ("Văn", "Thị", "Đức", "Minh")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Hoà", "Linh", "Mai", "Tú")
YEAR, ROWS = 2025, 60
OF_LEADERS = frozenset({"unit_done_pct", "unit_over_pct", "low_confidence_pct", "quarters"})
POINTS = {"points_general": 29, "points_tasks": 66}
DAYS = {
    "period_from": 1, "period_to": 9, "plan_items.starts_on": 15, "plan_items.ends_on": 40, "happened_on": 300, "noted_on": 302, "action_on": 304, "proposal_date": 10, "superior_plan_date": 12, "decision_date": 20, "announced_on": 24, "starts_on": 30, "self_report_due": 34,
    "self_report_on": 33, "ends_on": 44, "report_on": 52, "concluded_on": 60,
    "conclusion_date": 60, "assigned_on": 20, "remedied_on": 90, "remedy_due": 120, "due_on": 120, "done_on": 100, "held_on": 15,
}  # fmt: skip
"""How far into the year a date lies where all goes in order; others by their column."""


def made(kind: str, count: int, rows: int = ROWS) -> list[Path]:
    """The workbooks of a kind, those of an earlier run used again."""
    folder = FOLDER / f"{kind}-{rows}"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{seed:03}.xlsx" for seed in range(count)]
    for seed, path in enumerate(paths):
        if not path.exists():
            make(path, KINDS[kind](random.Random(seed), rows), rows)
    return paths


def make(path: Path, value_of: Callable, rows: int) -> None:
    import xlsxwriter

    from addin import glossary
    from addin.core.tables.rows.book import ROW_TYPES
    from addin.core.tables.rows.columns import columns_of

    book = xlsxwriter.Workbook(str(path))
    dated = book.add_format({"num_format": "dd/mm/yyyy"})
    for table in TABLES:
        columns = columns_of(ROW_TYPES[table])
        sheet = book.add_worksheet(glossary.sheet_name(table))
        sheet.write_row(0, 0, [glossary.header(table, column.key) for column in columns])
        for row in range(1, rows + 1):
            for at, column in enumerate(columns):
                value = value_of(table, column, row, at)
                if isinstance(value, date):
                    sheet.write_datetime(row, at, value, dated)
                elif value is not None:
                    sheet.write(row, at, value)
    book.close()


class InOrder:
    """Values that agree with each other."""

    def __init__(self, chance: random.Random, rows: int) -> None:
        self.chance, self.rows = chance, rows
        self.names = [f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)} {n}" for n in range(rows)]

    def __call__(self, table: str, column, row: int, at: int) -> object:
        return None if self.is_left_blank(table, column) else self.value(table, column, row, at)

    def is_left_blank(self, table: str, column) -> bool:
        from addin.core.tables.rows.columns import Kind

        if column.required or column.key in POINTS or column.key in DAYS or column.key in {"official_on", "observer", "leader", "result"}:
            return False
        if column.kind is Kind.INT or column.key in OF_LEADERS or column.key.startswith("grade_"):
            return True
        return (table, column.kind) in {("members", Kind.DATE), ("ratings", Kind.NUMBER)}

    def value(self, table: str, column, row: int, at: int) -> object:
        from addin.core.tables.rows.columns import Kind

        if column.kind is Kind.DATE and column.key not in ("birth_date", "admitted_on", "official_on"):
            return self.day(table, column.key, row, at)
        if column.kind in (Kind.MEMBER, Kind.MEMBERS, Kind.CODES):
            return self.name_or_code(column, row)
        if column.key in POINTS:
            return POINTS[column.key] - row % 5
        if column.key.endswith("_no") or column.key == "number":
            return f"{row:02}-QĐ/CB"
        fixed = {("plan_items", "status"): "Hoàn thành", ("inspections", "evidence"): "Làm việc trực tiếp"}
        return fixed.get((table, column.key)) or plain_value(column, self.names, row, at)

    def day(self, table: str, key: str, row: int, at: int) -> date:
        """In the order of the work; of three groups each has a new leader every year, the last of them this year's."""
        if table == "groups":
            return date(max(YEAR - (self.rows - row) // 3, 1), *((1, 1) if key == "from" else (12, 31)))
        since = DAYS.get(f"{table}.{key}", DAYS.get(key, 40 + at * 3))
        return date(YEAR, 1, 1) + timedelta(since + row * ROWS // self.rows)

    def name_or_code(self, column, row: int) -> str:
        from addin import glossary
        from addin.core.tables.rows.columns import Kind

        if column.kind is Kind.CODES:
            known = sorted(set(glossary.codes(column.choices).values()))
            return "; ".join(known[row % len(known) :][:2])
        leader = self.rows - 3 + (row % 3 or 3)
        others = {"observer": leader - 1, "team_lead": (row + 3) % self.rows}
        team = "; ".join(self.names[(row + n) % self.rows] for n in (3, 4))
        return team if column.key == "team" else self.names[others.get(column.key, row - 1)]


class AtFault(InOrder):
    """Values that contradict each other; optional squares now and then blank."""

    def is_left_blank(self, table: str, column) -> bool:
        from addin.core.tables.rows.columns import Kind

        if column.required or column.key == "official_on":
            return False
        return column.kind is Kind.INT or (table, column.kind) == ("members", Kind.DATE) or self.chance.random() < 0.2

    def value(self, _table: str, column, row: int, at: int) -> object:
        return plain_value(column, self.names, row, at)


KINDS = {"in-order": InOrder, "at-fault": AtFault}


def plain_value(column, names: list[str], row: int, at: int) -> object:
    """Plausible each for itself, later columns with later dates."""
    from addin import glossary
    from addin.core.tables.rows.columns import Kind

    by_key = {
        "full_name": names[row - 1],
        "member": names[row - 1],
        "leader": names[row - 1],
        "group": f"Tổ đảng số {row % 3 + 1}",
        "birth_date": date(1980, 1, 1) + timedelta(row),
        "admitted_on": date(2008, 5, 19),
        "official_on": date(2009, 5, 19),
        "member_id": f"ĐV{row:03}",
        "id_number": f"0010800{row:05}",
        "party_card": f"55{row:06}",
        "decision_no": f"{row:02}-QĐ/CB",
        "status": "Đang sinh hoạt",
    }
    by_kind = {
        Kind.INT: YEAR,
        Kind.DATE: date(2025, 2, 1) + timedelta((row + at * 3) % 300),
        Kind.NUMBER: 20.5,
        Kind.FLAG: "không",
        Kind.LEVEL: "Hoàn thành tốt nhiệm vụ",
        Kind.LEVELS: "HTT; HTT; HTXS; HTT",
        Kind.CODES: ("TD; NQ4", "UD1", "HC2; HC3")[row % 3],
        Kind.MEMBER: names[row % len(names)],
        Kind.MEMBERS: f"{names[row - 1]}; {names[row % len(names)]}",
        Kind.TEXT: f"Nội dung công việc đã thực hiện số {row}",
    }
    if column.kind in (Kind.CHOICE, Kind.CHOICES):
        return glossary.canonical_choices(column.choices)[0]
    return by_key.get(column.key, by_kind.get(column.kind, "Ghi nhận tại cuộc họp"))
