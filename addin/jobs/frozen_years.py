"""Nothing of ours writes into a frozen year (F65), whatever the command or button: it is opened first, with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from addin.core.dates import vn_date
from addin.core.grids import Grid
from addin.core.tables.freezing import Owned, Reach, setting_name
from addin.core.tables.rows.book import Book
from addin.core.tables.settings_sheet import settings_of
from addin.core.tables.squares.texts import as_text
from addin.core.writes import Writes
from addin.errors import RefusedWrite
from addin.jobs.frozen_findings import named

_BEGINNING = setting_name(0)[:-1]


def refuse_frozen(book: Book, writes: Writes, seals: int | None, workbook: str) -> None:
    """RefusedWrite names the year, when it was frozen, and the squares; `seals` is the year that is being frozen or opened."""
    owned = [one for one in Reach(book).of(writes) if not (one.is_seal and one.year.year == seals)]
    if owned:
        raise _refused([one for one in owned if one.year == owned[0].year], workbook)


def names_a_frozen_year(grids: Iterable[Grid]) -> bool:
    """Whether the settings may freeze a year at all: asked before a workbook is understood for that alone."""
    sheet = settings_of(tuple(grids))
    return sheet is not None and any(as_text(raw).strip().startswith(_BEGINNING) for row in sheet.values for raw in row if isinstance(raw, str))


def _refused(owned: list[Owned], workbook: str) -> RefusedWrite:
    frozen = owned[0].year
    where = named("ô", (one.place for one in owned if one.place.column)) or named("dòng", (one.place for one in owned))
    if owned[0].is_seal:
        where = f"{where} là dấu khoá của năm ấy"
    opening = f'Cần sửa thì mở khoá trước, kèm lý do: sochibo unfreeze "{workbook}" --year {frozen.year} --reason "…" --write; sửa xong thì khoá lại.'
    return RefusedWrite(
        f"Năm {frozen.year} đã khoá ngày {vn_date(frozen.on)} nên chưa ghi gì: {where}.",
        opening,
        by_button=f"Cần sửa thì mở khoá năm {frozen.year} trước, kèm lý do (mục “Khoá năm” của Hướng dẫn); sửa xong thì khoá lại.",
    )
