"""What a heading of several parts means: parent and child together, and the child alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from addin.core.tables.recognition import weights
from addin.core.tables.recognition.contents import column_of
from addin.core.tables.recognition.sense import Senses, best_of, is_ours, mended_sense, strange_to, votes_of
from addin.core.tables.rows.columns import Kind
from addin.kept_texts import kept_apart


def column_sense(parts: Sequence[str]) -> Senses:
    """Parent + child and child alone, of each key the better reading; a remark under a known heading changes nothing."""
    if len(parts) == 1:
        return sense_alone(parts[0])
    return _without(_sense_of_parts(parts), frozenset().union(*map(strange_to, parts)))


@kept_apart(is_ours)
def sense_alone(text: str) -> Senses:
    """Of a heading without a parent."""
    return _without(mended_sense(text), strange_to(text))


def _without(found: Senses, strange: frozenset[str]) -> Senses:
    return {table: keys for table, keys in found.items() if table not in strange} if strange else found


@kept_apart(is_ours)
def best_fits(text: str) -> Mapping[str, int]:
    """Of a heading without a parent by table how well it fits the key it fits best there: asked of every table it may head."""
    return best_of(sense_alone(text))


@kept_apart(is_ours)
def votes(text: str) -> Mapping[str, float]:
    """By table what such a heading says for it: its best fit, less the more tables know it as surely."""
    return votes_of(best_fits(text))


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
