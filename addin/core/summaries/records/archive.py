"""What must lie in the archive of a year, what does, and what is missing (F52, F53, R39, R40): the year's papers and every case's.

The yearly list is a dated value of the regulations (a cell lists others in Thiết lập), a case's list are the stages of its
procedure. How long a paper is kept is what Văn bản says of it, else the dated default with its mark: no table of terms for a
cell was found, so nothing here ever calls for destroying a paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from addin import glossary
from addin.core.dates import PartialDate, year_end
from addin.core.numerals import padded
from addin.core.parameters import Parameter, Parameters
from addin.core.persons.posts import is_held
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.references import Reference
from addin.core.summaries.case_papers import cases_of, folded_title, is_paper_of, papers_of_case
from addin.core.summaries.procedures import MEMBER, Stage, procedure_of
from addin.core.summaries.records.residence import ResidenceState, residence_year
from addin.core.summaries.tracker import groups_without_report
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.papers import Document

REQUIRED, RETENTION, SELF_REVIEWS = "records.required_yearly", "records.retention", "member.self_reviews_kept_years"
_OF_EACH = frozenset({"self_report", "with_member", "report", "notice", "announcing"})
"""Stages whose paper is one member's."""

_PLANS = (("kế hoạch", "kiểm tra", "giám sát"), ("chương trình", "kiểm tra", "giám sát"))
_YEARLY: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "annual-plan": ("Kế hoạch (chương trình) kiểm tra, giám sát năm", _PLANS),
    "supervision-assignment": ("Văn bản giao nhiệm vụ giám sát cho tổ trưởng tổ đảng", (("giao nhiệm vụ", "giám sát"), ("phân công", "giám sát"))),
    "collective-review": ("Báo cáo kiểm điểm, tự đánh giá, xếp loại của tập thể (Mẫu 01)", (("báo cáo", "kiểm điểm"),)),
    "review-minutes": ("Biên bản hội nghị kiểm điểm, xếp loại", (("biên bản", "kiểm điểm"),)),
    "count-minutes": ("Biên bản kiểm phiếu xếp loại", (("kiểm phiếu", "xếp loại"),)),
    "year-end-report": ("Báo cáo công tác kiểm tra, giám sát năm", (("báo cáo", "công tác kiểm tra", "giám sát"),)),
}
"""Yearly papers by their kind: what they are called, and the words one of which sets must stand in the heading."""


class ArchiveState(StrEnum):
    """Whether a paper is there; missing first, for that is what is to be done."""

    MISSING = "missing"
    NOTED = "noted"
    PRESENT = "present"
    NOT_DUE = "not_due"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """One paper that must be kept. `group` is the year, or the case; `note` whose paper is missing, or how many.

    `retention` is what Văn bản says, else the default: then `retention_rests_on` says where that stands, with its mark.
    """

    group: str
    form: str
    title: str
    state: ArchiveState
    number: str | None = None
    day: PartialDate | None = None
    pages: int | None = None
    location: str | None = None
    retention: str | None = None
    retention_rests_on: Reference | None = None
    file: str | None = None
    fingerprint: str | None = None
    signed: bool | None = None
    note: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """Yearly papers, then case by case; `required` is the dated list, with where it stands."""

    year: int
    required: Parameter
    lines: tuple[ArchiveLine, ...]

    def count(self, state: ArchiveState) -> int:
        """How many papers stand so."""
        return sum(line.state is state for line in self.lines)


def archive_year(reading: Reading, year: int, on: date) -> ArchiveYear:
    """Everything that must be kept of the year, as the workbook has it that day."""
    parameters = Parameters(year, reading.book.settings)
    required, retention = parameters.get(REQUIRED), parameters.get(RETENTION)
    wanted = required.value if isinstance(required.value, tuple) else ()
    yearly = [line for kind in wanted for line in _yearly(reading, kind, year, on, parameters)]
    cases = cases_of(row for row in reading.book.inspections if row.year == year)
    lines = [*yearly, *(line for rows in cases for line in _case(reading, rows, on))]
    return ArchiveYear(year, required, tuple(_kept(line, retention) for line in lines))


