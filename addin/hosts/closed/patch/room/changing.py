"""Texts and attributes of elements by name, changed where they lie: the same in every part of a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.hosts.closed.patch.xml_text import Edit, any_tag_pattern, attributes_of, unescape, with_attribute

if TYPE_CHECKING:
    from addin.hosts.closed.patch.xml_text import XmlText

Change = Callable[[str], str]


def moved_texts(xml: XmlText, names: str, change: Change, within: tuple[int, int] | None = None) -> Iterator[Edit]:
    """The texts of elements of these names, changed."""
    shadow = xml.shadow
    for tag in any_tag_pattern(names).finditer(shadow, *(within or (0, len(shadow)))):
        if tag[3]:
            continue
        after = shadow.find("<", tag.end())
        if after < 0:
            continue
        before = unescape(xml.text[tag.end() : after])
        moved = change(before)
        if moved != before:
            yield Edit(tag.end(), after, escape(moved))


def moved_attributes(
    xml: XmlText, names: str, attributes: tuple[str, ...], change: Change, within: tuple[int, int] | None = None
) -> Iterator[Edit]:
    """Attributes of elements of these names, changed."""
    shadow = xml.shadow
    for tag in any_tag_pattern(names).finditer(shadow, *(within or (0, len(shadow)))):
        inside = tag[2]
        for name in attributes:
            value = attributes_of(inside).get(name)
            if value is not None:
                inside = with_changed(inside, name, value, change(value))
        if inside != tag[2]:
            yield Edit(tag.end() - 1 - len(tag[3]) - len(tag[2]), tag.end() - 1 - len(tag[3]), inside)


def with_changed(inside: str, name: str, before: str, after: str) -> str:
    """The attributes of a tag with one changed; untouched where it stays."""
    return inside if before == after else with_attribute(inside, name, after)
