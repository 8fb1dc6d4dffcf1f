"""Every figure fires, is silent, and changes with its rows."""

import json
import random
from dataclasses import fields, replace
from datetime import date

import pytest
from summary_rows import FIRST, FULL, LAST, ON, member, note, turn

from addin import glossary
from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.persons.roster import Roster
from addin.core.places import Place
from addin.core.summaries import summarise
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import ROW_TYPES, Book
from tests.builders import day, rows
from tests.grids import grid

WHOLE = summarise(Reading(FULL), FIRST, LAST, ON)
COMPUTED = [figure.id for figure in WHOLE.figures if figure.table]

EXPECTED = {
    "interval.from": 2015,
    "interval.to": 2020,
    "interval.years": 6,
    "members.total": 5,
    "members.official": 4,
    "members.probationary": 1,
    "members.not_active": 1,
    "members.by_group": {"Tổ 1": 2, "Tổ 2": 3},
    "members.by_gender": {"Nam": 2, "Nữ": 1},
    "members.admitted": 1,
    "members.confirmed": 0,
    "members.joined": 1,
    "members.left": 1,
    "appointments.inspection_responsible": ({"name": "Lê Thị Bưởi", "from": "2018-01-01", "to": None},),
    "plan.items": 4,
    "plan.done": 2,
    "plan.late": 1,
    "plan.cancelled": 1,
    "plan.unplanned": 1,
    "plan.by_year": {"2019": 1, "2020": 3},
    "plan_to_decision_days": (
        {"number": "23-QĐ/CB", "date": "2019-09-03", "plan_number": "02", "plan_date": "2019-01-15", "days": 231},
        {"number": "35-QĐ/CB", "date": "2020-10-09", "plan_number": None, "plan_date": None, "days": None},
    ),
    "inspections.turns": 3,
    "inspections.persons": 2,
    "inspections.by_year": {"2019": 2, "2020": 1},
    "inspections.by_kind": {"Kiểm tra": 3, "Giám sát chuyên đề": 1},
    "inspections.coverage": 2 / 5,
    "inspections.not_inspected": ("Ngô Thị Cam", "Phạm Văn Mít", "Đỗ Thị Na"),
    "inspections.decisions": (
        {"number": "23-QĐ/CB", "date": "2019-09-03", "date_text": "03/9/2019", "year": 2019, "turns": 2, "persons": 2},
        {"number": "35-QĐ/CB", "date": "2020-10-09", "date_text": "09/10/2020", "year": 2020, "turns": 1, "persons": 1},
    ),
    "inspections.decision_count": 2,
    "inspections.by_content": {"TD": 2, "NQ4": 1, "CT05": 1, "NG": 1, "DVKDL": 1, "CM": 1},
    "inspections.content_areas": {
        "tu dưỡng, rèn luyện": 2,
        "Nghị quyết Trung ương 4; Chỉ thị 05; nêu gương": 1,
        "nhiệm vụ chính trị, chuyên môn được giao": 1,
        "điều đảng viên không được làm": 1,
    },
    "strengths.by_kind": {"UD1": 2, "UD5": 1},
    "shortcomings.by_kind": {"HC1": 1, "HC2": 2, "Đi họp muộn": 1},
    "inspections.conclusions": {"Tốt": 1, "Có hạn chế": 2},
    "inspections.evidence": {"Báo cáo tự kiểm tra": 1},
    "nil_findings": 2,
    "nil_findings.complete": False,
    "remedies.due": 2,
    "remedies.done": 1,
    "remedies.done_late": 1,
    "remedies.overdue": 1,
    "supervision.notes": 3,
    "supervision.by_year": {"2019": 1, "2020": 2},
    "supervision.by_kind": {"Nhân tố mới": 1, "Hạn chế": 1, "Dấu hiệu vi phạm": 1},
    "supervision.by_group": {"Tổ 1": 1, "Tổ 2": 2},
    "supervision.members_never_noted": ("Lê Thị Bưởi", "Ngô Thị Cam", "Đỗ Thị Na"),
    "supervision.positive_factors": ({"name": "Trần Văn Ổi", "text": "Sáng kiến số hoá hồ sơ", "date_text": "10/5/2019"},),
    "supervision.detection_days.positive": 9,
    "supervision.detection_days.negative": 15,
    "supervision.repeated_texts": 2,
    "supervision.without_action": 1,
    "supervision.assignments": ({"number": "03", "date": "2019-01-20", "date_text": "20/01/2019"},),
    "supervision.group_reports": ({"number": "40", "date": "2019-12-05", "date_text": "05/12/2019"},),
    "ratings.by_level": {
        "2019": {"HTXS": 0, "HTT": 2, "HTN": 0, "KHT": 0},
        "2020": {"HTXS": 0, "HTT": 0, "HTN": 0, "KHT": 1},
    },
    "ratings.without_level": 1,
    "ratings.kht_reasons": {"Bị kỷ luật": 1},
    "cell_years.levels": {"2015": "TSVM", "2016": "TSVM", "2017": "TSVM", "2018": "HTT", "2019": "HTXS"},
    "cell_years.tsvm": 3,
    "cell_years.top": 4,
    "cell_years.exemplary": 1,
    "disciplines.count": 1,
    "disciplines.by_form": {"Khiển trách": 1},
    "disseminations.by_channel": {"Sinh hoạt định kỳ": 2, "Sinh hoạt chuyên đề": 1},
    "dissemination.documents": ("Quy định số 30", "Quy định số 109-QĐ/TW"),
    "disseminations.attendance": {"2018": 18 / 20},
    "meetings.held": 2,
    "meetings.by_kind": {"Định kỳ": 1, "Chuyên đề": 1},
    "trainings.turns": 2,
    "trainings.persons": 1,
    "residence.requested": 2,
    "residence.received": 1,
    "residence.by_level": {"Tốt": 1},
    "proposals.made": 2,
    "proposals.accepted": 1,
    "proposals.done": 1,
    "commitments.made": 1,
    "commitments.by_result": {"Đạt": 1},
    "tasks.assigned": 2,
    "tasks.done": 1,
    "tasks.done_late": 1,
    "tasks.overdue": 1,
    "warnings.raised": 1,
    "warnings.closed": 1,
    "warnings.cleared": 1,
    "denunciations.received": 1,
    "reports.limitations": ("Giám sát chưa thường xuyên",),
    "reports.proposals": ("Thứ nhất", "Thứ hai"),
    "reports.lessons": ("Làm sớm",),
    "documents.issued": 4,
    "documents.void": 1,
}  # fmt: skip
SHOWN_APART = {"rewards", "plan.term"}


