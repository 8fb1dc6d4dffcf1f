"""What a check says: never a count of nothing, never so many causes that what stands behind them is lost."""

from __future__ import annotations

from datetime import date

from addin.core.findings import Finding, Severity
from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.jobs.acceptances import Acceptance
from addin.jobs.check import CheckResult
from addin.jobs.marking import Listed
from addin.output.box import fitted, square_said
from addin.output.check import box, lines
from addin.output.findings import findings_table
from addin.output.preview import preview_lines

ON = date(2026, 3, 1)


def found(code, row, severity=Severity.ERROR, words="Sai."):
    return Finding(code, severity, Place("Đảng viên", row, 3), words, "Sửa lại.")


def test_years_gone_by_are_counted_without_what_there_is_none_of():
    """One notice is one notice."""
    old = Listed(found("RAT308", 5, Severity.NOTICE), 2023, is_past=True)
    result = CheckResult("sổ.xlsx", ON, (Listed(found("MEM102", 4)), old))

    assert "Còn 1 lưu ý của các năm trước (2023: 1); xem bằng --year, ví dụ --year 2023." in lines(result)
    assert "Còn 1 lưu ý của các năm trước, ở cuối sheet “Lỗi dữ liệu”." in box(result)


def test_a_box_of_many_causes_still_says_what_was_accepted():
    """However long their words are; the causes left out are counted once."""
    many = tuple(Listed(found(f"MEM{100 + number}", number + 2, words="Một câu dài. " * 25)) for number in range(12))
    held = Acceptance("MEM204", "1a2b3c4d5e6f7a8b", "2026-03-01", "Bà Bịa", "'Đảng viên'!F12", "đã đối chiếu")
    result = CheckResult("sổ.xlsx", ON, many, accepted=((found("MEM204", 12), held),))

    shown = fitted(box(result)).split("\n")

    told = [line for line in shown if line.startswith("Lỗi MEM")]
    assert 1 <= len(told) < 8
    assert f"… và {12 - len(told)} loại nữa ở sheet “Lỗi dữ liệu”." in shown
    assert shown[-1].startswith("Đã chấp nhận 1 lỗi, không nêu lại: MEM204 ")


def test_a_preview_shows_blanks_where_blanks_are_what_changes():
    """One line, whatever breaks it."""
    writes = Writes((Write(Place("Đảng viên", 7, 2), "Lò Văn Bút", "khoảng trắng", "Lò  Văn\nBút"),))

    assert preview_lines(writes)[1] == "  'Đảng viên'!B7: Lò  Văn Bút → Lò Văn Bút"


def test_a_square_in_words_is_its_column_and_its_person():
    """Either alone where the other is not known."""
    assert square_said("Ngày chính thức", "Lò Văn Bút") == "Ngày chính thức của Lò Văn Bút"
    assert (square_said("Ngày chính thức", ""), square_said("", "Lò Văn Bút")) == ("Ngày chính thức", "Lò Văn Bút")


def test_a_table_on_a_terminal_says_several_of_one_cause_once():
    """Its squares in one row; of one code alone every square has its own; a long table ends with what its beginning holds."""
    same, other = [found("SHT132", row) for row in range(4, 9)], [found(f"MEM{number}", number) for number in range(101, 112)]

    together, alone = findings_table([*same, *other]), findings_table(same)

    assert [row[2] for row in together.rows if row[1] == "SHT132"] == ["'Đảng viên': 5 ô cùng một lỗi (C4–C8)"]
    assert together.after == ("Lỗi nặng đứng đầu bảng: 16 lỗi, 0 cảnh báo, 0 lưu ý.",)
    assert [row[2] for row in alone.rows] == [f"'Đảng viên'!C{row}" for row in range(4, 9)]
    assert alone.after == ()
