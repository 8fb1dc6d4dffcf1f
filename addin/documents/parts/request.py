"""What a door asks a paper for: the year, the span, the name, the decision; Misuse says what is lacking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from addin.errors import Misuse


@dataclass(frozen=True, slots=True)
class Terms:
    """When and by whom, as a person said it; what is not said comes from the plan. Without `lead` the first of the team leads."""

    starts_on: date | None = None
    ends_on: date | None = None
    report_due: date | None = None
    team: tuple[str, ...] = ()
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """`on` is today; the others are asked for by some kinds only. No number: a paper is numbered when it is issued.

    `another`: a number is taken although Văn bản has this paper.
    """

    on: date
    year: int | None = None
    first: int | None = None
    last: int | None = None
    name: str | None = None
    decision: str | None = None
    members: tuple[str, ...] = ()
    for_cell: bool = False
    terms: Terms = Terms()
    limitations: tuple[str, ...] = ()
    quarter: int | None = None
    variant: str | None = None
    inspection_kind: str | None = None
    another: bool = False

    @property
    def needed_year(self) -> int:
        """The year; Misuse where it was not given."""
        if self.year is None:
            raise Misuse("Chưa cho biết năm.", "Ghi thêm --year, ví dụ --year 2025.")
        return self.year

    @property
    def needed_span(self) -> tuple[int, int]:
        """The years from and to: asked for, never guessed."""
        if self.first is None or self.last is None or self.first > self.last:
            raise Misuse("Chưa cho biết từ năm nào đến năm nào.", "Ghi thêm --from và --to, ví dụ --from 2015 --to 2020.")
        return self.first, self.last

    @property
    def needed_name(self) -> str:
        """The member; Misuse where nobody is named."""
        if not self.name:
            raise Misuse("Chưa cho biết đảng viên nào.", "Ghi thêm --for và họ tên đảng viên.")
        return self.name