def test_every_figure_is_expected_somewhere():
    """A new figure needs a case."""
    assert {figure.id for figure in WHOLE.figures} == set(EXPECTED) | SHOWN_APART
    assert len({figure.id for figure in WHOLE.figures}) == len(WHOLE.figures)


@pytest.mark.parametrize(("figure_id", "value"), EXPECTED.items())
def test_a_figure_says_what_the_rows_say(figure_id, value):
    """The sample's figures, each counted by hand."""
    assert WHOLE.value(figure_id) == value


@pytest.mark.parametrize("figure_id", COMPUTED)
def test_a_figure_of_an_empty_workbook_is_unknown_and_listed(figure_id):
    """None, never 0, and its label stands among the missing."""
    empty = summarise(Reading(Book()), 2019, 2019, ON)

    assert empty.value(figure_id) is None
    assert any(empty.get(figure_id).label in line for line in empty.missing)


@pytest.mark.parametrize("figure_id", COMPUTED)
def test_a_figure_changes_when_its_rows_go(figure_id):
    """Without the rows it points at, the figure is another one, or unknown."""
    figure = WHOLE.get(figure_id)
    if not figure.places:
        assert figure.value == 0
        return
    gone = {(place.sheet, place.row) for place in figure.places}
    poorer = {
        table: tuple(row for row in FULL.rows(table) if (row.source.sheet, row.source.row) not in gone)
        for table in ROW_TYPES
    }

    changed = summarise(Reading(replace(FULL, **poorer)), FIRST, LAST, ON).value(figure_id)

    assert changed != figure.value


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_does_not_matter(seed):
    """Shuffled rows give the same figures and the same missing lines."""
    order = random.Random(seed)  # noqa: S311  (a repeatable shuffle, no secret)
    shuffled = {
        item.name: tuple(order.sample(FULL.rows(item.name), len(FULL.rows(item.name))))
        for item in fields(FULL)
        if item.name in ROW_TYPES
    }

    assert summarise(Reading(replace(FULL, **shuffled)), FIRST, LAST, ON) == WHOLE


def test_values_are_plain_json():
    """`--json` shows them without any conversion, and years as text."""
    written = json.loads(json.dumps({figure.id: figure.value for figure in WHOLE.figures}))

    assert written["cell_years.levels"]["2015"] == "TSVM"
    assert written["inspections.decisions"][0]["date_text"] == "03/9/2019"


def test_places_are_squares_of_the_rows_counted():
    """A figure can be followed into the workbook."""
    assert WHOLE.get("nil_findings").places == (Place("Kiểm tra", 2, 15), Place("Kiểm tra", 3, 15))


