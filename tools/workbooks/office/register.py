"""The register of papers: each kind numbered in one rising series over the years, so 23 and 35 fall where they must."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from tools.workbooks.contents import Record
from tools.workbooks.office.days import on_weekday
from tools.workbooks.office.decisions_register import DECISION_TITLES
from tools.workbooks.office.inspections import DECISIONS, Decision
from tools.workbooks.office.people import DEPUTY, GROUPS, SECRETARY, leader_of
from tools.workbooks.office.plans import FIRST_YEAR, LAST_YEAR

_SIGNS = {"Quyết định": "QĐ", "Kế hoạch": "KH", "Công văn": "CV", "Báo cáo": "BC", "Biên bản": "BB",
          "Nghị quyết": "NQ", "Thông báo": "TB"}  # fmt: skip
MINUTES_SIGNER = "Lê Minh Hoạ"
_LAST_FACT = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before it has its number."""

    on: date
    kind: str
    title: str
    signer: str = SECRETARY
    subject: str | None = None
    dossier: str | None = None
    pages: int = 2


def plan_day(year: int) -> date:
    """The yearly plan is issued in mid January (“ngay từ đầu năm”)."""
    return on_weekday(date(year, 1, 15))


def review_day(year: int) -> date:
    """The year-end review and vote."""
    return on_weekday(date(year, 12, 5))


@cache
def papers() -> tuple[Paper, ...]:
    """All papers in the order of their days."""
    found = [
        Paper(day, "Quyết định", title.format(year=day.year), signer=_signer(day), dossier=_dossier(day))
        for day, title in DECISION_TITLES
    ]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        found += [paper for paper in _of_year(year) if paper.on <= _LAST_FACT]
    for decision in DECISIONS:
        found += _of_decision(decision)
    return tuple(sorted(found, key=lambda paper: paper.on))


def _signer(day: date) -> str:
    """The deputy signs where the secretary is among the inspected."""
    inspected = [name for decision in DECISIONS if day in (decision.signed_on, decision.concluded_on) for name in decision.members()]
    return DEPUTY if SECRETARY in inspected else SECRETARY


def _dossier(day: date) -> str | None:
    return next((f"KTGS-{day.year}" for decision in DECISIONS if decision.signed_on == day), None)


def _of_year(year: int) -> Iterator[Paper]:
    dossier = f"KTGS-{year}"
    yield Paper(on_weekday(date(year, 1, 10)), "Nghị quyết", f"nhiệm vụ công tác năm {year}", pages=4)
    yield Paper(plan_day(year), "Kế hoạch", f"kiểm tra, giám sát năm {year}", dossier=dossier, pages=4)
    if year == 2021:
        yield Paper(date(2021, 9, 6), "Kế hoạch", "kiểm tra, giám sát giai đoạn 2021–2025", dossier=dossier, pages=6)
    if year == 2025:
        yield Paper(date(2025, 7, 7), "Kế hoạch", "kiểm tra, giám sát nhiệm kỳ 2025–2030", dossier=dossier, pages=6)
    yield Paper(
        on_weekday(date(year, 1, 22)), "Công văn", f"giao nhiệm vụ tổ trưởng các tổ đảng giám sát đảng viên năm {year}",
        subject="; ".join(GROUPS), dossier=dossier,
    )  # fmt: skip
    review = review_day(year)
    for group in GROUPS:
        yield Paper(
            on_weekday(date(year, 12, 1)), "Báo cáo", f"kết quả giám sát đảng viên năm {year} của {group}",
            signer=leader_of(group, review), subject=group, dossier=dossier, pages=3,
        )  # fmt: skip
    yield Paper(review, "Biên bản", f"hội nghị kiểm điểm, xếp loại năm {year}", signer=MINUTES_SIGNER, pages=5)
    yield Paper(review, "Biên bản", f"kiểm phiếu xếp loại năm {year}", signer="Cao Thị Soát", pages=3)
    yield Paper(
        on_weekday(date(year, 12, 10)), "Báo cáo", f"kết quả công tác kiểm tra, giám sát năm {year}",
        dossier=dossier, pages=5,
    )  # fmt: skip


def _of_decision(decision: Decision) -> Iterator[Paper]:
    dossier = f"KTGS-{decision.signed_on.year}"
    word = decision.kind.lower()
    yield Paper(decision.ends_on, "Báo cáo", f"kết quả thực hiện quyết định {word}", signer=decision.team_lead, dossier=dossier, pages=4)
    yield Paper(
        decision.concluded_on, "Biên bản", f"hội nghị chi bộ kết luận {word}", signer=MINUTES_SIGNER, dossier=dossier, pages=4
    )
    kind = "Thông báo" if decision.concluded_on >= date(2026, 1, 9) else "Công văn"
    for name in decision.members():
        yield Paper(
            decision.concluded_on, kind, f"thông báo kết luận {word}", signer=_signer(decision.concluded_on),
            subject=name, dossier=dossier,
        )  # fmt: skip


def documents() -> list[Record]:
    """The rows of “Văn bản”."""
    counts: Counter[str] = Counter()
    rows: list[Record] = []
    for paper in papers():
        counts[paper.kind] += 1
        rows.append(
            {
                "kind": paper.kind,
                "number": f"{counts[paper.kind]:02d}-{_SIGNS[paper.kind]}/CB",
                "date": paper.on,
                "title": paper.title,
                "signer": paper.signer,
                "subject": paper.subject,
                "dossier": paper.dossier or f"CB-{paper.on.year}",
                "pages": paper.pages,
                "location": "Tủ hồ sơ chi bộ",
                "retention": "Theo hướng dẫn của cấp uỷ",
                "signed": True,
            }
        )
    return rows


@cache
def numbers() -> dict[tuple[str, date], list[str]]:
    """The numbers of a kind on a day, in the register's order."""
    found: dict[tuple[str, date], list[str]] = defaultdict(list)
    for row in documents():
        day = row["date"]
        if isinstance(day, date):
            found[str(row["kind"]), day].append(str(row["number"]))
    return dict(found)
