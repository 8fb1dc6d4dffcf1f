"""Whether every paper of a template is well-formed, told once from the template: then no paper need be parsed again.

Each body of an `if` or `for` must be well-formed by itself, and stand where an element may stand. What is printed is
escaped and free of control characters, so it can break nothing where text or an attribute's value may stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.parsers import expat

from jinja2 import nodes

_PRINTED = "\ue000"
"""Allowed in text and in values of attributes, and in no name."""
_BLOCK = "<block/>"


def is_always_well_formed(tree: nodes.Template) -> bool:
    """True where nothing that is filled in can make the part unreadable; False where that is not certain."""
    return all(_is_well_formed(text) for text in _bodies(tree))


def _bodies(tree: nodes.Template) -> Iterator[str]:
    yield _flat(tree.body)
    blocks: list[nodes.If | nodes.For] = [*tree.find_all(nodes.If), *tree.find_all(nodes.For)]
    for block in blocks:
        for body in (block.body, block.else_):
            yield f"<body>{_flat(body)}</body>"


def _flat(body: Iterable[nodes.Node]) -> str:
    return "".join(
        "".join(part.data if isinstance(part, nodes.TemplateData) else _PRINTED for part in node.nodes)
        if isinstance(node, nodes.Output)
        else _BLOCK
        for node in body
    )


def _is_well_formed(text: str) -> bool:
    try:
        expat.ParserCreate().Parse(text.encode(), True)
    except expat.ExpatError:
        return False
    return True
