"""The facts of an OpenDocument spreadsheet, from its content part.

Fonts are left out: in OpenDocument they hang on named styles three levels deep, and the text itself tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from addin.core.grids import Range
from addin.hosts.closed.guard.opening import Package, damaged
from addin.hosts.closed.read.scan import ScannedBook, ScannedSheet, SheetFacts, Square, squares_of
from addin.hosts.extent import farther, is_far

_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})


def scan_ods(package: Package, file_name: str) -> ScannedBook:
    """All sheets of the content part."""
    content = package.part("content.xml")
    if content is None:
        raise damaged(file_name, "thiếu phần nội dung")
    collector = _Collector()
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.text
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        raise damaged(file_name, "phần nội dung không đọc được") from error
    return ScannedBook(tuple(collector.sheets))


class _Collector:
    """Follows the content part; repeated rows and squares are counted, not walked."""

    def __init__(self) -> None:
        self.sheets: list[ScannedSheet] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._depth = 0
        self._in_note = False
        self._cell: Mapping[str, str] | None = None
        self._words: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A start tag; attributes by their names without namespaces, calcext's own value type kept apart."""
        tag = name.rpartition("|")[2]
        plain = {_key(key): value for key, value in attributes.items()}
        if tag == "style":
            self._style = plain.get("name", "")
        elif tag == "table-properties" and plain.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._open_sheet(plain)
        elif self._depth == 1 and tag == "table-row":
            self._row_repeat = int(plain.get("number-rows-repeated", 1))
            self._column = 1
            if plain.get("visibility") in _HIDDEN:
                self._hidden.update(range(self._row, self._row + min(self._row_repeat, 20_000)))
        elif self._depth == 1 and tag in _CELLS:
            self._cell, self._words = plain, []
        elif tag == "annotation":
            self._in_note = True

    def text(self, text: str) -> None:
        """The words shown in a square."""
        if self._cell is not None and not self._in_note:
            self._words.append(text)

    def end(self, name: str) -> None:
        """An end tag."""
        tag = name.rpartition("|")[2]
        if tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self._close_sheet()
        elif self._depth == 1 and tag == "table-row":
            self._row += self._row_repeat
        elif self._depth == 1 and tag in _CELLS and self._cell is not None:
            self._close_square(self._cell)
            self._cell = None
        elif tag == "annotation":
            self._in_note = False

    def _open_sheet(self, attributes: Mapping[str, str]) -> None:
        self._name = attributes.get("name", "")
        self._state = "hidden" if attributes.get("style-name") in self._hidden_styles else "visible"
        self._row, self._column, self._row_repeat = 1, 1, 1
        self._errors: dict[Square, str] = {}
        self._uncached: set[Square] = set()
        self._formulas: set[Square] = set()
        self._merged: list[Range] = []
        self._hidden: set[int] = set()
        self._far: Square | None = None

    def _close_square(self, cell: Mapping[str, str]) -> None:
        repeat = int(cell.get("number-columns-repeated", 1))
        words = "".join(self._words)
        formula = cell.get("formula")
        if formula is not None or words or "value-type" in cell:
            last = self._row + self._row_repeat - 1, self._column + repeat - 1
            if is_far(*last):
                self._far = farther(self._far, last)
            else:
                self._note(squares_of(Range(self._row, self._column, *last)), cell, words)
        rows, columns = int(cell.get("number-rows-spanned", 1)), int(cell.get("number-columns-spanned", 1))
        if rows > 1 or columns > 1:
            self._merged.append(Range(self._row, self._column, self._row + rows - 1, self._column + columns - 1))
        self._column += repeat

    def _note(self, squares: frozenset[Square], cell: Mapping[str, str], words: str) -> None:
        if "formula" in cell:
            self._formulas |= squares
            if "value-type" not in cell:
                self._uncached |= squares
        if cell.get("shown-value-type") == "error" or ("formula" in cell and words.startswith(("#", "Err:"))):
            self._errors.update(dict.fromkeys(squares, words))

    def _close_sheet(self) -> None:
        facts = SheetFacts(
            self._errors,
            frozenset(self._uncached),
            frozenset(self._formulas),
            tuple(self._merged),
            frozenset(self._hidden),
            far=self._far,
        )
        self.sheets.append(ScannedSheet(self._name, self._state, facts))


def _key(name: str) -> str:
    namespace, _bar, local = name.rpartition("|")
    return f"shown-{local}" if namespace.endswith("calcext:1.0") else local
