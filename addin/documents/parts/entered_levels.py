"""Papers that carry levels to others are made only on entered ones: none is ours, none contradicts the count."""

from __future__ import annotations

from addin.core.numerals import padded
from addin.core.ratings import LevelFrom, MemberRating, Vote, YearRatings
from addin.documents.parts.rated_people import RatedPeople
from addin.errors import PaperRefused


def refuse_nobody_rated(ratings: YearRatings) -> None:
    """PaperRefused where nobody of the workbook is rated that year."""
    if not any(one.is_rated for one in ratings.members):
        raise PaperRefused(
            f"Chưa lập văn bản: năm {ratings.year} sổ chưa có đảng viên nào được xếp loại.",
            "Xem lại sheet Đảng viên và năm đã chọn.",
        )


def refuse_without_levels(ratings: YearRatings, people: RatedPeople) -> None:
    """PaperRefused naming who is rated and has no level of record."""
    refuse_nobody_rated(ratings)
    blank = [people.name(one) for one in ratings.members if one.is_rated and one.level is None]
    if blank:
        raise PaperRefused(
            f"Chưa lập văn bản: năm {ratings.year} còn {padded(len(blank))} đồng chí chưa có mức xếp loại: {'; '.join(blank)}.",
            "Nhập số phiếu, hoặc cột “Chi bộ đề nghị”, “Cấp trên quyết định” ở sheet Xếp loại rồi lập lại.",
        )


def refuse_contradicted(ratings: YearRatings, people: RatedPeople) -> None:
    """PaperRefused where the cell entered a higher level than it voted, or one although the meeting votes again."""
    against = [people.name(one) for one in ratings.members if one.is_rated and _is_contradicted(one)]
    if against:
        raise PaperRefused(
            f"Chưa lập văn bản: mức “Chi bộ đề nghị” năm {ratings.year} trái với kết quả kiểm phiếu: {'; '.join(against)}.",
            "Đối chiếu biên bản kiểm phiếu, sửa cột “Chi bộ đề nghị” hoặc số phiếu ở sheet Xếp loại rồi lập lại.",
        )


def _is_contradicted(one: MemberRating) -> bool:
    if one.recorded.source is not LevelFrom.CELL or one.level is None:
        return False
    return one.vote is Vote.NO_MAJORITY or (one.voted is not None and one.level.rank > one.voted.rank)
