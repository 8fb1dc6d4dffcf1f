"""The templates of the inspection papers: the decision and the reports."""

from __future__ import annotations

from tools.template_blocks import closing_lines, lines, party_head, signature, title
from tools.template_markup import paragraph, repeated, when


def inspection_decision() -> str:
    """Four articles."""
    return (
        party_head()
        + title("QUYẾT ĐỊNH")
        + repeated("line in legal_bases", paragraph("Body", "{{ line }}"))
        + paragraph("Authority", "{{ issuer }}")
        + paragraph("Body", "**Điều 1.** {{ opening }}", keep_next=True)
        + repeated("person in subjects", paragraph("Body", "{{ person.text }}"))
        + paragraph("Body", "Nội dung {{ act }}:", keep_next=True)
        + repeated("line in contents", paragraph("Body", "{{ line }}"))
        + paragraph("Body", "Mốc thời gian {{ act }}: {{ period }}.")
        + paragraph("Body", "**Điều 2.** {{ team_opening }}", keep_next=True)
        + repeated("person in team", paragraph("Body", "{{ person.text }}"))
        + paragraph("Body", "**Điều 3.** {{ duties }}")
        + paragraph("Body", "Thời gian {{ act }}: {{ duration }}.")
        + when("report", paragraph("Body", "{{ report }}"))
        + paragraph(
            "Body", "**Điều 4.** {{ implementers }} chịu trách nhiệm thi hành Quyết định này.", keep_next=True
        )
        + signature()
    )


def year_end_report() -> str:
    """The report of one year."""
    return _report()


def term_report() -> str:
    """The report of several years."""
    return _report()


def _report() -> str:
    """Chapters I to IV and the signature; the figures with their squares stay in the workbook beside it."""
    return (
        party_head()
        + title("BÁO CÁO")
        + paragraph("Body", "{{ opening }}")
        + paragraph("Part", "I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO VÀ QUÁN TRIỆT")
        + lines("leadership")
        + paragraph("Part", "II- KẾT QUẢ KIỂM TRA, GIÁM SÁT")
        + paragraph("Item", "1. Công tác kiểm tra")
        + lines("inspections")
        + paragraph("Item", "2. Công tác giám sát")
        + lines("supervision")
        + when("results", paragraph("Item", "3. Xếp loại, khen thưởng"))
        + lines("results")
        + when("discipline", paragraph("Item", "{% if results %}4{% else %}3{% endif %}. Thi hành kỷ luật"))
        + lines("discipline")
        + paragraph("Part", "III- ĐÁNH GIÁ CHUNG")
        + paragraph("Item", "1. Ưu điểm")
        + lines("strengths")
        + paragraph("Item", "2. Hạn chế")
        + lines("limitations")
        + paragraph("Item", "3. Nguyên nhân, bài học kinh nghiệm")
        + lines("causes")
        + paragraph("Part", "IV- PHƯƠNG HƯỚNG VÀ KIẾN NGHỊ")
        + paragraph("Item", "1. Phương hướng")
        + lines("directions")
        + paragraph("Item", "2. Kiến nghị")
        + closing_lines("proposals")
        + signature()
    )
