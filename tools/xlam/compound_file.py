"""Writes a compound file ([MS-CFB] version 3), the small file system a VBA project lives in.

Times and class ids are zero, so the same streams give the same bytes. Names stand in the order and in the
balanced red-black trees the format asks for: Excel calls a file with a wrong tree corrupt.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from tools.xlam.faults import MacroFault

_SECTOR = 512
_MINI_SECTOR = 64
_MINI_LIMIT = 4096
_ENTRIES_A_SECTOR = _SECTOR // 4
_FAT_SECTORS_IN_HEADER = 109
_FREE, _END, _FAT_SECTOR, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_RED, _BLACK = 0, 1
_LONGEST_NAME = 31
_STARTS_NOWHERE = 0
"""What [MS-CFB] 2.6.1 wants of a storage, which has no sectors of its own; strict readers look at it."""


@dataclass(slots=True)
class _Entry:
    """One directory entry while the file is laid out; left, right and child are entry numbers."""

    name: str
    kind: int
    data: bytes = b""
    colour: int = _BLACK
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = _END
    size: int = 0

    def packed(self) -> bytes:
        """The 128 bytes of the directory."""
        name = self.name.encode("utf-16-le") + b"\0\0" if self.name else b""
        links = struct.pack("<BBIII", self.kind, self.colour, self.left, self.right, self.child)
        return name.ljust(64, b"\0") + struct.pack("<H", len(name)) + links + bytes(36) + struct.pack("<IQ", self.start, self.size)


@dataclass(slots=True)
class _Sectors:
    """The body of the file and the chains through it."""

    data: bytearray = field(default_factory=bytearray)
    chain: list[int] = field(default_factory=list)

    def add(self, data: bytes, size: int = _SECTOR) -> int:
        """Append the data as one chain and give the number of its first sector."""
        count = -(-len(data) // size)
        if not count:
            return _END
        first = len(self.chain)
        self.chain += [*range(first + 1, first + count), _END]
        self.data += data.ljust(count * size, b"\0")
        return first


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """The file holding the streams; a name with "/" lies in storages."""
    entries = _directory(streams)
    sectors, small = _Sectors(), _Sectors()
    for entry in entries:
        if entry.kind == _STREAM:
            entry.size = len(entry.data)
            where, unit = (sectors, _SECTOR) if entry.size >= _MINI_LIMIT else (small, _MINI_SECTOR)
            entry.start = where.add(entry.data, unit)
    entries[0].size = len(small.data)
    entries[0].start = sectors.add(bytes(small.data))
    mini_fat = _numbers(small.chain)
    mini_start = sectors.add(mini_fat)
    directory = b"".join(entry.packed() for entry in entries)
    directory_start = sectors.add(directory + _empty_entries(len(entries)))
    fat_start, fat_count = _add_fat(sectors)
    header = _header(directory_start, fat_start, fat_count, mini_start, len(mini_fat) // _SECTOR)
    return header + bytes(sectors.data)


def _empty_entries(used: int) -> bytes:
    return _Entry("", 0, colour=_RED, start=0).packed() * (-used % (_SECTOR // 128))


def _directory(streams: Mapping[str, bytes]) -> list[_Entry]:
    """Root first, then every storage and stream, the children of each linked as a tree."""
    entries = [_Entry("Root Entry", _ROOT)]
    children: dict[int, list[int]] = {0: []}
    numbers = {"": 0}
    for path, data in streams.items():
        *folders, name = path.split("/")
        parent = ""
        for folder in folders:
            inside = f"{parent}/{folder}"
            if inside not in numbers:
                numbers[inside] = _append(entries, children, numbers[parent], _Entry(folder, _STORAGE, start=_STARTS_NOWHERE))
            parent = inside
        _append(entries, children, numbers[parent], _Entry(name, _STREAM, data))
    for number, inside_it in children.items():
        entries[number].child = _tree(entries, inside_it)
    return entries


def _append(entries: list[_Entry], children: dict[int, list[int]], parent: int, entry: _Entry) -> int:
    if not 0 < len(entry.name.encode("utf-16-le")) // 2 <= _LONGEST_NAME or set(entry.name) & set("/\\:!"):
        raise MacroFault(f"{entry.name!r} cannot be a name in a compound file")
    number = len(entries)
    entries.append(entry)
    children[parent].append(number)
    if entry.kind == _STORAGE:
        children[number] = []
    return number


def _tree(entries: list[_Entry], numbers: list[int]) -> int:
    """Link the entries as a balanced search tree and give its top; only an incomplete last level is red."""
    ordered = sorted(numbers, key=lambda number: _order(entries[number].name))
    if len({_order(entries[number].name) for number in ordered}) < len(ordered):
        raise MacroFault("two names of one storage differ in case only")
    full_levels = (len(ordered) + 1).bit_length() - 1

    def link(low: int, high: int, depth: int) -> int:
        if low >= high:
            return _NONE
        middle = (low + high) // 2
        entry = entries[ordered[middle]]
        entry.colour = _BLACK if depth < full_levels else _RED
        entry.left, entry.right = link(low, middle, depth + 1), link(middle + 1, high, depth + 1)
        return ordered[middle]

    return link(0, len(ordered), 0)


def _order(name: str) -> tuple[int, bytes]:
    """Shorter names first, then by capital letters, as [MS-CFB] 2.6.4 compares."""
    units = name.encode("utf-16-le")
    return len(units), name.upper().encode("utf-16-be")


def _numbers(values: list[int]) -> bytes:
    """Sector numbers as bytes, filled with free ones to whole sectors."""
    filled = values + [_FREE] * (-len(values) % _ENTRIES_A_SECTOR)
    return struct.pack(f"<{len(filled)}I", *filled)


def _add_fat(sectors: _Sectors) -> tuple[int, int]:
    """Append the table of all chains, which describes its own sectors too."""
    used, count = len(sectors.chain), 1
    while used + count > count * _ENTRIES_A_SECTOR:
        count += 1
    if count > _FAT_SECTORS_IN_HEADER:
        raise MacroFault("the project is larger than 6 MB, more than this writer lays out")
    sectors.chain += [_FAT_SECTOR] * count
    sectors.data += _numbers(sectors.chain)
    return used, count


def _header(directory: int, fat: int, fat_count: int, mini: int, mini_count: int) -> bytes:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    versions = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    places = struct.pack("<IIIIIIIII", 0, fat_count, directory, 0, _MINI_LIMIT, mini, mini_count, _END, 0)
    table = list(range(fat, fat + fat_count))
    table += [_FREE] * (_FAT_SECTORS_IN_HEADER - fat_count)
    return start + versions + places + struct.pack(f"<{_FAT_SECTORS_IN_HEADER}I", *table)
