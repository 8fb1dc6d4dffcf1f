"""Commands of the yearly rating: ceilings, what-if, ballots, counts, frozen years."""

from __future__ import annotations

from typing import Any

import click

from addin.cli.command import on_book
from addin.cli.options import OUT, PDF, WRITE, YEAR
from addin.jobs.outcome import Outcome
from addin.terminal import Call

_REASON = click.option("--reason", required=True, metavar="LÝ_DO", help="Lý do, được ghi lại.")
_FOR = click.option("--for", "name", metavar="TÊN", help="Chỉ một đảng viên: vì sao mức này.")


_REASONS = click.option("--reasons", "with_reasons", is_flag=True, help="Kèm mọi căn cứ của từng người.")


@on_book("Dự kiến xếp loại đảng viên và chi bộ; căn cứ khi hỏi.", YEAR, _FOR, _REASONS, WRITE)
def rate(call: Call, year: int, name: str | None, *, with_reasons: bool) -> Outcome[Any]:
    """A line a member, proposals, cap; reasons on demand, or one member's page."""
    from addin.jobs import rate, why

    return why.why(call.opened, year, name) if name else rate.rate(call.opened, year, with_reasons=with_reasons)


@on_book("Trước khi bỏ phiếu: ai còn có thể xuất sắc trong giới hạn.", YEAR)
def whatif(call: Call, year: int) -> Outcome[Any]:
    """Who can still be HTXS."""
    from addin.jobs import whatif

    return whatif.whatif(call.opened, year)


@on_book("Khoá một năm đã xong: kết quả giữ nguyên, sửa sau này sẽ lộ.", YEAR, _REASON, WRITE)
def freeze(call: Call, year: int, reason: str) -> Outcome[Any]:
    """Seal a year."""
    from addin.jobs import freeze

    return freeze.freeze(call.opened, call.host, year, reason, call.on)


@on_book("Mở lại một năm đã khoá, kèm lý do.", YEAR, _REASON, WRITE)
def unfreeze(call: Call, year: int, reason: str) -> Outcome[Any]:
    """Open a sealed year."""
    from addin.jobs import freeze

    return freeze.unfreeze(call.opened, year, reason, call.on)


@on_book("In phiếu biểu quyết xếp loại của năm.", YEAR, OUT, PDF)
def ballots(call: Call, year: int) -> Outcome[Any]:
    """Ballot papers."""
    from addin.jobs import document

    return document.ballots(call.opened, document.Request(call.on, year=year), call.templates)


@on_book("So hai lượt đếm phiếu; khớp thì lập biên bản và ghi số phiếu.", YEAR, OUT, WRITE, PDF)
def tally(call: Call, year: int) -> Outcome[Any]:
    """Double-entry count."""
    from addin.jobs import document, tally

    return tally.tally(call.opened, document.Request(call.on, year=year), call.templates)
