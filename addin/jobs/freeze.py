"""`freeze`, `unfreeze`: seal a finished year, with its rules and the digest of its rows; or open it again."""

from __future__ import annotations

from datetime import date

from addin.core.dates import vn_date
from addin.core.findings import Finding, Severity
from addin.core.regulations import instrument
from addin.core.tables.freezing import FrozenYear, digest_of, frozen_years
from addin.core.tables.rows.book import Book
from addin.core.writes import Write, Writes
from addin.errors import Misuse
from addin.hosts.port import Host
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome, Told
from addin.jobs.settings_rows import setting_writes


def freeze(opened: Opened, host: Host, year: int, reason: str, on: date) -> Outcome[Told]:
    """Misuse where the year is frozen already or has no ratings to keep."""
    from addin.core.ratings import rate  # noqa: PLC0415 - `check` uses this module without it

    opened.require("ratings")
    if year in frozen_years(opened.book):
        raise Misuse(f"Năm {year} đã khoá.", f"Muốn sửa: sochibo unfreeze … --year {year} --reason “…”.")
    if not any(row.year == year for row in opened.book.ratings):
        raise Misuse(f"Sổ chưa có dòng xếp loại nào của năm {year}.", "Kiểm tra lại năm.")
    rules = ", ".join(instrument(item).number or item for item in rate(opened.book, year).regime.instruments)
    frozen = FrozenYear(year, on, rules, digest_of(opened.book, year), _plain(reason))
    answer = {"workbook": opened.name, "year": year, "rules": rules, "digest": frozen.digest, "reason": frozen.reason}
    line = f"Khoá năm {year} theo {rules}: kết quả của năm giữ nguyên, ai sửa sau này sẽ thấy."
    return Outcome(Told(answer, (line,)), effects=Effects(setting_writes(host, [frozen.setting])))


def unfreeze(opened: Opened, year: int, reason: str, on: date) -> Outcome[Told]:
    """The seal stays readable with who opened it why; the year counts as open."""
    frozen = frozen_years(opened.book).get(year)
    if frozen is None or frozen.place is None:
        raise Misuse(f"Năm {year} chưa khoá.", "Không cần mở.")
    before = frozen.setting[1]
    value = f"đã mở {on.isoformat()}: {_plain(reason)} (trước đó: {before})"
    line = f"Mở khoá năm {year}: từ nay năm này được tính lại khi chạy rate."
    writes = Writes((Write(frozen.place, value, f"mở khoá năm {year}", before),))
    answer = {"workbook": opened.name, "year": year, "reason": reason}
    return Outcome(Told(answer, (line,)), effects=Effects(writes))


def _plain(reason: str) -> str:
    text = " ".join(reason.split())
    if not text:
        raise Misuse("Thiếu lý do.", "Thêm --reason “…”.")
    return text


def frozen_findings(book: Book) -> tuple[Finding, ...]:
    """RAT325: rows of a frozen year that are no longer what was sealed."""
    return tuple(
        Finding(
            "RAT325",
            Severity.ERROR,
            frozen.place,
            f"Năm {frozen.year} đã khoá ngày {vn_date(frozen.on)} nhưng dữ liệu xếp loại của năm đã bị sửa.",
            "Trả lại dữ liệu từ bản sao lưu, hoặc mở khoá năm kèm lý do rồi khoá lại.",
        )
        for frozen in frozen_years(book).values()
        if frozen.place is not None and digest_of(book, frozen.year) != frozen.digest
    )
