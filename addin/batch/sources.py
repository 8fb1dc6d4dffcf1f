"""What a roll-up stands on: the tables of batches and of lower roll-ups in a folder, and the workbooks that are in none."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

import pandas as pd

from addin.batch.files import is_output
from addin.batch.store import UNFINISHED
from addin.batch.tables import NAMES
from addin.batch.whole_files import sha256_of
from addin.core.records import dataclass
from addin.errors import CannotRead
from addin.jobs.rollup import Refusal, Refused, Spot

ROLLUP = "rollup.json"
_NEEDED = {"rate", "summarise"}


@dataclass(frozen=True, slots=True)
class Source:
    """The tables of one folder, what was accepted there, and what was refused there before it came into any table.

    `pseudonyms` says by which key people were hidden: who is hidden by another is not seen to be the same.
    """

    rules: str
    year: int
    frames: dict[str, pd.DataFrame]
    accepted: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    pseudonyms: str | None = None


def find_sources(folder: Path, *, without: Path | None = None) -> Iterator[Path]:
    """The folders with tables below `folder`, itself included; what lies inside one is part of it."""
    for here, below, _names in os.walk(folder):
        path = Path(here)
        if without is not None and path.absolute() == without.absolute():
            below[:] = []
        elif is_source(path):
            below[:] = []
            yield path
        else:
            below.sort()


def is_source(folder: Path) -> bool:
    """A finished batch, or a roll-up."""
    return (folder / ROLLUP).is_file() or is_output(folder)


def read_source(path: Path, root: Path) -> Source:
    """Its tables; CannotRead where it is not finished, or was not asked what a roll-up needs."""
    manifest, tables = _manifest(path)
    terms = manifest.get("terms", {})
    if not set(terms.get("do", ())) >= _NEEDED or not all((tables / f"{name}.parquet").is_file() for name in NAMES):
        raise CannotRead(
            f"Kết quả ở “{path}” chưa đủ để tổng hợp.",
            "Chạy lại batch cho thư mục ấy với --do check,rate,summarise, có phần mở rộng “sochibo[batch]”, đến khi xong.",
        )
    if not _is_whole(path, tables, manifest):
        raise CannotRead(
            f"Kết quả ở “{path}” chưa làm xong, hoặc các bảng đã bị thay sau khi lập.",
            "Chạy lại lệnh đã tạo ra thư mục ấy đến khi xong, rồi tổng hợp lại.",
        )
    prefix = path.relative_to(root).as_posix() if path != root else ""
    try:
        frames = {name: pd.read_parquet(tables / f"{name}.parquet", dtype_backend="numpy_nullable") for name in NAMES}
    except (OSError, ValueError) as error:
        raise CannotRead(f"Bảng Parquet ở “{tables}” bị hỏng.", "Chạy lại batch cho thư mục ấy.") from error
    for frame in frames.values():
        if prefix:
            frame["workbook"] = prefix + "/" + frame["workbook"]
    lead = f"{prefix}/" if prefix else ""
    accepted = {lead + one["spot"]: one["because"] for one in manifest.get("accepted", ())}
    refused = tuple(_refused(one, lead) for one in manifest.get("outside", ()))
    return Source(str(terms.get("rules", "")), int(terms.get("year", 0)), frames, accepted, refused, terms.get("pseudonyms"))


def _is_whole(path: Path, tables: Path, manifest: Mapping[str, Any]) -> bool:
    """Whether the tables are those the run ended with: a run that was begun anew still has the old ones beside it."""
    outputs = manifest.get("outputs") or {}
    return not (path / UNFINISHED).exists() and all(
        outputs.get((tables / f"{name}.parquet").relative_to(path).as_posix()) == sha256_of(tables / f"{name}.parquet") for name in NAMES
    )


def _refused(told: dict[str, str], lead: str) -> Refused:
    return Refused(Spot(lead + told["workbook"]), Refusal(told["reason"]), told["with"], told["message"])


def _manifest(path: Path) -> tuple[dict[str, Any], Path]:
    is_rollup = (path / ROLLUP).is_file()
    name = ROLLUP if is_rollup else "manifest.json"
    try:
        found = json.loads((path / name).read_bytes())
    except (OSError, ValueError) as error:
        raise CannotRead(f"Không đọc được “{path / name}”.", "Chạy lại lệnh đã tạo ra thư mục ấy.") from error
    return found, path if is_rollup else path / "tables"
