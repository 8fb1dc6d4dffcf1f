"""What we propose stands in columns of ours and is never read back as anybody's decision (design.md §4a)."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.command import sochibo

PEOPLE = ("Đinh Văn Một", "Lò Thị Hai", "Giàng A Ba", "Sầm Thị Bốn", "Hà Thị Năm", "Vì Văn Sáu")
MARKS = ("Điểm tiêu chí chung", "Điểm kết quả nhiệm vụ", "Số nhiệm vụ được giao", "Số nhiệm vụ hoàn thành", "Số nhiệm vụ vượt mức", "Số nhiệm vụ chậm")
TOP, GOOD = (29, 65, 10, 10, 5, 0), (26, 52, 10, 10, 1, 0)
VOTES = ("Phiếu HTXS", "Phiếu HTT", "Phiếu HTN", "Phiếu KHT", "Phiếu không hợp lệ")
OURS = ("Dự kiến của chương trình", "Căn cứ dự kiến")


def office(people=PEOPLE):
    """An office's own workbook: members and settings."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "DSĐV"
    sheet.append(["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tổ đảng", "Chức vụ Đảng"])
    for at, name in enumerate(people, 1):
        sheet.append([at, name, "05/3/1980", "03/02/2005", "03/02/2006", "Tổ đảng 1", "Bí thư" if at == 1 else None])
    settings = book.create_sheet("Thiết lập")
    for line in (("Mục", "Giá trị"), ("Tên chi bộ", "Chi bộ Thử"), ("Đảng bộ cấp trên", "Đảng bộ Thử"), ("Địa danh", "Thử"), ("Nhiệm kỳ", "01/01/2024–31/12/2026")):
        settings.append(line)
    return book


def rated(path: Path, *, beside: str | None = None) -> Path:
    """With points and tasks of 2025, two at the top; `beside` stands right of the table."""
    book = office()
    sheet = book.create_sheet("Xếp loại")
    sheet.append(["Năm", "Đảng viên", *MARKS, *VOTES, "Chi bộ đề nghị", "Lý do"])
    for at, name in enumerate(PEOPLE):
        sheet.append([2025, name, *(TOP if at < 2 else GOOD)])
    if beside:
        sheet["Q3"] = beside
    book.save(path)
    return path


def column(path, heading, sheet="Xếp loại"):
    """The squares under a heading of row 1."""
    rows = openpyxl.load_workbook(path)[sheet]
    at = next(square.column for square in rows[1] if square.value == heading)
    return [rows.cell(row, at).value for row in range(2, rows.max_row + 1)]


def put(path, row, values):
    squares = [f"Xếp loại!{letter}{row}={value}" for letter, value in zip("IJKLM", values, strict=True)]
    assert sochibo("put", path, *squares, "--write").code == 0


@pytest.fixture
def book(tmp_path):
    return rated(tmp_path / "sổ.xlsx")


def test_proposals_go_right_of_the_table_and_nothing_of_the_cell_s_is_touched(book):
    """Two headings of ours behind the last column; “Chi bộ đề nghị” and “Lý do” stay people's."""
    ran = sochibo("rate", book, "--year", 2025, "--write")

    sheet = openpyxl.load_workbook(book)["Xếp loại"]
    assert ran.code == 0
    assert [square.value for square in sheet[1]][-3:] == ["Lý do", *OURS]
    assert column(book, "Chi bộ đề nghị") == column(book, "Lý do") == [None] * 6
    assert column(book, OURS[0]) == ["Hoàn thành xuất sắc nhiệm vụ"] * 2 + ["Hoàn thành tốt nhiệm vụ"] * 4
    assert all(column(book, OURS[1]))


def test_what_we_wrote_is_never_read_back_as_a_decision(book):
    """A level of record comes of people only; writing twice changes nothing."""
    sochibo("rate", book, "--year", 2025, "--write")
    again = sochibo("rate", book, "--year", 2025, "--json").answer

    assert {(one["level"], one["level_from"]) for one in again["members"]} == {(None, "none")}
    assert "→ Hoàn thành" not in sochibo("rate", book, "--year", 2025).out
    refused = sochibo("document", book, "rating-proposal", "--year", 2025, "--out", book.parent / "ra")
    assert refused.code == 2
    assert not (book.parent / "ra").exists()


