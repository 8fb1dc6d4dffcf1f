"""Which inspections and supervisions the selected rows mean: turns of Kiểm tra, or the line of Văn bản of their decision."""

from __future__ import annotations

from collections.abc import Iterator

from addin.clicks.click import Click
from addin.clicks.selected_rows import rows_selected
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.series import is_same, number_of, paper_number
from addin.documents.parts.request import Request


def selected_cases(click: Click) -> tuple[Request, ...]:
    """Each once, in the order of the sheet: by its decision, else by its member and year."""
    wishes = (_wish(click, row) for row in _turns(click))
    return tuple(dict.fromkeys(wish for wish in wishes if wish is not None))


def _turns(click: Click) -> Iterator[Inspection]:
    book, selected = click.opened.book, click.host.selection()
    yield from rows_selected(book.inspections, selected)
    for document in rows_selected(book.documents, selected):
        number = number_of(document)
        for row in book.inspections:
            decided = paper_number(row.decision_no or "")
            if number and decided and is_same(number, decided) and document.date and row.decision_date and document.date.year == row.decision_date.year:
                yield row


def _wish(click: Click, row: Inspection) -> Request | None:
    year = row.decision_date.year if row.decision_date else row.year
    if row.decision_no:
        return Request(click.on, year=year, decision=row.decision_no, inspection_kind=row.kind)
    return Request(click.on, year=year, name=row.member, inspection_kind=row.kind) if row.member and year else None
