"""What a case of a finding that is no rule's is made of: sheets as they look, a file, rows of a book, or a template.

`sheets` maps sheet names to rows of values, `{error: "#REF!"}` and `{uncached: true}` among them; `hidden`,
`hidden_rows`, `merged`, `formulas` and `fonts` say what else is known of a sheet. `file` is what is known of the file, `lines` of a batch. Anything else is a book as the
cases of rules write it, to be rated; `frozen` says which year was sealed when, over which rows, `sealing` which is being sealed. Expected are the squares where the case's own code is found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from addin.batch.running import not_done
from addin.batch.totals import totals_of
from addin.core.findings import Finding
from addin.core.grids import Grid, Range, SquareError, Uncached
from addin.core.persons.reading import Reading
from addin.core.persons.whole_roll import why_not_whole
from addin.core.places import Place, column_number
from addin.core.ratings import rate
from addin.core.tables.freezing import FrozenYear, seal_of
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import Book
from addin.hosts.closed.guard.formats import Format
from addin.hosts.file_findings import findings_of_file
from addin.hosts.owner import Editor
from addin.jobs.frozen_findings import frozen_findings
from addin.jobs.rating_findings import rating_findings, unfinished
from addin.jobs.templates import templates
from tests.core.rules.book_cases import TODAY, book_of

FOLDER = Path(__file__).parent
FROZEN_ROW = 30


def findings_of(case: dict[str, Any], folder: Path) -> Iterable[Finding]:
    """Everything found in the case, by whoever looks at such things."""
    if "template" in case:
        (folder / case["template"]["file"]).write_text(case["template"]["text"], encoding="utf-8")
        return templates(folder).findings
    if "lines" in case:
        return list(not_done(totals_of(json.dumps(line).encode() for line in case["lines"]).ending))
    if "file" in case:
        return _of_file(case["file"], _grids(case))
    if "sheets" in case:
        book = read_book(_grids(case))
        lacking = why_not_whole(Reading(book))
        return (*book.unreadable, *([lacking] if lacking else []))
    if "sealing" in case:
        return unfinished(rate(Reading(book_of(case)), case["sealing"]))
    book = _frozen(book_of(case), case)
    return (*rating_findings(Reading(book), case.get("on", TODAY)), *frozen_findings(book))


def _frozen(book: Book, case: dict[str, Any]) -> Book:
    """The book with the seal of a year among its settings: the seal of the rows as they were then, or its words."""
    if "frozen" not in case:
        return book
    frozen = case["frozen"]
    then = book_of({**case, **frozen.get("then", {})})
    year = FrozenYear(frozen["year"], frozen["on"], "124-QĐ/TW", seal_of(then, frozen["year"]), "đã có quyết định")
    name, words = year.setting
    other = {name: (frozen.get("words", words), Place("Thiết lập", FROZEN_ROW, 2))}
    return replace(book, settings=replace(book.settings, other=other))


def _grids(case: dict[str, Any]) -> list[Grid]:
    return [
        Grid(
            sheet,
            tuple(tuple(_raw(value) for value in row or ()) for row in rows),
            state="hidden" if sheet in case.get("hidden", ()) else "visible",
            merged=tuple(Range(*area) for area in case.get("merged", {}).get(sheet, ())),
            hidden_rows=frozenset(case.get("hidden_rows", {}).get(sheet, ())),
            formulas=frozenset(tuple(place) for place in case.get("formulas", {}).get(sheet, ())),
            far=tuple(case["far"][sheet]) if sheet in case.get("far", {}) else None,
            fonts={
                column_number(column): frozenset({font})
                for column, font in case.get("fonts", {}).get(sheet, {}).items()
            },
        )
        for sheet, rows in case.get("sheets", {}).items()
    ]


def _raw(value: Any) -> Any:
    if isinstance(value, dict):
        return SquareError(value["error"]) if "error" in value else Uncached()
    return value


def _of_file(known: dict[str, Any], grids: list[Grid]) -> tuple[Finding, ...]:
    editor = Editor(**known["open_by"]) if "open_by" in known else None
    kind = Format(known.get("format", "xlsx"))
    recalculated = known.get("to_be_recalculated", False)
    return findings_of_file(Path(known.get("name", "Sổ chi bộ.xlsx")), kind, grids, editor, is_to_be_recalculated=recalculated)
