"""Names of the workbook and charts that ended with the last record reach over the rows put in behind it.

Excel makes them short again by itself when those rows are deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.excel.calls import each, unless_refused
from addin.hosts.excel.reaching import sheets_in
from addin.hosts.live_room import grown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.hosts.excel.calls import Calls
    from addin.hosts.live_room import Gap

_OF_A_FILTER = "_FilterDatabase"


def lengthen_names(book: Calls, gap: Gap) -> None:
    """The workbook's names and its sheets' own, print areas among them; that of a filter is Excel's."""
    for name in each(book.get("Names")):
        refers = str(name.get("RefersTo"))
        longer = grown(refers, gap, "", 0)
        if longer != refers and not str(name.get("Name")).endswith(_OF_A_FILTER):
            name.put("RefersTo", longer)


def lengthen_charts(book: Calls, gap: Gap) -> int:
    """How many series Excel did not let be made longer: it asks for some data in view before it tells or takes a range."""
    return sum(not _is_long(series, gap) for chart in _charts(book) for series in each(chart.get("SeriesCollection")))


def _charts(book: Calls) -> Iterator[Calls]:
    for sheet in sheets_in(book):
        yield from (shape.get("Chart") for shape in each(sheet.get("ChartObjects")))
    yield from each(book.get("Charts"))


def _is_long(series: Calls, gap: Gap) -> bool:
    formula: str | None = unless_refused(lambda: str(series.get("Formula")), None)
    if formula is None:
        return False
    longer = grown(formula, gap, "", 0)
    if longer == formula:
        return True
    unless_refused(lambda: series.put("Formula", longer), None)
    return unless_refused(lambda: str(series.get("Formula")), None) == longer
