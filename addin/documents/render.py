"""Word documents from templates: the only module that knows docxtpl and jinja2.

docxtpl's language is the template language; its own renderer is used only to prepare a template (it joins
split runs and unfolds `{%p %}` and `{%tr %}`). A prepared template keeps its unchanged parts deflated, so a
document costs one rendering of its body. Traps met on the way (engineering/performance.md §1): docxtpl
without autoescape deletes `&` and `<…>` silently, prints a missing name as nothing and None as "None", and
runs whatever Python a template holds. So: escaping on, names strict, None refused, and a template may only
place, repeat and leave out (see `_ALLOWED`). Not for pictures or sub-documents.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from addin.documents import packages, stamps, styles
from addin.documents.parts.contexts import Context, Layout, placeholders, plain, spell
from addin.documents.parts.kind import Kind
from addin.documents.template_files import template_content
from addin.errors import TemplateBroken
from addin.kept_texts import kept

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
)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RENDERED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_UNFINISHED = ("<w:ins ", "<w:del ", "<w:commentReference")
_LEFT_OUT = re.compile(r"\{#\s*không dùng:\s*([a-z_,\s]+?)\s*#\}")
_HOW_TO = "Sửa mẫu theo docs/templates.md, hoặc bỏ tệp đó khỏi thư mục Mẫu để dùng mẫu có sẵn."

Body = Callable[[Mapping[str, Any]], bytes]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template ready to render: the unchanged part of the package, and a renderer for each other part."""

    package: packages.Packed
    bodies: Mapping[str, Body]


def render(kind: Kind, context: Context, template_dir: Path | None = None) -> bytes:
    """The document's bytes; the same kind, context and template give the same bytes.

    A template of the cell in `template_dir` goes before the shipped one. TemplateBroken where the template
    does not fit, Secret where the template or a value carries a secrecy stamp.
    """
    name, content = template_content(kind, template_dir)
    values = {item.name: getattr(context, item.name) for item in fields(context) if "meaning" in item.metadata}
    prepared = prepare(kind, name, content, context.layout)
    try:
        changed = {part: body(values) for part, body in prepared.bodies.items()}
    except (TemplateError, TypeError) as error:
        raise TemplateBroken(f"Mẫu «{name}» không điền được: {error}", _HOW_TO) from error
    return packages.packed(changed, prepared.package).closed()


@lru_cache(maxsize=64)
def prepare(kind: Kind, name: str, content: bytes, layout: Layout) -> Prepared:
    """Check a template once and compile it; TemplateBroken or Secret say what is wrong with it."""
    try:
        parts = packages.without_traces(packages.read_parts(content), kind.title)
    except ValueError as error:
        raise TemplateBroken(
            f"Mẫu «{name}» không phải tệp Word (.docx) lành lặn.", "Mở bằng Word, lưu lại dạng .docx rồi thử lại."
        ) from error
    sources = {part: _patched(name, data) for part, data in parts.items() if _RENDERED.fullmatch(part)}
    _check_fields(kind, name, sources)
    changing = {part: source for part, source in sources.items() if "{{" in source or "{%" in source}
    kept = {part: data for part, data in parts.items() if part not in changing}
    if "word/styles.xml" in kept:
        kept["word/styles.xml"] = styles.with_line_spacing(kept["word/styles.xml"], layout.line_spacing)
    bodies = {part: _compiled(spell(source, layout.spelling)) for part, source in changing.items()}
    return Prepared(packages.packed(kept), bodies)


