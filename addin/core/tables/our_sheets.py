"""The sheets we write ourselves: read by people, never by us. Light to load, for the reader of files too."""

from __future__ import annotations

PROPOSALS = "Dự kiến xếp loại"
"""Where proposals go that the cell's own sheet has no room for."""
CONFLICTS = "Xung đột"
"""Where the conflicts of a merge stand until somebody has chosen; only the choices are read again, by `merge`."""
NAMES = frozenset({CONFLICTS, "Lỗi dữ liệu", "Hướng dẫn", "Giả định", "Giới hạn xuất sắc", "Danh mục", PROPOSALS})
