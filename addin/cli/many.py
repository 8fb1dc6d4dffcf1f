"""Commands over many workbooks: a batch, a superior's totals."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from addin.cli.command import command
from addin.cli.options import year_option
from addin.jobs.outcome import Outcome
from addin.terminal import Call

if TYPE_CHECKING:
    from addin.batch.running import Clock

def _clock() -> Clock:
    """Local time, as a person reads it in the log."""
    from addin.batch.running import Clock

    return Clock(perf_counter, datetime.now())  # noqa: DTZ005 - as above


_PATH = click.Path(path_type=Path)
_SOURCE = click.argument("source", metavar="THƯ_MỤC|DANH_SÁCH", type=_PATH)
_OUT = click.option("--out", "folder", type=_PATH, required=True, metavar="THƯ_MỤC", help="Nơi để kết quả; chạy lại thì làm tiếp.")
_RUN = (
    click.option("--do", "doings", default="check,rate,summarise", show_default=True, metavar="VIỆC", help="check, rate, summarise, papers; cách nhau bằng dấu phẩy."),
    year_option("--year", "Năm của rate, summarise, papers; không ghi thì năm trước."),
    click.option("--only", multiple=True, metavar="MẪU", help="Chỉ các tên tệp như “*.xlsx”; dùng được nhiều lần."),
    click.option("--recursive/--no-recursive", default=True, help="Cả các thư mục con (mặc định)."),
    click.option("--workers", type=click.IntRange(1, 256), metavar="SỐ", help="Số tiến trình; không ghi thì số nhân trừ một."),
    click.option("--seconds", type=click.IntRange(1, 86_400), default=120, show_default=True, metavar="SỐ", help="Thời gian tối đa cho một sổ."),
    click.option("--memory", type=click.IntRange(256, 1_048_576), default=1024, show_default=True, metavar="MB", help="Bộ nhớ tối đa cho một sổ (không áp dụng trên Windows)."),
    click.option("--pseudonymised", "key_file", type=_PATH, metavar="TỆP_KHOÁ", help="Kết quả không có tên người; khoá nằm riêng ở tệp này."),
    click.option("--pdf", "with_pdf", is_flag=True, help="Thêm bản PDF cạnh mỗi văn bản của papers (máy này cần có LibreOffice)."),
    click.option("--scheduler", metavar="ĐỊA_CHỈ", help="Chạy trên cụm Dask đang có, ví dụ tcp://10.0.0.5:8786."),
    click.option("--send-files", is_flag=True, help="Gửi nội dung sổ tới cụm Dask, khi các máy không chung ổ đĩa."),
    click.option("--tls-ca", type=_PATH, metavar="TỆP", help="Chứng thư gốc của cụm Dask."),
    click.option("--tls-cert", type=_PATH, metavar="TỆP", help="Chứng thư của máy này."),
    click.option("--tls-key", type=_PATH, metavar="TỆP", help="Khoá của chứng thư."),
)  # fmt: skip


@command("Làm nhiều sổ một lượt: kiểm tra, xếp loại, tổng kết, dự thảo văn bản; dừng giữa chừng thì chạy lại để làm tiếp.", _SOURCE, _OUT, *_RUN, failing=True)
def batch(call: Call, source: Path, folder: Path, **given: Any) -> Outcome[Any]:
    """Many workbooks."""
    from addin.batch import calling

    return calling.batch(source, folder, call.on, calling.Given(**given), cores=os.cpu_count() or 1, clock=_clock(), quiet=call.teller.quiet)


@command("Tổng hợp của cấp trên từ nhiều chi bộ; trùng người, sai năm, số tổng bị sửa, thiếu chi bộ thì không tính và chỉ rõ ô.",
    click.argument("source", metavar="THƯ_MỤC", type=_PATH),
    click.option("--out", "file", type=_PATH, required=True, metavar="TỆP.xlsx", help="Sổ tổng hợp; các bảng để cấp trên nữa dùng nằm cạnh đó."),
    year_option("--year", "Năm tổng hợp; không ghi thì năm trước."),
    click.option("--expect", type=_PATH, metavar="DANH_SÁCH", help="Tệp ghi mỗi dòng một chi bộ (hoặc tên sổ) phải có."),
    click.option("--accept", multiple=True, metavar="CHỖ=LÝ_DO", help="Chấp nhận tính một chỗ đã bị loại; dùng được nhiều lần."),
    click.option("--workers", type=click.IntRange(1, 256), metavar="SỐ", help="Số tiến trình; không ghi thì số nhân trừ một."),
    failing=True,
)  # fmt: skip
def rollup(call: Call, source: Path, file: Path, **given: Any) -> Outcome[Any]:
    """A superior's totals."""
    from addin.batch import rollup_calling

    return rollup_calling.rollup(source, file, call.on, rollup_calling.Given(**given), cores=os.cpu_count() or 1, clock=_clock(), quiet=call.teller.quiet)


@command("Tìm đảng viên theo tên, không cần dấu, một phần cũng được; trong một sổ hay mọi sổ của thư mục.",
    click.argument("source", metavar="SỔ|THƯ_MỤC", type=_PATH), click.argument("words", metavar="TÊN", nargs=-1, required=True),
)  # fmt: skip
def find(call: Call, source: Path, words: tuple[str, ...]) -> Outcome[Any]:
    """Members by name."""
    from addin.jobs.find import find as search

    return search(call.readings(source), " ".join(words))
