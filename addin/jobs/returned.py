"""Copies that came back: read, and refused in one sentence where they cannot belong to this workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from addin import glossary
from addin.core.grids import Grid
from addin.core.persons.reading import Reading
from addin.core.sharing.base import Base, base_in
from addin.core.sharing.copies import Copy, Hand, copy_of
from addin.core.sharing.matching import matched
from addin.core.sharing.whose import groups_in
from addin.errors import CannotRead, Misuse
from addin.hosts.closed.book import ClosedBook
from addin.hosts.owner import find_editor
from addin.jobs.opening import Opened
from addin.jobs.secrecy import refuse_stamped_heads

_SPLIT_AGAIN = "Tách bản mới cho tổ, chép phần đã ghi sang bản mới rồi gộp lại."


class NoBase(CannotRead):
    """A copy that no longer carries what it began with."""

    kind = "no_base"


class OtherWorkbook(CannotRead):
    """A copy of another workbook, or of a group this one does not have."""

    kind = "other_workbook"


def returned(opened: Opened, paths: Iterable[Path], begun: Iterable[Path] = ()) -> tuple[Copy, ...]:
    """Every copy, each file once, Misuse where there is none; `begun` are copies as they were made, for those that lost what they began with."""
    unique = {path.absolute(): path for path in paths}
    if not unique:
        raise Misuse(
            "Chưa có bản nào của tổ để gộp.",
            "Để các bản vào thư mục “Bản của tổ” cạnh sổ, hoặc ghi tên tệp sau tên sổ.",
            by_button="Để các bản của tổ vào thư mục “Bản của tổ” cạnh sổ rồi bấm lại nút.",
        )
    spare = {base.group: base for path in begun if (base := base_in(_grids(path)[1])) is not None}
    return tuple(_returned(opened, path, spare) for path in unique.values())


def _returned(opened: Opened, path: Path, spare: dict[str, Base]) -> Copy:
    book, grids = _grids(path)
    refuse_stamped_heads(book.name, grids, ())
    own = base_in(grids)
    base = own or (next(iter(spare.values())) if len(spare) == 1 else None)
    if base is None:
        raise _no_base(book.name)
    _refuse_foreign(opened, base, book.name)
    who, when = book.last_saved
    copy = copy_of(Hand(book.name, base.group, who or base.leader, when), base, grids)
    if copy.missing:
        raise CannotRead(
            f"Bản «{book.name}» thiếu sheet “{'”, “'.join(copy.missing)}” (đã xoá, đổi tên, hay mất dòng tiêu đề) nên chưa gộp gì.",
            "Đặt lại tên sheet, dòng tiêu đề như lúc tách rồi gộp lại.",
        )
    if own is None and not _fits(copy):
        raise _no_base(book.name)
    editor = find_editor(path)
    return replace(copy, editor=editor.shown) if editor else copy


def _no_base(file: str) -> NoBase:
    return NoBase(
        f"Bản «{file}» không còn phần gốc để so (sheet ẩn đã bị xoá hay sửa), hoặc không phải bản tách từ sổ.",
        f"Đưa kèm bản của chính tổ ấy lúc mới tách, chưa ghi gì (--base TỆP). Không có bản ấy: {_SPLIT_AGAIN[0].lower()}{_SPLIT_AGAIN[1:]}",
        by_button=_SPLIT_AGAIN,
    )


def _fits(copy: Copy) -> bool:
    """Whether a base that came from elsewhere is this copy's: most of its rows stand in it."""
    found = sum(len(matched(table, before, copy.now[table]).pairs) for table, before in copy.before.items())
    return found * 2 >= copy.base.line_count


def _grids(path: Path) -> tuple[ClosedBook, Sequence[Grid]]:
    book = ClosedBook(path, now=datetime.min)  # noqa: DTZ901 - nothing is written
    return book, book.grids()


def _refuse_foreign(opened: Opened, base: Base, file: str) -> None:
    """Another cell's, people nobody here knows, a group or a sheet the workbook does not have."""
    cell = opened.book.settings.cell_name or ""
    if base.cell and cell and glossary.fold(base.cell) != glossary.fold(cell):
        raise OtherWorkbook(f"Bản «{file}» tách từ sổ của “{base.cell}”, không phải của “{cell}”, nên chưa gộp gì.", "Chọn đúng bản của chi bộ rồi gộp lại.")
    if base.people and _share_known(opened.reading, base) * 2 < 1:
        raise OtherWorkbook(f"Bản «{file}» tách từ một sổ khác («{base.workbook}»): phần lớn người trong đó không có ở sổ này.", "Chọn đúng sổ, đúng bản rồi gộp lại.")
    if not any(glossary.group_key(name) == glossary.group_key(base.group) for name in groups_in(opened.reading)):
        raise OtherWorkbook(f"Bản «{file}» là của “{base.group}”, nhưng sổ không còn tổ ấy.", "Đặt lại tên tổ ở sheet Đảng viên, hoặc tách bản mới cho tổ.")
    lost = next((sheet.sheet for sheet in base.sheets if not opened.book.has_table(sheet.table)), None)
    if lost is not None:
        raise OtherWorkbook(f"Bản «{file}» có sheet “{lost}”, nhưng sổ không còn bảng ấy.", "Thêm lại sheet ấy vào sổ, hoặc nhận diện sổ, rồi gộp lại.")


def _share_known(reading: Reading, base: Base) -> float:
    known = {glossary.person_key(one.full_name) for one in reading.book.members if one.full_name}
    return sum(name in known for name in base.people) / len(base.people)
