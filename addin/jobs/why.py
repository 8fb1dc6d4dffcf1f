"""Why a rating: `rate --for` and the button "Vì sao?", with residence and supervision as evidence beside the reasons."""

from __future__ import annotations

from addin.core.persons.halves import parts_of
from addin.core.places import Place
from addin.core.ratings import MemberRating, Reason
from addin.core.ratings import rate as rate_year
from addin.core.ratings.evidence import evidence
from addin.core.records import dataclass
from addin.errors import Misuse
from addin.glossary import person_key
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Page:
    """One member's rating, and what stands beside it without judging."""

    rating: MemberRating
    evidence: tuple[Reason, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Those of the rating first."""
        return (*self.rating.because, *self.evidence)


@dataclass(frozen=True, slots=True)
class WhyResult:
    """A page for everyone asked about."""

    workbook: str
    year: int
    pages: tuple[Page, ...]


def why(opened: Opened, year: int, name: str) -> Outcome[WhyResult]:
    """One member by name; Misuse where it means nobody rated or listed that year, or several."""
    opened.require("members")
    wanted = opened.reading.roster.find(name).member
    ratings = rate_year(opened.reading, year).members
    found = [one for one in ratings if _is_meant(one, name, wanted)]
    if len(found) != 1:
        raise Misuse(
            f"Không xác định được đảng viên “{name}” trong năm {year}.", "Ghi đúng họ tên, mã đảng viên, hoặc tên kèm năm sinh."
        )
    return _explained(opened, year, found)


def why_of_rows(opened: Opened, year: int, rows: frozenset[Place]) -> Outcome[WhyResult]:
    """Those whose rating row or row of the member list is one of these; Misuse says what to select."""
    opened.require("members")
    found = [one for one in rate_year(opened.reading, year).members if not rows.isdisjoint(_rows_of(one))]
    if not found:
        raise Misuse(
            f"Dòng đang chọn không phải của đảng viên nào được đánh giá năm {year}.",
            "Chọn một dòng ở sheet Xếp loại hoặc Đảng viên rồi bấm lại nút.",
        )
    return _explained(opened, year, found)


def _explained(opened: Opened, year: int, found: list[MemberRating]) -> Outcome[WhyResult]:
    roster = opened.reading.roster
    pages = tuple(Page(one, evidence(opened.book, roster, one, year)) for one in found)
    return Outcome(WhyResult(opened.name, year, pages))


def _is_meant(one: MemberRating, name: str, wanted: object) -> bool:
    return one.member is wanted if wanted is not None else person_key(one.full_name) == person_key(name)


def _rows_of(one: MemberRating) -> set[Place]:
    """Where the person stands: two of one name stand in two places."""
    rows = (*(parts_of(one.row) if one.row else ()), one.member)
    return {row.place() for row in rows if row is not None}
