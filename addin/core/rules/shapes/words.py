"""Words of a closed list: codes nobody knows, levels the year had not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.dates import year_end
from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag
from addin.core.rules.shapes.making import SomeRow, made, rows_of
from addin.patterns import pattern

if TYPE_CHECKING:
    from typing import Unpack

    from addin.core.rules.shapes.making import Words

_CODE = pattern(r"[A-ZĐ]{2,5}\d{0,3}|\d{1,2}[A-ZĐ]")


def known_codes(code: str, row_type: type[SomeRow], key: str, codes: str, **words: Unpack[Words]) -> Rule:
    """Whatever looks like a code of the list and is none; free text is welcome."""
    rows = rows_of(row_type)

    def flags(context: Context) -> Iterator[Flag]:
        known = set(glossary.codes(codes).values())
        listed = ", ".join(sorted(known))
        for row in rows(context):
            for content in getattr(row, key):
                if content not in known and _CODE.fullmatch(content):
                    yield flag(row, key, f"“{content}” không phải mã nội dung đã biết ({listed}).")

    return made(code, Severity.NOTICE, flags, words)


def level_of_the_year(
    code: str, row_type: type[SomeRow], *keys: str, subject: str, message: str, **words: Unpack[Words]
) -> Rule:
    """A level that is none of the year's scale for members or party cells."""
    rows, path = rows_of(row_type), f"rating.levels.{subject}"

    def flags(context: Context) -> Iterator[Flag]:
        for row in rows(context):
            year: int | None = getattr(row, "year")  # noqa: B009 - which tables have one their row types say
            scale = context.dated(path, year_end(year)) if year is not None else None
            for key in keys if scale is not None else ():
                level = getattr(row, key)
                if level is not None and year is not None and scale is not None and str(level) not in scale.items:
                    said = message.format(year=year, level=glossary.level_words(level, year, subject))
                    yield flag(row, key, said, related=("year",), as_of=year_end(year))

    return made(code, Severity.ERROR, flags, {**words, "cites": path})
