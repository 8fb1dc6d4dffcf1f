"""A square's value as one short text: what two hands wrote is compared in this form, and a copy carries its base in it.

Spaces around a text, its line ends and its Unicode form say nothing; a whole number is the same however it was typed; a date
at midnight is a date. Text is never a number, nor a number a date: who changes one into the other has changed the square.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from addin.core.grids import Raw, SquareError, Uncached
from addin.core.writes import Value

Plain = str | None
"""None for blank; else a letter for the kind, a colon, and the value."""

_DAY_SECONDS = 86_400


def plain(raw: Raw) -> Plain:
    """The comparison form; two squares say the same where it is the same."""
    if raw is None:
        return None
    if isinstance(raw, str):
        text = unicodedata.normalize("NFC", raw).replace("\r\n", "\n").strip()
        return f"s:{text}" if text else None
    return next(form(raw) for kind, form in _FORMS if isinstance(raw, kind))


_FORMS: tuple[tuple[type, Callable[..., str]], ...] = (
    (bool, lambda raw: f"b:{int(raw)}"),
    (int, lambda raw: f"n:{raw}"),
    (float, lambda raw: f"n:{int(raw)}" if raw.is_integer() else f"n:{raw!r}"),
    (datetime, lambda raw: f"d:{raw.date().isoformat()}" if raw.time() == time() else f"m:{raw.isoformat()}"),
    (date, lambda raw: f"d:{raw.isoformat()}"),
    (time, lambda raw: f"t:{raw.hour * 3600 + raw.minute * 60 + raw.second}"),
    (timedelta, lambda raw: f"t:{int(raw.total_seconds())}"),
    (SquareError, lambda raw: f"e:{raw.code}"),
    (Uncached, lambda _raw: "u:"),
)


def value_of(text: Plain) -> Value:
    """The value to write for a comparison form; an error value is written as what it shows."""
    if text is None:
        return None
    kind, _, said = text.partition(":")
    return _VALUES[kind](said)


_VALUES: Mapping[str, Callable[[str], Value]] = {
    "s": str,
    "b": lambda said: said == "1",
    "n": lambda said: float(said) if "." in said or "e" in said or "n" in said else int(said),
    "d": date.fromisoformat,
    "m": datetime.fromisoformat,
    "t": lambda said: int(said) / _DAY_SECONDS,
    "e": str,
    "u": lambda _said: "",
}
