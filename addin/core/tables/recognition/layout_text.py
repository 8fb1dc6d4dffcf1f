"""A confirmed layout as one row of "Thiết lập", in words the secretary can read and correct, and back."""

from __future__ import annotations

from addin import glossary
from addin.core.places import Place, column_number
from addin.core.tables.recognition.heading_words import one_line
from addin.core.tables.recognition.shapes import heading_name, key_named
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.patterns import pattern

LAYOUT_PREFIX = "Bố cục:"
_NO_TABLE = "Không đọc"
_UNUSED = "Không dùng"
_NO_TABLE_VALUE = "không phải bảng của sổ"
_ITEMS = pattern(r"\s*(?:;|\n)\s*")
_ROWS = pattern(r"dòng\s*(\d+)(?:\s*-\s*(\d+))?")
_COLUMN = pattern(r"(?P<heading>[^=]+)=\s*(?P<letters>[A-Za-z]{1,3})\s*(?:“(?P<title>[^”]*)”)?\s*")


def layout_setting(found: FoundTable) -> tuple[str, str]:
    """(Mục, Giá trị) of a confirmed layout."""
    rows = f"dòng {found.heading_rows[0]}-{found.heading_rows[-1]}"
    columns = [
        f"{heading_name(found.table, key)}={Place('', 0, column).cell} “{one_line(found.titles.get(key, ''))}”"
        for key, column in sorted(found.columns.items(), key=lambda item: item[1])
    ]
    columns += [f"{_UNUSED}={Place('', 0, column).cell} “”" for column in sorted(found.declined)]
    return f"{LAYOUT_PREFIX} {glossary.sheet_name(found.table)} @ {found.sheet}", "; ".join([rows, *columns])


def ignored_setting(sheet: str) -> tuple[str, str]:
    """(Mục, Giá trị) of a sheet that a person said is no table of ours."""
    return f"{LAYOUT_PREFIX} {_NO_TABLE} @ {sheet}", _NO_TABLE_VALUE


def ignored_sheet(name: str) -> str | None:
    """The sheet an `ignored_setting` is about; None where the row is something else."""
    table, sheet = _split(name)
    return sheet if sheet and glossary.fold(table) == glossary.fold(_NO_TABLE) else None


def parse_layout(name: str, value: str) -> FoundTable | None:
    """The inverse of `layout_setting`; None where it cannot be understood."""
    table_name, sheet = _split(name)
    table = glossary.sheet_names().get(glossary.fold(table_name))
    rows, *items = [item for item in _ITEMS.split(value) if item]
    match = _ROWS.fullmatch(rows.strip())
    if table is None or table not in ROW_TYPES or match is None or not sheet:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    columns, titles, declined = {}, {}, []
    for item in items:
        column = _COLUMN.fullmatch(item)
        if column is not None and glossary.fold(column["heading"]) == glossary.fold(_UNUSED):
            declined.append(column_number(column["letters"]))
            continue
        key = key_named(table, column["heading"]) if column else None
        if column is None or key is None:
            return None
        columns[key] = column_number(column["letters"])
        titles[key] = column["title"] or ""
    if not columns or not 1 <= first <= last:
        return None
    rows_of_headings = tuple(range(first, last + 1))
    return FoundTable(
        table, sheet, rows_of_headings, last + 1, last, columns, confirmed=True, titles=titles, declined=frozenset(declined)
    )


def layout_sheet(name: str) -> str | None:
    """The sheet a layout row is about, whatever it says of it; None where it is no layout row."""
    return _split(name)[1] or None if name.startswith(LAYOUT_PREFIX) else None


def _split(name: str) -> tuple[str, str]:
    """Table and sheet; the sheet's own name may hold an @."""
    table, _, sheet = name.removeprefix(LAYOUT_PREFIX).strip().partition(" @ ")
    return table, sheet
