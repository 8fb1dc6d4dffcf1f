"""The three obscured values of a PROJECT stream ([MS-OVBA] 2.4.3): no protection, no password, visible.

It is an encoding, not a secret: the key is the sum of the project id's letters. A fixed seed keeps builds equal.
"""

from __future__ import annotations

_SEED = 0x5D
_VERSION = 2


def obscured(data: bytes, project_id: str) -> str:
    """The data as PROJECT writes it: seed, version, key, filling, length and bytes, each mixed with those before."""
    key = sum(project_id.encode("ascii")) & 0xFF
    written = [_SEED ^ _VERSION, _SEED ^ key]
    filling = bytes((_SEED & 6) // 2)
    plain = key
    for byte in filling + len(data).to_bytes(4, "little") + data:
        written.append(byte ^ (written[-2] + plain & 0xFF))
        plain = byte
    return bytes([_SEED, *written]).hex().upper()
