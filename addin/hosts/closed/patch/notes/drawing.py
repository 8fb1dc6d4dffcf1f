"""The VML drawing of a sheet, where the boxes of notes are: ours go out and come in, every other shape stays.

A box belongs to the note of the square it names (`x:Row`, `x:Column`, counted from 0). Shape numbers come in blocks
of 1,024 that a drawing holds for itself in its `idmap`; no two drawings of a workbook may hold the same block.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.hosts.closed.patch.xml_text import (
    Edit,
    XmlText,
    any_tag_pattern,
    attributes_of,
    closing_pattern,
    quoted,
    with_attribute,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from addin.hosts.closed.patch.notes.box import Box

_BLOCK = 1_024
_NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_SHAPES = ("shape", "group", "rect", "roundrect", "line", "polyline", "curve", "arc", "oval", "image")
_NUMBER = re.compile(r"_x0000_s([0-9]+)")
_ROW_OR_COLUMN = r"<(?:[\w.\-]+:)?{}\s*>\s*([0-9]+)\s*<"
_FORM = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"{names}>'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;'
    'width:{width:g}pt;height:{height:g}pt;z-index:{order};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"{names}>'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


@dataclass(frozen=True, slots=True)
class NoteShapes:
    """One VML drawing, as it is."""

    xml: XmlText

    @classmethod
    def blank(cls, block: int) -> NoteShapes:
        """A drawing without shapes that holds one block of numbers."""
        names = "".join(f" xmlns:{prefix}={quoted(uri)}" for prefix, uri in _NAMESPACES.items())
        layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout>'
        return cls(XmlText.holding(f"<xml{names}>{layout}</xml>", "utf-8", b""))

    @property
    def is_whole(self) -> bool:
        """Whether it has the root that shapes go into."""
        return self._end is not None

    @property
    def _end(self) -> int | None:
        endings = [found.start() for found in closing_pattern("xml").finditer(self.xml.shadow)]
        return endings[-1] if endings and any_tag_pattern("xml").search(self.xml.shadow) else None

    @property
    def blocks(self) -> list[int]:
        """The blocks of shape numbers that it holds."""
        tag = any_tag_pattern("idmap").search(self.xml.shadow)
        return [int(block) for block in re.findall("[0-9]+", attributes_of(tag[2]).get("data", ""))] if tag else []

    @property
    def is_bare(self) -> bool:
        """Whether no shape is left in it, a note's or any other."""
        return not any(any_tag_pattern(name).search(self.xml.shadow) for name in _SHAPES)

    def without_notes_on(self, squares: Collection[tuple[int, int]]) -> NoteShapes:
        """The drawing without the boxes of these squares, and without our form of a box where none is left."""
        left = NoteShapes(self.xml.spliced(Edit(start, end, "") for start, end in self._boxes_on(squares)))
        form = _FORM.format(names=left._missing_names)
        if form not in left.xml.text or "#_x0000_t202" in left.xml.text:
            return left
        start = left.xml.text.index(form)
        return NoteShapes(left.xml.spliced([Edit(start, start + len(form), "")]))

    def _boxes_on(self, squares: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        row, column = (re.compile(_ROW_OR_COLUMN.format(name)) for name in ("Row", "Column"))
        for tag in any_tag_pattern("shape").finditer(self.xml.shadow):
            closing = None if tag[3] else closing_pattern(f"{tag[1]}shape").search(self.xml.shadow, tag.end())
            data = closing and any_tag_pattern("ClientData").search(self.xml.shadow, tag.end(), closing.start())
            if not closing or not data or attributes_of(data[2]).get("ObjectType") != "Note":
                continue
            found = [pattern.search(self.xml.shadow, data.end(), closing.start()) for pattern in (row, column)]
            if tuple(int(one[1]) + 1 for one in found if one) in squares:
                yield tag.start(), closing.end()

    def with_notes(self, boxes: Mapping[tuple[int, int], Box], free_block: int) -> NoteShapes:
        """The drawing with a hidden box for each square behind all shapes; `free_block` is held by no drawing."""
        end = self._end
        if end is None:
            return self
        numbers, blocks = self._numbers(len(boxes), free_block)
        names = self._missing_names
        shapes = [_FORM.format(names=names)] if "_x0000_t202" not in self.xml.text else []
        for order, (number, (square, box)) in enumerate(zip(numbers, sorted(boxes.items()), strict=True), 1):
            row, column = square[0] - 1, square[1] - 1
            values = {"width": box.width * 0.75, "height": box.height * 0.75, "anchor": box.anchor}
            shapes.append(_SHAPE.format(number=number, order=order, names=names, row=row, column=column, **values))
        return NoteShapes(self.xml.spliced([*self._held(blocks), Edit(end, end, "".join(shapes))]))

    @property
    def _missing_names(self) -> str:
        """Declarations of the usual prefixes that the root lacks."""
        tag = any_tag_pattern("xml").search(self.xml.shadow)
        known = attributes_of(tag[2]) if tag else {}
        missing = ((prefix, uri) for prefix, uri in _NAMESPACES.items() if known.get(f"xmlns:{prefix}") != uri)
        return "".join(f" xmlns:{prefix}={quoted(uri)}" for prefix, uri in missing)

    def _numbers(self, count: int, free_block: int) -> tuple[list[int], list[int]]:
        """Free shape numbers, and the blocks then held."""
        used = {int(number) for number in _NUMBER.findall(self.xml.text)}
        blocks = list(self.blocks)
        numbers: list[int] = []
        pending = list(blocks)
        while len(numbers) < count:
            if not pending:
                pending.append(free_block)
                blocks.append(free_block)
                free_block += 1
            first = pending.pop(0) * _BLOCK
            after = max((number for number in used if first < number < first + _BLOCK), default=first)
            numbers += range(after + 1, min(first + _BLOCK, after + 1 + count - len(numbers)))
        return numbers, blocks

    def _held(self, blocks: list[int]) -> list[Edit]:
        """The list of blocks, where it grew."""
        tag = any_tag_pattern("idmap").search(self.xml.shadow)
        if tag is None or blocks == self.blocks:
            return []
        wanted = with_attribute(tag[2], "data", ",".join(map(str, blocks)))
        return [Edit(tag.start(), tag.end(), f"<{tag[1]}idmap{wanted}{tag[3]}>")]
