"""Faults met while a sheet is read: squares, headings, rows and whole sheets of a clean workbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from addin import glossary
from addin.core.grids import Grid, Range, SquareError, Uncached
from addin.core.places import Place
from addin.core.tables.rows.columns import columns_of
from addin.core.tables.rows.members import Member
from tests.mutations.planting import Plant, column_of, put, scene, set_to, with_rows

_NAMED = (
    "BAL307 BAL308 CMT301 CRT305 DEN301 GRP301 INS301 INS302 MTG301 PLN301 PLN302 PLN306 PRP301 RAT301 RES301 RES303 RWD301 SUP301 SUP302 SUP306 TRN301 TSK301"
    " APT301 DIS301 DOC304 DSM303 MEM309 RAT308"
)
"""What each sheet says of a name the list lost."""


def _at(table, row, key=""):
    return Place(glossary.sheet_name(table), row, column_of(table, key) if key else 0)


def _renamed(grid: Grid, row: int, column: int, value: object) -> Grid:
    """The same sheet with another value in a square."""
    rows = [list(line) for line in grid.values]
    rows[row - 1][column - 1] = value
    return with_rows(grid, rows)


def _any_row(cell, table):
    return cell.chance.randrange(2, len(cell.tables[table]) + 2)


@scene("SHT101", "SHT102 SHT119")
def no_names(cell, *, at_edge):
    """Two columns that may be the names, and none that is."""
    if not at_edge:
        cell.changes["members"] = lambda grid: _renamed(_renamed(grid, 1, column_of("members", "full_name"), "Họ tên"), 1, column_of("members", "note"), "Họ tên ĐV")
        for row in cell.tables["members"]:
            row["note"] = row["full_name"]
    return Place("Đảng viên", 1)


@scene("SHT102", "SHT117")
def two_columns(cell, *, at_edge):
    """Two columns for one thing."""
    if not at_edge:
        cell.changes["members"] = lambda grid: _renamed(_renamed(grid, 1, column_of("members", "birth_date"), "Ngày tháng năm sinh"), 1, column_of("members", "note"), "Năm sinh")
        for row in cell.tables["members"]:
            row["note"] = str(row["birth_date"].year)
    return _at("members", 1, "birth_date")


@scene("SHT103")
def doubtful_heading(cell, *, at_edge):
    """A heading that may be either of two columns."""
    key = "party_post"
    words = glossary.header("members", key) if at_edge else "Chức vụ"
    cell.changes["members"] = lambda grid: _renamed(_renamed(grid, 1, column_of("members", key), words), 1, column_of("members", "job_title"), None)
    for row in cell.tables["members"]:
        row["job_title"] = None
    return _at("members", 1, key)


@scene("SHT117")
def no_column(cell, *, at_edge):
    """A column of the dictionary that is not there."""
    if not at_edge:
        cell.changes["members"] = lambda grid: with_rows(grid, [tuple(value for at, value in enumerate(row, 1) if at != column_of("members", "birth_date")) for row in grid.values])
    return Place("Đảng viên", 1)


@scene("SHT105")
def no_list(cell, *, at_edge):
    """No list of members in the workbook."""
    if not at_edge:
        del cell.tables["members"]
    return Place("Thiết lập")


@scene("SHT109")
def no_headings(cell, *, at_edge):
    """A sheet of ours by name, without a line of headings."""
    if not at_edge:
        cell.changes["lessons"] = lambda grid: with_rows(grid, [("Các bài học",), ("một", "hai", "ba"), ("bốn", "năm", "sáu")])
    return Place(glossary.sheet_name("lessons"), 1)


@scene("SHT106", "RAT305")
def after_a_gap(cell, *, at_edge):
    """A row behind two blank ones."""
    table = cell.chance.choice(("tasks", "meetings", "commitments"))
    gap = [(), ()][: 1 if at_edge else 2]
    cell.changes[table] = lambda grid: with_rows(grid, [*grid.values[:-1], *gap, grid.values[-1]])
    return Place(glossary.sheet_name(table), len(cell.tables[table]) + 3)


@scene("SHT118", "PLN306 RAT308 RES303 SUP306")
def only_in_the_old_list(cell, *, at_edge):
    """A list of an earlier year names somebody the newer one lacks."""
    rows = [("Họ và tên", "Ngày sinh", "Ngày vào Đảng")]
    rows += [(row["full_name"], row["birth_date"], row["admitted_on"]) for row in cell.tables["members"]]
    if not at_edge:
        rows.append(("Mạc Văn Cũ", date(1950, 1, 2), date(1980, 1, 2)))
    cell.more = (Grid("DS 2019", tuple(rows)),)
    cell.changes["members"] = lambda grid: replace(grid, sheet="Đảng viên 2026")
    return Place("DS 2019", len(rows), 1)


@scene("SHT119")
def list_cut_short(cell, *, at_edge):
    """Most of the list is gone; every other sheet still names them."""
    if not at_edge:
        del cell.tables["members"][3:]
    return Place("Đảng viên", 2)


@scene("SHT126", _NAMED)
def covered_name(cell, *, at_edge):
    """A name merged over the next one's square."""
    row, column = cell.chance.randrange(2, 12), column_of("members", "full_name")
    if not at_edge:
        cell.changes["members"] = lambda grid: replace(_renamed(grid, row + 1, column, None), merged=(Range(row, column, row + 1, column),))
    return Place("Đảng viên", row + 1, column)


