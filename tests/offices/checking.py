"""Plans, inspections, supervision notes, tasks, disciplines: what a cell inspects and what came of it."""

# ruff: noqa: PLR0917 - a decision has many parts
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.offices.lists import name_field
from tests.offices.people import Person
from tests.offices.ruled import Field, Shown, Table, simple
from tests.offices.style import Style
from tests.offices.wording import heading

CONTENTS = (("Chỉ thị 05", "CT05"), ("nêu gương", "NG"), ("tu dưỡng, rèn luyện", "TD"), ("Nghị quyết Trung ương 4", "NQ4"), ("nhiệm vụ chuyên môn được giao", "CM"), ("điều đảng viên không được làm", "DVKDL"))  # fmt: skip
SHORTCOMINGS = (
    ("Tự phê bình và phê bình chưa cao", "HC1"),
    ("Thực hiện chậm hạn", "HC2"),
    ("Chưa chủ động nghiên cứu, đề xuất", "HC3"),
)
STRENGTHS = (
    ("Lập trường tư tưởng chính trị vững vàng", "UD1"),
    ("Phẩm chất đạo đức tốt", "UD4"),
    ("Có tinh thần trách nhiệm cao", "UD5"),
)
NOTES = ("Nộp báo cáo tuần đúng hạn, có số liệu.", "Ba buổi họp đến muộn 15 phút.", "Giúp đồng nghiệp hoàn thành hồ sơ tồn.", "Chưa ghi đủ sổ sinh hoạt.", "Đề xuất cách xếp hồ sơ gọn hơn.", "Chậm nộp bài thu hoạch hai ngày.", "Trực thay đồng chí ốm ba buổi.")  # fmt: skip
WORK = ("Soạn báo cáo quý", "Rà soát hồ sơ đảng viên", "Chuẩn bị sinh hoạt chuyên đề", "Cập nhật sổ theo dõi đảng phí", "Xây dựng kế hoạch kiểm tra", "Vận động quyên góp đợt lũ", "Biên tập bản tin nội bộ", "Hướng dẫn đảng viên mới")  # fmt: skip
KINDS = {
    "Kiểm tra": ("Kiểm tra", "KT", "Kiểm tra"),
    "Giám sát chuyên đề": ("Giám sát chuyên đề", "GSCĐ", "Giám sát theo chuyên đề"),
}
PERIODS = (
    ("Quý {q}/{y}", lambda y, q: (date(y, 3 * q - 2, 1), _end(y, 3 * q))),
    ("Tháng {m}/{y}", lambda y, q: (date(y, 3 * q - 1, 1), _end(y, 3 * q - 1))),
    ("Từ 01/{m:02} đến 25/{m:02}/{y}", lambda y, q: (date(y, 3 * q - 1, 1), date(y, 3 * q - 1, 25))),
)


def _end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


@dataclass(frozen=True)
class Check:
    """One member in one inspection, or one item of a plan."""

    person: Person
    year: int
    kind: str
    number: int
    decided: date
    starts: date
    ends: date
    contents: tuple[int, ...]
    lead: Person
    team: tuple[Person, ...]
    shortcoming: int | None
    strength: int
    remedied: date | None


def checks(chance: Random, people: list[Person], years: list[int]) -> list[Check]:
    """The inspections of some years; two members may share a decision."""
    found, number = [], 0
    for year in years:
        for kind in KINDS:
            for _round in range(chance.choice((1, 2, 2))):
                number += 1
                decided = date(year, 3 + chance.randrange(6), 1 + chance.randrange(27))
                lead = people[chance.randrange(min(4, len(people)))]
                team = tuple(chance.sample(people[4:] or people, min(2, len(people[4:] or people))))
                for person in chance.sample(people, min(len(people), chance.choice((1, 2, 3)))):
                    has_flaw = chance.random() < 0.5
                    found.append(
                        Check(
                            person,
                            year,
                            kind,
                            number,
                            decided,
                            decided + timedelta(3),
                            decided + timedelta(3 + chance.randrange(15, 28)),
                            tuple(chance.sample(range(len(CONTENTS)), chance.choice((1, 1, 2)))),
                            lead,
                            team,
                            chance.randrange(3) if has_flaw else None,
                            chance.randrange(3),
                            decided + timedelta(90) if has_flaw and chance.random() < 0.7 else None,
                        )
                    )
    return found


