"""Registers of papers and of the life of the cell: documents, meetings, votes, rewards, trainings, residence."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.offices.checking import decision
from tests.offices.lists import name_field
from tests.offices.people import Person
from tests.offices.ruled import Field, Shown, Table, simple
from tests.offices.style import Style
from tests.offices.wording import heading

DOCUMENTS = (("Kế hoạch", "KH", "Kế hoạch kiểm tra, giám sát năm {}"), ("Quyết định", "QĐ", "Quyết định kiểm tra đảng viên"), ("Báo cáo", "BC", "Báo cáo tổng kết năm {}"), ("Nghị quyết", "NQ", "Nghị quyết sinh hoạt tháng"), ("Tờ trình", "TTr", "Tờ trình đề nghị khen thưởng"))  # fmt: skip


def documents(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """The register of papers sent out."""
    counts: dict[str, int] = {}
    rows: list[Any] = []
    for at in range(chance.randrange(5, 16)):
        kind, code, title = chance.choice(DOCUMENTS)
        counts[code] = counts.get(code, 0) + 1
        rows.append((kind, code, title.format(year), counts[code], date(year, 1, 8) + timedelta(20 * at)))
    with_kind = chance.random() < 0.45

    def key(name: str, value: Any, **more: Any) -> Field:
        return simple(style, chance, "documents", name, value, **more)

    fields: list[Field] = []
    derived = not with_kind
    text = heading(
        chance,
        "documents",
        {"joined": "joined", "with_date": "with_date"}.get(style.number_shape, "number"),
        style.unusual,
        style.abbreviated,
    )
    if style.number_shape == "two":
        fields.append(key("number", lambda r: (r[3], str(r[3]))))
        fields.append(key("symbol", lambda r: f"{r[1]}/CB"))
        fields.append(key("date", lambda r: style.shown_date(r[4], chance)))
    elif style.number_shape == "with_date":

        def dated(row: Any) -> Shown:
            day = row[4]
            if "hiệu" not in text:
                number = f"{row[3]:02}-{row[1]}/CB"
                return [f"{number}, ngày {day.day:02}/{day.month:02}/{day.year}"], {
                    "number": number,
                    "date": day.isoformat(),
                }
            return [f"{row[3]:02}-{row[1]}/CB, ngày {day.day:02}/{day.month:02}/{day.year}"], {
                "number": f"{row[3]:02}",
                "symbol": f"{row[1]}/CB",
                "date": day.isoformat(),
            }

        fields.append(Field([("", text)], dated, ("number", "symbol", "date")))
    else:

        def joined(row: Any) -> Shown:
            whole = f"{row[3]:02}-{row[1]}/CB"
            if style.number_shape == "whole" or "Số hiệu" in text:
                return [whole], {"number": whole}
            return [whole], {"number": f"{row[3]:02}", "symbol": f"{row[1]}/CB"}

        fields.append(Field([("", text)], joined, ("number", "symbol")))
        fields.append(key("date", lambda r: style.shown_date(r[4], chance)))
    if with_kind:
        fields.append(key("kind", lambda r: r[0]))
    fields.append(key("title", lambda r: r[2]))
    if chance.random() < 0.5:
        fields.append(key("signer", lambda _r: people[0].name))
    if chance.random() < 0.3:
        fields.append(key("pages", lambda r: r[3] % 5 + 1))
    if chance.random() < 0.3:
        fields.append(key("location", lambda _r: "Tủ hồ sơ chi bộ"))
    return Table(
        "documents",
        fields,
        rows,
        people=False,
        given=(lambda r: {"kind": r[0]}) if derived else (lambda _r: {}),
    )


def meetings(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """Monthly meetings."""
    total = len(people)
    rows = [(date(year, month, 3 + month % 3), "Chuyên đề" if month % 4 == 0 else "Định kỳ", chance.sample(people, chance.randrange(3))) for month in range(1, chance.randrange(5, 13))]  # fmt: skip

    def key(name: str, value: Any, **more: Any) -> Field:
        return simple(style, chance, "meetings", name, value, **more)

    fields = [
        key("held_on", lambda r: style.shown_date(r[0], chance), fixed="first"),
        key("kind", lambda r: r[1]),
    ]
    fields.append(key("topic", lambda r: f"Nhiệm vụ tháng {r[0].month}"))
    fields.append(key("total", lambda _r: total))
    fields.append(key("present", lambda r: total - len(r[2])))
    if chance.random() < 0.6:
        fields.append(key("absent", lambda r: ("; ".join(p.name for p in r[2]), [p.name for p in r[2]])))
    if chance.random() < 0.4:
        fields.append(key("resolution", lambda r: f"Thông qua nghị quyết tháng {r[0].month}"))
    return Table("meetings", fields, rows, people=False)


def disseminations(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """Party documents made known."""
    names = ("Nghị quyết số 18-NQ/TW", "Chỉ thị số 05-CT/TW", "Quy định số 37-QĐ/TW", "Kết luận số 21-KL/TW")
    rows = [
        (
            date(year, 2 + 2 * at, 10),
            name,
            chance.choice(("Sinh hoạt định kỳ", "Sinh hoạt chuyên đề", "Văn bản")),
        )
        for at, name in enumerate(names)
    ]
    total = len(people)
    fields = [
        simple(
            style, chance, "disseminations", "date", lambda r: style.shown_date(r[0], chance), fixed="first"
        ),
        simple(style, chance, "disseminations", "channel", lambda r: r[2]),
        simple(style, chance, "disseminations", "document", lambda r: r[1]),
        simple(
            style,
            chance,
            "disseminations",
            "presenter",
            lambda _r: (style.shown_name(people[0].name), people[0].name),
        ),
        simple(style, chance, "disseminations", "total", lambda _r: total),
        simple(style, chance, "disseminations", "present", lambda r: total - r[0].month % 3),
    ]
    return Table("disseminations", fields, rows, people=False)


def residence(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """Comments of the place of residence."""
    rows = [(person, chance.choice(("Tốt", "Tốt", "Khá"))) for person in people]
    fields = [name_field(style, chance, "residence_comments", "member", lambda r: r[0])]
    if chance.random() < 0.6:
        fields.append(
            simple(
                style,
                chance,
                "residence_comments",
                "requested_on",
                lambda _r: style.shown_date(date(year, 11, 3), chance),
            )
        )
    fields.append(
        simple(
            style,
            chance,
            "residence_comments",
            "received_on",
            lambda _r: style.shown_date(date(year, 11, 20), chance),
        )
    )
    fields.append(simple(style, chance, "residence_comments", "level", lambda r: r[1]))
    if chance.random() < 0.6:
        fields.append(
            simple(
                style,
                chance,
                "residence_comments",
                "text",
                lambda r: "Gia đình gương mẫu" if r[1] == "Tốt" else "Dự họp chưa đủ",
            )
        )
    return Table("residence_comments", fields, rows, given=lambda _r: {"year": year})


def ballots(style: Style, chance: Random, people: list[Person], years: list[int]) -> Table:
    """Votes of the cell."""
    total = len(people)
    rows = [(year, date(year, 12, 5)) for year in years]

    def key(name: str, value: Any, **more: Any) -> Field:
        return simple(style, chance, "ballot_counts", name, value, **more)

    fields = [
        key("meeting_on", lambda r: style.shown_date(r[1], chance), fixed="first"),
        key("subject", lambda _r: "Xếp loại đảng viên"),
    ]
    fields += [key(name, lambda _r: total) for name in ("official", "summoned", "present")]
    if chance.random() < 0.5:
        parent = chance.choice(("Số phiếu", "Phiếu"))
        children = ("Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ")
        names = ("issued", "returned", "valid", "invalid")

        def show(_row: Any) -> Shown:
            return [total, total, total - 1, 1], dict(zip(names, (total, total, total - 1, 1), strict=True))

        fields.append(Field([(parent, child) for child in children], show, names))
    else:
        fields += [
            key("issued", lambda _r: total),
            key("returned", lambda _r: total),
            key("valid", lambda _r: total - 1),
            key("invalid", lambda _r: 1),
        ]
    return Table("ballot_counts", fields, rows, people=False, may=lambda r: {"year": r[0]})


def tallies(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """What two counters read."""
    rows = [(person, counter, chance.randrange(5)) for person in people[:6] for counter in (1, 2)]
    names = ("htxs", "htt", "htn", "kht")
    fields = [
        name_field(style, chance, "tallies", "subject", lambda r: r[0]),
        simple(style, chance, "tallies", "counter", lambda r: r[1]),
        *(
            simple(style, chance, "tallies", name, lambda r, at=at: (r[2] + at) % 7)
            for at, name in enumerate(names)
        ),
    ]
    return Table("tallies", fields, rows, people=False, given=lambda _r: {"year": year})


def rewards(style: Style, chance: Random, people: list[Person], years: list[int]) -> Table:
    """Rewards of members and of the cell."""
    rows: list[Any] = [("Chi bộ" if at == 0 else chance.choice(people).name, chance.choice(("Giấy khen", "Bằng khen")), at + 11, date(chance.choice(years) + 1, 1, 10 + at)) for at in range(chance.randrange(2, 6))]  # fmt: skip
    fields = [
        simple(style, chance, "rewards", "subject", lambda r: r[0], fixed="first"),
        simple(style, chance, "rewards", "form", lambda r: r[1]),
    ]
    fields += decision(style, chance, "rewards", lambda r: r[2], lambda r: r[3], "QĐ/ĐU")
    if chance.random() < 0.6:
        fields.append(simple(style, chance, "rewards", "authority", lambda _r: "Đảng uỷ xã Thử"))
    return Table("rewards", fields, rows, people=False)


def trainings(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """Courses members took."""
    rows = [(chance.choice(people), chance.choice(("Bồi dưỡng nghiệp vụ công tác đảng", "Lớp đối tượng 4", "Tập huấn kiểm tra, giám sát")), date(year, 3 + at, 4)) for at in range(chance.randrange(3, 7))]  # fmt: skip
    fields = [
        name_field(style, chance, "trainings", "member", lambda r: r[0]),
        simple(style, chance, "trainings", "course", lambda r: r[1]),
        simple(style, chance, "trainings", "from", lambda r: style.shown_date(r[2], chance)),
        simple(style, chance, "trainings", "to", lambda r: style.shown_date(r[2] + timedelta(4), chance)),
    ]
    if chance.random() < 0.5:
        fields.append(simple(style, chance, "trainings", "certificate", lambda _r: "Giấy chứng nhận"))
    return Table("trainings", fields, rows, people=False)


CRITERIA = (("C1", "Phẩm chất chính trị, đạo đức", "Tiêu chí chung", 15), ("C2", "Tự phê bình và phê bình", "Tiêu chí chung", 15), ("N1", "Khối lượng công việc", "Kết quả nhiệm vụ", 40), ("N2", "Chất lượng, tiến độ", "Kết quả nhiệm vụ", 30))  # fmt: skip


def criteria(style: Style, chance: Random) -> Table:
    """The cell's own criteria."""
    fields = [
        simple(style, chance, "criteria", name, lambda r, at=at: r[at], fixed="first" if at == 0 else "")
        for at, name in enumerate(("code", "name", "section", "max_points"))
    ]
    return Table("criteria", fields, list(CRITERIA), people=False)


