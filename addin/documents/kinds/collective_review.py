"""Báo cáo kiểm điểm, tự đánh giá, xếp loại chất lượng of the cell as a collective: Mẫu 01 of HD 43, headings as on a law portal.

Numbers come from the summary of the year; every judgement is left to be written. Who signs was not seen: for the cell, its secretary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from addin.core.numerals import number_text
from addin.core.persons.reading import Reading
from addin.core.summaries.summary import summarise
from addin.documents.parts import prose
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.figure_words import UNKNOWN
from addin.documents.parts.heading import Gaps, cell_title, superior_committee
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.known_figures import KnownFigures
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter
from addin.documents.parts.yearly.points import ROOM, both_totals
from addin.glossary.choices import CriterionSubject, LessonKind

_FIRST_YEAR = 2025


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectiveReview(Issued):
    """The collective's report of one year."""

    form_code: str = word("“Mẫu 01-HD KĐ.ĐG 2025”; trống với năm trước 2025")
    year: str = word("năm")
    cell: str = word("“Chi bộ …”")
    rules: tuple[str, ...] = words("số liệu về sinh hoạt, nguyên tắc, quy chế; trống khi sổ chưa có")
    results: tuple[str, ...] = words("số liệu về nhiệm vụ; trống khi sổ chưa có")
    building: tuple[str, ...] = words("số liệu về xây dựng Đảng, kiểm tra, giám sát, kỷ luật; trống khi sổ chưa có")
    spreading: tuple[str, ...] = words("số liệu về quán triệt văn bản cấp trên; trống khi sổ chưa có")
    earlier: tuple[str, ...] = words("hạn chế của kỳ trước đã ghi ở sheet Bài học, mỗi hạn chế một dòng")
    points_general: str = word("điểm tự chấm tiêu chí chung, hoặc dấu chấm")
    points_tasks: str = word("điểm tự chấm kết quả nhiệm vụ, hoặc dấu chấm")
    points_total: str = word("tổng điểm, hoặc dấu chấm")


def build(reading: Reading, request: Request) -> Built:
    """The report of one year, dated today."""
    gaps, year, settings = Gaps(), request.needed_year, reading.book.settings
    known = KnownFigures(summarise(reading, year, year, request.on), gaps)
    general, results, total = _points(reading, year)
    superior = superior_committee(settings)
    who = [f"{superior} (để báo cáo)"] if superior else []
    context = CollectiveReview(
        **{**issued_fields(reading, KIND.symbol, request.on, gaps), "recipients": tuple(f"- {one}," for one in (*who, "Đảng viên trong Chi bộ"))},
        summary=f"kiểm điểm, tự đánh giá, xếp loại chất lượng năm {year} của tập thể {cell_title(settings, gaps)}",
        form_code="Mẫu 01-HD KĐ.ĐG 2025" if year >= _FIRST_YEAR else "",
        year=str(year),
        cell=cell_title(settings, gaps),
        rules=_sentences(known, ("meetings.held", "Số kỳ sinh hoạt chi bộ trong năm"), ("members.total", "Tổng số đảng viên")),
        results=_sentences(known, ("tasks.assigned", "Số nhiệm vụ giao cho đảng viên trong năm"), ("tasks.done", "Số nhiệm vụ đã hoàn thành")),
        building=_sentences(
            known,
            ("plan.items", "Số việc trong kế hoạch kiểm tra, giám sát"),
            ("plan.done", "Số việc trong kế hoạch đã thực hiện"),
            ("inspections.turns", "Số lượt đảng viên được kiểm tra, giám sát chuyên đề"),
            ("supervision.notes", "Số lần ghi nhận giám sát thường xuyên"),
            ("remedies.due", "Số yêu cầu khắc phục đến hạn"),
            ("remedies.done", "Số yêu cầu đã khắc phục"),
            ("disciplines.count", "Số quyết định kỷ luật"),
        ),
        spreading=_sentences(known, ("dissemination.documents", "Số văn bản của cấp trên đã quán triệt")),
        earlier=_earlier(reading, year),
        points_general=general,
        points_tasks=results,
        points_total=total,
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _sentences(known: KnownFigures, *asked: tuple[str, str]) -> tuple[str, ...]:
    """A line a figure; one nobody entered is no line, nor is a nought: rows that are not there may not have been entered."""
    return prose.listed(list(_told(known, asked)))


def _told(known: KnownFigures, asked: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for identifier, words_ in asked:
        if known.quiet(identifier):
            count = known.count(identifier)
            if count != UNKNOWN:
                yield f"{words_}: {count}"


def _points(reading: Reading, year: int) -> tuple[str, str, str]:
    """By criteria where the cell has given them; else the total of sheet Chi bộ alone."""
    general, results, total = both_totals(reading, CriterionSubject.PARTY_CELL, CriterionSubject.PARTY_CELL, year)
    row = next((one for one in reading.book.cell_years if one.year == year and one.points is not None), None)
    if total == ROOM and row is not None and row.points is not None:
        total = number_text(row.points)
    return general, results, total


def _earlier(reading: Reading, year: int) -> tuple[str, ...]:
    rows = (row for row in reading.book.lessons if row.year == year - 1 and row.kind == LessonKind.SHORTCOMING and row.text)
    return prose.listed([row.text or "" for row in rows])


def _lacks(_reading: Reading, request: Request, context: CollectiveReview) -> str:
    """How many members and meetings there are is no review."""
    told = (context.results, context.building, context.spreading, context.earlier)
    is_empty = not any(line.strip(" .") for part in told for line in part) and context.points_total == ROOM
    return f"sổ chưa có nhiệm vụ, kiểm tra, giám sát, điểm hay bài học nào của năm {request.needed_year}" if is_empty else ""


KIND = Kind(
    id="collective-review",
    title="Báo cáo kiểm điểm tập thể",
    context=CollectiveReview,
    build=build,
    symbol="BC",
    series="BC",
    matter=Matter(("kiểm điểm",), never=("kiểm tra",)),
    lacks=_lacks,
)
