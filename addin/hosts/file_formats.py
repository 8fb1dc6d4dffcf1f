"""The formats a workbook comes in, and the way out of those that are only read."""

from __future__ import annotations

from enum import StrEnum

SAVE_AS = "Mở tệp bằng Excel (hoặc LibreOffice), chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi dùng tệp mới."


class Format(StrEnum):
    """The workbook formats read here; only the first two are written back."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLTX = "xltx"
    XLTM = "xltm"
    XLAM = "xlam"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"

    @property
    def is_written(self) -> bool:
        """Whether squares can be written back without loss."""
        return self in {Format.XLSX, Format.XLSM}

    @property
    def is_open_xml(self) -> bool:
        """Whether its sheets are XML parts of a package, so that the scan is exact and reading safe here."""
        return self in {Format.XLSX, Format.XLSM, Format.XLTX, Format.XLTM, Format.XLAM}

    @property
    def is_read_by_sheet(self) -> bool:
        """Whether the reader of values takes one sheet at a time, so that one left out costs nothing."""
        return self.is_open_xml or self is Format.XLSB
