"""Papers on the place of residence (QĐ 213): the list, and where the cell is a base cell the letter, the request, the comment form.

The letter and the request are the grassroots level's to sign: another cell makes only the list. Since 09/12/2025 the procedure
is done online: printed on demand. Their numbers are written by hand, in the series of whoever signs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.tables.rows.members import Member
from addin.core.tables.series import written
from addin.documents.parts.contexts import Signed, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import signed_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.errors import Misuse, PaperRefused
from addin.glossary.choices import ResidenceLevel

_LETTER_SYMBOL = "GGT"
_LIST, _LETTER, _OPINION, _COMMENT = "list", "introduction", "opinion", "comment"
_NAMES = {_LIST: "DANH SÁCH", _LETTER: "GIẤY GIỚI THIỆU", _OPINION: "PHIẾU XIN Ý KIẾN", _COMMENT: "PHIẾU NHẬN XÉT"}
_BASIS = LegalBasis("residence-request")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentLine:
    """One member with the place of residence and how far the comment is."""

    order: str = word("số thứ tự")
    full_name: str = word("họ và tên")
    birth_date: str = word("ngày sinh; trống khi sổ không có")
    admitted_on: str = word("ngày vào Đảng; trống khi sổ không có")
    residence: str = word("nơi cư trú; trống khi sổ không có")
    state: str = word("đã gửi, đã nhận, không thuộc diện; trống khi chưa ghi")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidenceRequest(Signed):
    """The list, or one member's letter, request or comment form."""

    paper_name: str = word("tên loại: DANH SÁCH, GIẤY GIỚI THIỆU, PHIẾU XIN Ý KIẾN hoặc PHIẾU NHẬN XÉT")
    letter_number: str = word("“Số ……-GGT/CB” của giấy giới thiệu, ghi số bằng tay; trống ở các phiếu khác")
    is_list: str = word("“x” khi là danh sách; trống khi không")
    is_letter: str = word("“x” khi là giấy giới thiệu; trống khi không")
    is_opinion: str = word("“x” khi là phiếu xin ý kiến; trống khi không")
    is_comment: str = word("“x” khi là phiếu nhận xét; trống khi không")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    year: str = word("năm")
    cell: str = word("“Chi bộ …”")
    members: tuple[ResidentLine, ...] = words("đảng viên, mỗi đồng chí một dòng; phiếu của một người chỉ có một dòng")
    gender: str = word("nam, nữ của người trong phiếu; trống khi sổ không có")


def build(reading: Reading, request: Request) -> Built:
    """The variant asked for; Misuse for the grassroots papers of a cell that is none."""
    gaps, year = Gaps(), request.needed_year
    wanted = KIND.variant(request)
    if wanted != _LIST and not reading.book.settings.is_base_cell:
        raise Misuse(
            "Giấy giới thiệu, phiếu xin ý kiến nơi cư trú do cấp cơ sở ký; chi bộ này không phải chi bộ cơ sở.",
            "Lập danh sách gửi đảng uỷ: --variant list. Nếu là chi bộ cơ sở, ghi “có” ở mục Chi bộ cơ sở của Thiết lập.",
        )
    members = _members(reading, request) if wanted == _LIST else (People(reading).meant(request.needed_name),)
    if not members:
        raise PaperRefused("Chưa lập danh sách: sheet Đảng viên chưa ghi Nơi cư trú của ai.", "Ghi cột Nơi cư trú rồi lập lại.")
    context = ResidenceRequest(
        **signed_fields(reading, request.on, gaps),
        summary=_summary(wanted, year),
        paper_name=_NAMES[wanted],
        letter_number=f"Số {written(None, _LETTER_SYMBOL, reading.book.settings.symbol)}" if wanted == _LETTER else "",
        is_list=_mark(wanted, _LIST),
        is_letter=_mark(wanted, _LETTER),
        is_opinion=_mark(wanted, _OPINION),
        is_comment=_mark(wanted, _COMMENT),
        legal_bases=_BASIS.of_day(reading.book, request.on, gaps),
        year=str(year),
        cell=cell_title(reading.book.settings, gaps),
        members=tuple(_line(reading, order, member, year, gaps) for order, member in enumerate(members, 1)),
        gender=(members[0].gender or "") if wanted != _LIST else "",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _mark(wanted: str, variant: str) -> str:
    return "x" if wanted == variant else ""


def _summary(wanted: str, year: int) -> str:
    return {
        _LIST: f"đảng viên đề nghị nơi cư trú nhận xét năm {year}",
        _LETTER: "đảng viên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú",
        _OPINION: f"chi uỷ nơi cư trú năm {year}",
        _COMMENT: "đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú",
    }[wanted]


def _members(reading: Reading, request: Request) -> tuple[Member, ...]:
    return tuple(member for member in reading.roll(request.on).active if member.residence and member.full_name)


def _line(reading: Reading, order: int, member: Member, year: int, gaps: Gaps) -> ResidentLine:
    if not member.residence:
        gaps.tell(f"Chưa có nơi cư trú của đồng chí {member.full_name}", member.place("residence"))
    return ResidentLine(
        order=str(order),
        full_name=People(reading).name(member.full_name or ""),
        birth_date=str(member.birth_date or ""),
        admitted_on=str(member.admitted_on or ""),
        residence=member.residence or "",
        state=_state(reading, member, year),
    )


def _state(reading: Reading, member: Member, year: int) -> str:
    row = next((one for one in reading.book.residence_comments if one.year == year and one.member and reading.roster.find(one.member).member is member), None)
    if row is None:
        return ""
    if row.level == ResidenceLevel.NOT_CONCERNED:
        return ResidenceLevel.NOT_CONCERNED
    return _day("Đã nhận", row.received_on) or _day("Đã gửi", row.requested_on)


def _day(what: str, day: PartialDate | None) -> str:
    return f"{what} {day}" if day else ""


def _each(reading: Reading, request: Request) -> tuple[Request, ...]:
    """One letter a member of a base cell; the list is one paper, and the only one of another cell."""
    wanted = request.variant or (_LETTER if reading.book.settings.is_base_cell else _LIST)
    one = replace(request, variant=wanted)
    if wanted == _LIST or request.name:
        return (one,)
    named = [(member.full_name if People(reading).find(member.full_name or "").member else member.member_id) for member in _members(reading, request)]
    return tuple(replace(one, name=name) for name in named if name)


KIND = Kind(
    id="residence-request",
    title="Giới thiệu, lấy ý kiến nơi cư trú",
    context=ResidenceRequest,
    build=build,
    legal_basis=_BASIS,
    each=_each,
    variants=(
        (_LIST, "Danh sách lấy nhận xét nơi cư trú"),
        (_LETTER, "Giấy giới thiệu về nơi cư trú"),
        (_OPINION, "Phiếu xin ý kiến chi uỷ nơi cư trú"),
        (_COMMENT, "Phiếu nhận xét của nơi cư trú"),
    ),
)
