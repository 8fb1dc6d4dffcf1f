"""Invented offices' workbooks whose facts agree: `make_sound(seed, path)` draws what `make` draws, over people and acts that fit.

The layouts, words and gaps stay those of ordinary offices; what is changed is only what no honest office writes: an
inspector who inspects himself, two counts that differ, levels the points do not support, numbers against the dates.
Whatever the check says of such a book is said to somebody who did nothing wrong.
"""


from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from tests.offices import checking, papers, workbook, yearly
from tests.offices.canvas import Expected
from tests.offices.checking import Check
from tests.offices.lists import name_field
from tests.offices.people import Person, people
from tests.offices.ruled import Table, simple
from tests.offices.style import Style
from tests.offices.yearly import Rated

SURELY_GOOD = 5
ADMITTED, OLDEST = date(2019, 5, 19), 1998
POINTS = {"HTT": (26, 58), "HTN": (20, 45)}
_DOCUMENTS = tuple(one for one in papers.DOCUMENTS if one[1] in ("BC", "NQ"))


def make_sound(seed: int, path: Path) -> Expected:
    """The same seed gives the same workbook."""
    with ExitStack() as stack:
        for module, name, made in (
            (workbook, "people", sound_people), (checking, "checks", sound_checks), (yearly, "rated", sound_ratings), (papers, "tallies", tallies),
            (papers, "criteria_points", criteria_points), (papers, "dispatches", dispatches), (checking, "supervision", supervision),
            (checking, "tasks", tasks), (papers, "DOCUMENTS", _DOCUMENTS), (checking, "disciplines", disciplines), (workbook._Office, "_settings", settings),
        ):  # fmt: skip
            stack.enter_context(patch.object(module, name, made))
        return workbook.make(seed, path)


def sound_people(chance: Random, count: int, groups: int) -> list[Person]:
    """Everybody an official member long before the years the workbook holds, in this cell from the beginning."""
    return [_settled(person) for person in people(chance, count, groups)]


def _settled(person: Person) -> Person:
    born = person.born if person.born.year <= OLDEST else person.born.replace(year=OLDEST, day=1)
    admitted = min(person.admitted, ADMITTED)
    return replace(person, born=born, admitted=admitted, official=date(admitted.year + 1, admitted.month, admitted.day), joined=None)


def sound_checks(chance: Random, members: list[Person], years: list[int]) -> list[Check]:
    """Decisions numbered in the order of their dates; who inspects is not inspected, nobody twice a year in one way."""
    found, number = [], 0
    lead, team = members[0], members[1:3] if len(members) > 5 else members[1:2]
    others = members[1 + len(team) :]
    for year in years:
        pool = chance.sample(others, len(others))
        for round_, kind in enumerate(checking.KINDS):
            number += 1
            decided = date(year, 3 + 4 * round_, 1 + chance.randrange(27))
            take = min(len(pool), chance.choice((1, 2)))
            for person in [pool.pop() for _ in range(take)]:
                flaw = chance.randrange(3) if chance.random() < 0.5 else None
                contents, remedied = (chance.randrange(len(checking.CONTENTS)),), decided + timedelta(60) if flaw is not None else None
                starts, ends = decided + timedelta(3), decided + timedelta(3 + chance.randrange(15, 25))
                found.append(Check(person, year, kind, number, decided, starts, ends, contents, lead, tuple(team), flaw, chance.randrange(3), remedied))
    return found


def sound_ratings(chance: Random, members: list[Person], year: int) -> list[Rated]:
    """Everybody voted what points, grades and tasks allow, by all who vote."""
    found = []
    for at, person in enumerate(members):
        level = "HTN" if at >= SURELY_GOOD and chance.random() < 0.15 else "HTT"
        general, tasks = POINTS[level]
        votes = (0, len(members), 0, 0) if level == "HTT" else (0, 0, len(members), 0)
        grades = ("Tốt",) * 4 if level == "HTT" else ("Trung bình",) * 4
        keys = ("self", "agency", "union", "committee", "cell", "final")
        found.append(Rated(person, year, general, tasks, (8, 8, 4 if level == "HTT" else 0, 0), grades, dict.fromkeys(keys, level), votes))  # type: ignore[arg-type]
    return found


def tallies(style: Style, chance: Random, members: list[Person], year: int) -> Table:
    """Two counters who read the same papers; the rest of the cell is counted on another day."""
    del members
    rows: list[Any] = [(name, counter) for name in ("Chi bộ",) for counter in (1, 2)]
    fields = [
        simple(style, chance, "tallies", "subject", lambda r: r[0]),
        simple(style, chance, "tallies", "counter", lambda r: r[1]),
        *(simple(style, chance, "tallies", key, lambda _r, n=count: n) for key, count in (("htxs", 0), ("htt", 9), ("htn", 0), ("kht", 0))),
    ]
    return Table("tallies", fields, rows, people=False, given=lambda _r: {"year": year})


