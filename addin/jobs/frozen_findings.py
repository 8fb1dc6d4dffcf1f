"""RAT325 and RAT326: a frozen year that was edited, and one whose seal no longer covers all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from addin import glossary
from addin.core import computed
from addin.core.dates import vn_date
from addin.core.findings import Finding, Heading
from addin.core.numerals import padded
from addin.core.places import Place
from addin.core.tables.freezing import Changes, FrozenYear, changes_of, frozen_years
from addin.core.tables.freezing.seal import VERSION
from addin.core.tables.rows.book import Book

_MOST_NAMED = 6


def frozen_findings(book: Book) -> tuple[Finding, ...]:
    """One finding a frozen year at most, at the first square that differs."""
    return tuple(found for frozen in frozen_years(book).values() for found in _of_year(book, frozen))


def _of_year(book: Book, frozen: FrozenYear) -> Iterator[Finding]:
    place = frozen.place or Place(book.settings_sheet or "")
    head = f"Năm {frozen.year} đã khoá ngày {vn_date(frozen.on)} nhưng"
    if frozen.seal is None and frozen.version == VERSION:
        yield computed.FROZEN_YEAR_EDITED.at(place, f"{head} dấu khoá không còn đọc được.")
        return
    if frozen.seal is None:
        message = f"{head} bằng bản chương trình khác, bản này không so được dấu khoá."
        yield computed.SEAL_INCOMPLETE.at(place, message)
        return
    found = changes_of(book, frozen.year, frozen.seal)
    if found.is_edited:
        message = f"{head} dữ liệu xếp loại của năm đã bị sửa: {'; '.join(_edits(found))}."
        yield _at((*found.squares, *found.added), place, computed.FROZEN_YEAR_EDITED, message)
    elif found.is_outdated:
        message = f"{head} dấu khoá chưa gồm {_unsealed(found)}."
        yield _at(found.unsealed, place, computed.SEAL_INCOMPLETE, message)


def _at(squares: tuple[Place, ...], setting: Place, heading: Heading, message: str) -> Finding:
    """At the first of the squares, the others and the setting beside it."""
    if not squares:
        return heading.at(setting, message)
    return heading.at(squares[0], message, related=(*squares[1:], setting))


def _unsealed(found: Changes) -> str:
    return f"dữ liệu nay mới đọc được: {named('ô', found.unsealed)}" if found.unsealed else "đúng các cột chương trình đọc nay"


def _edits(found: Changes) -> Iterator[str]:
    if found.squares:
        yield named("ô", found.squares)
    if found.added:
        yield named("thêm dòng", found.added)
    for table, count in found.removed:
        yield f"mất {padded(count)} dòng ở sheet “{glossary.sheet_name(table)}”"
    for table, key in found.lost:
        yield f"mất cột “{glossary.header(table, key)}” ở sheet “{glossary.sheet_name(table)}”"
    for table in found.somewhere:
        yield f"không rõ ô nào ở sheet “{glossary.sheet_name(table)}”"


def named(what: str, places: Iterable[Place]) -> str:
    """`ô F12, G14 ở sheet “Xếp loại”`, not more of them than can be read."""
    shown = list(places)
    parts = [
        f"{what} {', '.join(place.cell for place in group)} ở sheet “{sheet}”"
        for sheet, group in groupby(shown[:_MOST_NAMED], lambda place: place.sheet)
    ]
    more = len(shown) - _MOST_NAMED
    return ", ".join(parts) + (f" và {padded(more)} chỗ khác" if more > 0 else "")
