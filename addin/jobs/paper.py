"""A paper as a promise: how it is rendered, named and entered once it has its number. Nothing is rendered or claimed here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from addin.core.records import dataclass
from addin.core.tables.numbered import numbers_used, voided
from addin.core.tables.rows.book import Book
from addin.core.tables.series import Series, series_to_issue, written
from addin.core.writes import RowAppend, Write

GROUP_COPY = "group-copy"
"""The kind of a group leader's copy: made to be written in, so that nobody wonders at another fingerprint later."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What a paper asks of the register of numbers; looked up when a number is taken, so no draft is refused for it.

    `request` is a digest of what was asked for: asked twice, one number. `remake` is what to do where it was issued.
    `standing` is the same paper as Văn bản has it, by whoever's hand, and `another` what to do then; `lacking`
    what it takes no number without. Empty where there is none.
    """

    book: Book
    kind: str
    symbol: str
    letters: str
    day: date
    request: str
    remake: str
    standing: str = ""
    another: str = ""
    lacking: str = ""

    @property
    def series(self) -> Series:
        """The numbers it counts among; Misuse where the settings do not tell."""
        return series_to_issue(self.letters, self.day, self.book.settings)

    @property
    def used(self) -> dict[int, str]:
        """Numbers of the series that stand in the workbook, as written there."""
        return numbers_used(self.book, self.series)

    @property
    def void(self) -> frozenset[int]:
        """Numbers of the series that the workbook says are void."""
        return voided(self.book, self.series)

    def written(self, number: int | None) -> str:
        """`07-BC/CB`."""
        return written(number, self.symbol, self.book.settings.symbol)


def _no_squares(_number: int | None) -> tuple[Write, ...]:
    return ()


def _no_rows(_number: int | None, _file: str, _fingerprint: str) -> tuple[RowAppend, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Paper:
    """`kind` of design.md §5; the number is None in a draft, which leaves room for it, and in a paper that has none.

    `rows` enter the paper in the workbook, given its number, file and fingerprint; `squares` put the number where rows that
    stand have a column for it. `versioned`: where another content stands under the name, the new one is kept beside it as
    "(bản 2)"…; an issued file is never overwritten. Not versioned: then it is refused. `is_named`: its file is called after a person, so the log leaves the name out.
    `is_copy`: one of many that are put together in a folder, told and logged by what binds them.
    """

    kind: str
    render: Callable[[int | None], bytes]
    name: Callable[[int | None], str]
    numbering: Numbering | None = None
    rows: Callable[[int | None, str, str], tuple[RowAppend, ...]] = _no_rows
    versioned: bool = True
    is_named: bool = False
    is_copy: bool = False
    squares: Callable[[int | None], tuple[Write, ...]] = _no_squares

    @classmethod
    def ready(cls, kind: str, name: str, content: bytes, *, versioned: bool = True, is_named: bool = False, is_copy: bool = False) -> Paper:
        """One whose bytes are known and which takes no number: a workbook, a ballot."""
        return cls(kind, lambda _: content, lambda _: name, versioned=versioned, is_named=is_named, is_copy=is_copy)

    @property
    def draft(self) -> Paper:
        """The same without a number to take: made again and again while the work goes on."""
        return Paper(self.kind, self.render, self.name, versioned=self.versioned, is_named=self.is_named)

    @property
    def draft_rows(self) -> tuple[RowAppend, ...]:
        """What a preview shows of the rows before there is a number."""
        return self.rows(None, self.name(None), "")

    @property
    def draft_squares(self) -> tuple[Write, ...]:
        """What a preview shows of the squares before there is a number."""
        return self.squares(None)


@dataclass(frozen=True, slots=True)
class Voiding:
    """A number to be withdrawn in the register: it is never given again, and the reason stays."""

    series: Series
    number: int
    day: date
    kind: str
    reason: str
    book: Book
