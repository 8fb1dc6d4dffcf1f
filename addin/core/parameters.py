"""The numbers a rating uses: the law of 31/12 of the year, unless the cell's own settings say otherwise.

A cell follows its đảng uỷ's guidance by adding a row to Thiết lập whose Mục is the parameter's path
(`rating.ceiling.sick_months`) or its description; the value is read by the parameter's unit. What the
setting says is then cited as such, so nobody takes it for the central text.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from addin.core import regulations
from addin.core.dates import year_end
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.references import Reference
from addin.core.regulations import Law, Value
from addin.core.regulations.law import description
from addin.core.tables.rows.settings import Settings
from addin.glossary import flag, fold

_OWN = Reference("MAC-DINH", "sheet Thiết lập, theo hướng dẫn của đảng uỷ")


_NO_NUMBER = Decimal("NaN")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value, where it stands and, for a setting, its square; `share` is a number's exact value."""

    value: Value
    reference: Reference
    places: tuple[Place, ...] = ()

    share: Decimal = _NO_NUMBER

    @property
    def word(self) -> str:
        """The value as text; TypeError where it is none."""
        if not isinstance(self.value, str):
            raise TypeError(self.reference.text)
        return self.value


def parameter(value: Value, reference: Reference, places: tuple[Place, ...] = ()) -> Parameter:
    """A parameter; what is no number has no comparable `share`: using it as one raises."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Parameter(value, reference, places, Decimal(value))
    return Parameter(value, reference, places)


class Parameters:
    """The parameters of one rating year, each looked up once."""

    def __init__(self, year: int, settings: Settings) -> None:
        self.year = year
        self.settings = settings
        self._law: Law = regulations.in_force(year_end(year))
        self._own = {fold(key): written for key, written in settings.other.items()}
        self._known: dict[str, Parameter | None] = {}

    def find(self, path: str) -> Parameter | None:
        """The value that year; None where no rule is known or it was repealed."""
        try:
            return self._known[path]
        except KeyError:
            found = self._known[path] = self._read(path)
            return found

    def _read(self, path: str) -> Parameter | None:
        dated = self._law.find(path)
        if dated is None:
            return None
        return self._entered(path, dated.value) or parameter(dated.value, dated.reference)

    def holds(self, path: str) -> Parameter | None:
        """A flag that is set that year, with its source; None where it is not."""
        found = self.find(path)
        return found if found is not None and found.value is True else None

    def get(self, path: str) -> Parameter:
        """The value that year; NotInForce where there is none."""
        found = self.find(path)
        if found is None:
            self._law.get(path)
            raise LookupError(path)
        return found

    def _entered(self, path: str, default: Value) -> Parameter | None:
        if not self._own:
            return None
        written = self._own.get(fold(path)) or self._own.get(fold(description(path)))
        if written is None:
            return None
        value = _read_like(default, written[0])
        return None if value is None else parameter(value, _OWN, (written[1],))


def _read_like(default: Value, text: str) -> Value | None:
    """The text as a value of the default's kind; None where it is none, and the default stays."""
    if isinstance(default, bool):
        return flag(text)
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if isinstance(default, str):
        return text.strip() or None
    number = _number(text)
    if number is None or isinstance(default, Decimal):
        return number
    return int(number) if number == number.to_integral_value() else None


def _number(text: str) -> Decimal | None:
    plain = text.strip().replace(" ", "").replace(",", ".")
    try:
        return Decimal(plain.removesuffix("%")) / (100 if plain.endswith("%") else 1)
    except InvalidOperation:
        return None