def _kept(line: ArchiveLine, default: Parameter) -> ArchiveLine:


    if line.retention:
        return line
    return replace(line, retention=default.word, retention_rests_on=default.reference)


def _yearly(reading: Reading, kind: str, year: int, on: date, parameters: Parameters) -> Iterator[ArchiveLine]:
    group = f"Năm {year}"
    if kind == "group-leader-report":
        yield from _group_reports(reading, group, year, on)
    elif kind == "residence-comments":
        yield _residence(reading, group, year, on)
    elif kind == "self-reviews":
        yield _self_reviews(group, parameters)
    elif kind in _YEARLY:
        title, words = _YEARLY[kind]
        found = [row for row in reading.book.documents if _is_of_year(row, year) and _has_words(row, words) and not _is_of_a_case(row)]
        yield _line(group, title, found, late=on > year_end(year) or kind in ("annual-plan", "supervision-assignment"))
    else:
        yield ArchiveLine(group, "", kind, ArchiveState.BY_HAND, note="ghi ở Thiết lập; chương trình không theo dõi")


def _is_of_year(row: Document, year: int) -> bool:
    """Of the year by its heading, else by its day."""
    if row.void_reason or row.date is None:
        return False
    named = {int(word) for word in folded_title(row).split() if word.isdigit() and len(word) == len("2026")}
    return year in named and row.date.year in (year - 1, year, year + 1) if named else row.date.year == year


def _has_words(row: Document, sets: Sequence[Sequence[str]]) -> bool:
    title = folded_title(row)
    return any(all(glossary.fold(word) in title for word in words) for words in sets)


def _is_of_a_case(row: Document) -> bool:
    return glossary.fold("đối với") in folded_title(row)


def _line(group: str, title: str, found: Sequence[Document], *, late: bool, form: str = "", note: str | None = None) -> ArchiveLine:
    if not found:
        return ArchiveLine(group, form, title, ArchiveState.MISSING if late else ArchiveState.NOT_DUE, note=note)
    row = found[-1]
    more = note or (f"{padded(len(found))} văn bản" if len(found) > 1 else None)
    state = ArchiveState.MISSING if note else ArchiveState.PRESENT
    return ArchiveLine(
        group, form, title, state, row.number, row.date, row.pages, row.location, row.retention, None,
        row.file, row.fingerprint, row.signed, more, row.place("number"),
    )  # fmt: skip


def _group_reports(reading: Reading, group: str, year: int, on: date) -> Iterator[ArchiveLine]:
    """One a group: the reports are told by the names of the groups."""
    day = min(on, year_end(year))
    names = dict.fromkeys(row.group for row in reading.book.groups if row.group and is_held(row, day))
    waiting = groups_without_report(reading, year, day)
    for name in names:
        words = (("báo cáo", "giám sát", name),)
        found = [row for row in reading.book.documents if name not in waiting and _is_of_year(row, year) and _has_words(row, words)]
        yield _line(group, f"Báo cáo giám sát của {name}", found, late=on > year_end(year))


def _residence(reading: Reading, group: str, year: int, on: date) -> ArchiveLine:
    """The comments are kept with the file of the year; how many came back."""
    record = residence_year(reading, year, on)
    back = record.count(ResidenceState.RECEIVED, ResidenceState.UNREAD)
    wanted = len(record.lines) - record.count(ResidenceState.NOT_CONCERNED)
    state = ArchiveState.PRESENT if back >= wanted else ArchiveState.MISSING if on > year_end(year) else ArchiveState.NOT_DUE
    return ArchiveLine(group, "", "Phiếu nhận xét của nơi cư trú", state, note=f"{padded(back)}/{padded(wanted)} phiếu")


def _self_reviews(group: str, parameters: Parameters) -> ArchiveLine:
    kept = parameters.find(SELF_REVIEWS)
    retention = f"{kept.value} năm gần nhất trong hồ sơ đảng viên" if kept else None
    note = "sổ không ghi từng bản; tự kiểm trong hồ sơ đảng viên"
    return ArchiveLine(group, "", "Bản tự kiểm điểm của từng đảng viên", ArchiveState.BY_HAND, retention=retention, retention_rests_on=kept.reference if kept else None, note=note)


