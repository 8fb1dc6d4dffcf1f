"""Numbers that name a person (số định danh, số thẻ đảng) among other words: no copy of a group takes them along."""

from __future__ import annotations

from addin.core.masks import NUMBERS, value_told
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.patterns import pattern

_GLUED = pattern(r"(?<!\d)(?:\d{9}|\d{12})(?!\d)")
_RUN = pattern(r"\d(?:[ .\-]?\d)+")
_BETWEEN = pattern(r"[ .\-]")
_FEWEST = 9
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Numbers:
    """Those of the workbook's members, digits alone; besides them whatever looks like one is taken for one."""

    known: frozenset[str]

    @property
    def long(self) -> tuple[str, ...]:
        """Those so long that they are found in any text without mistake."""
        return tuple(sorted(one for one in self.known if len(one) >= _FEWEST))

    def are_in(self, said: object) -> bool:
        """Whether such a number stands in a square: alone, among words, or typed as a figure."""
        if isinstance(said, int | float) and not isinstance(said, bool):
            digits = f"{said:.0f}"
            return value_told(said) != said or (len(digits) >= _SHORTEST and any(one.lstrip("0") == digits for one in self.known))
        if not isinstance(said, str):
            return False
        return _GLUED.search(said) is not None or value_told(said) != said or any(self._is_known(run[0]) for run in _RUN.finditer(said))

    def _is_known(self, run: str) -> bool:
        digits = _BETWEEN.sub("", run)
        return digits in self.known or any(one in digits for one in self.long)


def numbers_of(book: Book) -> Numbers:
    """All that the list of members has."""
    said = ("".join(filter(str.isdecimal, str(getattr(one, key) or ""))) for one in book.members for key in sorted(NUMBERS))
    return Numbers(frozenset(one for one in said if len(one) >= _SHORTEST))
