"""How every host says that it does not write: what stands in the way, what to do, and that nothing has changed."""

from __future__ import annotations

from typing import NoReturn

from addin.core.places import Place
from addin.errors import RefusedSquare, RefusedWrite


def refuse(reason: str, fix: str, place: Place | None = None) -> NoReturn:
    """Stop before anything is written, naming the square where there is one."""
    where = f"Không ghi vào {place}" if place else "Không ghi vào sổ này"
    message = f"{where}: {reason}. Chưa có gì thay đổi."
    raise RefusedSquare(message, fix, reason) if place is not None and place.row else RefusedWrite(message, fix)
