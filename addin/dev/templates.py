"""Builds the shipped Word templates: `python -m addin.dev.templates`. The same source gives the same bytes.

The templates in templates/ are committed; a test builds them again and compares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from addin.dev.template_markup import cell, data_table, package, paragraph, repeated, row, table, when
from addin.documents.kinds import kind_of
from addin.documents.template_files import shipped_folder

_LEFT, _RIGHT = 74.0, 91.0
_RULE = "-----"


def party_head() -> str:
    """Superior and cell left, the Party right; `*` and number beside place and date."""
    names = row(
        cell(_LEFT, paragraph("Superior", "{{ superior_name }}"), paragraph("Issuer", "{{ cell_name }}")),
        cell(_RIGHT, paragraph("PartyName", "ĐẢNG CỘNG SẢN VIỆT NAM"), paragraph("PartyLine")),
    )
    marks = row(
        cell(_LEFT, paragraph("Number", "*"), paragraph("Number", "{{ number }}")),
        cell(_RIGHT, paragraph("PlaceDate", "{{ place_date }}")),
    )
    return table((_LEFT, _RIGHT), names, marks)


def title(kind: str) -> str:
    """Kind in capitals, what it is about, five hyphens."""
    return paragraph("Kind", kind) + paragraph("Summary", "{{ summary }}") + paragraph("Rule", _RULE)


def signature() -> str:
    """Recipients left; authority, post and name right, room for the hand between. No seal: a cell has none."""
    recipients = cell(
        _LEFT,
        paragraph("RecipientsTitle", "Nơi nhận:"),
        paragraph("Recipients", "{%p for line in recipients %}"),
        paragraph("Recipients", "{{ line }}"),
        paragraph("Recipients", "{%p endfor %}"),
        paragraph("Recipients", "- {{ archive }}"),
    )
    signer = cell(
        _RIGHT,
        paragraph("SignAuthority", "{{ authority }}"),
        paragraph("SignPost", "{{ signer_post }}"),
        paragraph("SignName", "{{ signer_name }}"),
    )
    return paragraph("Recipients") + table((_LEFT, _RIGHT), row(recipients, signer)) + paragraph("Recipients")


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
        + paragraph(
            "Body",
            "**Điều 3.** Tổ {{ act }} có nhiệm vụ xây dựng lịch làm việc, nghiên cứu báo cáo tự kiểm tra, làm việc"
            " với đảng viên và tổ chức, cá nhân có liên quan, báo cáo Chi bộ kết quả {{ act }} khi kết thúc.",
        )
        + paragraph("Body", "Thời gian {{ act }}: {{ duration }}.")
        + paragraph(
            "Body", "Các đồng chí có tên tại Điều 1 gửi báo cáo tự kiểm tra về Tổ {{ act }} chậm nhất {{ self_report_due }}."
        )
        + paragraph(
            "Body", "**Điều 4.** {{ implementers }} chịu trách nhiệm thi hành Quyết định này.", keep_next=True
        )
        + signature()
    )


def inspection_report() -> str:
    """Chapters I to IV, the signature, then the table of figures and its sources on their own pages."""
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
        + lines("proposals")
        + signature()
        + annexes()
    )


def annexes() -> str:
    """The figures, and the squares each of them comes from."""
    figures = data_table(
        (("STT", 14), ("Chỉ tiêu", 80), ("Số liệu", 71)),
        "figure in figures",
        (
            paragraph("TableNumber", "{{ figure.order }}"),
            paragraph("TableText", "{{ figure.label }}"),
            paragraph("TableText", "{{ figure.value }}"),
        ),
        "Biểu số liệu kiểm tra, giám sát: số thứ tự, chỉ tiêu, số liệu",
    )
    sources = data_table(
        (("STT", 14), ("Chỉ tiêu", 80), ("Các ô trong sổ", 71)),
        "source in sources",
        (
            paragraph("TableNumber", "{{ source.order }}"),
            paragraph("TableText", "{{ source.label }}"),
            paragraph("TableText", "{{ source.squares }}"),
        ),
        "Nguồn số liệu: mỗi chỉ tiêu lấy từ những ô nào trong sổ",
    )
    return (
        paragraph("AnnexTitle", "BIỂU SỐ LIỆU", page_break=True)
        + figures
        + paragraph("AnnexTitle", "NGUỒN SỐ LIỆU")
        + sources
        + paragraph("TableText")
    )


def lines(field: str) -> str:
    """One paragraph of the body for each line of a field."""
    return repeated(f"line in {field}", paragraph("Body", "{{ line }}"))


BODIES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "inspection-decision": inspection_decision,
        "year-end-report": inspection_report,
        "term-report": inspection_report,
    }
)


def built(kind: str) -> bytes:
    """The template of a kind, whole."""
    return package(BODIES[kind](), kind_of(kind).title)


def main() -> None:
    """Write every template where the product looks for it."""
    for kind in BODIES:
        (shipped_folder() / f"{kind}.docx").write_bytes(built(kind))


if __name__ == "__main__":
    main()
