"""The head and foot every paper of the cell has: names, number, place and date, signer, recipients."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from addin.core.dates import PartialDate, vn_long_date, vn_month
from addin.core.places import Place
from addin.core.tables.rows.settings import Settings
from addin.core.tables.series import written
from addin.documents.parts.contexts import BLANK, Layout

_PARTY_BODY = re.compile(r"^đảng bộ\b", re.IGNORECASE)


@dataclass(slots=True)
class Gaps:
    """What a document needed and the workbook did not have, told in Vietnamese in the order met."""

    told: list[str] = field(default_factory=list)

    def tell(self, text: str, place: Place | None = None) -> None:
        """Remember one gap, once, with its square where there is one."""
        line = f"{text} ({place})" if place else text
        if line not in self.told:
            self.told.append(line)

    def filled(self, value: str | None, text: str, place: Place | None = None) -> str:
        """The value; else dots, and the gap is told."""
        if value:
            return value
        self.tell(text, place)
        return BLANK


@dataclass(frozen=True, slots=True)
class Heading:
    """The ready strings of the common head and foot, named as in the contexts."""

    superior_name: str
    cell_name: str
    number: str
    place_date: str
    archive: str
    authority: str
    layout: Layout
    day: date | None

    def fields(self) -> dict[str, Any]:
        """Those of an `Issued` paper."""
        return {name: getattr(self, name) for name in self.__slots__}

    def signed(self) -> dict[str, Any]:
        """Those of a `Signed` paper: no number, no archive."""
        return {name: value for name, value in self.fields().items() if name not in {"number", "archive"}}

    def minutes(self) -> dict[str, Any]:
        """Those of `Minutes`: a number, no authority."""
        return {name: value for name, value in self.fields().items() if name not in {"authority", "archive"}}

    def bare(self) -> dict[str, Any]:
        """Those of a paper nobody signs for the cell: a ballot."""
        return {name: value for name, value in self.signed().items() if name != "authority"}


def heading_of(
    settings: Settings, kind_symbol: str, day: PartialDate | None, gaps: Gaps, *, number: int | None = None
) -> Heading:
    """The common elements of one paper; without the number it already has, it leaves room for one."""
    place = gaps.filled(settings.place, "Thiết lập chưa có địa danh")
    return Heading(
        superior_name=gaps.filled(settings.superior_name, "Thiết lập chưa có tên đảng bộ cấp trên").upper(),
        cell_name=cell_title(settings, gaps).upper(),
        number=f"Số {written(number, kind_symbol, settings.symbol)}",
        place_date=f"{place}, {_long(day)}",
        archive="Lưu Chi bộ.",
        authority="T/M CHI BỘ",
        layout=Layout(settings.line_spacing, settings.spelling),
        day=day.exact if day else None,
    )


def cell_title(settings: Settings, gaps: Gaps) -> str:
    """`Chi bộ Văn phòng Sở 2`: the name with the words "Chi bộ" before it once."""
    name = gaps.filled(settings.cell_name, "Thiết lập chưa có tên chi bộ")
    return name if name.casefold().startswith("chi bộ") else f"Chi bộ {name}"


def superior_committee(settings: Settings) -> str | None:
    """`Đảng uỷ Sở Tư pháp` from `Đảng bộ Sở Tư pháp`; None where the superior is not entered."""
    name = settings.superior_name
    return _PARTY_BODY.sub("Đảng uỷ", name) if name else None


def _long(day: PartialDate | None) -> str:
    if day is None:
        return "ngày …… tháng …… năm ………"
    known = day.exact
    if isinstance(known, date):
        return vn_long_date(known)
    month = vn_month(day.month) if day.month else "……"
    return f"ngày …… tháng {month} năm {day.year}"
