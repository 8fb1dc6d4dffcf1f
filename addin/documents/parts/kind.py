"""What a kind of paper is: one value at the end of its module, one line in the catalogue, and nothing else to register.

A kind makes the context of a draft from a reading and a request. The number is none of its business: whoever issues
the paper prints it (`numbered`), enters it in Văn bản, and in other sheets the rows the kind itself names (`entries`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from addin.core.persons.reading import Reading
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.settings import Settings
from addin.core.tables.series import written
from addin.core.writes import Value, Write
from addin.documents.parts.contexts import Context
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.request import Request
from addin.documents.parts.standing import OWN_TITLE, Matter, standing
from addin.errors import Misuse

Built: TypeAlias = tuple[Context, tuple[str, ...]]
"""The context of a draft, and what the workbook lacked for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that an issued paper brings into a sheet, by the keys of its columns."""

    table: str
    values: Mapping[str, Value]


def _never(_reading: Reading, _request: Request) -> bool:
    return False


def _unmarked(_reading: Reading, _request: Request, _number: str) -> tuple[Write, ...]:
    return ()


def _alone(_reading: Reading, request: Request) -> tuple[Request, ...]:
    return (request,)


def _none_stands(_reading: Reading, _request: Request) -> Document | None:
    return None


def _nothing_more(_reading: Reading, _request: Request) -> str:
    return ""


def _lacks_nothing(_reading: Reading, _request: Request, _context: Any) -> str:
    return ""


def _nothing(_reading: Reading, _request: Request, _number: str) -> tuple[Entry, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`title` names the paper for people, `template` its file in templates/ (the id where it is not said).

    `symbol` is the letters of its number and `series` the letters of the numbers it counts among; both empty where
    it has no number. `legal_basis` is how its Căn cứ lines come, None where it has none. `has_its_number` says that
    a request means a paper which stands in the workbook already; `entries` are the rows besides that of Văn bản;
    `squares` are where rows that stand keep the number and the day. `remake` is how to make an issued one again, `{number}` its number. `each` makes of one wish the papers it takes
    (one a member); `variants` are the papers a kind stands for, by what a person asks with, the first unless one is
    asked for; `symbol_of` is the symbol where the cell's settings decide.
    `matter` is how a line of Văn bản shows that it is this paper (None: its words tell nothing), `stands` another way to find it; `occasion` tells apart two papers that are asked for in the same words.
    `lacks` says what a number cannot be taken without, and where it is entered; a draft may leave room for it.
    """

    id: str
    title: str
    context: type[Context]
    build: Callable[[Reading, Request], Built]
    symbol: str = ""
    series: str = ""
    legal_basis: LegalBasis | None = None
    template: str = ""
    remake: str = ""
    has_its_number: Callable[[Reading, Request], bool] = _never
    entries: Callable[[Reading, Request, str], tuple[Entry, ...]] = _nothing
    squares: Callable[[Reading, Request, str], tuple[Write, ...]] = _unmarked
    each: Callable[[Reading, Request], tuple[Request, ...]] = _alone
    variants: tuple[tuple[str, str], ...] = ()
    symbol_of: Callable[[Settings], str] | None = None
    matter: Matter | None = OWN_TITLE
    stands: Callable[[Reading, Request], Document | None] = _none_stands
    occasion: Callable[[Reading, Request], str] = _nothing_more
    lacks: Callable[[Reading, Request, Any], str] = _lacks_nothing

    @property
    def stem(self) -> str:
        """The name of its template, without `.docx`."""
        return self.template or self.id

    def named(self, request: Request) -> str:
        """What the paper asked for is called; Misuse where the kind has no such variant."""
        if not self.variants and request.variant:
            raise Misuse(f"{self.title} chỉ có một mẫu.", "Bỏ --variant.")
        return dict(self.variants)[self.variant(request)] if self.variants else self.title

    def variant(self, request: Request) -> str:
        """The variant asked for, else the first."""
        asked = request.variant or self.variants[0][0]
        if asked not in dict(self.variants):
            told = "; ".join(f"{key} ({title})" for key, title in self.variants)
            raise Misuse(f"{self.title} không có loại «{asked}».", f"--variant là một trong: {told}.")
        return asked

    def standing(self, reading: Reading, request: Request, context: Context) -> Document | None:
        """The paper asked for where Văn bản has it already, whoever entered it."""
        found = self.stands(reading, request) if self.symbol else None
        if found is not None or not self.symbol or self.matter is None:
            return found
        return standing(reading, self.symbol, self.matter, request, context)

    def lacking(self, reading: Reading, request: Request, context: Context) -> str:
        """Why no number may be taken yet: nothing to say, or no day of its own while the register would enter one."""
        return self.lacks(reading, request, context) or ("" if context.day else "văn bản chưa có ngày")

    def as_set(self, settings: Settings) -> Kind:
        """The kind as the cell's settings have it."""
        symbol = self.symbol_of(settings) if self.symbol_of else self.symbol
        return self if symbol == self.symbol else replace(self, symbol=symbol, series=symbol)


def numbered(context: Context, kind: Kind, number: int, settings: Settings) -> Context:
    """The draft with its number printed; the context of a kind with a symbol has a field for it."""
    changes: dict[str, Any] = {"number": f"Số {written(number, kind.symbol, settings.symbol)}"}
    return replace(context, **changes)
