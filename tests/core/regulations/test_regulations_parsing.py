"""Citations read back out of text as people write them."""

from __future__ import annotations

import unicodedata

import pytest

from addin.core.dates import PartialDate
from addin.core.regulations import instruments
from addin.core.regulations.citations import find_cited

SEED = (
    "Các quy định tại Chương VII (Từ điều 30 đến điều 33), Điều lệ Đảng Cộng sản Việt Nam; Quy định số 30 ngày "
    "26/7/2016 và Quy định số 22-QĐ/TW ngày 28/7/2021 của Ban Chấp hành Trung ương; Quy định số 109-QĐ/TW ngày "
    "03/01/2018. Chi bộ ban hành Quyết định số 23-QĐ/CB ngày 03/9/2019 đối với 08 lượt đảng viên, 5 năm (2015-2020)."
)


def test_the_seeds_citations_are_all_found_and_nothing_else():
    """H9: Statutes and three regulations, one without symbol; the cell's own decision is none of ours."""
    found = find_cited(SEED)

    assert [(one.text, [candidate.id for candidate in one.candidates]) for one in found] == [
        ("Điều lệ Đảng Cộng sản Việt Nam", ["DIEU-LE-2011"]),
        ("Quy định số 30 ngày 26/7/2016", ["30-QD-TW-2016"]),
        ("Quy định số 22-QĐ/TW ngày 28/7/2021", ["22-QD-TW-2021"]),
        ("Quy định số 109-QĐ/TW ngày 03/01/2018", ["109-QD-TW-2018"]),
        ("Quyết định số 23-QĐ/CB ngày 03/9/2019", []),
    ]
    assert SEED[found[0].start :].startswith(found[0].text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quy định số 30", "30-QD-TW-2016"),
        ("quy định số: 30-QĐ/TW", "30-QD-TW-2016"),
        ("qui định 30-QD/TW", "30-QD-TW-2016"),
        ("QĐ 22-QĐ/TW ngày 28/7/2021", "22-QD-TW-2021"),
        ("22-QĐ/TW", "22-QD-TW-2021"),
        ("22/QĐ-TW", "22-QD-TW-2021"),
        ("22 – QĐ/TW", "22-QD-TW-2021"),
        ("Quy định số 30-QÐ/TW, ngày 26 tháng 7 năm 2016", "30-QD-TW-2016"),
        ("Quy định số 366-QĐ/TW (30.8.2025)", "366-QD-TW-2025"),
        ("Hướng dẫn 21-HD/BTCTW", "21-HD-BTCTW-2019"),
        ("HD số 5-HD/VPTW", "05-HD-VPTW-2026"),
        ("Chỉ thị số 05 của Bộ Chính trị", "05-CT-TW-2016"),
        ("NĐ 30/2020", "30-ND-CP-2020"),
        ("Nghị định 335/2025/NĐ-CP", "335-ND-CP-2025"),
        ("Luật số 117/2025/QH15", "117-QH15-2025"),
        ("Quy định 08-QĐi/TW", "08-QDI-TW-2018"),
        ("Quyết định số 46 ngày 01/11/2011", "46-QD-TW-2011"),
        ("Hướng dẫn số 01-HD/TW ngày 28/9/2021", "01-HD-TW-2021"),
        ("Quy định 101-QĐ/TW ngày 25/10/2012", "101-QD-TW-2012"),
    ],
)
def test_a_citation_is_understood_however_it_is_written(text, expected):
    """With or without symbol, day, padding, accents, and with state-style slashes."""
    found = find_cited(text)

    assert [one.instrument.id if one.instrument else None for one in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Từ điều 30 đến điều 33",
        "năm 2019, 08 lượt ngày 03/9/2019",
        "giai đoạn 2021-2025",
        "Nghị quyết Trung ương 4 (Khoá XII)",
        "sinh ngày 30/4/1975, điện thoại 0912-345",
        "Quy định có 36 điều",
        "",
    ],
)
def test_other_numbers_are_no_citations(text):
    """Articles, counts, years, days and telephone numbers stay what they are."""
    assert find_cited(text) == ()


def test_a_slip_in_the_day_or_kind_leaves_the_likely_one_in_near():
    """Nothing is taken silently: no candidate, but what it probably was."""
    wrong_day, wrong_kind, no_such_day = find_cited(
        "Quy định số 22-QĐ/TW ngày 27/7/2021; Quyết định 30-QĐ/TW; Quy định số 37 ngày 31/02/2021"
    )

    assert (wrong_day.candidates, [one.id for one in wrong_day.near]) == ((), ["22-QD-TW-2021"])
    assert (wrong_kind.candidates, [one.id for one in wrong_kind.near]) == ((), ["30-QD-TW-2016"])
    assert wrong_day.issued == PartialDate(2021, 7, 27)
    assert no_such_day.issued == PartialDate(2021)


def test_a_number_used_twice_gives_both():
    """01-HD/TW was given in 2016 and in 2021: the reader chooses."""
    (cited,) = find_cited("Hướng dẫn số 01-HD/TW")

    assert [one.id for one in cited.candidates] == ["01-HD-TW-2016", "01-HD-TW-2021"]
    assert cited.instrument is None


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_paper_of_the_register_is_found_by_its_own_citation(form):
    """What we print we can read, in either Unicode form."""
    lost = [
        one.id
        for one in instruments().values()
        if one.number and one not in find_cited(unicodedata.normalize(form, f"Căn cứ {one.cite()};"))[0].candidates
    ]

    assert lost == []
