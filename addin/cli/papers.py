"""Commands that make papers, and the checklist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from addin.cli.command import command, on_book
from addin.cli.group import cli
from addin.cli.options import ANOTHER, FROM, OUT, PDF, TO, WRITE, day_option, year_option
from addin.jobs.outcome import Outcome
from addin.terminal import Call

_MEMBERS = click.option("--members", metavar="TÊN;TÊN", help="Đảng viên được kiểm tra, cách nhau bằng dấu chấm phẩy.")
_NEXT = click.option("--next", "take_next", is_flag=True, help="Quyết định mới: bản dự thảo; thêm --write thì lấy số kế tiếp.")
_TERMS = (
    day_option("--starts", "Ngày bắt đầu kiểm tra; không ghi thì theo kế hoạch."),
    day_option("--ends", "Ngày kết thúc kiểm tra; không ghi thì theo kế hoạch."),
    day_option("--report-due", "Hạn nộp báo cáo tự kiểm tra."),
    click.option("--team", metavar="TÊN;TÊN", help="Tổ kiểm tra, cách nhau bằng dấu chấm phẩy; người đứng đầu là tổ trưởng."),
    click.option("--lead", metavar="TÊN", help="Tổ trưởng, nếu không phải người đứng đầu --team."),
    click.option("--kind", metavar="HÌNH_THỨC", help="Hình thức của dòng kế hoạch, ví dụ “Giám sát chuyên đề”; không ghi thì dòng kế tiếp."),
)
_KIND = click.argument("kind", metavar="[LOẠI]", required=False)
_ALL_DUE = click.option("--all-due", is_flag=True, help="Mọi văn bản mà tiến trình kiểm tra, giám sát và mùa trong năm đang cần.")
_FOR = click.option("--for", "name", metavar="TÊN", help="Đảng viên.")
_QUARTER = click.option("--quarter", type=click.IntRange(1, 4), metavar="QUÝ", help="Quý của năm, cho bản tự đánh giá quý.")
_VARIANT = click.option("--variant", metavar="LOẠI", help="Loại của văn bản có nhiều mẫu, ví dụ biên bản làm việc: plan, member, others.")
_ONE_KIND = click.option("--kind", metavar="LOẠI", help="Chỉ một loại văn bản: QĐ, KH, BC…")
_FOLDER = click.Path(path_type=Path)


def _decision(about: str) -> Any:
    return click.option("--decision", metavar="SỐ", help=about)


@on_book(
    "Ra quyết định kiểm tra, giám sát chuyên đề cho một hay nhiều đảng viên.",
    _decision("Số quyết định đã ghi trong sổ, ví dụ 23-QĐ/CB."), _NEXT, _MEMBERS, year_option("--year", "Năm kiểm tra."), *_TERMS,
    OUT, WRITE, PDF,
)  # fmt: skip
def decide(call: Call, **wish: Any) -> Outcome[Any]:
    """One inspection decision."""
    from addin.jobs import decide

    return decide.decide(call.opened, decide.Wish(**wish), call.on, call.templates)


@on_book(
    "Lập một văn bản (annual-plan, inspection-plan, rating-list…), hoặc mọi văn bản đến hạn: --all-due.",
    _KIND, _ALL_DUE, _FOR, _decision("Số quyết định."), year_option("--year", "Năm."), FROM, TO, _QUARTER, _VARIANT, ANOTHER, OUT, WRITE, PDF,
)  # fmt: skip
def document(call: Call, kind: str | None, all_due: bool, **asked: Any) -> Outcome[Any]:
    """One paper, or all that are due."""
    from addin.jobs import document, due

    if all_due:
        return due.due(call.opened, call.on, call.templates)
    return document.document(call.opened, kind or "", document.Request(call.on, **asked), call.templates)


@on_book(
    "Hồ sơ một đảng viên qua các năm, lập khi có yêu cầu; nhật ký ghi lại mỗi lần lập.",
    click.argument("name", metavar="TÊN"), year_option("--year", "Chỉ một năm."), OUT,
)  # fmt: skip
def person(call: Call, name: str, year: int | None) -> Outcome[Any]:
    """One member's record."""
    from addin.jobs import document, person

    return person.person(call.opened, document.Request(call.on, name=name, year=year), call.templates)


