"""One contract more for every host: filtered, hidden, grouped, sorted, protected, spilled, merged: the same result or the same refusal."""

from __future__ import annotations

import pytest

from addin.core.places import Place
from addin.core.writes import RowAppend, Write, Writes
from addin.errors import CannotWrite, RefusedWrite
from tests.hosts.contract import hidden as looks
from tests.hosts.contract import persons
from tests.hosts.contract.hosts import HOSTS
from tests.hosts.memory_engine.lists import FIRST, LAST, NAMES, SHEET, old, results, wanted


@pytest.fixture(params=HOSTS)
def open_host(request):
    """How a workbook file becomes an open host."""
    return request.param


def read(host):
    return next(grid for grid in host.grids() if grid.sheet == SHEET)


def by_name(host):
    grid = read(host)
    rows = (row for row in range(1, grid.row_count + 1) if grid.at(row, 1) in NAMES)
    return {grid.at(row, 1): (grid.at(row, 4), grid.at(row, 5)) for row in rows}


def beside(host):
    """All but the two columns we write."""
    return [[value for column, value in enumerate(row, 1) if column not in {4, 5}] for row in read(host).values]


UNSEEN = {"in_view": set(), "filtered": set(range(FIRST, LAST, 2)), "hidden": {4, 5, 9, 14}, "grouped": set(range(5, 10)), "column_hidden": set(range(FIRST, LAST, 2))}  # fmt: skip


@pytest.mark.parametrize("look", UNSEEN)
def test_every_row_gets_its_own_result(open_host, tmp_path, look):
    """Seen or not; what is hidden stays hidden, a new row below is there."""
    with open_host(looks.made(tmp_path / "ds.xlsx", getattr(looks, look))) as host:
        before = beside(host)

        host.apply(Writes(results().squares, (RowAppend(SHEET, LAST, ((1, "Quân"), (4, "mới")), "thử"),)))

        after = read(host)
        assert by_name(host) == {name: wanted(name) for name in NAMES}
        assert after.row(LAST + 1)[:4] == ("Quân", None, None, "mới")
        assert beside(host)[:LAST] == before
        assert {row for row in after.hidden_rows if row <= LAST} == UNSEEN[look]


@pytest.mark.parametrize("look", UNSEEN)
@pytest.mark.parametrize("does", [persons.nothing, persons.filters, persons.sorts, persons.puts_rows_in])
def test_undo_is_whole_and_right_or_nothing_is_taken_back(open_host, tmp_path, look, does):
    """Whatever a person did in between: every name has its old result again, or all is as it was and the reason is said."""
    path = looks.made(tmp_path / "ds.xlsx", getattr(looks, look))
    with open_host(path) as host:
        host.apply(results())
        does(host, path)
        held, seen = beside(persons.as_now(host, path)), by_name(persons.as_now(host, path))
        said = None

        try:
            persons.takes_back(host, path)
        except CannotWrite as refused:
            said = refused.message

        assert seen == {name: wanted(name) for name in NAMES}
        assert by_name(persons.as_now(host, path)) == {name: (wanted if said else old)(name) for name in NAMES}
        assert beside(persons.as_now(host, path)) == held
        assert (said is None) or (does is not persons.nothing and said)


@pytest.mark.parametrize(
    ("look", "cell", "reason"),
    [
        ("protected", "D3", "ô này bị khoá vì trang tính đang được bảo vệ"),
        ("protected", "D4", "ô này bị khoá vì trang tính đang được bảo vệ"),
        ("spilled", "D5", "ô này có công thức"),
        ("spilled", "D6", "ô này thuộc vùng kết quả của một công thức mảng hoặc bảng dữ liệu (What-If)"),
        ("spilled", "D7", "ô này thuộc vùng kết quả của một công thức mảng hoặc bảng dữ liệu (What-If)"),
        ("merged", "D5", "ô này nằm trong vùng gộp của ô D4"),
    ],
)
def test_the_same_square_is_refused_in_the_same_words(open_host, tmp_path, look, cell, reason):
    """Hidden by the filter or not; the good square beside is not written either."""
    with open_host(looks.made(tmp_path / "ds.xlsx", getattr(looks, look))) as host:
        before = read(host).values

        with pytest.raises(RefusedWrite) as refused:
            host.apply(Writes((Write(Place.at(SHEET, cell), "mới", "thử"), *(() if look == "protected" else results(rows=[12]).squares))))

        assert refused.value.message == f"Không ghi vào '{SHEET}'!{cell}: {reason}. Chưa có gì thay đổi."
        assert read(host).values == before