def test_a_vote_after_the_proposal_leaves_no_stale_level_anywhere(book):
    """office-04: HTT wins for one, nobody for the other; figures and list follow, our proposal is corrected and was told as old."""
    sochibo("rate", book, "--year", 2025, "--write")
    put(book, 2, (0, 6, 0, 0, 0))
    put(book, 3, (3, 3, 0, 0, 0))

    codes = [(found["code"], found["cell"]) for found in sochibo("check", book, "--on", "2026-01-10", "--json").answer["findings"]]
    sochibo("rate", book, "--year", 2025, "--write")
    figures = {one["id"]: one["value"] for one in sochibo("summarise", book, "--year", 2025, "--out", book.parent / "ra", "--json").answer["figures"]}

    assert ("RAT330", "P2") in codes
    assert column(book, OURS[0])[:3] == ["Hoàn thành tốt nhiệm vụ", None, "Hoàn thành tốt nhiệm vụ"]
    assert column(book, "Chi bộ đề nghị") == [None] * 6
    assert figures["ratings.by_level"] == {"2025": {"HTXS": 0, "HTT": 1, "HTN": 0, "KHT": 0}}
    assert figures["ratings.proposed_by_level"] == {"2025": {"HTXS": 0, "HTT": 4, "HTN": 0, "KHT": 0}}
    assert "RAT330" not in sochibo("check", book, "--on", "2026-01-10").out


def test_a_level_people_wrote_is_told_and_left(book):
    """“Chi bộ đề nghị” HTXS against a count for HTT: a finding, never our correction."""
    sochibo("put", book, "Xếp loại!N2=HTXS", "--write")
    put(book, 2, (0, 6, 0, 0, 0))

    ran = sochibo("rate", book, "--year", 2025, "--write", "--json")

    assert column(book, "Chi bộ đề nghị")[0] == "HTXS"
    assert ran.answer["members"][0]["level"] == "HTXS"
    found = sochibo("check", book, "--on", "2026-01-10", "--json").answer["findings"]
    assert [one["cell"] for one in found if one["code"] == "RAT328"] == ["N2"]


def test_without_room_right_of_the_table_a_sheet_of_ours_takes_them(tmp_path):
    """Something stands in the second column beside: nothing is put between, and the sheet is said."""
    book = rated(tmp_path / "sổ.xlsx", beside="ghi riêng")

    ran = sochibo("rate", book, "--year", 2025, "--write")

    assert "Sheet “Xếp loại” không có hai cột trống ngay bên phải bảng: dự kiến ghi ở sheet “Dự kiến xếp loại”." in ran.out
    assert [square.value for square in openpyxl.load_workbook(book)["Xếp loại"][1]][-3:] == ["Lý do", None, None]
    own = openpyxl.load_workbook(book)["Dự kiến xếp loại"]
    assert [[square.value for square in row[:3]] for row in own.iter_rows(min_row=1, max_row=2)] == [
        ["Năm", "Đối tượng", OURS[0]],
        [2025, PEOPLE[0], "Hoàn thành xuất sắc nhiệm vụ"],
    ]
    shown = sochibo("show", book, "--json").answer
    assert "Dự kiến xếp loại" not in {table["sheet"] for table in shown["layout"]}


def test_nothing_entered_proposes_nobody_and_writes_nothing(tmp_path):
    """office-05: a year without data gets no rows on another year's sheet, no level, no petition."""
    book, path = office(PEOPLE[:3]), tmp_path / "sổ.xlsx"
    sheet = book.create_sheet("XL 2025")
    sheet.append(["TỔNG HỢP XẾP LOẠI ĐẢNG VIÊN NĂM 2025"])
    sheet.append(["TT", "Đảng viên", *MARKS, "Chi bộ đề nghị", "Lý do"])
    for at, name in enumerate(PEOPLE[:3], 1):
        sheet.append([at, name, *GOOD, "HTT"])
    book.save(path)
    before = path.read_bytes()

    told = sochibo("rate", path, "--year", 2026, "--write", "--json").answer
    refused = sochibo("document", path, "rating-proposal", "--year", 2026, "--out", tmp_path / "ra")

    assert [(one["ceiling"], one["result"], one["level"], one["provisional"]) for one in told["members"]] == [("HTXS", None, None, True)] * 3
    assert {blank["key"] for blank in told["members"][0]["lacking"]} == {
        "points_general", "points_tasks", "tasks_assigned", "tasks_done", "tasks_over", "tasks_late",
    }  # fmt: skip
    assert told["party_cell"]["result"] is None
    assert (told["quota"]["base_count"], told["quota"]["proposed_htxs"]) == (0, 0)
    assert path.read_bytes() == before
    assert refused.code == 2
    assert refused.err.startswith(f"Chưa lập văn bản: năm 2026 còn 03 đồng chí chưa có mức xếp loại: {'; '.join(PEOPLE[:3])}.")


