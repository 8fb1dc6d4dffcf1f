"""The sheets we write ourselves: read by people, never by us. Light to load, for the reader of files too."""

from __future__ import annotations

PROPOSALS = "Dự kiến xếp loại"
"""Where proposals go that the cell's own sheet has no room for."""
NAMES = frozenset({"Lỗi dữ liệu", "Hướng dẫn", "Giả định", "Giới hạn xuất sắc", "Danh mục", PROPOSALS})
