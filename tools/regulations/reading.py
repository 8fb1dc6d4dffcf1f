"""A YAML file as an `Entry`, refusing what YAML would quietly accept."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver

from tools.regulations.entries import Entry
from tools.regulations.faults import BadRegulation

if TYPE_CHECKING:
    from pathlib import Path

_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq")}
_NULLS = {"", "~", "null"}
_HINT = "câu có dấu hai chấm hoặc bắt đầu bằng ký hiệu thì đặt trong ngoặc kép."


def read(path: Path, file: str) -> Entry:
    """The whole file; BadRegulation where it is no YAML, or empty."""
    try:
        text = path.read_text(encoding="utf-8")
        node = _yaml().compose(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadRegulation(file, line, file, f"không đọc được YAML ({error.problem}); {_HINT}") from error
    except UnicodeDecodeError as error:
        raise BadRegulation(file, 1, file, "tệp không ghi bằng UTF-8.") from error
    _refuse_decomposed(text, file)
    if node is None:
        raise BadRegulation(file, 1, file, "tệp trống.")
    return _entry(node, file, file)


def _refuse_decomposed(text: str, file: str) -> None:
    """Letters written as base plus mark look the same and compare differently."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not unicodedata.is_normalized("NFC", line):
            raise BadRegulation(file, number, file, "chữ phải ở dạng Unicode dựng sẵn (NFC).")


class _Unresolved(VersionedResolver):
    """Guesses no type: every plain scalar stays text, so a tag seen is a tag somebody wrote."""

    @property
    def versioned_resolver(self) -> dict[str, list[tuple[str, str]]]:
        return {}


def _yaml() -> YAML:
    yaml = YAML(typ="base", pure=True)
    yaml.Resolver = _Unresolved
    return yaml


def _entry(node: Node, file: str, key: str) -> Entry:
    line = node.start_mark.line + 1
    if node.anchor:
        raise BadRegulation(file, line, key, "không dùng neo (&, *); hãy viết lại giá trị.")
    if str(node.tag) not in _PLAIN_TAGS:
        raise BadRegulation(file, line, key, f"không dùng thẻ {node.tag}.")
    if isinstance(node, MappingNode):
        return Entry(file, line, key, _mapping(node, file))
    if isinstance(node, SequenceNode):
        return Entry(file, line, key, [_entry(child, file, key) for child in node.value])
    if not isinstance(node, ScalarNode):
        raise BadRegulation(file, line, key, "không hiểu được dòng này.")
    is_null = node.style is None and node.value in _NULLS
    return Entry(file, line, key, None if is_null else str(node.value))


def _mapping(node: MappingNode, file: str) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in entries:
            raise BadRegulation(file, key_node.start_mark.line + 1, key, "khoá ghi hai lần.")
        entries[key] = _entry(value_node, file, key)
    return entries
