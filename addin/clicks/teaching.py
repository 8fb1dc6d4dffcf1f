"""What a person writes of columns that are used for nothing: "1 = Cấp trên quyết định; 3 = Ghi chú"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from addin.clicks.click import Click
from addin.core.tables.recognition.shapes import key_named
from addin.core.tables.recognition.unused import UnusedColumn
from addin.output.box import unused_question

_BETWEEN = re.compile(r"\s*[;\n]\s*")
_MOST_TRIES = 3


def taught(click: Click, unused: Sequence[UnusedColumn]) -> dict[str, str]:
    """Column → key, as the person says; asked again where a line cannot be meant, nothing where they give up."""
    refused = ""
    for _try in range(_MOST_TRIES if unused else 0):
        line = click.host.ask_line(unused_question(unused, refused), "")
        if not line or not line.strip():
            return {}
        found, wrong = _read(line, {str(number): item for number, item in enumerate(unused, 1)})
        if not wrong:
            return found
        refused = f"Không rõ “{wrong}”."
    return {}


def _read(line: str, numbered: Mapping[str, UnusedColumn]) -> tuple[dict[str, str], str]:
    """The answers, and the first part that cannot be meant."""
    found: dict[str, str] = {}
    for part in filter(None, _BETWEEN.split(line.strip())):
        number, _, name = (text.strip() for text in part.partition("="))
        item = numbered.get(number) or next((one for one in numbered.values() if one.id == number), None)
        key = key_named(item.table, name) if item else None
        if item is None or key is None:
            return found, part
        found[item.id] = key
    return found, ""
