"""What an undo of the workbook cannot take back: numbers of the register, and the papers that bear them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from addin.core.records import dataclass
from addin.core.tables.numbered import numbers_used, voided
from addin.core.tables.rows.book import Book
from addin.core.tables.series import written
from addin.errors import SochiboError
from addin.hosts.claims import ISSUED, VOID, Standing
from addin.hosts.registers import register_of, registers_in


@dataclass(frozen=True, slots=True)
class Remaining:
    """A number the register holds otherwise than the workbook: issued and not entered, or void there alone."""

    number: str
    file: str | None
    void_reason: str | None = None


def compared(read: Callable[[], Book], home: Path) -> tuple[tuple[Remaining, ...], tuple[str, ...]]:
    """The same behind an undo, which is done by then: that they could not be compared is a remark."""
    try:
        return (remaining(read(), home) if registers_in(home) else ()), ()
    except (OSError, SochiboError):
        return (), ("Đã hoàn tác, nhưng chưa đối chiếu được với sổ số văn bản; không cần hoàn tác lại.",)


def remaining(book: Book, home: Path) -> tuple[Remaining, ...]:
    """By series and number; nothing where register and workbook say the same."""
    found = (_remaining(book, one) for one in register_of(home, book).standing())
    return tuple(one for one in found if one is not None)


def _remaining(book: Book, one: Standing) -> Remaining | None:
    series, number = one.claim.series, one.claim.number
    is_entered = number in numbers_used(book, series)
    text = written(number, series.kind, book.settings.symbol)
    if one.state == ISSUED and not is_entered:
        return Remaining(text, one.file or None)
    if one.state == VOID and is_entered and number not in voided(book, series):
        return Remaining(text, one.file or None, one.reason)
    return None
