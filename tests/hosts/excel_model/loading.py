"""A workbook of a file in memory, by openpyxl."""

from __future__ import annotations

from tests.hosts.excel_model.addresses import corners_of
from tests.hosts.excel_model.workbook import MemoryBook, MemorySheet, Square, squares_of


def load(path):
    """The workbook of a file, as Excel would have it open. openpyxl is loaded here only: a bench must not pay for it."""
    import openpyxl

    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    sheets = [_sheet(formulas[name], values[name]) for name in formulas.sheetnames]
    locked = bool(formulas.security and formulas.security.lockStructure)
    is_1904 = formulas.epoch.year == 1904
    names = {name: item.attr_text for name, item in formulas.defined_names.items()}
    return MemoryBook(path.name, str(path.parent), sheets, sheets[formulas.index(formulas.active)], is_1904, locked, names=names)


def _sheet(formulas, values):
    sheet = MemorySheet(formulas.title, visible={"visible": -1, "hidden": 0, "veryHidden": 2}[formulas.sheet_state])
    sheet.protected = bool(formulas.protection.sheet)
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value is None and not cell.has_style:
                continue
            sheet.squares[cell.row, cell.column] = _square(cell, values.cell(cell.row, cell.column))
            if cell.hyperlink and cell.hyperlink.location:
                sheet.links[cell.row, cell.column] = (cell.hyperlink.location, cell.hyperlink.tooltip)
            if cell.comment:
                sheet.notes[cell.row, cell.column] = cell.comment.text
    sheet.spilled = _spilled(formulas)
    sheet.merged = [corners_of(area.coord) for area in formulas.merged_cells.ranges]
    sheet.hidden_rows = {number for number, row in formulas.row_dimensions.items() if row.hidden}
    sheet.hidden_columns = _hidden_columns(formulas)
    if formulas.auto_filter.ref and formulas.auto_filter.filterColumn:
        first_row, _, last_row, _ = corners_of(formulas.auto_filter.ref)
        sheet.filtered_rows = {row for row in sheet.hidden_rows if first_row < row <= last_row}
        sheet.hidden_rows -= sheet.filtered_rows
    sheet.arrows = corners_of(formulas.auto_filter.ref) if formulas.auto_filter.ref else None
    sheet.names = {name: item.attr_text for name, item in formulas.defined_names.items()}
    sheet.charts = [list(_series(chart)) for chart in formulas._charts]
    sheet.pivots = len(formulas._pivots)
    sheet.tables = {table.displayName: corners_of(table.ref) for table in formulas.tables.values()}
    for rule in formulas.data_validations.dataValidation:
        if rule.type == "list":
            _take_list(sheet, rule)
    return sheet


def _series(chart):
    """The formula of each series of a chart, as Excel shows it."""
    for number, one in enumerate(chart.ser, 1):
        names = one.cat and (one.cat.strRef or one.cat.numRef)
        yield f"=SERIES(,{names.f if names else ''},{one.val.numRef.f},{number})"


def _spilled(formulas):
    """The squares a formula fills besides its own."""
    cells = [cell for row in formulas.iter_rows() for cell in row if hasattr(cell.value, "ref")]
    return {at for cell in cells for at in squares_of(corners_of(cell.value.ref)) if at != (cell.row, cell.column)}


def _hidden_columns(formulas):
    hidden = [column for column in formulas.column_dimensions.values() if column.hidden]
    return {number for column in hidden for number in range(column.min, min(column.max, 300) + 1)}


def _take_list(sheet, rule):
    """What a list offers is asked of every list; words that stand in the rule and are insisted on are judged."""
    is_written = rule.formula1.startswith('"')
    for area in rule.sqref.ranges:
        first_row, first_column, last_row, last_column = corners_of(area.coord)
        for at in squares_of((first_row, first_column, min(last_row, first_row + 200), last_column)):
            sheet.lists[at] = rule.formula1.strip('"') if is_written else f"={rule.formula1.removeprefix('=')}"
            if is_written and rule.showErrorMessage:
                sheet.allowed[at] = tuple(rule.formula1.strip('"').split(","))


def _square(cell, computed):
    is_formula = cell.data_type == "f"
    value = computed.value if is_formula else cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = float(value)
    text = getattr(cell.value, "text", cell.value) if is_formula else None
    return Square(
        value,
        text,
        cell.number_format,
        bool(cell.protection.locked),
        cell.font.name or "Calibri",
        (computed if is_formula else cell).data_type == "e",
        is_formula and not isinstance(cell.value, str),
        bool(cell.alignment.wrap_text),
        1 if cell.border.left and cell.border.left.style else -4142,
        bool(cell.font.b),
        0 if cell.fill.fill_type else None,
    )