def criteria_points(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """Points under each criterion."""
    rows = [
        (person, one[0], one[3] - chance.randrange(4), one[3] - chance.randrange(6))
        for person in people[:5]
        for one in CRITERIA
    ]
    fields = [
        name_field(style, chance, "criteria_points", "member", lambda r: r[0]),
        simple(style, chance, "criteria_points", "code", lambda r: r[1]),
        simple(style, chance, "criteria_points", "self_points", lambda r: r[2]),
        simple(style, chance, "criteria_points", "points", lambda r: r[3]),
    ]
    return Table("criteria_points", fields, rows, people=False, given=lambda _r: {"year": year})


def dispatches(style: Style, chance: Random, year: int) -> Table:
    """Papers handed on."""
    rows = [(f"{at + 1:02}-{chance.choice(('BC', 'KH', 'NQ'))}/CB", chance.choice(("Đảng uỷ xã Thử", "Tổ đảng 1", "UBKT Đảng uỷ")), date(year, 2 + at, 5)) for at in range(chance.randrange(3, 8))]  # fmt: skip
    fields = [
        simple(style, chance, "dispatches", "document", lambda r: r[0]),
        simple(style, chance, "dispatches", "recipient", lambda r: r[1]),
        simple(style, chance, "dispatches", "sent_on", lambda r: style.shown_date(r[2], chance)),
        simple(
            style,
            chance,
            "dispatches",
            "received_on",
            lambda r: style.shown_date(r[2] + timedelta(1), chance),
        ),
    ]
    return Table("dispatches", fields, rows, people=False)


def commitments(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """What members committed themselves to."""
    rows = [
        (
            person,
            chance.choice(("Không để hồ sơ quá hạn", "Dự đủ các kỳ sinh hoạt", "Học xong lớp trung cấp")),
        )
        for person in people[:8]
    ]
    fields = [
        name_field(style, chance, "commitments", "member", lambda r: r[0]),
        simple(style, chance, "commitments", "text", lambda r: r[1]),
        simple(style, chance, "commitments", "result", lambda _r: "Đạt"),
    ]
    return Table("commitments", fields, rows, given=lambda _r: {"year": year})


def proposals(style: Style, chance: Random, people: list[Person], year: int) -> Table:
    """Proposals of members."""
    rows = [
        (
            date(year, 3 + at, 9),
            chance.choice(people),
            chance.choice(("Họp tổ bằng hình thức trực tuyến", "Lập sổ theo dõi điện tử")),
        )
        for at in range(3)
    ]
    fields = [
        simple(style, chance, "proposals", "date", lambda r: style.shown_date(r[0], chance), fixed="first"),
        simple(style, chance, "proposals", "by", lambda r: (style.shown_name(r[1].name), r[1].name)),
        simple(style, chance, "proposals", "text", lambda r: r[2]),
        simple(style, chance, "proposals", "decision", lambda _r: "Chấp nhận"),
    ]
    return Table("proposals", fields, rows, people=False)
