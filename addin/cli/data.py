"""Commands on the workbook itself: read, check, adopt, set squares, undo."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from addin.cli.command import command, on_book
from addin.cli.options import OUT, WRITE, year_option
from addin.jobs.outcome import Outcome
from addin.terminal import Call

_LAYOUT = click.option("--layout", metavar="MẪU", help="csdl: danh sách để nhập vào cơ sở dữ liệu đảng viên.")
_NAMELESS = click.option("--pseudonymised", is_flag=True, help="Bản sao không có tên người; khoá ở tệp riêng.")
_FILE = click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
_MARK = click.option("--mark", "write", is_flag=True, help="Ghi sheet “Lỗi dữ liệu” và ghi chú vào các ô.")
_ONLY = click.option("--only", multiple=True, metavar="MÃ", help="Chỉ các mã bắt đầu như vậy (MEM, MEM204); dùng được nhiều lần.")
_SHEET = click.option("--sheet", metavar="SHEET", help="Chỉ lỗi của một sheet.")
_YEAR = year_option("--year", "Chỉ lỗi ở các dòng của năm ấy, kể cả năm đã qua.")
_CODE = click.argument("code", metavar="[MÃ", default="")
_PLACE = click.argument("place", metavar="SHEET!Ô]", default="")
_REASON = click.option("--reason", default="", metavar="LÝ_DO", help="Vì sao để như vậy là đúng.")
_AGAIN = click.option("--again", is_flag=True, help="Thôi chấp nhận: lỗi lại được nêu.")
_ANSWERS = click.option(
    "--answer", "answers", multiple=True, metavar="MÃ=GIÁ_TRỊ", help="Trả lời một câu hỏi; dùng được nhiều lần."
)
_COLUMNS = click.option(
    "--column", "columns", multiple=True, metavar="SHEET!CỘT=MÃ", help="Chỉ một cột bất kỳ là gì, ví dụ 'XL 2025!C=self_level'."
)
_GROUPS = click.option("--group", "groups", multiple=True, metavar="TỔ", help="Chỉ tổ này; dùng được nhiều lần.")
_COPIES = click.argument("copies", metavar="[BẢN…]", nargs=-1, type=click.Path(path_type=Path))
_CHOSEN = click.option("--take", multiple=True, metavar="CHỌN", help="Chọn cho một xung đột (Giám sát!G12=B) hay mọi xung đột (A: theo sổ); dùng được nhiều lần.")
_BEGUN = click.option("--base", multiple=True, metavar="TỆP", type=click.Path(path_type=Path), help="Bản lúc mới tách, khi bản gộp đã mất phần gốc.")
_TAKE = click.option("--write", "take", is_flag=True, help="Gỡ tệp khoá; ở màn hình lệnh vẫn hỏi một lần.")
_HEADS = click.option("--head", "heads", multiple=True, metavar="SỐ:DẤU", help="Dấu cuối nhật ký đã in ra trước đây; dùng được nhiều lần.")
_ASSIGNMENTS = click.argument("assignments", metavar="SHEET!Ô=GIÁ_TRỊ…", nargs=-1, required=True)


@command("Tạo một sổ trắng để bắt đầu.", _FILE)
def new(call: Call, file: Path) -> None:
    """A blank workbook."""
    from addin.jobs import new

    call.finish(new.new(file.name), file.parent)


@on_book("Cho xem chương trình hiểu sổ thế nào: sheet, tiêu đề, dòng.")
def show(call: Call) -> Outcome[Any]:
    """What was understood."""
    from addin.jobs import show

    return show.show(call.opened)


@on_book("Kiểm tra dữ liệu, báo mọi lỗi theo từng ô, lỗi nặng trước.", _MARK, _ONLY, _SHEET, _YEAR, failing=True)
def check(call: Call, only: tuple[str, ...], sheet: str | None, year: int | None) -> Outcome[Any]:
    """All findings, or those asked for."""
    from addin.jobs import check, focus

    wanted = focus.focus_of(call.opened.reading, only, sheet, year)
    return check.check(call.opened, call.on, mark=call.write, focus=wanted)


@on_book("Thôi nêu một lỗi, kèm lý do, cho đến khi giá trị đổi; chỉ ghi SỔ thì liệt kê các lỗi đã chấp nhận.", _CODE, _PLACE, _REASON, _AGAIN, WRITE)
def accept(call: Call, code: str, place: str, reason: str, *, again: bool) -> Outcome[Any]:
    """Keep a finding quiet."""
    from addin.jobs import accept

    if not code:
        return accept.accepted(call.opened, call.on)
    return accept.speak_again(call.opened, code, place, call.on) if again else accept.accept(call.opened, call.host, code, place, reason=reason, on=call.on)


@on_book("Sửa an toàn: khoảng trắng, dấu rời, ngày ghi bằng chữ, số 0 ở đầu, cách ghi danh mục, tên tổ, xưng hô.", WRITE)
def fix(call: Call) -> Outcome[Any]:
    """Corrections nobody could mean otherwise."""
    from addin.jobs import fix

    return fix.fix(call.opened)


@on_book("Nhận diện sổ lạ: hỏi chỗ chưa rõ, nhớ bố cục vào sheet Thiết lập.", _ANSWERS, _COLUMNS, WRITE)
def adopt(call: Call, answers: tuple[str, ...], columns: tuple[str, ...]) -> Outcome[Any]:
    """Learn the layout of an unknown workbook."""
    from addin.jobs import adopt

    given = dict(text.rsplit("=", 1) for text in (*answers, *columns) if "=" in text)
    return call.until_answered(given, lambda said: adopt.adopt(call.opened, call.host.grids(), said))


@on_book("Ghi giá trị vào từng ô: SHEET!Ô=GIÁ_TRỊ; không đổi gì khác.", _ASSIGNMENTS, WRITE)
def put(call: Call, assignments: tuple[str, ...]) -> Outcome[Any]:
    """Set squares, nothing else."""
    from addin.jobs import put

    return put.put(call.host, assignments)


@on_book("Tách bản cho tổ trưởng: các dòng của một tổ ở những sheet tổ trưởng ghi; không nêu tổ thì mỗi tổ một bản.", _GROUPS, OUT)
def split(call: Call, groups: tuple[str, ...]) -> None:
    """A group leader's copy."""
    from addin.jobs.split import split as copies_for

    call.finish(copies_for(call.opened, call.host, groups, call.on), call.copies)


