"""The buttons that make papers or only tell: decisions, summaries, the checklist, the guide, adopting."""

from __future__ import annotations

from datetime import date

import pytest

from addin.clicks.term import term_years
from addin.core.tables.rows.settings import Settings, Term
from addin.errors import Misuse
from addin.jobs.summarise import Interval
from addin.output.box import fitted
from tests.ribbon.pressing import NAME, contents, sheet_of


def test_decide_makes_the_decision_of_the_selected_rows_once(click, book, tmp_path):
    """Two rows of one decision: one document, no question, the workbook untouched."""
    before = contents(book)

    code, person = click("decide", sheet="Kiểm tra", rows=(4, 5))

    assert code == 0
    assert not person.asked
    number = sheet_of(book, "Kiểm tra").squares[4, 1].value
    made = sorted((tmp_path / "Văn bản").iterdir())
    assert [path.name for path in made] == [f"Quyết định {number.replace('/', '-')}.docx"]
    assert person.told[0].startswith(f"Đã lập: {made[0]}")
    assert contents(book) == before


def planned(book, year):
    """The plan rows of a year that name members."""
    squares = sheet_of(book, "Kế hoạch").squares
    return [
        row
        for (row, column), square in sorted(squares.items())
        if column == 1 and square.value == year and squares[row, 2].value == "Kiểm tra" and not squares[row, 3].value.startswith(("Tổ", "Toàn"))
    ]


TERMS = ["05/5/2026 – 30/5/2026; 12/5/2026", "Phạm Văn Dũng Cảm; Võ Văn Lỡ"]


def test_decide_for_planned_members_asks_before_it_takes_a_number(click, book, tmp_path):
    """Days and team are asked, the plan's standing there. No: no number is taken. Yes: number, document, rows."""
    row = planned(book, 2026)[0]
    before = contents(book)

    click.will_write(*TERMS, *TERMS)
    _, refused = click("decide", answer=False, sheet="Kế hoạch", rows=(row, row))
    untouched = contents(book) == before and not (tmp_path / "Sổ số văn bản").exists()
    code, agreed = click("decide", sheet="Kế hoạch", rows=(row, row))

    assert untouched
    assert refused.told == [f"Chưa lấy số, chưa ghi gì vào sổ «{NAME}»."]
    assert code == 0
    assert agreed.asked[0].startswith("Lấy số quyết định kế tiếp của năm 2026 cho ")
    assert len(list((tmp_path / "Sổ số văn bản").rglob("*.json"))) == 1
    assert contents(book)["Kiểm tra"] != before["Kiểm tra"]
    assert [proposed for _, proposed in click.lines[:2]] == ["11/5/2026 – 10/6/2026", "Trần Văn Bền; "]
    new = {value for at, value in contents(book)["Kiểm tra"].items() if at not in before["Kiểm tra"]}
    assert {("Phạm Văn Dũng Cảm", None), ("Võ Văn Lỡ", None)} <= new


def test_giving_up_a_line_takes_no_number(click, book, tmp_path):
    """The second line left: nothing happened."""
    row, before = planned(book, 2026)[0], contents(book)
    click.will_write(TERMS[0], False)

    _, person = click("decide", sheet="Kế hoạch", rows=(row, row))

    assert person.told == [f"Chưa lấy số, chưa ghi gì vào sổ «{NAME}»."]
    assert not person.asked
    assert contents(book) == before


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["05/5/2026 – 30/5/2026", "Phạm Văn Dũng Cảm"], "Tổ kiểm tra mới có 01 đồng chí (Phạm Văn Dũng Cảm)"),
        (["mai", "Phạm Văn Dũng Cảm; Võ Văn Lỡ"], "“mai” không phải ngày."),
        (["01/02/2026 – 30/5/2026", "Phạm Văn Dũng Cảm; Võ Văn Lỡ"], "Kiểm tra bắt đầu ngày 01/02/2026, trước ngày quyết định 01/3/2026."),
    ],
)
def test_decide_says_what_cannot_be_decided_before_it_asks_about_a_number(click, book, lines, said):
    """The sentence comes instead of the question."""
    row = planned(book, 2026)[0]
    click.will_write(*lines)

    code, person = click("decide", sheet="Kế hoạch", rows=(row, row))

    assert code == 2
    assert person.warned[0].startswith(said)
    assert not person.asked


