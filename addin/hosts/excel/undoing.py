"""Whether our last write in a live workbook may be taken back: only what still stands as we left it, wherever it stands.

A square somebody changed since is the work of an hour; a row that is not found for certain is not guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from addin.core.places import Place
from addin.errors import ChangedMeanwhile
from addin.hosts.excel.comparing import holds, holds_sorted
from addin.hosts.excel.own_sheets import is_ours
from addin.hosts.excel.reaching import found_sheet, is_protected
from addin.hosts.excel.refusing import refuse_locked
from addin.hosts.excel.standing import Standing, found_rows
from addin.hosts.excel.tables import shrunk
from addin.hosts.excel.values import same
from addin.hosts.excel.year_sheets import strangers
from addin.hosts.live_room import made_rows
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from addin.core.grids import Grid
    from addin.hosts.excel.calls import Calls
    from addin.hosts.excel.taking_back import Record

_SHOWN = 3
_UNLOCK = "Bỏ bảo vệ trang tính trong Excel (Xem lại, Bỏ bảo vệ trang tính), rồi bấm lại nút."
_BY_HAND = "Dùng Ctrl+Z của Excel cho phần tự sửa trước, hoặc sửa tay các ô ấy."


def standing_of(book: Calls, record: Record, read: Callable[[Calls], Grid]) -> Standing:
    """Where the rows are now; ChangedMeanwhile where a person's work, or a row not found, is in the way."""
    names = dict.fromkeys([*(row.sheet for row in record.known), *(one.sheet for one in record.squares)])
    sheets = {name: found_sheet(book, name) for name in names}
    grids = {name: read(sheet) for name, sheet in sheets.items() if sheet is not None}
    standing = found_rows(record, grids)
    _refuse(list(_lost(record, standing)), "không tìm thấy lại {} (đã xoá, đã sửa nhiều ô, hoặc có dòng giống hệt)")
    changed = [*_changed_squares(record, grids, standing), *_strange_squares(record, grids, standing)]
    changed += [*_changed_sheets(book, record, read), *_changed_tables(book, record)]
    changed += [place for one in record.made for place in strangers(book, one.sheet, one.after, read)]
    _refuse(changed, "{} đã được sửa sau lần ghi của Sổ Chi bộ")
    _refuse(list(_scattered(record, standing)), "{} mới thêm đã bị sắp xếp lẫn vào các dòng cũ, hãy xoá tay")
    for name, sheet in sheets.items():
        if sheet is not None and is_protected(sheet):
            _refuse_shut(sheet, grids[name], record, standing)
    _refuse_shut_sheets(book, record)
    return standing


def _refuse_shut(sheet: Calls, grid: Grid, record: Record, standing: Standing) -> None:
    """RefusedWrite where a sheet was protected since."""
    rows = [row for name, row in rows_put_in(record, standing) if name == grid.sheet]
    if rows:
        refuse("trang tính đang được bảo vệ nên không xoá được dòng đã chèn", _UNLOCK, Place(grid.sheet, rows[0]))
    places = ((standing.row(one.sheet, one.row), one) for one in record.squares if one.sheet == grid.sheet)
    changed = {(row, one.column) for row, one in places if row and not same(grid.at(row, one.column), one.before)}
    refuse_locked(sheet, grid, changed)


def _refuse_shut_sheets(book: Calls, record: Record) -> None:
    """The same for sheets of ours, and for one that would go from a workbook whose sheets are held."""
    for kept in record.sheets:
        sheet = found_sheet(book, kept.sheet)
        if sheet is not None and is_ours(sheet) and is_protected(sheet):
            refuse("trang tính này đang được bảo vệ", _UNLOCK, Place(kept.sheet))
        if sheet is not None and kept.before is None and book.get("ProtectStructure"):
            _refuse_held(kept.sheet)
    for made in record.made:
        sheet = found_sheet(book, made.sheet)
        if sheet is not None and book.get("ProtectStructure"):
            _refuse_held(made.sheet)
        if sheet is not None and is_protected(sheet):
            refuse("trang tính này đang được bảo vệ", _UNLOCK, Place(made.sheet))


