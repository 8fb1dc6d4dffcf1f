"""Căn cứ lines of a kind of paper: which list of the register of regulations, and the day whose law counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from addin.core.regulations import NotInForce, citations
from addin.documents.parts import prose
from addin.documents.parts.heading import Gaps


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """`kind` is the list in core/regulations/basis; a paper on one year rests on the law of that year, whenever printed."""

    kind: str

    def of_year(self, year: int, gaps: Gaps) -> tuple[str, ...]:
        """One line a basis, as of the year's last day."""
        return self.of_day(date(year, 12, 31), gaps)

    def of_day(self, on: date, gaps: Gaps, plans: Sequence[str] = ()) -> tuple[str, ...]:
        """`- Căn cứ …;`, the plans behind the regulations, the last ended by a full stop."""
        try:
            return prose.listed(citations.lines(self.kind, on, plans))
        except NotInForce as error:
            gaps.tell(f"Căn cứ: {error.message}")
            return prose.listed([f"Căn cứ {plan}" for plan in plans])
