"""Who and what stands in two places: one file twice, two workbooks of one cell, one member in two cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pandas as pd

from addin.jobs.rollup import Refusal, Refused, Spot

_KEYS = ("id_key", "card_key", "born_key")
_KEY_WORDS = {"id_key": "số định danh", "card_key": "số thẻ đảng", "born_key": "họ tên và ngày sinh"}
_FEWEST_SHARED = 3
_MOST = 20
"""A number that so many have was typed to fill a square: their rows are told, a few of the others beside each."""


def same_books(books: pd.DataFrame) -> Iterator[Refused]:
    """The same bytes under another name: the first counts, every other is told."""
    first: dict[str, str] = {}
    done = books[books["status"] == "done"].sort_values("workbook")
    for book, sha256 in zip(done["workbook"], done["sha256"], strict=True):
        if sha256 in first:
            yield Refused(Spot(book), Refusal.DOUBLE_MEMBER, first[sha256], f"Giống hệt sổ “{first[sha256]}”; chỉ tính sổ ấy.")
        first.setdefault(sha256, book)


def same_cells(members: pd.DataFrame) -> Iterator[Refused]:
    """Two workbooks that share more than half of the members of the smaller: versions of one cell's. Which of them counts is not ours to say."""
    shared: dict[tuple[str, str], set[Any]] = defaultdict(set)
    for _, rows in _repeated(members):
        if len(rows) > _MOST:
            continue
        for one, other in combinations(rows.itertuples(), 2):
            if one.workbook != other.workbook:
                earlier, later = sorted((one, other), key=lambda row: row.workbook)
                shared[earlier.workbook, later.workbook].add((earlier.sheet, earlier.cell))
    sizes = members["workbook"].value_counts() if shared else {}
    alike: dict[str, list[str]] = defaultdict(list)
    for books, squares in sorted(shared.items()):
        if len(squares) >= _FEWEST_SHARED and 2 * len(squares) > min(sizes[book] for book in books):
            alike[books[0]].append(books[1])
            alike[books[1]].append(books[0])
    for book, others in sorted(alike.items()):
        told = "”, “".join(others)
        message = f"Quá nửa đảng viên cũng ở sổ “{told}”: có thể là các bản của một chi bộ; bỏ bản cũ, hoặc chấp nhận đúng một sổ."
        yield Refused(Spot(book), Refusal.DOUBLE_MEMBER, "; ".join(others), message)


def double_members(members: pd.DataFrame) -> Iterator[tuple[int, Refused]]:
    """Every row of a person who stands in more than one, with the row it stands beside; each row told once."""
    told: set[int] = set()
    for key, rows in _repeated(members):
        first = rows.index[: _MOST + 1]
        for row in rows.index:
            if row in told:
                continue
            told.add(row)
            beside = "; ".join([str(_spot(rows.loc[other])) for other in first if other != row][:_MOST])
            name = text(rows.loc[row, "name"]) or "Người này"
            yield row, Refused(_spot(rows.loc[row]), Refusal.DOUBLE_MEMBER, beside, f"{name} trùng {_KEY_WORDS[key]} với dòng ở {beside}.")


def _repeated(members: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    for key in _KEYS:
        known = members[members[key].notna()]
        for _, rows in known[known.duplicated(key, keep=False)].groupby(key, sort=True):
            yield key, rows


def _spot(row: Any) -> Spot:
    return Spot(row["workbook"], row["sheet"], row["cell"])


def text(value: Any) -> str:
    """As written; nothing where there is none."""
    return "" if value is None or pd.isna(value) else str(value)
