"""The kinds of documents that are made (design.md §5): one line a kind, with what builds its context."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from addin.core.tables.rows.book import Book
from addin.documents.kinds.ballot import Ballot
from addin.documents.kinds.cell_rating_proposal import CellRatingProposal
from addin.documents.kinds.count_minutes import CountMinutes
from addin.documents.kinds.explanation import Explanation
from addin.documents.kinds.inspection_decision import InspectionDecision
from addin.documents.kinds.not_rated_list import NotRatedList
from addin.documents.kinds.rating_list import RatingList
from addin.documents.kinds.rating_proposal import RatingProposal
from addin.documents.kinds.review_minutes import ReviewMinutes
from addin.documents.kinds.reward_proposal import RewardProposal
from addin.documents.kinds.term_report import TermReport
from addin.documents.kinds.year_end_report import YearEndReport
from addin.documents.parts.contexts import Context
from addin.documents.requests import (
    Request,
    ask_ballot,
    ask_cell_rating_proposal,
    ask_count_minutes,
    ask_decision,
    ask_explanation,
    ask_not_rated_list,
    ask_rating_list,
    ask_rating_proposal,
    ask_review_minutes,
    ask_reward_proposal,
    ask_term_report,
    ask_year_end_report,
)
from addin.errors import Misuse

Built: TypeAlias = tuple[Context, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """`symbol` is the letters of its number, empty where it has none; `title` names the template for people.

    `build` makes the context for a request, and says what the workbook lacked.
    """

    id: str
    title: str
    symbol: str
    context: type[Context]
    build: Callable[[Book, Request], Built]


_ALL = (
    Kind("inspection-decision", "Quyết định kiểm tra", "QĐ", InspectionDecision, ask_decision),
    Kind("year-end-report", "Báo cáo tổng kết năm", "BC", YearEndReport, ask_year_end_report),
    Kind("term-report", "Báo cáo tổng kết nhiệm kỳ", "BC", TermReport, ask_term_report),
    Kind("rating-list", "Danh sách xếp loại đảng viên", "", RatingList, ask_rating_list),
    Kind("not-rated-list", "Danh sách không xếp loại", "", NotRatedList, ask_not_rated_list),
    Kind("rating-proposal", "Tờ trình xếp loại đảng viên", "TTr", RatingProposal, ask_rating_proposal),
    Kind("cell-rating-proposal", "Tờ trình xếp loại chi bộ", "TTr", CellRatingProposal, ask_cell_rating_proposal),
    Kind("reward-proposal", "Tờ trình khen thưởng", "TTr", RewardProposal, ask_reward_proposal),
    Kind("explanation", "Giải thích mức xếp loại", "", Explanation, ask_explanation),
    Kind("ballot", "Phiếu biểu quyết xếp loại", "", Ballot, ask_ballot),
    Kind("count-minutes", "Biên bản kiểm phiếu", "BB", CountMinutes, ask_count_minutes),
    Kind("review-minutes", "Biên bản kiểm điểm", "BB", ReviewMinutes, ask_review_minutes),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _ALL})


def kind_of(identifier: str) -> Kind:
    """The kind of that id; Misuse names the known ones."""
    try:
        return KINDS[identifier]
    except KeyError:
        raise Misuse(f"Không có loại văn bản «{identifier}».", f"Các loại có: {', '.join(KINDS)}.") from None
