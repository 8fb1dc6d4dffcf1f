"""Word documents from templates: the only module that knows docxtpl and runs jinja2.

docxtpl's language is the template language; its own renderer is used only to prepare a template (it joins
split runs and unfolds `{%p %}` and `{%tr %}`). A prepared template keeps its unchanged parts deflated, so a
document costs one rendering of its body; where docxtpl would mend the result (`unusual_tables`), it does. Traps met on the way (engineering/performance.md §1): docxtpl
without autoescape deletes `&` and `<…>` silently, prints a missing name as nothing and None as "None", and
runs whatever Python a template holds. So: escaping on, names strict, None refused, and a template may only
place, repeat and leave out (`template_fields`), within limits (`template_text`), in a package that opens
(`soundness`). Not for pictures or sub-documents.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from addin.core import stamps
from addin.documents import packages, styles
from addin.documents.parts.contexts import Context, Layout, plain, spell
from addin.documents.parts.kind import Kind
from addin.documents.soundness import refuse_unreadable, refuse_unsound
from addin.documents.template_balance import is_always_well_formed
from addin.documents.template_fields import HOW_TO, Chain, Source, check_fields
from addin.documents.template_files import template_content
from addin.documents.template_stamps import refuse_stamped
from addin.documents.template_text import paragraphs_of, refuse_beyond_limits, shown
from addin.documents.unusual_tables import finished, needs_docxtpl
from addin.errors import TemplateBroken
from addin.kept_texts import kept

_RENDERED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_BODY = "word/document.xml"
_UNFINISHED = ("<w:ins ", "<w:del ", "<w:commentReference")
_MOST_LINES = 1_000_000
_LARGEST_PAPER = 40 * 1024 * 1024
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BEYOND_PYTHON = (RecursionError, SyntaxError, MemoryError, OverflowError)
"""What compiling a source of any shape may end in."""

Body = Callable[[Mapping[str, Any]], bytes]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template ready to render: the unchanged part of the package, a renderer for each other part.

    `chains` are the loops inside loops, `doubtful` the parts that may come out as no XML and are parsed each time.
    """

    package: packages.Packed
    bodies: Mapping[str, Body]
    chains: tuple[Chain, ...] = ()
    doubtful: frozenset[str] = frozenset()


def render(kind: Kind, context: Context, template_dir: Path | None = None) -> bytes:
    """The document's bytes, looked at once more; the same kind, context and template give the same bytes.

    A template of the cell in `template_dir` goes before the shipped one. TemplateBroken where the template
    does not fit, Secret where the template or a value carries a secrecy stamp.
    """
    name, content = template_content(kind, template_dir)
    prepared = prepare(kind, name, content, context.layout)
    values = {item.name: getattr(context, item.name) for item in fields(context) if "meaning" in item.metadata}
    return filled(name, prepared, values)


def filled(name: str, prepared: Prepared, values: Mapping[str, Any]) -> bytes:
    """The package with every changing part filled in; TemplateBroken where one is no XML any more."""
    _refuse_endless(name, prepared.chains, values)
    try:
        changed = {part: body(values) for part, body in prepared.bodies.items()}
    except (TemplateError, TypeError, AttributeError, ValueError, LookupError, *_BEYOND_PYTHON) as error:
        raise TemplateBroken(f"Mẫu «{name}» không điền được: {error}", HOW_TO) from error
    for part in prepared.doubtful:
        refuse_unreadable(name, part, changed[part])
    return packages.packed(changed, prepared.package).closed()


def _refuse_endless(name: str, chains: Iterable[Chain], values: Mapping[str, Any]) -> None:
    """Three lists of a thousand lines inside one another are a thousand million lines."""
    for chain in chains:
        lines = 1
        for path in chain:
            lines *= _longest(values, path.split("."))
        if lines > _MOST_LINES:
            raise TemplateBroken(f"Mẫu «{name}» lồng danh sách {' trong '.join(chain)}: quá nhiều dòng.", HOW_TO)


def _longest(holder: Any, path: list[str]) -> int:
    """How many lines a list has; of a list in the records of a list, the longest of them."""
    if isinstance(holder, Mapping):
        return _longest_below(holder.get(path[0], ()), path[1:])
    return _longest_below(getattr(holder, path[0], ()), path[1:])


def _longest_below(value: Any, path: list[str]) -> int:
    if not isinstance(value, tuple):
        return 0
    return max((_longest(one, path) for one in value), default=0) if path else len(value)


