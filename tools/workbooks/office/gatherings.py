"""Meetings month by month, and the Party's documents made known through all four channels (H9, H10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from tools.workbooks.contents import Record
from tools.workbooks.office.ballots import present_at
from tools.workbooks.office.days import on_weekday
from tools.workbooks.office.inspections import DECISIONS
from tools.workbooks.office.people import DEPUTY, INSPECTION_OFFICER, SECRETARY, expected_on, official_on
from tools.workbooks.office.plans import FIRST_YEAR, LAST_YEAR
from tools.workbooks.office.register import review_day

_LAST_MONTH = 11
PERIODIC, THEMATIC, REVIEW = "Định kỳ", "Chuyên đề", "Kiểm điểm"
_TOPICS = (
    "Kế hoạch kiểm tra, giám sát và chương trình công tác năm", "Nhiệm vụ sau Tết; phân công đảng viên phụ trách",
    "Tình hình thực hiện nghị quyết quý I", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Sơ kết nửa nhiệm vụ trọng tâm; công tác phát triển đảng viên", "Sơ kết sáu tháng đầu năm",
    "Nhiệm vụ sáu tháng cuối năm", "Phòng, chống tham nhũng, tiêu cực; thực hành tiết kiệm",
    "Chuẩn bị kiểm tra đảng viên", "Tiến độ nhiệm vụ chính trị của Văn phòng", "Chuẩn bị kiểm điểm, xếp loại cuối năm",
    "Phương hướng công tác năm sau",
)  # fmt: skip
_THEMES = (
    "Nêu gương của cán bộ, đảng viên", "Kỹ năng kiểm tra, giám sát của tổ trưởng tổ đảng",
    "Nâng cao tự phê bình và phê bình", "Giữ mối liên hệ với nơi cư trú",
    "Xây dựng văn hoá công sở", "Đổi mới sinh hoạt tổ đảng",
)  # fmt: skip
CHARTER = "Chương VII (từ Điều 30 đến Điều 33) Điều lệ Đảng Cộng sản Việt Nam"
RULE_30 = "Quy định số 30 ngày 26/7/2016"
RULE_22 = "Quy định số 22-QĐ/TW ngày 28/7/2021"
RULE_109 = "Quy định số 109-QĐ/TW ngày 03/01/2018"
RULE_296 = "Quy định số 296-QĐ/TW ngày 30/5/2025"
RULE_21 = "Quy định số 21-QĐ/TW ngày 11/4/2026"
BY_MEETING, BY_THEME, BY_PAPER, BY_INSPECTION = (
    "Sinh hoạt định kỳ", "Sinh hoạt chuyên đề", "Văn bản", "Qua kiểm tra, giám sát",
)  # fmt: skip


def periodic_day(year: int, month: int) -> date:
    """Early in the month; in December after the review."""
    return on_weekday(date(year, month, 18 if month == 12 else 5))


def thematic_day(year: int, month: int) -> date:
    """The second half of the month."""
    return on_weekday(date(year, month, 18))


@cache
def meetings() -> tuple[Record, ...]:
    """The rows of “Sinh hoạt”, to November 2026."""
    rows = [row for year in range(FIRST_YEAR, LAST_YEAR + 1) for row in _of_year(year)]
    return tuple(sorted(rows, key=lambda row: str(row["held_on"])))


def _of_year(year: int) -> Iterator[Record]:
    last = _LAST_MONTH if year == LAST_YEAR else 12
    for month in range(1, last + 1):
        row = _meeting(periodic_day(year, month), PERIODIC, _TOPICS[month - 1], year * 12 + month)
        if month == 1:
            row = {**row, "votes_for": row["present"], "resolution": f"Thông qua kế hoạch kiểm tra, giám sát năm {year}."}
        yield row
    for index, month in enumerate((3, 6)):
        yield _meeting(thematic_day(year, month), THEMATIC, _THEMES[(year * 2 + index) % len(_THEMES)], year + month)
    for decision in DECISIONS:
        if decision.signed_on.year == year:
            count = f"{len(decision.turns):02d}"
            topic = f"Kết luận {decision.kind.lower()} đối với {count} đảng viên"
            yield {**_meeting(decision.concluded_on, THEMATIC, topic, 0), "resolution": "Nhất trí với báo cáo và kết luận."}
    if year < LAST_YEAR:
        yield _review(year)


def _meeting(day: date, kind: str, topic: str, index: int) -> Record:
    expected = expected_on(day)
    absent = (expected[(index * 7) % len(expected)],) if index % 5 == 2 else ()
    return {
        "held_on": day,
        "kind": kind,
        "topic": topic,
        "total": len(expected),
        "present": len(expected) - len(absent),
        "absent": absent,
        "absent_excused": absent,
    }


def _review(year: int) -> Record:
    day = review_day(year)
    summoned, present = present_at(day)
    absent = tuple(official_on(day)[present:summoned])
    return {
        **_meeting(day, REVIEW, f"Kiểm điểm, đánh giá, xếp loại năm {year}", 0),
        "present": len(expected_on(day)) - len(absent),
        "absent": absent,
        "absent_excused": absent,
        "resolution": "Nghe 03 tổ trưởng báo cáo kết quả giám sát trước toàn chi bộ; bỏ phiếu xếp loại đảng viên và chi bộ.",
    }


def disseminations() -> list[Record]:
    """The rows of “Quán triệt”."""
    start = {decision.signed_on: decision for decision in DECISIONS}
    first, second, third = start[date(2019, 9, 3)], start[date(2020, 10, 9)], start[date(2021, 9, 15)]
    return [
        _told(periodic_day(2016, 3), BY_MEETING, CHARTER, SECRETARY),
        _sent(on_weekday(date(2016, 8, 15)), RULE_30),
        _told(periodic_day(2016, 10), BY_MEETING, RULE_30, SECRETARY),
        _told(thematic_day(2017, 3), BY_THEME, RULE_30, INSPECTION_OFFICER),
        _sent(on_weekday(date(2018, 2, 12)), RULE_109),
        _told(periodic_day(2018, 3), BY_MEETING, RULE_109, DEPUTY),
        _told(thematic_day(2018, 6), BY_THEME, RULE_109, INSPECTION_OFFICER),
        _told(thematic_day(2019, 3), BY_THEME, CHARTER, INSPECTION_OFFICER),
        _shown(first.starts_on, RULE_30, first.team_lead, len(first.turns)),
        _shown(second.starts_on, RULE_109, second.team_lead, len(second.turns)),
        _told(periodic_day(2021, 8), BY_MEETING, RULE_22, SECRETARY),
        _sent(on_weekday(date(2021, 8, 12)), RULE_22),
        _shown(third.starts_on, RULE_22, third.team_lead, len(third.turns)),
        _told(thematic_day(2022, 3), BY_THEME, RULE_22, INSPECTION_OFFICER),
        _told(periodic_day(2025, 7), BY_MEETING, RULE_296, SECRETARY),
        _sent(on_weekday(date(2025, 7, 15)), RULE_296),
        _told(periodic_day(2026, 5), BY_MEETING, RULE_21, SECRETARY),
        _told(thematic_day(2026, 6), BY_THEME, RULE_21, DEPUTY),
    ]


def _told(day: date, channel: str, document: str, presenter: str) -> Record:
    meeting = next(row for row in meetings() if row["held_on"] == day)
    present = meeting["present"]
    understood = present - (2 if day.year < 2021 else 0) if isinstance(present, int) else None
    return {
        "date": day, "channel": channel, "document": document, "presenter": presenter,
        "present": present, "total": meeting["total"], "understood": understood,
    }  # fmt: skip


def _sent(day: date, document: str) -> Record:
    return {"date": day, "channel": BY_PAPER, "document": document, "total": len(expected_on(day))}


def _shown(day: date, document: str, presenter: str, turns: int) -> Record:
    return {
        "date": day, "channel": BY_INSPECTION, "document": document, "presenter": presenter,
        "present": turns, "total": turns, "understood": turns,
    }  # fmt: skip