def test_the_reward_for_a_period_inside_the_interval_counts_though_decided_later():
    """Giấy khen for 2015–2020, decided 2021; the reward of 2021 itself is another interval's (H8)."""
    assert WHOLE.value("rewards") == (
        {
            "subject": "Chi bộ",
            "form": "Giấy khen",
            "year_from": 2015,
            "year_to": 2020,
            "number": None,
            "date": "2021-01-05",
            "date_text": "05/01/2021",
            "authority": "Ban Chấp hành Đảng bộ",
        },
    )
    assert summarise(Reading(FULL), 2019, 2019, ON).value("rewards") is None


def test_rewards_of_the_cell_stand_in_its_years_where_no_list_is_kept():
    """Chi bộ.Khen thưởng is read where the sheet Khen thưởng has no row."""
    found = summarise(Reading(replace(FULL, rewards=())), FIRST, LAST, ON).get("rewards")

    assert [reward["form"] for reward in found.value] == ["Giấy khen"]
    assert found.table == "cell_years"


def test_the_next_plan_has_subject_time_and_content():
    """Items after the interval, by year (H15)."""
    plan = WHOLE.value("plan.term")

    assert (plan["from"], plan["to"]) == (2021, 2025)
    assert plan["by_year"]["2021"] == (
        {
            "kind": "Kiểm tra",
            "members": ("Phạm Văn Mít",),
            "contents": ("CM",),
            "starts_on": "2021-09-01",
            "ends_on": "2021-09-30",
            "time_text": "01/9/2021 – 30/9/2021",
        },
    )


def test_what_was_called_off_is_planned_no_more():
    """A cancelled item of the next years is left out."""
    off = tuple(replace(item, status="Huỷ") for item in FULL.plan_items)

    assert summarise(Reading(replace(FULL, plan_items=off)), FIRST, LAST, ON).value("plan.term") is None


def test_years_without_tasks_or_commitments_are_unknown():
    """Rows of other years make no nought; the gap is named."""
    found = summarise(Reading(FULL), 2001, 2002, ON)

    for figure_id in ("tasks.assigned", "tasks.done", "tasks.done_late", "tasks.overdue", "commitments.made"):
        figure = found.get(figure_id)
        assert figure.value is None
        assert any(line.startswith(f"{figure.label}: ") for line in found.missing)


def test_turns_are_not_people():
    """Eight turns may be fewer than eight people, however the names are written (R22)."""
    turns = [turn(name, "23-QĐ/CB", "3/9/2019") for name in ("Trần Văn Ổi", "đ/c Trần Văn Ổi", "TRẦN VĂN ỔI")]
    book = Book(members=rows("members", member("Trần Văn Ổi")), inspections=rows("inspections", *turns))

    found = summarise(Reading(book), 2019, 2019, ON)

    assert (found.value("inspections.turns"), found.value("inspections.persons")) == (3, 1)
    assert found.value("inspections.coverage") == 1


def test_two_members_of_one_name_are_two_people():
    """The number decides; Roster knows both."""
    members = rows("members", member("Trần Văn Ổi", member_id="A1"), member("Trần Văn Ổi", member_id="A2"))
    book = Book(members=members, inspections=rows("inspections", turn("A1", "1", "3/9/2019"), turn("A2", "1", "3/9/2019")))

    assert Roster(members).find("Trần Văn Ổi").member is None
    assert summarise(Reading(book), 2019, 2019, ON).value("inspections.persons") == 2


def test_a_blank_is_no_nil_finding():
    """Nothing is written about degradation unless somebody wrote "không" (R27)."""
    blank = Book(inspections=rows("inspections", turn("Trần Văn Ổi", "1", "3/9/2019")))
    said = Book(inspections=rows("inspections", turn("Trần Văn Ổi", "1", "3/9/2019", degradation=False)))
    found = Book(inspections=rows("inspections", turn("Trần Văn Ổi", "1", "3/9/2019", degradation=True)))

    assert [summarise(Reading(book), 2019, 2019, ON).value("nil_findings") for book in (blank, said, found)] == [None, 1, 0]
    assert summarise(Reading(said), 2019, 2019, ON).value("nil_findings.complete") is True
    assert summarise(Reading(found), 2019, 2019, ON).value("nil_findings.complete") is False


def test_no_remedy_is_known_only_where_every_turn_ended_well():
    """A blank column is not "nothing to remedy"."""
    unknown = Book(inspections=rows("inspections", turn("Trần Văn Ổi", "1", "3/9/2019")))
    good = Book(inspections=rows("inspections", turn("Trần Văn Ổi", "1", "3/9/2019", conclusion="Tốt")))

    assert summarise(Reading(unknown), 2019, 2019, ON).value("remedies.due") is None
    assert summarise(Reading(good), 2019, 2019, ON).value("remedies.due") == 0


