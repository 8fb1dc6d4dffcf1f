"""Figures as a report writes them: padded counts, shares in per cent, and "chưa có số liệu" for None.

A figure nobody entered is never 0: it is written as unknown and told as a gap, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from addin.documents.parts.figure_words import UNKNOWN, number_words
from addin.documents.parts.heading import Gaps

if TYPE_CHECKING:
    from addin.core.summaries.figures import Figures


class KnownFigures:
    """The figures of a period by id; asking for one that is None tells the gap."""

    def __init__(self, figures: Figures, gaps: Gaps) -> None:
        self._by_id = {figure.id: figure for figure in figures.figures}
        self._gaps = gaps

    def value(self, identifier: str) -> Any:
        """The value, None where nobody entered it or the summary has no such figure."""
        figure = self._by_id.get(identifier)
        if figure is None or figure.value is None:
            self._gaps.tell(f"Chưa có số liệu: {figure.label if figure else identifier}")
            return None
        return figure.value

    def quiet(self, identifier: str) -> Any:
        """The value without telling a gap: for sentences that simply stay away."""
        figure = self._by_id.get(identifier)
        return figure.value if figure else None

    def count(self, identifier: str) -> str:
        """`08`, or "chưa có số liệu"; a figure that lists is counted."""
        value = self.value(identifier)
        if isinstance(value, list | tuple):
            value = len(value)
        return UNKNOWN if value is None else number_words(value)

    def mapping(self, identifier: str) -> Mapping[str, Any]:
        """A figure by year or kind, keys as text; empty where unknown."""
        value = self.value(identifier)
        return {str(key): part for key, part in value.items()} if isinstance(value, Mapping) else {}

    def texts(self, identifier: str) -> tuple[str, ...]:
        """A figure that lists texts; empty where unknown."""
        value = self.value(identifier)
        return tuple(str(part) for part in value) if isinstance(value, list | tuple) else ()