def contents(style: Style, chance: Random, check: Check) -> tuple[str, list[str]]:
    """Contents as written, and their codes."""
    pairs = [CONTENTS[at] for at in check.contents]
    as_code = style.codes_as == "codes" or (style.codes_as == "mixed" and chance.random() < 0.5)
    joint = chance.choice(("; ", ";\n", "\n- ")) if len(pairs) > 1 else ""
    first = "- " if joint == "\n- " else ""
    words = [code if as_code else text[:1].upper() + text[1:] for text, code in pairs]
    return first + joint.join(words), [code for _text, code in pairs]


def kind_words(chance: Random, kind: str) -> tuple[str, str]:
    """The kind as written, and the canonical words."""
    return chance.choice(KINDS[kind]), kind


def decision(
    style: Style, chance: Random, table: str, number: Any, day: Any, code: str = "QĐ/CB"
) -> list[Field]:
    """Number and date of a decision: two columns, one parent over two, or one joined square."""
    form = chance.choice(("{:02}-" + code, "{:02}-" + code, "Số {:02}-" + code))
    keys = ("decision_no", "decision_date")
    if style.decision_shape == "joined":
        joint = chance.choice((" ngày {}", ", ngày {}", "\n{}", " ({})", "; {}"))

        def joined(row: Any) -> Shown:
            if number(row) is None:
                return [None], {}
            written, on = form.format(number(row)), day(row)
            return [written + joint.format(f"{on.day:02}/{on.month:02}/{on.year}")], {
                keys[0]: written,
                keys[1]: on.isoformat(),
            }

        return [
            Field(
                [("", heading(chance, table, "decision", style.unusual, style.abbreviated))],
                joined,
                keys,
                down=True,
            )
        ]

    def both(row: Any) -> Shown:
        if number(row) is None:
            return [None, None], {}
        written = form.format(number(row))
        shown, fact = style.shown_date(day(row), chance)
        return [written, shown], {keys[0]: written, keys[1]: fact}

    if style.decision_shape == "parent":
        parent = chance.choice(
            ("Quyết định", "Quyết định kiểm tra" if table == "inspections" else "Quyết định")
        )
        pair = chance.choice((("Số", "Ngày"), ("Số", "Ngày, tháng"), ("Số QĐ", "Ngày ký")))
        return [Field([(parent, pair[0]), (parent, pair[1])], both, keys, down=True)]
    headings = [("", heading(chance, table, key, style.unusual, style.abbreviated)) for key in keys]
    if style.decision_shape == "number":
        return [
            Field(
                headings[:1],
                lambda row: (
                    both(row)[0][:1],
                    {keys[0]: both(row)[1][keys[0]]} if number(row) is not None else {},
                ),
                keys[:1],
                down=True,
            )
        ]
    return [Field(headings, both, keys, down=True)]


