"""What a kind of paper is: one value at the end of its module, one line in the catalogue, and nothing else to register.

A kind makes the context of a draft from a reading and a request. The number is none of its business: whoever issues
the paper prints it (`numbered`), enters it in Văn bản, and in other sheets the rows the kind itself names (`entries`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from addin.core.persons.reading import Reading
from addin.core.tables.rows.settings import Settings
from addin.core.tables.series import written
from addin.core.writes import Value
from addin.documents.parts.contexts import Context
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.request import Request

Built: TypeAlias = tuple[Context, tuple[str, ...]]
"""The context of a draft, and what the workbook lacked for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that an issued paper brings into a sheet, by the keys of its columns."""

    table: str
    values: Mapping[str, Value]


def _never(_: Request) -> bool:
    return False


def _nothing(_reading: Reading, _request: Request, _number: str) -> tuple[Entry, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`title` names the paper for people, `template` its file in templates/ (the id where it is not said).

    `symbol` is the letters of its number and `series` the letters of the numbers it counts among; both empty where
    it has no number. `legal_basis` is how its Căn cứ lines come, None where it has none. `has_its_number` says that
    a request means a paper which stands in the workbook already; `entries` are the rows besides that of Văn bản;
    `remake` is how to make an issued one again, `{number}` its number.
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
    has_its_number: Callable[[Request], bool] = _never
    entries: Callable[[Reading, Request, str], tuple[Entry, ...]] = _nothing

    @property
    def stem(self) -> str:
        """The name of its template, without `.docx`."""
        return self.template or self.id


def numbered(context: Context, kind: Kind, number: int, settings: Settings) -> Context:
    """The draft with its number printed; the context of a kind with a symbol has a field for it."""
    changes: dict[str, Any] = {"number": f"Số {written(number, kind.symbol, settings.symbol)}"}
    return replace(context, **changes)
