"""`show`: each table with its own rows, a column a year with its year."""

from __future__ import annotations

from addin.core.tables.reading import read_book
from addin.output.show import table_line
from tests.grids import grid


def test_a_column_of_a_year_counts_its_own_rows():
    people = (("Nguyễn Văn Thử", "HTT", "HTXS"), ("Trần Thị Mẫu", "HTT", "HTT"), ("Lê Văn Ví", None, "HTN"))
    book = read_book([grid("Theo dõi XL", ("TT", "Họ và tên", 2023, 2024), *((at, *one) for at, one in enumerate(people, 1)))])

    told = [table_line(book, found) for found in book.layout]

    assert [line.partition("“Xếp loại”")[2] for line in told] == [" năm 2023: tiêu đề dòng 1, 2 dòng dữ liệu.", " năm 2024: tiêu đề dòng 1, 3 dòng dữ liệu."]
