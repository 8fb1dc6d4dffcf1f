"""Squares that say "none" hold none, whatever the words, in every list and in every text that is counted."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.core.rules.context import Context
from addin.core.rules.inspections import RULES as INSPECTION_RULES
from addin.core.rules.remedies import RULES as REMEDY_RULES
from addin.core.rules.supervision import RULES as SUPERVISION_RULES
from addin.core.summaries.inspections import remedies, results
from addin.core.summaries.supervision import notes
from addin.core.summaries.view import View
from addin.core.tables.reading import read_book
from addin.core.tables.squares.none_words import says_none
from tests.grids import grid

NONE = [
    "không", "Không", "KHÔNG", "Không.", "không có", "Không có hạn chế", "Không có hạn chế, khuyết điểm.", "Không có khuyết điểm, hạn chế gì",
    "Chưa phát hiện hạn chế", "Chưa phát hiện hạn chế, khuyết điểm nào", "Không phát hiện vi phạm", "Không phát hiện hạn chế và khuyết điểm",
    "Không có hạn chế lớn", "Không có dấu hiệu vi phạm", "Chưa", "Chưa có", "Ko", "ko có", "khong co", "(không)", "- Không", "-", "–", "0", "0.0", "…", "/",
    "Không có ưu điểm nổi bật", "Không có yêu cầu, kiến nghị", "Không có gì", "Không có đồng chí nào", "Không ai", "không vắng",
]  # fmt: skip
SOMETHING = [
    "Không nộp báo cáo", "Chưa chủ động nghiên cứu", "Không có ý kiến", "Chưa có tinh thần trách nhiệm", "Không chấp hành", "Chậm", "Không phát hiện kịp thời sai sót",
    "Có hạn chế", "Hạn chế", "10", "HC1", "Không có hạn chế về tư tưởng nhưng chậm báo cáo", "Không phát hiện sai sót của cấp dưới", "Vi phạm", "K7",
]  # fmt: skip
MEMBERS = grid("Đảng viên", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tổ đảng"), *(
    (name, "05/3/1980", "03/02/2005", "03/02/2006", "Tổ 1") for name in ("Đinh Văn Một", "Lò Thị Hai", "Giàng A Ba")
))  # fmt: skip


def inspected(shortcomings, remedy=None, conclusion="Tốt"):
    """A cell with one turn of 2026."""
    headings = ("Số quyết định", "Ngày quyết định", "Năm", "Hình thức", "Đảng viên", "Nội dung", "Ưu điểm", "Hạn chế, khuyết điểm", "Kết luận", "Yêu cầu khắc phục")
    turn = ("01-QĐ/CB", "05/3/2026", 2026, "Kiểm tra", "Lò Thị Hai", "Tu dưỡng", "UD1", shortcomings, conclusion, remedy)
    return Reading(read_book([MEMBERS, grid("Kiểm tra", headings, turn)]))


def told(reading, *groups):
    context = Context(reading, date(2026, 11, 28))
    return {one.code for rules in groups for one in rules for _ in one.flags(context)}


@pytest.mark.parametrize("words", NONE)
def test_words_of_none_say_none(words):
    """Any case, with or without accents, stops, brackets or dashes."""
    assert says_none(words)


@pytest.mark.parametrize("words", SOMETHING)
def test_a_deed_left_undone_is_no_none(words):
    """What says more than that there is none stays."""
    assert not says_none(words)


@pytest.mark.parametrize("words", [*NONE, 0, "Không có hạn chế,\nkhuyết điểm", "- Không;\n- Không có khuyết điểm"])
def test_no_shortcoming_is_counted_rated_or_to_be_remedied(words):
    """None in the row, in the figures, in the rating; and nobody is told that the square is blank."""
    reading = inspected(words)

    assert reading.book.inspections[0].shortcomings == ()
    assert {one.id: one.value for one in results(View(reading, 2026, 2026, date(2026, 11, 28)))}["shortcomings.by_kind"] is None
    assert not any("hạn chế" in reason.text for one in rate(reading, 2026).members for reason in one.because)
    assert not {"REM102", "INS105", "INS213"} & told(reading, INSPECTION_RULES, REMEDY_RULES)


def test_a_blank_is_still_asked_for_and_what_is_named_still_counts():
    """Beside "Không" in one square a named shortcoming stands."""
    assert "INS105" in told(inspected(None), INSPECTION_RULES)
    assert inspected("Không; Chậm nộp báo cáo quý").book.inspections[0].shortcomings == ("Chậm nộp báo cáo quý",)


def test_a_remedy_that_says_none_demands_nothing():
    """Neither the rating nor the figures count it; where a shortcoming is named it is told as before."""
    reading = inspected("Không", remedy="Không")
    figures = {one.id: one.value for one in remedies(View(reading, 2026, 2026, date(2026, 11, 28)))}

    assert reading.book.inspections[0].remedy is None
    assert figures["remedies.due"] == 0


def test_a_note_that_says_none_is_a_note_and_no_shortcoming():
    """The leader looked; he saw none."""
    headings = ("Ngày", "Tổ đảng", "Người giám sát", "Đảng viên", "Loại", "Nội dung ghi nhận")
    reading = Reading(read_book([MEMBERS, grid("Giám sát", headings, ("05/3/2026", "Tổ 1", "Đinh Văn Một", "Lò Thị Hai", "Hạn chế", "Không"))]))
    figures = {one.id: one.value for one in notes(View(reading, 2026, 2026, date(2026, 11, 28)))}

    assert (figures["supervision.notes"], figures["supervision.by_kind"]) == (1, None)
    assert "SUP101" not in told(reading, SUPERVISION_RULES)


def test_nobody_is_called_none():
    """“Vắng: Không” is nobody absent; a lesson, a proposal that says none is none, and not to be asked for."""
    meeting = grid("Sinh hoạt", ("Ngày", "Loại", "Tổng số", "Có mặt", "Vắng", "Vắng có lý do"), ("05/3/2026", "Thường kỳ", 3, 3, "Không", "-"))
    proposal = grid("Đề xuất", ("Ngày", "Người đề xuất", "Nội dung"), ("05/3/2026", "Lò Thị Hai", "Không"))
    book = read_book([MEMBERS, meeting, proposal])

    assert [(one.absent, one.absent_excused) for one in book.meetings] == [((), ())]
    assert [one.text for one in book.proposals] == [None]
