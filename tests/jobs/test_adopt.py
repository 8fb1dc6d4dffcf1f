"""`adopt`: asks only about doubt, remembers every answer, refuses what cannot be meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import pytest

from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.tables.reading import read_book
from addin.errors import Misuse
from addin.jobs.adopt import adopt
from addin.jobs.opening import open_book
from tests.grids import grid

ODD = grid(
    "DS",
    ("Họ và tên", "Ngày tháng năm sinh", "Năm sinh", "Ngày vào Đảng", "Chức vụ"),
    ("Lý Thử", 1980, 1981, 2000, "Bí thư"),
)
WEAK = grid("Lịch", ("Tổ đảng", "Tổ trưởng", "Từ ngày"), ("Tổ 1", "Lý Thử", "03/9/2019"))
SETTLED = {"DS!birth_date": "C", "DS!E": "party_post", "Lịch": "-"}


@dataclass
class Book:
    """A workbook in memory: it applies the writes of `adopt` as a closed file would."""

    sheets: list[Grid]
    name: str = "so.xlsx"
    asked: list[str] = field(default_factory=list)

    def grids(self):
        return tuple(self.sheets)

    def noticed(self):
        return ()

    def drop_down(self, place):
        return ()

    def apply(self, writes):
        for sheet in writes.sheets:
            self.sheets.append(Grid(sheet.sheet, sheet.rows))
        for at, sheet in enumerate(self.sheets):
            rows = [list(row) for row in sheet.values]
            for write in writes.squares:
                if write.place.sheet == sheet.sheet:
                    rows[write.place.row - 1][write.place.column - 1] = write.value
            rows += [[value for _, value in append.values] for append in writes.appends if append.sheet == sheet.sheet]
            self.sheets[at] = replace(sheet, values=tuple(map(tuple, rows)))


def run(book, **answers):
    return adopt(open_book(book), book.grids(), answers)


def ids(outcome):
    return [question.id for question in outcome.result.questions]


def test_only_doubt_is_asked_with_its_place_and_candidates():
    """Two columns for one key, a near heading, a sheet that proves little; nothing else."""
    outcome = run(Book([ODD, WEAK]))

    assert ids(outcome) == ["DS!birth_date", "DS!E", "Lịch"]
    first, near, weak = outcome.result.questions
    assert first.text == "Sheet “DS”: cột nào là “Ngày sinh”?"
    assert [value for value, _ in first.choices] == ["B", "C", "-"]
    assert near.place == Place.at("DS", "E1")
    assert near.choices == (("party_post", "Chức vụ Đảng"), ("job_title", "Chức vụ chính quyền"), ("-", "Không dùng cột này"))
    assert weak.choices[-1] == ("-", "Không phải bảng nào ở trên")
    assert [sheet.sheet for sheet in outcome.effects.writes.sheets] == ["Thiết lập"]


def test_a_workbook_without_doubt_is_asked_nothing_and_gets_its_settings():
    """Certain headings need no memory; the sheet of settings is made with what the letterhead says."""
    head = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng")
    book = Book([grid("DS", ("ĐẢNG BỘ XÃ MẪU",), ("CHI BỘ THÔN ĐÔNG",), (), head, ("Lý Thử", 1980, 2000))])

    outcome = run(book)
    book.apply(outcome.effects.writes)

    settings = read_book(book.grids()).settings
    assert (ids(outcome), settings.cell_name, settings.superior_name) == ([], "Chi bộ Thôn Đông", "Đảng bộ Xã Mẫu")
    assert ("Tên chi bộ", "Chi bộ Thôn Đông", "đọc từ 'DS'!A2, xin kiểm tra") in book.sheets[-1].values
    assert not run(book).effects.writes


def test_all_answers_make_the_settings_sheet_and_a_second_run_asks_nothing():
    """What was answered is read from then on."""
    book = Book([ODD, WEAK])

    book.apply(run(book, **SETTLED).effects.writes)
    again = run(book)

    settings = book.sheets[-1]
    assert settings.sheet == "Thiết lập"
    assert settings.values[-2] == (
        "Bố cục: Đảng viên @ DS",
        "dòng 1-1; Họ và tên=A “Họ và tên”; Ngày sinh=C “Năm sinh”; Ngày vào Đảng=D “Ngày vào Đảng”; Chức vụ Đảng=E “Chức vụ”; Không dùng=B “”",
    )
    assert settings.values[-1] == ("Bố cục: Không đọc @ Lịch", "không phải bảng của sổ")
    assert (ids(again), bool(again.effects.writes)) == ([], False)
    (member,) = read_book(book.grids()).members
    assert (member.birth_date.year, member.party_post) == (1981, "Bí thư")
    assert read_book(book.grids()).unreadable == ()


def test_declining_everything_is_remembered_too():
    """“None of these” is an answer."""
    book = Book([ODD, WEAK])

    book.apply(run(book, **{"DS!birth_date": "-", "DS!E": "-", "Lịch": "-"}).effects.writes)

    assert ids(run(book)) == []
    assert read_book(book.grids()).members[0].birth_date is None


def test_an_answer_is_kept_though_another_question_is_open():
    """What was answered is remembered at once, what is open is asked again, and only that."""
    book = Book([ODD, WEAK])

    outcome = run(book, **{"DS!E": "party_post", "Lịch": "-"})
    book.apply(outcome.effects.writes)

    assert ids(outcome) == ["DS!birth_date"]
    assert read_book(book.grids()).members[0].party_post == "Bí thư"
    assert ids(run(book)) == ["DS!birth_date"]


def test_sheets_of_one_shape_are_asked_about_once():
    """Three years of one layout are one question, and its answer holds for all three."""
    years = [grid(f"XL {year}", ("Họ và tên", "Tự xếp loại", "Xếp loại"), ("Lý Thử", "HTT", "HTT"), ("Võ Mẫu", "HTXS", "HTXS")) for year in (2023, 2024, 2025)]
    book = Book(years)

    asked = run(book)
    book.apply(run(book, **{"XL 2023!C": "cell_level"}).effects.writes)

    assert ids(asked) == ["XL 2023!C"]
    assert [(row.year, row.cell_level.value) for row in read_book(book.grids()).ratings if row.member == "Lý Thử"] == [
        (2023, "HTT"), (2024, "HTT"), (2025, "HTT"),
    ]  # fmt: skip
    assert ids(run(book)) == []


def test_any_column_may_be_taught_and_the_rest_is_still_recognised():
    """A learned layout adds to recognition: a column that came later, or stood there before, is read too."""
    book = Book([grid("XL 2025", ("Họ và tên", "Cột lạ", "Cơ quan xếp loại"), ("Lý Thử", "HTT", "HTXS"))])

    book.apply(run(book, **{"XL 2025!B": "self_level"}).effects.writes)

    (row,) = read_book(book.grids()).ratings
    assert (row.self_level.value, row.agency_level.value) == ("HTT", "HTXS")


def test_an_existing_settings_sheet_is_appended_to_and_corrected():
    """Rows of its own stay; an answer given anew replaces the old row."""
    book = Book([grid("Thiết lập", ("Mục", "Giá trị", "Ghi chú"), ("Tên chi bộ", "Mẫu", None)), ODD])

    first = run(book, **{"DS!birth_date": "C", "DS!E": "-"})
    book.apply(first.effects.writes)
    second = run(book, **{"DS!birth_date": "B", "DS!E": "-"})
    book.apply(second.effects.writes)

    assert (len(first.effects.writes.appends), len(second.effects.writes.appends), len(second.effects.writes.squares)) == (1, 0, 1)
    assert read_book(book.grids()).members[0].birth_date.year == 1980
    assert read_book(book.grids()).settings.cell_name == "Mẫu"


def test_a_person_may_name_any_sheet_as_a_table():
    """Weak headings, or none that is known: the columns are asked for, then read."""
    book = Book([grid("Danh bạ", ("Ai", "Khi nào", "Từ bao giờ"), ("Lý Thử", 1980, 2000))])

    asked = run(book, **{"Danh bạ": "members"})
    answers = {"Danh bạ": "members", "Danh bạ!full_name": "A", "Danh bạ!birth_date": "B", "Danh bạ!admitted_on": "C"}
    book.apply(run(book, **answers).effects.writes)

    assert ids(asked) == ["Danh bạ!full_name", "Danh bạ!birth_date", "Danh bạ!admitted_on"]
    (member,) = read_book(book.grids()).members
    assert (member.full_name, member.birth_date.year, member.admitted_on.year) == ("Lý Thử", 1980, 2000)
    assert ids(run(book)) == []


def test_a_refused_sheet_may_be_named_later():
    """The row that refused it is emptied."""
    book = Book([WEAK])
    book.apply(run(book, Lịch="-").effects.writes)

    book.apply(run(book, Lịch="groups").effects.writes)

    assert [row.leader for row in read_book(book.grids()).groups] == ["Lý Thử"]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"DS!birth_date": "Z"}, "“Z” không phải là câu trả lời cho “DS!birth_date”."),
        ({"DS!E": "note"}, "“note” không phải là câu trả lời cho “DS!E”."),
        ({"Lịch": "bảng lạ"}, "“bảng lạ” không phải là câu trả lời cho “Lịch”."),
        ({"DS": "bảng lạ"}, "“bảng lạ” không phải là câu trả lời cho “DS”."),
        ({"Không có": "-"}, "Không có câu hỏi nào mang mã “Không có”."),
        ({"DS!note": "A"}, "Không có câu hỏi nào mang mã “DS!note”."),
    ],
)
def test_a_wrong_answer_is_misuse(answers, message):
    """The sentence names the answer, the way out what is allowed."""
    with pytest.raises(Misuse) as refused:
        run(Book([ODD, WEAK]), **answers)

    assert refused.value.message == message
    assert refused.value.fix


@pytest.mark.parametrize(
    ("answers", "offered"),
    [({"DS!A": "Cấp trên quyết định"}, "Họ và tên; Ngày sinh"), ({"DS!E": "lạ"}, "Chức vụ Đảng; Chức vụ chính quyền"), ({"Lịch": "bảng lạ"}, "Tổ đảng"), ({"DS": "bảng lạ"}, "Đảng viên")],
)
def test_what_may_be_answered_is_named_as_she_reads_it(answers, offered):
    """No key of the program; and what is offered is an answer."""
    with pytest.raises(Misuse) as refused:
        run(Book([ODD, WEAK]), **answers)

    assert offered in refused.value.fix
    assert not re.search(r"[a-z]+_[a-z]+|members|groups", refused.value.fix)


def test_a_table_and_a_key_are_answered_by_their_names():
    by_key, by_name = run(Book([ODD, WEAK]), Lịch="groups"), run(Book([ODD, WEAK]), Lịch="Tổ đảng")

    assert by_name.effects.writes == by_key.effects.writes


def test_unused_columns_are_listed_and_taught_by_their_headings():
    """What nobody uses, without remarks and telephones; a heading of ours may be written for the key."""
    head = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Sở trường", "Ghi chú thêm", "Điện thoại")
    book = Book([grid("DS", head, ("Lý Thử", 1980, 2000, "Đàn tính", None, "0900000000"), ("Võ Ví Dụ", 1981, 2001, "Khèn", None, "0900000001"))])

    outcome = run(book)
    taught = run(book, **{"DS!D": "Nơi cư trú"})

    assert [(item.id, item.heading) for item in outcome.result.unused] == [("DS!D", "Sở trường")]
    assert taught.result.learned[0].columns["residence"] == 4
    assert taught.result.unused == ()


def test_a_list_of_some_members_is_neither_asked_about_nor_learned():
    """As reading leaves it out; whoever says it is the list is believed."""
    people = [("Lý Thử", 1950, 1975), ("Võ Ví Dụ", 1951, 1976), ("Hồ Mẫu", 1980, 2005)]
    main = grid("DS", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức"), *[(*row, row[2] + 1) for row in people])
    some = grid("Mừng thọ", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Tuổi mừng thọ"), *[(*row, 75) for row in people[:2]])
    book = Book([main, some])

    assert run(book).result.unused == ()
    assert [found.sheet for found in run(book, **{"DS!D": "official_on"}).result.learned] == ["DS"]
    assert [found.sheet for found in run(book, **{"Mừng thọ": "members"}).result.learned] == ["Mừng thọ"]
