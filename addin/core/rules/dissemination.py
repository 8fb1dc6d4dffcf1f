"""Quán triệt: Party documents made known, when, how and to how many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin import glossary
from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.regulations import citations
from addin.core.regulations.citations import Cited
from addin.core.regulations.instruments import Instrument
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import in_the_future, known_person, part_of, required
from addin.core.tables.rows.activities import Dissemination
from addin.core.tables.rows.book import Book
from addin.glossary.choices import Channel

MEETING_CHANNELS = (Channel.REGULAR_MEETING, Channel.THEMATIC_MEETING)
_STATUTES = "điều lệ"


def _cited(row: Dissemination, context: Context) -> tuple[Cited, ...]:
    """What the row cites, of the built-in register and of the cell's own."""
    return citations.find_cited(row.document or "", context.own_instruments())


def _meant(row: Dissemination, context: Context) -> list[Instrument]:
    """The instruments the row certainly names: a number several bear means the one in force that day."""
    day = row.date.last if row.date else None
    return [one for cited in _cited(row, context) if (one := cited.meant_on(day))]


@rule(
    "DSM202", Severity.ERROR, title="Số đạt yêu cầu nhiều hơn số dự", fix="Sửa số đạt yêu cầu hoặc số có mặt."
)
def more_understood_than_heard(row: Dissemination) -> Iterator[Flag]:
    """Who understood was asked, and who was asked was there."""
    heard = row.present if row.present is not None else row.total
    if row.understood is not None and heard is not None and row.understood > heard:
        key = "present" if row.present is not None else "total"
        yield flag(row, "understood", f"Đạt yêu cầu {row.understood}, dự {heard}.", related=(key,))


@rule(
    "DSM301",
    Severity.NOTICE,
    title="Văn bản quán triệt chưa rõ là văn bản nào",
    fix="Ghi loại, số, ký hiệu và ngày; văn bản của đảng uỷ thì thêm vào sheet Quy định.",
)
def disseminated_document_unknown(row: Dissemination, context: Context) -> Iterator[Flag]:
    """Documents are counted one by one; what is cited should be found in the register or the cell's own list."""
    text = context.fold(row.document)
    if not text or context.fold(_STATUTES) in text or any(cited.candidates for cited in _cited(row, context)):
        return
    own = [context.fold(local.number) for local in context.book.regulations if local.number]
    titles = [context.fold(local.title) for local in context.book.regulations if local.title]
    if not any(known in text for known in [*own, *titles]):
        yield flag(row, "document", f"Không nhận ra văn bản “{row.document}”.")


@rule(
    "DSM302",
    Severity.ERROR,
    title="Quán triệt văn bản trước khi ban hành",
    fix="Đối chiếu ngày quán triệt và số, ngày của văn bản.",
)
def disseminated_before_issued(row: Dissemination, context: Context) -> Iterator[Flag]:
    """A document is made known after it was issued."""
    for instrument in _meant(row, context):
        if later_than(instrument.issued, row.date):
            name = instrument.cite(on_first_use=False)
            yield flag(
                row,
                "date",
                f"{name} ban hành ngày {instrument.issued}, quán triệt ngày {row.date}.",
                related=("document",),
            )


@rule(
    "DSM304",
    Severity.NOTICE,
    title="Không có buổi sinh hoạt vào ngày quán triệt",
    fix="Ghi buổi sinh hoạt vào sheet Sinh hoạt, hoặc sửa ngày quán triệt.",
)
def disseminated_without_a_meeting(book: Book) -> Iterator[Flag]:
    """What was made known in a meeting has a meeting; asked of years that have meetings."""
    held = {row.held_on.exact for row in book.meetings if row.held_on}
    years = {day.year for day in held if day}
    for row in book.disseminations:
        day: date | None = row.date.exact if row.date else None
        if row.channel in MEETING_CHANNELS and day and day.year in years and day not in held:
            yield flag(
                row,
                "date",
                f"Ngày {vn_date(day)} không có buổi nào trong sheet Sinh hoạt.",
                related=("channel",),
            )


