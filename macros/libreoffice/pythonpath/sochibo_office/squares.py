"""One square set, by calls that LibreOffice can undo.

Trap: `setDataArray` and `setFormulaArray` leave nothing in the undo list, so whole blocks are never written.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201

from . import reading


def put(square, kind, value, formats):
    """One value, read by nobody as if it were typed: "0123" stays text, "=x" too."""
    if kind == "blank":
        square.clearContents(reading.CONTENT)
    elif kind == "text":
        square.setString(value)
    elif kind == "formula":
        square.setFormula(value)
    else:
        square.setValue(value)
        formats.fit(square, kind)
