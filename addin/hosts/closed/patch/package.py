"""The zip of a workbook, so that a change to one member leaves every other byte for byte and in its order.

Unchanged members are copied raw: local header, data, data descriptor and any gap after them. The central
directory is rebuilt from its own entries with new offsets. Old time stamps stay, new members get the zip
epoch, so the same change gives the same bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from typing import Any

from addin.core.records import dataclass
from addin.hosts.refusal import refuse

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ZIP64_EXTRA = 1
_FULL = 0xFFFFFFFF
_DESCRIPTOR_FLAG = 0x0008
_UTF8_FLAG = 0x0800
_EPOCH = (0, 33)  # 1980-01-01 00:00 in zip time
_MEMBER_LIMIT = 2_000
_PART_LIMIT = 200 * 1024 * 1024
_DAMAGED = "Mở sổ bằng Excel, chọn sửa chữa nếu được hỏi, lưu lại rồi chạy lại."
_CFB = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its local record `raw` as it lies in the file, its central entry split at the 46 fixed bytes."""

    name: str
    central: tuple[Any, ...]
    tail: bytes
    info: zipfile.ZipInfo | None
    raw: bytes
    position: int


class Archive:
    """The members of one workbook, by their names with forward slashes, compared without case."""

    def __init__(self, data: bytes) -> None:
        """Open; RefusedWrite where the bytes are encrypted, no zip, damaged or ambiguous."""
        if data.startswith(_CFB):
            refuse("tệp được đặt mật khẩu mở hoặc là bản Excel 97-2003 (.xls)", "Bỏ mật khẩu mở tệp hoặc lưu lại thành .xlsx.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, OverflowError, NotImplementedError):
            refuse("tệp không phải sổ tính .xlsx hoặc đã hỏng", _DAMAGED)
        self._members = _members(self._zip, data)
        self._first = {key_of(member.name): member for member in self._members}
        self._prefix = data[: min((member.position for member in self._members), default=0)]
        self._cache: dict[str, bytes] = {}
        self._index = {key_of(member.name): spot for spot, member in enumerate(self._members)}
        if len(self._index) != len(self._members):
            refuse("tệp nén có hai phần trùng tên", _DAMAGED)

    @property
    def names(self) -> tuple[str, ...]:
        """Member names in the order of the directory, forward slashes."""
        return tuple(member.name.replace("\\", "/") for member in self._members)

    @property
    def changed_names(self) -> tuple[str, ...]:
        """Members changed or added since the workbook was opened."""
        return tuple(member.name for member in self._members if member.info is None)

    def __contains__(self, name: str) -> bool:
        return key_of(name) in self._index

    def read(self, name: str) -> bytes:
        """The inflated bytes of a member; RefusedWrite where it is missing, damaged or too large."""
        key = key_of(name)
        if key not in self._cache:
            if key not in self._index:
                refuse(f"tệp thiếu phần {name}", _DAMAGED)
            self._cache[key] = self._inflate(self._members[self._index[key]])
        return self._cache[key]

    def _inflate(self, member: Member) -> bytes:
        if member.info is None:
            refuse(f"phần {member.name} bị ghi hai lần", _DAMAGED)
        try:
            with self._zip.open(member.info) as stream:
                data = stream.read(_PART_LIMIT + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            refuse("tệp nén bị hỏng một phần", _DAMAGED)
        if len(data) > _PART_LIMIT:
            refuse("tệp phình quá lớn khi giải nén", "Lấy lại tệp từ nguồn tin cậy.")
        return data

    def put(self, name: str, data: bytes) -> None:
        """Change a member in its place, or add one at the end; same bytes change nothing."""
        key = key_of(name)
        if key not in self._index:
            self._index[key] = len(self._members)
            self._members.append(_new_member(name, data))
        elif self.read(name) != data:
            spot = self._index[key]
            self._members[spot] = self._as_it_came(self._members[spot], data) or _rewritten(self._members[spot], data)
        self._cache[key] = data

    def _as_it_came(self, now: Member, data: bytes) -> Member | None:
        """The member untouched but for its place, where a change has been taken back to the bytes it came with."""
        first = self._first.get(key_of(now.name))
        if first is None or first.central[9] != len(data) or self._inflate(first) != data:
            return None
        return replace(first, position=now.position)

    def drop(self, name: str) -> None:
        """Leave a member out."""
        del self._members[self._index[key_of(name)]]
        self._cache.pop(key_of(name), None)
        self._index = {key_of(member.name): spot for spot, member in enumerate(self._members)}

    def data(self) -> bytes:
        """The workbook's bytes again."""
        pieces = [self._prefix]
        offset = len(self._prefix)
        offsets: dict[int, int] = {}
        for spot in sorted(range(len(self._members)), key=lambda spot: (self._members[spot].position, spot)):
            offsets[spot] = offset
            pieces.append(self._members[spot].raw)
            offset += len(self._members[spot].raw)
        directory = b"".join(_central(member, offsets[spot]) for spot, member in enumerate(self._members))
        count = len(self._members)
        comment = self._zip.comment
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, len(comment)) + comment
        return b"".join((*pieces, directory, end))


def key_of(name: str) -> str:
    """Part names are compared without case, and with forward slashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _members(archive: zipfile.ZipFile, data: bytes) -> list[Member]:
    """The members with the raw bytes of each: from its local header to the next one or to the directory."""
    infos = archive.infolist()
    if len(infos) > _MEMBER_LIMIT:
        refuse(f"tệp nén có quá {_MEMBER_LIMIT} phần", "Lấy lại tệp từ nguồn tin cậy.")
    starts = sorted({info.header_offset for info in infos})
    if len(starts) != len(infos) or any(data[start : start + 4] != b"PK\3\4" for start in starts):
        refuse("tệp nén bị hỏng phần mục lục", _DAMAGED)
    ends = dict(zip(starts, [*starts[1:], archive.start_dir], strict=True))
    members: list[Member] = []
    position = archive.start_dir
    for info in infos:
        fixed = _CENTRAL.unpack_from(data, position)
        following = position + _CENTRAL.size + sum(fixed[10:13])
        tail = data[position + _CENTRAL.size : following]
        raw = data[info.header_offset : ends[info.header_offset]]
        members.append(Member(info.orig_filename, fixed, tail, info, raw, info.header_offset))
        position = following
    return members


def _deflated(data: bytes) -> bytes:
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
    return squeeze.compress(data) + squeeze.flush()


def _rewritten(member: Member, data: bytes) -> Member:
    """New content under the old name, time and attributes; stored members stay stored."""
    signature, made, needed, flags, method, time, day, *_, disk, inner, outer, _offset = member.central
    name, extra, comment = _split(member)
    extra = _without_zip64(extra)
    method = zipfile.ZIP_STORED if method == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    packed = data if method == zipfile.ZIP_STORED else _deflated(data)
    sizes = (zlib.crc32(data), len(packed), len(data))
    flags &= ~_DESCRIPTOR_FLAG
    local = _LOCAL.pack(b"PK\3\4", needed, flags, method, time, day, *sizes, len(name), 0)
    lengths = (len(name), len(extra), len(comment))
    central = (signature, made, needed, flags, method, time, day, *sizes, *lengths, disk, inner, outer, 0)
    return replace(member, central=central, tail=name + extra + comment, info=None, raw=local + name + packed)


def _new_member(name: str, data: bytes) -> Member:
    coded = name.encode("utf-8")
    flags = 0 if name.isascii() else _UTF8_FLAG
    packed = _deflated(data)
    sizes = (zlib.crc32(data), len(packed), len(data))
    local = _LOCAL.pack(b"PK\3\4", 20, flags, zipfile.ZIP_DEFLATED, *_EPOCH, *sizes, len(coded), 0)
    central = (b"PK\1\2", 20, 20, flags, zipfile.ZIP_DEFLATED, *_EPOCH, *sizes, len(coded), 0, 0, 0, 0, 0, 0)
    return Member(name, central, coded, None, local + coded + packed, 1 << 62)


def _split(member: Member) -> tuple[bytes, bytes, bytes]:
    name_length, extra_length = member.central[10:12]
    middle = name_length + extra_length
    return member.tail[:name_length], member.tail[name_length:middle], member.tail[middle:]


def _extra_fields(extra: bytes) -> list[tuple[int, bytes]]:
    fields = []
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        fields.append((kind, extra[4 : 4 + length]))
        extra = extra[4 + length :]
    return fields


def _without_zip64(extra: bytes) -> bytes:
    fields = [(kind, body) for kind, body in _extra_fields(extra) if kind != _ZIP64_EXTRA]
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in fields)


def _central(member: Member, offset: int) -> bytes:
    """The directory entry with its new offset; sizes kept in a zip64 field come back into the entry."""
    fixed = list(member.central)
    tail = member.tail
    if member.info is not None and _FULL in (*fixed[8:10], fixed[16]):
        name, extra, comment = _split(member)
        extra = _without_zip64(extra)
        fixed[8:10] = [member.info.compress_size, member.info.file_size]
        fixed[11] = len(extra)
        tail = name + extra + comment
    fixed[16] = offset
    return _CENTRAL.pack(*fixed) + tail
