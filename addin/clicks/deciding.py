"""Which decision the selected rows mean: one that has its number in Kiểm tra, or the next for planned members."""

from __future__ import annotations

from dataclasses import replace

from addin.clicks.click import Click
from addin.clicks.selected_rows import rows_selected
from addin.errors import Misuse
from addin.jobs.decide import Desk, Wish, decide

_EVERYBODY = ("tổ ", "toàn ")


def decide_selected(click: Click) -> None:
    """One document a number; a new number is asked for before it is taken, for a taken number is never given back."""
    wishes = _existing(click) or _next(click)
    if not wishes:
        raise Misuse(
            "Các dòng đang chọn chưa có số quyết định.",
            "Chọn dòng ở sheet Kiểm tra đã ghi “Số quyết định”, hoặc chọn dòng kế hoạch kiểm tra ghi tên đảng viên để lấy số kế tiếp.",
        )
    desk = Desk(click.home / click.host.name, click.papers, click.on)
    for wish in wishes:
        if wish.take_next and not click.dialog.ask(_question(click, wish)):
            click.tell([f"Chưa lấy số, chưa ghi gì vào sổ «{click.host.name}»."])
            continue
        decide(click.opened, wish, desk, lambda outcome: click.carry_out(outcome, desk.folder))


def _existing(click: Click) -> list[Wish]:
    """The numbers on the selected rows, each once, with their year."""
    rows = rows_selected(click.opened.book.inspections, click.selection)
    found = {(row.decision_no, row.year) for row in rows if row.decision_no}
    return [Wish(decision=number, year=year) for number, year in sorted(found, key=str)]


def _next(click: Click) -> list[Wish]:
    """The members named on the selected plan rows, one decision a year."""
    wishes: dict[int, Wish] = {}
    for row in rows_selected(click.opened.book.plan_items, click.selection):
        names = [name for name in row.members if not name.casefold().startswith(_EVERYBODY)]
        if row.year is None or not names or (row.kind or "").casefold() != "kiểm tra":
            continue
        known = wishes.setdefault(row.year, Wish(take_next=True, year=row.year))
        wishes[row.year] = replace(known, members="; ".join(dict.fromkeys([*known.names, *names])))
    return list(wishes.values())


def _question(click: Click, wish: Wish) -> str:
    tables = {layout.table for layout in click.opened.book.layout}
    turns = len(wish.names) if "inspections" in tables else 0
    documents = 1 if "documents" in tables else 0
    return (
        f"Lấy số quyết định kế tiếp của năm {wish.year} cho {len(wish.names):02d} đồng chí: {'; '.join(wish.names)}?\n"
        f"Sẽ thêm {turns} dòng vào bảng Kiểm tra và {documents} dòng vào bảng Văn bản của sổ «{click.host.name}»; "
        "số đã lấy không dùng lại."
    )
