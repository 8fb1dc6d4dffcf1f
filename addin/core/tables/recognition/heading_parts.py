"""What a heading of several parts means: parent and child together, and the child alone."""

from __future__ import annotations

from collections.abc import Sequence

from addin.core.tables.recognition import weights
from addin.core.tables.recognition.contents import column_of
from addin.core.tables.recognition.sense import Senses, mended_sense, strange_to
from addin.core.tables.rows.columns import Kind


def column_sense(parts: Sequence[str]) -> Senses:
    """Parent + child and child alone, of each key the better reading; a remark under a known heading changes nothing."""
    strange = frozenset().union(*map(strange_to, parts))
    found = mended_sense(parts[0]) if len(parts) == 1 else _sense_of_parts(parts)
    return {table: keys for table, keys in found.items() if table not in strange} if strange else found


def _sense_of_parts(parts: Sequence[str]) -> Senses:
    parent, child = parts[-2], parts[-1]
    texts = [(" ".join(parts), weights.EXACT), (f"{parent} {child}", weights.EXACT), (f"{child} {parent}", weights.CHILD)]
    texts += [(f"{parts[0]} {child}", weights.EXACT - 1), (child, weights.CHILD)]
    if child.startswith("(") and child.endswith(")"):
        texts.append((parent, weights.CHILD))
    found: dict[str, dict[str, int]] = {}
    for text, share in dict(texts).items():
        for table, keys in mended_sense(text).items():
            best = found.setdefault(table, {})
            for key, fit in keys.items():
                best[key] = max(best.get(key, 0), fit * share // 100)
    _child_yields(found, parts)
    return found


def _child_yields(found: dict[str, dict[str, int]], parts: Sequence[str]) -> None:
    """Where parent and child together name a key surely, what only the child names is worth less."""
    for table, together in mended_sense(" ".join(parts)).items():
        if max(together.values(), default=0) >= weights.SURELY_TOGETHER:
            keys = found[table]
            best = max(together, key=lambda key: (together[key], key))
            for key in keys.keys() - {best}:
                if _kind(table, key) is _kind(table, best) and together.get(key, 0) < weights.SURELY_TOGETHER:
                    keys[key] = max(together.get(key, 0), keys[key] * weights.CHILD_YIELDS // 100)


def _kind(table: str, key: str) -> Kind | None:
    column = column_of(table, key)
    return column.kind if column else None
