"""Where a case stands in its procedure, and what of it is due."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.summaries.procedures import PROCEDURES, procedure_of
from addin.core.summaries.to_do import State
from addin.core.summaries.tracker import groups_without_report, open_cases, tracked_items
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.settings import Settings
from addin.documents.catalogue import KINDS
from tests.builders import rows

ON = date(2026, 5, 20)
TURN = {
    "decision_no": "05-QĐ/CB", "decision_date": "01/5/2026", "year": 2026, "kind": "Kiểm tra", "member": "Nguyễn Văn Mẫu", "contents": ("TD",),
    "team_lead": "Trần Thị Thử", "starts_on": "05/5/2026", "ends_on": "30/5/2026", "self_report_due": "12/5/2026",
}  # fmt: skip


def reading(*turns, has_committee=True, **tables) -> Reading:
    """A cell with these turns."""
    return Reading(Book(settings=Settings(has_committee=has_committee), inspections=rows("inspections", *turns), **tables))


def due_of(book: Reading, on: date = ON) -> list[str]:
    """The stages due of the first case."""
    return [one.stage.id for one in open_cases(book, on)[0].due(on)]


def test_what_was_to_begin_is_due_and_later_things_are_not():
    """A decision opened it, so a plan of its own is not owed; the report back is soon due, the notice has no day yet."""
    assert due_of(reading(TURN)) == ["schedule", "outline", "opening", "self_report", "with_member", "report", "conference"]


def test_a_later_stage_shows_that_the_earlier_are_over():
    """Papers without a number are in no register: the member's report was asked for and opened."""
    case = open_cases(reading({**TURN, "self_report_on": "11/5/2026"}), ON)[0]

    assert [one.stage.id for one in case.stages if one.is_over] == ["decision", "plan", "schedule", "outline", "opening", "self_report"]
    assert case.current.stage.id == "with_member"


def test_a_paper_in_the_register_is_a_stage_over():
    """By the dossier, or by the member it names; a void one is none."""
    line = {"kind": "Biên bản", "number": "03-BB/CB", "date": "06/5/2026", "title": "triển khai kế hoạch kiểm tra", "dossier": "05-QĐ/CB"}
    known = reading(TURN, documents=rows("documents", line))
    void = reading(TURN, documents=rows("documents", {**line, "void_reason": "viết nhầm"}))

    assert "opening" not in due_of(known)
    assert "opening" in due_of(void)


def test_without_a_decision_the_plan_is_owed():
    """The plan opens the case of a cell that issues no decision."""
    assert due_of(reading({**TURN, "decision_no": None}))[0] == "plan"


def test_a_concluded_case_is_closed():
    """A conclusion, or its day."""
    assert open_cases(reading({**TURN, "conclusion": "Tốt"}), ON) == ()
    assert open_cases(reading({**TURN, "conclusion_date": "18/5/2026"}), ON) == ()


def test_a_decision_of_tomorrow_is_not_open_today():
    """On its day it is."""
    assert open_cases(reading(TURN), date(2026, 4, 30)) == ()
    assert len(open_cases(reading(TURN), date(2026, 5, 1))) == 1


def test_members_of_one_decision_are_one_case():
    """A stage is over when it is over for all."""
    other = {**TURN, "member": "Lê Văn Hai"}
    case = open_cases(reading({**TURN, "self_report_on": "11/5/2026"}, other), ON)[0]

    assert case.name == "Kiểm tra chấp hành theo Quyết định 05-QĐ/CB (02 đảng viên)"
    assert "self_report" in [one.stage.id for one in case.due(ON)]


def test_a_cell_without_a_committee_goes_the_short_way():
    """Four stages; only where the sheet says that there is none. A decision and a notice are nobody's debt there, and papers of the file where made."""
    stages = open_cases(reading(TURN, has_committee=False), ON)[0].stages

    assert [one.stage.id for one in stages if not one.stage.optional] == ["announcement", "self_report", "report", "conference"]
    assert [one.stage.id for one in stages if one.stage.optional] == ["decision", "notice"]
    assert len(open_cases(reading(TURN, has_committee=None), ON)[0].stages) == 13


def test_one_line_a_case_says_what_is_late():
    """The earliest day decides."""
    (item,) = tracked_items(reading(TURN), ON)

    assert (item.id, item.state, item.due) == ("inspection.stage", State.LATE, date(2026, 5, 5))
    assert "KT5 Báo cáo tự kiểm tra" in item.text
    assert (item.command.name, item.command.options) == ("document", ("--all-due",))


def test_an_open_denunciation_is_told_without_a_name():
    """Neither accuser nor accused leave the restricted sheet."""
    told = rows("denunciations", {"received_on": "02/5/2026", "member": "Nguyễn Văn Mẫu", "content": "Việc X", "accuser": "Ai Đó"})

    (item,) = tracked_items(reading(denunciations=told), ON)

    assert item.text == "Giải quyết tố cáo: đơn nhận ngày 02/5/2026 chưa có kết luận."


def test_a_vote_announced_waits_for_its_written_decision():
    """With the command that makes it."""
    voted = rows("disciplines", {"member": "Nguyễn Văn Mẫu", "form": "Khiển trách", "decision_date": "2026", "announced_on": "18/5/2026"})

    (item,) = tracked_items(reading(disciplines=voted), ON)

    assert item.command.options == ("discipline-decision", "--for", "Nguyễn Văn Mẫu")


def test_groups_whose_report_is_in_the_register_are_not_asked():
    """By the group's name in the title, in the year or early in the next."""
    groups = rows("groups", {"group": "Tổ đảng 1", "leader": "A B"}, {"group": "Tổ đảng 2", "leader": "C D"})
    line = {"kind": "Báo cáo", "number": "01-BC/CB", "date": "05/12/2026", "title": "kết quả giám sát năm 2026 của Tổ đảng 1"}

    assert groups_without_report(reading(groups=groups, documents=rows("documents", line)), 2026, ON) == ("Tổ đảng 2",)


@pytest.mark.parametrize("procedure", PROCEDURES, ids=[one.id for one in PROCEDURES])
def test_every_stage_names_a_paper_there_is(procedure):
    """And a variant that kind has; ids are told apart."""
    assert len({stage.id for stage in procedure.stages}) == len(procedure.stages)
    for stage in procedure.stages:
        assert not stage.paper or stage.paper in KINDS, stage.id
        assert not stage.variant or stage.variant in dict(KINDS[stage.paper].variants), stage.id


def test_every_act_of_the_sheet_has_its_procedure():
    """Regular supervision too: the assignment, the notes, the report."""
    for kind in ("Kiểm tra", "Giám sát chuyên đề", "Giám sát thường xuyên", "Kiểm tra dấu hiệu vi phạm"):
        assert procedure_of(kind, has_committee=True) is not None
    assert procedure_of("Việc khác", has_committee=True) is None
