"""Makes an `Outcome` happen: numbers are taken, papers land in their folder, the host applies the writes. Nothing else writes.

The order is what keeps a number from being lost: every paper is rendered and checked with the number it would get,
then the number is claimed, then papers and workbook are written, then the number is issued. Whatever goes wrong
behind a claim, a key pressed included, takes the papers away again and voids the number with its reason. Whether the
workbook can be written is asked before anything is claimed.

There is one point of commit: the workbook's replacement, without writes the last paper's. Before it every failure is
raised and leaves all as it was; behind it every failure is a remark that begins with what was done.
"""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from addin.core.records import dataclass
from addin.core.writes import Writes
from addin.errors import CannotRead, SochiboError
from addin.hosts.disk import explaining, is_folder
from addin.hosts.port import Host
from addin.hosts.registers import register_of
from addin.jobs.outcome import Effects, Outcome

if TYPE_CHECKING:
    from addin.hosts.numbers import NumberRegister
    from addin.jobs.act import Act
    from addin.jobs.as_pdf import Printing
    from addin.jobs.made import Made
    from addin.jobs.paper import Voiding

@dataclass(frozen=True, slots=True)
class Carried:
    """The papers that stand, what was written, the numbers withdrawn.

    `remarks` say what failed behind the point of commit and what remains to do.
    """

    made: tuple[Made, ...] = ()
    remarks: tuple[str, ...] = ()
    writes: Writes = field(default_factory=Writes)
    voids: tuple[Voiding, ...] = ()


def carry_out(
    outcome: Outcome[Any],
    host: Host | None = None,
    folder: Path | None = None,
    *,
    issuing: bool = False,
    act: Act | None = None,
    printing: Printing | None = None,
) -> Carried:
    """All or nothing: no paper is left behind that the workbook or the register of numbers does not know.

    Without `issuing` (and without a workbook to write to) a numbered paper is a draft that leaves room for its number.
    `act` is what the log says of it; without one nothing is logged. `printing` makes PDF of the papers, when all is done.
    """
    carried = _carried(outcome.effects, host, folder, issuing=issuing)
    if act is not None:
        from addin.jobs.logged import log_carried  # noqa: PLC0415 - only where something was done

        carried = replace(carried, remarks=carried.remarks + log_carried(act, carried, host, outcome.effects.logged))
    if printing is None:
        return carried
    from addin.jobs.as_pdf import as_pdf  # noqa: PLC0415 - as above

    printed = as_pdf(carried.made, printing)
    return replace(carried, made=carried.made + printed.made, remarks=carried.remarks + printed.remarks)


def _carried(effects: Effects, host: Host | None, folder: Path | None, *, issuing: bool) -> Carried:
    if effects.papers and folder:
        return _with_papers(effects, host, folder, issuing=issuing)
    if host is None:
        return Carried()
    register = register_of(_home(host), effects.voids[0].book) if effects.voids else None
    remarks = _applied(host, effects.writes) if effects.writes else ()
    if register is not None:
        remarks += _withdrawn(effects.voids, register, is_written=bool(effects.writes))
    return Carried(remarks=remarks, writes=effects.writes, voids=effects.voids)


def _applied(host: Host, writes: Writes) -> tuple[str, ...]:
    """Raises where nothing was written; what stops it behind that is told."""
    try:
        host.apply(writes)
    except BaseException as error:
        if not host.landed:
            raise
        why = "đã dừng theo yêu cầu" if isinstance(error, KeyboardInterrupt) else "gặp lỗi"
        return (f"Đã ghi vào «{host.name}», nhưng {why} trước khi dọn dẹp xong; không cần ghi lại.",)
    return ()


def _withdrawn(voids: tuple[Voiding, ...], register: NumberRegister, *, is_written: bool) -> tuple[str, ...]:
    """Behind the workbook, whose word goes first: done again after a failure, it ends the same."""
    try:
        for void in voids:
            place = register.place(void.series, void.number)
            with explaining(place.path):
                register.withdraw(place, void.day, void.kind, void.reason)
    except SochiboError:
        if not is_written:
            raise
        return ("Đã ghi lý do huỷ vào sổ, nhưng chưa ghi được vào sổ số văn bản; chạy lại đúng lệnh này để ghi nốt.",)
    return ()


def _with_papers(effects: Effects, host: Host | None, folder: Path, *, issuing: bool) -> Carried:
    asked = next((paper.numbering for paper in effects.papers if paper.numbering), None) if issuing else None
    if host is None or asked is None:
        return _made(effects, host, folder, None)
    register = register_of(_home(host), asked.book)
    if not is_folder(register.folder):
        host.probe(effects.planned)  # refused, not even the register's folder is made
    with register.at_work():
        host.probe(effects.planned)
        return _made(effects, host, folder, register)


def _made(effects: Effects, host: Host | None, folder: Path, register: NumberRegister | None) -> Carried:
    from addin.jobs.issuing import Batch  # noqa: PLC0415 - what makes no paper starts without it

    batch = Batch(folder, register, host.name if host else "")
    try:
        batch.prepare(effects.papers)
        batch.write()
    except BaseException as error:
        batch.take_back(error)
        raise
    try:
        planned = effects.writes
        writes = replace(planned, appends=planned.appends + batch.rows, squares=planned.squares + batch.squares)
        remarks = _applied(host, writes) if host is not None and writes else ()
    except BaseException as error:
        batch.take_back(error)
        raise
    return Carried(batch.made, remarks + batch.issue(), writes if host is not None else Writes())


def _home(host: Host) -> Path:
    """Where the register of numbers lies: beside the workbook."""
    if host.folder is None:
        raise CannotRead(
            f"Sổ «{host.name}» chưa nằm trên ổ đĩa nào nên chưa có chỗ cho sổ số văn bản.",
            "Lưu sổ vào ổ đĩa của cơ quan rồi bấm lại nút.",
        )
    return host.folder
