"""The usual wordings of contents, strengths and shortcomings lead to their codes, each once; other words stay."""

from __future__ import annotations

import pytest

from addin.core.tables.squares.wordings import codes_in

CONTENTS = [
    ("NQTW4, Chỉ thị 05", ("NQ4", "CT05")),
    ("NQTW4", ("NQ4",)),
    ("Nghị quyết TW4 khoá XII", ("NQ4",)),
    ("nghị quyết TW4 khóa XII", ("NQ4",)),
    ("Thực hiện Nghị quyết Trung ương 4 khoá XII và Chỉ thị 05-CT/TW", ("NQ4", "CT05")),
    ("Nghị quyết Trung ương 4 (khoá XII), Chỉ thị 05, trách nhiệm nêu gương", ("NQ4", "CT05", "NG")),
    ("NQTW4; NQTW4 khoá XII; NQ4", ("NQ4",)),
    ("1. Tu dưỡng, rèn luyện\n2. NQTW4, Chỉ thị 05, nêu gương\n3. Nhiệm vụ chính trị được giao", ("TD", "NQ4", "CT05", "NG", "CM")),
    ("Trách nhiệm nêu gương và những điều đảng viên không được làm", ("NG", "DVKDL")),
    ("Việc chấp hành nghị quyết của chi bộ và nhiệm vụ chuyên môn được giao", ("NQCB", "CM")),
    ("Kiểm tra việc giữ mối liên hệ với nơi cư trú theo Quy định 213", ("CT213",)),
    ("Nêu gương, công tác thu nộp đảng phí", ("NG", "công tác thu nộp đảng phí")),
    ("Công tác thu nộp đảng phí", ("Công tác thu nộp đảng phí",)),
    ("Quy chế làm việc, công tác cán bộ", ("Quy chế làm việc, công tác cán bộ",)),
]
SHORTCOMINGS = [
    ("Đề xuất giải pháp", ("HC3",)),
    ("Chưa chủ động nghiên cứu, đề xuất giải pháp", ("HC3",)),
    ("Chưa mạnh dạn đề xuất các giải pháp nâng cao chất lượng công tác", ("HC3",)),
    ("còn ít đề xuất giải pháp", ("HC3",)),
    ("Tự phê bình và phê bình chưa cao", ("HC1",)),
    ("Tinh thần tự phê bình, phê bình còn hạn chế", ("HC1",)),
    ("Tự phê bình và phê bình chưa cao, chưa chủ động đề xuất giải pháp", ("HC1", "HC3")),
    ("Đôi khi thực hiện nhiệm vụ còn chậm", ("HC2",)),
    ("Chậm hạn; chậm tiến độ; Quá hạn", ("HC2",)),
    ("Chậm nộp báo cáo quý III về phòng", ("Chậm nộp báo cáo quý III về phòng",)),
    ("Đi họp muộn, vắng sinh hoạt 02 kỳ", ("Đi họp muộn, vắng sinh hoạt 02 kỳ",)),
]
STRENGTHS = [
    ("Có bản lĩnh, lập trường chính trị vững vàng, kiên định", ("UD1",)),
    ("Lập trường tư tưởng chính trị vững vàng, phẩm chất đạo đức tốt", ("UD1", "UD4")),
    ("Chấp hành tốt chủ trương, đường lối của Đảng và pháp luật của Nhà nước", ("UD2", "UD3")),
    ("Luôn có tinh thần trách nhiệm cao trong công việc được giao", ("UD5",)),
    ("Chưa có tinh thần trách nhiệm", ("Chưa có tinh thần trách nhiệm",)),
    ("Đạt giải nhất hội thi dân vận khéo", ("Đạt giải nhất hội thi dân vận khéo",)),
]


@pytest.mark.parametrize(
    ("list_name", "written", "codes"),
    [
        *(("content", *one) for one in CONTENTS),
        *(("shortcoming", *one) for one in SHORTCOMINGS),
        *(("strength", *one) for one in STRENGTHS),
    ],
)
def test_a_wording_is_read_as_its_codes(list_name, written, codes):
    """However it is joined, spelt or numbered; what says more stays the office's own words."""
    assert codes_in(list_name, written) == codes


@pytest.mark.parametrize("list_name", ["content", "strength", "shortcoming"])
def test_every_code_is_read_from_its_own_words(list_name):
    """What we print we read back."""
    from addin import glossary

    for code in dict.fromkeys(glossary.codes(list_name).values()):
        words = glossary.code_text(list_name, code)
        assert codes_in(list_name, words) == (code,), words
