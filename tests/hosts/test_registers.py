"""A register of numbers belongs to a cell: shared by its workbooks under any name, never by two cells (F40)."""

from __future__ import annotations

import json
from datetime import date

import pytest

from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.settings import Settings
from addin.core.tables.series import Series
from addin.errors import Misuse
from addin.hosts import registers
from addin.hosts.numbers import NumberRegister
from addin.hosts.registers import OWNER, register_of, registers_in
from tests.builders import row

DAY = date(2026, 11, 28)
SERIES = Series("QĐ", "2026")
PLAIN = "Sổ số văn bản"


def book(cell="Chi bộ Một", superior="Đảng uỷ Sở A", *prints):
    rows = tuple(row(Document, number, fingerprint=sha256) for number, sha256 in enumerate(prints, start=2))
    return Book(Settings(cell_name=cell, superior_name=superior), documents=rows)


def take(home, asking, fingerprint=""):
    """The next number of the cell, issued; register's name and number."""
    register = register_of(home, asking)
    with register.at_work():
        number = register.next_number(SERIES)
        claim = register.claim(register.place(SERIES, number), DAY, "inspection-decision")
        register.issue(claim, f"{number}.docx", fingerprint)
    return register.folder.name, number


def legacy(home, *numbers, fingerprint=""):
    """A register from before registers had owners."""
    register = NumberRegister(home / PLAIN)
    for number in numbers:
        register.issue(register.claim(register.place(SERIES, number), DAY, "x"), "x.docx", fingerprint)


def test_two_cells_of_one_folder_count_apart(tmp_path):
    """Each from one, in a folder that is called after it."""
    one, two = book(), book("Chi bộ Hai")

    assert [take(tmp_path, cell) for cell in (one, two, one, two)] == [
        (PLAIN, 1), (f"{PLAIN} - Chi bộ Hai", 1), (PLAIN, 2), (f"{PLAIN} - Chi bộ Hai", 2),
    ]  # fmt: skip


def test_cells_of_one_name_under_two_superiors_are_two(tmp_path):
    """“Chi bộ 1” is everywhere."""
    cells = [book("Chi bộ 1", f"Đảng uỷ {name}") for name in "ABC"]

    taken = [take(tmp_path, cell) for cell in (*cells, *cells)]

    assert [number for _, number in taken] == [1, 1, 1, 2, 2, 2]
    assert [folder for folder, _ in taken[:3]] == [PLAIN, f"{PLAIN} - Chi bộ 1", f"{PLAIN} - Chi bộ 1 (Đảng uỷ C)"]


@pytest.mark.parametrize(
    ("cell", "superior"), [("chi bộ một", "đảng ủy sở a"), ("Chi  bộ Một", None), ("CHI BỘ MỘT", "Đảng uỷ Sở A")], ids=["case", "no superior", "capitals"]
)
def test_however_it_is_written_it_is_the_same_cell(tmp_path, cell, superior):
    """A second workbook of the cell, the next year's copy, one under another file name: all count on."""
    take(tmp_path, book())

    assert take(tmp_path, book(cell, superior)) == (PLAIN, 2)


def test_a_cell_called_otherwise_is_known_by_its_papers(tmp_path):
    """The workbook has a paper of the register; both names are known from then on."""
    take(tmp_path, book(), "f" * 64)

    assert take(tmp_path, book("Chi bộ Văn phòng", "Đảng uỷ Sở A", "f" * 64)) == (PLAIN, 2)
    assert take(tmp_path, book("Chi bộ Văn phòng")) == (PLAIN, 3)
    assert take(tmp_path, book()) == (PLAIN, 4)


def test_a_workbook_that_names_no_cell_is_never_guessed(tmp_path):
    """The only register there is; of several it is asked."""
    nameless = book(None, None)
    assert take(tmp_path, nameless) == (PLAIN, 1)
    assert take(tmp_path, book()) == (PLAIN, 2)
    assert take(tmp_path, nameless) == (PLAIN, 3)
    take(tmp_path, book("Chi bộ Hai"))

    with pytest.raises(Misuse, match="chưa ghi tên chi bộ"):
        register_of(tmp_path, nameless)


class TestRegistersFromBefore:
    """Existing registers are taken over where they lie: nothing is moved, no number is lost or given twice."""

    def test_the_first_who_asks_goes_on(self, tmp_path):
        """And the numbers of then stay used for everybody, in their series alone."""
        legacy(tmp_path, 7, 8)

        assert take(tmp_path, book()) == (PLAIN, 9)
        assert take(tmp_path, book("Chi bộ Hai")) == (f"{PLAIN} - Chi bộ Hai", 9)
        assert register_of(tmp_path, book("Chi bộ Hai")).next_number(Series("QĐ", "2027")) == 1
        assert NumberRegister(tmp_path / PLAIN).numbers(SERIES) == {7: "issued", 8: "issued", 9: "issued"}

    def test_its_papers_say_whose_it_is(self, tmp_path):
        """Another cell asked first and got one of its own: the papers prove the owner."""
        legacy(tmp_path, 7, fingerprint="f" * 64)
        owner = book("Chi bộ Hai", "Đảng uỷ Sở A", "f" * 64)

        assert take(tmp_path, owner) == (PLAIN, 8)
        assert take(tmp_path, book()) == (f"{PLAIN} - Chi bộ Một", 8)

    @pytest.mark.parametrize("text", ["", "{", '{"cell": 1}'], ids=["empty", "half", "strange"])
    def test_an_owner_nobody_can_read_loses_no_number(self, tmp_path, text):
        """It is as one from before."""
        take(tmp_path, book())
        (tmp_path / PLAIN / OWNER).write_text(text, encoding="utf-8")

        assert take(tmp_path, book()) == (PLAIN, 2)
        assert take(tmp_path, book("Chi bộ Hai"))[0] != PLAIN


def test_two_cells_that_come_at_once(tmp_path, monkeypatch):
    """Who finds the plain folder taken meanwhile takes no number there."""
    real = registers.registers_in
    monkeypatch.setattr(registers, "registers_in", lambda _: ())
    late = register_of(tmp_path, book("Chi bộ Hai"))
    monkeypatch.setattr(registers, "registers_in", real)
    take(tmp_path, book())

    with pytest.raises(Exception, match="vừa được lập cho chi bộ khác"), late.at_work():
        pass

    assert take(tmp_path, book("Chi bộ Hai")) == (f"{PLAIN} - Chi bộ Hai", 1)


def test_what_says_whose_it_is(tmp_path):
    """Names of cells, nobody's name."""
    take(tmp_path, book())

    assert json.loads((tmp_path / PLAIN / OWNER).read_text(encoding="utf-8")) == {"cell": "Chi bộ Một", "superior": "Đảng uỷ Sở A"}
    assert [one.folder.name for one in registers_in(tmp_path)] == [PLAIN]
