"""Which register of numbers a workbook counts in: that of its cell. Two cells whose workbooks lie in one folder never share numbers.

A cell is known by its name and its superior's (sheet Thiết lập), not by the file: a workbook renamed, copied for the
new year, or a second one of the same cell (members here, ratings there) goes on in the same register. The first
cell of a folder has «Sổ số văn bản», another «Sổ số văn bản - <chi bộ>»; whose one is stands in its `Chi bộ.jsonl`,
a line for each name the cell has had:

    {"cell": "Chi bộ Văn phòng số 2", "superior": "Đảng uỷ …", "shared": {"QĐ/2026": 61}}

A cell that is called otherwise than before is known again by the papers: the workbook has the fingerprint of one
that the register issued. A register from before registers had owners goes to the first cell that asks; the numbers
it held until then stay used for everybody (`shared`), since nobody can tell whose they were. A workbook that does
not name its cell counts in the only register there is, and is asked where there are several.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.errors import ChangedMeanwhile, Misuse
from addin.glossary import fold
from addin.hosts.disk import explaining, remove, replace_patiently, write_aside
from addin.hosts.file_names import safe_name
from addin.hosts.folders import REGISTER
from addin.hosts.numbers import NumberRegister

OWNER = "Chi bộ.jsonl"
_BETWEEN = " - "
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A party cell by its names; both empty where the workbook does not say."""

    name: str = ""
    superior: str = ""

    @property
    def key(self) -> str:
        """However it is spelled."""
        return f"{fold(self.superior)}|{fold(self.name)}" if self.name else ""


@dataclass(frozen=True, slots=True)
class Owned:
    """A register's folder and the cells whose it is: none where nobody said yet."""

    folder: Path
    cells: tuple[Cell, ...] = ()
    shared: tuple[tuple[str, int], ...] = ()

    def is_of(self, cell: Cell) -> bool:
        """By one of the names it has had; a superior that one of the two does not name is no difference."""
        return any(_same(cell, known) for known in self.cells)


def cell_of(book: Book) -> Cell:
    """As Thiết lập names it."""
    return Cell(book.settings.cell_name or "", book.settings.superior_name or "")


def registers_in(home: Path) -> tuple[Owned, ...]:
    """Every register of the folder, the plain one first."""
    if not home.is_dir():
        return ()
    names = sorted(path.name for path in home.iterdir() if path.name == REGISTER or path.name.startswith(f"{REGISTER}{_BETWEEN}"))
    return tuple(_owned(home / name) for name in names if (home / name).is_dir())


def register_of(home: Path, book: Book) -> NumberRegister:
    """The cell's own, whether it is there already or not; nothing is made here. Misuse where nobody can tell which."""
    cell, known = cell_of(book), registers_in(home)
    floors = tuple(floor for one in known for floor in one.shared)
    mine = _mine(cell, known, book)
    owned = mine or Owned(home / _free_name(cell, known))
    return NumberRegister(owned.folder, floors, lambda folder: _own(folder, cell, owned))


def _mine(cell: Cell, known: tuple[Owned, ...], book: Book) -> Owned | None:
    """By name, by its papers, else the one that is nobody's; None where the cell has none yet."""
    named = next((one for one in known if one.is_of(cell)), None)
    if named is not None:
        return named
    issued = next((one for one in known if _issued_for(one, book)), None)
    if issued is not None:
        return issued
    if not cell.key and len(known) > 1:
        raise Misuse(
            "Thư mục có sổ số của nhiều chi bộ mà sổ này chưa ghi tên chi bộ, nên chưa biết lấy số ở sổ nào.",
            "Ghi mục Tên chi bộ (và tên đảng uỷ) ở sheet Thiết lập rồi chạy lại.",
        )
    if not cell.key and known:
        return known[0]
    return next((one for one in known if not one.cells), None)


def _issued_for(one: Owned, book: Book) -> bool:
    """Whether the workbook has a paper of that register, by its fingerprint."""
    prints = {row.fingerprint for row in book.documents if row.fingerprint}
    return bool(prints) and any(standing.sha256 in prints for standing in NumberRegister(one.folder).standing())


def _same(one: Cell, other: Cell) -> bool:
    if not one.key or fold(one.name) != fold(other.name):
        return False
    return not one.superior or not other.superior or fold(one.superior) == fold(other.superior)


def _free_name(cell: Cell, known: tuple[Owned, ...]) -> str:
    """The plain name for the first, the cell's behind it for others; of two cells of one name the superior's too."""
    taken = {fold(one.folder.name) for one in known}
    if fold(REGISTER) not in taken:
        return REGISTER
    words = [cell.name, f"{cell.name} ({cell.superior})"]
    names = [f"{REGISTER}{_BETWEEN}{safe_name(word)[:_LONGEST_NAME].rstrip(' .')}" for word in words]
    return next((name for name in names if fold(name) not in taken), names[-1])


def _own(folder: Path, cell: Cell, seen: Owned) -> None:
    """Say whose register it is, before its first number is taken; said again where the cell has another name now."""
    held = _owned(folder)
    if held.cells != seen.cells and not held.is_of(cell):
        raise ChangedMeanwhile("Sổ số văn bản vừa được lập cho chi bộ khác trong cùng thư mục; chưa ghi gì.", "Chạy lại lệnh.")
    if not cell.key or any(cell.key == known.key for known in held.cells):
        return
    shared = held.shared if held.cells else _highest(folder)
    path = folder / OWNER
    with explaining(path):
        aside = write_aside(folder, _text((*held.cells, cell), shared))
        try:
            replace_patiently(aside, path)
        finally:
            remove(aside)


def _highest(folder: Path) -> tuple[tuple[str, int], ...]:
    """What a register held before it was anybody's: in each series the highest number."""
    highest: dict[str, int] = {}
    for standing in NumberRegister(folder).standing():
        series = standing.claim.series
        name = f"{series.kind}/{series.period}"
        highest[name] = max(highest.get(name, 0), standing.claim.number)
    return tuple(sorted(highest.items()))


def _text(cells: tuple[Cell, ...], shared: tuple[tuple[str, int], ...]) -> bytes:
    lines: list[dict[str, Any]] = [{"cell": cell.name, "superior": cell.superior} for cell in cells]
    if shared:
        lines[0]["shared"] = dict(shared)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _owned(folder: Path) -> Owned:
    """One that cannot be read is nobody's: it is known again by its papers, or goes to who asks first."""
    try:
        told = [json.loads(line) for line in (folder / OWNER).read_text(encoding="utf-8").splitlines()]
        cells = tuple(Cell(str(one["cell"]), str(one["superior"])) for one in told if one["cell"])
        return Owned(folder, cells, tuple(_floors(told)))
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return Owned(folder)


def _floors(told: list[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    for one in told:
        yield from ((str(series), int(number)) for series, number in one.get("shared", {}).items())
