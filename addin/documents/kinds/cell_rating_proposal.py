"""Tờ trình đề nghị xếp loại chi bộ, with the reasons the level rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from addin import glossary
from addin.core.levels import Level
from addin.core.numerals import padded
from addin.core.ratings import CellRating, Reason, Vote, YearRatings, rate
from addin.core.regulations import NotInForce, in_force
from addin.core.tables.rows.book import Book
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.paper_fields import addressee, issued_fields, rating_bases
from addin.documents.parts.prose import lower_first
from addin.documents.parts.rating_lines import LEVELS, level_counts, reason_texts

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


def context_of(
    book: Book, year: int, on: date, *, number: int | None = None
) -> tuple[CellRatingProposal, tuple[str, ...]]:
    """The proposal dated `on`, and what it lacks; without `number` it leaves room for one."""
    gaps = Gaps()
    ratings = rate(book, year)
    superior = addressee(book, gaps)
    context = CellRatingProposal(
        **issued_fields(book, "TTr", on, gaps, number=number),
        summary=f"đề nghị xếp loại chất lượng chi bộ năm {year}",
        addressee=superior,
        legal_bases=rating_bases("cell-rating-proposal", year, gaps),
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


def cell_levels(year: int) -> tuple[Level, ...]:
    """The four levels a cell can have that year, best first; before 2018 TSVM and YK are its ends."""
    try:
        law = in_force(date(year, 12, 31)).get("rating.levels.party_cell").value
    except NotInForce:
        return LEVELS
    return tuple(Level(code) for code in law) if isinstance(law, tuple) and len(law) == len(LEVELS) else LEVELS


def cell_words(level: Level, year: int) -> str:
    """A level of the cell in the words of the year."""
    return glossary.level_words(level.value, year, "party_cell")
