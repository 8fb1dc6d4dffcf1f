"""The few shapes most figures have: a count, a count by word, a list of texts; None where nobody entered any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from addin import glossary
from addin.core.dates import PartialDate, vn_date
from addin.core.summaries.figures import Figure, Key, Value, places_of
from addin.core.tables.rows.columns import Row
from addin.glossary import fold

_Row = TypeVar("_Row", bound=Row)


def counted(
    figure_id: str,
    label: str,
    table: str,
    rows: Sequence[Row],
    key: str,
    *,
    entered: bool,
    rests_on: tuple[Key, ...] = (),
) -> Figure:
    """How many rows; None where `entered` says nobody filled the sheet or column in. Rests on `key` unless told."""
    return Figure(figure_id, len(rows) if entered else None, places_of(rows, key), label, table, rests_on or (key,))


def tallied(
    figure_id: str,
    label: str,
    table: str,
    rows: Sequence[_Row],
    key: str,
    *,
    words: Callable[[_Row], Iterable[str | None]],
) -> Figure:
    """How many rows say each word, however it is spelt; None where none says any."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        keys = dict.fromkeys(fold(word) for word in words(row) if word)
        first.update({fold(word): word for word in words(row) if word and fold(word) not in first})
        counts.update(first[key] for key in keys)
    with_words = [row for row in rows if any(words(row))]
    value = in_order(counts, figure_id) if counts else None
    return Figure(figure_id, value, places_of(with_words, key), label, table, (key,))


def listed(
    figure_id: str,
    label: str,
    table: str,
    rows: Sequence[_Row],
    key: str,
    *,
    text: Callable[[_Row], Value],
    rests_on: tuple[Key, ...] = (),
) -> Figure:
    """What the rows say, in their order; None where there are none."""
    value = tuple(text(row) for row in rows) or None
    return Figure(figure_id, value, places_of(rows, key), label, table, rests_on or (key,))


def in_order(counts: Mapping[str, int], figure_id: str = "") -> dict[str, Value]:
    """Words with their counts: the dictionary's order where it has one, else the most frequent first."""
    known = {word: place for place, word in enumerate(_ORDERS.get(figure_id, _no_order)())}
    return {word: counts[word] for word in sorted(counts, key=lambda word: (known.get(word, len(known)), -counts[word], word))}


def _no_order() -> tuple[str, ...]:
    return ()


def _choices(list_name: str) -> Callable[[], tuple[str, ...]]:
    return lambda: glossary.canonical_choices(list_name)


def _codes(list_name: str) -> Callable[[], tuple[str, ...]]:
    return lambda: tuple(dict.fromkeys(glossary.codes(list_name).values()))


_ORDERS: Mapping[str, Callable[[], tuple[str, ...]]] = {
    "inspections.by_kind": _choices("inspection_kind"),
    "inspections.by_content": _codes("content"),
    "inspections.conclusions": _choices("conclusion"),
    "strengths.by_kind": _codes("strength"),
    "shortcomings.by_kind": _codes("shortcoming"),
    "supervision.by_kind": _choices("note_kind"),
    "disciplines.by_form": _choices("discipline_form"),
    "disseminations.by_channel": _choices("channel"),
    "meetings.by_kind": _choices("meeting_kind"),
    "residence.by_level": _choices("residence_level"),
    "commitments.by_result": _choices("commitment_result"),
}


def iso(day: PartialDate | None) -> str | None:
    """The date as `--json` writes it."""
    return day.iso if day else None


def shown(day: PartialDate | None) -> str | None:
    """The date as the Party prints it: 03/9/2019."""
    if day is None:
        return None
    return vn_date(day.exact) if day.exact else str(day)


def is_past(day: PartialDate | None, on: date) -> bool:
    """Whether it is written and not certainly still to come."""
    return day is not None and not day > on


def before(day: PartialDate | None) -> tuple[int, int, int]:
    """Sorts dates, unknown ones last."""
    return (day.year, day.month or 0, day.day or 0) if day else (9999, 0, 0)


def median(numbers: Sequence[int]) -> float:
    """The middle of the numbers, at least one."""
    ranked = sorted(numbers)
    middle = len(ranked) // 2
    return float(ranked[middle]) if len(ranked) % 2 else (ranked[middle - 1] + ranked[middle]) / 2