@lru_cache(maxsize=64)
def prepare(kind: Kind, name: str, content: bytes, layout: Layout) -> Prepared:
    """Check a template once and compile it; TemplateBroken or Secret say what is wrong with it."""
    try:
        parts = packages.read_parts(content)
    except ValueError as error:
        raise TemplateBroken(
            f"Mẫu «{name}» không phải tệp Word (.docx) lành lặn.", "Mở bằng Word, lưu lại dạng .docx rồi thử lại."
        ) from error
    refuse_unsound(name, parts)
    refuse_stamped(name, parts)
    parts = packages.without_traces(parts, kind.title)
    sources = {part: _source(name, data) for part, data in parts.items() if _RENDERED.fullmatch(part)}
    chains = check_fields(kind, name, tuple(sources.values()))
    changing = {part: source.text for part, source in sources.items() if "{{" in source.text or "{%" in source.text}
    kept = {part: data for part, data in parts.items() if part not in changing}
    if "word/styles.xml" in kept:
        kept["word/styles.xml"] = styles.with_line_spacing(kept["word/styles.xml"], layout.line_spacing)
    bodies = {
        part: _compiled(name, spell(text, layout.spelling), is_unusual=part == _BODY and sources[part].is_unusual)
        for part, text in changing.items()
    }
    doubtful = frozenset(part for part in changing if not is_always_well_formed(sources[part].tree))
    return Prepared(packages.packed(kept), bodies, chains, doubtful)


def _source(name: str, data: bytes) -> Source:
    """The part as one string of jinja, after docxtpl has joined what Word split."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    source = etree.tostring(root, encoding="unicode")
    refuse_beyond_limits(name, root, source)
    if any(mark in source for mark in _UNFINISHED):
        raise TemplateBroken(
            f"Mẫu «{name}» còn ghi chú hoặc vết sửa chưa chấp nhận.",
            "Mở mẫu bằng Word, chấp nhận mọi sửa đổi, xoá ghi chú, rồi lưu lại.",
        )
    text = str(DocxTemplate(io.BytesIO()).patch_xml(source))
    try:
        return Source(text, _environment().parse(text), tuple(paragraphs_of(root)), needs_docxtpl(root))
    except (TemplateError, *_BEYOND_PYTHON) as error:
        raise TemplateBroken(f"Mẫu «{name}» có lỗi cú pháp{_near(text)}.", HOW_TO) from error


def _near(source: str) -> str:
    """The words of the paragraph where the syntax fails, for a message."""
    lines = re.sub(r"<w:p[ >]", "\n\\g<0>", source)
    try:
        _environment().parse(lines)
    except TemplateError as error:
        number = getattr(error, "lineno", None) or 1
        words = shown(re.sub(r"<[^>]+>", "", lines.splitlines()[number - 1]))
        return f" gần «{words}»" if words else ""
    except _BEYOND_PYTHON:
        return ": lệnh lồng quá sâu"
    return ""


def _compiled(name: str, source: str, *, is_unusual: bool) -> Body:
    """A renderer of one part; what docxtpl would change behind jinja is left to its own functions."""
    try:
        template = _environment().from_string(source)
    except (TemplateError, *_BEYOND_PYTHON) as error:
        raise TemplateBroken(f"Mẫu «{name}» lồng lệnh quá sâu.", HOW_TO) from error

    def body(values: Mapping[str, Any]) -> bytes:
        text = "".join(_within_limit(template.generate(values)))
        if is_unusual:
            refuse_unreadable(name, _BODY, (_DECLARATION + text).encode())
            text = finished(text)
        return (_DECLARATION + text).encode()

    return body


def _within_limit(pieces: Iterable[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _LARGEST_PAPER:
            raise ValueError("văn bản lớn quá 40 MB.")
        yield piece


@cache
def _environment() -> SandboxedEnvironment:
    """Strict, escaping, sealed; jinja's own globals and filters are taken away."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printable)
    environment.globals.clear()
    environment.filters.clear()
    return environment


def _printable(value: object) -> str:
    """Ready strings are printed, on one line, and numbers of a loop; a None or a record is a fault of the template."""
    if type(value) is int:
        return str(value)
    if not isinstance(value, str):
        raise TypeError(f"có trường không phải chữ ({type(value).__name__}).")
    return _tidy(value)


@kept
def _tidy(value: str) -> str:
    """Kept, because most lines of a batch are the same on every paper: names of the cell, bases, contents."""
    if stamps.is_stamp_in_data(value):
        raise stamps.refuse_stamp("Nội dung điền vào mẫu")
    return plain(value)
