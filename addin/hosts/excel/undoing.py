"""Takes our last write in a live workbook back: squares, sheets of ours, notes of ours; nothing of anybody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.grids import SquareError
from addin.core.places import Place
from addin.core.writes import Note, SheetReplace
from addin.errors import ChangedMeanwhile
from addin.hosts.excel.areas import blocks
from addin.hosts.excel.notes import notes_in, replace_notes
from addin.hosts.excel.own_sheets import found_sheet, is_ours, remove_sheet, replace_sheet
from addin.hosts.excel.reading import square as square_of
from addin.hosts.excel.room import strange_squares, taken_out
from addin.hosts.excel.tables import resize
from addin.hosts.excel.values import same
from addin.hosts.excel.writing import formats_of, put
from addin.hosts.live_room import made_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import xlwings

    from addin.core.grids import Grid, Raw
    from addin.core.writes import Value
    from addin.hosts.excel.taking_back import Record, SheetBefore, SquareBefore

_SHOWN = 3


def refuse_changed(book: xlwings.Book, record: Record, read: Callable[[xlwings.Sheet], Grid]) -> None:
    """ChangedMeanwhile where a person changed a square or a sheet of ours since; it may be the work of an hour."""
    changed = [*_changed_squares(book, record, read), *_changed_sheets(book, record, read)]
    if changed:
        more = f" và {len(changed) - _SHOWN} chỗ nữa" if len(changed) > _SHOWN else ""
        raise ChangedMeanwhile(
            f"Chưa hoàn tác gì: {', '.join(changed[:_SHOWN])}{more} đã được sửa sau lần ghi của Sổ Chi bộ.",
            "Dùng Ctrl+Z của Excel cho phần tự sửa trước, hoặc sửa tay các ô ấy.",
        )


def _changed_squares(book: xlwings.Book, record: Record, read: Callable[[xlwings.Sheet], Grid]) -> Iterator[str]:
    grids: dict[str, Grid | None] = {}
    for square in record.squares:
        if square.sheet not in grids:
            sheet = found_sheet(book, square.sheet)
            grids[square.sheet] = read(sheet) if sheet else None
        grid = grids[square.sheet]
        held = grid.at(square.row, square.column) if grid else None
        if grid is None or not (same(held, square.after) or same(held, square.before)):
            yield str(Place(square.sheet, square.row, square.column))
    for gap in record.rows:
        if gap.sheet not in grids:
            sheet = found_sheet(book, gap.sheet)
            grids[gap.sheet] = read(sheet) if sheet else None
    yield from strange_squares(book, record, {name: grid for name, grid in grids.items() if grid is not None})


def _changed_sheets(book: xlwings.Book, record: Record, read: Callable[[xlwings.Sheet], Grid]) -> Iterator[str]:
    for kept in record.sheets:
        sheet = found_sheet(book, kept.sheet)
        if sheet is None or not is_ours(sheet):
            continue
        grid = read(sheet)
        if not (_holds(grid, kept.after) or (kept.before is not None and _holds(grid, kept.before))):
            yield f"sheet «{kept.sheet}»"


def _holds(grid: Grid, rows: tuple[tuple[Raw, ...], ...]) -> bool:
    """Exactly these rows: what a person added beside or below counts as changed."""
    height = max(len(rows), grid.row_count)
    for row in range(1, height + 1):
        meant = rows[row - 1] if row <= len(rows) else ()
        width = max(len(meant), len(grid.row(row)))
        for column in range(1, width + 1):
            wanted = meant[column - 1] if column <= len(meant) else None
            held = grid.at(row, column)
            if not same(held, wanted) and not (isinstance(wanted, str) and wanted.startswith("=")):
                return False
    return True


def restore(book: xlwings.Book, record: Record) -> None:
    """Put everything back that holds what we wrote; what was never reached is left alone."""
    for sheet_name, table, address in record.tables:
        resize(book, sheet_name, table, address)
    for name in dict.fromkeys(square.sheet for square in record.squares):
        made = made_rows(record.rows, name)
        _restore_squares(book.sheets[name], [one for one in record.squares if one.sheet == name and one.row not in made])
    for kept in record.sheets:
        _restore_sheet(book, kept)
    if record.notes is not None:
        replace_notes(book, notes_in(book), [Note(Place(note.sheet, note.row, note.column), note.text) for note in record.notes])
    taken_out(book, record.rows)


def _restore_squares(sheet: xlwings.Sheet, squares: Sequence[SquareBefore]) -> None:
    """Formats before values, so that a day or a text is not read as something else again."""
    for square in squares:
        if square.number_format is not None:
            square_of(sheet, square.row, square.column).number_format = square.number_format
        if isinstance(square.before, SquareError):
            square_of(sheet, square.row, square.column).raw_value = square.before.code
    values: dict[tuple[int, int], Value] = {
        (square.row, square.column): square.before  # type: ignore[misc]
        for square in squares
        if not isinstance(square.before, SquareError)
    }
    put(sheet, values, {square: text for area in blocks(values) for square, text in formats_of(sheet, area)})


def _restore_sheet(book: xlwings.Book, kept: SheetBefore) -> None:
    if kept.before is None:
        remove_sheet(book, kept.sheet)
    elif found_sheet(book, kept.sheet) is not None:
        rows: tuple[tuple[Value, ...], ...] = kept.before  # type: ignore[assignment]
        has_formulas = any(isinstance(value, str) and value.startswith("=") for row in rows for value in row)
        replace_sheet(book, SheetReplace(kept.sheet, rows, kept.widths, formulas=has_formulas))
