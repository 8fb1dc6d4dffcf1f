"""The seal of a frozen year: what breaks it, where it says so, and what does not break it (F65)."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.levels import Level
from addin.core.tables.freezing import Changes, FrozenYear, changes_of, frozen_years, seal_of
from addin.core.tables.freezing import seal as seal_module
from addin.core.tables.freezing.seal import VERSION, parse_seal
from addin.core.tables.reading import read_book
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.core.tables.rows.columns import RowSource, record
from addin.core.tables.rows.ratings import RatingRow
from addin.core.tables.rows.settings import Settings
from addin.glossary import header
from tests.grids import grid

HEADINGS = {
    key: header("ratings", key)
    for key in ("year", "member", "tasks_assigned", "points_general", "votes_htxs", "votes_htt", "cell_level", "final_level")
}
AN = {"year": 2024, "member": "Nguyễn Văn An", "tasks_assigned": 10, "points_general": 27.5, "votes_htxs": 3, "votes_htt": 9, "cell_level": "HTT"}
BINH = {"year": 2024, "member": "Trần Thị Bình", "tasks_assigned": 8, "votes_htt": 12, "cell_level": "HTT", "final_level": "HTT"}
BEFORE = {"year": 2023, "member": "Nguyễn Văn An", "votes_htt": 11, "cell_level": "HTT"}
KEYS = ("year", "member", "tasks_assigned", "points_general", "votes_htxs", "votes_htt", "cell_level")


def book(*rows, keys=KEYS, headings=HEADINGS):
    """A workbook of one rating sheet: a heading row, then the rows; keys without a value are blank."""
    return read_book([grid("Xếp loại", tuple(headings[key] for key in keys), *(tuple(row.get(key) for key in keys) for row in rows))])


def changes(sealed, now, year=2024):
    seal = parse_seal(seal_of(sealed, year).text)
    return changes_of(now, year, seal)


def cells(places):
    return [place.cell for place in places]


SEALED = book(AN, BINH, BEFORE)


def test_the_setting_is_read_back_whole():
    """Words first, then the seal; a reason may hold anything."""
    frozen = FrozenYear(2024, date(2025, 1, 20), "124-QĐ/TW, 25-HD/BTCTW", seal_of(SEALED, 2024), "đủ; dấu 7: rồi; lý do khác")
    name, value = frozen.setting
    held = Settings(other={name: (value, SEALED.ratings[0].place())})

    found = frozen_years(Book(settings=held))[2024]

    assert value.startswith("2025-01-20; quy định 124-QĐ/TW, 25-HD/BTCTW; lý do đủ; dấu 7: rồi; lý do khác; dấu 1: ratings ")
    assert (found.on, found.rules, found.reason, found.seal) == (frozen.on, frozen.rules, frozen.reason, frozen.seal)


def test_the_seal_holds_no_name_and_no_value():
    """It lies open in the workbook and may leave it in a copy."""
    text = seal_of(SEALED, 2024).text

    assert not any(word in text for word in ("Nguyễn", "Bình", "27.5", "HTT"))


def test_the_same_rows_elsewhere_are_the_same():
    """Order, place and another year do not matter; 27,50 is 27.5."""
    moved = book(BEFORE | {"votes_htt": 1}, BINH, AN | {"points_general": "27,50"})

    found = changes(SEALED, moved)

    assert not found.is_edited
    assert not found.is_outdated


def test_edited_squares_are_named():
    """Each of them, in its row and column."""
    found = changes(SEALED, book(AN | {"votes_htxs": 4, "cell_level": "HTXS"}, BINH | {"points_general": 20}, BEFORE))

    assert cells(found.squares) == ["E2", "G2", "D3"]
    assert found.is_edited
    assert (found.added, found.removed, found.lost, found.somewhere) == ((), (), (), ())


def test_a_row_added_and_a_row_taken_out_are_told():
    """The one by its row, the other by its table."""
    found = changes(SEALED, book(AN, {"year": 2024, "member": "Lê Lạ", "votes_htt": 5}, BEFORE))

    assert cells(found.added) == ["3"]
    assert found.removed == (("ratings", 1),)
    assert found.squares == ()


@pytest.mark.parametrize("keys", [(*KEYS, "final_level"), ("final_level", *KEYS)])
def test_a_column_that_comes_later_breaks_nothing(keys):
    """An unread heading the program now reads, or one the cell added: its squares are only not sealed yet."""
    unread = book(AN, BINH, keys=keys, headings=HEADINGS | {"final_level": "Ghi ở phòng bên"})
    found = changes(unread, book(AN, BINH, keys=keys))

    assert not found.is_edited
    assert found.is_outdated
    assert [place.row for place in found.unsealed] == [3]


def test_a_later_column_without_values_says_nothing():
    """Nothing is unsealed where nothing is written."""
    found = changes(book(AN, BEFORE), book(AN, BEFORE, keys=(*KEYS, "final_level")))

    assert not found.is_edited
    assert not found.is_outdated


def test_a_column_filled_in_later_is_an_edit():
    """The sheet had it, blank, when the year was sealed."""
    with_final = (*KEYS, "final_level")

    found = changes(book(AN, keys=with_final), book(AN | {"final_level": "HTXS"}, keys=with_final))

    assert cells(found.squares) == ["H2"]


def test_a_square_that_could_not_be_read_and_now_can_is_no_edit():
    """“hai bốn” was no number when the year was sealed."""
    found = changes(book(AN | {"tasks_assigned": "hai bốn"}, BINH), book(AN | {"tasks_assigned": 24}, BINH))

    assert not found.is_edited
    assert cells(found.unsealed) == ["C2"]


def test_an_edit_beside_a_better_reading_is_an_edit():
    """What is read better excuses nothing else."""
    found = changes(book(AN | {"tasks_assigned": "hai bốn"}, BINH), book(AN | {"tasks_assigned": 24, "votes_htt": 8}, BINH))

    assert cells(found.squares) == ["F2"]


def test_a_lost_column_is_told_as_a_column():
    """Not as a square in each row."""
    found = changes(SEALED, book(AN, BINH, BEFORE, keys=tuple(key for key in KEYS if key != "votes_htt")))

    assert found.lost == (("ratings", "votes_htt"),)
    assert found.squares == ()


@record
class Proposing(RatingRow):
    """A rating row with our own column."""

    proposed_level: Level | None = col.level()


def test_what_the_program_itself_writes_is_never_sealed(monkeypatch):
    """`proposed_*` is rewritten by every `rate`."""
    monkeypatch.setattr(seal_module, "ROW_TYPES", ROW_TYPES | {"ratings": Proposing})
    columns = {"year": 1, "member": 2, "votes_htt": 3, "proposed_level": 4}
    table = FoundTable("ratings", "Xếp loại", (1,), 2, 2, columns)

    def proposing(votes, level):
        row = Proposing(source=RowSource("Xếp loại", 2, columns), year=2024, member="An", votes_htt=votes, proposed_level=level)
        return Book(ratings=(row,), layout=(table,))

    before = proposing(9, None)

    assert changes(before, proposing(9, Level.HTXS)) == Changes()
    assert cells(changes(before, proposing(8, Level.HTXS)).squares) == ["C2"]


def test_a_key_the_program_no_longer_knows_only_asks_to_freeze_again():
    """What is still known is compared sign by sign."""
    text = seal_of(SEALED, 2024).text.replace("votes_htt", "votes_gone")

    same, edited = (changes_of(now, 2024, parse_seal(text)) for now in (SEALED, book(AN | {"votes_htxs": 1}, BINH)))

    assert (same.is_edited, same.is_outdated) == (False, True)
    assert cells(edited.squares) == ["E2"]


def test_a_table_that_was_not_read_when_sealed_is_not_sealed_yet():
    """Kiểm phiếu recognised later."""
    seal = seal_of(SEALED, 2024)
    ballots = grid("Kiểm phiếu", tuple(header("ballot_counts", key) for key in ("year", "meeting_on", "issued")), (2024, date(2024, 12, 20), 12))
    rows = grid("Xếp loại", tuple(HEADINGS[key] for key in KEYS), *(tuple(row.get(key) for key in KEYS) for row in (AN, BINH)))

    found = changes_of(read_book([rows, ballots]), 2024, seal)

    assert not found.is_edited
    assert [place.sheet for place in found.unsealed] == ["Kiểm phiếu"]


def test_a_year_too_long_for_a_square_keeps_digests_only():
    """A setting fits the 32,767 signs of a square, and an edit is still seen."""
    many = [AN | {"member": f"Nguyễn Văn {number}"} for number in range(3000)]

    seal = seal_of(book(*many), 2024)
    found = changes_of(book(*many[:-1], many[-1] | {"votes_htt": 1}), 2024, parse_seal(seal.text))

    assert len(seal.text) < 32_000
    assert found.somewhere == ("ratings",)


@pytest.mark.parametrize("text", ["ratings", "ratings xyz (year)", "strangers 0123456789abcdef (year)", "ratings 0123456789abcdef (year) ö"])
def test_a_seal_somebody_wrote_in_is_none(text):
    """And the year stays frozen: `check` says what happened to it."""
    held = Settings(other={"Khoá năm 2024": (f"2025-01-20; quy định A; lý do B; dấu {VERSION}: {text}", SEALED.ratings[0].place())})

    assert parse_seal(text) is None
    assert frozen_years(Book(settings=held))[2024].seal is None
