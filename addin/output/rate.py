"""Tells a year's ratings: a line a member, the cell, the cap; reasons where asked for; of a frozen year what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.ratings import CellRating, MemberRating, Quota, Reason, YearRatings
from addin.core.ratings.collation import collation_of
from addin.core.tables.freezing import FrozenYear
from addin.core.tables.our_sheets import PROPOSALS
from addin.jobs.rate import RateResult
from addin.output.forms import place_form, plain
from addin.output.reasons import reason_form, reason_line
from addin.output.standings import standing, standing_of
from addin.output.telling import Table
from addin.output.values import level_shown

_HOW_TO_ASK = "Xem căn cứ: thêm --reasons, hoặc --for “Họ và tên” cho một người."


def form(result: RateResult) -> dict[str, Any]:
    """The contract of design.md §4, with `frozen` for a year that is."""
    ratings, frozen = result.ratings, result.frozen
    cell = ratings.party_cell
    seal = {"frozen": {"on": frozen.on.isoformat(), "rules": frozen.rules, "reason": frozen.reason}} if frozen else {}
    return {
        "workbook": result.workbook,
        "year": ratings.year,
        "regime": {"id": ratings.regime.id, "instruments": list(ratings.regime.instruments)},
        "members": [_member_form(member) for member in ratings.members],
        "quota": _quota_form(ratings.quota),
        "party_cell": {
            "ceiling": plain(cell.ceiling),
            **_standing_form(cell),
            "because": [reason_form(reason) for reason in cell.because],
        },
        "notes": [reason_form(reason) for reason in ratings.notes],
        **seal,
    }


def lines(result: RateResult) -> Iterator[str]:
    """A line a member, with every reason where asked for; else how to ask."""
    yield from _told(result)
    if not (result.with_reasons or result.frozen):
        yield _HOW_TO_ASK


def box(result: RateResult) -> Iterator[str]:
    """A line a member; the reasons stand in the sheet and behind the button “Vì sao?”."""
    return _told(result)


def table(result: RateResult) -> Table | None:
    """A row a member; a frozen year has none."""
    if result.frozen:
        return None
    ratings = result.ratings
    rows = [(member.full_name, standing(member, ratings.year), *_more(member, result)) for member in ratings.members]
    headings = ("Đảng viên", "Mức", "Cao nhất có thể", *(("Vì sao",) if result.with_reasons else ()))
    hint = () if result.with_reasons else (_HOW_TO_ASK,)
    after = (*_notes(ratings), *_cell_and_cap(result), *_elsewhere(result), *hint)
    return Table(_head(ratings), headings, tuple(rows), after)


def _more(member: MemberRating, result: RateResult) -> tuple[str, ...]:
    ceiling = level_shown(member.ceiling, result.ratings.year) if member.ceiling else ""
    reasons = "\n".join(f"– {reason_line(reason)}" for reason in member.because)
    return (ceiling, reasons) if result.with_reasons else (ceiling,)


def _told(result: RateResult) -> Iterator[str]:
    ratings = result.ratings
    if result.frozen:
        yield from _frozen_lines(ratings, result.frozen)
        return
    yield _head(ratings)
    for member in ratings.members:
        yield f"• {member.full_name}: {standing(member, ratings.year)}"
        yield from _details(member.because if result.with_reasons else ())
    yield from _notes(ratings)
    yield from _cell_and_cap(result)
    yield from _elsewhere(result)


def _frozen_lines(ratings: YearRatings, frozen: FrozenYear) -> Iterator[str]:
    yield f"Năm {ratings.year} đã khoá ngày {vn_date(frozen.on)} theo {frozen.rules}: giữ kết quả đã ghi, không tính lại."
    for member in ratings.members:
        if member.row:
            yield f"• {member.full_name}: {standing(member, ratings.year)}"


def _head(ratings: YearRatings) -> str:
    rated = sum(1 for member in ratings.members if member.status == "rated")
    rules = ratings.regime.numbers
    return f"Xếp loại năm {ratings.year}: {padded(rated)} đảng viên được xếp loại, theo {rules}."


def _notes(ratings: YearRatings) -> tuple[str, ...]:
    return tuple(reason_line(reason) for reason in ratings.notes)


def _cell_and_cap(result: RateResult) -> Iterator[str]:
    ratings = result.ratings
    quota = ratings.quota
    yield f"Chi bộ: {standing_of(ratings.party_cell, ratings.year, 'party_cell')}."
    yield from _details(ratings.party_cell.because if result.with_reasons else ())
    cap = "chưa xác định" if quota.cap is None else padded(quota.cap)
    waiting = sum(1 for one in ratings.members if one.is_rated and one.counted is None)
    left_out = f" (chưa tính {padded(waiting)} người chưa có mức)" if waiting and quota.cap is not None and not quota.allocated else ""
    yield f"Giới hạn Hoàn thành xuất sắc: {cap}{left_out}; đang tính {padded(quota.proposed_htxs)}{', vượt' if quota.over else ''}."
    yield from _details(quota.because if result.with_reasons else ())


def _elsewhere(result: RateResult) -> Iterator[str]:
    for sheet in result.elsewhere:
        yield f"Sheet “{sheet}” không có hai cột trống ngay bên phải bảng: dự kiến ghi ở sheet “{PROPOSALS}”."


def _details(reasons: tuple[Reason, ...]) -> Iterator[str]:
    return (f"    – {reason_line(reason)}" for reason in reasons)


def _member_form(member: MemberRating) -> dict[str, Any]:
    place = member.place
    return {
        "sheet": place.sheet,
        "row": place.row,
        "full_name": member.full_name,
        "status": member.status,
        "why_not": member.why_not,
        "ceiling": plain(member.ceiling),
        **_standing_form(member),
        "because": [reason_form(reason) for reason in member.because],
        "opinions": {opinion.body: plain(opinion.level) for opinion in collation_of(member).opinions},
    }


def _standing_form(one: MemberRating | CellRating) -> dict[str, Any]:
    lacking = [
        {"key": blank.key, "could_lower_to": plain(blank.could_lower_to), "label": blank.label, "place": place_form(blank.place)}
        for blank in one.lacking
    ]
    return {
        "provisional": one.provisional,
        "lacking": lacking,
        "level": plain(one.level),
        "level_from": one.recorded.source.value,
        "vote": one.vote,
        "voted": plain(one.voted),
        "result": plain(one.result),
    }


def _quota_form(quota: Quota) -> dict[str, Any]:
    return {
        "base": quota.base,
        "base_count": quota.base_count,
        "rate": plain(quota.rate),
        "rounding": quota.rounding,
        "cap": quota.cap,
        "proposed_htxs": quota.proposed_htxs,
        "over": quota.over,
        "because": [reason_form(reason) for reason in quota.because],
    }
