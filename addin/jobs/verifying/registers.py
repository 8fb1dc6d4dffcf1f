"""The register of numbers: every claim whole and settled, no number twice, none missing between, the workbook of the same mind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from addin.core.dates import PartialDate
from addin.core.numerals import first_few
from addin.core.records import dataclass
from addin.core.tables.numbered import is_own, numbers_used, voided
from addin.core.tables.rows.book import Book
from addin.core.tables.series import Series, may_count, own_number, series_of, written
from addin.errors import Misuse
from addin.glossary import fold, header
from addin.hosts.claims import CLAIMED, ISSUED, STATES, VOID, Standing
from addin.hosts.folders import PAPERS
from addin.hosts.numbers import NumberRegister
from addin.hosts.registers import Owned, register_of, registers_in
from addin.jobs.verifying.papers import Issued
from addin.jobs.verifying.trouble import Trouble, error, warning

_STRANGE = re.compile(r"\d{7,}\.json")
_BY_US = "Không sửa, xoá tệp trong sổ số; lần ra văn bản sau của dãy ấy tự ghi nốt hoặc ghi huỷ."
_BY_HER = "Đối chiếu sổ Văn bản với sổ số; số không dùng thì huỷ có lý do (lệnh void)."
_BY_A_COLUMN = f"Sheet Văn bản chưa có cột “{header('documents', 'void_reason')}”: chạy void {{number}} với --write để thêm cột và ghi lý do; hết chỗ bên phải thì tự thêm cột ấy."


@dataclass(frozen=True, slots=True)
class Kept:
    """A register with what it says, and the workbooks that count in it."""

    owned: Owned
    standings: tuple[Standing, ...]
    books: tuple[Book, ...]

    @property
    def symbol(self) -> str:
        """What stands behind the kind in a number."""
        return self.books[0].settings.symbol if self.books else "CB"

    def written(self, standing: Standing) -> str:
        """`61-QĐ/CB`."""
        return written(standing.claim.number, standing.claim.series.kind, self.symbol)


def registers_of(home: Path, books: tuple[Book, ...]) -> Iterator[Kept]:
    """Each register of the folder; a workbook nobody can place counts in none."""
    for owned in registers_in(home):
        mine = tuple(book for book in books if _folder_of(home, book) == owned.folder)
        yield Kept(owned, tuple(NumberRegister(owned.folder).standing()), mine)


def papers_kept(kept: Kept) -> Iterator[Issued]:
    """Papers with their number, by the register and by Văn bản; void ones nobody keeps."""
    void = {(one.claim.series, one.claim.number) for one in kept.standings if one.state == VOID}
    for one in kept.standings:
        if one.state == ISSUED and one.sha256:
            yield Issued(one.file, one.claim.folder, one.sha256, kept.written(one))
    for book in kept.books:
        for row in book.documents:
            number = own_number(row)
            series = series_of(number.kind, row.date.first, book.settings) if number and row.date else None
            if row.file and row.fingerprint and not row.void_reason and (series, number.value if number else 0) not in void:
                folder = book.settings.output_folder or PAPERS
                yield Issued(row.file, folder, row.fingerprint, row.number or "")


def register_troubles(kept: Kept) -> Iterator[Trouble]:
    """Claim by claim, then series by series."""
    for one in kept.standings:
        yield from _of_claim(kept, one)
    for series in _series_of_all(kept):
        yield from _of_series(kept, series)


def _series_of_all(kept: Kept) -> dict[Series, None]:
    """Those of the register, and those only the workbooks count in."""
    named = (
        series_of(number.kind, row.date.first, book.settings)
        for book in kept.books
        for row in book.documents
        if (number := own_number(row)) and row.date and is_own(number, kept.symbol)
    )
    return dict.fromkeys([*(one.claim.series for one in kept.standings), *named])


def _of_claim(kept: Kept, one: Standing) -> Iterator[Trouble]:
    path, text = one.claim.path, kept.written(one)
    if not one.is_whole:
        yield error("register_broken", path, f"Số {text}: tệp của sổ số trống hoặc bị cắt cụt.", _BY_US)
    elif one.state not in STATES:
        yield error("register_broken", path, f"Số {text}: trạng thái “{one.state}” không có trong sổ số.", _BY_US)
    elif one.state == CLAIMED:
        yield warning("register_open", path, f"Số {text} đã giữ chỗ nhưng chưa cấp, chưa huỷ: lần chạy bị ngắt, hoặc đang chạy.", _BY_US)
    elif one.state == VOID and not one.reason:
        yield warning("register_reason", path, f"Số {text} đã huỷ mà không có lý do.", _BY_HER)
    if _STRANGE.fullmatch(path.name):
        yield error("register_strange", path, f"Số {one.claim.number} quá sáu chữ số: không phải số văn bản.", "Xem ai ghi tệp này; sửa tên tệp rồi chạy lại.")
    yield from _of_books(kept, one, text)


def _of_books(kept: Kept, one: Standing, text: str) -> Iterator[Trouble]:
    if not kept.books:
        return
    series, number = one.claim.series, one.claim.number
    is_entered = any(number in numbers_used(book, series) for book in kept.books)
    is_void = any(number in voided(book, series) for book in kept.books)
    if one.state == ISSUED and not is_entered:
        yield warning("register_alone", one.claim.path, f"Số {text} đã cấp mà không sổ nào trong thư mục ghi.", _BY_HER)
    if one.state == VOID and is_entered and not is_void:
        lacks = any(found.table == "documents" and "void_reason" not in found.columns for book in kept.books for found in book.layout)
        fix = _BY_A_COLUMN.format(number=text) if lacks else _BY_HER
        yield warning("register_void", one.claim.path, f"Số {text} đã huỷ trong sổ số mà sổ vẫn ghi, không có lý do huỷ.", fix)
    if one.state == ISSUED and is_void:
        yield warning("register_void", one.claim.path, f"Số {text} có lý do huỷ trong sổ mà sổ số ghi là đã cấp.", _BY_HER)


def _of_series(kept: Kept, series: Series) -> Iterator[Trouble]:
    mine = [one for one in kept.standings if one.claim.series == series]
    numbers = [one.claim.number for one in mine]
    for one in mine:
        if numbers.count(one.claim.number) > 1 and one.claim.path.name != f"{one.claim.number:04d}.json":
            yield error("register_twice", one.claim.path, f"Số {kept.written(one)} có hai tệp trong sổ số.", _BY_HER)
    yield from _of_two_papers(kept, series)
    usual = [number for number in numbers if number <= 999_999]
    known = {number for book in kept.books for number in numbers_used(book, series)}.union(usual)
    told = first_few((number for number in range(min(usual, default=1), max(usual, default=0)) if number not in known), digits=2)
    if told:
        place = kept.owned.folder / series.kind / series.period
        yield warning("register_gap", place, f"Dãy số {series.kind}, {series.period} thiếu số {told}: không có trong sổ số, không có trong sổ.", _BY_HER)


def _of_two_papers(kept: Kept, series: Series) -> Iterator[Trouble]:
    """A number that two workbooks of one cell give to different papers; within one workbook `check` says it (DOC301)."""
    held = [_papers(book, series) for book in kept.books]
    for value in sorted({value for papers in held for value in papers}):
        named = [papers[value] for papers in held if value in papers]
        if any(not one & other for one, other in combinations(named, 2)):
            text, place = written(value, series.kind, kept.symbol), kept.owned.folder / series.kind / series.period
            days = ", ".join(str(day) for day in sorted({day for papers in named for day, _ in papers}, key=lambda day: day.first))
            yield error("number_twice", place, f"Số {text} là hai văn bản khác nhau (ngày {days}) ở hai sổ của chi bộ.", _BY_HER)


def _papers(book: Book, series: Series) -> dict[int, set[tuple[PartialDate, str]]]:
    """Number → day and folded title of each paper that Văn bản has under it."""
    found: dict[int, set[tuple[PartialDate, str]]] = defaultdict(set)
    for row in book.documents:
        number = own_number(row)
        if number and row.date and number.kind == series.kind and is_own(number, book.settings.symbol) and may_count(row.date, series):
            found[number.value].add((row.date, fold(row.title or "")))
    return found


def _folder_of(home: Path, book: Book) -> Path | None:
    try:
        return register_of(home, book).folder
    except Misuse:
        return None
