"""The cell's own registers at their boundaries: residence, training, proposals, dissemination, archive."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.summaries.records.archive import ArchiveState, archive_year
from addin.core.summaries.records.dissemination import dissemination_record
from addin.core.summaries.records.proposals import ProposalState, proposal_record
from addin.core.summaries.records.reminders import reminder_items
from addin.core.summaries.records.residence import ResidenceState, residence_year
from addin.core.summaries.records.training import training_record
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.settings import Settings
from tests.builders import NAME, appointment, member, rows

OTHER = "Trần Thị Thí Dụ"
ON = date(2026, 11, 23)
SQUARE = Place("Thiết lập", 9, 2)


def setting(title, value):
    return Settings(other={title: (value, SQUARE)})


def reading(**tables):
    return Reading(Book(members=(member(2), member(3, OTHER)), **{key: rows(key, *value) if isinstance(value, list) else value for key, value in tables.items()}))


class TestResidence:
    @pytest.mark.parametrize(
        ("row", "on", "state"),
        [
            (None, ON, ResidenceState.NOT_ASKED),
            ({"requested_on": None}, ON, ResidenceState.NOT_ASKED),
            ({"requested_on": "2026-10-24"}, ON, ResidenceState.WAITING),
            ({"requested_on": "2026-10-23"}, ON, ResidenceState.OVERDUE),
            ({"requested_on": "10/2026"}, ON, ResidenceState.WAITING),
            ({"requested_on": "2026-10-01", "received_on": "2026-10-20"}, ON, ResidenceState.UNREAD),
            ({"requested_on": "2026-10-01", "received_on": "2026-10-20", "level": "Tốt"}, ON, ResidenceState.RECEIVED),
            ({"level": "Không thuộc diện"}, ON, ResidenceState.NOT_CONCERNED),
        ],
    )
    def test_one_member_stands_where_the_row_says(self, row, on, state):
        """Thirty days are waited for; the thirty-first is late; a month without its day is not held against anybody."""
        entered = [] if row is None else [{"year": 2026, "member": NAME, **row}]

        assert next(line for line in residence_year(reading(residence_comments=entered), 2026, on).lines if line.full_name == NAME).state is state

    def test_the_cell_says_how_long_it_waits(self):
        """By the parameter's own words in Thiết lập; the result says that it is the cell's."""
        row = {"year": 2026, "member": NAME, "requested_on": "2026-11-10"}
        record = residence_year(reading(residence_comments=[row], settings=setting("Số ngày chờ nhận xét nơi cư trú trước khi nhắc", "10")), 2026, ON)

        assert record.count(ResidenceState.OVERDUE) == 1
        assert "Thiết lập" in str(record.reply_days.reference)

    def test_only_who_is_on_the_roll_is_asked_and_strangers_are_told(self):
        """Who left before the year's end is not; armed forces only where they were asked; a row of nobody has its square."""
        people = (member(2), member(3, OTHER, left_cell_on="2026-06-30"), member(4, "Lê Văn Ví", staff_kind="Lực lượng vũ trang"))
        comments = rows("residence_comments", {"year": 2026, "member": "Người Lạ", "requested_on": "2026-10-01"})
        record = residence_year(Reading(Book(members=people, residence_comments=comments)), 2026, ON)

        assert [(line.full_name, line.state) for line in record.lines] == [(NAME, ResidenceState.NOT_ASKED), ("Lê Văn Ví", ResidenceState.NOT_CONCERNED)]
        assert [str(place) for place in record.strangers] == ["'Nơi cư trú'!B2"]


class TestTraining:
    @pytest.mark.parametrize(
        ("to", "months", "is_due"),
        [("2024-11-23", 24, False), ("2024-11-22", 24, True), ("2026-11-23", 0, False), ("2026-10-24", 0, False), ("2026-10-23", 1, False)],
    )
    def test_months_are_counted_from_the_end_of_the_last_course(self, to, months, is_due):
        """Two years to the day are in time, a day more is not."""
        book = reading(appointments=(appointment(2, NAME, "Phó bí thư", "2015-01-05"),), trainings=[{"member": NAME, "course": "Nghiệp vụ", "to": to}])
        (holder,) = training_record(book, ON).holders

        assert (holder.months, holder.is_due) == (months, is_due)

    def test_who_is_new_in_a_post_has_time(self):
        """Without any course the months run from the first day in the post."""
        posts = (appointment(2, NAME, "Bí thư", "2024-11-23"), appointment(3, OTHER, "Phó bí thư", "2024-11-22"))
        new, old = training_record(reading(appointments=posts), ON).holders

        assert (new.courses, new.months, new.is_due) == (0, None, False)
        assert old.is_due

    def test_a_role_that_ended_and_a_course_to_come_do_not_count(self):
        """The posts of the day; what is entered for next month was not taken yet."""
        posts = (appointment(2, NAME, "Bí thư", "2015-01-05", "2020-01-05"), appointment(3, OTHER, "Bí thư", "2020-01-06"))
        book = reading(appointments=posts, trainings=[{"member": OTHER, "course": "Lớp sau", "from": "2026-12-01", "to": "2026-12-05"}])
        record = training_record(book, ON)

        assert [(one.full_name, one.courses) for one in record.holders] == [(OTHER, 0)]
        assert record.years == ()

    def test_the_months_allowed_are_the_cells_to_say(self):
        """Twelve in Thiết lập."""
        settings = setting("Số tháng một chức danh không dự lớp bồi dưỡng nào thì nhắc", "12")
        book = reading(appointments=(appointment(2, NAME, "Bí thư", "2015-01-05"),), trainings=[{"member": NAME, "course": "Lớp", "to": "2025-11-22"}], settings=settings)

        assert [one.is_due for one in training_record(book, ON).holders] == [True]


