"""The cap on HTXS: exact fractions, the base and rounding of the settings, an allocated number above all.

With n rated at HTT or above and the rate c: base HTT c·n/(1+c), HTT+ c·n, rated c·(number rated)
(ratings.md §5.3). It warns and lists; people choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor

from addin.core.levels import Level
from addin.core.numerals import padded, percent
from addin.core.parameters import Parameter, Parameters, parameter
from addin.core.ratings.results import COUNTED_WITHIN, MemberRating, Quota
from addin.core.reasons import Reason

BASES = {"HTT": "số đảng viên Hoàn thành tốt", "HTT+": "số đảng viên từ Hoàn thành tốt trở lên", "rated": "số đảng viên được xếp loại"}
_ROUNDINGS = {"floor": "làm tròn xuống", "round": "làm tròn nửa lên", "ceil": "làm tròn lên"}


def exact_cap(base: str, rate: Fraction, good_or_better: int, rated: int) -> Fraction:
    """The most HTXS the formula allows, before rounding."""
    if base == "HTT":
        return rate * good_or_better / (1 + rate)
    return rate * (good_or_better if base == "HTT+" else rated)


def rounded(cap: Fraction, rounding: str) -> int:
    """Down, half up, or up."""
    if rounding == "ceil":
        return -floor(-cap)
    return floor(cap + Fraction(1, 2)) if rounding == "round" else floor(cap)


def quota_of(members: Sequence[MemberRating], law: Parameters, *, assumed: bool = False) -> Quota:
    """The cap for one cell's year over the members of its roll, and how many it counts at the top.

    Each by the level of record, else our proposal; where neither is there, by the ceiling if that is `assumed`.
    """
    levels = [one.counted or (one.ceiling if assumed else None) for one in members]
    rated = sum(1 for one in members if one.is_rated)
    good = sum(1 for level in levels if level is not None and level.is_good_or_better)
    proposed = [one for one, level in zip(members, levels, strict=True) if level is Level.HTXS]
    base, rounding = _base(law), _rounding(law)
    rate = _rate(law)
    count = rated if base == "rated" else good
    allocated = law.settings.htxs_allocated.get(law.year)
    cap = allocated
    if cap is None and rate is not None:
        cap = rounded(exact_cap(base, Fraction(rate.share), good, rated), rounding)
    quota = Quota(base, count, rate.share if rate else None, rounding, cap, len(proposed), allocated is not None, ())
    because = (*_how(law, rate, quota), *_raise_notes(law), *_size_notes(quota, good), *_over(cap, proposed))
    return replace(quota, because=because)


def _base(law: Parameters) -> str:
    entered = law.settings.quota_base
    if entered in BASES:
        return entered
    found = law.find("rating.quota.member.base")
    return found.word if found is not None and found.word in BASES else "HTT"


def _rounding(law: Parameters) -> str:
    return law.settings.quota_rounding if law.settings.quota_rounding in _ROUNDINGS else "floor"


def _rate(law: Parameters) -> Parameter | None:
    """The year's rate; the raised one where that year knows it and its permitting paper was entered."""
    raised, rule = law.settings.quota_rate_raised, law.find("rating.quota.member.rate_raised")
    if raised is not None and raised.document and rule is not None:
        place = law.settings.places.get("quota_rate_raised")
        return parameter(raised.share, rule.reference, (place,) if place else ())
    return law.find("rating.quota.member.rate")


def _how(law: Parameters, rate: Parameter | None, quota: Quota) -> list[Reason]:
    base, count, cap = quota.base, quota.base_count, quota.cap
    if quota.allocated:
        place = law.settings.places.get("htxs_allocated")
        text = f"Cấp trên phân bổ {padded(cap or 0)} người Hoàn thành xuất sắc năm {law.year}."
        return [Reason("quota.allocated", text, None, (place,) if place else ())]
    if rate is None or cap is None:
        return [Reason("quota.unknown", f"Năm {law.year} không có số liệu về giới hạn Hoàn thành xuất sắc.")]
    people = f"{padded(count)} người từ Hoàn thành tốt trở lên" if base != "rated" else f"{padded(count)} người được xếp loại"
    text = f"Không quá {percent(rate.share)} của {BASES[base]} ({people}), {_ROUNDINGS[quota.rounding]}: {padded(cap)} người."
    return [Reason("quota.cap", text, rate.reference, rate.places), *_counted_within(law), _source_of_base(law)]


def _counted_within(law: Parameters) -> list[Reason]:
    """Over whom the text counts the cap, which is seldom one cell alone: said beside the number (ratings.md Q13)."""
    found = law.find("rating.quota.member.counted_within")
    if found is None:
        return []
    return [Reason(COUNTED_WITHIN, f"Tính {found.word}, không riêng từng chi bộ.", found.reference)]


def _source_of_base(law: Parameters) -> Reason:
    place = law.settings.places.get("quota_base")
    if law.settings.quota_base in BASES:
        return Reason("quota.base", "Mẫu số theo sheet Thiết lập, theo hướng dẫn của đảng uỷ.", None, (place,) if place else ())
    found = law.find("rating.quota.member.base")
    return Reason("quota.base", "Mẫu số mặc định; đảng uỷ hướng dẫn khác thì sửa ở sheet Thiết lập.", found.reference if found else None)


def _raise_notes(law: Parameters) -> list[Reason]:
    raised, rule = law.settings.quota_rate_raised, law.find("rating.quota.member.rate_raised")
    if raised is None:
        return []
    place = law.settings.places.get("quota_rate_raised")
    places = (place,) if place else ()
    if rule is None:
        return [Reason("quota.raised_unused", f"Năm {law.year} chưa có quy định nâng tỷ lệ: không dùng tỷ lệ được nâng.", None, places)]
    if not raised.document:
        text = "Tỷ lệ được nâng chưa ghi số, ngày văn bản cho phép: chưa dùng."
        return [Reason("quota.raised_unused", text, rule.reference, places)]
    notes = [Reason("quota.raised", f"Tỷ lệ được nâng theo {raised.document}.", rule.reference, places)]
    if raised.share > rule.share:
        text = f"Tỷ lệ được nâng {percent(raised.share)} cao hơn {percent(rule.share)}: đối chiếu lại văn bản."
        notes.append(Reason("quota.raised_high", text, rule.reference, places))
    return notes


def _size_notes(quota: Quota, good: int) -> list[Reason]:
    if quota.cap == 0 and good and not quota.allocated:
        return [Reason("quota.tiny", "Chi bộ ít người, giới hạn chưa đủ một người: xin ý kiến cấp trên.")]
    return []


def _over(cap: int | None, proposed: Sequence[MemberRating]) -> list[Reason]:
    if cap is None or len(proposed) <= cap:
        return []
    over = len(proposed) - cap
    text = (
        f"Đang tính {padded(len(proposed))} người Hoàn thành xuất sắc (đã ghi, biểu quyết hoặc dự kiến), "
        f"vượt giới hạn {padded(cap)} người, quá {padded(over)} người: chi bộ chọn lại."
    )
    return [Reason("quota.over", text, None, tuple(one.place for one in proposed))]
