"""`accept`: a finding kept quiet, with who, when and why, until its value changes; the list of all; spoken again."""

from __future__ import annotations

from datetime import date

from addin.core.findings import Finding
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.writes import Write, Writes
from addin.errors import Misuse
from addin.hosts.account import account
from addin.hosts.port import Host
from addin.jobs.acceptances import NEVER_QUIET, Acceptance, acceptances, fingerprint, next_number
from addin.jobs.check import check
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.settings_rows import setting_writes

_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class AcceptResult:
    """The finding and how it is kept quiet; `is_ended` where it speaks again."""

    workbook: str
    finding: Finding | None
    acceptance: Acceptance
    is_ended: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """An acceptance, with the finding it keeps quiet; None where the value changed or the fault is gone."""

    acceptance: Acceptance
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class AcceptedResult:
    """All acceptances of the workbook."""

    workbook: str
    standing: tuple[Standing, ...]


def accept(opened: Opened, host: Host, code: str, square: str, *, reason: str, on: date) -> Outcome[AcceptResult]:
    """Misuse where the square has no such finding, or the reason is missing."""
    words = " ".join(reason.split())
    if not words or len(words) > _LONGEST_REASON:
        raise Misuse(f"Lý do cần có, không quá {_LONGEST_REASON} chữ.", "Thêm --reason “…”: vì sao để như vậy là đúng.")
    found = _found(opened, on, code.strip().upper(), square)
    if found.rule == NEVER_QUIET:
        raise Misuse(
            f"{found.rule} không chấp nhận được: dấu khoá của một năm chỉ có nghĩa khi chỗ sửa luôn được nêu.",
            "Trả lại dữ liệu (sochibo undo SỔ, hay bản sao lưu), hoặc mở khoá năm kèm lý do (sochibo unfreeze) rồi khoá lại.",
        )
    signs = fingerprint(opened.reading, found)
    number = next_number(opened.reading, found.rule, signs)
    acceptance = Acceptance(found.rule, signs, on.isoformat(), _plain(account()), _plain(str(found.place)), words, number)
    result = AcceptResult(opened.name, found, acceptance)
    return Outcome(result, effects=Effects(setting_writes(host, [acceptance.row])))


def speak_again(opened: Opened, code: str, square: str, on: date) -> Outcome[AcceptResult]:
    """The setting is emptied, the finding told from now on; the log keeps that it was accepted."""
    quiet = check(opened, on).result.accepted
    wanted = _place(opened, square)
    for found, held in sorted(quiet, key=lambda one: _latest(one[0]), reverse=True):
        if (found.rule, _shown(found.place)) == (code.strip().upper(), _shown(wanted)) and held.setting is not None:
            writes = Writes((Write(held.setting, None, "thôi chấp nhận", held.row[1]),))
            return Outcome(AcceptResult(opened.name, found, held, is_ended=True), effects=Effects(writes))
    raise Misuse(f"{square} không có lỗi {code} nào đã chấp nhận.", "Xem danh sách: sochibo accept SỔ.")


def accepted(opened: Opened, on: date) -> Outcome[AcceptedResult]:
    """Those that keep something quiet, and those left over."""
    quiet = {held.row: found for found, held in check(opened, on).result.accepted}
    standing = tuple(Standing(one, quiet.get(one.row)) for one in acceptances(opened.reading))
    return Outcome(AcceptedResult(opened.name, standing))


def _found(opened: Opened, on: date, code: str, square: str) -> Finding:
    wanted = _place(opened, square)
    found = check(opened, on).result.each
    here = [one for one in found if _shown(one.place) == _shown(wanted)]
    same = [one for one in here if one.rule == code]
    if not same:
        codes = ", ".join(dict.fromkeys(one.rule for one in here)) or "không có lỗi nào"
        raise Misuse(f"{wanted} không có lỗi {code}.", f"Ở ô này: {codes}. Xem: sochibo check SỔ.")
    return max(same, key=_latest)


def _place(opened: Opened, square: str) -> Place:
    """`SHEET!SQUARE`, as findings are told: a whole row by its number or by its first square, a sheet by its name alone."""
    sheet, _, cell = square.rpartition("!") if "!" in square else (square, "", "")
    name = sheet.strip().strip("'")
    if opened.reading.vocabulary.grid(name) is None:
        raise Misuse(f"Sổ không có sheet “{name}”.", "Ghi chỗ như sheet!ô: “Đảng viên!F12”.")
    if not cell.strip():
        return Place(name)
    if cell.strip().isdigit():
        return Place(name, int(cell))
    try:
        return Place.at(name, cell)
    except ValueError:
        raise Misuse(f"“{square}” không phải một ô.", "Ghi chỗ như sheet!ô: “Đảng viên!F12”.") from None


def _latest(found: Finding) -> int:
    """Of what a square lacks in several years the latest is meant: it is the one told without being asked for."""
    return found.year or 0


def _shown(place: Place) -> tuple[str, int, int]:
    return place.sheet, place.row, place.column or bool(place.row)


def _plain(text: str) -> str:
    """Words between our semicolons have none of their own."""
    return text.replace(";", ",")
