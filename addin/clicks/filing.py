"""The dossiers of the inspections whose rows are selected."""

from __future__ import annotations

from addin.clicks.cases import selected_cases
from addin.clicks.click import Click
from addin.errors import Misuse
from addin.jobs.dossier import dossier
from addin.output.telling import box_of
from addin.printing.printer import Printer


def file_selected(click: Click) -> None:
    """Each in a folder of its own; LibreOffice, where there is one, is started once for all."""
    cases = selected_cases(click)
    if not cases:
        raise Misuse(
            "Các dòng đang chọn không phải của cuộc kiểm tra, giám sát nào.",
            "Chọn một hay nhiều dòng ở sheet Kiểm tra (hoặc dòng của quyết định ở sheet Văn bản) rồi bấm lại nút.",
        )
    lines: list[str] = []
    with Printer() as printing:
        for case in cases:
            click.host.progress("đang lập hồ sơ")
            outcome = dossier(click.opened, case, (click.papers,), printing, click.templates)
            done = click.carry_out(outcome, outcome.result.folder)
            lines += [*box_of(outcome.result), *done.lines]
    click.tell(lines)
