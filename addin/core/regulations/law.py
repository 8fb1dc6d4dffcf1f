"""The law of one day: every parameter's value then, with its source and since when.

`in_force(on).get("rating.quota.member.rate")`. A parameter that has no value that day raises
`NotInForce`; it is never None and never 0. The law of a rating is that of 31/12 of the rating year.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from addin.core.dates import vn_date
from addin.core.records import dataclass
from addin.core.references import Confidence, Reference
from addin.core.regulations.store import StoredEntry, compiled
from addin.core.regulations.units import Value, restored
from addin.errors import SochiboError


class NotInForce(SochiboError, LookupError):
    """The parameter has no value on that day: not yet regulated, or repealed."""

    kind = "not_in_force"

    def __init__(self, path: str, on: date, repeal: str | None) -> None:
        file = file_of(path)
        state = f"đã bị bãi bỏ theo {repeal}" if repeal else "chưa có quy định nào"
        super().__init__(
            f"Ngày {vn_date(on)}: «{description(path)}» {state} (tham số {path}, tệp {file}).",
            "Kiểm tra lại ngày; nếu ngày đúng, báo người phụ trách bổ sung quy định của ngày ấy.",
        )
        self.path, self.on, self.file = path, on, file


class UnknownParameter(LookupError):
    """No parameter of that path: a slip of ours, never of the user's."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One parameter's value from `since` on. Shares are Decimal, counts int, lists tuples of text.

    `reference.confidence` is the value's; `note` is what its author wants a reader to know.
    """

    path: str
    value: Value
    unit: str
    since: date
    reference: Reference
    note: str | None = None

    @property
    def is_checked(self) -> bool:
        """Whether it may be shown without "chưa kiểm chứng"."""
        return self.reference.confidence.is_checked

    @property
    def decimal(self) -> Decimal:
        """The value as a number; TypeError where it is none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | Decimal):
            raise TypeError(f"{self.path} không phải là số.")
        return Decimal(self.value)

    @property
    def number(self) -> int:
        """The value as a count; TypeError where it is none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise TypeError(f"{self.path} không phải là số nguyên.")
        return self.value

    @property
    def text(self) -> str:
        """The value as text; TypeError where it is none."""
        if not isinstance(self.value, str):
            raise TypeError(f"{self.path} không phải là chữ.")
        return self.value

    @property
    def items(self) -> tuple[str, ...]:
        """The value as a list; TypeError where it is none."""
        if not isinstance(self.value, tuple):
            raise TypeError(f"{self.path} không phải là danh sách.")
        return self.value

    @property
    def flag(self) -> bool:
        """The value as yes or no; TypeError where it is neither."""
        if not isinstance(self.value, bool):
            raise TypeError(f"{self.path} không phải là có/không.")
        return self.value


@dataclass(frozen=True, slots=True)
class Law:
    """The regulations as they stood on one day."""

    on: date

    def get(self, path: str) -> Dated:
        """The value in force; NotInForce where there is none, UnknownParameter for a path we never had."""
        entry = _entry_on(path, self.on)
        if isinstance(entry, Dated):
            return entry
        raise NotInForce(path, self.on, entry.reference if entry else None)

    def find(self, path: str) -> Dated | None:
        """The value in force; None where there is none. UnknownParameter for a path we never had."""
        entry = _entry_on(path, self.on)
        return entry if isinstance(entry, Dated) else None

    def has(self, path: str) -> bool:
        """Whether `get` would answer."""
        return self.find(path) is not None

    def under(self, folder: str) -> tuple[Dated, ...]:
        """Every value in force below a folder (`documents.layout`), in the order of their paths."""
        found = (self.find(path) for path in paths() if path.startswith(f"{folder}."))
        return tuple(one for one in found if one is not None)


def in_force(on: date) -> Law:
    """The law of that day."""
    return Law(on)


def paths() -> tuple[str, ...]:
    """Every parameter there is, sorted."""
    return tuple(compiled()["parameters"])


def description(path: str) -> str:
    """What the parameter is, in Vietnamese."""
    return compiled()["parameters"][path]["description"]


def file_of(path: str) -> str:
    """Where its values are written."""
    return f"addin/core/regulations/{path.replace('.', '/')}.yaml"


@dataclass(frozen=True, slots=True)
class _Repeal:
    reference: str


@lru_cache(maxsize=4096)
def _entry_on(path: str, on: date) -> Dated | _Repeal | None:
    days, entries = _series(path)
    position = bisect_right(days, on)
    return entries[position - 1] if position else None


@cache
def _series(path: str) -> tuple[tuple[date, ...], tuple[Dated | _Repeal, ...]]:
    try:
        parameter = compiled()["parameters"][path]
    except KeyError:
        raise UnknownParameter(f"Không có tham số «{path}» ({file_of(path)}).") from None
    values = parameter["values"]
    days = tuple(date.fromisoformat(entry["since"]) for entry in values)
    return days, tuple(_entry_of(path, parameter["unit"], entry) for entry in values)


def _entry_of(path: str, unit: str, entry: StoredEntry) -> Dated | _Repeal:
    reference = Reference(entry["instrument"], entry["text"], Confidence(entry["confidence"]))
    if "value" not in entry:
        return _Repeal(str(reference))
    since = date.fromisoformat(entry["since"])
    return Dated(path, restored(unit, entry["value"]), unit, since, reference, entry.get("note"))