def inspections(
    style: Style, chance: Random, rows: list[Check], *, year_given: bool, kind_given: bool
) -> Table:
    """The register of inspections."""

    def key(name: str, value: Any, **more: Any) -> Field:
        return simple(style, chance, "inspections", name, value, **more)

    fields = decision(style, chance, "inspections", lambda c: c.number, lambda c: c.decided)
    if not year_given:
        fields.append(key("year", lambda c: c.year))
    if not kind_given:
        fields.append(key("kind", lambda c: kind_words(chance, c.kind)))
    fields.append(name_field(style, chance, "inspections", "member", lambda c: c.person, fixed=""))
    fields.append(key("contents", lambda c: contents(style, chance, c)))
    optional = [
        ("team_lead", lambda c: (style.shown_name(c.lead.name), c.lead.name), 0.5),
        ("team", lambda c: ("; ".join(p.name for p in c.team), [p.name for p in c.team]), 0.35),
        ("starts_on", lambda c: style.shown_date(c.starts, chance), 0.55),
        ("ends_on", lambda c: style.shown_date(c.ends, chance), 0.55),
        ("strengths", lambda c: (STRENGTHS[c.strength][0], [STRENGTHS[c.strength][1]]), 0.3),
        ("shortcomings", lambda c: (None, None) if c.shortcoming is None else (SHORTCOMINGS[c.shortcoming][0], [SHORTCOMINGS[c.shortcoming][1]]), 0.6),
        ("conclusion", lambda c: "Tốt" if c.shortcoming is None else "Có hạn chế", 0.7),
        ("remedy", lambda c: None if c.shortcoming is None else "Báo cáo hằng tháng với chi bộ", 0.3),
        ("remedy_due", lambda c: (None, None) if c.shortcoming is None else style.shown_date(c.decided + timedelta(100), chance), 0.3),
        ("remedied_on", lambda c: style.shown_date(c.remedied, chance), 0.35),
        ("conclusion_no", lambda c: f"{c.number:02}-TB/CB", 0.3),
        ("conclusion_date", lambda c: style.shown_date(c.ends + timedelta(5), chance), 0.3),
    ]  # fmt: skip
    fields += [key(name, value) for name, value, share in optional if chance.random() < share]
    section = (
        (lambda c: f"{'Kiểm tra' if c.kind == 'Kiểm tra' else 'Giám sát chuyên đề'}")
        if kind_given == "section"
        else None
    )
    ordered = sorted(rows, key=lambda c: list(KINDS).index(c.kind)) if section else rows

    def given(check: Check) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        if year_given is True:
            facts["year"] = check.year
        if kind_given:
            facts["kind"] = check.kind
        return facts

    return Table(
        "inspections",
        fields,
        ordered,
        given=given,
        section=section,
        people=False,
        may=lambda c: {"year": c.year, "kind": c.kind},
    )


def plan(style: Style, chance: Random, rows: list[Check], year: int | None) -> Table:
    """The yearly plan."""

    def key(name: str, value: Any, **more: Any) -> Field:
        return simple(style, chance, "plan_items", name, value, **more)

    fields = []
    if year is None:
        fields.append(key("year", lambda c: c.year, fixed="first"))
    if style.plan_kind == "column":
        fields.append(key("kind", lambda c: kind_words(chance, c.kind)))
    fields.append(key("members", lambda c: (style.shown_name(c.person.name), [c.person.name])))
    fields.append(key("contents", lambda c: contents(style, chance, c)))
    fields += _plan_time(style, chance)
    if chance.random() < 0.6:
        fields.append(key("responsible", lambda c: (style.shown_name(c.lead.name), c.lead.name)))
    if chance.random() < 0.4:
        fields.append(key("status", lambda c: "Hoàn thành" if c.year < 2025 else "Chưa thực hiện"))
    section = (
        (lambda c: "Kiểm tra" if c.kind == "Kiểm tra" else "Giám sát chuyên đề")
        if style.plan_kind == "section"
        else None
    )

    def given(check: Check) -> dict[str, Any]:
        facts: dict[str, Any] = {"year": year} if year else {}
        if style.plan_kind != "column":
            facts["kind"] = check.kind
        return facts

    ordered = sorted(rows, key=lambda c: list(KINDS).index(c.kind)) if section else rows
    return Table(
        "plan_items",
        fields,
        ordered,
        given=given,
        section=section,
        people=False,
        may=lambda c: {"year": c.year, "kind": c.kind},
    )


def _plan_time(style: Style, chance: Random) -> list[Field]:
    keys = ("starts_on", "ends_on")
    if style.plan_time == "words":
        text = heading(chance, "plan_items", "time", style.unusual, style.abbreviated)

        def words(check: Check) -> Shown:
            form, span = PERIODS[(check.number + check.year) % len(PERIODS)]
            quarter = (check.decided.month + 2) // 3
            numeral = ("I", "II", "III", "IV")[quarter - 1]
            first, last = span(check.year, quarter)
            written = form.format(q=numeral, y=check.year, m=3 * quarter - 1)
            return [written], {keys[0]: first.isoformat(), keys[1]: last.isoformat()}

        return [Field([("", text)], words, keys)]

    def both(check: Check) -> Shown:
        (one, first), (two, last) = (
            style.shown_date(check.starts, chance),
            style.shown_date(check.ends, chance),
        )
        return [one, two], {keys[0]: first, keys[1]: last}

    if style.plan_time == "parent":
        parent = chance.choice(("Thời gian", "Thời gian thực hiện", "Thời gian tiến hành"))
        pair = chance.choice((("Từ ngày", "Đến ngày"), ("Bắt đầu", "Kết thúc"), ("Từ", "Đến")))
        return [Field([(parent, pair[0]), (parent, pair[1])], both, keys)]
    return [
        Field(
            [("", heading(chance, "plan_items", key, style.unusual, style.abbreviated)) for key in keys],
            both,
            keys,
        )
    ]


