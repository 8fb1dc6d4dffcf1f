"""JSON that is generated and committed: one line an entry, so that a diff shows what changed and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

_WIDTH = 400


def entry_lines(value: Mapping[str, object]) -> str:
    """The text of a JSON file: a group that fits a line stands on one, a longer one has a line for each of its entries."""
    return "".join(_text(value)) + "\n"


def _text(value: object) -> Iterator[str]:
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if not isinstance(value, Mapping | list) or len(compact) <= _WIDTH:
        yield compact
    elif isinstance(value, Mapping):
        yield from _group("{}", [(f"{json.dumps(key, ensure_ascii=False)}:", entry) for key, entry in value.items()])
    else:
        yield from _group("[]", [("", entry) for entry in value])


def _group(brackets: str, entries: list[tuple[str, object]]) -> Iterator[str]:
    yield brackets[0] + "\n"
    for number, (name, entry) in enumerate(entries, 1):
        yield name
        yield from _text(entry)
        yield ",\n" if number < len(entries) else "\n"
    yield brackets[1]
