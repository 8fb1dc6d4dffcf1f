"""Squares left blank: required ones, those a filled square calls for, those overdue, and settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from operator import not_
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.findings import Severity
from addin.core.places import Place
from addin.core.rules.blanks import is_blank
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, table_of
from addin.core.rules.shapes.making import Shown, SomeRow, asked, attribute, made, picked, rows_of
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import Row, columns_of

if TYPE_CHECKING:
    from typing import Unpack

    from addin.core.rules.shapes.making import When, Words


def required(
    code: str,
    row_type: type[SomeRow],
    *keys: str,
    when: When[SomeRow] | None = None,
    as_of: Callable[[SomeRow], date | None] | None = None,
    **words: Unpack[Words],
) -> Rule:
    """Squares a row cannot do without: those named, else all that the dictionary marks `*`."""
    rows, table, is_asked = rows_of(row_type), table_of(row_type), asked(when)

    def flags(context: Context) -> Iterator[Flag]:
        wanted = keys or _starred(row_type)
        squares = [(key, attribute(key), f"Chưa ghi “{glossary.header(table, key)}”.") for key in wanted]
        for row in picked(rows(context), *(map(not_, context.column(table, name)) for _, name, _ in squares)):
            for key, name, message in squares:
                if not getattr(row, name) and is_asked(row, context) and is_blank(row, key, context):
                    yield flag(row, key, message, as_of=as_of(row) if as_of else None)

    return made(code, Severity.ERROR, flags, words)


def _starred(row_type: type[Row]) -> tuple[str, ...]:
    return tuple(column.key for column in columns_of(row_type) if column.required)


def left_blank(
    code: str,
    row_type: type[SomeRow],
    key: str,
    message: str,
    *,
    when: When[SomeRow],
    related: tuple[str, ...] = (),
    unwritten: str = "…",
    **words: Unpack[Words],
) -> Rule:
    """A square that what is written elsewhere in its row calls for."""
    rows, name, is_asked = rows_of(row_type), attribute(key), asked(when)

    def flags(context: Context) -> Iterator[Flag]:
        for row in rows(context):
            if getattr(row, name) is None and is_asked(row, context) and is_blank(row, key, context):
                yield flag(row, key, message.format_map(Shown(row, context, unwritten)), related=related)

    return made(code, Severity.WARNING, flags, words)


def overdue(
    code: str,
    row_type: type[SomeRow],
    due: str,
    done: str,
    message: str,
    *,
    when: When[SomeRow] | None = None,
    **words: Unpack[Words],
) -> Rule:
    """What should be written by a day that is past."""
    rows, is_asked, name, deadline = rows_of(row_type), asked(when), attribute(done), attribute(due)

    def flags(context: Context) -> Iterator[Flag]:
        for row in rows(context):
            day = getattr(row, deadline) if getattr(row, name) is None else None
            if day is None or not day < context.on or not is_blank(row, done, context):
                continue
            if is_asked(row, context):
                yield flag(row, done, message.format_map(Shown(row, context)), related=(due,))

    return made(code, Severity.WARNING, flags, words)


def required_setting(code: str, key: str, **words: Unpack[Words]) -> Rule:
    """A setting the papers rest on; silent where there is no sheet of settings."""

    def flags(context: Context) -> Iterator[Flag]:
        place = setting_place(context.book, key)
        if place is not None and getattr(context.book.settings, key) is None and place not in context.unreadable:
            yield Flag(place, f"Chưa ghi mục “{glossary.setting_header(key)}”.")

    return made(code, Severity.ERROR, flags, words)


def setting_place(book: Book, key: str) -> Place | None:
    """The square of a setting, or the sheet where it is missing; None where there is no such sheet."""
    places = book.settings.places
    if key in places:
        return places[key]
    sheet = book.settings_sheet or next((place.sheet for place in places.values()), None)
    return Place(sheet) if sheet else None
