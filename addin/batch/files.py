"""Which files of a folder are workbooks to be done, and which are left alone: locks, backups, copies beside their original."""

from __future__ import annotations

import fnmatch
import json
import os
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from addin.core.records import dataclass
from addin.errors import CannotRead, Misuse
from addin.patterns import pattern

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
ROLLUP_TABLES = "-bang"
"""Beside the workbook of a roll-up `tong-hop.xlsx` its tables lie in `tong-hop-bang`."""
_OUR_FOLDERS = frozenset({"papers", "tables"})
_OUR_SUMMARY = "summary.xlsx"
_BACKUPS = frozenset({"sao lưu", ".sao lưu", "backup", "backups"})
_COPY_MARK = pattern(
    r"^(?:copy(?: \(\d+\))? of |bản sao(?: \(\d+\))? của )|\s*\((?:đã khôi phục|recovered|autorecovered|repaired)\)$"
    r"|\s+- (?:copy|bản sao)(?: \(\d+\))?$|\s*\((?:[^()]*conflicted copy[^()]*|bản sao xung đột[^()]*)\)$",
    re.IGNORECASE,
)
_MACHINE = pattern(r"-[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$")


class Left(StrEnum):
    """Why a file is left alone."""

    LOCK = "tệp khoá của Excel hoặc LibreOffice"
    BACKUP = "bản sao lưu"
    COPY = "bản sao nằm cạnh bản gốc"
    TEMPORARY = "tệp tạm"
    OURS = "kết quả của chương trình"


@dataclass(frozen=True, slots=True, order=True)
class BookFile:
    """A workbook to be done: `name` is its path inside the folder, with `/`, the order of all results."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Found:
    """Everything met, in the order of the names."""

    files: tuple[BookFile, ...]
    left: tuple[tuple[str, Left], ...]

    @property
    def copies(self) -> tuple[str, ...]:
        """By their names copies; a person sees whether one is another cell's own workbook."""
        return tuple(name for name, reason in self.left if reason is Left.COPY)


def find_books(source: Path, *, only: Iterable[str] = (), out: Path | None = None, recursive: bool = True) -> Found:
    """Of a folder, with all folders in it, or of a list (a path a line); CannotRead where there is neither.

    `only` are patterns of file names (`*.xlsx`); `out` is where the results go, which are never read.
    """
    if source.is_dir():
        paths = _walked(source, out, recursive=recursive)
        root = source
    elif source.is_file():
        root = source.parent
        paths = _listed(source)
    else:
        raise CannotRead(f"Không thấy thư mục hay danh sách “{source}”.", "Kiểm tra lại đường dẫn rồi chạy lại.")
    patterns = tuple(only)
    files, left = [], []
    for path in paths:
        name = _name(path, root)
        if path.suffix.lower() not in ENDINGS and not path.name.startswith((".~lock.", "~$")):
            continue
        reason = _why_left(path, name) if root is source else _why_left_of_a_list(path)
        if reason is not None:
            left.append((name, reason))
        elif not patterns or any(fnmatch.fnmatch(path.name, one) for one in patterns):
            files.append(BookFile(name, path))
    return Found(tuple(sorted(files)), tuple(sorted(left)))


def _walked(source: Path, out: Path | None, *, recursive: bool) -> Iterator[Path]:
    """Links to folders are not followed: a loop would never end."""
    ours = out.absolute() if out else None
    for folder, below, names in os.walk(source):
        here = Path(folder)
        if is_output(here):
            below[:] = [one for one in below if one not in _OUR_FOLDERS]
        below[:] = [] if not recursive else sorted(one for one in below if (here / one).absolute() != ours and not is_output(here / one))
        yield from (here / name for name in names)


def is_output(folder: Path) -> bool:
    """Whether a run left its results there, or has begun to."""
    manifest = folder / "manifest.json"
    return manifest.is_file() and (any((folder / name).is_file() for name in ("results.jsonl", "unfinished.jsonl")) or _is_of_a_run(manifest))


def _is_of_a_run(manifest: Path) -> bool:
    """Other programs have files of that name too."""
    try:
        return "rules" in json.loads(manifest.read_bytes())["terms"]
    except (OSError, ValueError, TypeError, KeyError):
        return False


def _listed(source: Path) -> Iterator[Path]:
    """A path a line, beside the list where it is not absolute; blank lines and `#` are passed over."""
    try:
        lines = source.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise CannotRead(f"Không đọc được danh sách “{source}”.", "Kiểm tra lại đường dẫn, quyền đọc rồi chạy lại.") from error
    except (UnicodeDecodeError, ValueError) as error:
        raise Misuse(
            f"“{source.name}” không phải danh sách đường dẫn.", "Ghi mỗi dòng một đường dẫn tới sổ, lưu dạng văn bản UTF-8."
        ) from error
    named = [source.parent / line for line in (line.strip().strip('"') for line in lines) if line and not line.startswith("#")]
    for path in dict.fromkeys(named):
        if path.suffix.lower() not in ENDINGS:
            raise Misuse(f"Dòng “{path.name}” trong “{source.name}” không phải tên tệp sổ.", f"Ghi đủ tên tệp, có đuôi ({', '.join(sorted(ENDINGS))}), rồi chạy lại.")
        yield path


def _name(path: Path, root: Path) -> str:
    """Bytes of a name that are no text, as other systems leave them, are spelt out: every name is a text of its own."""
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    return inside.as_posix().encode("utf-8", "backslashreplace").decode()


def _why_left(path: Path, name: str) -> Left | None:
    if path.name.startswith(("~$", ".~lock.")):
        return Left.LOCK
    if path.with_name(path.stem + ROLLUP_TABLES).joinpath("rollup.json").is_file():
        return Left.OURS
    if path.name == _OUR_SUMMARY and is_output(path.parent):
        return Left.OURS
    if path.name.startswith((".sochibo-", "~")) or path.suffix == ".tmp":
        return Left.TEMPORARY
    if any(folder.casefold() in _BACKUPS for folder in name.split("/")[:-1]):
        return Left.BACKUP
    return Left.COPY if _is_copy(path) else None


def _why_left_of_a_list(path: Path) -> Left | None:
    """Who names a copy or a backup means it."""
    return Left.LOCK if path.name.startswith(("~$", ".~lock.")) else None


def _is_copy(path: Path) -> bool:
    """By its name, and only where the file it is a copy of stands beside it: `Sổ-Tổ-2` may well be an office's own name."""
    originals = (_COPY_MARK.sub("", path.stem), _MACHINE.sub("", path.stem))
    return any(stem != path.stem and stem and path.with_name(stem + path.suffix).is_file() for stem in originals)
