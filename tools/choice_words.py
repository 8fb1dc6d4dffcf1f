"""Writes `addin/glossary/choices.py`: the words of each list of choices under the ids that `terms.yaml` gives them.

Run by `python -m tools.compile_glossary`; a test keeps the module current. A list whose words are the code's own
(HTT+, floor, term) has no ids and no class.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from addin import glossary

TARGET = Path(glossary.__file__).parent / "choices.py"

_HEAD = '''"""The words a square may choose from, by their ids: made of terms.yaml by `python -m tools.compile_glossary`.

Not to be edited. A row holds the canonical words as text; compare as in `item.status == PlanStatus.DONE`.
Plain classes of constants, not enums: {count} enums would cost every start of the program 1.7 ms.
"""

from __future__ import annotations

from typing import Final
'''
_ID = re.compile(r"[a-z]+(_[a-z]+)*")


def choice_module(raw: Mapping[str, Any], refuse: type[Exception]) -> str:
    """The module's whole text; `refuse` is raised where a list has ids for some, the same twice or no identifiers."""
    named = {name: _by_id(name, entries, refuse) for name, entries in raw["choices"].items()}
    classes = [_class(name, words) for name, words in named.items() if words]
    return _HEAD.format(count=len(classes)) + "".join(classes)


def _by_id(name: str, entries: list[Mapping[str, Any]], refuse: type[Exception]) -> dict[str, str]:
    ids = [entry["id"] for entry in entries if "id" in entry]
    if not ids:
        return {}
    if len(ids) != len(entries) or len(set(ids)) != len(ids) or not all(_ID.fullmatch(str(one)) for one in ids):
        raise refuse(f"choices.{name}: mỗi lựa chọn cần một id riêng, viết như under_way.")
    return {entry["id"]: entry["vi"] for entry in entries}


def _class(name: str, words: Mapping[str, str]) -> str:
    title = "".join(part.capitalize() for part in name.split("_"))
    lines = "".join(f'    {key.upper()}: Final = "{text}"\n' for key, text in words.items())
    return f'\n\nclass {title}:\n    """`{name}`."""\n\n{lines}'
