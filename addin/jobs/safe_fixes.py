"""Squares written otherwise and meaning the same: the one kind of correction nobody has to be asked about.

Every correction is proved before it is offered: the square is read as the same value afterwards, with no new
complaint. What a person could mean otherwise (03/04/2020 as text, a name the list does not know, a short year) stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.grids import Grid, Raw
from addin.core.masks import NUMBERS
from addin.core.persons.reading import Reading
from addin.core.records import dataclass
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.core.tables.rows.columns import Column, Kind, columns_of
from addin.core.tables.squares.texts import as_text, clean
from addin.core.tables.squares.values import read_value
from addin.core.writes import Value, Write
from addin.glossary import without_honorific

SPACES, COMPOSED, DAY, ZEROS, CHOICE, GROUP, HONORIFIC = (
    "khoảng trắng, ký tự ẩn", "dấu tiếng Việt rời (NFC)", "ngày ghi bằng chữ", "số 0 ở đầu", "cách ghi của danh mục", "tên tổ", "xưng hô",
)  # fmt: skip
_ID_LENGTH, _FEWEST_ID_DIGITS = 12, 10
_PROVINCES = range(1, 97)
_MALE_FEMALE = 2
_FIRST_CENTURY = 19
_DAY_FIRST = re.compile(r"\D*(\d{1,2})(\D+)(\d{1,2})\D+\d{4}(?!\d)")
_NUMBERS = re.compile(r"\d+")
_OF_A_DAY = 3
_MONTH = glossary.fold("tháng")
_BETWEEN_NAMES = re.compile(r"(\s*[;\n]\s*)")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Square:
    """What a correction may look at."""

    reading: Reading
    found: FoundTable
    column: Column
    row: int
    raw: Raw
    groups: Mapping[str, str]
    is_shared: bool
    """Two keys are read out of the square ("01-QĐ/CB ngày 02/3/2024"): only how it is typed may be mended."""


def safe_writes(reading: Reading) -> Iterator[Write]:
    """Each square once, in the order of the sheets; formulas, restricted texts and what is no record stay as they are."""
    groups = _group_names(reading)
    for found in reading.book.layout:
        grid = reading.vocabulary.grid(found.sheet)
        if grid is None or found.is_year_column:
            continue
        for square in _squares(reading, found, grid, groups):
            fixed = _fixed(square)
            if fixed is not None:
                place = grid.place(square.row, found.columns[square.column.key])
                yield Write(place, fixed[0], fixed[1], _held(square.raw), names_person=square.column.key in NUMBERS)


def _squares(reading: Reading, found: FoundTable, grid: Grid, groups: Mapping[str, str]) -> Iterator[_Square]:
    shared = Counter(found.columns.values())
    rows = {row.source.row for row in reading.book.rows(found.table) if row.source.sheet == found.sheet}
    columns = {column.key: column for column in columns_of(ROW_TYPES[found.table]) if column.kind is not Kind.RESTRICTED}
    for row in sorted(rows):
        for key, number in found.columns.items():
            raw = grid.at(row, number)
            if key in columns and isinstance(raw, str | int | float) and not isinstance(raw, bool) and (row, number) not in grid.formulas:
                yield _Square(reading, found, columns[key], row, raw, groups, shared[number] > 1)


def _fixed(square: _Square) -> tuple[Value, str] | None:
    """The value to stand there and all that is corrected by it; None where nothing is, or the meaning would not be the same."""
    value, reasons = _held(square.raw), []
    for reason, correct in _CORRECTIONS[: _OF_TYPING if square.is_shared else None]:
        after = correct(square, value)
        if (type(after), after) != (type(value), value):
            value = after
            reasons.append(reason)
    return (value, ", ".join(reasons)) if reasons and _means_the_same(square, value) else None


def _means_the_same(square: _Square, value: Value) -> bool:
    before, complaint = read_value(square.column, square.raw)
    after, left = read_value(square.column, value)
    is_group = square.column.key == "group" and isinstance(before, str) and isinstance(after, str)
    is_same = glossary.group_key(before) == glossary.group_key(after) if is_group else before == after
    return is_same and (left is None or left == complaint)


def _spaces(_square: _Square, value: Value) -> Value:
    if not isinstance(value, str):
        return value
    cleaned = clean(value)
    return cleaned if cleaned != unicodedata.normalize("NFC", value) and cleaned else value


def _composed(_square: _Square, value: Value) -> Value:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _day(square: _Square, value: Value) -> Value:
    """A text with one reading: year first, in words, or a day no month could be; an hour would be lost."""
    if square.column.kind is not Kind.DATE or not isinstance(value, str):
        return value
    found, complaint = read_value(square.column, value)
    if complaint is not None or not isinstance(found, PartialDate) or not (found.month and found.day):
        return value
    return date(found.year, found.month, found.day) if _has_one_reading(value) else value


def _has_one_reading(text: str) -> bool:
    order = _DAY_FIRST.match(text)
    if any(int(number) for number in _NUMBERS.findall(text)[_OF_A_DAY:]):
        return False
    if order is None or _MONTH in glossary.fold(order[2]).split():
        return True
    return int(order[1]) > _MONTHS or int(order[1]) == int(order[3])


def _zeros(square: _Square, value: Value) -> Value:
    """A personal number kept as a number: the zeros Excel took away, where province and birth year agree."""
    if square.column.key != "id_number" or isinstance(value, str) or not isinstance(value, int | float):
        return value
    digits = as_text(value)
    if not (digits.isdigit() and _FEWEST_ID_DIGITS <= len(digits) <= _ID_LENGTH):
        return value
    full = digits.zfill(_ID_LENGTH)
    return full if int(full[:3]) in _PROVINCES and _birth_year(square) == _year_in(full) else value


def _birth_year(square: _Square) -> int | None:
    member = next((one for one in square.reading.book.members if (one.source.sheet, one.source.row) == (square.found.sheet, square.row)), None)
    return member.birth_date.year if member and member.birth_date else None


def _year_in(number: str) -> int:
    """The fourth digit is century and sex, the next two the year."""
    return (_FIRST_CENTURY + int(number[3]) // _MALE_FEMALE) * 100 + int(number[4:6])


def _choice(square: _Square, value: Value) -> Value:
    """The word of the column's own list; without one the word most rows have for the same."""
    if square.column.kind is not Kind.CHOICE or not isinstance(value, str):
        return value
    meant, complaint = read_value(square.column, value)
    if complaint is not None or meant in (None, value) or value in square.reading.vocabulary.offered(square.found, square.column.key, square.row):
        return value
    return square.reading.vocabulary.word(square.found, square.column.key, meant, square.row)


