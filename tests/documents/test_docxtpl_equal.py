"""The compiled path gives docxtpl's own XML: every shipped template on several contexts, and a cell's own with every unusual mark."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from document_contexts import COMPLETE, decision
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from addin.documents import packages
from addin.documents.catalogue import KINDS
from addin.documents.parts.contexts import Context, placeholders
from addin.documents.render import prepare, render
from addin.documents.template_files import shipped_folder
from addin.documents.unusual_tables import needs_docxtpl
from addin.errors import TemplateBroken
from tools.template_markup import cell, package, paragraph, row, table

EVERY = pytest.mark.parametrize("kind", sorted(KINDS))
KIND = KINDS["inspection-decision"]


def by_docxtpl(template: bytes, context: Context) -> bytes:
    """As its manual shows, with the escaping and the strictness it needs to be right."""
    values = {item.name: getattr(context, item.name) for item in fields(context) if "meaning" in item.metadata}
    slow, kept = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    slow.render(values, Environment(undefined=StrictUndefined, autoescape=True))
    slow.save(kept)
    return kept.getvalue()


def canonical(content: bytes) -> dict[str, bytes]:
    """Body and headers in the form in which equal documents are equal bytes."""
    parts = packages.read_parts(content)
    return {
        name: etree.tostring(etree.fromstring(data), method="c14n")
        for name, data in parts.items() if name.startswith(("word/document", "word/header", "word/footer"))
    }  # fmt: skip


def contexts(kind: str) -> Iterator[Context]:
    """As the workbook gives it; without a line in any list; without a word anywhere; with three times the lines and marks in all."""
    seed = COMPLETE[kind]()
    lists = {item.name: value for item in fields(seed) if isinstance(value := getattr(seed, item.name), tuple)}
    yield seed
    yield replace(seed, **dict.fromkeys(lists, ()))
    yield _made(seed, "")
    yield replace(_made(seed, "R&D <b> «‹›» 'x' \"y\" %"), **{name: _made(value, "A & B <i>") * 3 for name, value in lists.items()})


def _made(value: Any, text: str) -> Any:
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(_made(one, text) for one in value)
    if is_dataclass(value):
        return replace(value, **{item.name: _made(getattr(value, item.name), text) for item in fields(value) if "meaning" in item.metadata})
    return value


@EVERY
def test_every_shipped_template_gives_docxtpls_own_xml(kind):
    """Four contexts each, the empty one among them."""
    template = (shipped_folder() / f"{KINDS[kind].stem}.docx").read_bytes()

    for context in contexts(kind):
        assert canonical(render(KINDS[kind], context)) == canonical(by_docxtpl(template, context))


@EVERY
def test_no_shipped_template_needs_docxtpl_behind_it(kind):
    """All fifty are quick: none is parsed again for each paper."""
    content = (shipped_folder() / f"{KINDS[kind].stem}.docx").read_bytes()
    body = etree.fromstring(packages.read_parts(content)["word/document.xml"])

    assert not needs_docxtpl(body)
    assert prepare(KINDS[kind], f"{kind}.docx", content, COMPLETE[kind]().layout).doubtful == frozenset()


def line(text: str) -> str:
    """A paragraph of a square."""
    return paragraph("TableText", text)


_PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r></w:p>'
)
UNUSUAL = {
    "a column a person": table((20,) * 4, row(*(cell(20, line(text)) for text in ("TT", "{%tc for p in subjects %}", "{{ p.full_name }}", "{%tc endfor %}")))),
    "one square over the columns": table((40,) * 3, row(*(cell(40, line(text)) for text in ("{%tc for p in subjects %}", "{% hm %}Tên", "{%tc endfor %}")))),
    "one square down the rows": table((40, 40), row(cell(80, line("{%tr for p in subjects %}"))), row(cell(40, line("{% vm %}Tổ")), cell(40, line("{{ p.text }}"))),
                                      row(cell(80, line("{%tr endfor %}")))),
    "a square over two": table((40, 40), row(cell(40, line("{% colspan 2 %}Tên"))), row(cell(40, line("a")), cell(40, line("{{ number }}")))),
    "a coloured square": table((40, 40), row(cell(40, line("{% cellbg 'FFEEAA' %}Tên")), cell(40, line("{{ number }}")))),
    "fewer squares than columns": table((40,) * 3, row(cell(40, line("{{ number }}")))),
    "a table of nothing but a loop": table((40, 40), row(cell(80, line("{%tr for p in team %}"))), row(cell(80, line("{{ p.text }}"))), row(cell(80, line("{%tr endfor %}")))),
    "the number of the turn": line("{% for p in subjects %}{{ loop.index }}/{{ loop.length }} {{ p.full_name }}{% endfor %}"),
    "one paragraph of many": line("Gồm: {% for p in subjects -%}") + line("{{ p.full_name }}, ") + line("{%- endfor %} hết."),
    "a picture in a loop": line("{%p for p in subjects %}") + _PICTURE + line("{%p endfor %}"),
}  # fmt: skip


def own(folder: Any, body: str) -> bytes:
    """A template of the cell that leaves out on purpose what it does not name."""
    unused = [name for name in placeholders(KIND.context) if "." not in name and name not in body]
    content = package(body + line(f"{{# không dùng: {', '.join(unused)} #}}"), "Mẫu")
    (folder / f"{KIND.id}.docx").write_bytes(content)
    return content


@pytest.mark.parametrize("body", UNUSUAL.values(), ids=UNUSUAL)
@pytest.mark.parametrize("people", [0, 1, 4])
def test_a_template_of_the_cell_with_unusual_marks_gives_docxtpls_own_xml(tmp_path, body, people):
    """Where docxtpl mends grids and numbers behind jinja, its own functions do."""
    context = decision()
    context = replace(context, subjects=context.subjects[:people], team=context.team[: max(people - 1, 0)])
    if "colspan" not in body and "tc for" in body and people == 0:
        context = replace(context, subjects=decision().subjects[:1])  # docxtpl itself fails on a table without any square

    assert canonical(render(KIND, context, tmp_path if own(tmp_path, body) else None)) == canonical(by_docxtpl(own(tmp_path, body), context))


@pytest.mark.parametrize("mark", ["{{r signer_name }}", "{{p signer_name }}", "{{tr signer_name }}"])
def test_words_that_word_would_drop_are_refused(tmp_path, mark):
    """docxtpl puts them where only formatted text may stand: they would be in the file and on no page."""
    own(tmp_path, line(f"Ký: {mark}"))

    with pytest.raises(TemplateBroken) as told:
        render(KIND, decision(), tmp_path)

    assert told.value.message == f"Mẫu «inspection-decision.docx» điền chữ ra ngoài đoạn văn gần «Ký: {mark}»: Word sẽ bỏ mất chữ ấy."
