"""Makes an `Outcome` happen: numbers are taken, papers land in their folder, the host applies the writes. Nothing else writes.

The order is what keeps a number from being lost: every paper is rendered and checked with the number it would get,
then the number is claimed, then papers and workbook are written, then the number is issued. Whatever goes wrong
behind a claim, a key pressed included, takes the papers away again and voids the number with its reason; once the
workbook holds the row, the paper stands and the number is issued.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from addin.errors import CannotRead
from addin.hosts.numbers import NumberRegister
from addin.hosts.port import Host
from addin.jobs.issuing import Batch, Made
from addin.jobs.outcome import Outcome

REGISTER_FOLDER = "Sổ số văn bản"


def carry_out(
    outcome: Outcome[Any], host: Host | None = None, folder: Path | None = None, *, issuing: bool = False
) -> tuple[Made, ...]:
    """All or nothing: no paper is left behind that the workbook or the register of numbers does not know.

    Without `issuing` (and without a workbook to write to) a numbered paper is a draft that leaves room for its number.
    """
    papers = outcome.effects.papers if folder else ()
    is_numbered = issuing and any(paper.numbering for paper in papers)
    batch = Batch(folder or Path(), _register(host) if is_numbered and host else None)
    try:
        batch.prepare(papers)
        batch.write()
    except BaseException as error:
        batch.take_back(error)
        raise
    try:
        writes = outcome.effects.writes
        writes = replace(writes, appends=writes.appends + batch.rows)
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
    if host.folder is None:
        raise CannotRead(
            f"Sổ «{host.name}» chưa nằm trên ổ đĩa nào nên chưa có chỗ cho sổ số văn bản.",
            "Lưu sổ vào ổ đĩa của cơ quan rồi bấm lại nút.",
        )
    return NumberRegister(host.folder / REGISTER_FOLDER)