def _refuse_held(sheet: str) -> NoReturn:
    refuse("cấu trúc sổ đang khoá nên không bỏ trang tính được", "Vào Xem lại, bỏ Bảo vệ sổ làm việc, rồi bấm lại nút.", Place(sheet))


def _refuse(places: list[str], sentence: str) -> None:
    if places:
        more = f" và {len(places) - _SHOWN} chỗ nữa" if len(places) > _SHOWN else ""
        raise ChangedMeanwhile(f"Chưa hoàn tác gì: {sentence.format(', '.join(places[:_SHOWN]) + more)}.", _BY_HAND)


def _lost(record: Record, standing: Standing) -> Iterator[str]:
    """Rows with squares of ours. A row put in for the write may be gone: that is what taking back would do."""
    for sheet, row in dict.fromkeys((one.sheet, one.row) for one in record.squares):
        if standing.row(sheet, row) is None and row not in made_rows(record.rows, sheet):
            yield f"dòng {row} của sheet «{sheet}»"


def _changed_squares(record: Record, grids: Mapping[str, Grid], standing: Standing) -> Iterator[str]:
    for square in record.squares:
        row = standing.row(square.sheet, square.row)
        if row is None:
            continue
        held = grids[square.sheet].at(row, square.column)
        if not (same(held, square.after) or same(held, square.before)):
            yield str(Place(square.sheet, row, square.column))


def _strange_squares(record: Record, grids: Mapping[str, Grid], standing: Standing) -> Iterator[str]:
    """Squares of rows put in that hold what neither we nor a formula put there: they would go with the rows."""
    ours = {(one.sheet, standing.row(one.sheet, one.row), one.column) for one in record.squares}
    for sheet, row in rows_put_in(record, standing):
        grid = grids[sheet]
        for column, value in enumerate(grid.row(row), 1):
            if value is not None and (row, column) not in grid.formulas and (sheet, row, column) not in ours:
                yield str(Place(sheet, row, column))


def rows_put_in(record: Record, standing: Standing) -> list[tuple[str, int]]:
    """The rows put in between that are there now, from the bottom up: known themselves, or standing between known ones."""
    found: set[tuple[str, int]] = set()
    for sheet in dict.fromkeys(gap.sheet for gap in record.rows):
        made = made_rows(record.rows, sheet)
        known = {row.row for row in record.known if row.sheet == sheet}
        for row in made & known:
            now = standing.row(sheet, row)
            found |= {(sheet, now)} if now is not None else set()
        for above in {row - 1 for row in made - known} - made:
            below = next(row for row in range(above + 1, above + len(made) + 2) if row not in made)
            first, last = standing.row(sheet, above), standing.row(sheet, below)
            if first is not None and last is not None and last - first <= below - above:
                found |= {(sheet, row) for row in range(first + 1, last)}
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _changed_sheets(book: Calls, record: Record, read: Callable[[Calls], Grid]) -> Iterator[str]:
    for kept in record.sheets:
        sheet = found_sheet(book, kept.sheet)
        if sheet is None or not is_ours(sheet):
            continue
        grid = read(sheet)
        known = [rows for rows in (kept.after, kept.before) if rows is not None]
        if not any(holds(grid, rows) or holds_sorted(grid, rows) for rows in known):
            yield f"sheet «{kept.sheet}»"


def _changed_tables(book: Calls, record: Record) -> Iterator[str]:
    for table in record.tables:
        sheet = found_sheet(book, table.sheet)
        if sheet is None or shrunk(sheet, table) is None:
            yield f"bảng {table.table}"


def _scattered(record: Record, standing: Standing) -> Iterator[str]:
    """Rows added below that no longer stand together below the row they were added to: emptied they would leave holes."""
    for sheet in dict.fromkeys(row.sheet for row in record.known if row.is_new):
        made = made_rows(record.rows, sheet)
        added = sorted(row.row for row in record.known if row.sheet == sheet and row.is_new and row.row not in made)
        for row in added:
            above, now = standing.row(sheet, added[0] - 1), standing.row(sheet, row)
            if now is not None and added[0] > 1 and (above is None or now - above != row - added[0] + 1):
                yield f"dòng {now} của sheet «{sheet}»"