@scene("SHT127")
def hidden(cell, *, at_edge):
    """Rows of a table out of sight; outside it nobody misses them."""
    row = _any_row(cell, "tasks")
    cell.changes["tasks"] = lambda grid: replace(grid, hidden_rows=frozenset({90 if at_edge else row}))
    return Place("Nhiệm vụ", row)


@scene("SHT136", "BAL301")
def compound(cell, *, at_edge):
    """Two dates in one square of a column for both."""
    row = cell.chance.randrange(2, 14)
    one, two = column_of("members", "admitted_on"), column_of("members", "official_on")

    def change(grid):
        lines = [[*line[: one - 1], "Ngày vào Đảng, ngày chính thức" if at == 1 else f"{line[one - 1]:%d/%m/%Y}; {line[two - 1]:%d/%m/%Y}", *line[two:]] for at, line in enumerate(grid.values, 1)]
        if not at_edge:
            lines[row - 1][one - 1] += "; 01/02/2003"
        return with_rows(grid, lines)

    cell.changes["members"] = change
    return _at("members", row, "admitted_on")


@scene("SHT140")
def old_letters(cell, *, at_edge):
    """A column typed in an old encoding."""
    if not at_edge:
        cell.changes["commitments"] = lambda grid: replace(_renamed(grid, 1, column_of("commitments", "text"), "Néi dung cam kÕt"), fonts={column_of("commitments", "text"): frozenset({".VnTime"})})
    return _at("commitments", 1, "text")


@scene("SHT143")
def some_members(cell, *, at_edge):
    """A list of some of them, for another purpose."""
    rows = [("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Tuổi mừng thọ")]
    rows += [(row["full_name"], row["birth_date"], row["admitted_on"], 75) for row in cell.chance.sample(cell.tables["members"][:12], 3)]
    if not at_edge:
        cell.more = (Grid("Mừng thọ", tuple(rows)),)
    return Place("Mừng thọ", 1)


@scene("SHT144")
def old_total(cell, *, at_edge):
    """A typed total of another number of rows."""
    table = cell.chance.choice(("inspections", "tasks", "meetings"))
    count = len(cell.tables[table]) + (not at_edge)
    cell.changes[table] = lambda grid: with_rows(grid, [*grid.values, (None, f"Cộng: {count:02} lượt")])
    return Place(glossary.sheet_name(table), len(cell.tables[table]) + 2, 2)


@scene("SHT104")
def another_table_beside(cell, *, at_edge):
    """A table of groups right of a list, not certain enough to be read."""

    def change(grid):
        more = [(None, "Tổ đảng", "Tổ trưởng", "Từ ngày"), (None, "Tổ 1", cell.tables["members"][3]["full_name"], date(2020, 2, 1))]
        return with_rows(grid, [(*row, *(more[at] if at < 2 else ())) for at, row in enumerate(grid.values)])

    if not at_edge:
        cell.changes["members"] = change
    return Place("Đảng viên", 1, len(columns_of(Member)) + 2)


