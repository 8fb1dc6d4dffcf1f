"""Every inspection of the sample. 2019 and 2020 carry the article's facts; the people and later years are invented.

The article gives 08 lượt over the two decisions and neither names nor a split: four and four are assumed, with
one member inspected in both years (lượt are turns, not people).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tools.workbooks.contents import Record
from tools.workbooks.office.days import days_after, working_days_after

AREAS = ("TD", "NQ4", "CT05", "NG", "CM")
STRENGTHS = ("UD1", "UD2", "UD3", "UD4", "UD5")
KIND, THEMATIC = "Kiểm tra", "Giám sát chuyên đề"
_RUNNING_YEAR = 2026
REMEDIES = {
    "HC1": "Nâng cao tự phê bình và phê bình: mỗi quý có ít nhất 02 ý kiến góp ý trong sinh hoạt chi bộ.",
    "HC2": "Lập tiến độ từng việc còn chậm, báo cáo tổ trưởng hằng tháng đến khi xong.",
    "HC3": "Trong năm đề xuất ít nhất 01 giải pháp nâng cao chất lượng công việc được giao.",
}
SMALL = "Cần phát huy hơn vai trò giúp đỡ đồng chí mới"
_SMALL_REMEDY = "Nhận giúp đỡ ít nhất 01 đồng chí mới trong năm."
_REPORT_ONLY = ("Báo cáo tự kiểm tra",)
_FULL = ("Báo cáo tự kiểm tra", "Kết quả công tác", "Làm việc trực tiếp")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision and what was found with each member: codes of shortcomings, none where only a small wish was."""

    signed_on: date
    kind: str
    team_lead: str
    team: tuple[str, ...]
    turns: tuple[tuple[str, tuple[str, ...]], ...]
    contents: tuple[str, ...] = AREAS
    evidence: tuple[str, ...] = _FULL

    @property
    def starts_on(self) -> date:
        """Two working days after the signature."""
        return working_days_after(self.signed_on, 2)

    @property
    def ends_on(self) -> date:
        """Within the 30 days of the setting."""
        return days_after(self.starts_on, 24)

    @property
    def concluded_on(self) -> date:
        """At the meeting after the team's report."""
        return days_after(self.ends_on, 9)

    def members(self) -> tuple[str, ...]:
        """Who was inspected."""
        return tuple(name for name, _ in self.turns)


