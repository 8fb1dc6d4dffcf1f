"""One invented office's whole workbook: `make(seed, path)` writes it and gives what a reader must find in it."""

# ruff: noqa: S311 - seeded on purpose
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from tests.offices import checking, distractors, lists, papers, yearly
from tests.offices.canvas import Drawing, Expected
from tests.offices.people import people
from tests.offices.ruled import Ruler, Table
from tests.offices.style import Style, draw
from tests.offices.wording import NAMES


def make(seed: int, path: Path) -> Expected:
    """The same seed gives the same workbook and facts."""
    chance = Random(f"office {seed}")
    office = _Office(chance, draw(chance))
    office.fill()
    office.drawing.save(path)
    return office.drawing.expected


class _Office:
    """Draws sheet after sheet."""

    def __init__(self, chance: Random, style: Style) -> None:
        self._chance, self._style = chance, style
        self.drawing = Drawing(decomposed=style.decomposed)
        count = chance.choice((5, 8, 12, 16, 24, 35))
        self._people = people(chance, count, 1 if count < 6 else chance.choice((2, 3)))
        self._years = [2023, 2024, 2025][-chance.choice((1, 2, 3, 3)) :]
        town = chance.choice(("xã Thử", "Sở Giả Định", "phường Ví Dụ", "Trường THPT Mẫu"))
        self._ruler = Ruler(
            self.drawing,
            style,
            chance,
            (
                f"Đảng bộ {town}",
                f"Chi bộ {chance.choice(('thôn Đông', 'Văn phòng', 'số 2', 'Tổ Toán - Lý'))}",
            ),
        )

    def fill(self) -> None:
        """All sheets, then the odd ones among them."""
        self._members()
        self._ratings()
        self._inspections()
        self._plan()
        self._others()
        if self._style.settings_sheet:
            self._settings()
        kinds = self._chance.sample(sorted(distractors.KINDS), self._style.distractors)
        for kind in kinds:
            canvas = self.drawing.sheet(kind, state=self._chance.choice(("visible", "visible", "hidden")))
            distractors.draw(canvas, kind, self._chance, self._people)
            self.drawing.expected.distractors.append(canvas.name)
        first, *rest = self.drawing.sheets
        self._chance.shuffle(rest)
        self.drawing.sheets[:] = [first, *rest]

    def _name(self, table: str, year: int | None = None) -> str:
        usual, short, _title = NAMES[table]
        name = self._chance.choice(short if self._style.sheet_names == "short" else usual)
        if self._style.sheet_names == "vague" and table != "members":
            name = f"Sheet{len(self.drawing.sheets) + 1}"
        return f"{name} {year}" if year else name

    def _title(self, table: str, year: int | None = None, extra: str = "", *, must: bool = False) -> str:
        title = NAMES[table][2] + (f" {extra}" if extra else "") + (f" năm {year}" if year else "")
        vague = self._style.sheet_names == "vague"
        return title + ("!" if must or vague else "")

    def _draw(self, table: Table, name: str, title: str) -> Any:
        canvas = self.drawing.sheet(name)
        table.title = title
        return canvas, self._ruler.draw(canvas, table)

    def _members(self) -> None:
        table = lists.members(self._style, self._chance, self._people)
        if self._style.ratings_shape == "years_in_members":
            years = {year: yearly.rated(self._chance, self._people, year) for year in self._years}
            one, table.also = yearly.year_columns(self._style, self._chance, years)
            table.fields.append(one)
        canvas, row = self._draw(table, self._name("members"), self._title("members"))
        groups = lists.groups(self._style, self._chance, self._people)
        if self._style.below:
            groups.title = "Các tổ đảng!" if self._style.title_rows else ""
            self._ruler.draw(canvas, groups, row + 2, plain=True)
        elif self._style.beside:
            width = max(column for _row, column in canvas.squares)
            head = min(fact[2] for fact in self.drawing.expected.facts if fact[1] == canvas.name) - 1
            groups.title = ""
            self._ruler.draw(canvas, groups, head, width + 2, plain=True)
        elif self._chance.random() < 0.5:
            self._draw(groups, self._name("groups"), self._title("groups"))

    def _ratings(self) -> None:
        style, chance = self._style, self._chance
        kind = chance.choice(("points", "points", "grades", "counts", "levels"))
        if style.ratings_shape == "sheet_a_year":
            for year in self._years:
                table = self._one_year(kind, year)
                in_title = chance.random() < 0.5
                self._draw(table, self._name("ratings", year), self._title("ratings", year, must=in_title))
        elif style.ratings_shape == "year_column":
            rows = [row for year in self._years for row in yearly.rated(chance, self._people, year)]
            self._draw(
                yearly.ratings(style, chance, rows, kind, year_column=True),
                self._name("ratings"),
                self._title("ratings"),
            )
        elif style.ratings_shape in ("years_in_sheet", "years_parent"):
            years = {year: yearly.rated(chance, self._people, year) for year in self._years}
            one, also = yearly.year_columns(style, chance, years)
            fields = [lists.name_field(style, chance, "ratings", "member", lambda p: p, whole=False), one]
            for person_field in fields:
                person_field.show = _without_facts(person_field.show)
            table = Table("ratings", fields, self._people, also=also)
            self._draw(table, self._name("ratings"), self._title("ratings"))

    def _one_year(self, kind: str, year: int) -> Table:
        return yearly.ratings(
            self._style, self._chance, yearly.rated(self._chance, self._people, year), kind, year_column=False
        )

    def _inspections(self) -> None:
        style, chance = self._style, self._chance
        rows = checking.checks(chance, self._people, self._years)
        if style.inspections_shape == "years":
            for year in self._years:
                table = checking.inspections(
                    style,
                    chance,
                    [row for row in rows if row.year == year],
                    year_given=True,
                    kind_given=False,
                )
                self._draw(table, self._name("inspections", year), self._title("inspections", year))
        elif style.inspections_shape == "kind_title":
            for kind, table_name in (
                ("Kiểm tra", "kiểm tra đảng viên"),
                ("Giám sát chuyên đề", "giám sát chuyên đề"),
            ):
                table = checking.inspections(
                    style,
                    chance,
                    [row for row in rows if row.kind == kind],
                    year_given=False,
                    kind_given=True,
                )
                canvas = self.drawing.sheet(kind)
                table.title = f"Theo dõi kết quả {table_name}"
                self._ruler.draw(canvas, table)
        else:
            by_section = style.inspections_shape == "kind_sections" and style.sections != "none"
            table = checking.inspections(
                style, chance, rows, year_given=False, kind_given="section" if by_section else False
            )
            self._draw(table, self._name("inspections"), self._title("inspections"))

    def _plan(self) -> None:
        style, chance = self._style, self._chance
        year = self._years[-1] + 1
        rows = checking.checks(chance, self._people, [year])
        if style.plan_kind == "title":
            for kind in ("Kiểm tra", "Giám sát chuyên đề"):
                table = checking.plan(style, chance, [row for row in rows if row.kind == kind], year)
                table.title = f"Kế hoạch {kind.lower()} năm {year}!"
                self._ruler.draw(self.drawing.sheet(f"KH {kind.lower()} {year}"), table)
            return
        if style.plan_kind == "section" and style.sections == "none":
            table = checking.plan(replace(style, plan_kind="column"), chance, rows, year)
        else:
            table = checking.plan(style, chance, rows, year)
        self._draw(table, self._name("plan_items", year), self._title("plan_items", year))

    def _others(self) -> None:
        style, chance, members, years = self._style, self._chance, self._people, self._years
        last = years[-1]
        makers: list[tuple[str, Any, int | None]] = [
            ("appointments", lambda: lists.appointments(style, chance, members), None),
            ("supervision_notes", lambda: checking.supervision(style, chance, members, last), last),
            ("tasks", lambda: checking.tasks(style, chance, members, last), last),
            ("disciplines", lambda: checking.disciplines(style, chance, members, years), None),
            ("documents", lambda: papers.documents(style, chance, members, last), last),
            ("meetings", lambda: papers.meetings(style, chance, members, last), last),
            ("disseminations", lambda: papers.disseminations(style, chance, members, last), last),
            ("residence_comments", lambda: papers.residence(style, chance, members, last), last),
            ("ballot_counts", lambda: papers.ballots(style, chance, members, years), None),
            ("tallies", lambda: papers.tallies(style, chance, members, last), last),
            ("cell_years", lambda: yearly.cell_years(style, chance, years), None),
            ("rewards", lambda: papers.rewards(style, chance, members, years), None),
            ("trainings", lambda: papers.trainings(style, chance, members, last), None),
            ("criteria", lambda: papers.criteria(style, chance), None),
            ("criteria_points", lambda: papers.criteria_points(style, chance, members, last), last),
            ("dispatches", lambda: papers.dispatches(style, chance, last), None),
            ("commitments", lambda: papers.commitments(style, chance, members, last), last),
            ("proposals", lambda: papers.proposals(style, chance, members, last), None),
        ]
        for table, make_one, year in makers:
            if chance.random() < 0.4:
                needs_year = table in ("residence_comments", "tallies", "criteria_points", "commitments")
                named = chance.random() < 0.5 and style.sheet_names != "vague"
                must = needs_year and not named
                self._draw(
                    make_one(),
                    self._name(table, year if named else None),
                    self._title(table, year if (needs_year or not named) and table != "ballot_counts" else None, must=must),
                )

    def _settings(self) -> None:
        canvas = self.drawing.sheet("Thiết lập")
        for row, (name, value) in enumerate(
            (("Mục", "Giá trị"), ("Tên chi bộ", "Chi bộ Văn phòng"), ("Địa danh", "Ví Dụ")), 1
        ):
            canvas.put(row, 1, name)
            canvas.put(row, 2, value)


def _without_facts(show: Any) -> Any:
    return lambda record: (show(record)[0], {})
