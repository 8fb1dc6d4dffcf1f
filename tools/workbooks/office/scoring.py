"""The cell's own set of criteria for 2025 and each member's points under it; sections sum to 30 and 70."""

from __future__ import annotations

from tools.workbooks.contents import Record
from tools.workbooks.office.people import LEADERS
from tools.workbooks.office.ratings import points_of
from tools.workbooks.office.standing import LAST_RATED, rated_in

GENERAL, RESULTS = "Tiêu chí chung", "Kết quả nhiệm vụ"
_SETS = {
    "Đảng viên": ("DV", (
        ("Phẩm chất chính trị, đạo đức, lối sống, nêu gương", GENERAL, 12),
        ("Đổi mới tư duy, dám nghĩ, dám làm", GENERAL, 8),
        ("Tự phê bình, phê bình và khắc phục hạn chế", GENERAL, 10),
        ("Số lượng, chất lượng nhiệm vụ được giao", RESULTS, 40),
        ("Tiến độ thực hiện nhiệm vụ", RESULTS, 20),
        ("Nhiệm vụ chi bộ phân công", RESULTS, 10),
    )),
    "Lãnh đạo, quản lý": ("LD", (
        ("Phẩm chất chính trị, đạo đức, lối sống, nêu gương", GENERAL, 12),
        ("Đổi mới tư duy, dám chịu trách nhiệm", GENERAL, 8),
        ("Tự phê bình, phê bình và khắc phục hạn chế", GENERAL, 10),
        ("Kết quả của đơn vị, lĩnh vực phụ trách", RESULTS, 40),
        ("Kết quả nhiệm vụ cá nhân", RESULTS, 20),
        ("Đoàn kết nội bộ, xây dựng tập thể", RESULTS, 10),
    )),
    "Chi bộ": ("CB", (
        ("Xây dựng Đảng về chính trị, tư tưởng, đạo đức", GENERAL, 12),
        ("Xây dựng Đảng về tổ chức, cán bộ", GENERAL, 8),
        ("Kiểm tra, giám sát; tự phê bình và phê bình", GENERAL, 10),
        ("Lãnh đạo thực hiện nhiệm vụ chính trị", RESULTS, 40),
        ("Tiến độ thực hiện nghị quyết của chi bộ", RESULTS, 20),
        ("Lãnh đạo đoàn thể", RESULTS, 10),
    )),
}  # fmt: skip
_CELL_POINTS = (26, 60)


def criteria() -> list[Record]:
    """The rows of “Bộ tiêu chí”: invented sub-criteria, for each đảng uỷ sets its own."""
    return [
        {"code": f"{prefix}{number}", "name": name, "section": section, "max_points": points, "applies_to": subject}
        for subject, (prefix, lines) in _SETS.items()
        for number, (name, section, points) in enumerate(lines, start=1)
    ]


def criteria_points() -> list[Record]:
    """The rows of “Chấm điểm”: sums equal the points of “Xếp loại” and “Chi bộ”."""
    rows: list[Record] = []
    for index, (name, level) in enumerate(rated_in(LAST_RATED)):
        subject = "Lãnh đạo, quản lý" if name in LEADERS else "Đảng viên"
        rows += _lines(name, subject, points_of(index, level))
    return rows + _lines("Chi bộ", "Chi bộ", _CELL_POINTS)


def _lines(name: str, subject: str, points: tuple[int, int]) -> list[Record]:
    """A section's points spread by the maxima of its lines, what is left over on the first."""
    prefix, lines = _SETS[subject]
    rows: list[Record] = []
    for section, total in zip((GENERAL, RESULTS), points, strict=True):
        own = [(number, line[2]) for number, line in enumerate(lines, start=1) if line[1] == section]
        whole = sum(most for _, most in own)
        shares = [most * total // whole for _, most in own]
        shares[0] += total - sum(shares)
        rows += [
            {"year": LAST_RATED, "member": name, "code": f"{prefix}{number}", "self_points": min(most, share + 1), "points": share}
            for (number, most), share in zip(own, shares, strict=True)
        ]
    return rows