@rule(
    "DSM305",
    Severity.NOTICE,
    title="Quán triệt qua kiểm tra nhưng năm đó không có lượt kiểm tra",
    fix="Ghi lượt kiểm tra của năm, hoặc sửa hình thức quán triệt.",
)
def disseminated_through_no_inspection(book: Book) -> Iterator[Flag]:
    """An inspection is one of the four channels, where there was one."""
    years = {row.year for row in book.inspections} | {
        note.noted_on.year for note in book.supervision_notes if note.noted_on
    }
    for row in book.disseminations:
        if row.channel == Channel.INSPECTION and row.date and years and row.date.year not in years:
            yield flag(
                row,
                "channel",
                f"Năm {row.date.year} không có lượt kiểm tra, giám sát nào.",
                related=("date",),
            )


@rule(
    "DSM306",
    Severity.WARNING,
    title="Văn bản quán triệt đã hết hiệu lực",
    fix="Quán triệt văn bản thay thế, hoặc đối chiếu ngày.",
)
def disseminated_after_replacement(row: Dissemination, context: Context) -> Iterator[Flag]:
    """A document replaced is history, not guidance."""
    for instrument in _meant(row, context):
        if later_than(row.date, instrument.effective_to):
            name, heading = instrument.cite(on_first_use=False), glossary.header("disseminations", "date")
            message = f"{name} hết hiệu lực ngày {instrument.effective_to}; {heading} {row.date}."
            yield flag(row, "document", message, related=("date",))


@rule(
    "DSM307",
    Severity.NOTICE,
    title="Số văn bản quán triệt có thể là nhiều văn bản",
    fix="Ghi đủ loại, số, ký hiệu và ngày ban hành.",
)
def disseminated_document_ambiguous(row: Dissemination, context: Context) -> Iterator[Flag]:
    """A number without its symbol is resolved where one text alone fits the day; else it is asked."""
    day = row.date.last if row.date else None
    for cited in _cited(row, context):
        if len(cited.candidates) > 1 and cited.number and cited.meant_on(day) is None:
            names = "; ".join(one.cite_with_day() for one in cited.candidates)
            yield flag(row, "document", f"“{cited.text}” có thể là: {names}.")


@rule(
    "DSM308",
    Severity.WARNING,
    title="Điều không thuộc chương đã ghi",
    fix="Đối chiếu chương, điều với văn bản gốc.",
)
def articles_outside_the_chapter(row: Dissemination, context: Context) -> Iterator[Flag]:
    """A citation down to the article is one people look up; asked only of chapters whose articles were seen."""
    day = row.date.last if row.date else None
    for cited in _cited(row, context):
        one = cited.meant_on(day)
        for part in one.parts if one and cited.chapter and cited.articles else ():
            first, last = cited.articles or (0, 0)
            if part.chapter == cited.chapter and not part.first <= first <= last <= part.last:
                yield flag(row, "document", f"Đang ghi Điều {first}{f' đến Điều {last}' if last > first else ''}; {part.name}.")


RULES: tuple[Rule, ...] = (
    required("DSM101", Dissemination, title="Quán triệt thiếu thông tin bắt buộc",
        fix="Ghi đủ ngày, hình thức và văn bản.", why="What was made known, when and how."),
    part_of("DSM201", Dissemination, ("present", "total"), message="Có mặt {present}, tổng số {total}.",
        title="Số có mặt nhiều hơn tổng số", fix="Sửa số có mặt hoặc tổng số.",
        why="Attendance is part of the whole."),
    more_understood_than_heard,
    in_the_future("DSM203", Dissemination, "date", title="Ngày quán triệt ở tương lai",
        fix="Kiểm tra lại ngày, nhất là năm.", why="What is counted has happened."),
    disseminated_document_unknown, disseminated_before_issued,
    known_person("DSM303", Dissemination, "presenter", title="Người trình bày không có trong danh sách đảng viên",
        fix="Sửa tên; nếu là báo cáo viên của cấp trên thì không cần sửa.", why="A speaker may come from above.",
        severity=Severity.NOTICE),
    disseminated_without_a_meeting, disseminated_through_no_inspection, disseminated_after_replacement,
    disseminated_document_ambiguous, articles_outside_the_chapter,
)  # fmt: skip
