"""The folders that lie beside a workbook, by the names people see."""

from __future__ import annotations

BACKUPS = "Sao lưu"
LOGS = "Nhật ký"
REGISTER = "Sổ số văn bản"
