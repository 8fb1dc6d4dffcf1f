"""The folders that lie beside a workbook, by the names people see."""

from __future__ import annotations

BACKUPS = "Sao lưu"
PAPERS = "Văn bản"
LOGS = "Nhật ký"
REGISTER = "Sổ số văn bản"
