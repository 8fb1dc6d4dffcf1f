"""Căn cứ lines of a kind of paper: which list of the register of regulations, and the day whose law counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from addin import glossary
from addin.core.regulations import NotInForce, citations
from addin.core.tables.known_regulations import own_bases
from addin.core.tables.rows.book import Book
from addin.documents.parts import prose
from addin.documents.parts.heading import Gaps


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """`kind` is the list in core/regulations/basis; a paper on one year rests on the law of that year, whenever printed."""

    kind: str

    def of_year(self, book: Book, year: int, gaps: Gaps) -> tuple[str, ...]:
        """One line a basis, as of the year's last day."""
        return self.of_day(book, date(year, 12, 31), gaps)

    def of_day(self, book: Book, on: date, gaps: Gaps, plans: Sequence[str] = ()) -> tuple[str, ...]:
        """`- Căn cứ …;`, the regulations of the centre, those of the superior on sheet Quy định, then the plans; the last ended by a full stop."""
        own = own_bases(book, citations.BASIS_OF_KIND.get(self.kind, self.kind), on)
        named = glossary.fold(" ".join(plans))
        try:
            return prose.listed(citations.lines(self.kind, on, plans, [one for one in own if glossary.fold(one.number or "") not in named]))
        except NotInForce as error:
            gaps.tell(f"Căn cứ: {error.message}")
            return prose.listed([f"Căn cứ {plan}" for plan in plans])
