"""`rate --for`: one member's rating as a page on the terminal: reasons, articles, squares, and the evidence beside them."""

from __future__ import annotations

from addin.core.ratings import MemberRating
from addin.core.ratings import rate as rate_year
from addin.core.ratings.evidence import evidence
from addin.errors import Misuse
from addin.glossary import person_key
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome, Told
from addin.jobs.rate import words_of
from addin.jobs.reasons import reason_form, reason_line

_SQUARES_SHOWN = 6


def why(opened: Opened, year: int, name: str) -> Outcome[Told]:
    """Misuse where the name means nobody rated or listed that year."""
    opened.require("members")
    roster = opened.reading.roster
    ratings = rate_year(opened.reading, year)
    wanted = roster.find(name).member
    found = [one for one in ratings.members if _is_meant(one, name, wanted)]
    if len(found) != 1:
        raise Misuse(
            f"Không xác định được đảng viên “{name}” trong năm {year}.", "Ghi đúng họ tên, mã đảng viên, hoặc tên kèm năm sinh."
        )
    member = found[0]
    beside = evidence(opened.book, roster, member, year)
    reasons = (*member.because, *beside)
    lines = [f"{member.full_name}, năm {year}: {member.why_not or words_of(member.result, year)}."]
    lines += [f"Mức cao nhất có thể: {words_of(member.ceiling, year)}."] if member.ceiling else []
    lines += [f"– {reason_line(reason, _SQUARES_SHOWN)}" for reason in reasons]
    answer = {
        "workbook": opened.name,
        "year": year,
        "full_name": member.full_name,
        "because": [reason_form(reason) for reason in reasons],
    }
    return Outcome(Told(answer, tuple(lines)))


def _is_meant(one: MemberRating, name: str, wanted: object) -> bool:
    return one.member is wanted if wanted is not None else person_key(one.full_name) == person_key(name)
