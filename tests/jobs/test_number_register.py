"""`numbers`: every kind has its series; hand-written and back-dated numbers count as they are; voids, gaps and doubles are told (F40)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from addin.core.persons.reading import Reading
from addin.core.tables.numbered import numbers_used
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.settings import Settings, Term
from addin.core.tables.series import Series
from addin.jobs.numbers import NumberState, numbers
from addin.jobs.opening import Opened
from addin.output.telling import form_of, lines_of, table_of
from tests.builders import row, rows
from tests.command import sochibo
from tests.conftest import ROOT

ON = date(2026, 11, 23)
TERM = Term(date(2025, 7, 1), date(2027, 12, 31))
SETTINGS = Settings(terms=(TERM,))
SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


def document(number, day, **more):
    return {"kind": None, "number": number, "date": day, "title": f"việc {number}", **more}


def asked(tmp_path, *documents, settings=SETTINGS, on=ON, kind=None, year=None, **tables):
    book = Book(settings=settings, documents=rows("documents", *documents), **tables)
    return numbers(Opened("sổ.xlsx", Reading(book)), on, tmp_path, kind, year).result


def of_kind(result, kind, period="20250701-20271231"):
    return next(one for one in result.series if (one.kind, one.period) == (kind, period))


def test_every_kind_a_cell_issues_has_its_next_number(tmp_path):
    """None entered yet: each begins with 01 in the term of the day."""
    result = asked(tmp_path)

    assert [one.kind for one in result.series if one.is_current] == ["NQ", "QĐ", "KL", "QC", "TB", "BC", "KH", "CTr", "TTr", "ĐA", "PA", "CV", "BB", "GM", "GGT"]
    assert {one.next_value for one in result.series} == {1}
    assert "Số kế tiếp: 01-NQ/CB, 01-QĐ/CB" in lines_of(result)[-1]


def test_numbers_written_by_hand_and_back_dated_are_taken_as_they_are(tmp_path):
    """The next goes on above the highest, whatever its day and however it was written."""
    documents = (
        document("05-QĐ/CB", "2026-03-01"),
        document("12a-QĐ/CB", "2026-04-01"),
        document("09", "2025-08-01", kind="Quyết định kiểm tra"),
        document("Số: 11/QĐ-CB", "2026-05-01"),
        document("40-QĐ/ĐU", "2026-05-01"),
        document("50-QĐ/CB", "2024-05-01"),
    )
    found = of_kind(asked(tmp_path, *documents), "QĐ")

    assert [(line.value, line.text, line.state) for line in found.lines] == [
        (5, "05-QĐ/CB", NumberState.BY_HAND),
        (9, "09-QĐ/CB", NumberState.BY_HAND),
        (11, "11-QĐ/CB", NumberState.BY_HAND),
        (12, "12a-QĐ/CB", NumberState.BY_HAND),
    ]
    assert found.next_value == 13
    assert found.missing == ((6, 8), (10, 10))


@pytest.mark.parametrize(
    ("numbering", "period", "after"),
    [("term", "20250701-20271231", 8), ("year", "2026", 3), ("continuous", "liên tục", 51)],
)
def test_the_series_go_by_the_setting_of_the_workbook(tmp_path, numbering, period, after):
    """The same lines, three ways of numbering."""
    documents = (document("50-BC/CB", "2023-03-01"), document("07-BC/CB", "2025-12-31"), document("02-BC/CB", "2026-01-01"))
    result = asked(tmp_path, *documents, settings=Settings(terms=(TERM,), numbering=numbering))

    assert (of_kind(result, "BC", period).is_current, of_kind(result, "BC", period).next_value) == (True, after)


def test_the_default_says_what_it_rests_on_and_that_nobody_checked_it(tmp_path):
    """HD 36 and HD 05 were seen through others: the mark is told; a setting entered needs none."""
    (head, *_) = lines_of(asked(tmp_path))

    assert "đánh số theo nhiệm kỳ (mặc định: Hướng dẫn số 05-HD/VPTW" in head
    assert "(chưa kiểm chứng)" in head


def test_a_day_in_no_term_gives_out_no_number(tmp_path):
    """As `document --write` refuses it."""
    result = asked(tmp_path, on=date(2028, 1, 1))

    assert result.lacks_term
    assert lines_of(result)[-1] == "Chưa khai nhiệm kỳ có ngày 01/01/2028 ở Thiết lập: khai rồi mới lấy số mới được."


def test_voids_doubles_and_what_cannot_be_read_are_told(tmp_path):
    """The reason beside the number; two papers of one number with both squares; other sheets name the same paper, or another."""
    turn = row("inspections", 2, member="Nguyễn Văn Mẫu", decision_no="04-QĐ/CB", decision_date="2026-06-01", year=2026)
    documents = (
        document("01-QĐ/CB", "2026-01-05", void_reason="ghi nhầm"),
        document("02-QĐ/CB", "2026-02-05"),
        document("02-QĐ/CB", "2026-02-06"),
        document("03-QĐ/CB", "2026-03-05"),
        document("04-QĐ/CB", "2026-05-05"),
        document("05QĐ/CB", "2026-06-05"),
    )
    result = asked(tmp_path, *documents, inspections=(turn,))
    found = of_kind(result, "QĐ")
    told = "\n".join(lines_of(result))

    assert [(line.value, line.state, line.is_double) for line in found.lines] == [
        (1, NumberState.VOID, False),
        (2, NumberState.BY_HAND, True),
        (3, NumberState.BY_HAND, False),
        (4, NumberState.BY_HAND, True),
    ]
    assert "đã huỷ (ghi nhầm)" in told
    assert "trùng số 02-QĐ/CB, 04-QĐ/CB" in told
    assert "Không đọc được số “05QĐ/CB” ('Văn bản'!B7)" in told
    assert form_of(result)["unread"] == [{"number": "05QĐ/CB", "sheet": "Văn bản", "cell": "B7"}]


def test_a_mistyped_number_opens_a_gap_that_is_told_as_one(tmp_path):
    """No million lines."""
    found = of_kind(asked(tmp_path, document("01-KH/CB", "2026-01-05"), document("999999-KH/CB", "2026-01-06")), "KH")

    assert len(found.lines) == 2
    assert found.missing == ((2, 999_998),)


def test_a_kind_and_a_year_may_be_asked_for(tmp_path):
    """By its letters or its word."""
    documents = (document("01-KH/CB", "2026-01-05"), document("07-BC/CB", "2025-12-31"))

    assert [one.kind for one in asked(tmp_path, *documents, kind="kế hoạch").series] == ["KH"]
    assert [one.kind for one in asked(tmp_path, *documents, year=2025).series] == ["BC"]
    assert len(table_of(asked(tmp_path, *documents)).rows) == 2


def test_a_decision_of_discipline_counts_among_decisions():
    """Kỷ luật alone may name it; a superior's does not count."""
    cases = rows(
        "disciplines",
        {"member": "A", "decision_no": "07-QĐ/CB", "decision_date": "2026-02-01"},
        {"member": "B", "decision_no": "12-QĐ/ĐU", "decision_date": "2026-02-01"},
    )

    assert numbers_used(Book(settings=SETTINGS, disciplines=cases), Series("QĐ", "20250701-20271231")) == {7: "07-QĐ/CB"}


