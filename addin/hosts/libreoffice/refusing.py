"""Squares of the live document that must not be written, and why: the same as in a closed file.

LibreOffice lets a program overwrite a formula or break a data validation without a word; it is refused here
before anything is written. The reasons are worded as in a closed file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.writes import Value
from addin.hosts.live_room import Gap
from addin.hosts.refusal import refuse
from addin.hosts.validations import Validation, refuse_value

Square = tuple[int, int]
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_KINDS = {"TEXT_LEN": "textLength"}
_OPERATORS = {
    "EQUAL": "equal",
    "NOT_EQUAL": "notEqual",
    "GREATER": "greaterThan",
    "GREATER_EQUAL": "greaterThanOrEqual",
    "LESS": "lessThan",
    "LESS_EQUAL": "lessThanOrEqual",
    "BETWEEN": "between",
    "NOT_BETWEEN": "notBetween",
}
_OWN_FIX = "Đổi tên trang tính đang có, hoặc chọn tên khác cho bảng kết quả."
_UNLOCK = "Vào Công cụ, bỏ Bảo vệ trang tính, rồi bấm lại nút."


def refuse_squares(grid: Grid, squares: Collection[Square], filled: Collection[Square] = ()) -> None:
    """RefusedWrite for the first square, in the sheet's order, that may not be written whatever the value.

    `filled` are those an array formula in another square fills.
    """
    for row, column in sorted(squares):
        place = Place(grid.sheet, row, column)
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            refuse("địa chỉ không phải một ô của trang tính", "Ghi địa chỉ dạng F12.", place)
        if (row, column) in filled:
            refuse("ô này thuộc vùng kết quả của một công thức mảng hoặc bảng dữ liệu (What-If)", "Sửa công thức của cả vùng.", place)
        if (row, column) in grid.formulas:
            refuse("ô này có công thức", "Sửa công thức ấy, hoặc xoá công thức rồi bấm lại nút.", place)
        for area in grid.merged:
            first = Place(grid.sheet, area.first_row, area.first_column)
            if area.holds(row, column) and place != first:
                refuse(f"ô này nằm trong vùng gộp của ô {first.cell}", f"Ghi vào ô {first.cell}, hoặc bỏ gộp ô.", place)


def refuse_filled_row(grid: Grid, row: int, columns: Collection[int]) -> None:
    """A new row must be empty as far as the row above it reaches."""
    above = [number for number, value in enumerate(grid.row(row - 1), 1) if value is not None]
    for column in range(min(*columns, *above, LAST_COLUMN), max(*columns, *above, 0) + 1):
        if grid.at(row, column) is not None or (row, column) in grid.formulas:
            refuse(
                "dòng này đã có dữ liệu nên không thêm dòng mới vào đây được",
                "Chèn thêm dòng trống dưới bảng rồi bấm lại nút.",
                Place(grid.sheet, row, column),
            )


def refuse_facts(place: Place, value: Value, facts: Mapping[str, Any], *, is_1904: bool) -> None:
    """RefusedWrite for a locked square, and for a value that its data validation would stop."""
    if facts["locked"]:
        refuse("ô này bị khoá vì trang tính đang được bảo vệ", _UNLOCK, place)
    rule = facts["rule"]
    if rule is None or value is None or value == "":
        return
    kind = _KINDS.get(rule["kind"], rule["kind"].lower())
    limits = (rule["limits"][0], rule["limits"][1])
    judged = Validation(kind, _OPERATORS.get(rule["operator"], ""), limits, ())
    if not judged.allows(value, place, rule["words"], is_1904=is_1904):
        refuse_value(value, place, rule["words"], "sửa điều kiện nhập (Dữ liệu, Tính hợp lệ)")


def refuse_read_only(book: Mapping[str, Any]) -> None:
    """RefusedWrite where the document was opened to be read only."""
    if book["read_only"]:
        refuse("sổ đang mở ở chế độ chỉ đọc", "Bấm Sửa tài liệu (Edit Document), hoặc mở lại sổ để sửa, rồi bấm lại nút.")


def refuse_locked_sheet(gap: Gap, book: Mapping[str, Any]) -> None:
    """RefusedWrite where rows cannot come into a sheet: it is protected."""
    place = Place(gap.sheet, gap.after + 1)
    if any(sheet["name"] == gap.sheet and sheet["protected"] for sheet in book["sheets"]):
        refuse("trang tính đang được bảo vệ nên không chèn dòng được", _UNLOCK, place)


def refuse_own_sheet(name: str, book: Mapping[str, Any]) -> str:
    """The name of the sheet to add or replace; RefusedWrite where a sheet there is not ours to replace."""
    known = next((sheet for sheet in book["sheets"] if sheet["name"].casefold() == name.casefold()), None)
    if known is None:
        if book["structure_locked"]:
            refuse("cấu trúc sổ đang khoá nên không thêm trang tính được", "Vào Công cụ, bỏ Bảo vệ cấu trúc sổ, rồi bấm lại nút.")
        return name
    own: str = known["name"]
    if not known["ours"]:
        refuse("trang tính này là của sổ, không phải do chương trình tạo ra", _OWN_FIX, Place(own))
    if known["protected"]:
        refuse("trang tính này đang được bảo vệ", _UNLOCK, Place(own))
    return own
