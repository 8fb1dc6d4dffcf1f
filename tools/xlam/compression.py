"""The compression of VBA streams ([MS-OVBA] 2.4.1): chunks of 4,096 bytes, each a run of literals and copies.

A chunk that does not shrink may be stored raw only when it is full: a raw chunk always unpacks to 4,096
bytes, so a short one would come back with zeros behind it. Such a tail is refused, never padded; VBA text
always shrinks.
"""

from __future__ import annotations

from tools.xlam.faults import MacroFault

CHUNK = 4096
_SIGNATURE = 0x3000
_COMPRESSED = 0x8000
_SHORTEST_COPY = 3


def compress(data: bytes) -> bytes:
    """The container: one signature byte, then every chunk with its header."""
    chunks = (_chunk(data[start : start + CHUNK]) for start in range(0, len(data), CHUNK))
    return b"\x01" + b"".join(chunks)


def _chunk(data: bytes) -> bytes:
    packed = _tokens(data)
    if len(packed) <= CHUNK:
        return _header(len(packed), _COMPRESSED) + packed
    if len(data) == CHUNK:
        return _header(CHUNK, 0) + data
    raise MacroFault(f"a last chunk of {len(data)} bytes does not shrink and cannot be stored")


def _header(size: int, flag: int) -> bytes:
    return (size - 1 | _SIGNATURE | flag).to_bytes(2, "little")


def _tokens(data: bytes) -> bytes:
    """Groups of eight tokens, each group behind a byte that says which of them are copies."""
    packed = bytearray()
    seen: dict[bytes, list[int]] = {}
    at = 0
    while at < len(data):
        flags = len(packed)
        packed.append(0)
        for bit in range(8):
            if at >= len(data):
                break
            offset, length = _longest_copy(data, at, seen)
            if length:
                packed[flags] |= 1 << bit
                packed += _copy_token(at, offset, length)
            else:
                length = 1
                packed.append(data[at])
            for passed in range(at, at + length):
                seen.setdefault(data[passed : passed + _SHORTEST_COPY], []).append(passed)
            at += length
    return bytes(packed)


def _length_bits(at: int) -> int:
    """How many of a copy's 16 bits are its length; the further in the chunk, the more go to the offset."""
    return 16 - max((at - 1).bit_length(), 4)


def _longest_copy(data: bytes, at: int, seen: dict[bytes, list[int]]) -> tuple[int, int]:
    """Offset back and length of the longest earlier run, the nearest on a tie; (0, 0) below three bytes."""
    start = data[at : at + _SHORTEST_COPY]
    if at == 0 or len(start) < _SHORTEST_COPY:
        return 0, 0
    limit = min(len(data) - at, (1 << _length_bits(at)) + _SHORTEST_COPY - 1)
    best = (0, 0)
    for candidate in reversed(seen.get(start, [])):
        length = _SHORTEST_COPY
        while length < limit and data[candidate + length] == data[at + length]:
            length += 1
        if length > best[1]:
            best = (at - candidate, length)
        if length == limit:
            break
    return best


def _copy_token(at: int, offset: int, length: int) -> bytes:
    return ((offset - 1) << _length_bits(at) | (length - _SHORTEST_COPY)).to_bytes(2, "little")