@pytest.mark.parametrize(
    ("on", "done", "overdue"),
    [(date(2019, 12, 31), 0, 0), (date(2020, 1, 1), 0, 1), (date(2020, 1, 14), 0, 1), (date(2020, 1, 15), 1, 0)],
)
def test_remedies_are_judged_on_the_day(on, done, overdue):
    """Overdue begins the day after the day set; done begins on the day it was done."""
    row = turn("Trần Văn Ổi", "1", "3/9/2019", remedy="Sửa", remedy_due=day("31/12/2019"), remedied_on=day("15/1/2020"))

    found = summarise(Reading(Book(inspections=rows("inspections", row))), 2019, 2019, on)

    assert (found.value("remedies.done"), found.value("remedies.overdue")) == (done, overdue)


@pytest.mark.parametrize(
    ("on", "total", "official"),
    [(date(2020, 5, 31), 1, 1), (date(2020, 6, 1), 2, 1), (date(2021, 6, 1), 2, 1), (date(2019, 1, 1), 1, 1)],
)
def test_the_roll_is_taken_at_the_years_end_or_today(on, total, official):
    """A probationer confirmed after the year is probationary in it."""
    members = rows("members", member("A"), member("B", admitted="1/6/2020", official_on=day("1/6/2021")))

    found = summarise(Reading(Book(members=members)), 2020, 2020, on)

    assert (found.value("members.total"), found.value("members.official")) == (total, official)


def test_zero_of_a_sheet_that_is_kept_is_zero():
    """Nobody was inspected that year, in a sheet that has rows of others; the year is named as open."""
    found = summarise(Reading(FULL), 2017, 2017, ON)

    assert found.value("inspections.turns") == 0
    assert found.value("inspections.by_year") is None
    assert "Số lượt kiểm tra theo năm: trang “Kiểm tra” chưa ghi cho năm 2017." in found.missing


@pytest.mark.parametrize(("year", "turns"), [(2026, 1), (2025, None)])
def test_a_sheet_of_one_year_says_nothing_of_another(year, turns):
    """What nobody entered is null: “KT 2026” is no word that 2025 had no inspection."""
    roll = grid("DSĐV", ["Họ và tên", "Ngày sinh", "Ngày vào Đảng"], ["Trần Văn Ổi", "1/2/1980", "3/2/2000"])
    headings = ["Số quyết định", "Ngày quyết định", "Hình thức", "Đảng viên", "Nội dung"]
    inspected = grid("KT 2026", headings, ["01-QĐ/CB", "5/5/2026", "Kiểm tra", "Trần Văn Ổi", "TD"])

    found = summarise(Reading(read_book((roll, inspected))), year, year, date(2026, 11, 28))

    assert [found.value(f"inspections.{key}") for key in ("turns", "persons", "coverage", "decision_count")] == [turns] * 4


def _without(table, *keys):
    """The full cell, its sheet of a table made without some columns."""
    poorer = []
    for whole in FULL.rows(table):
        columns = {key: at for key, at in whole.source.columns.items() if key not in keys}
        values = {name: value for name, value in vars(whole).items() if name.rstrip("_") not in (*keys, "source")}
        poorer.append(type(whole)(source=replace(whole.source, columns=columns), **values))
    return replace(FULL, **{table: tuple(poorer)})


