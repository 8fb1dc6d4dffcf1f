"""What the XML of a paper says of its layout: styles, what is kept together, which table is signed."""

from __future__ import annotations

from typing import Any

from lxml import etree

from addin.documents import packages
from addin.documents.catalogue import KINDS
from addin.documents.parts.contexts import Context
from addin.documents.render import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOT_SIGNED = {"ballot", "discipline-ballot", "discipline-proposal-ballot", "self-report-outline", "thematic-supervision-outline"}


class Paper:
    """A rendered paper, taken apart."""

    def __init__(self, kind: str, context: Context) -> None:
        self._parts = packages.read_parts(render(KINDS[kind], context))
        self.document = etree.fromstring(self._parts["word/document.xml"])
        self.styles = {style.get(f"{W}styleId"): style for style in etree.fromstring(self._parts["word/styles.xml"]).iter(f"{W}style")}

    @property
    def text(self) -> str:
        """The words, paragraph by paragraph."""
        return "\n".join(words_of(line) for line in self.document.iter(f"{W}p"))

    @property
    def body(self) -> list[Any]:
        """Paragraphs and tables in their order, without the section's properties."""
        return [part for part in self.document.find(f"{W}body") if part.tag in {f"{W}p", f"{W}tbl"}]

    @property
    def width(self) -> int:
        """Between the margins, in twentieths of a point."""
        section = self.document.find(f".//{W}sectPr")
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        return number(size, "w") - number(margins, "left") - number(margins, "right")

    def style_of(self, line: Any) -> Any:
        """The definition of a paragraph's style."""
        return self.styles[line.find(f"{W}pPr/{W}pStyle").get(f"{W}val")]

    def is_kept(self, line: Any) -> bool:
        """Whether a paragraph stays with the next, by itself or by its style."""
        return line.find(f"{W}pPr/{W}keepNext") is not None or self.style_of(line).find(f"{W}pPr/{W}keepNext") is not None

    def before_the_last_signature(self) -> list[Any]:
        """The two parts that must not stay behind."""
        last = max(at for at, part in enumerate(self.body) if part.tag == f"{W}tbl" and is_signed(part))
        return self.body[:last][-2:]


def words_of(line: Any) -> str:
    """What a paragraph says."""
    return "".join(text.text or "" for text in line.iter(f"{W}t"))


def number(element: Any, name: str) -> int:
    """A measure."""
    return int(element.get(f"{W}{name}"))


def is_signed(table: Any) -> bool:
    """Whether hands sign in it."""
    return any((item.get(f"{W}val") or "").startswith("Sign") for item in table.iter(f"{W}pStyle"))


def lines_at_the_end(part: Any) -> list[Any]:
    """A paragraph, or those of a table's last row."""
    return [part] if part.tag == f"{W}p" else list(part.findall(f"{W}tr")[-1].iter(f"{W}p"))
