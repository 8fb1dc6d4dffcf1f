"""Values of inspection, discipline and layout against domain/, restated here by hand, around each change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from addin.core import regulations
from addin.core.regulations import NotInForce, UnknownParameter, may_issue
from addin.core.regulations.law import paths

TWO_FORMS, FOUR_FORMS = ("Khiển trách", "Cảnh cáo"), ("Khiển trách", "Cảnh cáo", "Cách chức", "Khai trừ")

DEFERRED_102 = ("đang mang thai", "ốm nặng đang điều trị tại bệnh viện")
DEFERRED_BEFORE = ("đang mang thai", "đang nuôi con dưới 12 tháng tuổi", "ốm nặng đang điều trị tại bệnh viện")
DEFERRED_69 = (
    "đang mang thai", "nghỉ thai sản", "đang nuôi con dưới 12 tháng tuổi",
    "nam giới đang nuôi con dưới 12 tháng tuổi do vợ chết hoặc vì lý do bất khả kháng",
    "ốm nặng đang điều trị nội trú tại bệnh viện",
)  # fmt: skip

VALUES = [
    ("inspection.max_days", date(2019, 9, 3), 30, "inferred"),
    ("inspection.thematic_supervision_max_days", date(2025, 8, 26), 30, "local"),
    ("inspection.plan_deadline", date(2019, 1, 1), "01-31", "inferred"),
    ("inspection.start_within_working_days", date(2019, 1, 1), 3, "local"),
    ("inspection.supervision_rhythm_days", date(2019, 1, 1), 90, "inferred"),
    ("inspection.thematic_supervision_members_over", date(2025, 6, 10), 30, "local"),
    ("inspection.contents", date(2021, 7, 28), ("NQCB", "NG", "DVKDL"), "verified"),
    ("inspection.plan_is_required", date(2026, 4, 11), True, "local"),
    ("inspection.acting_body", date(2021, 7, 28), "chi bộ", "verified"),
    ("discipline.forms_official", date(2025, 5, 29), FOUR_FORMS, "recalled"),
    ("discipline.forms_official", date(2025, 5, 30), FOUR_FORMS, "local"),
    ("discipline.forms_probationary", date(2026, 4, 11), TWO_FORMS, "local"),
    ("discipline.cell_decides", date(2025, 5, 30), TWO_FORMS, "local"),
    ("discipline.cell_decides", date(2026, 4, 11), TWO_FORMS, "inferred"),
    ("discipline.vote_share", date(2025, 6, 30), Decimal("0.5"), "recalled"),
    ("discipline.vote_share", date(2025, 7, 1), Decimal("0.5"), "verified"),
    ("discipline.expulsion_vote_share", date(2025, 7, 1), "2/3", "verified"),
    ("discipline.expulsion_vote_share", date(2026, 7, 26), "2/3", "inferred"),
    ("discipline.vote_base", date(2025, 6, 30), "summoned", "recalled"),
    ("discipline.vote_base", date(2025, 7, 1), "summoned", "verified"),
    ("discipline.deferred_when", date(2017, 11, 14), DEFERRED_BEFORE, "recalled"),
    ("discipline.deferred_when", date(2017, 11, 15), DEFERRED_102, "verified"),
    ("discipline.deferred_when", date(2022, 7, 5), DEFERRED_102, "verified"),
    ("discipline.deferred_when", date(2022, 7, 6), DEFERRED_69, "verified"),
    ("discipline.complaint_days", date(2025, 5, 30), 30, "local"),
    ("discipline.written_decision_days", date(2025, 5, 30), 10, "recalled"),
    ("discipline.has_superior_stamp", date(2025, 5, 30), True, "local"),
    ("discipline.needs_approval", date(2025, 5, 30), False, "local"),
    ("discipline.binds_while_complained", date(2020, 1, 1), True, "verified"),
    ("discipline.limitation.reprimand_years", date(2022, 7, 6), 5, "recalled"),
    ("discipline.limitation.warning_years", date(2022, 7, 6), 10, "recalled"),
    ("discipline.limitation.dismissal_years", date(2022, 7, 6), 10, "recalled"),
    ("discipline.limitation.applies_to_expulsion", date(2022, 7, 6), False, "local"),
    ("discipline.suspension_days", date(2026, 4, 11), 90, "local"),
    ("discipline.suspension_extension_days", date(2026, 4, 11), 30, "local"),
    ("denunciation.keeps_accuser_secret", date(2026, 4, 11), True, "local"),
    ("member.probation_months", date(2019, 1, 1), 12, "recalled"),
    ("organisation.cell_term_months", date(2025, 6, 30), 30, "recalled"),
    ("organisation.cell_term_months", date(2025, 7, 1), 60, "verified"),
    ("documents.layout.margin_left", date(2019, 9, 3), 30, "local"),
    ("documents.layout.margin_right", date(2026, 5, 27), 15, "local"),
    ("documents.layout.line_spacing", date(2019, 9, 3), 18, "local"),
    ("documents.layout.size.body", date(2026, 5, 26), 14, "verified"),
    ("documents.layout.size.body", date(2026, 5, 27), 14, "local"),
    ("documents.layout.size.party_title", date(2019, 9, 3), 15, "verified"),
    ("documents.layout.size.recipients", date(2019, 9, 3), 12, "local"),
    ("documents.rule_under_subject", date(2019, 9, 3), "-----", "local"),
    ("documents.signing_authority", date(2026, 6, 1), "T/M CHI BỘ", "local"),
    ("documents.has_seal", date(2026, 6, 1), False, "local"),
    ("documents.numbering_span", date(2019, 9, 3), "term", "local"),
    ("documents.forbids_dot_slash", date(2026, 5, 26), False, "inferred"),
    ("documents.forbids_dot_slash", date(2026, 5, 27), True, "local"),
    ("documents.forbids_vv", date(2026, 5, 26), False, "inferred"),
    ("documents.forbids_vv", date(2026, 5, 27), True, "local"),
    ("documents.letter_subject_prefix", date(2026, 5, 27), "về việc", "local"),
    ("documents.secrecy_marks", date(2025, 12, 10), ("Tuyệt mật", "Tối mật", "Mật"), "recalled"),
]
OFTEN = ("Nghị quyết", "Quyết định", "Báo cáo", "Kế hoạch", "Chương trình", "Tờ trình", "Công văn", "Biên bản")
FROM_2026 = ("Thông báo", "Kết luận", "Quy chế")
NEVER = ("Quy định", "Hướng dẫn", "Chỉ thị", "Thông tri")


@pytest.mark.parametrize(("path", "on", "value", "mark"), VALUES)
def test_a_value_is_that_of_the_domain_notes(path, on, value, mark):
    """Value and mark as domain/inspection.md and domain/documents.md give them."""
    dated = regulations.in_force(on).get(path)

    assert (dated.value, type(dated.value), dated.reference.confidence.value) == (value, type(value), mark)


@pytest.mark.parametrize(
    ("path", "on"),
    [
        ("discipline.suspension_days", date(2026, 4, 10)),
        ("discipline.expulsion_vote_share", date(2025, 6, 30)),
        ("discipline.limitation.reprimand_years", date(2022, 7, 5)),
        ("inspection.contents", date(2021, 7, 27)),
        ("inspection.thematic_supervision_members_over", date(2025, 6, 9)),
        ("documents.kinds.thong_bao", date(2017, 2, 5)),
    ],
)
def test_what_nobody_read_for_a_day_is_not_in_force_then(path, on):
    """No value is carried back before the paper that gave it."""
    with pytest.raises(NotInForce) as absent:
        regulations.in_force(on).get(path)

    assert absent.value.path == path


@pytest.mark.parametrize(
    ("kinds", "to_8_january_2026", "from_9_january_2026"),
    [(OFTEN, True, True), (FROM_2026, False, True), (NEVER, False, False), (("Giấy mời",), True, True)],
)
def test_what_a_cell_may_issue_changes_on_9_january_2026(kinds, to_8_january_2026, from_9_january_2026):
    """Thông báo, Kết luận and Quy chế are new to a cell under the regulation of 2026 (documents.md §2)."""
    for kind in kinds:
        assert may_issue(kind, date(2026, 1, 8)).flag is to_8_january_2026
        assert may_issue(kind.upper(), date(2026, 1, 9)).flag is from_9_january_2026


def test_a_kind_nobody_regulated_is_told_apart_from_one_not_yet_read():
    """Đề án before 2026 was not read; Thông cáo was never named."""
    with pytest.raises(NotInForce):
        may_issue("Đề án", date(2026, 1, 8))
    with pytest.raises(UnknownParameter):
        may_issue("Thông cáo", date(2026, 1, 9))

    assert may_issue("Đề án", date(2026, 1, 9)).flag
    assert may_issue("Quy hoạch", date(2026, 1, 9)).flag


def test_the_place_of_a_forbidden_kind_is_cited_to_the_point():
    """The finding can quote the sentence."""
    reference = may_issue("Thông báo", date(2025, 3, 1)).reference

    assert str(reference) == "điểm c khoản 4 Điều 9 Quy định số 66-QĐ/TW, ngày 06/02/2017 (chưa kiểm chứng)"


def test_our_own_defaults_are_never_called_checked():
    """What stands at MAC-DINH or THUC-TE always shows as not checked, on every day."""
    claimed = [
        dated.path
        for on in (date(2010, 12, 31), date(2016, 12, 31), date(2020, 12, 31), date(2024, 12, 31), date(2026, 12, 31))
        for path in paths()
        if regulations.in_force(on).has(path)
        and (dated := regulations.in_force(on).get(path)).reference.instrument in {"MAC-DINH", "THUC-TE"}
        and dated.is_checked
    ]

    assert claimed == []
