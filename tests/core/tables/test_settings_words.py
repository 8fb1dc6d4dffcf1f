"""Settings whose value is a word of the code are read in the secretary's own words as well."""

from __future__ import annotations

import pytest

from addin.core.tables.settings_sheet import read_settings
from tests.grids import grid

WORDS = [
    ("Mẫu số giới hạn HTXS", "quota_base", "HTT", "HTT"),
    ("Mẫu số giới hạn HTXS", "quota_base", "Hoàn thành tốt nhiệm vụ trở lên", "HTT+"),
    ("Mẫu số giới hạn HTXS", "quota_base", "Số đảng viên được xếp loại", "rated"),
    ("Làm tròn", "quota_rounding", "Làm tròn xuống", "floor"),
    ("Làm tròn", "quota_rounding", "LÀM TRÒN LÊN", "ceil"),
    ("Làm tròn", "quota_rounding", "làm tròn số học", "round"),
    ("Mẫu số phiếu", "ballot_base", "Đảng viên được triệu tập", "summoned"),
    ("Mẫu số phiếu", "ballot_base", "Chính thức", "official"),
    ("Mẫu số phiếu", "ballot_base", "có mặt", "present"),
    ("Cách đánh số", "numbering", "Theo nhiệm kỳ", "term"),
    ("Cách đánh số", "numbering", "Theo từng năm", "year"),
    ("Cách đánh số", "numbering", "continuous", "continuous"),
    ("Cách đánh số", "numbering", "Liên tục", "continuous"),
]


@pytest.mark.parametrize(("name", "key", "word", "value"), WORDS)
def test_a_setting_is_read_in_words(name, key, word, value):
    """As well as in the code's."""
    found = read_settings(grid("Thiết lập", ("Mục", "Giá trị"), (name, word)))

    assert (getattr(found.settings, key), found.findings) == (value, ())


@pytest.mark.parametrize("name", ["Mẫu số giới hạn HTXS", "Làm tròn", "Mẫu số phiếu", "Cách đánh số"])
def test_what_is_no_word_of_it_is_told(name):
    """Never a default in silence."""
    (finding,) = read_settings(grid("Thiết lập", ("Mục", "Giá trị"), (name, "sang ngang"))).findings

    assert finding.rule == "SHT137"