class TestProposals:
    @pytest.mark.parametrize(
        ("row", "state", "is_late"),
        [
            ({"date": "2026-08-25"}, ProposalState.WAITING, False),
            ({"date": "2026-08-24"}, ProposalState.WAITING, True),
            ({"date": "2026-08-24", "decision": "Đang xem xét"}, ProposalState.WAITING, True),
            ({"date": "2026-01-05", "decision": "Chấp nhận"}, ProposalState.ACCEPTED, True),
            ({"date": "2026-01-05", "decision": "Chấp nhận", "done_on": "2026-03-01"}, ProposalState.DONE, False),
            ({"date": "2026-01-05", "decision": "Không"}, ProposalState.REFUSED, False),
        ],
    )
    def test_what_became_of_one(self, row, state, is_late):
        """Ninety days are waited for."""
        (line,) = proposal_record(reading(proposals=[{"by": NAME, "text": "Lập sổ", **row}]), ON).lines

        assert (line.state, line.is_late) == (state, is_late)

    def test_one_year_only_where_it_is_asked_for(self):
        """By the day of the proposal; those to come are not told yet."""
        made = [{"date": f"{year}-03-01", "by": NAME, "text": "Lập sổ"} for year in (2025, 2026, 2027)]

        assert len(proposal_record(reading(proposals=made), ON).lines) == 2
        assert len(proposal_record(reading(proposals=made), ON, 2025).lines) == 1


class TestDissemination:
    ROWS = (
        {"date": "2026-02-02", "channel": "Sinh hoạt định kỳ", "document": "Quy định số 22-QĐ/TW ngày 28/7/2021", "present": 18, "total": 20, "understood": 9},
        {"date": "2026-03-02", "channel": "Sinh hoạt định kỳ", "document": "QĐ 22-QĐ/TW", "present": 20, "total": 20},
        {"date": "2026-04-02", "channel": "Sinh hoạt chuyên đề", "document": "Chương VII (Điều 30 đến Điều 33) Điều lệ Đảng"},
        {"date": "2026-05-02", "channel": "Văn bản", "document": "Công văn 12-CV/ĐU"},
        {"date": "2026-12-02", "channel": "Sinh hoạt định kỳ", "document": "Nghị quyết"},
    )

    def test_attendance_is_of_meetings_that_have_both_figures(self):
        """38 of 40; what nobody entered is told, not counted as nobody; what is to come is not told."""
        (year,) = dissemination_record(reading(disseminations=list(self.ROWS)), ON).years

        assert year.attendance == pytest.approx(38 / 40)
        assert year.understanding == pytest.approx(9 / 18)
        assert [place.row for place in year.without_attendance] == [4]

    def test_one_document_however_it_is_cited_is_one_line(self):
        """With its articles where they are named: four of chapter VII."""
        record = dissemination_record(reading(disseminations=list(self.ROWS)), ON)

        assert [(one.occasions, one.articles) for one in record.documents] == [(2, None), (1, 4), (1, None)]
        assert record.unused_channels == ("Qua kiểm tra, giám sát",)

    def test_a_written_text_is_linked_to_its_recipients_and_an_inspection_to_its_turns(self):
        """Gửi nhận by the same words; Kiểm tra by the year."""
        told = [{"date": "2026-05-02", "channel": "Văn bản", "document": "Công văn 12-CV/ĐU"}, {"date": "2026-05-03", "channel": "Qua kiểm tra, giám sát", "document": "QĐ 22-QĐ/TW"}]
        sent = [{"document": "Công văn 12-CV/ĐU", "recipient": f"Tổ {at}", "sent_on": "2026-05-02"} for at in (1, 2, 3)]
        turns = [{"year": 2026, "member": NAME, "kind": "Kiểm tra", "contents": ["TD"]}, {"year": 2025, "member": NAME, "kind": "Kiểm tra", "contents": ["TD"]}]
        (year,) = dissemination_record(reading(disseminations=told, dispatches=sent, inspections=turns), ON).years

        assert [line.links for line in year.channels] == [None, None, 3, 1]


