"""The register of instruments against the tables of domain/, restated here by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from addin.core import regulations
from addin.core.references import Confidence
from addin.core.regulations import UnknownInstrument

CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương Đảng"
SECRETARIAT = "Ban Bí thư"
POLITBURO = "Bộ Chính trị"
ORGANISATION = "Ban Tổ chức Trung ương"
OFFICE = "Văn phòng Trung ương Đảng"

# domain/inspection.md §1, row by row: number, kind, from, to, issuer, mark of number and date.
INSPECTION = [
    ("46-QĐ/TW", "Quyết định", "01/11/2011", "25/7/2016", None, "verified"),
    ("30-QĐ/TW", "Quy định", "26/7/2016", "27/7/2021", CENTRAL_COMMITTEE, "verified"),
    ("86-QĐ/TW", "Quy định", "01/6/2017", "29/5/2025", POLITBURO, "verified"),
    ("109-QĐ/TW", "Quy định", "03/01/2018", None, SECRETARIAT, "verified"),
    ("22-QĐ/TW", "Quy định", "28/7/2021", "29/5/2025", CENTRAL_COMMITTEE, "verified"),
    ("02-HD/TW", "Hướng dẫn", "09/12/2021", "2025", SECRETARIAT, "recalled"),
    ("262-QĐ/TW", "Quy định", "03/02/2025", "29/5/2025", CENTRAL_COMMITTEE, "verified"),
    ("296-QĐ/TW", "Quy định", "30/5/2025", "10/4/2026", CENTRAL_COMMITTEE, "verified"),
    ("08-HD/TW", "Hướng dẫn", "10/6/2025", None, SECRETARIAT, "verified"),
    ("331-QĐ/TW", "Quyết định", "18/6/2025", None, None, "verified"),
    ("21-QĐ/TW", "Quy định", "11/4/2026", None, f"{CENTRAL_COMMITTEE} khóa XIV", "local"),
    ("207-QĐ/TW", "Quy định", "26/7/2026", None, None, "local"),
    ("37-QĐ/TW", "Quy định", "25/10/2021", "25/7/2026", None, "local"),
    ("208-QĐ/TW", "Quy định", "26/7/2026", None, None, "local"),
    ("294-QĐ/TW", "Quy định", "01/7/2025", "25/7/2026", None, "verified"),
    ("212-QĐ/TW", "Quy định", "17/8/2026", None, POLITBURO, "local"),
    ("69-QĐ/TW", "Quy định", "06/7/2022", "16/8/2026", POLITBURO, "verified"),
]
# Headings of 86, 94, 181, 262 and 69, and whom they cite (47, 102, 07, 30), were read on law portals on 28/11/2026.
READ_SINCE = [
    ("94-QĐ/TW", "Quy định", "15/10/2007", "29/3/2013", POLITBURO, "verified"),
    ("181-QĐ/TW", "Quy định", "30/3/2013", "14/11/2017", POLITBURO, "verified"),
]
# domain/inspection.md §6 and §8.
CONTENTS = [
    ("04-NQ/TW", "Nghị quyết", "30/10/2016", None, f"{CENTRAL_COMMITTEE} khóa XII", "local"),
    ("21-KL/TW", "Kết luận", "25/10/2021", None, f"{CENTRAL_COMMITTEE} khóa XIII", "local"),
    ("05-CT/TW", "Chỉ thị", "15/5/2016", None, POLITBURO, "recalled"),
    ("01-KL/TW", "Kết luận", "18/5/2021", None, None, "recalled"),
    ("101-QĐ/TW", "Quy định", "2012", None, None, "recalled"),
    ("08-QĐi/TW", "Quy định", "2018", None, None, "recalled"),
    ("47-QĐ/TW", "Quy định", "01/11/2011", "24/10/2021", CENTRAL_COMMITTEE, "verified"),
    ("213-QĐ/TW", "Quy định", "02/01/2020", None, "Bộ Chính trị", "verified"),
    ("33-HD/BTCTW", "Hướng dẫn", "30/10/2020", None, ORGANISATION, "verified"),
    ("357-QĐ/UBKTTW", "Quyết định", "04/11/2016", "28/12/2022", "Ủy ban Kiểm tra Trung ương", "verified"),
    ("885-QĐ/UBKTTW", "Quyết định", "29/12/2022", None, "Ủy ban Kiểm tra Trung ương", "verified"),
    ("35-HD/VPTW", "Hướng dẫn", "18/10/2010", None, OFFICE, "verified"),
    ("15-HD/VPTW", "Hướng dẫn", "14/12/2016", None, OFFICE, "verified"),
]
# domain/documents.md §1 and §4.
DOCUMENTS = [
    ("66-QĐ/TW", "Quy định", "06/02/2017", "08/01/2026", SECRETARIAT, "verified"),
    ("11-HD/VPTW", "Hướng dẫn", "2004", "02/4/2018", OFFICE, "verified"),
    ("36-HD/VPTW", "Hướng dẫn", "03/4/2018", "26/5/2026", OFFICE, "verified"),
    ("399-QĐ/TW", "Quy định", "09/01/2026", None, None, "verified"),
    ("05-HD/VPTW", "Hướng dẫn", "27/5/2026", None, OFFICE, "local"),
    ("1403-QĐ/UBKTTW", "Quyết định", "29/7/2013", "08/11/2016", "Ủy ban Kiểm tra Trung ương", "verified"),
    ("354-QĐ/UBKTTW", "Quyết định", "09/11/2016", None, "Ủy ban Kiểm tra Trung ương", "recalled"),
    ("668-QĐ/UBKTTW", "Quyết định", "01/12/2017", None, "Ủy ban Kiểm tra Trung ương", "verified"),
    ("1127-QĐ/TU", "Quyết định", "14/7/2023", None, "Tỉnh ủy Bình Phước", "verified"),
    ("299-QĐ/TU", None, "26/8/2025", None, "Tỉnh ủy Lào Cai", "local"),
    ("1178-QĐ/UBKT", "Quyết định", "06/11/2018", None, None, "verified"),
]
# domain/ratings.md §0, §5 and §6.
RATINGS = [
    ("20-HD/BTCTW", "Hướng dẫn", "10/10/2008", "10/10/2011", ORGANISATION, "verified"),
    ("07-HD/BTCTW", "Hướng dẫn", "11/10/2011", "24/9/2014", ORGANISATION, "recalled"),
    ("27-HD/BTCTW", "Hướng dẫn", "25/9/2014", "23/9/2018", ORGANISATION, "verified"),
    ("1825-CV/BTCTW", "Công văn", "18/11/2016", None, ORGANISATION, "verified"),
    ("132-QĐ/TW", "Quy định", "08/3/2018", "03/10/2023", POLITBURO, "verified"),
    ("16-HD/BTCTW", "Hướng dẫn", "24/9/2018", "17/10/2019", ORGANISATION, "verified"),
    ("21-HD/BTCTW", "Hướng dẫn", "18/10/2019", "09/11/2023", ORGANISATION, "verified"),
    ("124-QĐ/TW", "Quy định", "04/10/2023", "29/8/2025", POLITBURO, "verified"),
    ("25-HD/BTCTW", "Hướng dẫn", "10/11/2023", "30/10/2025", ORGANISATION, "verified"),
    ("366-QĐ/TW", "Quy định", "30/8/2025", None, POLITBURO, "verified"),
    ("43-HD/BTCTW", "Hướng dẫn", "31/10/2025", None, ORGANISATION, "verified"),
    ("198-KL/TW", "Kết luận", "08/10/2025", None, None, "verified"),
    ("10072-CV/BTCTW", "Công văn", "06/11/2025", None, ORGANISATION, "verified"),
    ("02-HD/BTCTW", "Hướng dẫn", "22/5/2026", None, ORGANISATION, "local"),
    ("335/2025/NĐ-CP", "Nghị định", "01/01/2026", None, "Chính phủ", "verified"),
    ("56-HD/VPTW", "Hướng dẫn", "27/10/2015", None, OFFICE, "verified"),
    ("06-HD/TW", "Hướng dẫn", "09/6/2025", None, "Ban Bí thư", "verified"),
    ("19780-CV/VPTW", "Công văn", "29/12/2025", None, OFFICE, "verified"),
]


# domain/texts-2025.md, "Instruments to add".
ADDED = [
    ("264-QĐ/TW", "Quy định", "14/02/2025", "16/8/2026", None, "verified"),
    ("102-QĐ/TW", "Quy định", "15/11/2017", "05/7/2022", POLITBURO, "verified"),
    ("07-QĐi/TW", "Quy định", "28/8/2018", "05/7/2022", POLITBURO, "verified"),
    ("05-HD/UBKTTW", "Hướng dẫn", "22/11/2022", None, "Ủy ban Kiểm tra Trung ương", "verified"),
    ("15-HD/UBKTTW", "Hướng dẫn", "20/3/2025", None, "Ủy ban Kiểm tra Trung ương", "verified"),
    ("232-QĐ/TW", "Quy định", "20/01/2025", None, None, "verified"),
    ("38-HD/BTCTW", "Hướng dẫn", "29/9/2025", None, ORGANISATION, "verified"),
    ("12-HD/BTCTW", "Hướng dẫn", "2022", "28/9/2025", ORGANISATION, "verified"),
    ("117-QĐ/TW", "Quy định", "18/8/2023", None, None, "verified"),
    ("161/2026/NĐ-CP", "Nghị định", "2026", None, "Chính phủ", "verified"),
    ("50-CT/TW", "Chỉ thị", "23/7/2025", None, None, "verified"),
    ("42-HD/BTCTW", "Hướng dẫn", "28/10/2025", None, ORGANISATION, "verified"),
    ("05-NQ/TW", "Nghị quyết", "07/4/2026", None, None, "local"),
    ("20-QĐ/TW", "Quy định", "2026", None, None, "local"),
]


@pytest.mark.parametrize("row", [*INSPECTION, *READ_SINCE, *CONTENTS, *DOCUMENTS, *RATINGS, *ADDED], ids=lambda row: row[0])
def test_the_register_says_what_the_domain_tables_say(row):
    """Number, kind, days in force, issuer and mark, one row of the tables each."""
    number, kind, first, last, issuer, mark = row

    found = [one for one in regulations.instruments().values() if one.number == number]

    assert len(found) == 1
    one = found[0]
    days = str(one.effective_from), str(one.effective_to) if one.effective_to else None
    assert (one.kind, *days, one.issuer, one.confidence) == (kind, first, last, issuer, Confidence(mark))


@pytest.mark.parametrize(
    ("new", "old", "mark"),
    [
        ("30-QD-TW-2016", {"46-QD-TW-2011"}, "inferred"),
        ("22-QD-TW-2021", {"30-QD-TW-2016"}, "verified"),
        (
            "296-QD-TW-2025",
            {"22-QD-TW-2021", "262-QD-TW-2025", "86-QD-TW-2017", "85-QD-TW", "210-QD-TW", "211-QD-TW", "221-QD-TW"},
            "verified",
        ),
        ("21-QD-TW-2026", {"296-QD-TW-2025"}, "inferred"),
        ("36-HD-VPTW-2018", {"11-HD-VPTW-2004"}, "verified"),
        ("05-HD-VPTW-2026", {"36-HD-VPTW-2018"}, "local"),
        ("43-HD-BTCTW-2025", {"25-HD-BTCTW-2023"}, "verified"),
    ],
)
def test_who_replaces_whom_is_told_from_both_sides(new, old, mark):
    """`replaces` is written once; `replaced_by` follows from it, with its own mark."""
    one = regulations.instrument(new)

    replaced = {identifier: regulations.instrument(identifier).replaced_by for identifier in one.replaces}

    assert replaced == dict.fromkeys(old, new)
    assert one.replaces_confidence is Confidence(mark)


def test_a_replaced_instrument_ends_the_day_before_its_successor_begins():
    """No day has both, and none lies between, wherever both days are known."""
    register = regulations.instruments()

    gaps = [
        (old.id, new.id)
        for old in register.values()
        if old.replaced_by and (new := register[old.replaced_by]).effective_from and new.effective_from.exact
        if old.effective_to is None or old.effective_to.exact != new.effective_from.exact - timedelta(days=1)
    ]

    assert gaps == []


@pytest.mark.parametrize(
    ("identifier", "long", "short"),
    [
        (
            "30-QD-TW-2016",
            "Quy định số 30-QĐ/TW, ngày 26/7/2016 của Ban Chấp hành Trung ương Đảng",
            "Quy định số 30-QĐ/TW",
        ),
        ("109-QD-TW-2018", "Quy định số 109-QĐ/TW, ngày 03/01/2018 của Ban Bí thư", "Quy định số 109-QĐ/TW"),
        ("262-QD-TW-2025", "Quy định số 262-QĐ/TW, ngày 03/02/2025 của Ban Chấp hành Trung ương Đảng", "Quy định số 262-QĐ/TW"),
        ("101-QD-TW-2012", "Quy định số 101-QĐ/TW, năm 2012", "Quy định số 101-QĐ/TW"),
        ("85-QD-TW", "Văn bản số 85-QĐ/TW", "Văn bản số 85-QĐ/TW"),
        ("DIEU-LE-2011", "Điều lệ Đảng Cộng sản Việt Nam", "Điều lệ Đảng Cộng sản Việt Nam"),
        (
            "335-ND-CP-2025",
            "Nghị định số 335/2025/NĐ-CP, ngày 21/12/2025 của Chính phủ",
            "Nghị định số 335/2025/NĐ-CP",
        ),
    ],
)
def test_an_instrument_is_cited_long_once_then_short(identifier, long, short):
    """Only what is known is said; the day is padded, the month only for 1 and 2."""
    one = regulations.instrument(identifier)

    assert one.cite() == long
    assert one.cite(on_first_use=False) == short


@pytest.mark.parametrize(
    ("identifier", "on", "expected"),
    [
        ("30-QD-TW-2016", date(2016, 7, 25), False),
        ("30-QD-TW-2016", date(2016, 7, 26), True),
        ("30-QD-TW-2016", date(2021, 7, 27), True),
        ("30-QD-TW-2016", date(2021, 7, 28), False),
        ("335-ND-CP-2025", date(2025, 12, 31), False),
        ("02-HD-TW-2021", date(2025, 6, 1), True),
        ("02-HD-TW-2021", date(2026, 1, 1), False),
        ("101-QD-TW-2012", date(2012, 3, 1), True),
        ("101-QD-TW-2012", date(2011, 12, 31), False),
        ("85-QD-TW", date(1999, 1, 1), True),
    ],
)
def test_unknown_bounds_never_count_against_an_instrument(identifier, on, expected):
    """Where only the year is known, every day of it is allowed."""
    assert regulations.instrument(identifier).is_in_force(on) is expected


def test_the_places_of_our_own_defaults_are_no_papers():
    """No document may cite them as its basis, and none claims to be verified law."""
    own = [one.id for one in regulations.instruments().values() if not one.is_paper]

    assert own == ["MAC-DINH", "THUC-TE", "LUONG-CO-SO"]


def test_an_unknown_id_is_named():
    """A slip in an id is a bug of ours and says so."""
    with pytest.raises(UnknownInstrument) as unknown:
        regulations.instrument("1-QD-TW-1900")

    assert str(unknown.value) == "Không có văn bản «1-QD-TW-1900» trong instruments.yaml."
