"""Totals over many cells with pandas: what is refused is taken out first, then everything else is summed.

A refused workbook counts nowhere, a double member in neither cell. Levels are those of record; the cap counts what
`rate` counts, over the cells of one grassroots organisation (texts-2025.md: the cap is the organisation's, not a cell's).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import pandas as pd

from addin.batch.doubles import double_members, same_books, same_cells, text
from addin.batch.expected import missing, organisation_key
from addin.batch.parquet import frame_of
from addin.batch.sources import Source
from addin.batch.tables import FORM, NAMES, SCHEMAS
from addin.core.levels import Level
from addin.core.ratings.quota import exact_cap, rounded
from addin.core.records import dataclass
from addin.jobs.rollup import Accepted, CellLine, Organisation, Refusal, Refused, RollupResult, Spot

_NOT_SUMMED = frozenset({"inspections.coverage", "plan_to_decision_days", "disseminations.attendance", "plan.term", FORM})
"""Shares, days, years and what is told by the groups of one cell."""
_COUNTED_HERE = frozenset({"members.total", "members.official", "members.probationary", "ratings.by_level", "ratings.without_level"})
"""Counted member by member, without the double ones: `members` and `ratings` of the result say them."""
_NO_SUMS = ("interval.", "supervision.detection_days.", "members.by_group", "supervision.by_group")
_GOOD = frozenset({Level.HTXS.value, Level.HTT.value})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a roll-up: `expected` are cells or workbooks that must be there."""

    year: int
    rules: str
    expected: tuple[str, ...] = ()
    accepted: Mapping[str, str] | None = None


def roll_up(sources: Sequence[Source], wanted: Wanted) -> tuple[RollupResult, dict[str, pd.DataFrame]]:
    """The totals, and the tables of what was counted: what a higher roll-up stands on."""
    fit = [source for source in sources if _why_unfit(source, wanted) is None]
    tables = {name: _joined(name, fit) for name in NAMES}
    below = {spot: because for source in fit for spot, because in source.accepted.items()}
    refusing = _Refusing({**below, **(wanted.accepted or {})}, from_below=frozenset(below))
    refusing.refused += _outside(sources, wanted)
    books = tables["workbooks"]
    refusing.told(missing(books, wanted.expected))
    out = refusing.told(_unfit_books(books, tables["ratings"]))
    out |= refusing.told(same_books(_without(books, out)))
    out |= refusing.told(same_cells(_without(tables["ratings"], out)))
    kept = {name: _without(frame, out) for name, frame in tables.items()}
    members = kept["ratings"].reset_index(drop=True)
    doubles = refusing.rows(double_members(members))
    kept["ratings"] = members.drop(index=doubles)
    return _result(kept, wanted, refusing), tables


def _joined(name: str, sources: Sequence[Source]) -> pd.DataFrame:
    """One under the other; what lies in two sources, byte for byte under one name, counts once."""
    frames = [source.frames[name] for source in sources]
    whole = pd.concat(frames, ignore_index=True) if frames else frame_of([], SCHEMAS[name])
    return whole.drop_duplicates(ignore_index=True)


def _without(frame: pd.DataFrame, books: frozenset[str]) -> pd.DataFrame:
    return frame[~frame["workbook"].isin(books)]


def _outside(sources: Sequence[Source], wanted: Wanted) -> list[Refused]:
    """What never comes into the tables: other rules, another year, and what lower roll-ups said of the same kind."""
    found = [one for source in sources for one in source.refused]
    for source in sources:
        why = _why_unfit(source, wanted)
        if why is not None:
            found += (Refused(Spot(book), *why) for book in source.frames["workbooks"]["workbook"])
    return found


class _Refusing:
    """Keeps what is refused; what somebody accepted is told, and counted."""

    def __init__(self, accepted: Mapping[str, str], from_below: frozenset[str]) -> None:
        self._wanted, self._from_below = dict(accepted), from_below
        self._used: set[str] = set()
        self.refused: list[Refused] = []
        self.accepted: list[Accepted] = []

    def told(self, found: Iterable[Refused]) -> frozenset[str]:
        """The workbooks that are out."""
        return frozenset(one.spot.workbook for one in found if not self._is_accepted(one))

    def rows(self, found: Iterable[tuple[int, Refused]]) -> list[int]:
        """The rows that are out."""
        return [row for row, one in found if not self._is_accepted(one)]

    @property
    def unused(self) -> tuple[str, ...]:
        """What was accepted and never refused."""
        return tuple(sorted(set(self._wanted) - self._used - self._from_below))

    def _is_accepted(self, one: Refused) -> bool:
        spot = str(one.spot)
        if spot in self._wanted:
            self._used.add(spot)
            self.accepted.append(Accepted(one, self._wanted[spot]))
            return True
        self.refused.append(one)
        return False


def _why_unfit(source: Source, wanted: Wanted) -> tuple[Refusal, str, str] | None:
    """Made by other rules, or of another year."""
    if source.rules != wanted.rules:
        return Refusal.OTHER_RULES, source.rules, "Kết quả này do phiên bản quy tắc khác lập ra; chạy lại batch hoặc rollup bằng phiên bản này."
    if source.year != wanted.year:
        return Refusal.WRONG_YEAR, str(source.year), f"Kết quả này là của năm {source.year}, không phải năm {wanted.year}."
    return None