class TestReminders:
    """What `next` says of the registers, with its square and its command."""

    def items(self, on=ON, **tables):
        return [(one.id, one.state.value, one.due, one.command.name, str(one.places[0])) for one in reminder_items(reading(**tables), on)]

    @pytest.mark.parametrize(("on", "state"), [(date(2026, 11, 1), "due"), (date(2026, 11, 2), "late")])
    def test_a_comment_is_late_the_day_after_the_days_that_are_waited_for(self, on, state):
        """Asked for on 02/10: due on 01/11."""
        row = {"year": 2026, "member": NAME, "requested_on": "2026-10-02"}

        assert self.items(on, residence_comments=[row]) == [("residence.waiting", state, date(2026, 11, 1), "residence", "'Nơi cư trú'!D2")]

    def test_posts_without_a_course_are_one_thing_to_do(self):
        """Both names; a workbook that keeps no courses is asked nothing."""
        posts = (appointment(2, NAME, "Bí thư", "2015-01-05"), appointment(3, OTHER, "Phó bí thư", "2015-01-05"))

        assert self.items(appointments=posts, trainings=[{"member": "Người khác", "course": "Lớp", "to": "2026-01-01"}]) == [("training.due", "missing", None, "trainings", "'Phân công'!B2")]
        assert self.items(appointments=posts) == []

    def test_a_proposal_left_lying_is_late(self):
        """Ninety days after it was made."""
        made = [{"date": "2026-01-01", "by": NAME, "text": "Lập sổ", "decision": "Chấp nhận"}]

        assert self.items(proposals=made) == [("proposal.waiting", "late", date(2026, 4, 1), "proposals", "'Đề xuất'!C2")]


class TestArchive:
    def lines(self, on=ON, year=2026, **tables):
        return archive_year(reading(**tables), year, on).lines

    def state(self, title, **asked):
        return next(line.state for line in self.lines(**asked) if title in line.title)

    @pytest.mark.parametrize(
        ("documents", "on", "state"),
        [
            ([], ON, ArchiveState.MISSING),
            ([{"kind": "Kế hoạch", "number": "01-KH/CB", "date": "2026-01-10", "title": "kiểm tra, giám sát năm 2026"}], ON, ArchiveState.PRESENT),
            ([{"kind": "Kế hoạch", "number": "01-KH/CB", "date": "2025-12-30", "title": "kiểm tra, giám sát năm 2026"}], ON, ArchiveState.PRESENT),
            ([{"kind": "Kế hoạch", "number": "01-KH/CB", "date": "2026-01-10", "title": "kiểm tra, giám sát năm 2025"}], ON, ArchiveState.MISSING),
            ([{"kind": "Kế hoạch", "number": "01-KH/CB", "date": "2026-01-10", "title": "kiểm tra, giám sát năm 2026", "void_reason": "nhầm"}], ON, ArchiveState.MISSING),
            ([{"kind": "Kế hoạch", "number": "01-KH/CB", "date": "2026-01-10", "title": "kiểm tra, giám sát đối với đồng chí A"}], ON, ArchiveState.MISSING),
        ],
    )
    def test_the_plan_of_the_year(self, documents, on, state):
        """By its heading's year; a void one and a case's own are none."""
        assert self.state("Kế hoạch (chương trình)", documents=documents, on=on) is state

    def test_year_end_papers_are_not_missing_before_the_year_is_over(self):
        """On 31/12 not yet, the day after they are."""
        assert self.state("Biên bản kiểm phiếu", on=date(2026, 12, 31)) is ArchiveState.NOT_DUE
        assert self.state("Biên bản kiểm phiếu", on=date(2027, 1, 1)) is ArchiveState.MISSING

    def test_the_list_is_dated_and_the_cells_to_change(self):
        """The collective's report since HD 43; a list in Thiết lập goes before ours."""
        old = [line.title for line in self.lines(year=2024)]
        own = self.lines(settings=setting("records.required_yearly", "annual-plan; Sổ nghị quyết"))

        assert not any("Mẫu 01" in title for title in old)
        assert any("Mẫu 01" in line.title for line in self.lines())
        assert [(line.title.split(" ")[0], line.state) for line in own] == [("Kế", ArchiveState.MISSING), ("Sổ", ArchiveState.BY_HAND)]

    def test_how_long_is_what_the_line_says_else_the_default_with_its_mark(self):
        """No term was found for a cell; three years for the members' own reviews."""
        documents = [{"kind": "Kế hoạch", "number": "01-KH/CB", "date": "2026-01-10", "title": "kiểm tra, giám sát năm 2026", "retention": "10 năm", "location": "Tủ 1"}]
        plan, *others = self.lines(documents=documents)

        assert (plan.retention, plan.retention_rests_on, plan.location) == ("10 năm", None, "Tủ 1")
        assert {line.retention for line in others} == {"theo hướng dẫn của cấp uỷ", "3 năm gần nhất trong hồ sơ đảng viên"}
        assert all("(chưa kiểm chứng)" in str(line.retention_rests_on) for line in others if "cấp uỷ" in (line.retention or ""))
