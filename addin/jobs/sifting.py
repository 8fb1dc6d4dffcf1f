"""What of a merge no square takes: found before anything is written, so that one wrong square keeps nothing else out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from addin.core.places import Place
from addin.core.sharing.results import Arrival, Effect
from addin.core.tables.freezing import Reach
from addin.core.tables.rows.book import Book
from addin.core.writes import Writes
from addin.errors import CannotWrite, RefusedSquare
from addin.hosts.port import Host
from addin.jobs.merge_writes import LeftOut, Planner


def sifted(book: Book, host: Host, planner: Callable[[], Planner], effects: Sequence[Effect]) -> tuple[list[Effect], list[LeftOut]]:
    """The effects that can be written together, and the others with the reason."""
    reach = Reach(book)

    def reason_of(some: Sequence[Effect]) -> str:
        writes = planner().plan(some)
        return _frozen(reach, writes) or _refused(host, writes)

    return _parted(tuple(effects), reason_of, planner())


def _parted(effects: Sequence[Effect], reason_of: Callable[[Sequence[Effect]], str], planner: Planner) -> tuple[list[Effect], list[LeftOut]]:
    """Halved until what is refused stands alone."""
    reason = reason_of(effects) if effects else ""
    if not reason:
        return list(effects), []
    if len(effects) == 1:
        return [], [LeftOut(_place(effects[0], planner), reason)]
    middle = len(effects) // 2
    first, second = (_parted(part, reason_of, planner) for part in (effects[:middle], effects[middle:]))
    return first[0] + second[0], first[1] + second[1]


def _place(effect: Effect, planner: Planner) -> Place:
    return Place(effect.sheet) if isinstance(effect, Arrival) else planner.place_of(effect)


def _frozen(reach: Reach, writes: Writes) -> str:
    year = next((one.year.year for one in reach.of(writes)), None)
    return f"năm {year} đã khoá" if year else ""


def _refused(host: Host, writes: Writes) -> str:
    """Only what is said of a square counts; whether the workbook can be written at all is asked when it is."""
    try:
        host.probe(writes)
    except RefusedSquare as error:
        return error.reason
    except CannotWrite:
        return ""
    return ""
