"""What a title or the name of a sheet says: for which tables of ours it speaks, or that the list is none of ours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from addin.core.records import dataclass
from addin.core.tables.recognition.sense import fillers, is_ours
from addin.glossary.notions import Notions, evidence, readings
from addin.kept_texts import kept_apart


@kept_apart(is_ours)
def titled(text: str) -> Mapping[str, float]:
    """How far a title or a sheet's name speaks for tables: the share of its telling words that one of their names explains."""
    found: dict[str, float] = {}
    for reading in readings(text):
        told = [title for notion in reading for title in _titles().get(notion, ()) if title.notions <= reading]
        whole = max(sum(map(_title_weight, reading)), 1e-9) if told else 1.0
        for title in sorted(told, key=lambda title: title.order):
            found[title.table] = max(found.get(title.table, 0.0), title.weight / whole)
    return found


@kept_apart(is_ours)
def says_foreign(text: str) -> bool:
    """Whether a title or name is that of a list which is none of ours."""
    titles = _foreign_titles()
    return any(title <= reading for reading in readings(text) for notion in reading for title in titles.get(notion, ()))


@dataclass(frozen=True, slots=True)
class _Title:
    """One name of a table, what its notions weigh, and where it stands among all."""

    table: str
    notions: Notions
    weight: float
    order: int


@cache
def _titles() -> Mapping[str, tuple[_Title, ...]]:
    """Every name under the notion of it that fewest names hold."""
    sets = [(table, frozenset(text.split())) for table, texts in evidence()["titles"].items() for text in texts]
    counts = Counter(notion for _table, notions in sets for notion in notions)
    found: dict[str, list[_Title]] = defaultdict(list)
    for order, (table, notions) in enumerate(sets):
        rarest = min(notions, key=lambda notion: (counts[notion], notion))
        found[rarest].append(_Title(table, notions, sum(map(_title_weight, notions)), order))
    return {notion: tuple(titles) for notion, titles in found.items()}


@cache
def _foreign_titles() -> Mapping[str, tuple[Notions, ...]]:
    """Titles of other lists, each under one of its notions."""
    found: dict[str, list[Notions]] = defaultdict(list)
    for text in evidence()["foreign_titles"]:
        found[min(text.split())].append(frozenset(text.split()))
    return {notion: tuple(titles) for notion, titles in found.items()}


def _title_weight(notion: str) -> float:
    return 0.1 if notion in fillers() or notion.isdigit() or notion in _PLAIN_IN_TITLES else 1.0


_PLAIN_IN_TITLES = frozenset({"năm", "tổng", "total", "hợp", "chi", "bộ", "result", "sổ", "theo", "dõi", "danh", "sách", "bảng", "quý", "tháng", "comrade", "đối", "qua", "kỳ", "đợt", "lần"})
