"""What the tops of sheets tell of the cell."""

from __future__ import annotations

import pytest

from addin.core.tables.recognition.letterhead import settings_shown
from addin.core.tables.settings_sheet import read_settings
from tests.grids import grid


def _terms(*titles):
    grids = [grid(f"S{number}", (title,), ("Họ và tên",), ("Lý Thử",)) for number, title in enumerate(titles)]
    return [(shown.value, str(shown.place)) for shown in settings_shown(grids) if shown.key == "terms"]


@pytest.mark.parametrize(
    ("titles", "value"),
    [
        (["DANH SÁCH CHI UỶ NHIỆM KỲ 2022 - 2025"], "2022–2025"),
        (["Sổ theo dõi (nhiệm kỳ 2020–2025)", "Chi uỷ nhiệm kỳ: 2025 đến 2030", "KT nhiệm kỳ 2020-2025"], "2020–2025; 2025–2030"),
        (["Nhiệm kỳ từ 15/6/2022 đến 15/6/2025"], "15/6/2022–15/6/2025"),
    ],
)
def test_terms_stand_in_the_titles(titles, value):
    """Each once, in their order, with the first square that says it; the settings sheet reads them back."""
    assert _terms(*titles) == [(value, "'S0'!A1")]
    settings = read_settings(grid("Thiết lập", ("Mục", "Giá trị"), ("Nhiệm kỳ", value))).settings
    assert len(settings.terms) == value.count(";") + 1


@pytest.mark.parametrize(
    "titles",
    [
        ["Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025"],
        ["Đại hội đại biểu toàn quốc nhiệm kỳ 2021-2026"],
        ["Nhiệm kỳ 2025-2022"],
        ["Nhiệm kỳ 1990-2025"],
        ["Nhiệm kỳ 2020-2025", "Nhiệm kỳ 2022-2027"],
        ["Kết quả 2020-2025"],
    ],
)
def test_terms_of_others_and_terms_that_contradict_are_not_taken(titles):
    """Never guessed."""
    assert _terms(*titles) == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("CHI BỘ TRƯỜNG THCS ĐÔNG MẪU", "Chi bộ Trường THCS Đông Mẫu"),
        ("CHI BỘ CÔNG TY TNHH VÍ DỤ", "Chi bộ Công Ty TNHH Ví Dụ"),
        ("CHI BỘ KHU PHỐ II", "Chi bộ Khu Phố II"),
        ("CHI BỘ VĂN PHÒNG HĐND-UBND", "Chi bộ Văn Phòng HĐND-UBND"),
    ],
)
def test_a_name_in_capitals_keeps_what_is_shortened(written, value):
    """With a superior over it or alone at the top."""
    for tops in ((("ĐẢNG BỘ XÃ MẪU",), (written,)), ((written,),)):
        shown = {one.key: one.value for one in settings_shown([grid("S", *tops, ("Họ và tên",), ("Lý Thử",))])}
        assert shown["cell_name"] == value


@pytest.mark.parametrize("top", ["CHI BỘ ĐÁNH GIÁ", "DANH SÁCH CHI BỘ MẪU", "Chi bộ thôn Mẫu", "CHI BỘ MẪU NĂM 2025"])
def test_a_title_is_no_name(top):
    """Nor what is not in capitals, where no superior stands over it."""
    assert settings_shown([grid("S", (top,), ("Họ và tên",), ("Lý Thử",))]) == []


def test_two_cells_names_in_one_book_are_none():
    """Nobody knows whose book it is."""
    assert settings_shown([grid("A", ("CHI BỘ MẪU",)), grid("B", ("CHI BỘ THỬ",))]) == []
