"""Tells a year's ratings: each member with the reasons, the cell, the cap; of a frozen year what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.ratings import MemberRating, Quota, Reason, YearRatings
from addin.core.ratings.collation import collation_of
from addin.core.tables.freezing import FrozenYear
from addin.glossary import header
from addin.jobs.rate import NoColumn, RateResult
from addin.output.forms import plain
from addin.output.reasons import reason_form, reason_line
from addin.output.telling import Table
from addin.output.values import level_shown

_BODIES = {"self": "tự xếp", "agency": "cơ quan", "union": "đoàn thể", "committee": "chi uỷ", "cell": "chi bộ"}


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
            "result": plain(cell.result),
            "because": [reason_form(reason) for reason in cell.because],
        },
        **seal,
    }


def lines(result: RateResult) -> Iterator[str]:
    """Everybody with the reasons."""
    return _told(result, with_reasons=True)


def box(result: RateResult) -> Iterator[str]:
    """Everybody; the reasons stand in the sheet."""
    return _told(result, with_reasons=False)


def table(result: RateResult) -> Table | None:
    """A row a member with the reasons beside; a frozen year has none."""
    if result.frozen:
        return None
    ratings = result.ratings
    rows = [
        (member.full_name, *_levels(member, ratings.year), "\n".join(f"– {reason_line(reason)}" for reason in member.because))
        for member in ratings.members
    ]
    after = (*_cell_and_cap(ratings, with_reasons=True), *_not_written(result.not_written))
    return Table(_head(ratings), ("Đảng viên", "Dự kiến", "Cao nhất có thể", "Vì sao"), tuple(rows), after)


def _told(result: RateResult, *, with_reasons: bool) -> Iterator[str]:
    ratings = result.ratings
    if result.frozen:
        yield from _frozen_lines(ratings, result.frozen)
        return
    yield _head(ratings)
    for member in ratings.members:
        yield _member_line(member, ratings.year)
        yield from _details(member.because if with_reasons else ())
    yield from _cell_and_cap(ratings, with_reasons=with_reasons)
    yield from _not_written(result.not_written)


def _frozen_lines(ratings: YearRatings, frozen: FrozenYear) -> Iterator[str]:
    yield f"Năm {ratings.year} đã khoá ngày {vn_date(frozen.on)} theo {frozen.rules}: giữ kết quả đã ghi, không tính lại."
    for member in ratings.members:
        if member.row:
            yield f"• {member.full_name}: {level_shown(member.result, ratings.year)}"


def _head(ratings: YearRatings) -> str:
    rated = sum(1 for member in ratings.members if member.status == "rated")
    rules = ratings.regime.numbers
    return f"Xếp loại năm {ratings.year}: {padded(rated)} đảng viên được xếp loại, theo {rules}."


def _cell_and_cap(ratings: YearRatings, *, with_reasons: bool) -> Iterator[str]:
    cell, quota = ratings.party_cell, ratings.quota
    yield f"Chi bộ: mức cao nhất có thể là {level_shown(cell.ceiling, ratings.year, 'party_cell')}."
    yield from _details(cell.because if with_reasons else ())
    cap = "chưa xác định" if quota.cap is None else padded(quota.cap)
    yield f"Giới hạn Hoàn thành xuất sắc: {cap}; đang dự kiến {padded(quota.proposed_htxs)}{', vượt' if quota.over else ''}."
    if quota.scope:
        yield quota.scope
    yield from _details(quota.because if with_reasons else ())


def _not_written(missing: NoColumn | None) -> Iterator[str]:
    if missing:
        names = ", ".join(f"“{header('ratings', key)}”" for key in missing.keys)
        yield f"Sheet “{missing.sheet}” chưa có cột {names} nên không ghi được vào đó; thêm cột rồi chạy lại."


def _details(reasons: tuple[Reason, ...]) -> Iterator[str]:
    return (f"    – {reason_line(reason)}" for reason in reasons)


def _member_line(member: MemberRating, year: int) -> str:
    if member.status != "rated":
        return f"• {member.full_name}: không xếp loại – {member.why_not}"
    result, ceiling = _levels(member, year)
    return f"• {member.full_name}: {result}; mức cao nhất có thể {ceiling}"


def _levels(member: MemberRating, year: int) -> tuple[str, str]:
    """The result, and the ceiling with what weakens it."""
    if member.status != "rated":
        return f"không xếp loại – {member.why_not}", ""
    weakened = " (tạm tính, còn thiếu dữ liệu)" if member.provisional else ""
    collation = collation_of(member)
    if collation.disagree:
        weakened += f"; ý kiến khác nhau: {', '.join(f'{_BODIES[one.body]} {one.level}' for one in collation.said)}"
    result = "bỏ phiếu lại" if member.vote == "no_majority" else level_shown(member.result, year)
    return result, f"{level_shown(member.ceiling, year)}{weakened}"


def _member_form(member: MemberRating) -> dict[str, Any]:
    place = member.place
    return {
        "sheet": place.sheet,
        "row": place.row,
        "full_name": member.full_name,
        "status": member.status,
        "why_not": member.why_not,
        "ceiling": plain(member.ceiling),
        "provisional": member.provisional,
        "vote": member.vote,
        "voted": plain(member.voted),
        "result": plain(member.result),
        "because": [reason_form(reason) for reason in member.because],
        "opinions": {opinion.body: plain(opinion.level) for opinion in collation_of(member).opinions},
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
