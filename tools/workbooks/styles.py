"""Formats of our workbooks: modest colours, and never colour alone (required headings are underlined too)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from addin.core.tables.rows.columns import Column, Kind

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = {"font_name": "Times New Roman", "font_size": 12}
DATE_FORMAT, TEXT_FORMAT, SHARE_FORMAT = "dd/mm/yyyy", "@", "0%"
_HEAD = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1, "font_color": "#1F2A44"}
_WRAPPED = {"valign": "top", "text_wrap": True}


@dataclass(frozen=True, slots=True)
class Styles:
    """One format object a use; a workbook has one `Styles`."""

    title: Format
    about: Format
    heading: Format
    required: Format
    text: Format
    day: Format
    whole: Format
    number: Format
    share: Format
    link: Format
    lined: Format
    section: Format

    @classmethod
    def of(cls, workbook: Workbook) -> Styles:
        """Adds the formats to a workbook."""

        def made(properties: dict[str, Any]) -> Format:
            return workbook.add_format({**FONT, **properties})

        return cls(
            title=made({"bold": True, "font_size": 14, "font_color": "#1F2A44"}),
            about=made({"italic": True, "font_color": "#404040"}),
            heading=made({**_HEAD, "bg_color": "#EEF2F7"}),
            required=made({**_HEAD, "bg_color": "#D6E0EE", "underline": 1}),
            text=made({**_WRAPPED, "num_format": TEXT_FORMAT}),
            day=made({"valign": "top", "align": "center", "num_format": DATE_FORMAT}),
            whole=made({"valign": "top", "align": "center", "num_format": "0"}),
            number=made({"valign": "top", "align": "center", "num_format": "0.##"}),
            share=made({"valign": "top", "align": "center", "num_format": SHARE_FORMAT}),
            link=made({"valign": "top", "font_color": "#0B5394", "underline": 1}),
            lined=workbook.add_format({"border": 1, "border_color": "#8A94A6"}),
            section=made({"bold": True, "font_size": 13, "bottom": 1}),
        )

    def for_column(self, column: Column) -> Format:
        """How squares of a column show; text where digits are names, so leading zeros stay."""
        if column.key.endswith("_pct"):
            return self.share
        return {Kind.DATE: self.day, Kind.INT: self.whole, Kind.NUMBER: self.number}.get(column.kind, self.text)
