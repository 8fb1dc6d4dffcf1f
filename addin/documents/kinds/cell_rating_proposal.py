"""Tờ trình đề nghị xếp loại chi bộ, with what was entered and voted as its grounds."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.core.ratings import CellRating, LevelFrom, Vote, labels, rate
from addin.documents.parts.cell_grounds import cell_grounds
from addin.documents.parts.cell_levels import cell_words
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import addressee, issued_fields
from addin.documents.parts.rating_lines import level_counts
from addin.documents.parts.rating_minutes import minutes_named
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter
from addin.errors import PaperRefused

_BASIS = LegalBasis("cell-rating-proposal")


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
        legal_bases=_BASIS.of_year(reading.book, year, gaps),
        proposal=f"{cell_title(book.settings, gaps)} đề nghị xếp loại chi bộ năm {year}: {_level(ratings.party_cell, year, gaps)}.",
        reasons=cell_grounds(ratings, minutes_named(reading, year, gaps) if ratings.party_cell.voted else ""),
        counts=level_counts(ratings),
        closing=f"Chi bộ kính trình {superior} xem xét, quyết định.",
    )
    return settled(context, book.members), tuple(gaps.told)


def _level(cell: CellRating, year: int, gaps: Gaps) -> str:
    """The level of record; PaperRefused where the workbook has none, or the count says otherwise."""
    if cell.level is None:
        again = "chi bộ biểu quyết lại vì chưa mức nào đủ phiếu" if cell.vote is Vote.NO_MAJORITY else "sổ chưa có mức xếp loại chi bộ"
        raise PaperRefused(
            f"Chưa lập tờ trình: {again} năm {year}.",
            "Nhập phiếu của chi bộ ở sheet Phiếu đếm, hoặc cột “Tự xếp loại” ở sheet Chi bộ rồi lập lại.",
        )
    if cell.recorded.source is LevelFrom.CELL and cell.vote is not Vote.NONE and cell.level is not cell.voted:
        raise PaperRefused(
            f"Chưa lập tờ trình: mức chi bộ tự xếp loại năm {year} trái với kết quả kiểm phiếu.",
            "Đối chiếu sheet Phiếu đếm và cột “Tự xếp loại” ở sheet Chi bộ rồi lập lại.",
        )
    if cell.lacking:
        gaps.tell(f"Chi bộ đã có mức khi còn thiếu căn cứ: {labels(cell.lacking)}")
    return f"“{cell_words(cell.level, year)}”"


KIND = Kind(
    id="cell-rating-proposal",
    title="Tờ trình xếp loại chi bộ",
    context=CellRatingProposal,
    build=build,
    symbol="TTr",
    series="TTr",
    legal_basis=_BASIS,
    matter=Matter(("xếp loại", "chi bộ"), never=("đảng viên",)),
)
