"""Ratings in every shape: a sheet a year, a column a year, inside the list of members; the cell's own years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from tests.offices.lists import name_field
from tests.offices.people import Person
from tests.offices.ruled import Field, Shown, Table, simple
from tests.offices.style import Style
from tests.offices.wording import heading

LEVELS = ("HTXS", "HTT", "HTT", "HTT", "HTN")


@dataclass(frozen=True)
class Rated:
    """One member in one year."""

    person: Person
    year: int
    general: int
    tasks: int
    counts: tuple[int, int, int, int]
    grades: tuple[str, str, str, str]
    levels: dict[str, str]
    votes: tuple[int, int, int, int]


def rated(chance: Random, people: list[Person], year: int) -> list[Rated]:
    """A year of ratings."""
    found = []
    for person in people:
        level = chance.choice(LEVELS)
        own = level if chance.random() < 0.7 else "HTT"
        assigned = chance.randrange(6, 14)
        votes = {"HTXS": (12, 3, 0, 0), "HTT": (2, 13, 0, 0), "HTN": (0, 4, 11, 0)}[level]
        found.append(
            Rated(
                person,
                year,
                chance.randrange(20, 30),
                chance.randrange(40, 69),
                (assigned, assigned, chance.randrange(assigned // 2), chance.randrange(2)),
                tuple(chance.choice(("Xuất sắc", "Tốt", "Tốt", "Trung bình")) for _ in range(4)),  # type: ignore[arg-type]
                {
                    "self": own,
                    "agency": chance.choice(LEVELS),
                    "union": chance.choice(LEVELS),
                    "committee": level,
                    "cell": level,
                    "final": level,
                },
                votes,
            )
        )
    return found


def ratings(style: Style, chance: Random, rows: list[Rated], kind: str, *, year_column: bool) -> Table:
    """One row a member a year."""

    def level(key: str, name: str) -> Field:
        return simple(
            style, chance, "ratings", key, lambda r: (style.shown_level(r.levels[name]), r.levels[name])
        )

    def key(name: str, value: Any) -> Field:
        return simple(style, chance, "ratings", name, value)

    fields = [name_field(style, chance, "ratings", "member", lambda r: r.person, whole=False)]
    if year_column:
        fields.insert(0, simple(style, chance, "ratings", "year", lambda r: r.year, fixed="first"))
    if kind == "points":
        fields += _points(style, chance)
    elif kind == "grades":
        names = ("grade_politics", "grade_ethics", "grade_discipline", "grade_style")
        fields += [key(name, lambda r, at=at: r.grades[at]) for at, name in enumerate(names)]
    elif kind == "counts":
        names = ("tasks_assigned", "tasks_done", "tasks_over", "tasks_late")
        fields += _counts(style, chance, names)
    for name, one, share in (
        ("self_level", "self", 0.7),
        ("agency_level", "agency", 0.5),
        ("union_level", "union", 0.2),
        ("committee_level", "committee", 0.35),
    ):
        if chance.random() < share:
            fields.append(level(name, one))
    if chance.random() < 0.45:
        fields.append(_votes(style, chance))
    fields.append(level("cell_level", "cell"))
    if chance.random() < 0.55:
        fields.append(level("final_level", "final"))
    by_section = style.sections != "none" and not year_column
    rows = sorted(rows, key=lambda r: r.person.group) if by_section else rows
    return Table(
        "ratings", fields, rows, year=lambda r: r.year,
        given=(lambda _r: {}) if year_column else (lambda r: {"year": r.year}),
        section=(lambda r: style.shown_group(r.person.group)) if by_section else None,
    )  # fmt: skip


def _points(style: Style, chance: Random) -> list[Field]:
    if chance.random() < 0.3:
        parent = chance.choice(("Điểm", "Điểm chấm", "Kết quả chấm điểm"))
        pair = chance.choice(
            (
                ("Tiêu chí chung", "Kết quả nhiệm vụ"),
                ("Tiêu chí chung (30)", "Kết quả nhiệm vụ (70)"),
                ("TC chung", "KQ nhiệm vụ"),
            )
        )

        def both(row: Rated) -> Shown:
            return [row.general, row.tasks], {"points_general": row.general, "points_tasks": row.tasks}

        fields = [Field([(parent, pair[0]), (parent, pair[1])], both, ("points_general", "points_tasks"))]
    else:
        fields = [
            simple(style, chance, "ratings", "points_general", lambda r: r.general),
            simple(style, chance, "ratings", "points_tasks", lambda r: r.tasks),
        ]
    if chance.random() < 0.6:
        fields.append(
            Field(
                [("", heading(chance, "ratings", "total", style.unusual, 0))],
                lambda r: ([r.general + r.tasks], {}),
                ("-total",),
            )
        )
    return fields


def _counts(style: Style, chance: Random, names: tuple[str, ...]) -> list[Field]:
    if chance.random() < 0.4:
        parent = chance.choice(("Số nhiệm vụ", "Nhiệm vụ", "Kết quả thực hiện nhiệm vụ"))
        children = chance.choice(
            (("Được giao", "Hoàn thành", "Vượt mức", "Chậm"), ("Giao", "Hoàn thành", "Vượt", "Chậm tiến độ"))
        )

        def show(row: Rated) -> Shown:
            return list(row.counts), dict(zip(names, row.counts, strict=True))

        return [Field([(parent, child) for child in children], show, names)]
    return [
        simple(style, chance, "ratings", name, lambda r, at=at: r.counts[at]) for at, name in enumerate(names)
    ]


def _votes(style: Style, chance: Random) -> Field:
    names = ("votes_htxs", "votes_htt", "votes_htn", "votes_kht")
    parent = chance.choice(
        (
            "Kết quả bỏ phiếu",
            "Số phiếu",
            "Kết quả biểu quyết",
            "Phiếu biểu quyết",
            "Kết quả phiếu",
            "Số phiếu đồng ý",
            "",
        )
    )

    def show(row: Rated) -> Shown:
        return list(row.votes), dict(zip(names, row.votes, strict=True))

    if parent:
        children = chance.choice(
            (
                ("HTXS", "HTT", "HTN", "KHT"),
                ("HTXSNV", "HTTNV", "HTNV", "KHTNV"),
                ("Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành"),
            )
        )
        return Field([(parent, child) for child in children], show, names)
    return Field(
        [("", heading(chance, "ratings", name, style.unusual, style.abbreviated)) for name in names],
        show,
        names,
    )


def year_columns(style: Style, chance: Random, years: dict[int, list[Rated]]) -> tuple[Field, Any]:
    """One column a year of the level decided, and the facts of the ratings in such a row."""
    parent = (
        ""
        if style.ratings_shape == "years_in_sheet"
        else chance.choice(("Kết quả xếp loại", "Xếp loại các năm", "Kết quả đánh giá, xếp loại", "Xếp loại"))
    )
    form = (
        chance.choice(("{}", "Năm {}", "XL {}", "Xếp loại {}", "Xếp loại năm {}"))
        if not parent
        else chance.choice(("{}", "Năm {}"))
    )
    numeric = form == "{}" and chance.random() < 0.5
    order = sorted(years)
    by_name = {year: {row.person.name: row for row in rows} for year, rows in years.items()}

    def levels(person: Person) -> list[tuple[int, str]]:
        return [
            (year, by_name[year][person.name].levels["final"])
            for year in order
            if person.name in by_name[year]
        ]

    def show(person: Person) -> Shown:
        found = dict(levels(person))
        return [style.shown_level(found.get(year)) for year in order], {}

    headings: list[tuple[str, Any]] = [(parent, year if numeric else form.format(year)) for year in order]
    years_field = Field(headings, show, tuple(f"final_level {year}" for year in order))

    def also(person: Person, _places: Any) -> list[tuple[str, int | None, dict[str, Any]]]:
        name = (
            person.name.upper()
            if style.upper_names and style.ratings_shape == "years_in_members"
            else person.name
        )
        return [
            ("ratings", year, {"year": year, "member": name, "final_level": level})
            for year, level in levels(person)
        ]

    return years_field, also


def cell_years(style: Style, chance: Random, years: list[int]) -> Table:
    """The cell itself, year by year."""
    levels = {year: chance.choice(("HTXS", "HTT", "HTT")) for year in years}
    points = {year: chance.randrange(75, 97) for year in years}
    rewarded = {year: levels[year] == "HTXS" for year in years}
    fields = [simple(style, chance, "cell_years", "year", lambda y: y, fixed="first")]
    if chance.random() < 0.6:
        fields.append(simple(style, chance, "cell_years", "points", lambda y: points[y]))
    fields.append(
        simple(style, chance, "cell_years", "self_level", lambda y: (style.shown_level(levels[y]), levels[y]))
    )
    fields.append(
        simple(style, chance, "cell_years", "level", lambda y: (style.shown_level(levels[y]), levels[y]))
    )
    if chance.random() < 0.7:
        fields.append(
            simple(style, chance, "cell_years", "reward", lambda y: "Giấy khen" if rewarded[y] else None)
        )
        fields.append(
            simple(
                style,
                chance,
                "cell_years",
                "reward_no",
                lambda y: f"{y % 50:02}-QĐ/ĐU" if rewarded[y] else None,
            )
        )
        fields.append(
            simple(
                style,
                chance,
                "cell_years",
                "reward_date",
                lambda y: style.shown_date(date(y + 1, 1, 15), chance) if rewarded[y] else None,
            )
        )
    return Table("cell_years", fields, years, people=False)
