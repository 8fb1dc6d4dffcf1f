"""What is needed to take our last write back, kept in the user's own folder until Excel closes.

It is written before the workbook is touched, so it also serves where the program was ended half way: a square
that holds neither what was there nor what we wrote was changed by a person, and then nothing is taken back.
One record a workbook of one Excel; it holds values of the sheets, so no other user may read it and it never
outlives that Excel.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from addin.core.grids import Raw, SquareError
from addin.hosts.live_room import Gap

_SUFFIX = ".hoan-tac.json"


@dataclass(frozen=True, slots=True)
class SquareBefore:
    """A square of the cell's own: what was there, what we wrote, the format it had where we set another, whether it had no looks."""

    sheet: str
    row: int
    column: int
    before: Raw
    after: Raw
    number_format: str | None = None
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class SheetBefore:
    """A sheet of ours: its rows before (None where it was not there) and the rows we wrote."""

    sheet: str
    before: tuple[tuple[Raw, ...], ...] | None
    after: tuple[tuple[Raw, ...], ...]
    widths: tuple[float, ...] = ()
    header_rows: int = 1
    titles: int = 0
    link_column: int = 0
    is_filtered: bool = False


@dataclass(frozen=True, slots=True)
class NoteBefore:
    """A note of ours as it was."""

    sheet: str
    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row as it stands after the write, by which it is known again wherever a person moved it.

    `formulas` are the columns whose values Excel works out anew; `is_new` a row that was not there.
    """

    sheet: str
    row: int
    values: tuple[Raw, ...]
    formulas: tuple[int, ...] = ()
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class TableBefore:
    """A table that became longer: its address before and after."""

    sheet: str
    table: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SheetMade:
    """A new year's sheet made after the pattern of another, and the rows it holds then; it goes whole."""

    sheet: str
    after: tuple[tuple[Raw, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything one `apply` changed; `notes` None where it left notes alone, `rows` those put in between.

    What was done on sheets that were `made` is in no other part.
    """

    squares: tuple[SquareBefore, ...] = ()
    sheets: tuple[SheetBefore, ...] = ()
    notes: tuple[NoteBefore, ...] | None = None
    tables: tuple[TableBefore, ...] = ()
    rows: tuple[Gap, ...] = ()
    known: tuple[KnownRow, ...] = ()
    made: tuple[SheetMade, ...] = ()


class Shelf:
    """Where records lie: the newest file of a workbook of one Excel counts.

    A new record is a file of its own and the one before goes afterwards: at no moment is there none, and no file
    is replaced, which a virus scanner may hold for a while and a disk is slow at.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, excel: int, book: str, record: Record) -> None:
        """Put the record of the last write in place of the one before."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        before = self._kept(excel, book)
        number = _number(before[-1]) + 1 if before else 1
        path = self._folder / f"{_stem(excel, book)}-{number}{_SUFFIX}"
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        temporary.unlink(missing_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(record), stream, ensure_ascii=False, default=_coded)
        temporary.replace(path)
        _take_away(before)

    def find(self, excel: int, book: str) -> Record | None:
        """The record of a workbook's last write."""
        kept = self._kept(excel, book)
        return _record(json.loads(kept[-1].read_text(encoding="utf-8"), object_hook=_decoded)) if kept else None

    def forget(self, excel: int, book: str) -> None:
        """The write was taken back, or never happened."""
        _take_away(self._kept(excel, book))

    def clear(self, *, keeping: frozenset[int] = frozenset()) -> None:
        """Wipe the records of every Excel that is gone."""
        for path in self._folder.glob(f"*{_SUFFIX}") if self._folder.is_dir() else ():
            excel = path.name.partition("-")[0]
            if not excel.isdigit() or int(excel) not in keeping:
                path.unlink(missing_ok=True)

    def _kept(self, excel: int, book: str) -> list[Path]:
        """Oldest first; more than one only where a program was ended between keeping and taking away."""
        return sorted(self._folder.glob(f"{_stem(excel, book)}-*{_SUFFIX}"), key=_number)


def _stem(excel: int, book: str) -> str:
    return f"{excel}-{hashlib.sha256(book.encode('utf-8')).hexdigest()[:16]}"


def _number(path: Path) -> int:
    return int(path.name.removesuffix(_SUFFIX).rpartition("-")[2])


def _take_away(paths: Iterable[Path]) -> None:
    """The oldest first: what is left when this is interrupted is the newest."""
    for path in paths:
        path.unlink(missing_ok=True)


def _coded(value: object) -> object:
    """A value JSON has no form for. asdict has made an error value a mapping with its code already."""
    forms = {datetime: "moment", date: "day", time: "time"}
    return {forms[type(value)]: value.isoformat()}  # type: ignore[attr-defined]


def _decoded(form: dict[str, object]) -> object:
    if len(form) != 1:
        return form
    ((kind, text),) = form.items()
    readers = {"moment": datetime.fromisoformat, "day": date.fromisoformat, "time": time.fromisoformat, "code": SquareError}
    return readers[kind](str(text)) if kind in readers else form


def _record(form: dict[str, Any]) -> Record:
    notes = form["notes"]
    return Record(
        tuple(SquareBefore(**square) for square in form["squares"]),
        tuple(_sheet(**sheet) for sheet in form["sheets"]),
        None if notes is None else tuple(NoteBefore(**note) for note in notes),
        tuple(TableBefore(**table) for table in form["tables"]),
        tuple(Gap(**gap) for gap in form["rows"]),
        tuple(_known(**row) for row in form["known"]),
        tuple(SheetMade(one["sheet"], tuple(map(tuple, one["after"]))) for one in form.get("made", ())),
    )


def _known(values: list[Raw], formulas: list[int], **rest: Any) -> KnownRow:
    return KnownRow(values=tuple(values), formulas=tuple(formulas), **rest)


def _sheet(sheet: str, before: list[list[Raw]] | None, after: list[list[Raw]], widths: list[float], **looks: Any) -> SheetBefore:
    rows = None if before is None else tuple(map(tuple, before))
    return SheetBefore(sheet, rows, tuple(map(tuple, after)), tuple(widths), **looks)
