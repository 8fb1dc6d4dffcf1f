"""Commands on the cell's own registers: residence, training, dissemination, proposals, archive."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from addin.cli.command import on_book
from addin.cli.options import OUT, WRITE, day_option, year_option
from addin.jobs.outcome import Outcome
from addin.terminal import Call

_ONE_YEAR = year_option("--year", "Chỉ một năm.")
_SENT = day_option("--sent", "Ngày đã gửi phiếu của những đồng chí chưa được gửi; thêm --write để ghi vào sheet Nơi cư trú.")
_ROLE = click.option("--role", metavar="CHỨC_DANH", help="Chỉ một chức danh, ví dụ “Phó bí thư”.")
_MISSING = click.option("--missing", is_flag=True, help="Chỉ văn bản còn thiếu, tệp mất hay bị sửa.")


@on_book("Nhận xét nơi cư trú của một năm: ai chưa gửi, chờ, quá hạn, đã nhận.", year_option("--year", "Năm nhận xét; không ghi thì năm nay."), _SENT, WRITE)
def residence(call: Call, year: int | None, sent: date | None) -> Outcome[Any]:
    """Requests and replies."""
    from addin.jobs import residence

    return residence.residence(call.opened, year, call.on, sent)


@on_book("Bồi dưỡng theo chức danh: mấy lớp, lớp gần nhất cách mấy tháng, ai cần cử đi học.", _ROLE)
def trainings(call: Call, role: str | None) -> Outcome[Any]:
    """Courses by role."""
    from addin.jobs import trainings

    return trainings.trainings(call.opened, call.on, role)


@on_book("Quán triệt văn bản: theo năm, hình thức, văn bản; số người dự.", _ONE_YEAR)
def disseminations(call: Call, year: int | None) -> Outcome[Any]:
    """What was made known."""
    from addin.jobs import disseminations

    return disseminations.disseminations(call.opened, call.on, year)


@on_book("Đề xuất và kết quả: chấp nhận, thực hiện, nhân rộng, chờ quá lâu.", _ONE_YEAR)
def proposals(call: Call, year: int | None) -> Outcome[Any]:
    """What became of proposals."""
    from addin.jobs import proposals

    return proposals.proposals(call.opened, call.on, year)


@on_book("Hồ sơ phải lưu của một năm: có, thiếu, ở đâu, bao lâu, tệp có còn đúng bản đã cấp.", year_option("--year", "Năm của hồ sơ; không ghi thì năm nay."), _MISSING, OUT)
def archive(call: Call, year: int | None, *, missing: bool) -> Outcome[Any]:
    """What must be kept."""
    from addin.jobs import archive

    return archive.archive(call.opened, call.on, call.book.parent, tuple(call.places), year, only_missing=missing)


@on_book("Dấu vân tay của các tệp ghi ở sheet Văn bản mà chưa có, để biết tệp có bị sửa về sau không.", WRITE)
def fingerprints(call: Call) -> Outcome[Any]:
    """Of files made elsewhere, and of scans."""
    from addin.jobs import fingerprints

    return fingerprints.fingerprints(call.opened, call.book.parent)
