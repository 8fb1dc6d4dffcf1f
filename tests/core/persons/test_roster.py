"""Who is meant by a name, a number, or a name with something behind it."""

from __future__ import annotations

import pytest

from addin.core.dates import PartialDate
from addin.core.persons.roster import Roster
from addin.core.tables.rows.columns import RowSource
from addin.core.tables.rows.members import Member


def member(name, birth, number=None, group=None, sheet="Đảng viên"):
    return Member(source=RowSource(sheet, 2, {}), full_name=name, birth_date=birth, member_id=number, group=group)


ONE = member("Nguyễn Văn Mẫu", PartialDate(1980, 2, 3), "ĐV01", "Tổ đảng 1")
TWO = member("Nguyễn Văn Mẫu", PartialDate(1985), "ĐV02", "Tổ đảng 2")
HOA = member("Lê Thị Hoà", PartialDate(1990))
ROSTER = Roster([ONE, TWO, HOA])


@pytest.mark.parametrize("written", ["Lê Thị Hòa", "LÊ THỊ HOÀ", "Đ/c Lê Thị Hoà", "đồng chí  Lê  Thị Hòa", "Le\u0302 Thị Hoà"])
def test_a_name_is_found_however_it_is_written(written):
    """Tone placement, case, honorifics, spaces and Unicode form do not count."""
    assert ROSTER.find(written).member is HOA


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ĐV01", ONE), ("đv02", TWO),
        ("Nguyễn Văn Mẫu (1980)", ONE), ("Nguyễn Văn Mẫu (3/2/1980)", ONE), ("Nguyễn Văn Mẫu (02/1980)", ONE),
        ("Nguyễn Văn Mẫu, sinh năm 1985", TWO), ("Nguyễn Văn Mẫu - SN 1985", TWO), ("Nguyễn Văn Mẫu 1985", TWO),
        ("Nguyễn Văn Mẫu (ĐV01)", ONE), ("Nguyễn Văn Mẫu - ĐV02", TWO), ("Nguyễn Văn Mẫu (Tổ đảng 2)", TWO),
    ],
)  # fmt: skip
def test_two_of_one_name_are_told_apart(written, meant):
    """By number, birth date or group."""
    assert ROSTER.find(written).member is meant


@pytest.mark.parametrize("written", ["Nguyễn Văn Mẫu", "Đ/c Nguyễn Văn Mẫu"])
def test_a_name_two_share_is_doubtful_and_names_both(written):
    """Nobody is guessed."""
    assert ROSTER.find(written).member is None
    assert ROSTER.find(written).candidates == (ONE, TWO)


@pytest.mark.parametrize("written", ["Nguyễn Văn Mẫu (1999)", "Nguyễn Văn Mẫu (4/2/1980)", "Trần Lạ", "Le Thi Hoa", ""])
def test_nobody_is_found_where_nothing_fits(written):
    """A wrong date, an unknown name, a name without accents: asked, never guessed."""
    assert ROSTER.find(written).member is None
    assert ROSTER.find(written).candidates == ()


def test_one_person_on_two_lists_is_one_person():
    """Same name and birth date on two sheets; on one sheet they stay two rows."""
    first, second = member("Lý Thử", PartialDate(1980), sheet="A"), member("Lý Thử", PartialDate(1980), sheet="B")

    assert Roster([first, second]).find("Lý Thử").member is second
    assert Roster([first, member("Lý Thử", PartialDate(1980), sheet="A")]).find("Lý Thử").member is None
    assert Roster([first, member("Lý Thử", PartialDate(1981), sheet="B")]).find("Lý Thử").member is None


BEARERS = [member("Nguyễn Văn An (1980)", None), member("Nguyễn Văn An - SN 1975", None)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Nguyễn Văn An (1980)", 0), ("Đ/c Nguyễn Văn An (sn 1980)", 0), ("Nguyễn Văn An [1980]", 0), ("NGUYỄN VĂN AN (80)", 0),
        ("Nguyễn Văn An 1975", 1), ("Nguyễn Văn An (sinh năm 1975)", 1), ("Nguyễn Văn An, 1975", 1),
    ],
)  # fmt: skip
def test_a_year_behind_the_names_of_the_list_tells_namesakes_apart(written, meant):
    """The list has no dates of birth, and other sheets write the year in their own way."""
    assert Roster(BEARERS).find(written).member is BEARERS[meant]


def test_a_bare_name_of_two_with_years_is_doubtful():
    """Both are named; one whose year nobody has is nobody."""
    assert Roster(BEARERS).find("Nguyễn Văn An").candidates == tuple(BEARERS)
    assert Roster(BEARERS).find("Nguyễn Văn An (1999)").candidates == ()


def test_the_only_bearer_is_meant_with_and_without_the_year():
    """A year contradicts nothing where the list has none; another year does."""
    plain, dated = member("Lê Văn Bình", None), member("Trần Chi (1977)", None)
    roster = Roster([plain, dated])

    assert roster.find("Lê Văn Bình (1990)").member is plain
    assert roster.find("Trần Chi").member is dated
    assert roster.find("Trần Chi (1978)").member is None
