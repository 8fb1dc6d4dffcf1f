"""An invented cell in good order, by seed: who it is, and a whole workbook of sheets in which nothing is wrong.

`sheets(seed)` gives every table of the dictionary as rows of plain values by key, as a careful secretary keeps them on
23/11/2026; `grid_of` is one of them as a host reads it. Every name, date and number is drawn; what they must agree
in is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from addin import glossary
from addin.core.grids import Grid
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import columns_of
from tests.mutations import work, year

TODAY = date(2026, 11, 23)
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thu", "Quang")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc")
_POSTS = ("Bí thư", "Phó bí thư", "Chi uỷ viên", "Tổ trưởng", "Tổ trưởng", "Tổ trưởng")
GROUPS = ("Tổ 1", "Tổ 2", "Tổ 3")
SETTINGS = (
    ("Tên chi bộ", "Chi bộ Bịa"), ("Đảng bộ cấp trên", "Đảng bộ Thí dụ"), ("Địa danh", "Thí Dụ"), ("Ký hiệu", "CB"), ("Chi bộ cơ sở", "không"),
    ("Nhiệm kỳ", "01/7/2022–31/12/2024; 01/01/2025–30/6/2027"), ("Có chi uỷ", "có"), ("Tỷ lệ HTXS được nâng", "25%; 15-CV/ĐU, ngày 10/12/2025"),
    ("Tỷ lệ phiếu", "50%"), ("Cách đánh số", "term"),
)  # fmt: skip

Rows = list[dict[str, Any]]


def sheets(seed: int) -> dict[str, Rows]:
    """All tables but the settings."""
    chance = Random(f"cell {seed}")  # noqa: S311 - seeded on purpose
    members = _members(chance)
    names = [row["full_name"] for row in members]
    everybody = [*members, *(_gone(chance, 12 + at) for at in range(2))]
    return {"members": everybody, **_organisation(names), **work.sheets(chance, members), **year.sheets(chance, members)}


def settings_grid(settings: Mapping[str, Any]) -> Grid:
    """The sheet of settings."""
    return Grid("Thiết lập", (("Mục", "Giá trị"), *settings.items()))


def grid_of(table: str, rows: Rows) -> Grid:
    """A table as a host reads its sheet: every column of the dictionary under its own heading."""
    keys = [column.key for column in columns_of(ROW_TYPES[table])]
    headings = tuple(glossary.header(table, key) for key in keys)
    unknown = {key for row in rows for key in row} - set(keys)
    assert not unknown, f"{table}: {unknown}"
    return Grid(glossary.sheet_name(table), (headings, *(tuple(map(row.get, keys)) for row in rows)))


def _members(chance: Random) -> Rows:
    families, given = list(_FAMILIES), list(_GIVEN)
    chance.shuffle(families)
    chance.shuffle(given)
    return [_member(chance, at, f"{families[at]} {chance.choice(_MIDDLE)} {given[at]}") for at in range(12)]


def _member(chance: Random, at: int, name: str) -> dict[str, Any]:
    admitted = date(chance.randrange(2003, 2016), chance.randrange(1, 13), chance.randrange(1, 28))
    return {
        "member_id": f"DV{at + 1:03}", "full_name": name, "birth_date": date(chance.randrange(1966, 1984), chance.randrange(1, 13), chance.randrange(1, 28)),
        "gender": chance.choice(("Nam", "Nữ")), "id_number": f"0790{chance.randrange(10**6):06}{at:02}", "party_card": f"77{chance.randrange(10**4):04}{at:02}",
        "admitted_on": admitted, "official_on": admitted.replace(year=admitted.year + 1), "party_post": _POSTS[at] if at < len(_POSTS) else "Đảng viên",
        "job_title": f"Công việc số {at + 1}", "employer": f"Phòng số {at + 1}", "staff_kind": "Công chức", "is_leader": "có" if at < 2 else "không",
        "group": GROUPS[at % 3], "status": "Đang sinh hoạt", "residence": f"Khu phố {at + 1}",
    }  # fmt: skip


def _gone(chance: Random, at: int) -> dict[str, Any]:
    """Left long ago; no other sheet names them."""
    left = date(2018, chance.randrange(1, 13), chance.randrange(2, 28))
    row = _member(chance, at, f"Cao {chance.choice(_MIDDLE)} {('Sơn', 'Tùng')[at - 12]}")
    return row | {"joined_cell_on": date(2017, 1, 5), "status": "Chuyển đi", "status_from": left, "left_cell_on": left}


def _organisation(names: list[str]) -> dict[str, Rows]:
    begun = date(2022, 7, 1)
    groups = [{"group": group, "leader": names[3 + at], "from": begun} for at, group in enumerate(GROUPS)]
    posts = [
        {"role": "Bí thư", "member": names[1], "from": begun - timedelta(900), "to": begun, "document": "Nghị quyết Đại hội"},
        {"role": "Bí thư", "member": names[0], "from": begun, "document": "Nghị quyết Đại hội"},
        {"role": "Phó bí thư", "member": names[1], "from": begun, "document": "Nghị quyết Đại hội"},
        {"role": "Chi uỷ viên phụ trách kiểm tra", "member": names[2], "from": begun, "suitability": "Nắm chắc nghiệp vụ, có tín nhiệm"},
    ]
    return {"groups": groups, "appointments": posts}