def _case(reading: Reading, rows: Sequence[Inspection], on: date) -> Iterator[ArchiveLine]:
    first = rows[0]
    procedure = procedure_of(first.kind or "", has_committee=reading.book.settings.has_committee)
    if procedure is None:
        return
    by = f"Quyết định {first.decision_no}" if first.decision_no else reading.roster.name(first.member or "")
    group, papers = f"{procedure.title}, {by}", papers_of_case(reading, rows)
    found = [[*(paper for paper in papers if is_paper_of(paper, stage)), *_held_that_day(reading, stage, rows, papers)] for stage in procedure.stages]
    done = [bool(own) or bool(_squares(stage, rows)) for stage, own in zip(procedure.stages, found, strict=True)]
    is_over = all(row.conclusion or row.conclusion_date for row in rows)
    reached = max((at for at, over in enumerate(done) if over), default=-1)
    for at, (stage, own) in enumerate(zip(procedure.stages, found, strict=True)):
        is_optional = stage.optional or (stage.id == "plan" and first.decision_no is not None)
        if own or not is_optional or _squares(stage, rows):
            yield _of_stage(reading, group, stage, rows, own, late=is_over or at < reached or _is_past(rows, on))


def _held_that_day(reading: Reading, stage: Stage, rows: Sequence[Inspection], papers: Sequence[Document]) -> list[Document]:
    """Minutes of the meeting that concluded name nobody: they are those of its day."""
    if stage.id != "conference":
        return []
    days = {row.conclusion_date for row in rows if row.conclusion_date}
    return [row for row in reading.book.documents if row.date in days and row not in papers and not row.void_reason and is_paper_of(row, stage)]


def _is_past(rows: Sequence[Inspection], on: date) -> bool:
    return all(row.ends_on is not None and row.ends_on < on for row in rows)


def _of_stage(reading: Reading, group: str, stage: Stage, rows: Sequence[Inspection], own: Sequence[Document], *, late: bool) -> ArchiveLine:
    """The paper, or the squares that say it was made, or its absence; of each member where it is a member's paper."""
    squares = _squares(stage, rows)
    if not own and len(squares) == len(rows) and squares:
        number, day, place = squares[0]
        return ArchiveLine(group, stage.form, stage.title, ArchiveState.NOTED, number, day, place=place)
    without = _without(reading, stage, rows, own) if own else ()
    note = f"thiếu của {', '.join(without)}" if without and late else None
    return _line(group, stage.title, own, late=late, form=stage.form, note=note)


def _without(reading: Reading, stage: Stage, rows: Sequence[Inspection], own: Sequence[Document]) -> tuple[str, ...]:
    """Members whose own paper no line names; a line that names nobody is of the whole case."""
    if stage.id not in _OF_EACH and stage.who != MEMBER:
        return ()
    named = {reading.roster.key(name.strip()) for row in own for name in (row.subject or "").split(";") if name.strip()}
    if any(not row.subject for row in own):
        return ()
    names = [reading.roster.name(row.member or "") for row in rows if reading.roster.key(row.member or "") not in named and not _squares(stage, (row,))]
    return tuple(dict.fromkeys(names))


def _squares(stage: Stage, rows: Sequence[Inspection]) -> list[tuple[str | None, PartialDate | None, Place]]:
    """Where Kiểm tra itself says that the paper of the stage was made: its number or its day."""
    keys = {"decision": ("decision_no", "decision_date"), "self_report": ("self_report_on", "self_report_on"), "notice": ("conclusion_no", "conclusion_date")}.get(stage.id)
    if keys is None:
        return []
    number_key, day_key = keys
    return [
        (None if number_key == day_key else getattr(row, number_key), getattr(row, day_key), row.place(number_key))
        for row in rows
        if getattr(row, number_key) is not None
    ]
