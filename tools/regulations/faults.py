"""What is wrong with a regulations file, said with file, line and key."""

from __future__ import annotations


class BadRegulation(ValueError):
    """One fault: `rating/quota.yaml, dòng 3, «unit»: …`."""

    def __init__(self, file: str, line: int, key: str, what: str) -> None:
        super().__init__(f"{file}, dòng {line}, «{key}»: {what}")
        self.file, self.line, self.key = file, line, key


class BadRegulations(ValueError):
    """Every file at fault, one line each."""

    def __init__(self, faults: tuple[BadRegulation, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