@scene("SHT108")
def like_a_table(cell, *, at_edge):
    """A sheet with a few headings of ours, and one with none."""
    rows = [("Mục", "Giá trị"), ("Văn phòng phẩm", 2000)] if at_edge else [("Họ và tên", "Danh hiệu", "Số quyết định", "Ngày quyết định"), ("x", "x", "x", "x")]
    cell.more = (Grid("Thi đua", tuple(rows)),)
    return Place("Thi đua", 1)


@scene("SHT107")
def moved(cell, *, at_edge):
    """A layout that was settled for a sheet that is gone."""
    sheet = "Ghi chép" if at_edge else "Ghi chép cũ"
    cell.settings[f"Bố cục: Bài học @ {sheet}"] = "dòng 1-1; Năm=A “Năm”; Nội dung=B “Chuyện”"
    cell.more = (Grid("Ghi chép", (("Năm", "Chuyện"), (2025, "Bài học"))),)
    return cell.setting(f"Bố cục: Bài học @ {sheet}")


PLANTS: tuple[Plant, ...] = (
    put("SHT110", "tasks", "due_on", {"due_on": "30/02/2026"}, {"due_on": "28/02/2026"}),
    put("SHT111", "members", "birth_date", lambda row: {"birth_date": f"{row['birth_date']:%d/%m/%y}"}, lambda row: {"birth_date": f"{row['birth_date']:%d/%m/%Y}"}),
    put("SHT112", "members", "birth_date", {"birth_date": "12/23/1975"}, {"birth_date": "12/12/1975"}),
    put("SHT113", "members", "birth_date", lambda row: {"birth_date": (row["birth_date"] - date(1899, 12, 30)).days}),
    put("SHT114", "regulations", "in_force_to", {"in_force_to": "01/4/2101"}, {"in_force_to": "01/4/2100"}),
    put("SHT115", "commitments", "year", {"year": date(1905, 7, 17)}, {"year": 2025}), put("SHT116", "commitments", "year", {"year": 1899}, {"year": 1900}),
    put("SHT120", "tasks", "evidence", {"evidence": SquareError("#REF!")}), put("SHT121", "documents", "pages", {"pages": Uncached()}),
    put("SHT122", "documents", "pages", {"pages": "hai mươi"}, {"pages": "20"}), put("SHT123", "documents", "pages", {"pages": 1.5}, {"pages": 2.0}),
    put("SHT124", "documents", "pages", {"pages": date(2020, 1, 2)}, {"pages": 3}),
    put("SHT125", "ratings", "low_confidence_pct", {"low_confidence_pct": 1.2}, {"low_confidence_pct": "1,2%"}, where=lambda row: "low_confidence_pct" in row),
    put("SHT130", "meetings", "kind", {"kind": "Liên hoan"}, {"kind": "định kỳ"}), put("SHT131", "members", "is_leader", {"is_leader": "chắc là có"}, {"is_leader": "không"}, where=lambda row: row["is_leader"] == "không"),
    put("SHT132", "ratings", "agency_level", {"agency_level": "Khá"}, {"agency_level": "Hoàn thành tốt nhiệm vụ"}),
    put("SHT135", "members", "party_card", lambda row: {"party_card": int(row["party_card"])}),
    set_to("SHT137", "Tỷ lệ phiếu", "nhiều", "50%"),
    put("SHT141", "commitments", "text", {"text": "Nguy?n vọng tu dưỡng"}, {"text": "Tu dưỡng thế nào?"}),
    put("SHT142", "commitments", "text", {"text": "Nguуễn vọng tu dưỡng"}, {"text": "Nguyễn vọng tu dưỡng"}),
    no_names, two_columns, doubtful_heading, no_column, no_list, no_headings, after_a_gap, only_in_the_old_list, list_cut_short, covered_name, hidden, compound,
    old_letters, some_members, old_total, another_table_beside, like_a_table, moved,
)  # fmt: skip
