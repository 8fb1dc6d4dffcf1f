"""`rate`: ceilings, votes, results and the cap of a year, each with its reasons; and what to write back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from addin.core.dates import vn_date
from addin.core.levels import Level
from addin.core.numerals import padded
from addin.core.ratings import MemberRating, YearRatings, collation_of
from addin.core.ratings import rate as rate_year
from addin.core.regulations import instrument
from addin.core.tables.freezing import FrozenYear, frozen_years
from addin.core.writes import Value, Write, Writes
from addin.glossary import header, level_words
from addin.jobs.answers import plain
from addin.jobs.appending import append_rows
from addin.jobs.cap_sheet import cap_sheet
from addin.jobs.frozen_findings import frozen_findings
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome, Told
from addin.jobs.rating_findings import findings_of
from addin.jobs.reasons import reason_form, reason_line


def rate(opened: Opened, year: int) -> Outcome[Told]:
    """Propose; people decide. A vote or a superior's decision is never written."""
    opened.require("members")
    ratings = rate_year(opened.reading, year)
    frozen = frozen_years(opened.book).get(year)
    if frozen is not None:
        return _frozen(opened, ratings, frozen)
    found = findings_of(ratings)
    lines = (*_lines(ratings), *_missing_columns(ratings))
    return Outcome(Told(answer_of(opened.name, ratings), lines), found, Effects(writes_of(opened, ratings)))


def _missing_columns(ratings: YearRatings) -> list[str]:
    """Result columns the cell's own sheet does not have: said, because nothing can be written there."""
    rows = [member.row for member in ratings.members if member.row is not None]
    names = [f"“{header('ratings', key)}”" for key in ("cell_level", "reasons") if rows and not rows[0].has(key)]
    if not names:
        return []
    sheet = rows[0].source.sheet
    return [f"Sheet “{sheet}” chưa có cột {', '.join(names)} nên không ghi được vào đó; thêm cột rồi chạy lại."]


def _frozen(opened: Opened, ratings: YearRatings, frozen: FrozenYear) -> Outcome[Told]:
    """What was decided stands: results are those entered, nothing is written, reasons are those of the rows."""
    kept = replace(ratings, members=tuple(_as_entered(member) for member in ratings.members))
    answer = {
        **answer_of(opened.name, kept),
        "frozen": {"on": frozen.on.isoformat(), "rules": frozen.rules, "reason": frozen.reason},
    }
    line = f"Năm {kept.year} đã khoá ngày {vn_date(frozen.on)} theo {frozen.rules}: giữ kết quả đã ghi, không tính lại."
    entered = [f"• {member.full_name}: {words_of(member.result, kept.year)}" for member in kept.members if member.row]
    return Outcome(Told(answer, (line, *entered)), frozen_findings(opened.book))


def _as_entered(member: MemberRating) -> MemberRating:
    row = member.row
    return member if row is None else replace(member, result=row.final_level or row.cell_level or member.result)


def answer_of(workbook: str, ratings: YearRatings) -> dict[str, Any]:
    """The JSON contract of design.md §4."""
    quota, cell = ratings.quota, ratings.party_cell
    return {
        "workbook": workbook,
        "year": ratings.year,
        "regime": {"id": ratings.regime.id, "instruments": list(ratings.regime.instruments)},
        "members": [_member_form(member) for member in ratings.members],
        "quota": {
            "base": quota.base,
            "base_count": quota.base_count,
            "rate": plain(quota.rate),
            "rounding": quota.rounding,
            "cap": quota.cap,
            "proposed_htxs": quota.proposed_htxs,
            "over": quota.over,
            "because": [reason_form(reason) for reason in quota.because],
        },
        "party_cell": {
            "ceiling": plain(cell.ceiling),
            "result": plain(cell.result),
            "because": [reason_form(reason) for reason in cell.because],
        },
    }


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


def words_of(level: Level | None, year: int, subject: str = "member") -> str:
    """A level in the words of the year's regime."""
    return level_words(level.value, year, subject) if level else "chưa xác định"


def reason_text(member: MemberRating) -> str:
    """All reasons of a member in one square, each with its reference."""
    return "\n".join(reason_line(reason) for reason in member.because)


def _lines(ratings: YearRatings) -> list[str]:
    rated = [member for member in ratings.members if member.status == "rated"]
    lines = [f"Xếp loại năm {ratings.year}: {padded(len(rated))} đảng viên được xếp loại, theo {_instruments(ratings)}."]
    for member in ratings.members:
        lines.append(_member_line(member, ratings.year))
        lines += [f"    – {reason_line(reason)}" for reason in member.because]
    cell = ratings.party_cell
    lines.append(f"Chi bộ: mức cao nhất có thể là {words_of(cell.ceiling, ratings.year, 'party_cell')}.")
    lines += [f"    – {reason_line(reason)}" for reason in cell.because]
    quota = ratings.quota
    cap = "chưa xác định" if quota.cap is None else f"{padded(quota.cap)}"
    lines.append(f"Giới hạn Hoàn thành xuất sắc: {cap}; đang dự kiến {padded(quota.proposed_htxs)}{', vượt' if quota.over else ''}.")
    lines += [f"    – {reason_line(reason)}" for reason in quota.because]
    return lines


def _instruments(ratings: YearRatings) -> str:
    return ", ".join(instrument(item).number or item for item in ratings.regime.instruments)


_BODIES = {"self": "tự xếp", "agency": "cơ quan", "union": "đoàn thể", "committee": "chi uỷ", "cell": "chi bộ"}


def _member_line(member: MemberRating, year: int) -> str:
    if member.status != "rated":
        return f"• {member.full_name}: không xếp loại – {member.why_not}"
    provisional = " (tạm tính, còn thiếu dữ liệu)" if member.provisional else ""
    collation = collation_of(member)
    if collation.disagree:
        said = ", ".join(f"{_BODIES[one.body]} {one.level}" for one in collation.said)
        provisional += f"; ý kiến khác nhau: {said}"
    result = "bỏ phiếu lại" if member.vote == "no_majority" else words_of(member.result, year)
    return f"• {member.full_name}: {result}; mức cao nhất có thể {words_of(member.ceiling, year)}{provisional}"


def writes_of(opened: Opened, ratings: YearRatings) -> Writes:
    """The result columns of the rating rows; a row of its own for a rated member who has none."""
    squares: list[Write] = []
    new_rows: list[dict[str, Value]] = []
    for member in ratings.members:
        if member.status != "rated" or member.result is None:
            continue
        values: dict[str, Value] = {
            "cell_level": words_of(member.result, ratings.year),
            "reasons": reason_text(member),
        }
        if member.row is None:
            new_rows.append({"year": ratings.year, "member": member.full_name, **values})
            continue
        squares += [
            write
            for key, value in values.items()
            if (write := _square(member, key, value, ratings.year)) is not None
        ]
    appends = append_rows(opened.book, "ratings", new_rows, f"xếp loại năm {ratings.year}")
    return Writes(tuple(squares), appends, cap_sheet(opened.book, ratings))


def _square(member: MemberRating, key: str, value: Value, year: int) -> Write | None:
    """A write where the sheet has the column and the square does not hold the value already."""
    row = member.row
    if row is None or not row.has(key):
        return None
    held = getattr(row, key)
    before = words_of(held, year) if isinstance(held, Level) else held
    if before == value:
        return None
    return Write(row.place(key), value, f"xếp loại năm {year}", before)
