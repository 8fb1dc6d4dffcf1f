"""Which command or button was used for which workbook, and when: what the log says of everything that was done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from addin.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """Who, and on which machine, the system says when it is logged."""

    command: str
    at: datetime
    workbook: Path
