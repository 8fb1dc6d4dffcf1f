"""Opens the zip a workbook is, with nothing but the standard library, before any reader sees a byte.

Sizes are counted while inflating, never believed from a header; every part's CRC is checked; a part name may
stand once only; a DOCTYPE is refused. `Package.stored` is the same workbook without compression, for the
reader: it then reads exactly the bytes that were checked, and need not inflate them a second time.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence

from addin.core.records import dataclass
from addin.errors import NotAWorkbook
from addin.hosts.closed.guard.directory import Member, list_members

LARGEST_PACKAGE = 200 * 1024 * 1024
LARGEST_RATIO = 200
RATIO_COUNTS_FROM = 1024 * 1024
_TEXT_PARTS = (".xml", ".rels")
_KEPT_PARTS = (*_TEXT_PARTS, ".bin", "mimetype")
_STORED, _DEFLATED = 0, 8
_DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_NEW_YEAR_1980 = 0x21
_UTF8_NAMES = 0x800


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook that hold data, checked; `names` are all its parts; `kept` counts bytes."""

    parts: Mapping[str, bytes]
    names: frozenset[str]
    kept: int

    def part(self, name: str) -> bytes | None:
        """A part by its name as a relationship writes it: any case, either slash."""
        exact = self.parts.get(name)
        if exact is not None:
            return exact
        wanted = plain_name(name)
        return next((content for own, content in self.parts.items() if plain_name(own) == wanted), None)

    def stored(self, replaced: Mapping[str, bytes] | None = None) -> bytes:
        """The kept parts as an uncompressed zip, some replaced."""
        return _store({**self.parts, **(replaced or {})})


def plain_name(name: str) -> str:
    """How part names are compared."""
    return name.replace("\\", "/").lstrip("/").lower()


def open_package(content: bytes, file_name: str) -> Package:
    """All parts, checked; NotAWorkbook with the reason where one is not as it must be."""
    members = list_members(content, file_name)
    _refuse_duplicates(members, file_name)
    allowed = min(LARGEST_PACKAGE, max(RATIO_COUNTS_FROM, LARGEST_RATIO * len(content)))
    parts: dict[str, bytes] = {}
    inflated = 0
    for member in members:
        data = _inflate(content, member, allowed - inflated, file_name)
        inflated += len(data)
        if member.name.lower().endswith(_TEXT_PARTS) and b"!" in data:
            _refuse_doctype(data, member, file_name)
        if member.name.lower().endswith(_KEPT_PARTS):
            parts[member.name] = data
    names = frozenset(plain_name(member.name) for member in members)
    return Package(parts, names, sum(map(len, parts.values())))


def _refuse_duplicates(members: Sequence[Member], file_name: str) -> None:
    """Readers take different ones of two parts of the same name, or none."""
    seen: set[str] = set()
    for member in members:
        name = plain_name(member.name)
        if name in seen:
            raise NotAWorkbook(
                f"Tệp «{file_name}» có hai phần cùng tên «{member.name}» nên không biết phần nào là thật.",
                "Mở tệp bằng Excel, lưu thành tệp .xlsx mới rồi chạy lại.",
            )
        seen.add(name)


def _inflate(content: bytes, member: Member, room: int, file_name: str) -> bytes:
    packed = content[member.start : member.start + member.packed_size]
    if member.method == _STORED:
        data = packed
    elif member.method == _DEFLATED:
        data = _deflated(packed, room, file_name)
    else:
        raise damaged(file_name, f"phần «{member.name}» nén theo cách Excel không dùng")
    if len(data) > room:
        raise _bomb(file_name)
    if len(packed) != member.packed_size or len(data) != member.size or zlib.crc32(data) != member.crc:
        raise damaged(file_name, f"phần «{member.name}» không khớp mã kiểm tra")
    return data


def _deflated(packed: bytes, room: int, file_name: str) -> bytes:
    """Never more than `room` bytes and one."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return stream.decompress(packed, room + 1)
    except zlib.error as error:
        raise damaged(file_name, "nội dung nén bị lỗi") from error


def _refuse_doctype(data: bytes, member: Member, file_name: str) -> None:
    if any(mark in data for mark in _DOCTYPES):
        raise NotAWorkbook(
            f"Tệp «{file_name}» có khai báo DOCTYPE trong phần «{member.name}»; Excel không bao giờ ghi như vậy.",
            "Không mở tệp này; xin lại tệp từ người gửi, lưu bằng Excel.",
        )


def damaged(file_name: str, reason: str) -> NotAWorkbook:
    """The file was a workbook once."""
    return NotAWorkbook(
        f"Tệp «{file_name}» bị hỏng: {reason}.",
        "Lấy lại bản lưu gần nhất, hoặc mở bằng Excel, chọn Mở và sửa (Open and Repair), lưu thành .xlsx rồi chạy lại.",
    )


def _bomb(file_name: str) -> NotAWorkbook:
    return NotAWorkbook(
        f"Tệp «{file_name}» bung ra quá lớn so với kích thước của nó, không phải sổ bình thường.",
        "Không mở tệp này; xin lại tệp từ người gửi.",
    )


def _store(parts: Mapping[str, bytes]) -> bytes:
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, data in parts.items():
        encoded, crc, size = name.encode(), zlib.crc32(data), len(data)
        shape = (20, _UTF8_NAMES, _STORED, 0, _NEW_YEAR_1980, crc, size, size, len(encoded), 0)
        pieces += (_LOCAL.pack(b"PK\3\4", *shape), encoded, data)
        directory += (_CENTRAL.pack(b"PK\1\2", 20, *shape, 0, 0, 0, 0, at), encoded)
        at += _LOCAL.size + len(encoded) + size
    listed = b"".join(directory)
    count = len(parts)
    return b"".join((*pieces, listed, _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), at, 0)))
