"""Everything one member is judged on in one year, gathered once and given to every condition."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from addin.core.levels import Level
from addin.core.parameters import Parameters
from addin.core.persons.quarters import is_rated_by_quarter
from addin.core.ratings.inputs import Inputs
from addin.core.reasons import Missing
from addin.core.records import dataclass
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.members import Member
from addin.glossary import fold, header, level_words
from addin.glossary.choices import StaffKind

_AGENCY_KINDS = frozenset(fold(kind) for kind in (StaffKind.CADRE, StaffKind.CIVIL_SERVANT, StaffKind.PUBLIC_EMPLOYEE))
_DEPUTY = fold("Phó")
_LEADER_KEYS = (
    "unit_done_pct", "unit_over_pct", "unit_late_pct", "low_confidence_pct", "subordinate_corruption", "units_kht_pct", "targets_missed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """`disciplines` are all of this member's, of any year; `member` is None for a name nobody has.

    `led_level` is the decided level of the party cell where the person is its secretary.
    """

    law: Parameters
    judged_on: date
    member: Member | None
    inputs: Inputs
    disciplines: tuple[Discipline, ...]
    led_level: Level | None = None

    @property
    def year(self) -> int:
        """The rating year."""
        return self.law.year

    @property
    def has_agency(self) -> bool | None:
        """Whether an agency rates the person as cán bộ, công chức, viên chức; None where unknown."""
        kind = self.member.staff_kind if self.member else None
        return None if kind is None else fold(kind) in _AGENCY_KINDS

    @property
    def is_leader(self) -> bool:
        """Whether the leaders' conditions apply; a blank is not yet a leader."""
        return bool(self.member and self.member.is_leader)

    @property
    def is_by_object(self) -> bool:
        """From 2025 leaders and others have cases of their own, and some the competent level weighs."""
        return self.law.find("rating.weighed.self_detected") is not None

    @property
    def is_judged_by_places_led(self) -> bool:
        """From 2025 a leader's tasks are those of the places led (Điều 11); his own count in his points."""
        return self.is_leader and self.is_by_object

    @property
    def has_quarters(self) -> bool:
        """Whether the person is rated by quarter: leaders, unless the cell's setting says all or none."""
        return self.member is not None and is_rated_by_quarter(self.member, self.law.settings)

    @property
    def is_deputy_from_2025(self) -> bool:
        """A cấp phó, in the years that treat head and deputies differently (ratings.md §5.4)."""
        title = fold(self.member.job_title or "") if self.member else ""
        return title.startswith(_DEPUTY) and self.law.find("rating.ceiling.head") is not None

    @property
    def may_be_leader(self) -> bool:
        """Blank in the sheet although inputs of leaders were entered."""
        unsaid = self.member is not None and self.member.is_leader is None
        return unsaid and bool(self.inputs.places(*_LEADER_KEYS))

    def reaches(self, holds: bool | None, key: str) -> bool | None:
        """What holds at the best a number can still be is not known while it is not; what fails even then fails."""
        return None if holds and self.inputs.number(key) is None else holds

    def missing_about_member(self, key: str) -> tuple[Missing, ...]:
        """A blank of the member's own row."""
        place = self.member.place(key) if self.member else self.inputs.fallback
        return (Missing(key, header("members", key), place),)

    def share_of_tasks(self, key: str) -> Decimal | None:
        """A count of tasks (at its best, where some wait) as a share of those assigned; None where unknown or nothing was assigned."""
        part, whole = self.inputs.best(key), self.inputs.number("tasks_assigned")
        return part / whole if part is not None and whole else None


def words_of(level: Level | None, year: int) -> str:
    """The level as a body other than the cell gives it: plain words of the year, empty where none."""
    return level_words(level.value, year, "party_cell") if level else ""
