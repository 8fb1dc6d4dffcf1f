"""What a person chose for each conflict, and what follows: the choice holds as long as what was chosen between stands so.

A conflict is known again by what it is about and what the copies say. A choice made when the workbook had another value there
(and not the chosen one) is none: then it is asked anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from string import ascii_uppercase

from addin import glossary
from addin.core.records import dataclass
from addin.core.sharing.plain import Plain
from addin.core.sharing.results import Arrival, Change, Conflict, Effect, Removal, Values

KEEP = ascii_uppercase[0]
DAYS = ("noted_on", "assigned_on", "due_on")
"""The columns that say when a new row belongs, the first that is filled in."""
_WRITTEN = re.compile(r"s:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """Letters of the ways taken, or another value (`is_other`) for a square."""

    letters: tuple[str, ...] = ()
    other: Plain = None
    is_other: bool = False

    def __bool__(self) -> bool:
        return bool(self.letters) or self.is_other


@dataclass(frozen=True, slots=True)
class Settled:
    """A conflict with the choice made for it."""

    conflict: Conflict
    choice: Choice


def letters_of(conflict: Conflict) -> tuple[str, ...]:
    """The letter of each option; A is the workbook's own way."""
    return tuple(ascii_uppercase[1 : 1 + len(conflict.options)])


def code_of(conflict: Conflict) -> str:
    """What it is called, the same at every run and for every order of the copies."""
    said = sorted([json.dumps(_form(option.value), ensure_ascii=False), sorted(hand.group for hand in option.hands)] for option in conflict.options)
    return _digest([conflict.table, conflict.why, _form(conflict.about), conflict.column, _form(conflict.base), said])


def state_of(value: Plain | Values) -> str:
    """A short sign of what the workbook had when somebody chose."""
    return _digest(_form(value))


def is_valid(conflict: Conflict, choice: Choice, state: str) -> bool:
    """Whether the choice can be meant: letters it has, another value for squares only, and the workbook as it was."""
    known = {KEEP, *letters_of(conflict)}
    if not choice or not set(choice.letters) <= known or (choice.is_other and not conflict.column):
        return False
    if len(choice.letters) > 1 and (conflict.column or KEEP in choice.letters):
        return False
    return state == state_of(conflict.here) or (bool(conflict.column) and _chosen(conflict, choice) == [conflict.here])


def _chosen(conflict: Conflict, choice: Choice) -> list[Plain | Values]:
    """What the square is to say; nothing for the workbook's own way."""
    values = {letter: option.value for letter, option in zip(letters_of(conflict), conflict.options, strict=True)}
    return [choice.other] if choice.is_other else [values[letter] for letter in choice.letters if letter in values]


def effects_of(settled: Settled) -> tuple[Effect, ...]:
    """What the choice does; nothing for the workbook's own way, nor where it is done."""
    conflict, choice = settled.conflict, settled.choice
    if conflict.column and _chosen(conflict, choice) == [conflict.here]:
        return ()
    if choice.is_other:
        hands = tuple(hand for option in conflict.options for hand in option.hands)
        if conflict.line is None:
            return ()
        return (Change(conflict.table, conflict.line, conflict.column, choice.other, hands),)
    by_letter = dict(zip(letters_of(conflict), conflict.options, strict=True))
    return tuple(effect for letter in choice.letters if letter in by_letter for effect in by_letter[letter].effects)


def ordered(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    """Squares first, then rows that came, by date, then group; then rows that went, from the last upwards and not changed as well."""
    held = tuple(effects)
    gone = {(one.line.sheet, one.line.row): one for one in held if isinstance(one, Removal)}
    changes = [one for one in held if isinstance(one, Change) and (one.line.sheet, one.line.row) not in gone]
    return (*changes, *sorted((one for one in held if isinstance(one, Arrival)), key=_when), *(gone[place] for place in sorted(gone, reverse=True)))


def _when(arrival: Arrival) -> tuple[str, str, str]:
    """Its day, its group, its words; what has no day comes last."""
    values = dict(arrival.values)
    day = next((found for column in DAYS if (found := _day(values.get(column)))), "9999")
    return day, min((glossary.group_key(hand.group) for hand in arrival.hands), default=""), json.dumps(arrival.values, ensure_ascii=False)


def _day(said: Plain) -> str:
    """`2026-03-09` of a date, or of day, month and year written as text."""
    if said is None or said[:2] in {"d:", "m:"}:
        return said[2:12] if said else ""
    written = _WRITTEN.fullmatch(said)
    return f"{written[3]}-{int(written[2]):02}-{int(written[1]):02}" if written else ""


def _form(value: Plain | Values) -> object:
    return [list(pair) for pair in value if pair[1] is not None] if isinstance(value, tuple) else value


def _digest(said: object) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:_DIGITS]
