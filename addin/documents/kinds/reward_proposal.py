"""Tờ trình đề nghị khen thưởng: candidates nothing stands in the way of; the others are told with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from addin.core.numerals import padded
from addin.core.persons.rated import PARTY_CELL
from addin.core.persons.reading import Reading
from addin.core.ratings.rewards import RewardCandidate, reward_candidates
from addin.core.reasons import Reason
from addin.core.tables.rows.settings import Settings
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import addressee, issued_fields
from addin.documents.parts.people import People
from addin.documents.parts.prose import day_words
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter
from addin.errors import PaperRefused
from addin.glossary import fold

_BASIS = LegalBasis("reward-proposal")
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_NO_AMOUNT = frozenset({"reward.no_factor", "reward.no_wage"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardLine:
    """One reward proposed."""

    order: str = word("số thứ tự")
    subject: str = word("cá nhân (kèm chức vụ), tập thể")
    form: str = word("hình thức khen thưởng")
    period: str = word("năm hoặc các năm")
    authority: str = word("cấp khen thưởng")
    merit: str = word("thành tích")


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardProposal(Issued):
    """The proposal of one year."""

    addressee: str = word("cấp uỷ cấp trên")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    opening: str = word("câu mở đầu, có số đề nghị")
    rewards: tuple[RewardLine, ...] = words("các đề nghị khen thưởng, mỗi đề nghị một dòng")
    closing: str = word("câu kết")


def build(reading: Reading, request: Request) -> Built:
    """The proposal of one year dated today, and what it lacks."""
    gaps, year = Gaps(), request.needed_year
    free = [one for one in reward_candidates(reading, year) if _is_free(one, gaps)]
    if not free:
        _refuse(year, gaps)
    superior = addressee(reading, gaps)
    context = RewardProposal(
        **issued_fields(reading, KIND.symbol, request.on, gaps),
        summary=f"đề nghị khen thưởng năm {year}",
        addressee=superior,
        legal_bases=_BASIS.of_year(reading.book, year, gaps),
        opening=f"{cell_title(reading.book.settings, gaps)} đề nghị xem xét khen thưởng {padded(len(free))} trường hợp, cụ thể:",
        rewards=tuple(_line(order, one, reading, request.on, gaps) for order, one in enumerate(free, 1)),
        closing=f"Chi bộ kính trình {superior} xem xét, quyết định.",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _refuse(year: int, gaps: Gaps) -> NoReturn:
    """Nobody to propose: what stands in the way of those who came near is said."""
    near = f" {'; '.join(gaps.told)}." if gaps.told else ""
    raise PaperRefused(
        f"Chưa lập tờ trình: năm {year} sổ chưa có cá nhân, tập thể nào đủ điều kiện đề nghị khen thưởng.{near}",
        "Nhập mức “Cấp trên quyết định” ở sheet Xếp loại, “Tiêu biểu” ở sheet Chi bộ rồi lập lại.",
    )


def _is_free(one: RewardCandidate, gaps: Gaps) -> bool:
    """Whether nothing but an unknown amount stands in the way."""
    blocks = [block for block in one.blocks if block.rule not in _NO_AMOUNT]
    for block in blocks:
        gaps.tell(f"Chưa đề nghị {one.form} cho {one.subject} ({_period(one)}): {block.text.rstrip('.')}")
    return not blocks


def _line(order: int, one: RewardCandidate, reading: Reading, on: date, gaps: Gaps) -> RewardLine:
    authority = gaps.filled(one.authority, f"Chưa rõ cấp khen thưởng {one.form} cho {one.subject}")
    return RewardLine(
        order=str(order),
        subject=_subject(one, reading, on, gaps),
        form=one.form,
        period=_period(one),
        authority=_authority(authority, reading.book.settings),
        merit=" ".join(_merit(reason, reading) for reason in one.because if reason.places),
    )


def _subject(one: RewardCandidate, reading: Reading, on: date, gaps: Gaps) -> str:
    """The cell by its whole name; a person with the posts of the day."""
    if fold(one.subject) == PARTY_CELL:
        return cell_title(reading.book.settings, gaps)
    posts = People(reading).posts(one.subject, on)
    return ", ".join(part for part in (one.subject, posts) if part)


def _authority(written: str, settings: Settings) -> str:
    """Who rewards, without the law's bracketed exceptions; a base cell is named only where this cell is one."""
    bare = _BRACKETED.sub("", written)
    return bare if settings.is_base_cell else bare.removesuffix(", chi bộ cơ sở")


def _merit(reason: Reason, reading: Reading) -> str:
    """What was reached, with the superior's decision where the sheet has its number."""
    rows = {place: row for row in reading.book.ratings for place in [row.place("final_level")]}
    row = next((rows[place] for place in reason.places if place in rows), None)
    if row is None or not row.final_no:
        return reason.text
    day = f", {day_words(row.final_date)}" if row.final_date else ""
    return f"{reason.text.rstrip('.')} (Quyết định số {row.final_no}{day})."


def _period(one: RewardCandidate) -> str:
    return f"{one.years[0]}" if len(one.years) == 1 else f"{one.years[0]}-{one.years[-1]}"


KIND = Kind(
    id="reward-proposal",
    title="Tờ trình khen thưởng",
    context=RewardProposal,
    build=build,
    symbol="TTr",
    series="TTr",
    legal_basis=_BASIS,
    matter=Matter(("khen thưởng",)),
)
