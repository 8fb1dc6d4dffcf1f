"""Quyết định thi hành kỷ luật of a cell: khiển trách or cảnh cáo only; room at the top left for the đảng uỷ's stamp (forms.md §3).

Three articles: form, effect, who carries it out. The day of effect is the day the vote was announced, as entered.
"""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.series import read_number
from addin.core.writes import Write
from addin.documents.parts import prose
from addin.documents.parts.cases.disciplines import OF_A_CELL, discipline_case
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title, heading_of, superior_committee
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter
from addin.errors import PaperRefused

_BASIS = LegalBasis("discipline-decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineDecision(Issued):
    """The decision on one member."""

    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    issuer: str = word("dòng “CHI BỘ … QUYẾT ĐỊNH”")
    member: str = word("đảng viên: họ tên, chức vụ, đơn vị")
    form: str = word("hình thức kỷ luật")
    violation: str = word("nội dung vi phạm")
    effect: str = word("câu hiệu lực: từ ngày công bố kết quả biểu quyết")
    implementers: str = word("ai chịu trách nhiệm thi hành")


def build(reading: Reading, request: Request) -> Built:
    """The decision that stands in Kỷ luật; PaperRefused where a cell may only propose, or a datum is lacking."""
    gaps, people = Gaps(), People(reading)
    row = _decided(reading, request)
    name = people.name(row.member or "")
    settings, superior = reading.book.settings, superior_committee(reading.book.settings)
    on = (row.decision_date.exact if row.decision_date else None) or request.on
    number = read_number(row.decision_no)
    fields = issued_fields(reading, KIND.symbol, on, gaps)
    if number is not None and row.decision_date is not None:
        fields["number"] = heading_of(settings, KIND.symbol, row.decision_date, gaps, number=number.value).number
    if row.announced_on is None:
        gaps.tell("Chưa ghi ngày công bố kết quả biểu quyết", row.place("announced_on"))
    who = [f"{superior}, Uỷ ban Kiểm tra {superior} (để báo cáo)"] if superior else []
    context = DisciplineDecision(
        **{**fields, "recipients": tuple(f"- {one}," for one in ("Như Điều 3", *who))},
        summary=f"thi hành kỷ luật đối với đồng chí {name}",
        legal_bases=_BASIS.of_day(reading.book, on, gaps, (f"kết quả biểu quyết của hội nghị Chi bộ {prose.day_words(row.announced_on)}",)),
        issuer=f"{cell_title(settings, gaps)} quyết định".upper(),
        member=people.person(row.member or "", 1, on, gaps).text.removeprefix("1. Đồng chí "),
        form=(row.form or "").lower(),
        violation=(row.violation or "").rstrip(" ."),
        effect=f"Quyết định này có hiệu lực kể từ khi công bố kết quả biểu quyết, {prose.day_words(row.announced_on)}.",
        implementers=f"{'Chi uỷ và' if settings.has_committee else 'Chi bộ và'} đồng chí {name}",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _decided(reading: Reading, request: Request) -> Discipline:
    case = discipline_case(reading, request)
    row = case.row
    if row is None:
        raise PaperRefused(
            f"Chưa lập quyết định: sheet Kỷ luật chưa có dòng của đồng chí {case.name}.", "Ghi kết quả biểu quyết của Chi bộ ở sheet Kỷ luật rồi lập lại."
        )
    if row.form not in OF_A_CELL:
        raise PaperRefused(
            f"Chưa lập quyết định: chi bộ chỉ đề nghị hình thức {(row.form or '').lower()} ({row.place('form')}).",
            "Lập phiếu biểu quyết đề nghị: discipline-proposal-ballot.",
        )
    if not row.violation:
        raise PaperRefused(f"Chưa lập quyết định: chưa ghi nội dung vi phạm ({row.place('violation')}).", "Ghi cột Nội dung vi phạm rồi lập lại.")
    return row


def _has_its_number(reading: Reading, request: Request) -> bool:
    row = discipline_case(reading, request).row
    return row is not None and read_number(row.decision_no) is not None


def _squares(reading: Reading, request: Request, number: str) -> tuple[Write, ...]:
    """The number in the member's row of Kỷ luật."""
    row = discipline_case(reading, request).row
    is_open = row is not None and row.decision_no is None and row.has("decision_no")
    return (Write(row.place("decision_no"), number, f"quyết định {number}"),) if row is not None and is_open else ()


def _lacks(reading: Reading, request: Request, _context: DisciplineDecision) -> str:
    """It takes effect on the day the vote was announced."""
    row = discipline_case(reading, request).row
    return "" if row is None or row.announced_on else f"chưa ghi ngày công bố kết quả biểu quyết ({row.place('announced_on')})"


KIND = Kind(
    id="discipline-decision",
    title="Quyết định thi hành kỷ luật",
    context=DisciplineDecision,
    build=build,
    symbol="QĐ",
    series="QĐ",
    legal_basis=_BASIS,
    has_its_number=_has_its_number,
    squares=_squares,
    matter=Matter(("kỷ luật",)),
    lacks=_lacks,
)
