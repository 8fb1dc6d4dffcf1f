"""Asks LibreOffice's side one question at a time; what it cannot answer becomes a sentence.

The other end is `sochibo_office.serving`. A line that does not come back means that the office, or the window,
is gone.
"""

from __future__ import annotations

import json
from typing import IO, Any

from addin.errors import CannotRead, CannotWrite

_WRITING = frozenset({"write", "undo"})


class Office:
    """The two pipes of one click."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._questions, self._answers = questions, answers

    def ask(self, question: str, **details: object) -> Any:
        """The answer; CannotRead or CannotWrite where there is none."""
        kind = CannotWrite if question in _WRITING else CannotRead
        try:
            self._questions.write(json.dumps({"ask": question, **details}).encode("ascii") + b"\n")
            self._questions.flush()
            line = self._answers.readline()
        except OSError:
            line = b""
        reply: dict[str, Any] = json.loads(line) if line else {"gone": True}
        if "answer" in reply:
            return reply["answer"]
        if reply.get("gone"):
            raise kind(
                "Sổ đã bị đóng trong khi chương trình đang làm.",
                "Mở lại sổ, xem dữ liệu còn đúng không, rồi bấm lại nút.",
            )
        raise kind(
            f"LibreOffice không làm được việc này trên sổ đang mở ({reply['failed']}).",
            "Nhấn Enter hoặc Esc nếu đang sửa một ô, đóng các hộp thoại, rồi bấm lại nút.",
        )
