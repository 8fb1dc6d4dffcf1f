"""How Party papers write counts, dates, periods, lists and names (documents.md §3, requirements.md traps)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from addin.core.dates import PartialDate
from addin.documents.parts.contexts import BLANK


def listed(items: Sequence[str], lead: str = "- ") -> tuple[str, ...]:
    """Lines that end with `;`, the last with `.`; a line keeps no end of its own."""
    bare = [item.rstrip(" .;,") for item in items]
    return tuple(f"{lead}{item}{'.' if number == len(bare) else ';'}" for number, item in enumerate(bare, 1))


def joined(items: Sequence[str]) -> str:
    """`a, b và c`."""
    return " và ".join(part for part in (", ".join(items[:-1]), items[-1]) if part) if items else ""


def day_words(day: PartialDate | date | None) -> str:
    """`ngày 03/9/2019`, `tháng 9/2019`, `năm 2019` as far as it is known."""
    if day is None:
        return f"ngày {BLANK}"
    known = day if isinstance(day, PartialDate) else PartialDate.of(day)
    unit = "ngày" if known.day else "tháng" if known.month else "năm"
    return f"{unit} {known}"


def period_words(first: PartialDate | None, last: PartialDate | None) -> str:
    """`từ ngày 01/01/2018 đến ngày 31/12/2018`."""
    return f"từ {day_words(first)} đến {day_words(last)}"


_KEPT = ("Đảng uỷ", "Đảng ủy", "Đảng bộ", "Đảng Cộng sản", "Đảng và", "Nhà nước", "Trung ương", "Ban ", "Bộ ", "Nghị quyết", "Chỉ thị", "Quy định", "Hồ Chí Minh")


def lower_first(text: str) -> str:
    """The text with a small first letter, unless it begins with a name."""
    named = text.startswith(_KEPT) or not (text[1:2].islower() or text[1:2] == " ")
    return text if named else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Each item once, in the order first seen."""
    return tuple(dict.fromkeys(items))