@pytest.mark.parametrize(("numbering", "kinds"), [("continuous", "QĐ KH BC CTr TTr"), ("term", "BC"), ("year", "BC")])
def test_the_next_number_told_is_the_one_a_paper_takes(tmp_path, numbering, kinds):
    """Of every kind, whatever the setting: a day gone by takes its number in the series of that day."""
    book = Path(shutil.copy(SAMPLE, tmp_path / "sổ.xlsx"))
    settings = next(one for one in load_workbook(book)["Thiết lập"].iter_rows(max_col=1) if one[0].value == "Cách đánh số")[0].row
    assert sochibo("put", book, f"Thiết lập!B{settings}={numbering}", "--write").code == 0
    asked = {
        "QĐ": ("supervision-assignment", "--year", "2026"), "KH": ("annual-plan", "--year", "2026"), "BC": ("term-report", "--from", "2016", "--to", "2020"),
        "CTr": ("inspection-programme", "--from", "2025", "--to", "2030"), "TTr": ("rating-proposal", "--year", "2025"),
    }  # fmt: skip
    on = ("--on", "2026-03-02", "--json")
    told = {one["kind"]: one["next"] for one in sochibo("numbers", book, *on).answer["series"] if one["current"]}

    taken = {}
    for kind in kinds.split():
        made = sochibo("document", book, *asked[kind], *on, "--write", "--another")
        assert made.code == 0, made.out
        taken[kind] = made.answer["number"]

    assert taken == {kind: told[kind] for kind in kinds.split()}


def test_what_the_register_holds_is_told_beside_the_workbook(tmp_path):
    """Issued with its file, void with its reason though Văn bản lacks the line, the next above both."""
    book = Path(shutil.copy(SAMPLE, tmp_path / "sổ.xlsx"))
    made = sochibo("document", book, "year-end-report", "--year", "2026", "--on", "2026-11-23", "--write", "--json")
    assert made.code == 0, made.out

    answer = sochibo("numbers", book, "--kind", "BC", "--on", "2026-11-23", "--json").answer
    (series,) = answer["series"]
    last = series["numbers"][-1]

    assert (last["number"], last["state"], last["date"], last["double"]) == (made.answer["number"], "issued", "2026-11-23", False)
    assert last["file"] == Path(made.answer["files"][0]).name
    assert series["next"] == f"{last['value'] + 1:02d}-BC/CB"
    assert series["missing"] == []


def test_two_workbooks_of_one_cell_that_give_a_number_to_two_papers_are_found(tmp_path):
    """`verify` names both days; the same line in a copy of the workbook is one paper."""
    first, second = (Path(shutil.copy(SAMPLE, tmp_path / name)) for name in ("a.xlsx", "b.xlsx"))
    assert sochibo("document", first, "year-end-report", "--year", "2026", "--on", "2026-11-23", "--write").code == 0
    assert sochibo("verify", tmp_path).code == 0
    shown = sochibo("show", second, "--json").answer["tables"]["documents"]
    line = next(one for one in shown if one["number"] == "60-QĐ/CB")
    layout = next(one for one in sochibo("show", second, "--json").answer["layout"] if one["table"] == "documents")
    square = f"{layout['sheet']}!{layout['columns']['date']}{line['row']}"

    assert sochibo("put", second, f"{square}=2026-11-21", "--write").code == 0
    ran = sochibo("verify", tmp_path, "--json")

    assert ran.code == 1
    (trouble,) = [one for one in ran.answer["troubles"] if one["kind"] == "number_twice"]
    assert "Số 60-QĐ/CB là hai văn bản khác nhau" in trouble["message"]
    assert "21/11/2026" in trouble["message"]
