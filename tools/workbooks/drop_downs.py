"""Drop-downs and limits of each column. They help and warn; only numbers are refused, for no other reading fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from addin import glossary
from addin.core.tables.rows.columns import Column, Kind
from tools.workbooks.wording import NO, YES

LAST_ROW = 2000
_LONGEST_INLINE = 250
_TITLE_LIMIT = 31
_LIMITS = {"points_general": 30, "points_tasks": 70, "points": 100, "self_points": 100, "max_points": 70,
           "sick_months": 12, "counter": 2}  # fmt: skip
_PROMPTS = {
    Kind.LIST: "Nhiều mục thì cách nhau bằng dấu chấm phẩy (;) hoặc xuống dòng.",
    Kind.MEMBERS: "Họ và tên như ở sheet Đảng viên; nhiều người thì cách nhau bằng dấu chấm phẩy (;).",
    Kind.CODES: "Ghi mã ở sheet Danh mục hoặc ghi bằng lời; nhiều mục thì cách nhau bằng dấu chấm phẩy (;).",
    Kind.CHOICES: "Ghi theo sheet Danh mục; nhiều mục thì cách nhau bằng dấu chấm phẩy (;).",
    Kind.LEVELS: "Ghi HTXS, HTT, HTN hoặc KHT theo thứ tự quý, cách nhau bằng dấu chấm phẩy (;).",
    Kind.RESTRICTED: "Thông tin hạn chế: không bao giờ được in hay xuất ra.",
}


def validation_of(column: Column, lists: Mapping[str, str]) -> dict[str, Any] | None:
    """Options of XlsxWriter's data_validation; `lists` gives the range of long lists by name."""
    words = _words(column, lists)
    if words:
        return words
    if column.kind is Kind.DATE:
        return _day()
    return _number(column) if column.kind in {Kind.INT, Kind.NUMBER} else _prompt(column)


def _words(column: Column, lists: Mapping[str, str]) -> dict[str, Any] | None:
    if column.kind is Kind.FLAG:
        return _list([YES, NO], "Có hoặc không", "Ghi “có” hoặc “không”; chưa biết thì để trống.")
    if column.kind is Kind.CHOICE:
        return _list(_source(column.choices, lists), "Chọn trong danh sách", "Chọn một mục trong danh sách.")
    if column.kind is Kind.LEVEL:
        return _list(lists["level"], "Mức xếp loại", "Chọn một mức trong danh sách, hoặc ghi HTXS, HTT, HTN, KHT.")
    if column.kind is Kind.MEMBER:
        return _list(lists["member"], "Đảng viên", "Ghi họ và tên như ở sheet Đảng viên.", error="information")
    return None


def _source(name: str, lists: Mapping[str, str]) -> list[str] | str:
    words = list(glossary.canonical_choices(name))
    return lists[name] if is_long(words) else words


def is_long(words: Sequence[str]) -> bool:
    """Whether a drop-down cannot carry its words itself: over Excel's limit, or a comma inside one."""
    return len(",".join(words)) > _LONGEST_INLINE or any("," in word for word in words)


def _list(source: list[str] | str, title: str, message: str, error: str = "warning") -> dict[str, Any]:
    return {
        "validate": "list", "source": source, "error_type": error,
        "error_title": title[:_TITLE_LIMIT], "error_message": message,
    }  # fmt: skip


def _day() -> dict[str, Any]:
    return {
        "validate": "date", "criteria": "between", "minimum": date(1900, 1, 1), "maximum": date(2100, 12, 31),
        "error_type": "warning", "error_title": "Ngày",
        "error_message": "Ghi ngày theo thứ tự ngày/tháng/năm, ví dụ 03/9/2019. Chỉ biết tháng hoặc năm thì ghi 9/2019 hoặc 2019 và chọn Có để giữ.",
    }  # fmt: skip


def _number(column: Column) -> dict[str, Any]:
    first, last, message = 0, _LIMITS.get(column.key, 100000), "Ghi số không âm."
    if column.key.startswith("year"):
        first, last, message = 1930, 2100, "Ghi năm bằng bốn chữ số."
    elif column.key.endswith("_pct"):
        last, message = 1, "Ghi tỷ lệ phần trăm từ 0% đến 100%."
    elif column.key in _LIMITS:
        message = f"Ghi số từ 0 đến {last}."
    return {
        "validate": "integer" if column.kind is Kind.INT else "decimal", "criteria": "between",
        "minimum": first, "maximum": last, "error_title": "Số", "error_message": message,
    }  # fmt: skip


def _prompt(column: Column) -> dict[str, Any] | None:
    text = _PROMPTS.get(column.kind)
    return {"validate": "any", "input_title": "Cách ghi", "input_message": text} if text else None
