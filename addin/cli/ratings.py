"""Commands of the yearly rating: ceilings, what-if, ballots, counts, frozen years."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from addin.cli.group import cli
from addin.terminal import BOOK, COMMON, OUT, WRITE, YEAR, Call

_REASON = click.option("--reason", required=True, metavar="LÝ_DO", help="Lý do, được ghi lại.")


@cli.command(help="Dự kiến xếp loại đảng viên và chi bộ, kèm lý do.")
@BOOK
@YEAR
@click.option("--for", "name", metavar="TÊN", help="Chỉ một đảng viên: vì sao mức này.")
@WRITE
@COMMON
def rate(context: click.Context, book: Path, *, year: int, name: str | None, write: bool, **common: Any) -> None:
    """Ceilings, proposals, cap, reasons; or one member's page."""
    from addin.jobs import rate, why  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    host = call.host(book)
    opened = call.opened(host)
    outcome = why.why(opened, year, name) if name else rate.rate(opened, year)
    call.finish(outcome, host if write else None)


@cli.command(help="Trước khi bỏ phiếu: ai còn có thể xuất sắc trong giới hạn.")
@BOOK
@YEAR
@COMMON
def whatif(context: click.Context, book: Path, *, year: int, **common: Any) -> None:
    """Who can still be HTXS."""
    from addin.jobs import whatif  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    call.finish(whatif.whatif(call.opened(call.host(book)), year))


@cli.command(help="Khoá một năm đã xong: kết quả giữ nguyên, sửa sau này sẽ lộ.")
@BOOK
@YEAR
@_REASON
@WRITE
@COMMON
def freeze(context: click.Context, book: Path, *, year: int, reason: str, write: bool, **common: Any) -> None:
    """Seal a year."""
    from addin.jobs import freeze  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    host = call.host(book)
    call.finish(freeze.freeze(call.opened(host), host, year, reason, call.on), host if write else None)


@cli.command(help="Mở lại một năm đã khoá, kèm lý do.")
@BOOK
@YEAR
@_REASON
@WRITE
@COMMON
def unfreeze(context: click.Context, book: Path, *, year: int, reason: str, write: bool, **common: Any) -> None:
    """Open a sealed year."""
    from addin.jobs import freeze  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    host = call.host(book)
    call.finish(freeze.unfreeze(call.opened(host), year, reason, call.on), host if write else None)


@cli.command(help="In phiếu biểu quyết xếp loại của năm.")
@BOOK
@YEAR
@OUT
@COMMON
def ballots(context: click.Context, book: Path, *, year: int, out: Path | None, **common: Any) -> None:
    """Ballot papers."""
    from addin.jobs import document  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    opened = call.opened(call.host(book))
    outcome = document.ballots(opened, document.Request(call.on, year=year), call.templates(book))
    call.finish(outcome, folder=call.folder(opened, book, out))


@cli.command(help="So hai lượt đếm phiếu; khớp thì lập biên bản và ghi số phiếu.")
@BOOK
@YEAR
@OUT
@WRITE
@COMMON
def tally(context: click.Context, book: Path, *, year: int, out: Path | None, write: bool, **common: Any) -> None:
    """Double-entry count."""
    from addin.jobs import document, tally  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    host = call.host(book)
    opened = call.opened(host)
    outcome = tally.tally(opened, document.Request(call.on, year=year), call.templates(book))
    call.finish(outcome, host if write else None, call.folder(opened, book, out))
