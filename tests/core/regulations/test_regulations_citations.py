"""Which instruments a paper of a day rests on, and how its Căn cứ lines read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from addin.core import regulations
from addin.core.regulations import NotInForce, citations
from addin.core.regulations.law import paths
from addin.core.regulations.store import compiled

LISTS = [path for path in paths() if path.startswith("basis.")]


def _ids(instruments):
    return [one.id for one in instruments]


@pytest.mark.parametrize(
    ("on", "regulation"),
    [
        (date(2011, 11, 1), "46-QD-TW-2011"),
        (date(2016, 7, 25), "46-QD-TW-2011"),
        (date(2016, 7, 26), "30-QD-TW-2016"),
        (date(2019, 9, 3), "30-QD-TW-2016"),
        (date(2020, 10, 9), "30-QD-TW-2016"),
        (date(2021, 7, 27), "30-QD-TW-2016"),
        (date(2021, 7, 28), "22-QD-TW-2021"),
        (date(2025, 5, 29), "22-QD-TW-2021"),
        (date(2025, 5, 30), "296-QD-TW-2025"),
        (date(2026, 4, 10), "296-QD-TW-2025"),
        (date(2026, 4, 11), "21-QD-TW-2026"),
        (date(2030, 1, 1), "21-QD-TW-2026"),
    ],
)
def test_a_decision_rests_on_the_statutes_and_the_regulation_of_its_day(on, regulation):
    """The day before and the day of each change (domain/inspection.md §1)."""
    assert _ids(citations.for_decision(on))[:2] == ["DIEU-LE-2011", regulation]
    assert _ids(citations.basis("discipline-decision", on))[:2] == ["DIEU-LE-2011", regulation]
    assert _ids(citations.basis("supervision-decision", on))[:2] == ["DIEU-LE-2011", regulation]


@pytest.mark.parametrize(
    ("kind", "on", "expected"),
    [
        ("supervision-assignment", date(2017, 5, 31), ["DIEU-LE-2011", "30-QD-TW-2016"]),
        ("supervision-assignment", date(2017, 6, 1), ["DIEU-LE-2011", "30-QD-TW-2016", "86-QD-TW-2017"]),
        ("inspection-decision", date(2025, 2, 2), ["DIEU-LE-2011", "22-QD-TW-2021"]),
        ("inspection-decision", date(2025, 2, 3), ["DIEU-LE-2011", "22-QD-TW-2021", "262-QD-TW-2025"]),
        ("annual-plan", date(2025, 6, 9), ["DIEU-LE-2011", "296-QD-TW-2025"]),
        ("annual-plan", date(2025, 6, 10), ["DIEU-LE-2011", "296-QD-TW-2025", "08-HD-TW-2025"]),
        ("discipline-decision", date(2013, 3, 29), ["DIEU-LE-2011", "46-QD-TW-2011", "94-QD-TW-2007"]),
        ("discipline-decision", date(2013, 3, 30), ["DIEU-LE-2011", "46-QD-TW-2011", "181-QD-TW-2013"]),
        ("discipline-decision", date(2017, 11, 14), ["DIEU-LE-2011", "30-QD-TW-2016", "181-QD-TW-2013"]),
        ("discipline-decision", date(2017, 11, 15), ["DIEU-LE-2011", "30-QD-TW-2016", "102-QD-TW-2017"]),
        ("discipline-decision", date(2022, 7, 5), ["DIEU-LE-2011", "22-QD-TW-2021", "102-QD-TW-2017"]),
        ("discipline-decision", date(2022, 7, 6), ["DIEU-LE-2011", "22-QD-TW-2021", "69-QD-TW-2022"]),
        ("discipline-decision", date(2025, 2, 13), ["DIEU-LE-2011", "22-QD-TW-2021", "262-QD-TW-2025", "69-QD-TW-2022"]),
        ("discipline-ballot", date(2025, 2, 14), ["DIEU-LE-2011", "22-QD-TW-2021", "262-QD-TW-2025", "69-QD-TW-2022", "264-QD-TW-2025"]),
        ("discipline-decision", date(2026, 8, 16), ["DIEU-LE-2011", "21-QD-TW-2026", "69-QD-TW-2022", "264-QD-TW-2025"]),
        ("discipline-decision", date(2026, 8, 17), ["DIEU-LE-2011", "21-QD-TW-2026", "212-QD-TW-2026"]),
        ("residence-request", date(2020, 10, 29), ["213-QD-TW-2020"]),
        ("residence-request", date(2020, 10, 30), ["213-QD-TW-2020", "33-HD-BTCTW-2020"]),
        ("reward-proposal", date(2025, 6, 8), ["01-HD-TW-2021", "56-HD-VPTW-2015"]),
        ("reward-proposal", date(2025, 6, 9), ["06-HD-TW-2025", "56-HD-VPTW-2015"]),
        ("format", date(2026, 1, 8), ["66-QD-TW-2017", "36-HD-VPTW-2018"]),
        ("format", date(2026, 1, 9), ["399-QD-TW-2026", "36-HD-VPTW-2018"]),
        ("format", date(2026, 5, 26), ["399-QD-TW-2026", "36-HD-VPTW-2018"]),
        ("format", date(2026, 5, 27), ["399-QD-TW-2026", "05-HD-VPTW-2026"]),
        ("invitation", date(1990, 1, 1), []),
    ],
)
def test_other_kinds_rest_on_their_own_lists(kind, on, expected):
    """Supervision, discipline, residence, rewards and layout, around each change."""
    assert _ids(citations.basis(kind, on)) == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (range(2008, 2011), ["20-HD-BTCTW-2008"]),
        (range(2011, 2014), ["07-HD-BTCTW-2011"]),
        ([2014, 2015, 2017], ["27-HD-BTCTW-2014"]),
        ([2016], ["27-HD-BTCTW-2014", "1825-CV-BTCTW-2016"]),
        ([2018], ["132-QD-TW-2018", "16-HD-BTCTW-2018"]),
        (range(2019, 2023), ["132-QD-TW-2018", "21-HD-BTCTW-2019"]),
        (range(2023, 2025), ["124-QD-TW-2023", "25-HD-BTCTW-2023"]),
        ([2025, 2026], ["366-QD-TW-2025", "43-HD-BTCTW-2025"]),
    ],
)
def test_a_rating_rests_on_the_instruments_of_its_year(years, expected):
    """domain/ratings.md §0: the rating year decides, not the day of printing."""
    for year in years:
        assert _ids(citations.rating_basis(year)) == expected


@pytest.mark.parametrize("path", LISTS)
def test_no_list_names_an_instrument_out_of_force(path):
    """On every day of change, and every new year's day, what is cited is in force."""
    days = [date.fromisoformat(entry["since"]) for entry in compiled()["parameters"][path]["values"]]
    asked = {*days, *(day - timedelta(days=1) for day in days[1:]), *(date(year, 1, 1) for year in range(days[0].year + 1, 2031))}

    stale = [
        (on, identifier)
        for on in sorted(asked)
        for identifier in regulations.in_force(on).get(path).items
        if not regulations.instrument(identifier).is_in_force(on) or not regulations.instrument(identifier).is_paper
    ]

    assert stale == []