def criteria_points(style: Style, chance: Random, members: list[Person], year: int) -> Table:
    """What adds up to the points of members who did well."""
    points = {"C1": 13, "C2": 13, "N1": 33, "N2": 25}
    rows = [(person, code) for person in members[:SURELY_GOOD] for code in points]
    fields = [
        name_field(style, chance, "criteria_points", "member", lambda r: r[0]),
        simple(style, chance, "criteria_points", "code", lambda r: r[1]),
        simple(style, chance, "criteria_points", "points", lambda r: points[r[1]]),
    ]
    return Table("criteria_points", fields, rows, people=False, given=lambda _r: {"year": year})


def dispatches(style: Style, chance: Random, year: int) -> Table:
    """Notices, which no register of reports and resolutions holds."""
    rows = [(f"{at + 1:02}-TB/CB", "Đảng uỷ xã Thử", date(year, 2 + at, 5)) for at in range(chance.randrange(3, 8))]
    return Table(
        "dispatches",
        [
            simple(style, chance, "dispatches", "document", lambda r: r[0]),
            simple(style, chance, "dispatches", "recipient", lambda r: r[1]),
            simple(style, chance, "dispatches", "sent_on", lambda r: style.shown_date(r[2], chance)),
        ],
        rows,
        people=False,
    )


def supervision(style: Style, chance: Random, members: list[Person], year: int) -> Table:
    """A note a quarter by each leader on a member of the own group, each in words of its own."""
    groups = sorted({person.group for person in members})
    rows: list[Any] = []
    for quarter, day in enumerate((date(year, 2, 25), date(year, 4, 10), date(year, 9, 20), date(year, 11, 30))):
        for group in groups:
            own = [person for person in members if person.group == group]
            seen = own[1 + quarter % max(len(own) - 1, 1)] if len(own) > 1 else own[0]
            if seen is not own[0]:
                rows.append((day, own[0], seen, f"{checking.NOTES[(quarter + group) % len(checking.NOTES)]} Việc thứ {len(rows) + 1} của năm.", "Ưu điểm"))
    fields = [
        simple(style, chance, "supervision_notes", "noted_on", lambda r: style.shown_date(r[0], chance), fixed="first"),
        simple(style, chance, "supervision_notes", "observer", lambda r: (style.shown_name(r[1].name), r[1].name)),
        simple(style, chance, "supervision_notes", "member", lambda r: (style.shown_name(r[2].name), r[2].name)),
        simple(style, chance, "supervision_notes", "kind", lambda r: r[4]),
        simple(style, chance, "supervision_notes", "text", lambda r: r[3]),
    ]
    return Table("supervision_notes", fields, rows, people=False)


def tasks(style: Style, chance: Random, members: list[Person], year: int) -> Table:
    """Eight tasks of one member, all done in time, as many as his row of the rating says."""
    rows: list[Any] = [(person, checking.WORK[at], date(year, 1 + at, 5), date(year, 2 + at, 10), date(year, 2 + at, 8)) for person in members for at in range(8)]
    fields = [
        name_field(style, chance, "tasks", "member", lambda r: r[0]),
        simple(style, chance, "tasks", "task", lambda r: r[1]),
        simple(style, chance, "tasks", "assigned_on", lambda r: style.shown_date(r[2], chance)),
        simple(style, chance, "tasks", "due_on", lambda r: style.shown_date(r[3], chance)),
        simple(style, chance, "tasks", "done_on", lambda r: style.shown_date(r[4], chance)),
    ]
    return Table("tasks", fields, rows, people=False)


def disciplines(style: Style, chance: Random, members: list[Person], years: list[int]) -> Table:
    """Of years before those rated here."""
    del years
    return _DISCIPLINES(style, chance, members[-1:], [2021])


_DISCIPLINES = checking.disciplines


def settings(self: Any) -> None:
    """Who the cell is, and under whom."""
    canvas = self.drawing.sheet("Thiết lập")
    rows = (("Mục", "Giá trị"), ("Tên chi bộ", "Chi bộ Văn phòng"), ("Đảng bộ cấp trên", "Đảng bộ xã Thử"), ("Địa danh", "Ví Dụ"))
    for row, (name, value) in enumerate(rows, 1):
        canvas.put(row, 1, name)
        canvas.put(row, 2, value)
