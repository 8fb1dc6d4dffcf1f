"""YAML as written: text, mappings and sequences with their lines, nothing guessed.

Scalars stay the text of the file (0.10 stays "0.10"), so a number never passes through a float. Repeated
keys, anchors and tags are refused. Each `take_` says in Vietnamese what it expected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tools.regulations.faults import BadRegulation

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PARTIAL = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


@dataclass(frozen=True, slots=True)
class Entry:
    """One node: `content` is text, a dict of entries by key, a list of entries, or None for null."""

    file: str
    line: int
    key: str
    content: str | dict[str, Entry] | list[Entry] | None

    def fault(self, what: str) -> BadRegulation:
        """Something wrong here."""
        return BadRegulation(self.file, self.line, self.key, what)

    def as_key(self) -> Entry:
        """Its own key, to be read like a value."""
        return Entry(self.file, self.line, self.key, self.key)

    def take_mapping(self, allowed: Iterable[str] | None = None, required: Iterable[str] = ()) -> dict[str, Entry]:
        """Its entries; unknown and missing keys are refused (any key goes where `allowed` is None)."""
        if not isinstance(self.content, dict):
            raise self.fault("phải là các cặp «khoá: giá trị».")
        if allowed is not None:
            known = sorted({*allowed, *required})
            for key, entry in self.content.items():
                if key not in known:
                    raise entry.fault(f"khoá lạ; chỉ dùng {', '.join(known)}.")
        for key in required:
            if key not in self.content:
                raise self.fault(f"thiếu «{key}».")
        return self.content

    def take_text(self) -> str:
        """Words, not blank."""
        if not isinstance(self.content, str) or not self.content.strip():
            raise self.fault("phải là chữ, không để trống.")
        return self.content.strip()

    def take_matching(self, pattern: str, wanted: str) -> str:
        """Text of a given shape."""
        text = self.take_text()
        if not re.fullmatch(pattern, text):
            raise self.fault(f"«{text}» không đúng dạng; cần {wanted}.")
        return text

    def take_choice(self, choices: Iterable[str]) -> str:
        """One of a closed list."""
        text = self.take_text()
        allowed = sorted(choices)
        if text not in allowed:
            raise self.fault(f"«{text}» không có trong danh sách: {', '.join(allowed)}.")
        return text

    def take_day(self) -> date:
        """A day that exists, written YYYY-MM-DD."""
        return _day_of(self, self.take_matching(_DAY, "ngày YYYY-MM-DD"))

    def take_partial_day(self) -> str:
        """A day, a month or a year."""
        text = self.take_matching(_PARTIAL, "ngày YYYY-MM-DD, tháng YYYY-MM hoặc năm YYYY")
        _day_of(self, text + "-01-01"[len(text) - len("2026") :])
        return text

    def take_list(self) -> list[Entry]:
        """A sequence, not empty, nothing twice."""
        if not isinstance(self.content, list) or not self.content:
            raise self.fault("phải là danh sách, không để trống.")
        texts = [entry.take_text() for entry in self.content]
        for entry, text in zip(self.content, texts, strict=True):
            if texts.count(text) > 1:
                raise entry.fault(f"«{text}» ghi hai lần.")
        return self.content

    def take_entries(self) -> list[Entry]:
        """A sequence of mappings, not empty."""
        if not isinstance(self.content, list) or not self.content:
            raise self.fault("phải là danh sách, không để trống.")
        return self.content


def _day_of(entry: Entry, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise entry.fault(f"«{text}» không phải là ngày có thật.") from None