def test_a_year_of_its_own_sheet_gets_its_columns(tmp_path):
    """A sheet named by its year, with a title above: ours behind the last heading of that row."""
    book, path = office(PEOPLE[:2]), tmp_path / "sổ.xlsx"
    sheet = book.create_sheet("XL 2025")
    sheet.append(["TỔNG HỢP XẾP LOẠI ĐẢNG VIÊN NĂM 2025"])
    sheet.append(["TT", "Đảng viên", *MARKS])
    for at, name in enumerate(PEOPLE[:2], 1):
        sheet.append([at, name, *GOOD])
    book.save(path)

    assert sochibo("rate", path, "--year", 2025, "--write").code == 0

    written = openpyxl.load_workbook(path)["XL 2025"]
    assert [written["I2"].value, written["J2"].value] == list(OURS)
    assert [written["I3"].value, written["I4"].value] == ["Hoàn thành tốt nhiệm vụ"] * 2


def test_one_column_a_year_keeps_its_shape(tmp_path):
    """Levels in columns 2023, 2024 and 2025 of one sheet: our proposals never go between them."""
    book, path = office(PEOPLE[:2]), tmp_path / "sổ.xlsx"
    sheet = book.create_sheet("Xếp loại các năm")
    sheet.append(["TT", "Họ và tên", "2023", "2024", "2025"])
    for at, name in enumerate(PEOPLE[:2], 1):
        sheet.append([at, name, "HTTNV", "HTTNV", None])
    book.save(path)
    before = [[square.value for square in row] for row in sheet.iter_rows()]

    assert sochibo("rate", path, "--year", 2024, "--write").code == 0

    assert [[square.value for square in row] for row in openpyxl.load_workbook(path)["Xếp loại các năm"].iter_rows()] == before


def test_nobody_to_reward_is_one_sentence_and_no_petition(tmp_path):
    """office-08."""
    path = tmp_path / "sổ.xlsx"
    office().save(path)

    ran = sochibo("document", path, "reward-proposal", "--year", 2025, "--out", tmp_path / "ra", "--json")

    assert ran.code == 2
    assert ran.answer["error"]["kind"] == "paper_refused"
    assert ran.answer["error"]["message"] == "Chưa lập tờ trình: năm 2025 sổ chưa có cá nhân, tập thể nào đủ điều kiện đề nghị khen thưởng."
    assert not (tmp_path / "ra").exists()


def test_points_on_one_sheet_and_votes_on_another_are_one_rating(tmp_path):
    """What stands on either sheet counts, each value by its own square."""
    book, path = office(PEOPLE[:2]), tmp_path / "sổ.xlsx"
    points = book.create_sheet("Chấm điểm 2025")
    points.append(["TT", "Họ và tên", *MARKS])
    levels = book.create_sheet("XL 2025")
    levels.append(["TT", "Họ và tên", "Tự xếp loại", "Chi bộ đề nghị"])
    for at, name in enumerate(PEOPLE[:2], 1):
        points.append([at, name, *GOOD])
        levels.append([at, name, "HTT", "HTT" if at == 1 else None])
    book.save(path)

    told = sochibo("rate", path, "--year", 2025, "--json").answer["members"]

    assert [(one["level"], one["level_from"], one["result"], one["lacking"]) for one in told] == [
        ("HTT", "cell", "HTT", []),
        (None, "none", "HTT", []),
    ]


def test_proposals_grown_old_are_told_once_and_accepted_one_by_one(book):
    """Two of them: one sentence with both squares; whichever is accepted, the other is told alone and the first stays quiet."""
    sochibo("rate", book, "--year", 2025, "--write")
    put(book, 2, (0, 6, 0, 0, 0))
    put(book, 3, (0, 6, 0, 0, 0))
    on = ("--on", "2026-01-10")

    def old():
        told = [one for one in sochibo("check", book, "--json", *on).answer["findings"] if one["code"] == "RAT330"]
        return [(one["cell"], [place["cell"] for place in one["related"]]) for one in told]

    assert old() == [("P2", ["P3"])]
    assert "02 ô của sheet cùng như vậy, nên nói một lần (P2–P3)" in sochibo("rate", book, "--year", 2025).out
    assert sochibo("accept", book, "RAT330", "Xếp loại!P3", "--reason", "giữ để đối chiếu", "--write", *on).code == 0
    assert old() == [("P2", [])]
    assert sochibo("accept", book, "RAT330", "Xếp loại!P2", "--reason", "giữ để đối chiếu", "--write", *on).code == 0
    assert old() == []
    assert sochibo("accept", book, "RAT330", "Xếp loại!P3", "--again", "--write", *on).code == 0
    assert old() == [("P3", [])]
