"""People's names."""

import pytest

from addin import glossary


@pytest.mark.parametrize(
    "written",
    [
        "Đ/c Nguyễn Văn An",
        "đ/c  Nguyễn Văn An",
        "Đ/C. Nguyễn Văn An",
        "Đc Nguyễn Văn An",
        "đ.c: Nguyễn Văn An",
        "đồng chí Nguyễn Văn An",
        "ĐỒNG CHÍ Nguyễn Văn An",
        "\u00d0ồng chí Nguyễn Văn An",
        "Đồng chí ông Nguyễn Văn An",
        "Nguyễn Văn An",
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(written):
    """Every usual honorific goes; the name stays as it was written."""
    assert glossary.without_honorific(written) == "Nguyễn Văn An"


@pytest.mark.parametrize("name", ["Đức Anh", "Đcao", "Bàng Thị Ông", "Đồng Chí", "Đồng Văn Chí"])
def test_names_that_begin_alike_are_left(name):
    """Only whole words are honorifics, and something must be left."""
    assert glossary.without_honorific(name) == name


def test_people_stand_by_given_name_in_the_vietnamese_alphabet():
    """a ă â b c d đ e ê …, then tones ngang huyền hỏi ngã sắc nặng, then family and middle names."""
    expected = [
        "Trần Văn An",
        "Lê Văn Ân",
        "Lê Thị Bình",
        "Lê Thị Dung",
        "Lê Thị Đào",
        "Lê Văn Em",
        "Lê Văn Hoa",
        "Lê Văn Hòa",
        "Lê Văn Hỏa",
        "Lê Văn Hoan",
        "Lê Thị Lan",
        "Phạm Thị Lan",
        "Trần An Lan",
        "Trần Ân Lan",
        "Lê Văn Oanh",
        "Lê Văn Ô",
        "Lê Văn Ơn",
        "Lê Văn Tu",
        "Lê Văn Tù",
        "Lê Văn Tủ",
        "Lê Văn Tũ",
        "Lê Văn Tú",
        "Lê Văn Tụ",
        "Lê Văn Tư",
        "Lê Văn Tường",
        "Lê Văn Ý",
    ]

    people = expected.copy()
    people.reverse()

    people.sort(key=glossary.given_name_key)

    assert people == expected


def test_an_honorific_does_not_move_a_name():
    """The order looks at the name alone."""
    assert glossary.given_name_key("Đ/c Lê Văn Hoà") == glossary.given_name_key("lê văn Hòa")


@pytest.mark.parametrize("written", ["Tổ 1", "tổ 01", "Tổ số 1", "TỔ ĐẢNG SỐ 1", "Tổ đảng I", "thuộc tổ 1", "1", "01", "I"])
def test_a_group_is_one_however_its_number_is_written(written):
    """With the word, with "số", in Roman numerals, or the number alone where a group is asked for."""
    assert glossary.group_key(written) == glossary.group_key("Tổ 1")


@pytest.mark.parametrize("written", ["Tổ 2", "II", "Tổ Văn phòng", "Tổ", "100", "1a"])
def test_other_groups_are_others(written):
    assert glossary.group_key(written) != glossary.group_key("Tổ 1")


@pytest.mark.parametrize(("written", "bare"), [("1", True), ("II", True), ("Tổ 1", False), ("số 1", False), ("Văn phòng", False), ("100", False)])
def test_a_number_alone_names_a_group_only_where_nothing_else_is_meant(written, bare):
    """Behind a person's name, or among the subjects of a plan, it may be anything."""
    assert glossary.is_bare_group(written) is bare


LISTED = ("Tổ đảng số 1", "Tổ 2", "Tổ 1 (khối văn phòng)", "Tổ 1A", "Tổ đảng 12")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Tổ 1", ("Tổ đảng số 1", "Tổ 1 (khối văn phòng)")), ("1", ("Tổ đảng số 1", "Tổ 1 (khối văn phòng)")), ("tổ I", ("Tổ đảng số 1", "Tổ 1 (khối văn phòng)")),
        ("TỔ ĐẢNG SỐ 1", ()), ("tổ 1 (khối văn phòng)", ()), ("Tổ đảng 2", ()), ("12", ()), ("Tổ 1A", ()), ("Tổ 3", ()), ("Văn phòng", ()),
    ],
)  # fmt: skip
def test_a_number_that_two_groups_bear_says_neither(written, meant):
    """The name as it is listed does; "1A" and "12" are other numbers; two ways to write one group are one."""
    assert glossary.groups_meant(written, LISTED) == meant
    assert glossary.groups_meant(written, ("Tổ đảng số 1", "Tổ 1", "Tổ I")) == ()
