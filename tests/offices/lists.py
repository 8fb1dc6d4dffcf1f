"""Lists of people: members, groups, the committee."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from tests.offices.people import Person
from tests.offices.ruled import Field, Shown, Table, simple
from tests.offices.style import Style
from tests.offices.wording import heading


def name_field(
    style: Style, chance: Random, table: str, key: str, name: Any, *, fixed: str = "first", whole: bool = True
) -> Field:
    """A person's name: one column, or family and given name in two where the office does so in its lists."""
    text = heading(chance, table, key, style.unusual, style.abbreviated)

    def shown(record: Any) -> str:
        written = name(record)
        return written.name.upper() if style.upper_names and key == "full_name" else written.name

    def fact(record: Any) -> str:
        return shown(record)

    if whole or style.name_shape == "one":
        return Field(
            [("", text)],
            lambda record: ([style.shown_name(shown(record))], {key: fact(record)}),
            (key,),
            fixed,
        )

    def halves(record: Any) -> Shown:
        family, _, given = shown(record).rpartition(" ")
        return [f"{style.honorific}{family}", given], {key: fact(record)}

    if style.name_shape == "merged":
        return Field([(text, ""), (text, "")], halves, (key,), fixed)
    if style.name_shape == "two_rows":
        return Field([(text, "Họ và tên đệm"), (text, "Tên")], halves, (key,), fixed)
    pair = chance.choice(
        (
            ("Họ và tên đệm", "Tên"),
            ("Họ đệm", "Tên"),
            ("Họ", "Tên"),
            ("Họ và chữ đệm", "Tên"),
            ("Họ, tên đệm", "Tên"),
        )
    )
    return Field([("", pair[0]), ("", pair[1])], halves, (key,), fixed)


def members(style: Style, chance: Random, people: list[Person]) -> Table:
    """The list of members."""

    def key(name: str, value: Any, **more: Any) -> Field:
        return simple(style, chance, "members", name, value, **more)

    fields = [name_field(style, chance, "members", "full_name", lambda person: person, whole=False)]
    fields += _birth_and_gender(style, chance)
    fields += _party_dates(style, chance)
    optional = [
        ("member_id", lambda p: p.code, 0.2),
        ("ethnicity", lambda p: p.ethnicity, 0.5),
        ("hometown", lambda p: p.town, 0.5),
        ("id_number", lambda p: p.identity, 0.35),
        ("party_card", lambda p: p.card, 0.5),
        ("party_post", lambda p: p.post, 0.6),
        ("job_title", lambda p: p.job, 0.4),
        ("employer", lambda p: p.employer, 0.35),
        ("residence", lambda p: p.home, 0.35),
        ("joined_cell_on", lambda p: style.shown_date(p.joined, chance), 0.2),
        ("status", lambda p: "Miễn sinh hoạt" if p.born.year < 1952 else None, 0.0),
    ]
    fields += [key(name, value) for name, value, share in optional if chance.random() < share]
    by_section = style.sections != "none"
    if not by_section and chance.random() < 0.8:
        fields.append(key("group", lambda p: (style.shown_group(p.group),) * 2))
    if chance.random() < 0.5:
        fields.append(
            Field([("", heading(chance, "members", "note", 0, 0))], lambda p: ([None], {}), ("note",), "last")
        )
    rows = sorted(people, key=lambda p: p.group) if by_section else people
    section = (lambda p: style.shown_group(p.group)) if by_section else None
    given = (lambda p: {"group": style.shown_group(p.group)}) if by_section else (lambda _p: {})
    return Table("members", fields, rows, section=section, given=given)


def _birth_and_gender(style: Style, chance: Random) -> list[Field]:
    def born(person: Person) -> tuple[Any, str]:
        if style.birth_shape == "year":
            return person.born.year, str(person.born.year)
        return style.shown_date(person.born, chance)  # type: ignore[return-value]

    text = heading(chance, "members", "birth_date", style.unusual, style.abbreviated)
    if style.birth_shape == "year":
        text = "Năm sinh"
    if style.gender_shape == "two_dates":

        def halves(person: Person) -> Shown:
            shown, fact = born(person)
            return ([shown, None] if person.gender == "Nam" else [None, shown]), {
                "birth_date": fact,
                "gender": person.gender,
            }

        return [Field([(text, "Nam"), (text, "Nữ")], halves, ("birth_date",))]
    if style.birth_shape == "split":
        day, month, year = chance.choice(
            (("Ngày", "Tháng", "Năm"), ("Ngày", "Tháng", "Năm sinh"), ("ngày", "tháng", "năm"))
        )

        def parts(person: Person) -> Shown:
            return [person.born.day, person.born.month, person.born.year], {
                "birth_date": person.born.isoformat()
            }

        fields = [
            Field([("Ngày sinh", day), ("Ngày sinh", month), ("Ngày sinh", year)], parts, ("birth_date",))
        ]
    else:
        fields = [
            Field(
                [("", text)], lambda p: ([born(p)[0]], {"birth_date": born_fact(p, style)}), ("birth_date",)
            )
        ]
    mark = chance.choice(("x", "X"))
    if style.gender_shape == "column":
        fields.append(simple(style, chance, "members", "gender", lambda p: p.gender))
    elif style.gender_shape == "two_x":
        parent = chance.choice(("Giới tính", "Giới", "Nam, nữ"))

        def marks(person: Person) -> Shown:
            return ([mark, None] if person.gender == "Nam" else [None, mark]), {"gender": person.gender}

        fields.append(Field([(parent, "Nam"), (parent, "Nữ")], marks, ("gender",)))
    elif style.gender_shape == "one_x":
        name = chance.choice(("Nữ", "Nữ (x)", "Nữ", "Là nữ"))

        def female(person: Person) -> Shown:
            return [mark if person.gender == "Nữ" else None], {"gender": person.gender}

        fields.append(Field([("", name)], female, ("gender",)))
    return fields


