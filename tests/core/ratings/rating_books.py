"""Builds small books for rating tests from the flat fields a case gives."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import Any

from addin.core.places import Place
from addin.core.tables.rows.ballots import BallotCount
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.organisation import Appointment
from addin.core.tables.rows.ratings import CellYear, RatingRow
from addin.core.tables.rows.settings import RaisedQuota, Settings
from addin.core.tables.rows.supervision import Task
from tests.builders import member, rating, row


def settings(**values: Any) -> Settings:
    """Settings with the dictionary's defaults; `raised` is a share and its paper, `other` plain texts."""
    values = dict(values)
    if "raised" in values:
        share, document = values.pop("raised")
        values["quota_rate_raised"] = RaisedQuota(Decimal(str(share)), document)
    if "ballot_threshold" in values:
        values["ballot_threshold"] = Decimal(str(values["ballot_threshold"]))
    if "other" in values:
        values["other"] = {key: (text, Place("Thiết lập", 9, 2)) for key, text in values["other"].items()}
    assert set(values) <= {one.name for one in fields(Settings)}
    return Settings(**values)


def rolled(year: int, levels: dict[str, int]) -> tuple[tuple[Member, ...], tuple[RatingRow, ...]]:
    """So many members the cell voted into each level, each by the votes of everybody."""
    members, rows = [], []
    total = sum(levels.values())
    for level, count in levels.items():
        for _ in range(count):
            at = len(members) + 2
            name = f"Trần Thị Số {at}"
            members.append(member(at, name, staff_kind="Hưu trí"))
            rows.append(rating(year, at, name, **{f"votes_{level.lower()}": total}))
    return tuple(members), tuple(rows)


def book_of(case: dict[str, Any]) -> Book:
    """The book of one case: one member and row, or a whole roll, and the other sheets it names."""
    year = case["year"]
    if "roll" in case:
        members, rows = rolled(year, case["roll"])
    else:
        members = (member(**case.get("member", {})),)
        rows = (rating(year, **case["row"]),) if "row" in case else ()
    about = members[0].full_name
    ballots = case.get("ballots", [case["ballot"]] if "ballot" in case else [])
    return Book(
        settings=settings(**case.get("settings", {})),
        members=members,
        ratings=rows,
        disciplines=tuple(row(Discipline, at, **({"member": about} | one)) for at, one in enumerate(case.get("disciplines", []), 2)),
        ballot_counts=tuple(row(BallotCount, at, year=year, **one) for at, one in enumerate(ballots, 2)),
        tasks=tuple(row(Task, at, member=about, **one) for at, one in enumerate(case.get("tasks", []), 2)),
        inspections=tuple(row(Inspection, at, member=about, **one) for at, one in enumerate(case.get("inspections", []), 2)),
        appointments=tuple(row(Appointment, at, member=about, **one) for at, one in enumerate(case.get("appointments", []), 2)),
        cell_years=(row(CellYear, 2, year=year, **case["cell"]),) if "cell" in case else (),
    )