def test_decide_for_plans_of_several_years_is_refused(click, book):
    """One press, one decision."""
    rows = planned(book, 2026) + planned(book, 2027)

    code, person = click("decide", sheet="Kế hoạch", rows=(min(rows), max(rows)))

    assert code == 2
    assert person.warned[0].startswith("Các dòng kế hoạch đang chọn thuộc nhiều năm: 2026, 2027.")


def test_decide_on_a_row_without_number_says_how(click):
    """Which rows mean a decision."""
    code, person = click("decide", sheet="Đảng viên", rows=(5, 5))

    assert code == 2
    assert person.warned[0].startswith("Các dòng đang chọn chưa có số quyết định.\n→ Chọn dòng ở sheet Kiểm tra")


def test_decide_needs_a_folder_for_the_register(click, book):
    """A workbook never saved has no place for numbers."""
    book.folder, row = "", planned(book, 2026)[0]
    click.will_write(*TERMS)

    code, person = click("decide", sheet="Kế hoạch", rows=(row, row))

    assert code == 3
    assert person.warned[0].endswith("→ Lưu sổ vào ổ đĩa của cơ quan rồi bấm lại nút.")


@pytest.mark.parametrize(("button", "report"), [("summarise_year", "năm 2025"), ("summarise_term", "2025–2026")])
def test_summaries_land_beside_the_workbook(click, book, tmp_path, button, report):
    """Report and figures; the message names the files and what is missing, not ninety figures."""
    before = contents(book)

    code, person = click(button)

    assert code == 0
    assert sorted(path.name for path in (tmp_path / "Văn bản").iterdir()) == [
        f"Báo cáo tổng kết {report}.docx",
        f"Số liệu tổng kết {report}.xlsx",
    ]
    assert person.told[0].startswith(f"Đã lập: {tmp_path / 'Văn bản'}")
    assert "\n•" not in person.told[0]
    assert contents(book) == before


def test_the_checklist_speaks_without_commands(click):
    """A person at a ribbon has no terminal."""
    code, person = click("agenda")

    assert code == 0
    assert person.told[0].startswith("Việc cần làm đến 01/3/2026: ")
    assert "sochibo" not in person.told[0]
    assert "rồi bấm nút “Kiểm tra dữ liệu”" in person.told[0]
    assert "\nLịch một tháng tới:\n  31/3/2026: Đến ngày này mỗi tổ đã có ghi nhận giám sát của quý" in person.told[0]


def test_guide_opens_the_installed_file(click):
    """No network, no workbook needed."""
    code, person = click("guide")

    assert code == 0
    assert [path.name for path in person.files] == ["huong-dan.html"]
    assert person.files[0].is_file()


def test_adopt_of_a_known_workbook_has_nothing_to_ask(click, book):
    """And writes nothing."""
    before = contents(book)

    code, person = click("adopt")

    assert code == 0
    assert not person.asked
    assert person.told[0].startswith("Nhận ra 27 bảng.\n• Sheet “Đảng viên” là bảng “Đảng viên”: ")
    assert contents(book) == before


def test_the_running_term_ends_today_and_a_past_one_where_it_ended():
    """The last term that began; none begun is said."""
    first, second = Term(date(2015, 5, 1), date(2020, 4, 30)), Term(date(2020, 5, 1), date(2025, 4, 30))

    assert term_years(Settings(terms=(first, second)), date(2023, 1, 1)) == Interval(2020, 2023)
    assert term_years(Settings(terms=(first, second)), date(2026, 1, 1)) == Interval(2020, 2025)
    with pytest.raises(Misuse):
        term_years(Settings(), date(2026, 1, 1))


def test_a_long_message_is_cut_at_a_line():
    """What was left out is counted."""
    found = fitted([f"dòng {number}" for number in range(1000)], 100)

    assert found.endswith(f"… và {1000 - (found.count(chr(10)))} dòng nữa.")
    assert fitted(["ngắn"]) == "ngắn"
