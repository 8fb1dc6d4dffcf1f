"""Comments of the place of residence since QĐ 213-QĐ/TW, and to whom each year's papers went."""

from __future__ import annotations

from datetime import date, timedelta

from tools.workbooks.contents import Record
from tools.workbooks.office.days import days_after, on_weekday
from tools.workbooks.office.people import expected_on
from tools.workbooks.office.register import documents

_FIRST, _LAST = 2020, 2026
_TODAY = date(2026, 11, 20)
_WORDS = (
    "Gia đình chấp hành tốt chủ trương, pháp luật; dự đủ các buổi sinh hoạt.",
    "Tích cực tham gia phong trào của khu phố, quan hệ tốt với bà con.",
    "Nêu gương trong giữ gìn vệ sinh, trật tự nơi ở.",
    "Đóng góp đầy đủ các quỹ; hoà giải giúp hai gia đình.",
    "Dự họp chi bộ nơi cư trú đều, có ý kiến xây dựng.",
)
SUPERIOR = "Đảng uỷ Sở Tư pháp"
_TO_SUPERIOR = ("Kế hoạch", "Quyết định", "Báo cáo")
_SENT_SINCE = 2019
_TOPICS = ("kiểm tra", "giám sát")


def residence_comments() -> list[Record]:
    """The rows of “Nơi cư trú”."""
    rows: list[Record] = []
    for year in range(_FIRST, _LAST + 1):
        asked = on_weekday(date(year, 11, 2))
        for index, name in enumerate(expected_on(asked)):
            received = days_after(asked, 7 + (index * 5 + year) % 13)
            back = received <= _TODAY and not (year == _LAST and index % 8 == 7)
            rows.append(
                {
                    "year": year,
                    "member": name,
                    "requested_on": asked,
                    "received_on": received if back else None,
                    "level": ("Khá" if (index + year) % 17 == 0 else "Tốt") if back else None,
                    "text": _WORDS[(index + year) % len(_WORDS)] if back else None,
                }
            )
    return rows


def dispatches() -> list[Record]:
    """The rows of “Gửi nhận”: papers on inspection and supervision since 2019, received within three days."""
    rows: list[Record] = []
    for index, row in enumerate(documents()):
        day, title = row["date"], str(row["title"])
        if not isinstance(day, date) or day.year < _SENT_SINCE or not any(word in title for word in _TOPICS):
            continue
        received = min(on_weekday(day + timedelta(days=1 + index % 3)), _TODAY)
        rows += [
            {"document": row["number"], "recipient": recipient, "sent_on": day, "received_on": received}
            for recipient in _recipients(row)
        ]
    return rows


def _recipients(row: Record) -> list[str]:
    subjects = [part.strip() for part in str(row["subject"] or "").split(";") if part.strip()]
    if row["kind"] == "Kế hoạch":
        return ["Tổ đảng 1", "Tổ đảng 2", "Tổ đảng 3", SUPERIOR]
    if row["kind"] in ("Công văn", "Thông báo"):
        return subjects
    title = str(row["title"])
    return [SUPERIOR] if row["kind"] in _TO_SUPERIOR and title.startswith(("kiểm tra", "kết quả công tác")) else []
