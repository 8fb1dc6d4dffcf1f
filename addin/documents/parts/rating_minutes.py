"""The minutes a rating paper rests on: number and day of the count, else of the review meeting, as Văn bản has them."""

from __future__ import annotations

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.ratings.votes import ballot_row
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import kind_code, own_number, written
from addin.documents.parts import prose
from addin.documents.parts.heading import Gaps

_TITLES = ("kiểm phiếu", "kiểm điểm")
LEGEND = (
    "HTXS: hoàn thành xuất sắc nhiệm vụ; HTT: hoàn thành tốt nhiệm vụ; HTN: hoàn thành nhiệm vụ; KHT: không hoàn thành nhiệm vụ."
)


def minutes_named(reading: Reading, year: int, gaps: Gaps) -> str:
    """`Biên bản kiểm phiếu số 30-BB/CB, ngày 05/12/2025`; without the number only the day, told; empty where no vote is entered."""
    row = ballot_row(reading.book.ballot_counts, year, None, reading.roster)
    day = row.meeting_on if row else None
    if row is None or day is None:
        gaps.tell(f"Sheet Kiểm phiếu chưa có ngày họp xếp loại năm {year} nên văn bản không dẫn được biên bản")
        return ""
    paper = _minutes_of(reading, day)
    number = own_number(paper) if paper else None
    if number is None:
        gaps.tell(f"Sheet Văn bản chưa có số của biên bản kiểm phiếu {prose.day_words(day)}", row.place("meeting_on"))
        return f"Biên bản kiểm phiếu {prose.day_words(day)}"
    told = written(number.value, "BB", number.organisation or reading.book.settings.symbol)
    which = next(words for words in _TITLES if words in glossary.fold(paper.title or "")) if paper else ""
    return f"Biên bản {which} số {told}, {prose.day_words(day)}"


def voted_by(reading: Reading, year: int) -> str:
    """`21/21 đảng viên chính thức được triệu tập có mặt`; empty where the count does not say."""
    row = ballot_row(reading.book.ballot_counts, year, None, reading.roster)
    if row is None or row.present is None or row.summoned is None:
        return ""
    return f"{padded(row.present)}/{padded(row.summoned)} đảng viên được triệu tập có mặt"


def _minutes_of(reading: Reading, day: PartialDate) -> Document | None:
    """Of the day of the vote: the count's before the meeting's; a void number names nothing."""
    papers = [
        row for row in reading.book.documents if kind_code(row.kind or "") == "BB" and row.date == day and row.number and not row.void_reason
    ]
    titled = ((words, row) for words in _TITLES for row in papers if words in glossary.fold(row.title or ""))
    return next((row for _, row in titled), None)
