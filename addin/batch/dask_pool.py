"""Workbooks done by a Dask cluster that is there already: pieces of twenty, each worked off as on one machine.

In a worker a piece goes through the same pool of processes with the same limits, so a line is the same wherever it was
made and a workbook that kills its process takes nothing else along. Files go by path (a drive all machines see) or as
bytes.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from itertools import islice
from pathlib import Path
from typing import Any

from addin.batch.files import BookFile
from addin.batch.local_pool import LocalPool
from addin.core.records import dataclass
from addin.errors import CannotRead
from addin.jobs.batch import Asked

_PIECE = int(os.environ.get("SOCHIBO_DASK_PIECE", "20"))
"""Workbooks a task; a run with few may set fewer."""
_AHEAD = 3
_PATIENCE = os.environ.get("SOCHIBO_DASK_PATIENCE", "30s")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the scheduler listens, and the certificates where it asks for them; `send_files`: as bytes, not by path."""

    address: str
    ca_file: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    send_files: bool = False


class DaskPool:
    """The same as `LocalPool` on other machines."""

    def __init__(self, asked: Asked, cluster: Cluster, out: Path | None) -> None:
        self._asked, self._cluster, self._out = asked, cluster, out
        self._client: Any = None

    def lines(self, files: Iterable[BookFile]) -> Iterator[tuple[BookFile, str]]:
        """A line for every file, in the order the pieces come back; CannotRead where the cluster goes away."""
        from distributed import as_completed  # noqa: PLC0415 - where a cluster is asked for

        client, gathered = self._connected(), _untyped(as_completed)
        coming = iter(files)
        ahead = max(1, sum(client.nthreads().values())) * _AHEAD
        try:
            waiting = gathered([self._submitted(client, piece) for piece in islice(_pieces(coming), ahead)], loop=client.loop)
            for future in waiting:
                told: list[tuple[BookFile, str]] = future.result()
                for piece in islice(_pieces(coming), 1):
                    waiting.add(self._submitted(client, piece))
                yield from told
        except (OSError, RuntimeError, CancelledError) as error:
            raise _gone(self._cluster) from error

    def close(self, *, at_once: bool = False) -> None:
        """Leave the cluster; what is still asked of it is taken back."""
        del at_once
        if self._client is not None:
            self._client.close()
            self._client = None

    def _connected(self) -> Any:
        from distributed import Client, Security  # noqa: PLC0415 - as above

        cluster = self._cluster
        security = None
        if cluster.ca_file or cluster.certificate:
            given = {"tls_ca_file": cluster.ca_file, "tls_client_cert": cluster.certificate, "tls_client_key": cluster.key}
            security = _untyped(Security)(require_encryption=True, **{name: str(path) for name, path in given.items() if path})
        if self._client is None:
            try:
                self._client = _untyped(Client)(cluster.address, security=security, timeout=_PATIENCE, set_as_default=False)
            except (OSError, ValueError, TypeError) as error:
                raise _gone(cluster) from error
        return self._client

    def _submitted(self, client: Any, piece: list[BookFile]) -> Any:
        sent = [file.path.read_bytes() if self._cluster.send_files else None for file in piece]
        return client.submit(examine_piece, piece, sent, self._asked, self._out, pure=False)


def _pieces(files: Iterator[BookFile]) -> Iterator[list[BookFile]]:
    """By their whole paths: a worker stands in another folder."""
    while piece := [BookFile(file.name, file.path.absolute()) for file in islice(files, _PIECE)]:
        yield piece


def _untyped(imported: Any) -> Any:
    """Dask says of few of its functions what they take."""
    return imported


def _gone(cluster: Cluster) -> CannotRead:
    return CannotRead(
        f"Không liên lạc được với bộ điều phối Dask ở “{cluster.address}”; các sổ đã xong được giữ lại.",
        "Kiểm tra dask scheduler và dask worker còn chạy, địa chỉ và chứng thư đúng, rồi chạy lại đúng lệnh này để làm tiếp.",
    )


_POOLS: dict[str, LocalPool] = {}
"""Of a worker process: one child for each run, kept from piece to piece."""


def examine_piece(piece: list[BookFile], sent: list[bytes | None], asked: Asked, out: Path | None) -> list[tuple[BookFile, str]]:
    """What a Dask worker does; bytes that were sent lie in a folder of their own while they are read."""
    key = repr((asked, out))
    if key not in _POOLS:
        for pool in _POOLS.values():
            pool.close()
        _POOLS.clear()
        _POOLS[key] = LocalPool(asked, 1, out)
    with tempfile.TemporaryDirectory(prefix="sochibo-") as folder:
        files = [_placed(file, data, Path(folder) / str(number)) for number, (file, data) in enumerate(zip(piece, sent, strict=True))]
        own = {file.name: file for file in piece}
        return [(own[file.name], line) for file, line in _POOLS[key].lines(files)]


def _placed(file: BookFile, data: bytes | None, folder: Path) -> BookFile:
    if data is None:
        return file
    folder.mkdir()
    path = folder / file.path.name
    path.write_bytes(data)
    return BookFile(file.name, path)