@pytest.mark.parametrize(
    ("table", "columns", "unknown"),
    [
        ("members", ["official_on"], ["members.official", "members.probationary", "members.confirmed"]),
        ("members", ["status"], ["members.not_active"]),
        ("members", ["group"], ["members.by_group"]),
        ("members", ["gender"], ["members.by_gender"]),
        ("inspections", ["conclusion"], ["inspections.conclusions"]),
        ("inspections", ["remedied_on"], ["remedies.done", "remedies.done_late", "remedies.overdue"]),
        ("inspections", ["member"], ["inspections.turns", "inspections.persons", "inspections.coverage", "inspections.not_inspected"]),
        ("inspections", ["decision_no", "decision_date"], ["inspections.decisions", "inspections.decision_count"]),
        ("supervision_notes", ["kind"], ["supervision.by_kind", "supervision.without_action", "supervision.positive_factors"]),
        ("supervision_notes", ["member"], ["supervision.members_never_noted"]),
        ("supervision_notes", ["action"], ["supervision.without_action"]),
        ("ratings", ["final_level", "cell_level", "votes_htxs", "votes_htt"], ["ratings.by_level", "ratings.without_level"]),
        ("tasks", ["done_on"], ["tasks.done", "tasks.done_late", "tasks.overdue"]),
        ("documents", ["void_reason"], ["documents.void"]),
        ("proposals", ["decision"], ["proposals.accepted"]),
        ("residence_comments", ["received_on"], ["residence.received"]),
        ("trainings", ["member"], ["trainings.persons"]),
        ("plan_items", ["unplanned"], ["plan.unplanned"]),
        ("meetings", ["held_on"], ["meetings.held", "meetings.by_kind"]),
        ("ratings", ["year"], ["ratings.by_level", "ratings.without_level", "ratings.kht_reasons"]),
    ],
)
def test_what_rests_on_a_column_that_is_not_there_is_unknown(table, columns, unknown):
    """Never nought, never a default; the figure is named with the column it lacks."""
    found = summarise(Reading(_without(table, *columns)), FIRST, LAST, ON)

    for figure_id in unknown:
        figure = found.get(figure_id)
        lines = [line for line in found.missing if figure.label in line]
        assert figure.value is None, figure_id
        assert any(f"“{glossary.header(table, key)}”" in line for line in lines for key in columns), (figure_id, lines)


def test_a_column_that_is_not_there_leaves_other_figures_as_they_were():
    """Only what rests on it becomes unknown."""
    found = summarise(Reading(_without("members", "official_on")), FIRST, LAST, ON)

    open_now = {figure.id for figure in found.figures if figure.value != WHOLE.value(figure.id)}
    assert open_now == {"members.official", "members.probationary", "members.confirmed"}


def test_the_missing_are_named_by_sheet_year_and_row():
    """One line an empty sheet, one a gap, one the rows without a year."""
    lost = rows("supervision_notes", note("A", "1/1/2020", "Hạn chế", "Muộn"), {"member": "A", "text": "Không ngày"})
    book = Book(cell_years=rows("cell_years", {"year": 2019, "level": Level.TSVM}), supervision_notes=lost)

    missing = summarise(Reading(book), 2019, 2020, ON).missing

    assert "Chưa có dòng nào ở trang “Phân công”: Người phụ trách công tác kiểm tra, giám sát." in missing
    assert "Xếp loại chi bộ theo năm: trang “Chi bộ” chưa ghi cho năm 2020." in missing
    assert "Trong đó số năm tiêu biểu: trang “Chi bộ” chưa ghi cho các năm 2019–2020." in missing
    assert "1 dòng ở trang “Giám sát” không rõ năm nên không được tính: 'Giám sát'!3." in missing


def test_a_rows_own_year_wins_over_its_dates():
    """An inspection of 2019 decided in January 2020 is of 2019; without a year its date says it."""
    book = Book(
        inspections=rows(
            "inspections",
            turn("A", "1", "5/1/2020", year=2019),
            turn("A", "2", "5/1/2020", year=None),
        )
    )

    assert summarise(Reading(book), 2019, 2020, ON).value("inspections.by_year") == {"2019": 1, "2020": 1}


def test_one_number_in_two_years_is_two_decisions():
    """Numbers may begin again; the year tells them apart."""
    book = Book(inspections=rows("inspections", turn("A", "01-QĐ/CB", "5/1/2019"), turn("A", "01-QĐ/CB", "5/1/2020")))

    assert summarise(Reading(book), 2019, 2020, ON).value("inspections.decision_count") == 2


def test_exemplary_is_never_counted_outside_the_top():
    """Two plus one, not three plus one (H7); blank everywhere is unknown."""
    years = [{"year": 2015, "level": Level.TSVM}, {"year": 2016, "level": Level.HTT, "exemplary": True}]
    blank = Book(cell_years=rows("cell_years", years[0]))
    wrong = Book(cell_years=rows("cell_years", *years))

    assert summarise(Reading(blank), 2015, 2016, ON).value("cell_years.exemplary") is None
    assert summarise(Reading(wrong), 2015, 2016, ON).value("cell_years.exemplary") == 0


def test_the_accuser_is_in_no_figure():
    """The restricted sheet gives a number only."""
    assert "Người Giấu Tên" not in repr(WHOLE)


def test_an_interval_must_run_forward():
    """The doors ask for the interval; a reversed one is a bug of theirs."""
    with pytest.raises(ValueError, match="2020 > 2015"):
        summarise(Reading(FULL), 2020, 2015, ON)


def test_an_unknown_figure_is_a_key_error():
    """A misspelt id never passes for a blank."""
    with pytest.raises(KeyError, match=r"inspections\.turn"):
        WHOLE.value("inspections.turn")