def born_fact(person: Person, style: Style) -> str:
    """The birth date as precisely as this office writes it."""
    return str(person.born.year) if style.birth_shape == "year" else person.born.isoformat()


def _party_dates(style: Style, chance: Random) -> list[Field]:
    def both(person: Person) -> Shown:
        one, first = style.shown_date(person.admitted, chance)
        two, second = style.shown_date(person.official, chance)
        facts = {"admitted_on": first, "official_on": second}
        return [one, two], {key: value for key, value in facts.items() if value}

    if style.party_dates == "parent":
        parent = chance.choice(
            ("Ngày vào Đảng", "Vào Đảng", "Ngày, tháng, năm vào Đảng", "Thời gian vào Đảng")
        )
        pair = chance.choice(
            (
                ("Dự bị", "Chính thức"),
                ("Kết nạp", "Chính thức"),
                ("Ngày kết nạp", "Ngày chính thức"),
                ("Lần đầu", "Chính thức"),
                ("Ngày KN", "Ngày CT"),
                ("DB", "CT"),
            )
        )
        return [Field([(parent, pair[0]), (parent, pair[1])], both, ("admitted_on", "official_on"))]
    if style.party_dates == "generic":
        parent = chance.choice(("Ngày, tháng, năm", "Thời gian", "Ngày tháng", "Quá trình vào Đảng"))
        pair = chance.choice(
            (("Vào Đảng", "Chính thức"), ("Kết nạp", "Công nhận chính thức"), ("Kết nạp Đảng", "Chính thức"))
        )
        return [Field([(parent, pair[0]), (parent, pair[1])], both, ("admitted_on", "official_on"))]
    if style.party_dates == "joined":
        text = chance.choice(
            (
                "Ngày vào Đảng, ngày chính thức",
                "Ngày vào Đảng/ngày chính thức",
                "Ngày kết nạp, ngày chính thức",
            )
        )

        def joined(person: Person) -> Shown:
            days = [day for day in (person.admitted, person.official) if day]
            facts = {
                "admitted_on": person.admitted.isoformat(),
                "official_on": person.official.isoformat() if person.official else None,
            }
            return ["\n".join(f"{day.day:02}/{day.month:02}/{day.year}" for day in days)], {
                k: v for k, v in facts.items() if v
            }

        return [Field([("", text)], joined, ("admitted_on", "official_on"))]
    if style.party_dates == "split":

        def parts(person: Person) -> Shown:
            day = person.admitted
            return [day.day, day.month, day.year], {"admitted_on": day.isoformat()}

        parent = chance.choice(("Ngày vào Đảng", "Ngày kết nạp"))
        fields = [Field([(parent, "Ngày"), (parent, "Tháng"), (parent, "Năm")], parts, ("admitted_on",))]
        return [
            *fields,
            simple(style, chance, "members", "official_on", lambda p: style.shown_date(p.official, chance)),
        ]
    return [
        simple(style, chance, "members", "admitted_on", lambda p: style.shown_date(p.admitted, chance)),
        simple(style, chance, "members", "official_on", lambda p: style.shown_date(p.official, chance)),
    ]


def groups(style: Style, chance: Random, people: list[Person]) -> Table:
    """The party groups and their leaders."""
    numbers = sorted({person.group for person in people})
    leaders = {number: next(person for person in people if person.group == number) for number in numbers}
    start = date(2022, 7, 1)
    fields = [
        simple(style, chance, "groups", "group", lambda n: (style.shown_group(n),) * 2, fixed="first"),
        name_field(style, chance, "groups", "leader", lambda n: leaders[n]),
        simple(style, chance, "groups", "from", lambda _n: style.shown_date(start, chance)),
        simple(style, chance, "groups", "to", lambda _n: (None, None)),
    ]
    return Table("groups", fields, numbers, people=False)


def appointments(style: Style, chance: Random, people: list[Person]) -> Table:
    """Who holds which post of the cell."""
    holders = [person for person in people if person.post]
    roles = {"Chi uỷ viên": "Chi uỷ viên", "Bí thư": "Bí thư", "Phó bí thư": "Phó bí thư"}
    start = date(2022, 7, 1)
    fields = [
        name_field(style, chance, "appointments", "member", lambda p: p),
        simple(style, chance, "appointments", "role", lambda p: roles[p.post]),
        simple(style, chance, "appointments", "from", lambda _p: style.shown_date(start, chance)),
    ]
    if chance.random() < 0.6:
        fields.append(simple(style, chance, "appointments", "to", lambda _p: (None, None)))
    if chance.random() < 0.5:
        fields.append(simple(style, chance, "appointments", "document", lambda _p: "05-NQ/CB"))
    return Table("appointments", fields, holders)
