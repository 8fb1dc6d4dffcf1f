"""What must lie in the archive of a year, what does, and what is missing (F52, F53, R39, R40): the yearly papers.

The list is a dated value of the regulations (a cell lists others in Thiết lập). How long a paper is kept is what Văn bản says
of it, else the dated default with its mark: no table of terms for a cell was found, so nothing here ever calls for destroying
a paper. The papers of a case are its dossier's (jobs/filing).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from addin import glossary
from addin.core.dates import PartialDate, year_end, years_named
from addin.core.numerals import padded
from addin.core.parameters import Parameter, Parameters
from addin.core.persons.posts import is_held
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.references import Reference
from addin.core.summaries.case_papers import folded_title
from addin.core.summaries.records.residence import residence_year
from addin.core.summaries.tracker import groups_without_report
from addin.core.tables.rows.papers import Document

REQUIRED, RETENTION, SELF_REVIEWS = "records.required_yearly", "records.retention", "member.self_reviews_kept_years"
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
    """The yearly papers; `required` is the dated list, `retention` the default, each with where it stands."""

    year: int
    required: Parameter
    retention: Parameter
    lines: tuple[ArchiveLine, ...]


def archive_year(reading: Reading, year: int, on: date) -> ArchiveYear:
    """What must be kept of the year beside the papers of its cases, as the workbook has it that day."""
    parameters = Parameters(year, reading.book.settings)
    required, retention = parameters.get(REQUIRED), parameters.get(RETENTION)
    wanted = required.value if isinstance(required.value, tuple) else ()
    yearly = [line for kind in wanted for line in _yearly(reading, kind, year, on, parameters)]
    return ArchiveYear(year, required, retention, tuple(kept(line, retention) for line in yearly))


def kept(line: ArchiveLine, default: Parameter) -> ArchiveLine:
    """With the default where Văn bản does not say how long."""
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
    named = years_named(folded_title(row))
    return year in named and row.date.year in (year - 1, year, year + 1) if named else row.date.year == year


def _has_words(row: Document, sets: Sequence[Sequence[str]]) -> bool:
    title = folded_title(row)
    return any(all(glossary.fold(word) in title for word in words) for words in sets)


def _is_of_a_case(row: Document) -> bool:
    return glossary.fold("đối với") in folded_title(row)


def _line(group: str, title: str, found: Sequence[Document], *, late: bool) -> ArchiveLine:
    if not found:
        return ArchiveLine(group, "", title, ArchiveState.MISSING if late else ArchiveState.NOT_DUE)
    more = f"{padded(len(found))} văn bản" if len(found) > 1 else None
    return registered(group, "", title, found[-1], more)


def registered(group: str, form: str, title: str, row: Document, note: str | None = None) -> ArchiveLine:
    """A paper that Văn bản has, with all that it says of it."""
    return ArchiveLine(
        group, form, title, ArchiveState.PRESENT, row.number, row.date, row.pages, row.location, row.retention, None,
        row.file, row.fingerprint, row.signed, note, row.place("number"),
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
    state = ArchiveState.PRESENT if record.answered >= record.wanted else ArchiveState.MISSING if on > year_end(year) else ArchiveState.NOT_DUE
    return ArchiveLine(group, "", "Phiếu nhận xét của nơi cư trú", state, note=f"{padded(record.answered)}/{padded(record.wanted)} phiếu")


def _self_reviews(group: str, parameters: Parameters) -> ArchiveLine:
    kept = parameters.find(SELF_REVIEWS)
    retention = f"{kept.value} năm gần nhất trong hồ sơ đảng viên" if kept else None
    note = "sổ không ghi từng bản; tự kiểm trong hồ sơ đảng viên"
    return ArchiveLine(group, "", "Bản tự kiểm điểm của từng đảng viên", ArchiveState.BY_HAND, retention=retention, retention_rests_on=kept.reference if kept else None, note=note)
