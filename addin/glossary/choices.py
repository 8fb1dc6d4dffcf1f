"""The words a square may choose from, by their ids: made of terms.yaml by `python -m tools.compile_glossary`.

Not to be edited. A row holds the canonical words as text; compare as in `item.status == PlanStatus.DONE`.
Plain classes of constants, not enums: 21 enums would cost every start of the program 1.7 ms.
"""

from __future__ import annotations

from typing import Final


class Gender:
    """`gender`."""

    MALE: Final = "Nam"
    FEMALE: Final = "Nữ"


class StaffKind:
    """`staff_kind`."""

    CADRE: Final = "Cán bộ"
    CIVIL_SERVANT: Final = "Công chức"
    PUBLIC_EMPLOYEE: Final = "Viên chức"
    CONTRACT_WORKER: Final = "Lao động hợp đồng"
    ARMED_FORCES: Final = "Lực lượng vũ trang"
    RETIRED: Final = "Hưu trí"
    OTHER: Final = "Khác"


class MemberStatus:
    """`member_status`."""

    ACTIVE: Final = "Đang sinh hoạt"
    EXEMPT: Final = "Miễn công tác và sinh hoạt"
    SUSPENDED: Final = "Đình chỉ sinh hoạt"
    TEMPORARY: Final = "Sinh hoạt tạm thời"
    TRANSFERRED: Final = "Chuyển đi"
    DECEASED: Final = "Từ trần"
    LEFT_THE_PARTY: Final = "Ra khỏi Đảng"


class Role:
    """`role`."""

    SECRETARY: Final = "Bí thư"
    DEPUTY_SECRETARY: Final = "Phó bí thư"
    COMMITTEE_MEMBER: Final = "Chi uỷ viên"
    INSPECTION_ADVISER: Final = "Chi uỷ viên phụ trách kiểm tra"
    CLERK: Final = "Thư ký"


class InspectionKind:
    """`inspection_kind`."""

    INSPECTION: Final = "Kiểm tra"
    THEMATIC_SUPERVISION: Final = "Giám sát chuyên đề"
    REGULAR_SUPERVISION: Final = "Giám sát thường xuyên"
    INSPECTION_ON_SIGNS: Final = "Kiểm tra dấu hiệu vi phạm"


class PlanStatus:
    """`plan_status`."""

    NOT_STARTED: Final = "Chưa thực hiện"
    UNDER_WAY: Final = "Đang thực hiện"
    DONE: Final = "Hoàn thành"
    CANCELLED: Final = "Huỷ"


class Conclusion:
    """`conclusion`."""

    GOOD: Final = "Tốt"
    LIMITED: Final = "Có hạn chế"
    VIOLATION_BELOW_DISCIPLINE: Final = "Vi phạm chưa đến mức kỷ luật"
    TO_DISCIPLINE: Final = "Vi phạm phải kỷ luật"


class Evidence:
    """`evidence`."""

    SELF_REPORT: Final = "Báo cáo tự kiểm tra"
    WORK_RESULTS: Final = "Kết quả công tác"
    RESIDENCE: Final = "Nơi cư trú"
    DIRECT_WORK: Final = "Làm việc trực tiếp"
    OTHER: Final = "Khác"


class NoteKind:
    """`note_kind`."""

    STRENGTH: Final = "Ưu điểm"
    POSITIVE_FACTOR: Final = "Nhân tố mới"
    SHORTCOMING: Final = "Hạn chế"
    SIGN_OF_VIOLATION: Final = "Dấu hiệu vi phạm"


class TaskResult:
    """`task_result`."""

    ABOVE_TARGET: Final = "Vượt mức"
    MET: Final = "Đạt"
    NOT_MET: Final = "Không đạt"


class Grade:
    """`grade`."""

    EXCELLENT: Final = "Xuất sắc"
    GOOD: Final = "Tốt"
    AVERAGE: Final = "Trung bình"
    POOR: Final = "Kém"


class DisciplineForm:
    """`discipline_form`."""

    REPRIMAND: Final = "Khiển trách"
    WARNING: Final = "Cảnh cáo"
    DISMISSAL: Final = "Cách chức"
    EXPULSION: Final = "Khai trừ"


class WarningKind:
    """`warning_kind`."""

    EARLY_WARNING: Final = "Cảnh báo"
    POSITIVE_FACTOR: Final = "Nhân tố mới"


class MeetingKind:
    """`meeting_kind`."""

    REGULAR: Final = "Định kỳ"
    THEMATIC: Final = "Chuyên đề"
    EXTRAORDINARY: Final = "Bất thường"
    REVIEW: Final = "Kiểm điểm"
    GROUP: Final = "Tổ đảng"


class Channel:
    """`channel`."""

    REGULAR_MEETING: Final = "Sinh hoạt định kỳ"
    THEMATIC_MEETING: Final = "Sinh hoạt chuyên đề"
    DOCUMENT: Final = "Văn bản"
    INSPECTION: Final = "Qua kiểm tra, giám sát"


class ResidenceLevel:
    """`residence_level`."""

    GOOD: Final = "Tốt"
    FAIR: Final = "Khá"
    AVERAGE: Final = "Trung bình"
    NOT_GOOD: Final = "Chưa tốt"
    NOT_CONCERNED: Final = "Không thuộc diện"


class ProposalDecision:
    """`proposal_decision`."""

    ACCEPTED: Final = "Chấp nhận"
    REFUSED: Final = "Không"
    PENDING: Final = "Đang xem xét"


class CommitmentResult:
    """`commitment_result`."""

    KEPT: Final = "Đạt"
    NOT_KEPT: Final = "Chưa đạt"
    CARRIED_OVER: Final = "Chuyển năm sau"


class LessonKind:
    """`lesson_kind`."""

    SHORTCOMING: Final = "Hạn chế"
    PROPOSAL: Final = "Kiến nghị"
    LESSON: Final = "Bài học"


class CriterionSection:
    """`criterion_section`."""

    GENERAL: Final = "Tiêu chí chung"
    TASKS: Final = "Kết quả nhiệm vụ"


class CriterionSubject:
    """`criterion_subject`."""

    MEMBER: Final = "Đảng viên"
    LEADER: Final = "Lãnh đạo, quản lý"
    PARTY_CELL: Final = "Chi bộ"
