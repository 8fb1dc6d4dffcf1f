"""`freeze`, `unfreeze`: seal a finished year, with its rules and the seal of its rows; or open it again."""

from __future__ import annotations

from datetime import date

from addin.core.persons.unnamed import without_people
from addin.core.records import dataclass
from addin.core.tables.freezing import FrozenYear, changes_of, frozen_years, seal_of, setting_name
from addin.core.tables.freezing.seal import VERSION
from addin.core.tables.rows.book import Book
from addin.core.writes import Write, Writes
from addin.errors import Misuse
from addin.hosts.port import Host
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.rating_findings import unfinished
from addin.jobs.settings_rows import setting_writes
from addin.jobs.whole_roll import require_whole_roll


@dataclass(frozen=True, slots=True)
class FreezeResult:
    """The year as sealed: its rules, the digest of its rows, the reason given."""

    workbook: str
    year: int
    rules: str
    digest: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnfreezeResult:
    """A year opened again, and why."""

    workbook: str
    year: int
    reason: str


def freeze(opened: Opened, host: Host, year: int, reason: str, on: date) -> Outcome[FreezeResult]:
    """Misuse where the year is frozen already (and its seal covers all of it) or has no ratings to keep."""
    from addin.core.ratings import rate  # noqa: PLC0415 - `check` uses this module without it

    opened.require("ratings")
    require_whole_roll(opened.reading)
    if _stands(opened.book, year):
        raise Misuse(f"Năm {year} đã khoá.", f"Muốn sửa: sochibo unfreeze … --year {year} --reason “…”.")
    if not any(row.year == year for row in opened.book.ratings):
        raise Misuse(f"Sổ chưa có dòng xếp loại nào của năm {year}.", "Kiểm tra lại năm.")
    ratings = rate(opened.reading, year)
    rules = ratings.regime.numbers
    seal = seal_of(opened.book, year)
    frozen = FrozenYear(year, on, rules, seal, _plain(reason))
    result = FreezeResult(opened.name, year, rules, seal.digest, frozen.reason)
    return Outcome(result, unfinished(ratings), Effects(setting_writes(host, [frozen.setting]), seals=year, logged=_logged(opened, year, reason)))


def _stands(book: Book, year: int) -> bool:
    """Whether the year is frozen and freezing it again would say nothing new."""
    frozen = frozen_years(book).get(year)
    if frozen is None:
        return False
    if frozen.seal is None:
        return frozen.version == VERSION
    return not changes_of(book, year, frozen.seal).is_outdated


def unfreeze(opened: Opened, year: int, reason: str, on: date) -> Outcome[UnfreezeResult]:
    """The seal stays readable with who opened it why; the year counts as open."""
    frozen = frozen_years(opened.book).get(year)
    if frozen is None or frozen.place is None:
        raise Misuse(f"Năm {year} chưa khoá.", "Không cần mở.")
    before = opened.book.settings.other[setting_name(year)][0]
    value = f"đã mở {on.isoformat()}: {_plain(reason)} (trước đó: {before})"
    writes = Writes((Write(frozen.place, value, f"mở khoá năm {year}", before),))
    return Outcome(UnfreezeResult(opened.name, year, reason), effects=Effects(writes, seals=year, logged=_logged(opened, year, reason)))


def _logged(opened: Opened, year: int, reason: str) -> dict[str, object]:
    """For the log, which keeps the reason when the setting is written anew; it holds nobody's name."""
    return {"year": year, "reason": without_people(_plain(reason), (member.full_name for member in opened.book.members))}


def _plain(reason: str) -> str:
    text = " ".join(reason.split())
    if not text:
        raise Misuse("Thiếu lý do.", "Thêm --reason “…”.")
    return text

