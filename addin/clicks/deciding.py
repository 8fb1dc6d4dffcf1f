"""Which decision the selected rows mean: one that has its number in Kiểm tra, or the next for planned members."""

from __future__ import annotations

from addin.clicks.click import Click
from addin.clicks.decision_terms import with_terms_asked
from addin.clicks.selected_rows import rows_selected
from addin.core.tables.rows.plans import PlanItem
from addin.documents.parts.decision_facts import DECIDED_KINDS
from addin.errors import Misuse
from addin.hosts.registers import register_of
from addin.jobs.decide import Wish, decide
from addin.output import box
from addin.output.telling import box_of

_EVERYBODY = ("tổ ", "toàn ")


def decide_selected(click: Click) -> None:
    """One document a number; a new number is asked for before it is taken, for a taken number is never given back."""
    wishes = _existing(click) or _next(click)
    if not wishes:
        raise Misuse(
            "Các dòng đang chọn chưa có số quyết định.",
            "Chọn dòng ở sheet Kiểm tra đã ghi “Số quyết định”, hoặc chọn dòng kế hoạch kiểm tra, giám sát chuyên đề ghi tên đảng viên để lấy số kế tiếp.",
        )
    if wishes[0].take_next:
        asked = with_terms_asked(click, wishes[0], _planned(click))
        if asked is None or not _is_agreed(click, asked):
            click.tell([box.number_declined(click.host.name)])
            return
        wishes = [asked]
    click.tell([line for wish in wishes for line in _decided(click, wish)])


def _is_agreed(click: Click, wish: Wish) -> bool:
    """What cannot be decided is said before anything is asked about a number."""
    effects = decide(click.opened, wish, click.on, click.templates).effects
    click.refuse_frozen(effects, effects.planned)
    return click.dialog.ask(_question(click, wish))


def _decided(click: Click, wish: Wish) -> list[str]:
    """The lines of one decision."""
    outcome = decide(click.opened, wish, click.on, click.templates)
    done = click.carry_out(outcome, click.papers, issuing=wish.take_next)
    return [*done.lines, *box_of(outcome.result)]


def _existing(click: Click) -> list[Wish]:
    """The numbers on the selected rows, each once, with their year."""
    rows = rows_selected(click.opened.book.inspections, click.selection)
    found = {(row.decision_no, row.year) for row in rows if row.decision_no}
    return [Wish(decision=number, year=year) for number, year in sorted(found, key=str)]


def _planned(click: Click) -> tuple[PlanItem, ...]:
    return rows_selected(click.opened.book.plan_items, click.selection)


def _next(click: Click) -> list[Wish]:
    """The members named on the selected plan rows, in one decision; Misuse where they are planned for several years."""
    names: list[str] = []
    years: set[int] = set()
    kinds: set[str] = set()
    for row in _planned(click):
        people = [name for name in row.members if not name.casefold().startswith(_EVERYBODY)]
        if row.year is not None and people and row.kind in DECIDED_KINDS:
            names += people
            years.add(row.year)
            kinds.add(row.kind)
    if len(years) > 1:
        raise Misuse(
            f"Các dòng kế hoạch đang chọn thuộc nhiều năm: {', '.join(map(str, sorted(years)))}.",
            "Chọn các dòng của một năm rồi bấm lại nút; mỗi lần bấm là một quyết định.",
        )
    if len(kinds) > 1:
        raise Misuse(
            f"Các dòng kế hoạch đang chọn có nhiều hình thức: {', '.join(sorted(kinds))}.",
            "Chọn các dòng của một hình thức rồi bấm lại nút; mỗi lần bấm là một quyết định.",
        )
    members = "; ".join(dict.fromkeys(names))
    return [Wish(take_next=True, members=members, year=year, kind=kind) for year in years for kind in kinds]


def _question(click: Click, wish: Wish) -> str:
    tables = {layout.table for layout in click.opened.book.layout}
    turns = len(wish.names) if "inspections" in tables else 0
    rows = {"inspections": turns, "documents": 1 if "documents" in tables else 0}
    return box.number_question(wish, rows, click.host.name, register_of(click.home, click.opened.book).folder)
