"""The list of parts at the end of a zip: what stands where, before anything is inflated.

`zipfile` would do, but importing it costs more than reading a workbook, and it forgives what must be told here.
"""

from __future__ import annotations

import struct

from addin.core.records import dataclass
from addin.errors import NotAWorkbook

MOST_PARTS = 2_000
_END_MARK = b"PK\5\6"
_END = struct.Struct("<4s4H2IH")
_END64_LOCATOR = struct.Struct("<4sIQI")
_END64 = struct.Struct("<4sQ2H2I4Q")
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_LONGEST_COMMENT = 0xFFFF
_IN_EXTRA = 0xFFFFFFFF
_ZIP64_EXTRA = 1
_ENCRYPTED = 0x1
_UTF8_NAMES = 0x800


@dataclass(frozen=True, slots=True)
class Member:
    """One part: its packed bytes are `content[start:start + packed_size]`."""

    name: str
    method: int
    crc: int
    packed_size: int
    size: int
    start: int


def list_members(content: bytes, file_name: str) -> tuple[Member, ...]:
    """The parts in the directory's order, folders left out; NotAWorkbook where the list cannot be followed."""
    try:
        at, count, shift = _directory(content, file_name)
        if count > MOST_PARTS:
            raise NotAWorkbook(
                f"Tệp «{file_name}» gồm {count} phần, quá nhiều đối với một sổ.",
                "Mở tệp bằng Excel, lưu thành tệp .xlsx mới rồi chạy lại.",
            )
        members = []
        for _number in range(count):
            member, at = _entry(content, at, shift, file_name)
            if not member.name.endswith("/"):
                members.append(member)
    except (struct.error, IndexError) as error:
        raise _cut_short(file_name) from error
    return tuple(members)


def _directory(content: bytes, file_name: str) -> tuple[int, int, int]:
    """Where the list starts, how many entries, and how far everything is shifted by bytes put in front."""
    found = content.rfind(_END_MARK, max(0, len(content) - _LONGEST_COMMENT - _END.size))
    if found < 0:
        raise _cut_short(file_name)
    _mark, _disk, _start_disk, _here, count, size, offset, _comment = _END.unpack_from(content, found)
    end = found
    locator = found - _END64_LOCATOR.size
    if locator >= 0 and content[locator : locator + 4] == b"PK\6\7":
        end = _END64_LOCATOR.unpack_from(content, locator)[2]
        _mark, *_versions, count, size, offset = _END64.unpack_from(content, end)
    start = end - size
    if start < 0 or offset > start:
        raise _cut_short(file_name)
    return start, count, start - offset


def _entry(content: bytes, at: int, shift: int, file_name: str) -> tuple[Member, int]:
    fields = _ENTRY.unpack_from(content, at)
    if fields[0] != b"PK\1\2":
        raise _cut_short(file_name)
    flags, method, crc = fields[5], fields[6], fields[9]
    packed_size, size, name_length, extra_length, comment_length = fields[10:15]
    offset = fields[18]
    name_at = at + _ENTRY.size
    extra_at = name_at + name_length
    try:
        name = content[name_at:extra_at].decode("utf-8" if flags & _UTF8_NAMES else "cp437")
    except UnicodeDecodeError as error:
        raise _cut_short(file_name) from error
    if flags & _ENCRYPTED:
        raise NotAWorkbook(
            f"Tệp «{file_name}» là tệp nén có mật khẩu, không phải sổ Excel.", "Giải nén bằng mật khẩu rồi chọn tệp .xlsx bên trong."
        )
    if _IN_EXTRA in {packed_size, size, offset}:
        extra = content[extra_at : extra_at + extra_length]
        size, packed_size, offset = _from_extra(extra, (size, packed_size, offset))
    start = _data_start(content, offset + shift, content[name_at:extra_at], file_name)
    member = Member(name, method, crc, packed_size, size, start)
    return member, extra_at + extra_length + comment_length


def _from_extra(extra: bytes, values: tuple[int, int, int]) -> tuple[int, ...]:
    """Zip64: a size or offset that says 0xFFFFFFFF stands, in order, in extra field 1."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == _ZIP64_EXTRA:
            wide = iter(struct.unpack_from(f"<{length // 8}Q", extra, at + 4))
            return tuple(next(wide, value) if value == _IN_EXTRA else value for value in values)
        at += 4 + length
    return values


def _data_start(content: bytes, at: int, name: bytes, file_name: str) -> int:
    """Behind the part's own heading, which must bear the name of the list: readers go by one or by the other."""
    fields = _LOCAL.unpack_from(content, at)
    own_name = content[at + _LOCAL.size : at + _LOCAL.size + fields[10]]
    if fields[0] != b"PK\3\4" or own_name.replace(b"\\", b"/") != name.replace(b"\\", b"/"):
        raise _cut_short(file_name)
    return int(at + _LOCAL.size + fields[10] + fields[11])


def _cut_short(file_name: str) -> NotAWorkbook:
    return NotAWorkbook(
        f"Tệp «{file_name}» bị cắt cụt hoặc chép dở, không còn đủ nội dung.",
        "Chép hoặc tải lại tệp cho trọn, hoặc lấy bản lưu gần nhất rồi chạy lại.",
    )
