"""Where a member or the party cell stands in one line; `rate`, “Vì sao?” and what else tells it say the same."""

from __future__ import annotations

from addin.core.ratings import CellRating, MemberRating, Vote, labels
from addin.core.ratings.collation import collation_of
from addin.core.ratings.decided import UNRATED
from addin.output.values import level_shown

_GIVEN_BY = {"final": "cấp trên quyết định", "cell": "chi bộ đề nghị", "vote": "chi bộ biểu quyết"}
_BODIES = {"self": "tự xếp", "agency": "cơ quan", "union": "đoàn thể", "committee": "chi uỷ", "cell": "chi bộ"}


def standing(member: MemberRating, year: int) -> str:
    """Where a member stands in one line: the level and who gave it, our proposal, or the ceiling and what is lacking."""
    if not member.is_rated:
        where = "".join(f" ({place})" for place in member.because[0].places[:1]) if member.because[0].rule == UNRATED else ""
        return f"không xếp loại – {member.why_not}{where}"
    told, collation = standing_of(member, year, "member"), collation_of(member)
    if not collation.disagree:
        return told
    return f"{told}; ý kiến khác nhau: {', '.join(f'{_BODIES[one.body]} {one.level}' for one in collation.said)}"


def standing_of(one: MemberRating | CellRating, year: int, subject: str) -> str:
    """The same of a member who is rated, or of the party cell."""
    ceiling = level_shown(one.ceiling, year, subject)
    if one.level is not None:
        above = f"; cao hơn mức có thể “{ceiling}”" if one.ceiling and one.level.rank > one.ceiling.rank else ""
        return f"{level_shown(one.level, year, subject)} ({_GIVEN_BY[one.recorded.source]}){above}"
    if one.vote is Vote.NO_MAJORITY:
        return "biểu quyết lại, không mức nào đủ phiếu"
    if one.result is not None:
        return f"dự kiến {level_shown(one.result, year, subject)}"
    if one.lacking:
        return f"trần {ceiling}, chưa đủ căn cứ: thiếu {labels(one.lacking)}"
    return f"trần {ceiling}, cấp có thẩm quyền xem xét, chưa dự kiến"