def supervision(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """Notes of those who supervise."""
    start = date(year, 1, 10)
    rows = [(start + timedelta(9 * at), chance.choice(people[:3]), chance.choice(people), chance.choice(NOTES), chance.choice(("Ưu điểm", "Hạn chế", "Nhân tố mới"))) for at in range(chance.randrange(4, 12))]  # fmt: skip

    def key(name: str, value: Any, **more: Any) -> Field:
        return simple(style, chance, "supervision_notes", name, value, **more)

    fields = [key("noted_on", lambda r: style.shown_date(r[0], chance), fixed="first")]
    if chance.random() < 0.4:
        fields.append(key("group", lambda r: (style.shown_group(r[2].group),) * 2))
    fields.append(key("observer", lambda r: (style.shown_name(r[1].name), r[1].name)))
    fields.append(key("member", lambda r: (style.shown_name(r[2].name), r[2].name)))
    if chance.random() < 0.7:
        fields.append(key("kind", lambda r: r[4]))
    fields.append(key("text", lambda r: r[3]))
    if chance.random() < 0.5:
        fields.append(key("action", lambda r: "Nhắc nhở trong họp tổ" if r[4] == "Hạn chế" else None))
    if chance.random() < 0.4:
        fields.append(key("outcome", lambda r: "Đã chuyển biến" if r[4] == "Hạn chế" else None))
    return Table("supervision_notes", fields, rows, people=False)


def tasks(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """Tasks given to members."""
    rows = []
    for _one in range(chance.randrange(5, 14)):
        given = date(year, 1, 5) + timedelta(chance.randrange(200))
        due = given + timedelta(chance.randrange(20, 60))
        rows.append(
            (
                chance.choice(people),
                chance.choice(WORK),
                given,
                due,
                due - timedelta(chance.randrange(-4, 9)),
                chance.choice(("Vượt mức", "Đạt", "Đạt", "Không đạt")),
            )
        )

    def key(name: str, value: Any, **more: Any) -> Field:
        return simple(style, chance, "tasks", name, value, **more)

    fields = [key("member", lambda r: (style.shown_name(r[0].name), r[0].name)), key("task", lambda r: r[1])]
    if chance.random() < 0.6:
        fields.append(key("assigned_on", lambda r: style.shown_date(r[2], chance)))
    fields.append(key("due_on", lambda r: style.shown_date(r[3], chance)))
    if chance.random() < 0.7:
        fields.append(key("done_on", lambda r: style.shown_date(r[4], chance)))
    if chance.random() < 0.7:
        fields.append(key("result", lambda r: r[5]))
    if chance.random() < 0.3:
        fields.append(key("evidence", lambda r: "Bản báo cáo đã ký"))
    return Table("tasks", fields, rows, people=False)


def disciplines(style: Style, chance: Random, people: list[Person], years: list[int]) -> Table:
    """Disciplinary decisions."""
    rows = [(person, chance.choice(("Khiển trách", "Cảnh cáo")), number + 2, date(chance.choice(years), 4 + number, 12)) for number, person in enumerate(chance.sample(people, min(3, len(people))))]  # fmt: skip
    fields = [
        name_field(style, chance, "disciplines", "member", lambda r: r[0]),
        simple(style, chance, "disciplines", "form", lambda r: r[1]),
    ]
    fields += decision(style, chance, "disciplines", lambda r: r[2], lambda r: r[3])
    fields.append(
        simple(style, chance, "disciplines", "violation", lambda _r: "Vắng sinh hoạt nhiều kỳ không lý do")
    )
    if chance.random() < 0.5:
        fields.append(simple(style, chance, "disciplines", "authority", lambda _r: "Chi bộ"))
    return Table("disciplines", fields, rows, people=False)
