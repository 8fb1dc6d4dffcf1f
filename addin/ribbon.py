"""The door of the buttons: one short function a button, called for the workbook a person works in.

The launcher of the add-in runs `main` with the button, the workbook's name and Excel's window; LibreOffice's
extension calls `press`. With `cli` this is the only place where the day is read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from addin.errors import SochiboError

if TYPE_CHECKING:
    from addin.clicks.click import Click
    from addin.clicks.dialog import Dialog
    from addin.resident.wire import Request


def check(click: Click) -> None:
    """Kiểm tra dữ liệu: every finding, on a sheet of ours and as notes on the squares."""
    click.finish(click.checked)


def next_finding(click: Click) -> None:
    """Lỗi kế tiếp: the cursor goes to the next finding."""
    from addin.clicks.next_finding import go_to_next

    go_to_next(click)


def fix(click: Click) -> None:
    """Sửa an toàn: what is written oddly and means the same, shown before it is corrected."""
    from addin.jobs.fix import fix

    click.finish(fix(click.opened))


def adopt(click: Click) -> None:
    """Nhận diện sổ: the layout of an unknown workbook, what is doubtful asked."""
    from addin.clicks.adopting import adopted

    click.finish(adopted(click))


def split(click: Click) -> None:
    """Tách sổ cho tổ: a copy for the leader of each group, or of the selected ones."""
    from addin.clicks.sharing import split_for_groups

    split_for_groups(click)


def merge(click: Click) -> None:
    """Gộp sổ tổ: the copies of the groups back into the open workbook."""
    from addin.clicks.sharing import merge_copies

    merge_copies(click)


def plan(click: Click) -> None:
    """Kế hoạch: the plan of the selected inspections, else that of the year of the selected rows, else of this year."""
    from addin.clicks.planning import make_plans

    make_plans(click)


def decide(click: Click) -> None:
    """Ra quyết định: the documents of the selected rows."""
    from addin.clicks.deciding import decide_selected

    decide_selected(click)


def dossier(click: Click) -> None:
    """Hồ sơ kiểm tra: the whole file of each selected inspection or supervision."""
    from addin.clicks.filing import file_selected

    file_selected(click)


def assign(click: Click) -> None:
    """Phân công giám sát: who supervises whom in the year of the selected rows, else in this year."""
    from addin.clicks.planning import assign_supervision

    assign_supervision(click)


def group_reports(click: Click) -> None:
    """Báo cáo tổ: the report of each selected group, else of all."""
    from addin.clicks.group_reports import report_groups

    report_groups(click)


def rate(click: Click) -> None:
    """Dự kiến xếp loại: the result columns of the year of the selected rows, else of last year."""
    from addin.jobs.rate import rate

    click.finish(rate(click.opened, click.year))


def ballots(click: Click) -> None:
    """Phiếu biểu quyết: the ballot papers of the year of the selected rows, else of last year."""
    from addin.jobs.document import Request, ballots

    request = Request(click.on, year=click.year)
    click.finish(ballots(click.opened, request, click.templates), folder=click.papers)


def tally(click: Click) -> None:
    """Kiểm phiếu: two counts compared; where they agree the minutes and the sums, for the same year."""
    from addin.jobs.document import Request
    from addin.jobs.tally import tally

    request = Request(click.on, year=click.year)
    click.finish(tally(click.opened, request, click.templates), folder=click.papers)


def why(click: Click) -> None:
    """Vì sao: the reasons of the selected rows."""
    from addin.jobs.why import why_of_rows

    click.finish(why_of_rows(click.opened, click.year, click.rows))


def summarise_year(click: Click) -> None:
    """Tổng kết năm: figures, charts and report of the year of the selected rows, else of last year."""
    from addin.jobs.summarise import Interval, summarise

    interval = Interval(click.year, click.year)
    click.finish(summarise(click.opened, interval, click.on, click.templates, workbook=click.file), folder=click.papers)


def summarise_term(click: Click) -> None:
    """Tổng kết nhiệm kỳ: the same for the whole term of office."""
    from addin.clicks.term import term_years
    from addin.jobs.summarise import summarise

    interval = term_years(click.opened.book.settings, click.on)
    click.finish(summarise(click.opened, interval, click.on, click.templates, workbook=click.file), folder=click.papers)


def agenda(click: Click) -> None:
    """Việc cần làm: what is due, late or missing today."""
    from addin.jobs.agenda import agenda

    click.finish(agenda(click.opened, click.on))


def undo(click: Click) -> None:
    """Hoàn tác: our last write in this workbook."""
    from addin.clicks.undoing import undo_last

    undo_last(click)


def guide(click: Click) -> None:
    """Hướng dẫn: the guide installed with the program."""
    from addin.clicks.guide import guide_file

    click.dialog.show_file(guide_file())


BUTTONS: Mapping[str, Callable[[Click], None]] = {
    button.__name__: button
    for button in (
        check, next_finding, fix, adopt, split, merge, plan, decide, dossier, assign, group_reports, rate, ballots, tally, why,
        summarise_year, summarise_term, agenda, undo, guide,
    )
}


def press(button: str, click: Click) -> int:
    """Run a button; every error a person can meet is told. The exit code is that of the command line."""
    click.button = button
    try:
        BUTTONS[button](click)
    except (SochiboError, OSError) as error:
        from addin.hosts.disk import stopped_by
        from addin.output.box import error_text

        told = error if isinstance(error, SochiboError) else stopped_by(error)
        click.host.progress(None)
        click.dialog.tell(error_text(told), warning=True)
        return told.exit_code
    finally:
        click.host.progress(None)
    return 0


class ExcelPresser:
    """Runs buttons pressed in a running Excel: find the workbook, run the button; what was read is remembered until it is closed."""

    def __init__(self) -> None:
        from addin.clicks.memory import Memory

        self._memory = Memory()
        self.forget = self._memory.forget

    def __call__(self, request: Request, dialog: Dialog) -> int:
        """The exit code."""
        from datetime import datetime

        from addin.clicks.click import Click
        from addin.hosts.excel.book import ExcelBook
        from addin.output.box import error_text
        from addin.resident.places import shelf
        from addin.resident.windows import process_of_window

        try:
            host = ExcelBook.named(request.workbook, process_of_window(request.window), shelf())
        except SochiboError as error:
            dialog.tell(error_text(error), warning=True)
            return error.exit_code
        now = datetime.now()  # noqa: DTZ005 - the door reads the clock
        return press(request.button, Click(host, dialog, now.date(), self._memory, now=now))


def main(arguments: Sequence[str] | None = None) -> int:
    """`BUTTON --wb=NAME --hwnd=N` hands the click to the resident; `--resident` is it, `--called` it for an Excel that calls."""
    from addin.resident.door import answer_click, become_called, become_resident

    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["--resident"]:
        return become_resident(ExcelPresser())
    if words[:1] == ["--called"]:
        return become_called(ExcelPresser, frozenset(BUTTONS))
    return answer_click(words, frozenset(BUTTONS), ExcelPresser)


if __name__ == "__main__":
    sys.exit(main())