def _unfit_books(books: pd.DataFrame, members: pd.DataFrame) -> Iterator[Refused]:
    with_members = frozenset(members["workbook"])
    for book in books.to_dict("records"):
        if book["status"] != "done":
            yield Refused(Spot(book["workbook"]), Refusal.MISSING_CELL, "", f"Sổ không đọc được: {text(book['reason'])}")
        elif book["workbook"] not in with_members:
            yield Refused(Spot(book["workbook"]), Refusal.MISSING_CELL, "", "Sổ không có đảng viên nào trong danh sách; có thể là sổ trắng hoặc không phải sổ chi bộ.")
        if pd.notna(book["wrong_year_cell"]):
            spot = Spot(book["workbook"], book["wrong_year_sheet"], book["wrong_year_cell"])
            yield Refused(spot, Refusal.WRONG_YEAR, "", "Sổ xếp loại các năm khác, không có dòng nào của năm được hỏi; có thể là sổ năm cũ.")
        for total in json.loads(text(book["edited_totals"]) or "[]"):
            spot = Spot(book["workbook"], total["sheet"], total["cell"])
            yield Refused(spot, Refusal.EDITED_TOTAL, str(total["rows"]), f"Số tổng ghi {total['typed']}, các dòng bên trên là {total['rows']}.")


def _result(kept: Mapping[str, pd.DataFrame], wanted: Wanted, refusing: _Refusing) -> RollupResult:
    books = kept["workbooks"].sort_values("workbook")
    figures = kept["figures"]
    summed = figures[~figures["figure"].isin(_NOT_SUMMED | _COUNTED_HERE) & ~figures["figure"].str.startswith(_NO_SUMS)]
    return RollupResult(
        year=wanted.year,
        rules=wanted.rules,
        cells=tuple(_cells(books, kept["ratings"])),
        organisations=tuple(_organisations(books, kept["ratings"])),
        cell_levels={str(level): int(count) for level, count in books["cell_level"].value_counts(sort=False).sort_index().items()},
        figures=_sums(summed),
        silent=_silent(summed, len(books)),
        form=_by_kind(figures[figures["figure"] == FORM]),
        refused=tuple(sorted(refusing.refused, key=lambda one: (one.spot, one.reason))),
        accepted=tuple(sorted(refusing.accepted, key=lambda one: one.refused.spot)),
        unused=refusing.unused,
    )


def _cells(books: pd.DataFrame, members: pd.DataFrame) -> Iterator[CellLine]:
    by_book = dict(iter(members.groupby("workbook", sort=False)))
    for book in books.to_dict("records"):
        own = by_book.get(book["workbook"], members.iloc[:0])
        rated = own[own["rated"]]
        levels = {str(level): int(count) for level, count in rated["level"].value_counts(sort=False).sort_index().items()}
        yield CellLine(
            book["workbook"], text(book["cell"]), text(book["superior"]), len(own), int(own["official"].sum()), len(rated),
            levels, text(book["cell_level"]) or None,
        )  # fmt: skip


def _organisations(books: pd.DataFrame, members: pd.DataFrame) -> Iterator[Organisation]:
    """Cells that name the same superior are one organisation, however it is spelt; cells that name none are one too."""
    named = books.assign(organisation=books["superior"].map(lambda name: organisation_key(text(name))))
    for _, own in named.groupby("organisation", sort=True):
        rated = members[members["workbook"].isin(own["workbook"]) & members["rated"]]
        counted = rated["counted"]
        name = text(own["superior"].dropna().iloc[0]) if own["superior"].notna().any() else ""
        yield Organisation(name, len(own), len(rated), int((counted == Level.HTXS.value).sum()), _cap(own, rated))


def _cap(books: pd.DataFrame, rated: pd.DataFrame) -> int | None:
    """What the superior allotted where every cell has its share; else by the rate, base and rounding most of its cells go by."""
    if books["quota_allocated"].notna().all():
        return int(books["quota_allocated"].sum())
    rates = books["quota_rate"].dropna()
    if rates.empty:
        return None
    good = int(rated["counted"].isin(_GOOD).sum())
    base, rounding = books["quota_base"].mode().iloc[0], books["quota_rounding"].mode().iloc[0]
    return rounded(exact_cap(base, Fraction(rates.mode().iloc[0]), good, len(rated)), rounding)


def _sums(figures: pd.DataFrame) -> dict[str, dict[str, float]]:
    sums: dict[str, dict[str, float]] = {}
    for (figure, part), value in figures.groupby(["figure", "part"], sort=True)["value"].sum().items():
        sums.setdefault(figure, {})[part] = _plain(value)
    return sums


def _silent(figures: pd.DataFrame, cells: int) -> dict[str, int]:
    known = figures.groupby("figure", sort=True)["workbook"].nunique()
    return {figure: cells - int(count) for figure, count in known.items() if count < cells}


def _by_kind(form: pd.DataFrame) -> dict[str, dict[str, float]]:
    lines: dict[str, dict[str, float]] = {}
    for part, value in form.groupby("part", sort=False)["value"].sum().items():
        kind, _, column = str(part).partition("/")
        lines.setdefault(kind, {})[column] = _plain(value)
    return lines


def _plain(value: float) -> float:
    return int(value) if value == int(value) else round(value, 6)