def _patched(name: str, data: bytes) -> str:
    """The part as one string of jinja, after docxtpl has joined what Word split."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise TemplateBroken(f"Mẫu «{name}» có phần bị hỏng.", _HOW_TO) from error
    lines = ("".join(text.text or "" for text in line.iter(f"{_WORD}t")) for line in root.iter(f"{_WORD}p"))
    if any(stamps.is_stamp(line) for line in lines):
        raise stamps.refuse_stamp(f"Mẫu «{name}»")
    source = etree.tostring(root, encoding="unicode")
    if any(mark in source for mark in _UNFINISHED):
        raise TemplateBroken(
            f"Mẫu «{name}» còn ghi chú hoặc vết sửa chưa chấp nhận.",
            "Mở mẫu bằng Word, chấp nhận mọi sửa đổi, xoá ghi chú, rồi lưu lại.",
        )
    return str(DocxTemplate(io.BytesIO()).patch_xml(source))


def _check_fields(kind: Kind, name: str, sources: Mapping[str, str]) -> None:
    """Refuse what a template may not do, names the context lacks, and fields the template forgot."""
    asked = {path for source in sources.values() for path in _asked(name, source)}
    known = placeholders(kind.context)
    unknown = sorted(asked - known.keys())
    if unknown:
        raise TemplateBroken(
            f"Mẫu «{name}» dùng trường không có: {', '.join(unknown)}.",
            f"Các trường dùng được: {', '.join(known)}.",
        )
    left_out = {part for text in sources.values() for found in _LEFT_OUT.findall(text) for part in re.split(r"[,\s]+", found)}
    missing = [path for path in known if "." not in path and path not in asked | left_out]
    if missing:
        told = "; ".join(f"{path} ({known[path]})" for path in missing)
        raise TemplateBroken(
            f"Mẫu «{name}» thiếu trường: {told}.",
            f"Thêm trường vào mẫu; nếu cố ý bỏ, ghi vào mẫu dòng {{# không dùng: {', '.join(missing)} #}}.",
        )


def _asked(name: str, source: str) -> Iterator[str]:
    """The names a source asks for; `list.part` for the parts of a list's records."""
    try:
        tree = _environment().parse(source)
    except TemplateError as error:
        raise TemplateBroken(f"Mẫu «{name}» có lỗi cú pháp{_near(source)}.", _HOW_TO) from error
    refused = next((node for node in _below(tree) if _is_refused(node)), None)
    if refused is not None:
        raise TemplateBroken(
            f"Mẫu «{name}» có lệnh không được phép ({type(refused).__name__}).",
            f"Trong mẫu chỉ được đặt trường, lặp (for) và bỏ bớt (if). {_HOW_TO}",
        )
    return _paths(tree, {"loop": "loop"})


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _below(child)


def _is_refused(node: nodes.Node) -> bool:
    named = node.attr if isinstance(node, nodes.Getattr) else node.name if isinstance(node, nodes.Name) else ""
    return not isinstance(node, _ALLOWED) or named.startswith("_")


def _paths(node: nodes.Node, scope: Mapping[str, str]) -> Iterator[str]:
    """Names that come from the context; `scope` maps loop variables to the list they walk."""
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        yield from _paths(node.iter, scope)
        inner = {**scope, node.target.name: _path(node.iter, scope)}
        for child in (*node.body, *node.else_):
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


def _near(source: str) -> str:
    """The words of the paragraph where the syntax fails, for a message."""
    lines = re.sub(r"<w:p[ >]", "\n\\g<0>", source)
    try:
        _environment().parse(lines)
    except TemplateError as error:
        number = getattr(error, "lineno", None) or 1
        words = re.sub(r"<[^>]+>", "", lines.splitlines()[number - 1]).strip()
        return f" gần «{words[:80]}»" if words else ""
    return ""


def _compiled(source: str) -> Body:
    """A renderer of one part; column loops (`{%tc`) have their grid mended as docxtpl does."""
    template = _environment().from_string(source)
    has_column_loops = re.search(r"</w:tc>\s*{%", source) is not None
    declaration = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

    def body(values: Mapping[str, Any]) -> bytes:
        text = template.render(values)
        if has_column_loops:
            text = etree.tostring(DocxTemplate(io.BytesIO()).fix_tables(text), encoding="unicode")
        return (declaration + text).encode()

    return body


@cache
def _environment() -> SandboxedEnvironment:
    """Strict, escaping, sealed; jinja's own globals and filters are taken away."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printable)
    environment.globals.clear()
    environment.filters.clear()
    return environment


def _printable(value: object) -> str:
    """Only ready strings are printed, on one line; a None or a record is a fault of the template."""
    if not isinstance(value, str):
        raise TypeError(f"có trường không phải chữ ({type(value).__name__}).")
    return _tidy(value)


@kept
def _tidy(value: str) -> str:
    """Kept, because most lines of a batch are the same on every paper: names of the cell, bases, contents."""
    if stamps.is_stamp(value):
        raise stamps.refuse_stamp("Nội dung điền vào mẫu")
    return plain(value)
