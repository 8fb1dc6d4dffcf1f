"""Each member's level in each year 2015–2025, invented; at most the cap of the year is HTXS.

One letter a year: X HTXS, T HTT, H HTN, `-` member but not rated, `.` not in the cell. Nobody is KHT.
"""

from __future__ import annotations

from addin.core.levels import Level

FIRST_RATED, LAST_RATED = 2015, 2025
_LEVELS = {"X": Level.HTXS, "T": Level.HTT, "H": Level.HTN}
_STANDING = {
    "Nguyễn Văn Mẫu": "TXTTTTTXTXT",
    "Trần Thị Thí Dụ": "XTTXTTTTTTX",
    "Lê Minh Hoạ": "TTXTTXTTXTT",
    "Phạm Văn Giả Định": "TTTTHTTTTTT",
    "Hoàng Thị Ví Dụ": "TTTTTXXTTTT",
    "Đặng Văn Thử": "TTTTTTT....",
    "Võ Thị Nghiệm": "......TTXTT",
    "Đỗ Văn Bản": "TTTTXTTTTTX",
    "Bùi Thị Tường Thuật": "TXTXTTTXTXT",
    "Ngô Văn Kê Khai": "TTTTXTTTTTT",
    "Dương Thị Ghi Chép": "XTTTTTXTTTT",
    "Lý Văn Tính": "TTHTTTTTTT-",
    "Hồ Thị Dò": ".-TTTTTTXTT",
    "Đinh Văn Đối Chiếu": "TTTHTHTTTTT",
    "Phan Thị Uỷ Quyền": "...TTTTTTHT",
    "Trịnh Văn Thuỷ Mẫu": ".........-T",
    "Mai Văn Kiểm": "TTTTXTTXTTT",
    "Cao Thị Soát": "TTTXTTTTTXT",
    "Tạ Văn Trích Lục": "TTXTTXTTTTT",
    "Lương Thị Phụ Bản": "TTTTTTXTTTH",
    "Đoàn Văn Ẩn Danh": "..TTTTTTTTT",
    "Chu Thị Ước Lệ": "....TTTTTTX",
    "Từ Văn Hoà": ".......TTTT",
}


def rated_in(year: int) -> list[tuple[str, Level]]:
    """Members rated in a year with their level, in the order of the sheet."""
    letter = year - FIRST_RATED
    return [(name, _LEVELS[line[letter]]) for name, line in _STANDING.items() if line[letter] in _LEVELS]
