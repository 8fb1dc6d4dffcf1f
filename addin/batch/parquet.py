"""Parquet files written piece by piece with pandas and pyarrow; imported only where tables are made."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from addin.hosts.disk import replace_patiently


class Tables:
    """All tables of one folder; they stand there whole when the block ends well, and not at all otherwise."""

    def __init__(self, folder: Path, schemas: Mapping[str, Mapping[str, str]]) -> None:
        self._folder, self._schemas = folder, schemas
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas}
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self

    def add(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        """Rows, kept until the next `write`."""
        self._rows[name] += rows

    def write(self) -> None:
        """What was added goes to the disk."""
        for name, rows in self._rows.items():
            table = pa.Table.from_pandas(frame_of(rows, self._schemas[name]), preserve_index=False)
            if name not in self._writers:
                self._writers[name] = parquet.ParquetWriter(self._aside(name), table.schema, compression="zstd")
            self._writers[name].write_table(table)
            rows.clear()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self.write()
        finally:
            for writer in self._writers.values():
                writer.close()
        for name in self._writers:
            if kind is None:
                replace_patiently(self._aside(name), self._folder / f"{name}.parquet")
            else:
                with contextlib.suppress(OSError):
                    self._aside(name).unlink()

    def _aside(self, name: str) -> Path:
        return self._folder / f".sochibo-{name}.tmp"


def frame_of(rows: list[dict[str, Any]], schema: Mapping[str, str]) -> pd.DataFrame:
    """Rows as a frame with these columns, in this order, whatever the rows hold."""
    return pd.DataFrame(rows, columns=list(schema)).astype(dict(schema))
