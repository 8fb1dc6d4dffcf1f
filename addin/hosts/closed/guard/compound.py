"""The old container (CFB, Office 97): its directory and its streams, enough to tell what a file is.

An encrypted .xlsx, an old .xls and an old Word document all begin with the same eight bytes; what they are is
told by the names at the root of the directory. [MS-CFB].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from addin.core.records import dataclass
from addin.errors import NotAWorkbook
from addin.hosts.closed.guard.formats import protected
from addin.hosts.closed.guard.opening import damaged

_ENTRY_SIZE = 128
_NONE = 0xFFFFFFFA
_STREAM, _ROOT = 2, 5
_SMALL = 4096
_IN_HEADER = 109


_OTHER_FILES = (
    ("WordDocument", "văn bản Word đời cũ (.doc)"),
    ("PowerPoint Document", "bản trình chiếu PowerPoint đời cũ (.ppt)"),
    ("VisioDocument", "bản vẽ Visio"),
    ("__properties_version1.0", "thư Outlook (.msg)"),
)


def workbook_stream(content: bytes, file_name: str) -> bytes:
    """The workbook of an old .xls; NotAWorkbook naming what else the container holds."""
    try:
        compound = Compound(content)
        if "EncryptedPackage" in compound.names:
            raise protected(file_name)
        stream = compound.stream("Workbook") or compound.stream("Book")
    except BrokenCompound as error:
        raise damaged(file_name, "tệp kiểu cũ bị cắt cụt") from error
    if stream:
        return stream
    for name, kind in _OTHER_FILES:
        if name in compound.names:
            raise NotAWorkbook(f"Tệp «{file_name}» là {kind}, không phải sổ Excel.", "Xin lại tệp sổ .xlsx từ người gửi.")
    raise NotAWorkbook(
        f"Tệp «{file_name}» là tệp Office kiểu cũ nhưng không có sổ tính bên trong.", "Xin lại tệp sổ .xlsx từ người gửi."
    )


class BrokenCompound(ValueError):
    """The container cannot be followed: cut short or damaged."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """The entries at the root of a container; `stream` gives the bytes of one."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._open()
        except (struct.error, IndexError) as error:
            raise BrokenCompound from error

    @property
    def names(self) -> frozenset[str]:
        """The names at the root."""
        return frozenset(self._root)

    def stream(self, name: str) -> bytes:
        """The bytes of a root stream; empty where there is none."""
        entry = self._root.get(name)
        if entry is None or entry.kind != _STREAM:
            return b""
        try:
            if entry.size < _SMALL:
                return self._small(entry)
            return self._chain(entry.start)[: entry.size]
        except (struct.error, IndexError) as error:
            raise BrokenCompound from error

    def _open(self) -> None:
        content = self._content
        self._shift = struct.unpack_from("<H", content, 30)[0]
        if self._shift not in {9, 12}:
            raise BrokenCompound
        first_directory = struct.unpack_from("<I", content, 48)[0]
        first_small_table = struct.unpack_from("<I", content, 60)[0]
        first_far_table = struct.unpack_from("<I", content, 68)[0]
        self._table: list[int] = []
        self._table = self._sector_table(first_far_table)
        self._entries = list(self._directory(self._chain(first_directory)))
        if not self._entries or self._entries[0].kind != _ROOT:
            raise BrokenCompound
        self._small_table = _numbers(self._chain(first_small_table)) if first_small_table < _NONE else []
        self._small_content: bytes | None = None
        self._root: Mapping[str, _Entry] = {entry.name: entry for entry in self._siblings(self._entries[0].child)}

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._shift
        if start >= len(self._content):
            raise BrokenCompound
        return self._content[start : start + (1 << self._shift)]

    def _sector_table(self, far: int) -> list[int]:
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76))
        seen: set[int] = set()
        while far < _NONE and far not in seen:
            seen.add(far)
            numbers = _numbers(self._sector(far))
            listed += numbers[:-1]
            far = numbers[-1]
        return [number for sector in listed if sector < _NONE for number in _numbers(self._sector(sector))]

    def _chain(self, start: int) -> bytes:
        sectors: list[bytes] = []
        seen: set[int] = set()
        while start < _NONE:
            if start in seen:
                raise BrokenCompound
            seen.add(start)
            sectors.append(self._sector(start))
            start = self._table[start]
        return b"".join(sectors)

    def _small(self, entry: _Entry) -> bytes:
        if self._small_content is None:
            self._small_content = self._chain(self._entries[0].start)
        pieces: list[bytes] = []
        at = entry.start
        while at < _NONE and len(pieces) * 64 < entry.size:
            pieces.append(self._small_content[at * 64 : at * 64 + 64])
            at = self._small_table[at]
        return b"".join(pieces)[: entry.size]

    def _siblings(self, number: int) -> Iterator[_Entry]:
        waiting, seen = [number], set[int]()
        while waiting:
            number = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            yield entry
            waiting += [entry.left, entry.right]

    @staticmethod
    def _directory(content: bytes) -> Iterator[_Entry]:
        for at in range(0, len(content) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
            length, kind = struct.unpack_from("<HB", content, at + 64)
            left, right, child = struct.unpack_from("<3I", content, at + 68)
            start, size = struct.unpack_from("<2I", content, at + 116)
            name = content[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield _Entry(name, kind, left, right, child, start, size)


def _numbers(sector: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))
