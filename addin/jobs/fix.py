"""`fix`: what can be written better without meaning anything else, each square with before and after."""

from __future__ import annotations

from addin.core.records import dataclass
from addin.core.tables.freezing import Reach
from addin.core.writes import Write, Writes
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.safe_fixes import safe_writes


@dataclass(frozen=True, slots=True)
class FixResult:
    """Each square with its value before and after; `because` says what is corrected. `frozen` counts those of frozen years."""

    workbook: str
    fixes: tuple[Write, ...]
    frozen: int = 0


def fix(opened: Opened) -> Outcome[FixResult]:
    """Nothing where everything is written as it should be; a frozen year stays as it was sealed."""
    found = tuple({one.place: one for one in safe_writes(opened.reading)}.values())
    reach = Reach(opened.book)
    fixes = tuple(one for one in found if reach.is_free(one))
    return Outcome(FixResult(opened.name, fixes, len(found) - len(fixes)), effects=Effects(Writes(fixes)))
