"""Cells and organisations by their names, however people write them: with or without "Chi bộ", accents, capitals, "số"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from addin import glossary
from addin.batch.doubles import text
from addin.glossary.folding import fold_plain
from addin.jobs.rollup import Refusal, Refused, Spot

if TYPE_CHECKING:
    import pandas as pd

_CELL_WORDS = (("so",), ("chi", "bo"), ("cb",), ("so",))
_SUPERIOR_WORDS = (("dang", "bo"), ("dang", "uy"), ("du",), ("db",))


def missing(books: pd.DataFrame, expected: Iterable[str]) -> Iterator[Refused]:
    """Whoever was expected and is there neither by the name of the cell nor by that of its workbook."""
    known = [{cell_key(name) for name in (text(cell), *_file_names(book)) if name} for book, cell in zip(books["workbook"], books["cell"], strict=True)]
    exact = {key for keys in known for key in keys}
    bare = Counter(bared for keys in known for bared in {fold_plain(key) for key in keys})
    for name in expected:
        key = cell_key(name)
        if key not in exact and bare[fold_plain(key)] != 1:
            yield Refused(Spot(name), Refusal.MISSING_CELL, "", "Chi bộ này chưa có sổ trong thư mục.")


def cell_key(name: str) -> str:
    """`CHI BỘ số 04` and `Chi bộ 4` are one; of a name of nothing but such words, all of it."""
    words = _without(glossary.fold(name).split(), _CELL_WORDS)
    return " ".join(word.lstrip("0") or "0" if word.isdecimal() else word for word in words)


def organisation_key(name: str) -> str:
    """`Đảng bộ xã Thử` and `Đảng uỷ xã Thử` are one."""
    return " ".join(_without(glossary.fold(name).split(), _SUPERIOR_WORDS))


def _without(words: list[str], leading: Iterable[tuple[str, ...]]) -> list[str]:
    """Without the words before a name, with accents or without: "Sổ", "Chi bộ", "số"."""
    left = words
    for some in leading:
        if tuple(map(fold_plain, left[: len(some)])) == some and len(left) > len(some):
            left = left[len(some) :]
    return left


def _file_names(book: str) -> tuple[str, ...]:
    path = PurePosixPath(book)
    return book, path.name, path.stem
