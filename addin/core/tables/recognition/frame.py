"""What stands above a table, known while its rows are walked: whether a row is those headings once more, on a new page."""

from __future__ import annotations

from addin.core.grids import Raw
from addin.core.records import dataclass
from addin.core.tables.recognition.heading_words import tidy


@dataclass(frozen=True, slots=True)
class Frame:
    """What a walk must know of a table: its columns, those a record usually fills, numbering, names, the heading above, its rows as they stand."""

    table: str
    columns: frozenset[int]
    anchors: tuple[int, ...]
    numbering: frozenset[int]
    name: int | None
    heading: frozenset[str] = frozenset()
    heading_lines: frozenset[tuple[Raw, ...]] = frozenset()

    def repeats(self, words: list[str]) -> bool:
        """The headings once more, on a new page."""
        if tidy(words[0]) not in self.heading:
            return False
        texts = {tidy(text) for text in words}
        same = len(texts & self.heading)
        return same * 10 >= 7 * len(texts) and (same > 1 or (len(texts) == 1 and len(self.heading) == 1))

    def is_half_heading(self, line: tuple[Raw, ...]) -> bool:
        """Nothing but words, the first and half of all being headings above the table."""
        first = next((raw for raw in line if raw is not None), None)
        if not isinstance(first, str) or tidy(first) not in self.heading:
            return False
        held = [raw for raw in line if raw is not None]
        words = [tidy(raw) for raw in held if isinstance(raw, str)]
        return len(words) == len(held) and sum(word in self.heading for word in words) * 2 >= len(words)
