"""Whether the papers of a count fit together: minutes that contradict themselves are not made, and what was counted stands."""

from __future__ import annotations

from collections.abc import Iterator

from addin import glossary
from addin.core.ratings import MemberRating, YearRatings
from addin.core.ratings.votes import ballots_of
from addin.core.tables.rows.ballots import BallotCount
from addin.documents.parts import prose
from addin.documents.parts.heading import Gaps
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import level_words, reason_texts
from addin.documents.parts.squares import squares
from addin.errors import PaperRefused

_BARRING = frozenset({"htxs", "htt", "htn", "kht", "ceiling", "no_level"})
_AT_MOST = (
    ("returned", "issued"), ("valid", "returned"), ("issued", "present"), ("present", "summoned"), ("summoned", "official"),
)  # fmt: skip


def refuse_mismatches(row: BallotCount | None, ratings: YearRatings, people: RatedPeople) -> None:
    """PaperRefused, naming each contradiction with its squares; silent where a number is blank."""
    if row is None:
        return
    found = [text for text in (*_papers(row), *(_votes(row, one, people) for one in ratings.members if one.is_rated)) if text]
    if found:
        raise PaperRefused(
            f"Chưa lập biên bản vì số phiếu chưa khớp: {'; '.join(found)}.", "Sửa sheet Kiểm phiếu hoặc Xếp loại rồi lập lại."
        )


def tell_counted(ratings: YearRatings, people: RatedPeople, gaps: Gaps) -> None:
    """Who has no votes at all, and whose votes the rules cap: whoever signs must know."""
    for one in ratings.members:
        if one.is_rated and (one.row is None or not ballots_of(one.row).total):
            gaps.tell(f"Đồng chí {people.name(one)}: chưa có số phiếu nào", one.place)
        elif one.is_rated and _is_above(one):
            voted, ceiling = level_words(one.voted, ratings.year), level_words(one.ceiling, ratings.year)
            gaps.tell(f"Đồng chí {people.name(one)}: đủ phiếu mức “{voted}” nhưng quy định chỉ cho mức “{ceiling}”", one.place)


def outcomes(ratings: YearRatings, people: RatedPeople) -> tuple[str, ...]:
    """`biểu quyết …; đề nghị …` with the reason, for those whose proposal is not simply the vote."""
    return prose.listed([text for one in ratings.members if one.is_rated and (text := _outcome(one, ratings.year, people))])


def _outcome(one: MemberRating, year: int, people: RatedPeople) -> str:
    entered = one.row.cell_level if one.row else None
    if one.voted is None or not (_is_above(one) or entered not in {None, one.voted}):
        return ""
    if entered not in {None, one.voted}:
        proposed = f"đề nghị “{level_words(entered, year)}”"
    else:
        proposed = f"đề nghị chi bộ xem lại, quy định cho phép cao nhất “{level_words(one.ceiling, year)}”"
    why = _why(one)
    return f"Đồng chí {people.name(one)}: biểu quyết “{level_words(one.voted, year)}”; {proposed}{f': {why}' if why else ''}"


def _why(one: MemberRating) -> str:
    """What bars the higher level by the text; where nothing does, the reason people wrote."""
    if _is_above(one):
        barring = [reason for reason in one.because if reason.rule.partition(".")[0] in _BARRING]
        return "; ".join(prose.lower_first(told.strip(" -.;")) for told in reason_texts(barring, Gaps()))
    return ((one.row.reasons if one.row else None) or "").rstrip(" .;")


def _is_above(one: MemberRating) -> bool:
    return one.voted is not None and one.ceiling is not None and one.voted.rank > one.ceiling.rank


def _papers(row: BallotCount) -> Iterator[str]:
    for part, whole in _AT_MOST:
        few, many = getattr(row, part), getattr(row, whole)
        if few is not None and many is not None and few > many:
            names = [glossary.header("ballot_counts", key).lower() for key in (part, whole)]
            yield f"{names[0]} {few}, {names[1]} {many} ({squares((row.place(part), row.place(whole)))})"
    if row.returned is None or row.valid is None or row.invalid is None:
        return
    if row.valid <= row.returned and row.valid + row.invalid != row.returned:
        where = squares((row.place("returned"), row.place("valid"), row.place("invalid")))
        yield f"hợp lệ {row.valid}, không hợp lệ {row.invalid}, thu về {row.returned} ({where})"


def _votes(row: BallotCount, one: MemberRating, people: RatedPeople) -> str:
    """The four columns of a member sum to the valid papers, or to those returned less the spoilt marks."""
    if one.row is None or row.valid is None:
        return ""
    ballots = ballots_of(one.row)
    marked = ballots.marked
    allowed = {row.valid} | ({row.returned - ballots.invalid} if row.returned is not None else set())
    if marked == 0 or marked in allowed:
        return ""
    where = squares((*ballots.places, row.place("valid")))
    return f"đồng chí {people.name(one)} có {marked} phiếu, số phiếu hợp lệ {row.valid} ({where})"
