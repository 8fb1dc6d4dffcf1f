"""ratings.md §9 and the corrections of texts-2025.md restated by hand, row by row: value, first rating year, how sure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from addin.core import regulations
from addin.core.parameters import Parameters
from addin.core.regulations import NotInForce
from addin.errors import Misuse
from tests.core.ratings.rating_books import settings

V, L, R, I = "verified", "local", "recalled", "inferred"  # noqa: E741 - the marks of ratings.md
MIEN, DINH_CHI = "Miễn công tác và sinh hoạt", "Đình chỉ sinh hoạt"
ABOVE_BASE = "Ban thường vụ cấp ủy cấp trên trực tiếp của tổ chức cơ sở đảng"
FOUR = ("HTXS", "HTT", "HTN", "KHT")

ROWS = [
    ("rating.levels.member", 2012, FOUR, V),
    ("rating.levels.member", 2018, FOUR, V),
    ("rating.levels.party_cell", 2014, ("TSVM", "HTT", "HTN", "YK"), V),
    ("rating.levels.party_cell", 2017, ("TSVM", "HTT", "HTN", "YK"), V),
    ("rating.levels.party_cell", 2018, FOUR, V),
    ("rating.party_cell.points.tsvm_min", 2014, 90, R),
    ("rating.party_cell.points.htt_min", 2017, 70, R),
    ("rating.party_cell.points.htn_min", 2017, 50, V),
    ("rating.party_cell.points.htn_min", 2013, None, None),
    ("rating.party_cell.points.htn_min", 2018, None, None),
    ("rating.party_cell.weak.members_kht_above", 2014, "0.5", V),
    ("rating.party_cell.weak.members_kht_above", 2018, None, None),
    ("rating.party_cell.weak.suborganisations_above", 2014, "0.3333", V),
    ("rating.quota.member.rate", 2014, "0.15", R),
    ("rating.quota.member.rate", 2017, "0.15", R),
    ("rating.quota.member.rate", 2013, None, None),
    ("rating.quota.party_cell.exemplary_rate", 2017, "0.25", I),
    ("rating.quota.party_cell.exemplary_rate", 2018, None, None),
    ("rating.exempt.statuses", 2018, (MIEN,), V),
    ("rating.exempt.statuses", 2019, (MIEN, DINH_CHI), V),
    ("rating.exempt.statuses", 2023, (MIEN, DINH_CHI), V),
    ("rating.exempt.statuses", 2025, (MIEN, DINH_CHI), V),
    ("rating.exempt.new_member_months", 2018, None, None),
    ("rating.exempt.new_member_months", 2019, 6, V),
    ("rating.exempt.new_member_months", 2022, 6, V),
    ("rating.exempt.new_member_months", 2023, 6, V),
    ("rating.exempt.new_member_months", 2025, 6, V),
    ("rating.exempt.new_member_self_review", 2022, True, V),
    ("rating.exempt.new_member_self_review", 2023, False, V),
    ("rating.exempt.new_organisation_months", 2018, None, None),
    ("rating.exempt.new_organisation_months", 2019, 6, V),
    ("rating.exempt.new_organisation_months", 2023, None, None),
    ("rating.ceiling.sick_months", 2018, None, None),
    ("rating.ceiling.sick_months", 2019, 3, V),
    ("rating.ceiling.sick_months", 2022, 3, V),
    ("rating.ceiling.sick_months", 2023, 3, R),
    ("rating.ceiling.sick_months", 2024, 3, R),
    ("rating.ceiling.sick_months", 2025, None, None),
    ("rating.work_really_done.sick_months", 2024, None, None),
    ("rating.work_really_done.sick_months", 2025, 3, V),
    ("rating.kht.tasks_done_below", 2017, None, None),
    ("rating.kht.tasks_done_below", 2018, "0.50", V),
    ("rating.kht.tasks_done_below", 2022, "0.50", V),
    ("rating.kht.tasks_done_below", 2024, "0.50", R),
    ("rating.kht.tasks_done_below", 2025, None, None),
    ("rating.party_cell.kht.tasks_done_below", 2023, "0.50", V),
    ("rating.party_cell.kht.tasks_done_below", 2025, "0.70", V),
    ("rating.kht.unit_done_below", 2022, None, None),
    ("rating.kht.unit_done_below", 2023, "0.50", V),
    ("rating.kht.unit_done_below", 2025, "0.70", V),
    ("rating.party_cell.kht.suborganisations_disciplined_above", 2023, "0.20", V),
    ("rating.party_cell.kht.suborganisations_disciplined_above", 2025, None, None),
    ("rating.kht.units_kht_share_above", 2024, None, None),
    ("rating.kht.units_kht_share_above", 2025, "0.50", V),
    ("rating.kht.low_confidence_above", 2024, None, None),
    ("rating.kht.low_confidence_above", 2025, "0.50", V),
    ("rating.kht.tasks_not_done_above", 2024, None, None),
    ("rating.kht.tasks_not_done_above", 2025, "0.50", V),
    ("rating.kht.targets_missed", 2024, None, None),
    ("rating.kht.targets_missed", 2025, True, V),
    ("rating.weighed.force_majeure", 2024, None, None),
    ("rating.weighed.force_majeure", 2025, True, V),
    ("rating.weighed.leader_force_majeure", 2024, None, None),
    ("rating.weighed.leader_force_majeure", 2025, True, L),
    ("rating.kht.force_majeure_excepted", 2022, None, None),
    ("rating.kht.force_majeure_excepted", 2023, True, V),
    ("rating.kht.force_majeure_excepted", 2025, None, None),
    ("rating.htt.unit_late_max", 2024, None, None),
    ("rating.htt.unit_late_max", 2025, 0, V),
    ("rating.htn.unit_late_max", 2025, "0.20", V),
    ("rating.kht.subordinate_corruption", 2024, None, None),
    ("rating.kht.subordinate_corruption", 2025, True, V),
    ("rating.kht.breach", 2025, True, V),
    ("rating.kht.degradation", 2025, True, V),
    ("rating.weighed.self_detected", 2024, None, None),
    ("rating.weighed.self_detected", 2025, True, V),
    ("rating.weighed.earlier_year", 2025, True, V),
    ("rating.weighed.former_place", 2025, True, V),
    ("rating.party_cell.kht.disunity", 2025, True, V),
    ("rating.party_cell.kht.leadership_degraded", 2025, True, V),
    ("rating.party_cell.kht.leadership_disciplined", 2025, True, V),
    ("rating.party_cell.htxs.leadership_discipline", 2025, True, V),
    ("rating.party_cell.htt.leadership_discipline", 2025, None, None),
    ("rating.kht.discipline", 2018, "any", V),
    ("rating.kht.discipline", 2022, "any", V),
    ("rating.kht.discipline", 2023, "not_self_detected", V),
    ("rating.kht.discipline", 2024, "not_self_detected", V),
    ("rating.kht.discipline", 2025, "duty_related", V),
    ("rating.party_cell.htxs.members_completed_min", 2019, "1.00", V),
    ("rating.party_cell.htxs.members_good_min", 2022, "0.80", V),
    ("rating.party_cell.htxs.members_share_binding", 2022, True, V),
    ("rating.party_cell.htxs.members_share_binding", 2023, False, I),
    ("rating.party_cell.htxs.members_share_binding", 2025, None, None),
    ("rating.party_cell.htxs.members_good_min", 2024, "0.80", R),
    ("rating.party_cell.htxs.members_good_min", 2025, None, None),
    ("rating.party_cell.htxs.members_completed_min", 2024, "1.00", R),
    ("rating.party_cell.htxs.members_completed_min", 2025, None, None),
    ("rating.htxs.tasks_done_min", 2022, None, None),
    ("rating.htxs.tasks_done_min", 2023, "1.00", V),
    ("rating.htxs.tasks_over_min", 2024, "0.50", V),
    ("rating.htxs.tasks_done_min", 2025, "1.00", V),
    ("rating.htxs.tasks_over_min", 2025, "0.30", V),
    ("rating.htxs.shortcomings_fixed_min", 2024, None, None),
    ("rating.htxs.shortcomings_fixed_min", 2025, "1.00", V),
    ("rating.htn.tasks_late_max", 2025, "0.20", V),
    ("rating.points.general_max", 2025, 30, V),
    ("rating.points.tasks_max", 2025, 70, V),
    ("rating.points.htxs_min", 2024, None, None),
    ("rating.points.htxs_min", 2025, 90, V),
    ("rating.points.htt_min", 2025, 70, V),
    ("rating.points.htn_min", 2025, 50, V),
    ("rating.quota.member.rate", 2018, "0.20", R),
    ("rating.quota.member.rate", 2019, "0.20", V),
    ("rating.quota.member.rate", 2022, "0.20", V),
    ("rating.quota.member.rate", 2023, "0.20", R),
    ("rating.quota.party_cell.rate", 2023, "0.20", V),
    ("rating.quota.member.rate", 2025, "0.20", V),
    ("rating.quota.member.rate_raised", 2024, None, None),
    ("rating.quota.member.rate_raised", 2025, "0.25", V),
    ("rating.quota.party_cell.rate", 2025, "0.20", V),
    ("rating.quota.party_cell.rate_raised", 2024, None, None),
    ("rating.quota.party_cell.rate_raised", 2025, "0.25", V),
    ("rating.quota.member.counted_within", 2018, None, None),
    ("rating.quota.member.counted_within", 2019, "trong từng tổ chức cơ sở đảng", V),
    ("rating.quota.member.counted_within", 2022, "trong từng tổ chức cơ sở đảng", V),
    ("rating.quota.member.base", 2022, "HTT", V),
    ("rating.quota.member.base", 2025, "HTT", I),
    ("rating.quota.member.rounding", 2025, "floor", I),
    ("rating.quarters.kht_blocks_htxs", 2025, None, None),
    ("rating.quarters.kht_blocks_htxs", 2026, True, L),
    ("rating.quarters.kht_in_a_row_for_transfer", 2026, 2, L),
    ("rating.forms.individual", 2019, ("02",), V),
    ("rating.forms.individual", 2022, ("02",), V),
    ("rating.forms.individual", 2023, ("02A", "02B"), V),
    ("rating.forms.individual", 2025, ("2A", "2B", "2C"), V),
    ("rating.forms.collective", 2025, "01", V),
    ("rating.no_level_met", 2022, "KHT", V),
    ("rating.no_level_met", 2023, "HTN", I),
    ("rating.no_level_met", 2025, "HTN", I),
    ("rating.ballot.threshold", 2021, "0.5", I),
    ("rating.ballot.base", 2021, "summoned", I),
    ("reward.member.year.factor", 2015, "0.3", V),
    ("reward.member.five_years.certificate_factor", 2015, "1.0", V),
    ("reward.member.five_years.commendation_factor", 2015, "1.5", V),
    ("reward.party_cell.year.factor", 2015, "0.6", V),
    ("reward.party_cell.year.factor", 2025, "0.6", V),
    ("reward.party_cell.five_years.certificate_factor", 2025, "1.5", V),
    ("reward.party_cell.five_years.commendation_factor", 2015, "2.0", V),
    ("reward.base_organisation.year.factor", 2015, "2.0", V),
    ("reward.base_organisation.five_years.commendation_factor", 2015, "5.0", V),
    ("reward.base_organisation.five_years.flag_factor", 2015, "8.0", V),
    ("reward.party_cell.five_years.commendation_factor", 2025, "2.0", I),
    ("reward.party_cell.five_years.certificate_authority", 2015, "Ban thường vụ huyện ủy và tương đương", V),
    ("reward.party_cell.five_years.certificate_authority", 2024, "Ban thường vụ huyện ủy và tương đương", V),
    ("reward.party_cell.five_years.certificate_authority", 2025, ABOVE_BASE, V),
    ("reward.base_organisation.year.authority", 2024, "Ban thường vụ huyện ủy và tương đương", V),
    ("reward.base_organisation.year.authority", 2025, ABOVE_BASE, V),
    ("reward.party_cell.title", 2024, "Trong sạch, vững mạnh tiêu biểu", V),
    ("reward.party_cell.title", 2025, "Hoàn thành xuất sắc nhiệm vụ tiêu biểu", V),
]

WAGES = [
    (date(2018, 7, 1), 1_390_000, V),
    (date(2019, 6, 30), 1_390_000, V),
    (date(2019, 7, 1), 1_490_000, V),
    (date(2023, 6, 30), 1_490_000, V),
    (date(2023, 7, 1), 1_800_000, R),
    (date(2024, 6, 30), 1_800_000, R),
    (date(2024, 7, 1), 2_340_000, V),
    (date(2026, 6, 30), 2_340_000, V),
    (date(2026, 7, 1), 2_530_000, V),
]


@pytest.mark.parametrize(("path", "year", "value", "mark"), ROWS)
def test_a_parameter_of_a_rating_year_is_what_the_research_says(path, year, value, mark):
    """The law of 31/12 gives the value and its confidence; None means no rule is known that year."""
    law = regulations.in_force(date(year, 12, 31))

    if value is None:
        with pytest.raises(NotInForce):
            law.get(path)
        return
    dated = law.get(path)

    is_number = isinstance(value, str) and value.replace(".", "").isdigit() and "." in value
    assert dated.value == (Decimal(value) if is_number else value)
    assert dated.reference.confidence == mark


@pytest.mark.parametrize(("day", "dong", "mark"), WAGES)
def test_the_base_wage_changes_on_its_day(day, dong, mark):
    """The last day of one wage and the first of the next."""
    dated = regulations.in_force(day).get("reward.base_wage")

    assert (dated.value, dated.reference.confidence) == (dong, mark)


def test_no_member_cap_and_no_point_is_known_before_their_instrument():
    """A parameter nobody regulated that year is absent, never zero."""
    law = Parameters(2013, settings())

    assert law.find("rating.quota.member.rate") is None
    assert law.find("rating.points.htxs_min") is None


def test_a_setting_overrides_a_parameter_and_says_where_it_comes_from():
    """The Mục may be the path or the description; the value is read by the parameter's kind."""
    own = settings(other={"rating.points.htxs_min": "92", "Tỷ lệ đảng viên Hoàn thành xuất sắc không quá": "18 %"})

    law = Parameters(2025, own)

    assert law.get("rating.points.htxs_min").value == 92
    assert law.get("rating.quota.member.rate").value == Decimal("0.18")
    assert str(law.get("rating.quota.member.rate").reference) == "sheet Thiết lập, theo hướng dẫn của đảng uỷ"
    assert law.get("rating.quota.member.rate").places != ()


def test_a_setting_that_cannot_be_read_leaves_the_regulation():
    """A slip in a setting never invents a number."""
    law = Parameters(2025, settings(other={"rating.points.htxs_min": "chín mươi"}))

    assert law.get("rating.points.htxs_min").value == 90


def test_a_year_before_any_instrument_is_refused_in_vietnamese():
    """2007 has no guidance; 2008 has."""
    from addin.core.ratings.regimes import regime_of

    with pytest.raises(Misuse) as refused:
        regime_of(2007)

    assert refused.value.message == "Năm 2007 không có quy định xếp loại nào trong chương trình."
    assert refused.value.fix == "Chọn năm từ 2008 trở đi."
    assert regime_of(2008).id == "hd20"


def test_every_year_has_exactly_one_regime():
    """The list has no gap and no overlap."""
    from addin.core.ratings.regimes import REGIMES, regime_in

    for year in range(2008, 2040):
        assert sum(one.holds(year) for one in REGIMES) == 1
        assert all(regulations.instrument(identifier).number for identifier in regime_in(year).instruments)