@on_book(
    "Hồ sơ một cuộc kiểm tra, giám sát: mọi văn bản theo trình tự, mục lục có số trang, văn bản còn thiếu, một tệp PDF để in.",
    _decision("Số quyết định."), _FOR, year_option("--year", "Năm, nếu số quyết định đã dùng nhiều năm hoặc chi bộ không ra quyết định."), OUT,
)  # fmt: skip
def dossier(call: Call, **asked: Any) -> None:
    """The whole inspection file."""
    from addin.jobs import dossier

    request = dossier.Request(call.on, **asked)
    outcome = call.printed(lambda printing: dossier.dossier(call.opened, request, call.places, printing, call.templates))
    call.finish(outcome, outcome.result.folder)


@on_book(
    "Tổng kết năm hoặc nhiệm kỳ: số liệu, biểu đồ, báo cáo.", year_option("--year", "Tổng kết một năm."), FROM, TO,
    click.option("--accept", metavar="SỐ;SỐ", help="Đưa các câu gợi ý ấy vào mục Hạn chế của báo cáo; all là tất cả."), ANOTHER, OUT, WRITE, PDF,
)  # fmt: skip
def summarise(call: Call, accept: str | None, another: bool, **years: int | None) -> Outcome[Any]:
    """Figures, charts and report."""
    from addin.jobs import summarise

    interval = summarise.Interval.of(**years)
    return summarise.summarise(call.opened, interval, call.on, call.templates, accept=accept, another=another, workbook=call.book)


@on_book(
    "Huỷ một số văn bản không dùng nữa; số vẫn nằm trong sổ kèm lý do.",
    click.argument("number", metavar="SỐ"), click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao huỷ."),
    click.option("--kind", metavar="LOẠI", help="Loại văn bản, nếu số ghi không kèm ký hiệu: QĐ, BC, TTr…"),
    year_option("--year", "Năm của văn bản, nếu số đã dùng nhiều lần."), WRITE,
)  # fmt: skip
def void(call: Call, **wish: Any) -> Outcome[Any]:
    """A number withdrawn."""
    from addin.jobs import void

    return void.void(call.opened, void.VoidWish(**wish), call.on, call.book.parent)


@on_book("Sổ số văn bản: từng số của từng loại, số huỷ, thiếu, trùng và số kế tiếp.", _ONE_KIND, year_option("--year", "Chỉ các dãy có văn bản của năm ấy."))
def numbers(call: Call, kind: str | None, year: int | None) -> Outcome[Any]:
    """The register of numbers."""
    from addin.jobs import numbers

    return numbers.numbers(call.opened, call.on, call.book.parent, kind, year)


@on_book(
    "Danh mục quy định, hướng dẫn vào một ngày (--on), cả văn bản của đảng uỷ ở sheet Quy định; hỏi một văn bản thì đến từng điều.",
    click.argument("words", metavar="[VĂN_BẢN]", nargs=-1), click.option("--kind", metavar="LOẠI", help="Căn cứ của một loại văn bản vào ngày ấy, ví dụ inspection-decision."),
)  # fmt: skip
def regulations(call: Call, words: tuple[str, ...], kind: str | None) -> Outcome[Any]:
    """The register of instruments."""
    from addin.jobs import regulations

    return regulations.regulations(call.opened, call.on, " ".join(words), kind)


@on_book("Việc cần làm: đến hạn, quá hạn, còn thiếu; lịch ba tháng tới hoặc cả năm.", year_option("--year", "Lịch cả năm ấy thay cho ba tháng tới."), name="next")
def next_(call: Call, year: int | None) -> Outcome[Any]:
    """The checklist."""
    from addin.jobs import agenda

    return agenda.agenda(call.opened, call.on, year=year)


@command("Chạy thử trọn việc trên sổ mẫu, để kết quả vào một thư mục.", click.argument("folder", metavar="THƯ_MỤC", type=_FOLDER, default=Path("out")))
def demo(call: Call, folder: Path) -> None:
    """The sample cell, end to end."""
    from addin.jobs import demo

    call.walk(demo.steps(folder, call.on))


@cli.group("templates", help="Mẫu văn bản của chi bộ.")
def templates() -> None:
    """The cell's own templates."""


@command(
    "Kiểm tra mẫu có sẵn và mẫu trong một thư mục.", click.argument("folder", metavar="THƯ_MỤC", type=_FOLDER, required=False),
    name="check", group=templates, failing=True,
)  # fmt: skip
def templates_check(_call: Call, folder: Path | None) -> Outcome[Any]:
    """Every template against its context."""
    from addin.jobs import templates

    return templates.templates(folder)