@on_book("Gộp các bản của tổ vào sổ; chỗ hai bên ghi khác nhau thì hỏi. Không nêu bản nào thì lấy cả thư mục “Bản của tổ”.", _COPIES, _CHOSEN, _BEGUN, WRITE, name="merge", failing=True)
def _merge(call: Call, copies: tuple[Path, ...], take: tuple[str, ...], base: tuple[Path, ...]) -> Outcome[Any]:
    """The groups' copies, back into the workbook."""
    from addin.jobs.merge import copies_in, merge
    from addin.jobs.returned import returned

    found = returned(call.opened, copies or copies_in(call.copies, call.book.name), base)
    return merge(call.opened, call.host, call.host.grids(), found, take)


@command(
    "Kiểm nhật ký, sổ số, dấu vân tay văn bản đã ban hành và bản sao lưu trong một thư mục.",
    click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path)), _HEADS, failing=True,
)  # fmt: skip
def verify(_call: Call, folder: Path, heads: tuple[str, ...]) -> Outcome[Any]:
    """Whether anything was changed behind our back."""
    from addin.jobs import verify

    return verify.verify(folder, heads)


@on_book("Trả lại sổ như trước lần ghi gần nhất, từ bản sao lưu.")
def undo(call: Call) -> Outcome[Any]:
    """Undo the last write."""
    from addin.jobs import undo

    return undo.undo(call.book, datetime.now())  # noqa: DTZ005 - local time names a backup


@on_book("Xem ai đang khoá sổ; gỡ tệp khoá của máy đã tắt.", _TAKE)
def unlock(call: Call, *, take: bool) -> Outcome[Any]:
    """Whose owner files; away with them after a question."""
    from addin.jobs import unlock

    found = unlock.look(call.book)
    is_agreed = call.teller.agrees(found.result, given=take)
    return unlock.unlock(call.book, found.result, datetime.now()) if is_agreed else found  # noqa: DTZ005 - local time stands in the log


@on_book("Xuất danh sách đảng viên theo mẫu nhập CSDL, hoặc bản sao không có tên người.", _LAYOUT, _NAMELESS, OUT)
def export(call: Call, layout: str | None, *, pseudonymised: bool) -> Outcome[Any]:
    """For another program."""
    from addin.jobs import export

    return export.export(call.opened, layout, pseudonymised=pseudonymised, on=call.on)
