"""`decide`: decisions that stand in the workbook, and the next one with its number taken last."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


@pytest.fixture
def book(tmp_path):
    return shutil.copy(SAMPLE, tmp_path / "sổ.xlsx")


def plain_text(path):
    """The paragraphs of a document, one a line."""
    import re

    xml = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL)
    return "\n".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", paragraph)) for paragraph in paragraphs)


@pytest.mark.parametrize(
    ("number", "day", "regulation"),
    [
        ("23-QĐ/CB", "ngày 03 tháng 9 năm 2019", "30-QĐ/TW"),
        ("35-QĐ/CB", "ngày 09 tháng 10 năm 2020", "30-QĐ/TW"),
    ],
)
def test_the_articles_decisions_are_reproduced(book, tmp_path, number, day, regulation):
    """Number, date, legal basis by date, four members each, and no seal."""
    ran = sochibo("decide", book, "--decision", number, "--out", tmp_path / "out", "--json")

    assert ran.code == 0
    (file,) = ran.answer["files"]
    text = plain_text(file)
    assert f"Số {number}" in text
    assert day in text
    assert regulation in text
    assert "22-QĐ/TW" not in text
    assert "T/M CHI BỘ" in text
    assert "Điều 1." in text
    assert len(ran.answer["members"]) == 4
    assert all(name in text for name in ran.answer["members"])


def test_the_same_decision_twice_is_one_file_of_the_same_bytes(book, tmp_path):
    """Repeating is safe; nothing is numbered anew."""
    first = sochibo("decide", book, "--decision", "23", "--out", tmp_path / "out", "--json").answer["files"]
    before = (tmp_path / "out").iterdir()
    stamps = {path.name: path.stat().st_mtime_ns for path in before}

    second = sochibo("decide", book, "--decision", "Số 23-QĐ/CB", "--out", tmp_path / "out", "--json").answer["files"]

    assert first == second
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == stamps


def test_an_issued_file_is_never_overwritten(book, tmp_path):
    """A file somebody signed or edited stays; ours goes beside it."""
    (file,) = sochibo("decide", book, "--decision", "23", "--out", tmp_path / "out", "--json").answer["files"]
    signed = tmp_path / "out" / Path(file).name
    signed.write_bytes(b"signed copy")

    (again,) = sochibo("decide", book, "--decision", "23", "--out", tmp_path / "out", "--json").answer["files"]

    assert signed.read_bytes() == b"signed copy"
    assert again.endswith("(bản 2).docx")


TEAM = "Cao Thị Soát;Mai Văn Kiểm"


def next_decision(book, tmp_path, *more):
    """The members of one plan row of 2026 that has no decision yet."""
    return sochibo(
        "decide", book, "--next", "--members", planned_members(book), "--year", "2026",
        "--on", "2026-09-01", "--team", TEAM, "--out", tmp_path / "out", "--json", *more,
    )  # fmt: skip


def planned_members(book):
    shown = sochibo("show", book, "--json").answer["tables"]
    row = next(item for item in shown["plan_items"] if item["year"] == 2026 and item["kind"] == "Kiểm tra" and "Tổ" not in item["members"][0])
    return ";".join(row["members"])


def claims_in(tmp_path):
    return sorted((tmp_path / "Sổ số văn bản").rglob("*.json"))


def state_of(claim):
    return json.loads(claim.read_text(encoding="utf-8"))["state"]


def test_without_write_the_next_decision_is_a_draft(book, tmp_path):
    """Room for the number, nothing claimed, the workbook byte for byte; made again it is one file."""
    ran, again = next_decision(book, tmp_path), next_decision(book, tmp_path)

    assert ran.code == 0, ran.out
    (draft,) = ran.answer["files"]
    assert (ran.answer["number"], Path(draft).name) == (None, "Quyết định kiểm tra 2026 (dự thảo).docx")
    assert "Số ……-QĐ/CB" in plain_text(draft)
    assert again.answer["files"] == [draft]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "sổ.xlsx"]
    assert Path(book).read_bytes() == SAMPLE.read_bytes()


def test_what_a_draft_would_become_is_said(book, tmp_path):
    """A person reads which rows the issued decision brings, and how to issue it."""
    ran = sochibo(
        "decide", book, "--next", "--members", planned_members(book), "--year", "2026", "--on", "2026-09-01", "--team", TEAM,
        "--out", tmp_path / "out",
    )

    assert "thêm một dòng sau dòng" in ran.out
    assert "quyết định ……-QĐ/CB" in ran.out
    assert "Thêm --write để lấy số kế tiếp và ghi vào sổ." in ran.out


def test_the_next_number_follows_the_highest_of_the_term(book, tmp_path):
    """The workbook's own numbers count; the claim stands beside the workbook with the file's fingerprint."""
    ran = next_decision(book, tmp_path, "--write")

    assert ran.code == 0, ran.out
    number = int(ran.answer["number"].split("-")[0])
    (claim,) = claims_in(tmp_path)
    assert (int(claim.stem), state_of(claim)) == (number, "issued")
    (file,) = ran.answer["files"]
    assert Path(file).name == f"Quyết định {number}-QĐ-CB.docx"
    assert f"Số {number}-QĐ/CB" in plain_text(file)


def test_with_write_the_workbook_knows_the_decision(book, tmp_path):
    """Rows for every member in Kiểm tra, one in Văn bản, and a second run goes on from there."""
    ran = next_decision(book, tmp_path, "--write")

    assert ran.code == 0, ran.out
    shown = sochibo("show", book, "--json").answer["tables"]
    issued = [row for row in shown["inspections"] if row["decision_no"] == ran.answer["number"]]
    assert [row["member"] for row in issued] == ran.answer["members"]
    assert [row["decision_date"] for row in issued] == ["2026-09-01"] * len(issued)
    assert any(row["number"] == ran.answer["number"] and row["fingerprint"] for row in shown["documents"])
    repeated = next_decision(book, tmp_path, "--write")
    assert repeated.code == 2
    assert "đã có quyết định số" in repeated.answer["error"]["message"]


def test_after_undo_the_same_decision_is_entered_under_its_number(book, tmp_path):
    """The number was issued: asked for again it is the same paper, in the same file."""
    first = next_decision(book, tmp_path, "--write")
    sochibo("undo", book)

    second = next_decision(book, tmp_path, "--write")

    assert second.answer["number"] == first.answer["number"]
    assert second.answer["files"] == first.answer["files"]
    assert len(claims_in(tmp_path)) == 1


def test_a_number_void_in_the_workbook_is_not_taken_again(book, tmp_path):
    """The paper was withdrawn there: the same members get a decision with the next number."""
    first = next_decision(book, tmp_path, "--write")
    shown = sochibo("show", book, "--json").answer
    layout = next(table for table in shown["layout"] if table["table"] == "documents")
    row = next(item["row"] for item in shown["tables"]["documents"] if item["number"] == first.answer["number"])
    sochibo("put", book, f"{layout['sheet']}!{layout['columns']['void_reason']}{row}=ghi nhầm", "--write")

    second = next_decision(book, tmp_path, "--write")

    assert int(second.answer["number"].split("-")[0]) == int(first.answer["number"].split("-")[0]) + 1


@pytest.mark.parametrize(("name", "said"), [("Không Ai Cả", "Không thấy “Không Ai Cả”"), ("Nguyễn Văn Hai", "có thể là 2 đảng viên")])
def test_a_name_that_means_nobody_or_two_is_said(name, said, tmp_path):
    """The cause is the name, not the plan."""
    model = shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "mẫu.xlsx")

    ran = sochibo("decide", model, "--next", "--members", name, "--year", "2026", "--on", "2026-11-23")

    assert ran.code == 2
    assert said in ran.err


def test_a_document_that_cannot_be_written_takes_no_number(book, tmp_path):
    """The folder is a file: exit 4, told before a number is claimed."""
    (tmp_path / "out").write_text("x", encoding="utf-8")

    ran = next_decision(book, tmp_path, "--write")

    assert ran.code == 4
    assert not claims_in(tmp_path)
    assert Path(book).read_bytes() == SAMPLE.read_bytes()


def test_neither_or_both_wishes_are_misuse(book):
    """Which decision is meant must be said."""
    assert sochibo("decide", book).code == 2
    assert sochibo("decide", book, "--decision", "23", "--next").code == 2


def test_the_written_workbook_keeps_every_other_square(book, tmp_path):
    """Only new rows differ."""
    before = CalamineWorkbook.from_path(SAMPLE)

    next_decision(book, tmp_path, "--write")

    after = CalamineWorkbook.from_path(book)
    assert after.sheet_names == before.sheet_names
    for name in before.sheet_names:
        old = before.get_sheet_by_name(name).to_python()
        assert after.get_sheet_by_name(name).to_python()[: len(old)] == old


def model_decision(tmp_path, *more, on="2026-11-25", members="Trần Văn Bền;Hoàng Văn Em"):
    """The plan row of 01/12–25/12/2026 that one person leads."""
    model = tmp_path / "mẫu.xlsx"
    if not model.exists():
        shutil.copy(ROOT / "workbooks" / "mau.xlsx", model)
    return sochibo("decide", model, "--next", "--members", members, "--year", "2026", "--on", on, "--out", tmp_path / "out", "--json", *more)


TWO = ("--team", "Lê Thị Cần Mẫn;Võ Văn Lỡ")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "Tổ kiểm tra mới có 01 đồng chí (Lê Thị Cần Mẫn)"),
        (("--team", "Lê Thị Cần Mẫn;Hoàng Văn Em"), "Hoàng Văn Em vừa kiểm tra vừa được kiểm tra"),
        (("--team", "Võ Văn Lỡ;Bùi Thị Ốm", "--lead", "Trần Văn Bền"), "Trần Văn Bền vừa kiểm tra vừa được kiểm tra"),
        ((*TWO, "--starts", "2026-11-24"), "Kiểm tra bắt đầu ngày 24/11/2026, trước ngày quyết định 25/11/2026."),
        ((*TWO, "--ends", "2026-11-30"), "Kiểm tra bắt đầu ngày 01/12/2026 lại kết thúc ngày 30/11/2026."),
        ((*TWO, "--ends", "2027-01-01"), "Kiểm tra 31 ngày (01/12/2026 – 01/01/2027), quá 30 ngày."),
        ((*TWO, "--report-due", "2026-12-26"), "Hạn nộp báo cáo 26/12/2026 không nằm giữa"),
        (("--team", "Lê Thị Cần Mẫn;Nguyễn Văn Hai"), "“Nguyễn Văn Hai” trong tổ kiểm tra có thể là nhiều đảng viên."),
    ],
)
def test_what_the_check_would_reject_is_refused(tmp_path, more, said):
    """One sentence, exit 2, no paper, the workbook as it was."""
    ran = model_decision(tmp_path, *more, "--write")

    assert ran.code == 2
    assert ran.answer["error"]["message"].startswith(said)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mẫu.xlsx"]


@pytest.mark.parametrize("more", [TWO, (*TWO, "--ends", "2026-12-31"), (*TWO, "--report-due", "2026-12-01")])
def test_at_the_edge_it_is_made_and_the_check_has_nothing_against_it(tmp_path, more):
    """Thirty days, the day of the decision itself: paper and rows, and no finding on the new rows but notices."""
    before = {(item["code"], item["cell"]) for item in checked(tmp_path)}

    ran = model_decision(tmp_path, *more, "--write", on="2026-12-01")

    assert ran.code == 0, ran.answer
    new = [item for item in checked(tmp_path) if item["sheet"] == "Kiểm tra" and (item["code"], item["cell"]) not in before]
    assert [item for item in new if item["severity"] != "notice"] == []


def checked(tmp_path):
    model = tmp_path / "mẫu.xlsx"
    if not model.exists():
        shutil.copy(ROOT / "workbooks" / "mau.xlsx", model)
    return sochibo("check", model, "--on", "2026-12-01", "--json").answer["findings"]


def test_dates_and_team_of_the_command_go_before_the_plan(tmp_path):
    """In the paper and in the rows of the workbook: the lead, the others, the days."""
    ran = model_decision(
        tmp_path, "--starts", "02/12/2026", "--ends", "20/12/2026", "--report-due", "08/12/2026",
        "--team", "Võ Văn Lỡ;Bùi Thị Ốm", "--lead", "Lê Thị Cần Mẫn", "--write",
    )  # fmt: skip

    assert ran.code == 0, ran.answer
    text = plain_text(ran.answer["files"][0])
    assert "19 ngày, từ ngày 02/12/2026 đến ngày 20/12/2026" in text
    assert "chậm nhất ngày 08/12/2026" in text
    assert "gồm 03 đồng chí" in text
    rows = [row for row in sochibo("show", tmp_path / "mẫu.xlsx", "--json").answer["tables"]["inspections"] if row["decision_no"] == ran.answer["number"]]
    assert [row["team_lead"] for row in rows] == ["Lê Thị Cần Mẫn"] * 2
    assert rows[0]["team"] == ["Võ Văn Lỡ", "Bùi Thị Ốm"]
    assert (rows[0]["starts_on"], rows[0]["ends_on"], rows[0]["self_report_due"]) == ("2026-12-02", "2026-12-20", "2026-12-08")


def test_terms_for_a_decision_that_stands_are_misuse(book):
    """What stands is changed in its rows."""
    ran = sochibo("decide", book, "--decision", "23", "--team", TEAM, "--json")

    assert ran.code == 2
    assert "sheet Kiểm tra" in ran.answer["error"]["message"]


def supervised(tmp_path, *more, kind="Giám sát chuyên đề", starts="2026-12-02"):
    """The model with a row of thematic supervision in its plan, later (or earlier) than the inspection of the same person."""
    model = tmp_path / "mẫu.xlsx"
    if not model.exists():
        shutil.copy(ROOT / "workbooks" / "mau.xlsx", model)
        layout = next(one for one in sochibo("show", model, "--json").answer["layout"] if one["table"] == "plan_items")
        at, columns = layout["last_row"] + 1, layout["columns"]
        row = {"year": "2026", "kind": kind, "members": "Trần Văn Bền", "contents": "NG", "starts_on": starts, "ends_on": "2026-12-22"}
        put = sochibo("put", model, *(f"{layout['sheet']}!{columns[key]}{at}={value}" for key, value in row.items()), "--write")
        assert put.code == 0, put.err
    return sochibo(
        "decide", model, "--next", "--members", "Trần Văn Bền", "--year", "2026", "--on", "2026-11-25", *TWO,
        "--out", tmp_path / "out", "--json", *more,
    )  # fmt: skip


def test_where_the_plans_next_row_is_a_supervision_the_decision_is_one(tmp_path):
    """It comes before the inspection of December; the paper, its bases and the row of the workbook say giám sát."""
    ran = supervised(tmp_path, "--write", starts="2026-11-28")

    assert ran.code == 0, ran.answer
    text = plain_text(ran.answer["files"][0])
    assert "Giám sát chuyên đề đối với đồng chí có tên sau đây" in text
    assert "Thành lập Tổ giám sát gồm 02 đồng chí" in text
    assert "tự kiểm tra" not in text
    rows = [row for row in sochibo("show", tmp_path / "mẫu.xlsx", "--json").answer["tables"]["inspections"] if row["decision_no"] == ran.answer["number"]]
    assert [(row["kind"], row["contents"]) for row in rows] == [("Giám sát chuyên đề", ["NG"])]


def test_the_rows_of_the_earlier_kind_come_first_and_the_other_when_asked_for(tmp_path):
    """The inspection begins on 01/12, the supervision a day later; `--kind` chooses, and once one is decided the other is next."""
    first = plain_text(supervised(tmp_path).answer["files"][0])
    asked = plain_text(supervised(tmp_path, "--kind", "giám sát chuyên đề").answer["files"][0])
    supervised(tmp_path, "--write")
    then = plain_text(supervised(tmp_path).answer["files"][0])

    assert "Kiểm tra việc chấp hành nhiệm vụ" in first
    assert "Giám sát chuyên đề đối với" in asked
    assert "Giám sát chuyên đề đối với" in then


def test_supervision_from_day_to_day_has_no_decision(tmp_path):
    """It is assigned once a year, not decided."""
    ran = supervised(tmp_path, "--kind", "Giám sát thường xuyên")

    assert ran.code == 2
    assert ran.answer["error"]["message"] == "“Giám sát thường xuyên” không ra quyết định."


def test_refusals_of_a_supervision_say_so(tmp_path):
    """The same checks, in the words of supervision."""
    ran = supervised(tmp_path, "--kind", "Giám sát chuyên đề", "--starts", "2026-11-24")

    assert ran.answer["error"]["message"] == "Giám sát bắt đầu ngày 24/11/2026, trước ngày quyết định 25/11/2026."
