"""Tờ trình đề nghị khen thưởng: candidates nothing stands in the way of; the others are told with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.ratings.rewards import RewardCandidate, reward_candidates
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import addressee, issued_fields
from addin.documents.parts.request import Request

_BASIS = LegalBasis("reward-proposal")
_NO_AMOUNT = frozenset({"reward.no_factor", "reward.no_wage"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardLine:
    """One reward proposed."""

    order: str = word("số thứ tự")
    subject: str = word("cá nhân, tập thể")
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
        gaps.tell(f"Năm {year} chưa có cá nhân, tập thể nào đủ điều kiện đề nghị khen thưởng")
    superior = addressee(reading, gaps)
    context = RewardProposal(
        **issued_fields(reading, KIND.symbol, request.on, gaps),
        summary=f"đề nghị khen thưởng năm {year}",
        addressee=superior,
        legal_bases=_BASIS.of_year(year, gaps),
        opening=f"{cell_title(reading.book.settings, gaps)} đề nghị xem xét khen thưởng {padded(len(free))} trường hợp, cụ thể:",
        rewards=tuple(_line(order, one, gaps) for order, one in enumerate(free, 1)),
        closing=f"Chi bộ kính trình {superior} xem xét, quyết định.",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _is_free(one: RewardCandidate, gaps: Gaps) -> bool:
    """Whether nothing but an unknown amount stands in the way."""
    blocks = [block for block in one.blocks if block.rule not in _NO_AMOUNT]
    for block in blocks:
        gaps.tell(f"Chưa đề nghị {one.form} cho {one.subject} ({_period(one)}): {block.text.rstrip('.')}")
    return not blocks


def _line(order: int, one: RewardCandidate, gaps: Gaps) -> RewardLine:
    return RewardLine(
        order=str(order),
        subject=one.subject,
        form=one.form,
        period=_period(one),
        authority=gaps.filled(one.authority, f"Chưa rõ cấp khen thưởng {one.form} cho {one.subject}"),
        merit=" ".join(reason.text for reason in one.because),
    )


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
)