def test_the_lines_of_the_seeds_first_decision():
    """23-QĐ/CB of 03/9/2019: Statutes, QĐ 30 with its title, the superior's plan, the cell's own."""
    lines = citations.for_inspection_decision(
        date(2019, 9, 3),
        plan="Kế hoạch số 02-KH/CB, ngày 15/01/2019 của Chi bộ;",
        superior_plan="Căn cứ Kế hoạch số 10-KH/ĐU, ngày 05/01/2019 của Đảng ủy Sở Tư pháp",
    )

    assert lines == (
        "Căn cứ Điều lệ Đảng Cộng sản Việt Nam",
        "Căn cứ Quy định số 30-QĐ/TW, ngày 26/7/2016 của Ban Chấp hành Trung ương Đảng thi hành Chương VII và Chương VIII Điều lệ Đảng về công tác kiểm tra, giám sát, kỷ luật của Đảng",
        "Căn cứ Kế hoạch số 10-KH/ĐU, ngày 05/01/2019 của Đảng ủy Sở Tư pháp",
        "Căn cứ Kế hoạch số 02-KH/CB, ngày 15/01/2019 của Chi bộ",
    )


def test_blank_extras_leave_no_empty_line():
    """A plan nobody entered is not cited."""
    assert citations.lines("inspection", date(2026, 4, 11), ["", "  "]) == citations.for_inspection_decision(
        date(2026, 4, 11), plan=None, superior_plan=""
    )


def test_before_the_first_instrument_known_nothing_is_invented():
    """A paper of 31/10/2011 has no list: NotInForce, not a guess."""
    with pytest.raises(NotInForce) as absent:
        citations.for_decision(date(2011, 10, 31))

    assert absent.value.path == "basis.inspection"


@pytest.mark.parametrize(
    ("codes", "on", "expected"),
    [
        (["DVKDL"], date(2021, 10, 24), ["47-QD-TW-2011"]),
        (["DVKDL"], date(2021, 10, 25), ["37-QD-TW-2021"]),
        (["DVKDL"], date(2026, 7, 25), ["37-QD-TW-2021"]),
        (["DVKDL"], date(2026, 7, 26), ["207-QD-TW-2026"]),
        (["NQ4", "CT05"], date(2019, 9, 3), ["04-NQ-TW-2016", "05-CT-TW-2016"]),
        (["TD", "CM", "việc khác"], date(2019, 9, 3), ["109-QD-TW-2018"]),
        (["TD"], date(2018, 1, 2), []),
        (["CT213", "CT213"], date(2026, 1, 1), ["213-QD-TW-2020", "33-HD-BTCTW-2020"]),
    ],
)
def test_contents_bring_their_instruments(codes, on, expected):
    """domain/inspection.md §6; a code not yet regulated, and free text, bring none."""
    assert _ids(citations.for_contents(codes, on)) == expected


def test_lines_are_uniform():
    """All with what they are about, or none: a paper with both looks unfinished."""
    titled = citations.lines("rating-proposal", date(2025, 12, 31))
    bare = citations.lines("inspection-decision", date(2025, 9, 8))

    assert all(" về " in line for line in titled)
    assert not any(" về " in line for line in bare)


@pytest.mark.parametrize(
    ("kind", "on", "titled"),
    [
        ("discipline-decision", date(2025, 2, 13), True),
        ("discipline-decision", date(2025, 2, 14), False),
        ("reward-proposal", date(2021, 9, 27), False),
        ("reward-proposal", date(2021, 9, 28), True),
        ("rating-proposal", date(2024, 12, 31), False),
    ],
)
def test_a_title_nobody_has_seen_is_never_printed(kind, on, titled):
    """264-QĐ/TW has none, that of 01-HD/TW of 2016 is supposed, those of 124 and 25-HD were never read: number and day only."""
    numbered = [line for line in citations.lines(kind, on) if " số " in line]

    assert numbered
    assert all((" về " in line) is titled for line in numbered)
