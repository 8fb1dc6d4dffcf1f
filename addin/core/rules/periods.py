"""Periods with a first and a last day, either of which may be unwritten."""

from __future__ import annotations

from datetime import date

from addin.core.dates import PartialDate


def is_reversed(first: PartialDate | None, last: PartialDate | None) -> bool:
    """Whether the end certainly lies before the beginning."""
    return first is not None and last is not None and last < first


def ends_before(last: PartialDate | None, first: PartialDate | None) -> bool:
    """Whether one period is certainly over when the next begins.

    A handover on one and the same day is no overlap; two periods whose bounds are unwritten overlap.
    """
    if last is None or first is None:
        return False
    return not last > first


def begins(first: PartialDate | None) -> date:
    """For sorting: an unwritten beginning comes first."""
    return first.first if first is not None else date.min


def later_than(one: PartialDate | None, other: PartialDate | date | None) -> bool:
    """Whether both are written and the first certainly lies after the second."""
    return one is not None and other is not None and one > other
