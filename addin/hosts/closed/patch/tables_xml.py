"""Tables (ListObjects) over a sheet's squares: headings and totals are theirs, and a row added below joins them.

A table part says again what the sheet shows: its range, its filter's range and its column names. A heading
written in the sheet alone, or a row under a totals row, would make Excel call the workbook damaged.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from addin.core.places import Place, column_letters
from addin.core.records import dataclass
from addin.hosts.closed.patch.ranges import places_in, range_of, range_text
from addin.hosts.closed.patch.xml_text import Edit, XmlText, any_tag_pattern, attributes_of, with_attribute
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from addin.core.grids import Range

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RESIZE = "Trong Excel kéo dài bảng thêm một dòng trống rồi chạy lại."


@dataclass(frozen=True, slots=True)
class Table:
    """One table part: where it lies and what its range holds."""

    part: str
    text: XmlText
    name: str
    area: Range
    heading_rows: int
    totals_rows: int
    is_fed: bool

    @classmethod
    def of(cls, part: str, data: bytes) -> Table | None:
        """The table of a part; None where its range cannot be read."""
        text = XmlText.of(data)
        tag = any_tag_pattern("table").search(text.shadow)
        attributes = attributes_of(tag[2]) if tag else {}
        area = range_of(attributes.get("ref", ""))
        if area is None:
            return None
        fed = attributes.get("tableType", "worksheet") != "worksheet"
        heading = int(attributes.get("headerRowCount") != "0")
        totals = int(attributes.get("totalsRowCount", "0") != "0")
        return cls(part, text, attributes.get("displayName", ""), area, heading, totals, fed)

    @property
    def heading(self) -> Range:
        """The heading row."""
        return replace(self.area, last_row=self.area.first_row + self.heading_rows - 1)

    @property
    def totals(self) -> Range:
        """The totals row; empty range where there is none."""
        return replace(self.area, first_row=self.area.last_row - self.totals_rows + 1)

    def column_name(self, column: int) -> str:
        """The name of the column at that column of the sheet, as the table keeps it."""
        tags = list(any_tag_pattern("tableColumn").finditer(self.text.shadow))
        at = column - self.area.first_column
        return attributes_of(tags[at][2]).get("name", "") if at < len(tags) else ""

    def grown(self) -> XmlText:
        """The part with its range and its filter's range one row longer."""
        area = replace(self.area, last_row=self.area.last_row + 1)
        edits = []
        for name in ("table", "autoFilter"):
            tag = any_tag_pattern(name).search(self.text.shadow)
            if tag is not None and attributes_of(tag[2]).get("ref"):
                longer = with_attribute(tag[2], "ref", range_text(area))
                edits.append(Edit(tag.start(), tag.end(), f"<{tag[1]}{name}{longer}{tag[3]}>"))
        return self.text.spliced(edits)

    @property
    def formula_columns(self) -> tuple[str, ...]:
        """Letters of the columns that a formula fills, row by row."""
        shadow = self.text.shadow
        starts = [tag.start() for tag in any_tag_pattern("tableColumn").finditer(shadow)]
        ends = [*starts[1:], len(shadow)]
        filled = any_tag_pattern("calculatedColumnFormula")
        return tuple(
            column_letters(self.area.first_column + at)
            for at, (start, end) in enumerate(zip(starts, ends, strict=True))
            if filled.search(shadow, start, end)
        )


def refuse_table_squares(tables: Sequence[Table], texts: dict[Place, str | None]) -> None:
    """RefusedWrite for a heading that would differ from its column's name, or any square of a totals row.

    `texts` gives for each square the text meant for it, None where it is no text.
    """
    for table in tables:
        for place in places_in(table.heading, texts):
            value = texts[place]
            name = table.column_name(place.column)
            if value != _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name):
                refuse(f"ô này là tiêu đề cột của bảng {table.name}", "Đổi tên cột trong Excel.", place)
        for place in places_in(table.totals, texts):
            refuse(f"ô này thuộc dòng tổng của bảng {table.name}", "Sửa dòng tổng trong Excel.", place)


def table_to_grow(tables: Sequence[Table], row: Place) -> Table | None:
    """The table that ends right above a row added there; RefusedWrite where it cannot take the row."""
    for table in tables:
        touches = row.row == table.area.last_row + 1
        if not touches or not table.area.first_column <= row.column <= table.area.last_column:
            continue
        if table.totals_rows:
            refuse(f"bảng {table.name} có dòng tổng ngay bên dưới", _RESIZE, row)
        if table.is_fed:
            refuse(f"bảng {table.name} lấy dữ liệu từ nguồn ngoài", "Thêm dòng ở nguồn dữ liệu của bảng.", row)
        return table
    return None
