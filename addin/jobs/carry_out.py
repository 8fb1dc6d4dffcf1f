"""Makes an `Outcome` happen: numbers are taken, papers land in their folder, the host applies the writes. Nothing else writes.

The order is what keeps a number from being lost: every paper is rendered and checked with the number it would get,
then the number is claimed, then papers and workbook are written, then the number is issued. Whatever goes wrong
behind a claim, a key pressed included, takes the papers away again and voids the number with its reason; once the
workbook holds the row, the paper stands and the number is issued.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from addin.errors import CannotRead
from addin.hosts.port import Host
from addin.jobs.outcome import Effects, Outcome

if TYPE_CHECKING:
    from addin.hosts.numbers import NumberRegister
    from addin.jobs.issuing import Made
    from addin.jobs.paper import Voiding

REGISTER_FOLDER = "Sổ số văn bản"


def carry_out(
    outcome: Outcome[Any], host: Host | None = None, folder: Path | None = None, *, issuing: bool = False
) -> tuple[Made, ...]:
    """All or nothing: no paper is left behind that the workbook or the register of numbers does not know.

    Without `issuing` (and without a workbook to write to) a numbered paper is a draft that leaves room for its number.
    """
    effects = outcome.effects
    if effects.papers and folder:
        return _with_papers(effects, host, folder, issuing=issuing)
    if host is not None and effects.writes:
        host.apply(effects.writes)
    if host is not None and effects.voids:
        _withdraw(effects.voids, _register(host))
    return ()


def _withdraw(voids: tuple[Voiding, ...], register: NumberRegister) -> None:
    """Behind the workbook, whose word goes first: done again after a failure, it ends the same."""
    for void in voids:
        register.withdraw(register.place(void.series, void.number), void.day, void.kind, void.reason)


def _with_papers(effects: Effects, host: Host | None, folder: Path, *, issuing: bool) -> tuple[Made, ...]:
    from addin.jobs.issuing import Batch  # noqa: PLC0415 - what makes no paper starts without it

    is_numbered = issuing and any(paper.numbering for paper in effects.papers)
    batch = Batch(folder, _register(host) if is_numbered and host else None)
    try:
        batch.prepare(effects.papers)
        batch.write()
    except BaseException as error:
        batch.take_back(error)
        raise
    try:
        writes = replace(effects.writes, appends=effects.writes.appends + batch.rows)
        if host is not None and writes:
            host.apply(writes)
    except BaseException as error:
        if host is not None and host.landed:
            batch.issue()
        else:
            batch.take_back(error)
        raise
    batch.issue()
    return batch.made


def _register(host: Host) -> NumberRegister:
    """The register of numbers beside the workbook."""
    from addin.hosts.numbers import NumberRegister  # noqa: PLC0415 - only where a number is taken

    if host.folder is None:
        raise CannotRead(
            f"Sổ «{host.name}» chưa nằm trên ổ đĩa nào nên chưa có chỗ cho sổ số văn bản.",
            "Lưu sổ vào ổ đĩa của cơ quan rồi bấm lại nút.",
        )
    return NumberRegister(host.folder / REGISTER_FOLDER)