_TEAM_1 = ("Lê Minh Hoạ", "Hoàng Thị Ví Dụ")
_TEAM_3 = ("Cao Thị Soát", "Tạ Văn Trích Lục")
DECISIONS = (
    Decision(date(2019, 9, 3), KIND, "Nguyễn Văn Mẫu", _TEAM_1, (
        ("Dương Thị Ghi Chép", ("HC3",)),
        ("Đinh Văn Đối Chiếu", ("HC2",)),
        ("Lương Thị Phụ Bản", ("HC1", "HC3")),
        ("Đoàn Văn Ẩn Danh", ("HC1",)),
    ), evidence=_REPORT_ONLY),
    Decision(date(2020, 10, 9), KIND, "Mai Văn Kiểm", _TEAM_3, (
        ("Phạm Văn Giả Định", ("HC1",)),
        ("Đỗ Văn Bản", ("HC3",)),
        ("Lý Văn Tính", ("HC2",)),
        ("Đinh Văn Đối Chiếu", ("HC1", "HC2")),
    ), evidence=_REPORT_ONLY),
    Decision(date(2021, 9, 15), KIND, "Mai Văn Kiểm", _TEAM_3, (
        ("Trần Thị Thí Dụ", ()),
        ("Đặng Văn Thử", ("HC3",)),
        ("Phạm Văn Giả Định", ("HC3",)),
        ("Ngô Văn Kê Khai", ()),
        ("Phan Thị Uỷ Quyền", ("HC2",)),
    )),
    Decision(date(2022, 9, 5), KIND, "Nguyễn Văn Mẫu", _TEAM_1, (
        ("Tạ Văn Trích Lục", ()),
        ("Chu Thị Ước Lệ", ("HC3",)),
        ("Bùi Thị Tường Thuật", ()),
        ("Hồ Thị Dò", ("HC1",)),
    )),
    Decision(date(2023, 5, 15), THEMATIC, "Mai Văn Kiểm", _TEAM_3, (
        ("Phạm Văn Giả Định", ()),
        ("Đỗ Văn Bản", ("HC3",)),
    ), contents=("CM", "NQCB")),
    Decision(date(2023, 9, 11), KIND, "Bùi Thị Tường Thuật", ("Ngô Văn Kê Khai", "Hồ Thị Dò"), (
        ("Nguyễn Văn Mẫu", ("HC1",)),
        ("Lê Minh Hoạ", ()),
        ("Mai Văn Kiểm", ()),
        ("Cao Thị Soát", ("HC3",)),
    )),
    Decision(date(2024, 9, 9), KIND, "Mai Văn Kiểm", _TEAM_3, (
        ("Võ Thị Nghiệm", ("HC3",)),
        ("Hoàng Thị Ví Dụ", ()),
        ("Đỗ Văn Bản", ()),
        ("Lý Văn Tính", ("HC2",)),
        ("Dương Thị Ghi Chép", ("HC1",)),
    )),
    Decision(date(2025, 9, 8), KIND, "Nguyễn Văn Mẫu", _TEAM_1, (
        ("Đinh Văn Đối Chiếu", ("HC3",)),
        ("Lương Thị Phụ Bản", ("HC2",)),
        ("Đoàn Văn Ẩn Danh", ()),
        ("Từ Văn Hoà", ("HC1",)),
        ("Trịnh Văn Thuỷ Mẫu", ()),
    )),
    Decision(date(2026, 9, 14), KIND, "Cao Thị Soát", ("Tạ Văn Trích Lục", "Từ Văn Hoà"), (
        ("Trần Thị Thí Dụ", ("HC3",)),
        ("Bùi Thị Tường Thuật", ()),
    )),
)  # fmt: skip


def inspections(number_on: dict[tuple[str, date], list[str]]) -> list[Record]:
    """The rows of “Kiểm tra”; `number_on` gives the register's numbers of a kind on a day, in order."""
    rows: list[Record] = []
    for decision in DECISIONS:
        conclusion = "Thông báo" if decision.concluded_on >= date(2026, 1, 9) else "Công văn"
        numbers = number_on[conclusion, decision.concluded_on]
        number = number_on["Quyết định", decision.signed_on][0]
        rows += [
            _row(decision, number, numbers[index], name, found) for index, (name, found) in enumerate(decision.turns)
        ]
    return rows


def _row(decision: Decision, number: str, conclusion_no: str, name: str, found: tuple[str, ...]) -> Record:
    due = days_after(decision.starts_on, 10)
    received = days_after(decision.starts_on, 7 + len(name) % 3)
    return {
        "decision_no": number,
        "decision_date": decision.signed_on,
        "year": decision.signed_on.year,
        "kind": decision.kind,
        "member": name,
        "contents": decision.contents,
        "team_lead": decision.team_lead,
        "team": decision.team,
        "starts_on": decision.starts_on,
        "ends_on": decision.ends_on,
        "self_report_due": due,
        "self_report_on": min(received, due),
        "conclusion_no": conclusion_no,
        "conclusion_date": decision.concluded_on,
        **_found(decision, name, found),
    }


def _found(decision: Decision, name: str, found: tuple[str, ...]) -> Record:
    """What the conclusion says, and the remedy: done within the time, save in the running year."""
    is_open = decision.signed_on.year == _RUNNING_YEAR
    return {
        "strengths": STRENGTHS,
        "shortcomings": found or (SMALL,),
        "degradation": False,
        "conclusion": "Có hạn chế" if found else "Tốt",
        "remedy": " ".join(REMEDIES[code] for code in found) or _SMALL_REMEDY,
        "remedy_due": days_after(decision.concluded_on, 150),
        "remedied_on": None if is_open else days_after(decision.concluded_on, 90 + len(name) % 7),
        "evidence": decision.evidence,
    }
