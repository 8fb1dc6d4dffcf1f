"""A zip written by hand, so that it can be wrong in every way a zip can be wrong."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Entry:
    """One part as it will be written; what is None follows from the data."""

    name: bytes
    data: bytes
    method: int = 8
    flags: int = 0x800
    crc: int | None = None
    size: int | None = None
    said_method: int | None = None
    local_name: bytes | None = None


def entries_of(parts: dict[str, bytes]) -> list[Entry]:
    """The parts as sound entries."""
    return [Entry(name.encode(), data) for name, data in parts.items()]


def zipped(entries: Sequence[Entry], comment: bytes = b"") -> bytes:
    """The whole file."""
    body, directory, at = [], [], 0
    for one in entries:
        packed = _packed(one)
        crc = zlib.crc32(one.data) if one.crc is None else one.crc
        size = len(one.data) if one.size is None else one.size
        method = one.method if one.said_method is None else one.said_method
        shape = (20, one.flags, method, 0, 33, crc & 0xFFFFFFFF, len(packed), size & 0xFFFFFFFF)
        local = one.name if one.local_name is None else one.local_name
        body += (b"PK\3\4", struct.pack("<5H3I2H", *shape, len(local), 0), local, packed)
        directory += (b"PK\1\2", struct.pack("<6H3I5H2I", 20, *shape, len(one.name), 0, 0, 0, 0, 0, at), one.name)
        at += 30 + len(local) + len(packed)
    listed = b"".join(directory)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(entries) & 0xFFFF, len(entries) & 0xFFFF, len(listed), at, len(comment))
    return b"".join((*body, listed, end, comment))


def _packed(one: Entry) -> bytes:
    if one.method == 0:
        return one.data
    stream = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(one.data) + stream.flush()


Damage = Callable[[random.Random, list[Entry]], list[Entry]]


def _at_one(change: Callable[[random.Random, Entry], Entry]) -> Damage:
    def damage(chance: random.Random, entries: list[Entry]) -> list[Entry]:
        at = chance.randrange(len(entries))
        return [*entries[:at], change(chance, entries[at]), *entries[at + 1 :]]

    return damage


def _swapped(chance: random.Random, entries: list[Entry]) -> list[Entry]:
    one, other = chance.sample(range(len(entries)), 2)
    changed = list(entries)
    changed[one], changed[other] = replace(entries[one], data=entries[other].data), replace(entries[other], data=entries[one].data)
    return changed


def _without_one(chance: random.Random, entries: list[Entry]) -> list[Entry]:
    at = chance.randrange(len(entries))
    return entries[:at] + entries[at + 1 :]


def _twice(chance: random.Random, entries: list[Entry]) -> list[Entry]:
    one, other = chance.choice(entries), chance.choice(entries)
    name = chance.choice([one.name, one.name.upper(), one.name.replace(b"/", b"\\"), b"/" + one.name])
    return [*entries, replace(one, name=name, data=other.data)]


def _bomb(chance: random.Random, entries: list[Entry]) -> list[Entry]:
    size = chance.choice([14, 30, 60]) << 20
    return [*entries, Entry(chance.choice([b"xl/media/image9.png", b"xl/extra.xml", b"word/extra.xml"]), b" " * size)]


def _many(chance: random.Random, entries: list[Entry]) -> list[Entry]:
    return [*entries, *(Entry(f"xl/x{number}.xml".encode(), b"<x/>", 0) for number in range(chance.choice([400, 1_900, 3_000])))]


_NAMES = (b"../../../etc/x", b"xl/\0x.xml", b"\xff\xfe\xfd.xml", b"", b"CON", b"a" * 60_000, "xl/bảng.xml".encode("utf-16"), b"xl//workbook.xml")
ZIP_DAMAGES: dict[str, Damage] = {
    "without a part": _without_one,
    "swapped parts": _swapped,
    "a part twice": _twice,
    "renamed part": _at_one(lambda chance, one: replace(one, name=chance.choice(_NAMES))),
    "other local name": _at_one(lambda chance, one: replace(one, local_name=chance.choice(_NAMES))),
    "wrong crc": _at_one(lambda chance, one: replace(one, crc=chance.getrandbits(32))),
    "wrong size": _at_one(lambda chance, one: replace(one, size=chance.choice([0, 1, len(one.data) * 9, 0xFFFFFFFF]))),
    "odd method": _at_one(lambda chance, one: replace(one, said_method=chance.choice([0, 1, 9, 12, 14, 93, 99]))),
    "encrypted": _at_one(lambda _chance, one: replace(one, flags=one.flags | 1)),
    "stored": _at_one(lambda _chance, one: replace(one, method=0)),
    "empty part": _at_one(lambda _chance, one: replace(one, data=b"")),
    "bomb": _bomb,
    "many parts": _many,
}


def bent(chance: random.Random, content: bytes) -> bytes:
    """The bytes of a file, cut or bent anywhere."""
    how = chance.randrange(6)
    at = chance.randrange(len(content))
    if how == 0:
        return content[:at]
    if how == 1:
        return content[:at] + bytes(chance.randrange(256) for _ in range(chance.randrange(1, 60))) + content[at:]
    if how == 2:
        return content[:at] + content[at + chance.randrange(1, 5_000) :]
    if how == 3:
        return b"\0" * chance.randrange(1, 4_000) + content
    if how == 4:
        return content + content[at:]
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)
