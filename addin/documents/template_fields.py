"""What a template asks for, held against what its paper has: unknown fields, forgotten ones, marks that are not allowed.

A secretary is told the paragraph and the field, and the field that was probably meant (F42).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from addin.documents.parts.contexts import lists, placeholders
from addin.documents.parts.kind import Kind
from addin.documents.template_text import shown
from addin.errors import TemplateBroken

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.CondExpr,
    nodes.Const,
)
_LEFT_OUT = re.compile(r"\{#\s*không dùng:\s*([a-z_,\s]+?)\s*#\}")
HOW_TO = "Sửa mẫu theo docs/templates.md, hoặc bỏ tệp đó khỏi thư mục Mẫu để dùng mẫu có sẵn."

Chain = tuple[str, ...]
"""The lists walked inside one another, outermost first."""


@dataclass(frozen=True, slots=True)
class Source:
    """One part as a string of jinja, its tree, its paragraphs as they were written, and whether docxtpl mends its papers."""

    text: str
    tree: nodes.Template
    paragraphs: Sequence[str]
    is_unusual: bool = False


def check_fields(kind: Kind, name: str, sources: Sequence[Source]) -> tuple[Chain, ...]:
    """Refuse what a template may not do, names the context lacks, and fields it forgot; the loops inside loops."""
    for source in sources:
        _refuse_commands(name, source)
    asked = {path: source for source in reversed(sources) for path in _paths(source.tree, {"loop": "loop"})}
    known = placeholders(kind.context)
    _refuse_unknown(name, asked, known)
    chains = [chain for source in sources for chain in _chains(source.tree, (), {})]
    _refuse_walking(name, chains, lists(kind.context))
    left_out = {part for one in sources for found in _LEFT_OUT.findall(one.text) for part in re.split(r"[,\s]+", found)}
    missing = [path for path in known if "." not in path and path not in asked.keys() | left_out]
    if missing:
        told = "; ".join(f"{path} ({known[path]})" for path in missing)
        raise TemplateBroken(
            f"Mẫu «{name}» thiếu trường: {told}.",
            f"Thêm trường vào mẫu; nếu cố ý bỏ, ghi vào mẫu dòng {{# không dùng: {', '.join(missing)} #}}.",
        )
    return tuple(dict.fromkeys(chain for chain in chains if len(chain) > 1))


def _refuse_commands(name: str, source: Source) -> None:
    refused = next((node for node in _below(source.tree) if _is_refused(node)), None)
    if refused is not None:
        raise TemplateBroken(
            f"Mẫu «{name}» có lệnh không được phép ({type(refused).__name__}).",
            f"Trong mẫu chỉ được đặt trường, lặp (for) và bỏ bớt (if). {HOW_TO}",
        )


def _refuse_unknown(name: str, asked: Mapping[str, Source], known: Mapping[str, str]) -> None:
    unknown = sorted(asked.keys() - known.keys())
    if not unknown:
        return
    told = ", ".join(f"{path}{_where(path, asked[path])}" for path in unknown)
    meant = [f"{path} → {near[0]} ({known[near[0]]})" for path in unknown if (near := difflib.get_close_matches(path, known, 1))]
    hint = f"Có phải muốn ghi: {'; '.join(meant)}? " if meant else ""
    raise TemplateBroken(f"Mẫu «{name}» dùng trường không có: {told}.", f"{hint}Các trường dùng được: {', '.join(known)}.")


def _where(path: str, source: Source) -> str:
    """The paragraph a field stands in, for a message."""
    word = re.compile(rf"(?<!\w){re.escape(path.rpartition('.')[2])}(?!\w)")
    found = next((words for words in source.paragraphs if "{" in words and word.search(words)), None)
    return f" (đoạn «{shown(found)}»)" if found else ""


def _refuse_walking(name: str, chains: Sequence[Chain], known: frozenset[str]) -> None:
    for chain in chains:
        if chain[-1] not in known:
            raise TemplateBroken(
                f"Mẫu «{name}» lặp (for) qua «{chain[-1] or '…'}», không phải một danh sách.",
                f"Các danh sách lặp được: {', '.join(sorted(known)) or 'không có'}.",
            )


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _below(child)


def _is_refused(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Mul):
        return not _is_span(node)
    named = node.attr if isinstance(node, nodes.Getattr) else node.name if isinstance(node, nodes.Name) else ""
    is_odd_loop = isinstance(node, nodes.For) and (node.recursive or not isinstance(node.target, nodes.Name))
    return is_odd_loop or not isinstance(node, _ALLOWED) or named.startswith("_")


def _is_span(node: nodes.Mul) -> bool:
    """`2 * loop.length`: what docxtpl makes of `{% hm %}` in a square that spans columns."""
    left, right = node.left, node.right
    return (
        isinstance(left, nodes.Const) and isinstance(left.value, int) and isinstance(right, nodes.Getattr)
        and isinstance(right.node, nodes.Name) and (right.node.name, right.attr) == ("loop", "length")
    )  # fmt: skip


def _paths(node: nodes.Node, scope: Mapping[str, str]) -> Iterator[str]:
    """Names that come from the context; `scope` maps loop variables to the list they walk."""
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        yield from _paths(node.iter, scope)
        inner = {**scope, node.target.name: _path(node.iter, scope)}
        for child in (*([node.test] if node.test else []), *node.body, *node.else_):
            yield from _paths(child, inner)
    elif isinstance(node, nodes.Getattr):
        path = _path(node, scope)
        yield from () if path.startswith("loop.") else (path,)
    elif isinstance(node, nodes.Name):
        yield from () if node.name in scope else (node.name,)
    else:
        for child in node.iter_child_nodes():
            yield from _paths(child, scope)


def _path(node: nodes.Node, scope: Mapping[str, str]) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node, scope)}.{node.attr}"
    return scope.get(node.name, node.name) if isinstance(node, nodes.Name) else ""


def _chains(node: nodes.Node, outer: Chain, scope: Mapping[str, str]) -> Iterator[Chain]:
    """Every loop as the lists that are walked when its body runs."""
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        outer = (*outer, _path(node.iter, scope))
        scope = {**scope, node.target.name: outer[-1]}
        yield outer
    for child in node.iter_child_nodes():
        yield from _chains(child, outer, scope)
