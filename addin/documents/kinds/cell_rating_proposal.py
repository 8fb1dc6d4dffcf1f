"""Tờ trình đề nghị xếp loại chi bộ, with the reasons the level rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from addin.core.levels import Level
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.ratings import CellRating, Reason, Vote, YearRatings, rate
from addin.documents.parts.cell_levels import cell_words
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import addressee, issued_fields
from addin.documents.parts.prose import lower_first
from addin.documents.parts.rating_lines import level_counts, reason_texts
from addin.documents.parts.request import Request

_BASIS = LegalBasis("cell-rating-proposal")
_SHARES = {"members_completed": Level.HTN, "members_good": Level.HTT}
_SHARE = re.compile(r"^\d+/\d+ đảng viên được xếp")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRatingProposal(Issued):
    """The proposal of one year."""

    addressee: str = word("cấp uỷ cấp trên")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    proposal: str = word("câu đề nghị mức xếp loại chi bộ")
    reasons: tuple[str, ...] = words("các lý do, kèm quy định")
    counts: tuple[str, ...] = words("số đảng viên theo từng mức")
    closing: str = word("câu kết")


def build(reading: Reading, request: Request) -> Built:
    """The proposal of one year dated today, and what it lacks."""
    gaps, book, year = Gaps(), reading.book, request.needed_year
    ratings = rate(reading, year)
    superior = addressee(reading, gaps)
    context = CellRatingProposal(
        **issued_fields(reading, KIND.symbol, request.on, gaps),
        summary=f"đề nghị xếp loại chất lượng chi bộ năm {year}",
        addressee=superior,
        legal_bases=_BASIS.of_year(year, gaps),
        proposal=f"{cell_title(book.settings, gaps)} đề nghị xếp loại chi bộ năm {year}: {_level(ratings.party_cell, year, gaps)}.",
        reasons=reason_texts(_argued(ratings, gaps), gaps),
        counts=level_counts(ratings),
        closing=f"Chi bộ kính trình {superior} xem xét, quyết định.",
    )
    return settled(context, book.members), tuple(gaps.told)


def _level(cell: CellRating, year: int, gaps: Gaps) -> str:
    if cell.vote is Vote.NO_MAJORITY:
        gaps.tell("Chưa mức nào của chi bộ đủ phiếu: biểu quyết lại")
    for reason in filter(_is_missing, cell.because):
        gaps.tell(f"Mức của chi bộ tạm tính: {lower_first(reason.text.rstrip('.'))}")
    return f"“{cell_words(cell.result, year)}”" if cell.result else "chưa có (biểu quyết lại)"


def _argued(ratings: YearRatings, gaps: Gaps) -> Iterator[Reason]:
    """What speaks for the level; shares of members as the cell proposes them, as in the list below."""
    for reason in ratings.party_cell.because:
        least = _SHARES.get(reason.rule.partition(".")[2])
        if least is None:
            if not _is_missing(reason):
                yield reason
            continue
        rated = [one for one in ratings.members if one.is_rated]
        reached = sum(one.result is not None and one.result.rank >= least.rank for one in rated)
        told = f"{padded(reached)}/{padded(len(rated))} đảng viên"
        if not reason.text.startswith(told):
            gaps.tell("Số đảng viên theo mức trong tờ trình là mức chi bộ đề nghị, khác mức cấp trên đã quyết định: cần xem lại")
        yield replace(reason, text=_SHARE.sub(f"{told} được đề nghị xếp", reason.text))


def _is_missing(reason: Reason) -> bool:
    """A blank input: told to the secretary, not argued with in the paper."""
    return reason.rule.startswith("missing.")


KIND = Kind(
    id="cell-rating-proposal",
    title="Tờ trình xếp loại chi bộ",
    context=CellRatingProposal,
    build=build,
    symbol="TTr",
    series="TTr",
    legal_basis=_BASIS,
)