def _group(square: _Square, value: Value) -> Value:
    if square.column.key != "group" or not isinstance(value, str | int | float):
        return value
    return square.groups.get(glossary.group_key(as_text(value)), value)


def _group_names(reading: Reading) -> dict[str, str]:
    """How each group is written: as on the sheet of groups, else as more than half of all squares have it.

    A number alone ("1") is named after the sheet of groups only. Where two groups bear a number it says neither.
    """
    own: dict[str, Counter[str]] = {}
    all_written: dict[str, Counter[str]] = {}
    for table in ("groups", "members", "supervision_notes"):
        for row in reading.book.rows(table):
            name = getattr(row, "group", None)
            if name:
                for seen in (all_written, own) if table == "groups" else (all_written,):
                    seen.setdefault(glossary.group_key(name), Counter())[name] += 1
    names = {key: counted.most_common(1)[0][0] for key, counted in own.items() if len(counted) == 1}
    for key, counted in all_written.items():
        name, most = counted.most_common(1)[0]
        if key not in names and 2 * most > counted.total() and not any(map(glossary.is_bare_group, counted)):
            names[key] = name
    written = [name for counted in (*own.values(), *all_written.values()) for name in counted]
    return {key: name for key, name in names.items() if not glossary.groups_meant(key, [one for one in written if glossary.fold(one) != key])}


def _honorific(square: _Square, value: Value) -> Value:
    """Taken away from people the list knows; who is on no list may be an organisation."""
    if square.column.kind not in {Kind.MEMBER, Kind.MEMBERS} or not isinstance(value, str):
        return value
    parts = [value] if square.column.kind is Kind.MEMBER else _BETWEEN_NAMES.split(value)
    named = [part if _BETWEEN_NAMES.fullmatch(part) else _bare(square.reading, part) for part in parts]
    return "".join(named)


def _bare(reading: Reading, name: str) -> str:
    bare = without_honorific(name)
    return bare if bare != name and reading.roster.find(bare).member is not None else name


_CORRECTIONS = (
    (SPACES, _spaces), (COMPOSED, _composed), (HONORIFIC, _honorific), (GROUP, _group), (CHOICE, _choice), (DAY, _day), (ZEROS, _zeros),
)  # fmt: skip

_OF_TYPING = 2


def _held(raw: Raw) -> Value:
    return raw if isinstance(raw, str | int | float) else None
