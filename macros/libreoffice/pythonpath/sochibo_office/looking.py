"""What somebody must know of squares before writing them: locks, data validation, whose a sheet is."""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

import re

from com.sun.star.container import NoSuchElementException
from com.sun.star.sheet.ValidationAlertStyle import STOP
from com.sun.star.uno import RuntimeException

from . import reading

MARK = "_sochibo"
MOST_WORDS = 5_000
_WORD = re.compile(r'"((?:[^"]|"")*)"')


def is_ours(sheet):
    """Whether a sheet carries the mark every host puts on a sheet of ours."""
    return sheet.NamedRanges.hasByName(MARK)


def look_at_book(document):
    """What is locked as a whole, and the sheets there are."""
    return {
        "read_only": bool(document.isReadonly()),
        "structure_locked": bool(document.isProtected()),
        "sheets": [
            {
                "name": sheet.Name,
                "ours": is_ours(sheet),
                "protected": bool(sheet.isProtected()),
                "pivots": bool(sheet.DataPilotTables.ElementNames),
            }
            for sheet in document.Sheets
        ],
        "tables": list(_tables(document)),
    }


def _tables(document):
    """Database ranges with a name: what Excel calls tables."""
    for name in document.DatabaseRanges.ElementNames:
        table = document.DatabaseRanges.getByName(name)
        area = table.DataArea
        yield {
            "name": name,
            "sheet": document.Sheets.getByIndex(area.Sheet).Name,
            "area": reading.rectangle(area),
            "totals": bool(table.TotalsRow),
            "headings": bool(table.ContainsHeader),
        }


def look_at_squares(document, name, squares):
    """For each square: whether it is locked on a protected sheet, and the rule that stops wrong entries."""
    sheet = document.Sheets.getByName(name)
    is_protected = sheet.isProtected()
    known = {}
    found = []
    for row, column in squares:
        square = sheet.getCellByPosition(column - 1, row - 1)
        found.append(
            {
                "locked": bool(is_protected and square.CellProtection.IsLocked),
                "rule": _rule(document, sheet, square.Validation, known),
            }
        )
    return found


def drop_down(document, name, row, column):
    """The words a square's list offers, whether it insists on them or not."""
    sheet = document.Sheets.getByName(name)
    rule = sheet.getCellByPosition(column - 1, row - 1).Validation
    return _words(document, sheet, rule.getFormula1()) if rule.Type.value == "LIST" else []


def _rule(document, sheet, rule, known):
    """The data validation of a square in plain words; None where none stops anything."""
    kind = rule.Type.value
    if kind in {"ANY", "CUSTOM"} or not rule.ShowErrorMessage or rule.ErrorAlertStyle != STOP:
        return None
    limits = (rule.getFormula1(), rule.getFormula2())
    key = (kind, limits)
    if key not in known:
        words = _words(document, sheet, limits[0]) if kind == "LIST" else []
        known[key] = {"kind": kind, "operator": rule.getOperator().value, "limits": list(limits), "words": words}
    return known[key]


def _words(document, sheet, formula):
    """The words of a list: written in the rule, or standing in the range or named range it shows."""
    written = _WORD.findall(formula)
    if written:
        return [word.replace('""', '"') for word in written]
    named = document.NamedRanges
    asked = named.getByName(formula).Content if named.hasByName(formula) else formula
    area = _area(document, sheet, asked)
    if area is None:
        return []
    address = area.RangeAddress
    if (address.EndRow - address.StartRow + 1) * (address.EndColumn - address.StartColumn + 1) > MOST_WORDS:
        return []
    return [
        text
        for row in range(address.EndRow - address.StartRow + 1)
        for column in range(address.EndColumn - address.StartColumn + 1)
        if (text := area.getCellByPosition(column, row).getString())
    ]


def _area(document, sheet, reference):
    """A range written as LibreOffice writes it, `$'Danh mục'.$A$2:$A$9`; None where it is none."""
    name, _, cells = reference.rpartition(".")
    try:
        if name:
            plain = name.lstrip("$")
            plain = plain[1:-1].replace("''", "'") if plain.startswith("'") else plain
            sheet = document.Sheets.getByName(plain)
        return sheet.getCellRangeByName(cells.replace("$", ""))
    except (NoSuchElementException, RuntimeException):
        return None
