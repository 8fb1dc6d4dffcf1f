"""What the yearly and the term report on inspection and supervision share: context and chapters.

The chapters follow the seed article: leadership and dissemination; results of inspection, supervision,
ratings; strengths, limitations, causes; directions and proposals. Every number comes from the summary; none is
counted here. The table of figures with their squares (F49) is the workbook beside the report: it is not sent.
"""

from __future__ import annotations

from dataclasses import dataclass

from addin.documents.parts.contexts import Issued, word, words


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionReport(Issued):
    """Ready paragraphs of one report."""

    opening: str = word("câu mở đầu báo cáo")
    leadership: tuple[str, ...] = words("I. lãnh đạo, chỉ đạo, quán triệt: các đoạn")
    inspections: tuple[str, ...] = words("II.1 kết quả kiểm tra: các đoạn")
    supervision: tuple[str, ...] = words("II.2 kết quả giám sát: các đoạn")
    results: tuple[str, ...] = words("II.3 xếp loại, khen thưởng: các đoạn")
    discipline: tuple[str, ...] = words("II.4 thi hành kỷ luật: các đoạn; trống khi không có")
    strengths: tuple[str, ...] = words("III.1 ưu điểm: các đoạn")
    limitations: tuple[str, ...] = words("III.2 hạn chế: các đoạn")
    causes: tuple[str, ...] = words("III.3 nguyên nhân, bài học: các đoạn")
    directions: tuple[str, ...] = words("IV.1 phương hướng: các đoạn")
    proposals: tuple[str, ...] = words("IV.2 kiến nghị: các đoạn")
